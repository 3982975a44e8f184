/* A button that says for a while, in place of its label, what came of pressing it. */
import { announce } from "./announce.js";

const SHOWN_FOR = 2000; // milliseconds

export const reply = (button, text) => {
  const label = button.dataset.label ??= button.textContent;
  button.textContent = text;
  announce(text);
  clearTimeout(button.reset);
  button.reset = setTimeout(() => { button.textContent = label; }, SHOWN_FOR);
};
