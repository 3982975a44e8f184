/* What a search would find first, below the field of every page while one types: titles and names alone. */
import { element } from "./elements.js";
import { root } from "./root.js";
import { library } from "./search-load.js";
import { FACETS, search } from "./search-rank.js";

const SHOWN = 6;
const ANY = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
const ID = "suggestions";

let index;
let active = -1;

const listOf = (field) => field.form.querySelector(`#${ID}`);

/** Show what answers the query of a field; the first time its index is loaded. */
export const suggest = async (field) => {
  const address = new URL("index.json", field.form.action);
  index ??= library(address, (renewed) => { index = Promise.resolve(renewed); }).titles();
  const known = await index.catch(() => { index = undefined; });
  if (!known || field !== document.activeElement) return;
  show(field, field.value.trim() ? search(known, field.value, ANY).results.slice(0, SHOWN) : [], known);
};

const show = (field, results, known) => {
  const list = listOf(field) ?? begin(field);
  const chosen = list.children[active]?.dataset.to; // since the last letter, whose answer may come late
  list.replaceChildren(...results.map(({ entry }, at) => option(entry, at, known)));
  list.hidden = !results.length;
  field.setAttribute("aria-expanded", !list.hidden);
  choose(field, [...list.children].findIndex((each) => each.dataset.to === chosen));
};

const option = (entry, at, { tables, kinds }) =>
  element(
    "li",
    { id: `${ID}-${at}`, role: "option", "data-to": new URL(entry.route, root).href },
    element("span", { dir: "auto" }, entry.title),
    element("span", { class: "kind" }, tables.labels[entry.label] ?? tables.kinds[kinds.get(entry.kind)][1]),
  );

const begin = (field) => {
  const list = element("ul", { id: ID, class: "suggestions", role: "listbox", "aria-label": field.getAttribute("aria-label") });
  field.form.append(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": ID, autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  field.addEventListener("keydown", (event) => press(event, field, list));
  field.addEventListener("input", () => choose(field, -1));
  field.addEventListener("blur", () => show(field, []));
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => go(target.closest("li")));
  return list;
};

const press = (event, field, list) => {
  const number = list.children.length;
  if (!number || event.isComposing) return;
  if (event.key === "ArrowDown") choose(field, active + 1 < number ? active + 1 : -1);
  else if (event.key === "ArrowUp") choose(field, active < 0 ? number - 1 : active - 1);
  else if (event.key === "Escape") show(field, []);
  else if (event.key === "Enter" && active >= 0) go(list.children[active]);
  else return;
  event.preventDefault();
};

const choose = (field, at) => {
  active = at;
  [...listOf(field).children].forEach((each, place) => each.setAttribute("aria-selected", place === at));
  if (at < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `${ID}-${at}`);
};

const go = (item) => {
  if (item) location.href = item.dataset.to;
};
