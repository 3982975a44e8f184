/* The index of papers: ordered and filtered as the form says, which the address remembers. Abstracts that
   are not in the list are loaded from the pages of their papers. */
import { announce } from "./announce.js";
import { element, filled } from "./elements.js";
import { fold } from "./search-words.js";
import { root } from "./root.js";
import { library } from "./search-load.js";
import { keyOf, starred } from "./starred.js";

const ANNOUNCED_AFTER = 700; // milliseconds without a key until a screen reader is told
const FIRST = 20; // cards that are in sight when the page comes

const form = document.querySelector(".paper-tools");
const list = document.querySelector(".paper-index");
const output = form.querySelector("output");
const reset = form.querySelector("[type=reset]");
const letters = document.querySelector(".letter-menu");

const words = (text) => fold(text).split(" ").filter(Boolean);
const ids = (text = "") => text.split(" ").filter(Boolean);
const options = (name) => [...(form.elements[name]?.options ?? [])];
const keywords = options("keyword").slice(1).map(({ value }) => value);
const sessions = new Map(options("session").map((option) => [option.value, option.dataset]));
const sessionsOf = (card) =>
  [...card.querySelectorAll(".paper-sessions a")].map((link) => decodeURIComponent(link.pathname.split("/").at(-2)));

const ranks = (order) => list.dataset[order].split(" ").map(Number);
const [programme, author] = [ranks("programme"), ranks("author")];

const papers = [...list.children].map((card, title) => ({
  card,
  title,
  author: author[title],
  programme: programme[title],
  get sessions() { return this.places ??= sessionsOf(card); },
  get keywords() { return ids(card.dataset.keywords).map((position) => keywords[position]); },
  get materials() { return (card.dataset.with ?? "").split(","); },
  get awards() { return ids(card.dataset.awards); },
  get text() { return this.read ??= fold(card.textContent); },
  get names() { return this.byline ??= fold(card.querySelector(".byline")?.textContent ?? ""); },
}));

/* A card names the first of very many authors and counts the others, whom the index of the search knows. */
let others;

const withOthers = async () => {
  const cut = papers.filter(({ card }) => card.querySelector(".byline .missing"));
  if (!cut.length) return;
  const { entries, nameOf } = await library(new URL("search/index.json", root), () => {}).titles();
  const known = new Map(entries.map((entry) => [entry.route, entry]));
  for (const paper of cut) {
    const names = known.get(keyOf(paper.card))?.names.map(nameOf) ?? [];
    paper.byline = `${paper.names} ${fold(names.join(" "))}`;
    paper.read = `${paper.text} ${paper.byline}`;
  }
  apply();
};

const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

/* Each field's test of a paper; an empty field tests nothing. */
const TESTS = {
  words: (paper, value) => words(value).every((word) => paper.text.includes(word)),
  author: (paper, value) => words(value).every((word) => paper.names.includes(word)),
  award: (paper, value) => (value === "*" ? paper.awards.length > 0 : paper.awards.includes(value)),
  session: (paper, value) => paper.sessions.includes(value),
  track: (paper, value) => paper.sessions.some((session) => sessions.get(session)?.track === value),
  kind: (paper, value) => paper.sessions.some((session) => sessions.get(session)?.kind === value),
  keyword: (paper, value) => paper.keywords.includes(value),
  volume: (paper, value) => paper.card.dataset.volume === value,
  with: (paper, value) => paper.materials.includes(value),
  mine: (paper) => stars.has(keyOf(paper.card)),
};

let stars;

let shownOrder = "title";

const order = (by) => {
  if (by === shownOrder) return;
  shownOrder = by;
  list.append(...papers.toSorted((one, two) => one[by] - two[by]).map(({ card }) => card));
};

