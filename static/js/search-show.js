/* Results as elements of the page; what others wrote is text, never markup. */
import { counted, element, filled } from "./elements.js";
import { comma, digits } from "./language.js";
import { NEAR, STARTS, STARTS_NEAR, WHOLE, marked } from "./search-match.js";
import { parted } from "./search-words.js";
import { root } from "./root.js";

const BEFORE = 60; // characters of a text before the first word that was found
const LONGEST = 220;

const typedOf = (terms) => terms.map(({ typed }) => typed);

const markedNodes = (text, terms, least) =>
  marked(parted(text), typedOf(terms), least).map(([part, answers]) => {
    if (!answers) return document.createTextNode(part);
    return element("mark", {}, part);
  });

/* Where every word is known, what is only like one is no answer. */
const leastOf = (terms, otherwise) => (terms.every(({ isKnown }) => isKnown) ? otherwise : STARTS_NEAR);

const factsOf = (index, entry, words) => {
  const { days, rooms, editions } = index.tables;
  const places = entry.places.length ? entry.places : [{ within: entry, start: entry.start }];
  const moments = places.map(({ within, start, board }) => {
    const said = [days[within.day[0]]?.[1], digits(start || within.start || ""), rooms[within.room]];
    return [...said, board && filled(words.board, { board })].filter(Boolean).join(comma);
  });
  return [...entry.edition.map((edition) => editions[edition][1]), ...moments].filter(Boolean);
};

const add = (parent, className, nodes) => parent.append(element("span", { dir: "auto", ...(className && { class: className }) }, ...nodes));

const line = (parent, nodes, terms, least) => {
  if (nodes.length) nodes.forEach((text) => add(parent, "", markedNodes(text, terms, least)));
  else parent.remove();
};

/** The item of a list that shows a result. */
export const resultItem = (template, index, { entry, isInText }, terms, words) => {
  const item = template.content.firstElementChild.cloneNode(true);
  const find = (selector) => item.querySelector(selector);
  const [, one] = index.tables.kinds[index.kinds.get(entry.kind)];
  const near = leastOf(terms, NEAR);
  item.dataset.kind = entry.kind;
  find(".result-kind").append(...markedNodes(index.tables.labels[entry.label] ?? one, terms, WHOLE));
  find("a").href = new URL(entry.route, root);
  find("a").dir = "auto"; // a title may run from right to left
  find("a").append(...markedNodes(entry.title, terms, near));
  const names = [...entry.aliases, ...entry.names.map(index.nameOf)];
  line(find(".result-names"), names, terms, near);
  for (const name of item.querySelectorAll(".result-names > * + *")) name.before(comma); // outside, for a name may run the other way
  const papers = entry.papers ? [counted(words.papers, entry.papers)] : [];
  line(find(".result-facts"), [...papers, ...factsOf(index, entry, words)], terms, WHOLE);
  const awards = entry.award.map((award) => index.tables.awards[award]).filter((award) => award !== entry.title);
  awards.forEach((award) => add(find(".result-facts"), "badge award-badge", [award]));
  if (entry.state) add(find(".result-facts"), "badge status-badge", [entry.state]);
  if (!isInText) find(".result-text").remove();
  return item;
};

/* From where a text is quoted: before the first of the words that lie nearest to each other. */
const quoteStart = (parts, terms, least) => {
  const found = [];
  let at = 0;
  for (const [part, words] of parts) {
    const hit = typedOf(terms).filter((typed) => marked([[part, words]], [typed], least)[0][1]);
    hit.forEach((typed) => found.push([at, typed]));
    at += part.length;
  }
  const within = ([start]) => new Set(found.filter(([at]) => at >= start && at < start + LONGEST - BEFORE).map(([, typed]) => typed)).size;
  const best = found.reduce((one, other) => (one && within(one) >= within(other) ? one : other), null);
  return best && best[0];
};

/** A text around the words that were found in it, as nodes; none where it has none of them. */
export const quotation = (text, terms) => {
  const least = leastOf(terms, STARTS);
  const parts = parted(text);
  const found = quoteStart(parts, terms, least);
  if (found === null) return [];
  const from = found <= BEFORE ? 0 : text.indexOf(" ", found - BEFORE) + 1;
  const end = from + LONGEST >= text.length ? text.length : text.lastIndexOf(" ", from + LONGEST);
  return markedNodes(`${from ? "… " : ""}${text.slice(from, end)}${end < text.length ? " …" : ""}`, terms, least);
};

/** The text of a page, as a reader sees it; empty where it cannot be had. */
export const pageText = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return "";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  page.querySelectorAll("annotation").forEach((source) => source.remove());
  const proses = [...page.querySelectorAll("main .prose")];
  return proses.map((prose) => prose.textContent).join(" ").replace(/\s+/g, " ").trim();
};

/** The choices of a filter: [value, name, count]; those that were chosen stay, whatever is left of them. */
export const choices = (index, facet, counts, chosen) => {
  const names = {
    edition: ([, name]) => name, kind: ([, , many]) => many, day: ([, name]) => name,
    track: (name) => name, award: (name) => name,
  };
  const table = index.tables[{ edition: "editions", kind: "kinds", day: "days", track: "tracks", award: "awards" }[facet]];
  const shown = table.map((row, value) => [value, names[facet](row), counts.get(value) ?? 0])
    .filter(([value, , count]) => count || chosen.has(value));
  if (facet === "day") shown.sort(([one], [other]) => (table[one][0] < table[other][0] ? -1 : 1));
  return shown;
};
