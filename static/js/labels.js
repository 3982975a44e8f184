/* The QR codes of the labels: a few at a time, so that the page answers; before printing all that are left. */
import { drawn } from "./qr.js";

const AT_A_TIME = 10;

export const start = () => {
  const waiting = [...document.querySelectorAll("[data-code]")];
  const some = (number) => {
    for (const each of waiting.splice(0, number)) {
      const code = drawn(each.dataset.code, each.dataset.label);
      if (code) each.replaceChildren(code);
    }
    if (waiting.length) setTimeout(() => some(AT_A_TIME));
  };
  some(AT_A_TIME);
  addEventListener("beforeprint", () => some(waiting.length));
};

export const again = start;
