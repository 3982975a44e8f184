/* The page that searches: results while one types. The address holds the query and the filters. */
import { announce } from "./announce.js";
import { FACETS, search } from "./search-rank.js";
import { counted, filled } from "./elements.js";
import { number } from "./language.js";
import { choices, pageText, quotation, resultItem } from "./search-show.js";
import { library } from "./search-load.js";

const SHOWN_AT_ONCE = 30;
const ANNOUNCED_AFTER = 700; // milliseconds without a key until a screen reader is told
const QUOTED_AFTER = 250;

const find = (selector) => document.querySelector(selector);
const page = {};
let index, found, chosen, isSettled, asked;
let shown = SHOWN_AT_ONCE;
let saying, quoting;
const texts = new Map();

/* Filters are in the address by name, in the index by place. */
const idOf = (row) => (Array.isArray(row) ? row[0] : row);
const tableOf = (facet) => index.tables[`${facet}s`];

const fromAddress = () => {
  const address = new URLSearchParams(location.search);
  chosen = Object.fromEntries(FACETS.map((facet) => {
    const places = address.getAll(facet).map((id) => tableOf(facet).findIndex((row) => idOf(row) === id));
    return [facet, new Set(places.filter((place) => place >= 0))];
  }));
  return address.get("q") ?? "";
};

const toAddress = (isNew) => {
  const parts = new URLSearchParams();
  if (page.query.value) parts.set("q", page.query.value);
  for (const facet of FACETS) {
    for (const place of chosen[facet]) parts.append(facet, idOf(tableOf(facet)[place]));
  }
  const address = `${location.pathname}${parts.size ? `?${parts}` : ""}`;
  history[isNew ? "pushState" : "replaceState"](null, "", address);
};

const countSaid = () => {
  const number = found.results.length;
  if (!number) return filled(page.words.none, { query: page.query.value.trim() });
  return counted(page.words.results, number);
};

const showFacet = (facet) => {
  const box = find(`[data-facet="${facet}"]`);
  const shownChoices = choices(index, facet, found.counts[facet], chosen[facet]);
  const focused = box.contains(document.activeElement) ? document.activeElement.value : null;
  box.hidden = shownChoices.length < 2 && !chosen[facet].size;
  box.querySelector("ul").replaceChildren(...shownChoices.map(([value, name, count]) => {
    const item = page.facet.content.firstElementChild.cloneNode(true);
    const input = item.querySelector("input");
    input.checked = chosen[facet].has(value);
    input.value = value;
    item.querySelector(".facet-name").textContent = name;
    item.querySelector(".count").textContent = number(count);
    return item;
  }));
  if (focused !== null) box.querySelector(`[value="${focused}"]`)?.focus();
  return !box.hidden;
};

const quote = async (item, result) => {
  const { route } = result.entry;
  if (!texts.has(route)) texts.set(route, pageText(item.querySelector("a").href).catch(() => ""));
  const text = await texts.get(route);
  item.querySelector(".result-text")?.replaceChildren(...quotation(text, found.terms));
};

/* A result that only its text explains quotes it, from the page itself: read once it is in sight. */
const quoteWhenSeen = (items, results) => {
  const seen = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      quote(target, results[items.indexOf(target)]);
    }
  });
  items.forEach((item, at) => { if (results[at].isInText) seen.observe(item); });
  return seen;
};

const showResults = () => {
  const results = found.results.slice(0, shown);
  const items = results.map((result) => resultItem(page.result, index, result, found.terms, page.words));
  const focused = page.results.contains(document.activeElement) ? document.activeElement.href : null;
  page.results.replaceChildren(...items);
  if (focused) (items.map((item) => item.querySelector("a")).find(({ href }) => href === focused) ?? page.query).focus();
  page.more.hidden = found.results.length <= shown;
  clearTimeout(quoting);
  page.seen?.disconnect();
  if (!navigator.connection?.saveData) {
    quoting = setTimeout(() => { page.seen = quoteWhenSeen(items, results); }, QUOTED_AFTER);
  }
};

const note = (text) => {
  page.note.hidden = !text;
  page.note.textContent = text;
};

const show = () => {
  const isAsked = page.query.value.trim() !== "";
  page.found.hidden = !isAsked;
  page.lists.hidden = false;
  if (!isAsked) return;
  found = search(index, page.query.value, chosen);
  page.lists.hidden = found.results.length > 0;
  page.count.textContent = countSaid();
  note(found.isPartial ? page.words.partial : "");
  // Known only when the texts are: below the results it moves nothing.
  page.common.textContent = found.isPartial ? "" : found.common.map((word) => filled(page.words.common, { word })).join(" ");
  showResults();
  const isFiltered = FACETS.some((facet) => chosen[facet].size);
  page.filters.hidden = !FACETS.map(showFacet).some(Boolean);
  page.clear.hidden = !isFiltered;
  clearTimeout(saying);
  saying = setTimeout(() => announce(countSaid()), ANNOUNCED_AFTER);
};

