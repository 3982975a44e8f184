/* What else there is in the gaps of the own programme: the talks nearest to what is starred, by the words
   that both have. The words are those of the site's search, which is loaded when this is asked for. */
import { instant } from "./clashes.js";
import { element, say, sayList } from "./elements.js";
import { hoursText } from "./hours.js";
import { dayWords, showLines } from "./my-list.js";
import { isOff } from "./programme.js";
import { library } from "./search-load.js";
import { parted } from "./search-words.js";

const SHORTEST_GAP = 20 * 60 * 1000; // milliseconds
const OFFERED = 3; // for each gap
const REASONS = 3;
const NOT_OFFERED = ["break", "registration"];
const COMMON = 4; // a word in more than a quarter of all tells nothing apart
const IN_TITLE = 3;
const SHORTEST_WORD = 3;

let index;
let latest;

/** Show what fits into the gaps of these editions; `ids` are what is starred. */
export const drawFill = async (within, editions, ids) => {
  const asked = latest = {};
  index ??= await loaded(new URL(within.dataset.index, document.baseURI));
  if (asked !== latest) return;
  const places = new Map(index.entries.map(({ route }, at) => [route, at]));
  const of = ids.flatMap((id) => places.get(id) ?? []);
  const near = nearness(of, index);
  const gaps = editions.flatMap((edition) => filled(edition, new Set(ids), near, places));
  const parts = gaps.flatMap(({ title }) => [element("h3", {}, title), element("ol", { class: "session-list" })]);
  within.replaceChildren(...(parts.length ? parts : [element("p", {}, say("fill-none"))]));
  within.querySelectorAll("ol").forEach((list, at) => showLines(list, gaps[at].lines));
};

const loaded = async (address) => {
  let known;
  const files = library(address, (renewed) => { known = renewed; });
  known = await files.titles();
  await files.words();
  await files.runs(known.texts.runs.map((_, run) => run));
  return known;
};

/* The gaps into which something fits, each with its title and lines. */
const filled = (edition, starred, near, places) => {
  const lines = [...edition.entries.values()].flatMap((entry) => entry.places.map((place) => lineOf(entry, place)));
  const timed = lines.filter(({ start, state }) => !Number.isNaN(start) && !isOff(state));
  const offered = timed
    .filter(({ id, place }) => !starred.has(id) && !NOT_OFFERED.includes(place.session.kind))
    .map((line) => ({ ...line, ...near(places.get(line.id)) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || one.start - other.start);
  return Object.keys(edition.days ?? {}).flatMap((day) => {
    const on = timed.filter(({ place }) => place.day === day);
    const gaps = gapsOf(on, on.filter(({ id }) => starred.has(id)));
    return gaps.map((gap) => ({
      title: say("fill-gap", { day: dayWords(day, edition), hours: hoursText(gap.from, gap.to, day) }),
      lines: nearest(offered.filter((line) => line.place.day === day && fits(line, gap))),
    }));
  }).filter(({ lines: found }) => found.length);
};

const lineOf = (entry, place) => {
  const [start, end] = [instant(place.start), instant(place.end)];
  const state = entry.state ?? place.state;
  return { id: entry.id, entry, place, title: place.title ?? entry.title, state, clashes: [], start, end: end > start ? end : start };
};

/** The spans of a day, from its first event to its last, in which none of the own ones takes place. */
const gapsOf = (on, own) => {
  const last = Math.max(...on.map(({ end }) => end));
  const found = [];
  let free = Math.min(...on.map(({ start }) => start));
  let from = on.find(({ start }) => start === free)?.place.start;
  for (const each of [...own].sort((one, other) => one.start - other.start)) {
    if (each.start - free >= SHORTEST_GAP) found.push({ free, until: each.start, from, to: each.place.start });
    if (each.end > free) [free, from] = [each.end, each.place.end ?? each.place.start];
  }
  if (last - free >= SHORTEST_GAP) found.push({ free, until: last, from, to: on.find(({ end }) => end === last).place.end });
  return found;
};

/* A poster without a time of its own may be seen at any time of its session. */
const fits = ({ place, start, end }, { free, until }) =>
  place.isTimed || place.isWhole
    ? start >= free && start < until && end <= until
    : Math.min(end, until) - Math.max(start, free) >= SHORTEST_GAP;

const nearest = (lines) => [...new Map(lines.map((line) => [line.id, line])).values()].slice(0, OFFERED);

/* How near an entry is to the chosen ones, and what it shares with them: a word counts where it is in a title of
   either side, by how rare it is. */
const nearness = (chosen, { entries, titles, texts, stops }) => {
  const own = new Set(chosen);
  const inTexts = new Map(texts.words.map((word, place) => [word, texts.entries[place]]));
  const number = entries.filter(({ kind }) => kind !== "person").length;
  const shared = new Map();
  titles.words.forEach((word, place) => {
    const [inTitle, inText] = [titles.entries[place], inTexts.get(word) ?? []];
    const spread = new Set([...inTitle, ...inText]).size;
    if (word.length < SHORTEST_WORD || stops.has(word) || inTexts.get(word) === null || spread < 2 || spread * COMMON > number) return;
    const speaker = inTitle.find((at) => own.has(at));
    const isRead = speaker !== undefined || inText.some((at) => own.has(at));
    if (!isRead) return;
    const rarity = Math.log2(number / spread);
    const add = (at, worth) => shared.set(at, [...(shared.get(at) ?? []), { word, worth, shown: speaker ?? at }]);
    for (const at of inTitle) add(at, IN_TITLE * rarity);
    if (speaker !== undefined) for (const at of inText) add(at, rarity);
  });
  return (at) => {
    const words = (shared.get(at) ?? []).sort((one, other) => other.worth - one.worth);
    const shown = words.slice(0, REASONS).map(({ word, shown: of }) => asWritten(word, entries[of].title));
    return {
      worth: words.reduce((sum, { worth }) => sum + worth, 0),
      because: shown.length ? say("fill-because", { words: sayList(shown) }) : "",
    };
  };
};

const asWritten = (word, title) => parted(title).find(([, words]) => words.includes(word))?.[0] ?? word;
