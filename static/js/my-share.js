/* The link to a programme, to copy, to pass on, and as a code to point a phone at. */
import { say } from "./elements.js";
import { drawn } from "./qr.js";

const at = (id) => document.getElementById(id);
let current = "";

/** Show a link and its code. */
export const drawCode = (link, report) => {
  const code = at("code");
  if (!current) listen(report);
  if (current === link) return;
  current = link;
  at("link").value = link;
  code.replaceChildren(drawn(link, code.dataset.label) ?? say("too-long"));
};

const listen = (report) => {
  at("copy-link").addEventListener("click", async () => report(await copied(current)));
  at("link").addEventListener("focus", () => at("link").select());
  at("pass-on").hidden = !navigator.share;
  at("pass-on").addEventListener("click", () =>
    navigator.share({ title: document.title, url: current }).catch(() => {}),
  );
};

/** Copy a text; in words whether that worked. */
export const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return say("copied");
  } catch {
    return say("no-copy");
  }
};