/* Until no more is wanted: after a new build the words, and with them the runs, are others. */
const learn = async (isAsked) => {
  if (!index.texts.runs.length) {
    await page.library.words();
    if (isAsked()) show();
  }
  while (isAsked() && found.wanted.length) {
    await page.library.runs(found.wanted);
    if (isAsked()) show();
  }
};

/* What is known already is shown at once, then what the texts add. */
const ask = async () => {
  shown = SHOWN_AT_ONCE;
  if (!index) return;
  const question = asked = {};
  const isAsked = () => question === asked;
  page.found.setAttribute("aria-busy", "true");
  show();
  try {
    if (page.query.value.trim()) await learn(isAsked);
  } catch {
    if (isAsked()) note(page.words.lostTexts);
  }
  if (isAsked()) page.found.setAttribute("aria-busy", "false");
};

const type = () => {
  toAddress(isSettled);
  isSettled = false;
  ask();
};

const choose = ({ target }) => {
  const facet = target.closest("[data-facet]").dataset.facet;
  chosen[facet][target.checked ? "add" : "delete"](Number(target.value));
  toAddress(true);
  ask();
};

const clear = () => {
  FACETS.forEach((facet) => chosen[facet].clear());
  toAddress(true);
  ask();
  page.query.focus();
};

const showMore = () => {
  const next = shown;
  shown += SHOWN_AT_ONCE;
  showResults();
  page.results.children[next]?.querySelector("a").focus();
};

/* From the field down into the results, and up again. */
const move = (event) => {
  const links = [...page.results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const isInField = document.activeElement === page.query;
  if (event.isComposing || (at < 0 && !isInField)) return;
  const to = {
    ArrowDown: () => links[at + 1],
    ArrowUp: () => (isInField ? null : links[at - 1] ?? page.query),
    Enter: () => (isInField ? links[0] : null),
    Escape: () => (isInField ? null : page.query),
  }[event.key]?.();
  if (event.key === "Escape" && isInField) {
    if (page.query.value) { page.query.value = ""; type(); } else page.query.blur();
  }
  if (!to && !(isInField && (event.key === "Enter" || event.key === "Escape"))) return;
  event.preventDefault();
  if (!to) return;
  isSettled = true;
  to.focus();
};

const restore = () => {
  page.query.value = fromAddress();
  isSettled = true;
  ask();
};

const load = async () => {
  page.again.hidden = true;
  page.count.textContent = page.words.loading;
  note("");
  try {
    index = await page.library.titles();
    if (page.query.value.trim() && !new URLSearchParams(location.search).has("q")) {
      fromAddress(); // typed while the index was on its way
      type();
    } else restore();
  } catch {
    page.found.hidden = false;
    page.lists.hidden = false;
    page.count.textContent = "";
    note(page.words.lost);
    announce(page.words.lost);
    page.again.hidden = false;
  }
};

export const start = () => {
  const box = find("[data-search]");
  Object.assign(page, {
    box, words: box.dataset, query: find("#query"), found: find(".search-found"), lists: find(".search-lists"),
    count: find(".search-count"), note: find(".search-note"), common: find(".search-common"), again: find(".search-again"),
    filters: find(".search-filters"), clear: find(".search-clear"), results: find(".search-results"),
    more: find(".search-more"), result: find("template.search-result"), facet: find("template.search-facet"),
    library: library(new URL(box.dataset.search, document.baseURI), (renewed) => { index = renewed; fromAddress(); }),
  });
  box.hidden = false;
  page.query.value = new URLSearchParams(location.search).get("q") ?? "";
  // With a query it is the results that count, and on a phone the field would call for the keyboard.
  if (!page.query.value || matchMedia("(pointer: fine)").matches) page.query.focus({ preventScroll: true });
  page.found.hidden = !page.query.value;
  page.lists.hidden = !page.found.hidden;
  page.query.addEventListener("input", () => { if (index) type(); });
  page.query.addEventListener("change", () => { isSettled = true; });
  box.addEventListener("submit", (event) => event.preventDefault());
  page.filters.addEventListener("change", choose);
  page.clear.addEventListener("click", clear);
  page.more.addEventListener("click", showMore);
  page.again.addEventListener("click", load);
  document.addEventListener("keydown", move);
  addEventListener("popstate", restore);
  page.filters.open = matchMedia("(min-width: 60rem)").matches;
  load();
};