const filter = (choice) => {
  const tests = Object.entries(choice).filter(([name]) => TESTS[name]);
  stars = starred();
  if (letters) letters.hidden = tests.length > 0 || shownOrder !== "title";
  let shown = 0;
  for (const paper of papers) {
    const fits = tests.every(([name, value]) => TESTS[name](paper, value));
    paper.card.hidden = !fits;
    if (fits) shown += 1;
  }
  const { shown: sentence, none } = form.dataset;
  const count = filled(sentence, { shown, all: papers.length });
  output.textContent = shown ? count : none;
  output.classList.toggle("visually-hidden", tests.length === 0);
};

const apply = () => {
  const choice = chosen();
  if (choice.author || choice.words) others ??= withOthers().catch(() => { others = undefined; });
  order(choice.order ?? "title");
  filter(choice);
  reset.hidden = !Object.keys(choice).length;
  unfold("abstracts" in choice);
};

/* What is done with a card of the list once it comes near: with a thousand at once the page would stand still. */
const cardsNear = (margin, act) =>
  new IntersectionObserver(
    (found) => {
      for (const { isIntersecting, target } of found) if (isIntersecting) act(target);
    },
    { rootMargin: margin },
  );

const isApart = ({ dataset }) => "abstract" in dataset;
const folds = cardsNear("200%", (card) => foldOf(card));

/* All abstracts at once; those that are not in the list are loaded as they come near. */
let areUnfolded = false;

const near = cardsNear("50%", (card) => { foldOf(card).open = true; });

const unfold = (isWanted) => {
  if (isWanted === areUnfolded) return;
  areUnfolded = isWanted;
  near.disconnect();
  for (const { card } of papers) {
    const fold = card.querySelector(".folded");
    if (isWanted && isApart(card)) near.observe(card);
    else if (fold) fold.open = isWanted;
  }
};

/* The form as the address has it; what the form does not know is left alone. */
const fill = () => {
  const query = new URLSearchParams(location.search);
  form.reset();
  for (const field of form.elements) {
    const value = query.get(field.name);
    if (field.type === "checkbox") field.checked = value === field.value;
    else if (field.name && value) field.value = value;
    if (field.name && field.value === "" && field.options) field.selectedIndex = 0;
  }
  apply();
};

const remember = () => {
  const query = new URLSearchParams(location.search);
  for (const { name } of form.elements) query.delete(name);
  for (const [name, value] of Object.entries(chosen())) query.set(name, value);
  const search = query.toString();
  history.replaceState(history.state, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
};

const loadAbstract = async (details, address) => {
  const place = details.querySelector(".prose");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const abstract = page.querySelector(".abstract .prose");
    if (abstract.lang) place.lang = abstract.lang;
    place.replaceChildren(...abstract.childNodes);
  } catch {
    place.replaceChildren(element("a", { href: address }, details.dataset.lost));
  }
};

/* The fold of a card's abstract, which is made when it is first asked for. */
const foldOf = (card) => {
  const known = card.querySelector(".folded");
  if (known) return known;
  const made = document.querySelector("template.abstract-apart").content.firstElementChild.cloneNode(true);
  const { href } = card.querySelector(".paper-title a");
  made.addEventListener("toggle", () => loadAbstract(made, href), { once: true });
  card.append(made);
  folds.unobserve(card);
  return made;
};

let saying;

const change = () => {
  apply();
  remember();
  clearTimeout(saying);
  saying = setTimeout(() => announce(output.textContent), ANNOUNCED_AFTER);
};

export const start = () => {
  const apart = papers.map(({ card }) => card).filter(isApart);
  apart.slice(0, FIRST).forEach(foldOf);
  for (const card of apart.slice(FIRST)) folds.observe(card);
  form.querySelector("details").open = matchMedia("(min-width: 40rem)").matches;
  form.hidden = false;
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => setTimeout(change)); // filling resets, too, and says nothing
  addEventListener("popstate", fill);
  addEventListener("plenary:stars", () => "mine" in chosen() && apply());
  fill();
};
