/* The layout of a day, list or grid, as the reader last chose it. What only narrow windows fold is open in
   browsers that cannot show it elsewhere. */
import { keep, read } from "./store.js";

const KEPT = "layout";

export const again = () => start();

export const start = () => {
  const inputs = [...document.querySelectorAll("[name='layout']")];
  const chosen = inputs.find((input) => input.value === read(KEPT));
  if (chosen) chosen.checked = true;
  if (!CSS.supports("selector(::details-content)")) for (const fold of document.querySelectorAll(".block-fold")) fold.open = true;
  for (const input of inputs) input.addEventListener("change", () => keep(KEPT, input.value));
};
