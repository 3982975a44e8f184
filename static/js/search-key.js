/* The key "/" begins a search on every page; on the page that searches it can be switched off. What is typed into
   the masthead is answered at once. */
import { keep, read } from "./store.js";

const KEPT = "search-key";
const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

const begin = (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!read(KEPT, true)) return;
  const fields = [...document.querySelectorAll("[data-search-key]")];
  const field = fields.findLast((each) => each.checkVisibility());
  event.preventDefault();
  if (field) {
    field.focus();
    field.select();
  } else fields[0].form.submit(); // too narrow for a field: to the page that searches
};

/* Below the field of the masthead; the page that searches shows its results themselves. */
const type = async ({ target }) => {
  if (!target.matches?.(".search-form [data-search-key]") || navigator.connection?.saveData) return;
  const { suggest } = await import("./suggest.js");
  suggest(target);
};

const offerSwitch = (choice) => {
  const box = choice.querySelector("input");
  box.checked = read(KEPT, true);
  box.addEventListener("change", () => keep(KEPT, box.checked));
  choice.hidden = false;
};

export const again = () => document.querySelectorAll(".search-keys").forEach(offerSwitch);

export const start = () => {
  document.addEventListener("keydown", begin);
  document.addEventListener("input", type);
  again();
};
