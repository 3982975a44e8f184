/* Buttons that copy a text of the page. Where the browser has no clipboard (a site without https) they
   stay hidden; where it refuses, the text is selected, so that its own command copies it. */
import { reply } from "./reply.js";

const BLOCKS = "p, li, pre";

/* Formulas are copied as TeX: their MathML read as a line says nothing. */
const textOf = (element) => {
  const copy = element.cloneNode(true);
  for (const formula of copy.querySelectorAll("math")) {
    formula.replaceWith(`$${formula.querySelector("annotation").textContent}$`);
  }
  return copy.matches("pre") ? copy.textContent : copy.textContent.replace(/\s+/g, " ").trim();
};

const parts = (element) => {
  const outermost = [...element.querySelectorAll(BLOCKS)].filter((each) => !each.parentElement.closest(BLOCKS));
  return outermost.length ? outermost.map(textOf) : [textOf(element)];
};

const select = (elements) => {
  const range = document.createRange();
  range.setStartBefore(elements[0]);
  range.setEndAfter(elements[elements.length - 1]);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};

const copy = async (button) => {
  const elements = [...document.querySelectorAll(button.dataset.copy)];
  try {
    await navigator.clipboard.writeText(elements.flatMap(parts).join("\n\n"));
    reply(button, button.dataset.done);
  } catch {
    select(elements);
    reply(button, button.dataset.refused);
  }
};

export const again = () => start();

export const start = () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(button));
    button.hidden = false;
  }
};
