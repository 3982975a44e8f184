/* Which entries of an index answer a query, the best first, and how many of them each filter would leave. */
import { NEAR, STARTS, WHOLE, grade, starting, withOtherArticle } from "./search-match.js";
import { runOf } from "./search-index.js";
import { fold, wordsOf } from "./search-words.js";

export const FACETS = ["edition", "kind", "day", "track", "award"];

/* What a word is worth by its grade: a title before a name before a text, a whole word before the
   beginning of one before a misspelt one. */
const WORTH = { titles: [0, 4, 8, 60, 100], names: [0, 3, 6, 35, 50], texts: [0, 1, 2, 10, 20] };
const WORTH_OF_PLACE = 5; // a whole word of its day, room, track, award or kind of session, or the edition's id
const WORTH_OF_ALL_WORDS = 40; // they follow each other in the title
const WORTH_OF_TITLE = 60; // they are the title, or what stands before its colon
const WORTH_OF_BEGINNING = 10; // the title begins with them
const WORTH_OF_KIND = 120; // one of them names its kind: more than a title that begins with it
const MOST_OF_WORDS = 0.5; // of what the best one answers, where nothing answers every word

/* Shorter beginnings are looked for in titles and names alone: half of all texts would have them. */
const SHORTEST_START_IN_TEXT = 3;

/* The words of a sorted list that are typed, or begin so: [place, grade]. */
const exact = (words, typed) =>
  [typed, withOtherArticle(typed)].filter(Boolean).flatMap((beginning) => {
    const [from, to] = starting(words, beginning);
    return Array.from({ length: to - from }, (_, at) => [from + at, words[from + at] === typed ? WHOLE : STARTS]);
  });

/* The same number as people write it of sessions: "Vision II" is asked for as "vision 2", and the other way. A letter
   alone is no number. */
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const PAIRS = ROMAN.map((roman, at) => [roman, String(at + 1)]);
const SAME_NUMBER = new Map([...PAIRS.filter(([roman]) => roman.length > 1), ...PAIRS.map((pair) => pair.toReversed())]);

/* Two words are near only if one of these letters agrees: most words are no more looked at. */
const mayBeNear = (typed, word) =>
  word[0] === typed[0] || word[1] === typed[1] || word[0] === typed[1] || word[1] === typed[0];

const misspelt = (words, typed, least) => {
  const found = [];
  words.forEach((word, place) => {
    if (!mayBeNear(typed, word)) return;
    const how = grade(typed, word);
    if (how >= least && how <= NEAR) found.push([place, how]);
  });
  return found;
};

/* The words of each part of the index that answer a typed one. Where nothing has it, or begins so, it is
   taken as misspelt everywhere; else only names and titles like it count as well. */
const answers = (index, typed) => {
  const found = { titles: exact(index.titles.words, typed), names: exact(index.names.words, typed) };
  const number = SAME_NUMBER.get(typed);
  if (number) found.titles.push(...exact(index.titles.words, number).filter(([, how]) => how === WHOLE));
  const inTexts = exact(index.texts.words, typed);
  found.texts = typed.length < SHORTEST_START_IN_TEXT ? inTexts.filter(([, how]) => how === WHOLE) : inTexts;
  const isPlace = index.places.has(typed);
  const isKnown = isPlace || found.titles.length + found.names.length + found.texts.length > 0;
  for (const part of isKnown ? ["titles", "names"] : ["titles", "names", "texts"]) {
    found[part].push(...misspelt(index[part].words, typed, isKnown ? NEAR : 1));
  }
  return { found, isKnown };
};

/* What a typed word is worth for every entry, and what is not known yet. */
const weigh = (index, typed) => {
  const worth = new Uint8Array(index.entries.length);
  const { found, isKnown } = answers(index, typed);
  const term = { typed, worth, isKnown, isCommon: false, wanted: new Set() };
  for (const [part, words] of Object.entries(found)) {
    for (const [place, how] of words) {
      const entries = index[part].entries[place];
      if (entries === undefined) term.wanted.add(runOf(index, place));
      else if (entries === null) term.isCommon ||= how >= STARTS;
      else for (const entry of entries) worth[entry] = Math.max(worth[entry], WORTH[part][how]);
    }
  }
  for (const entry of index.places.get(typed) ?? []) worth[entry] = Math.max(worth[entry], WORTH_OF_PLACE);
  return term;
};

/* A query of nothing but signs is looked for as it stands. */
const weighSigns = (index, query) => {
  const worth = Uint8Array.from(index.entries, (entry) => {
    if (foldedTitle(entry).includes(query)) return WORTH.titles[STARTS];
    return entry.names.some((row) => fold(index.nameOf(row)).includes(query)) ? WORTH.names[STARTS] : 0;
  });
  return { typed: query, worth, isKnown: true, isCommon: false, wanted: new Set() };
};

const isOfText = (worth) => WORTH.texts.indexOf(worth) > 0;

const foldedTitle = (entry) => (entry.folded ??= fold(entry.title));

/* Whether a query names the kind of an entry, and all else of it stands in its title, its time or its place. */
const isMeantByKind = (index, terms, at) =>
  terms.some(({ typed }) => index.ofKind.get(typed)?.has(at)) &&
  terms.every(({ worth, isStop }) => isStop || (worth[at] && !isOfText(worth[at])));

/* Every word must answer; of one that is common in texts nobody knows which have it, so it may be missing, and so
   may a word that only questions need. */
const worthOf = (index, terms, query, at) => {
  let whole = isMeantByKind(index, terms, at) ? WORTH_OF_KIND : 0;
  for (const { worth, isCommon, isStop } of terms) {
    if (!worth[at] && !isCommon && !isStop) return 0;
    whole += worth[at];
  }
  if (!whole) return 0;
  const title = foldedTitle(index.entries[at]);
  if (title === query || title.startsWith(`${query}:`)) return whole + WORTH_OF_TITLE;
  const beginning = title.startsWith(query) ? WORTH_OF_BEGINNING : 0;
  return whole + beginning + (terms.length > 1 && title.includes(query) ? WORTH_OF_ALL_WORDS : 0);
};

/* Where nothing answers every word: what answers most of them, a rare word weighing more than a common one. */
const partly = (index, terms) => {
  const rarities = terms.map(({ worth, isStop }) => {
    const number = worth.reduce((sum, each) => sum + (each > 0), 0);
    return number && !isStop ? Math.log2(1 + index.entries.length / number) : 0;
  });
  const found = index.entries.map((entry, at) => {
    const answered = terms.reduce((sum, { worth }, place) => sum + (worth[at] ? rarities[place] : 0), 0);
    const worth = terms.reduce((sum, term, place) => sum + term.worth[at] * rarities[place], 0);
    return { entry, at, worth, answered };
  });
  const most = found.reduce((best, { answered }) => Math.max(best, answered), 0);
  return found.filter(({ worth, answered }) => worth > 0 && answered >= most * MOST_OF_WORDS);
};

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

/* A title that has all words of a phrase must have them in a row; in texts only the words are known. */
const keepsPhrases = (phrases, terms, entry, at) =>
  phrases.every((phrase) => {
    const own = new Set(wordsOf(phrase));
    const isInTitle = terms.filter(({ typed }) => own.has(typed)).every(({ worth }) => worth[at] >= WORTH.titles[STARTS]);
    return !isInTitle || foldedTitle(entry).includes(phrase);
  });

const valuesOf = (index, entry, facet) => (facet === "kind" ? [index.kinds.get(entry.kind)] : entry[facet]);

const passes = (index, entry, chosen, facet) =>
  !chosen[facet].size || valuesOf(index, entry, facet).some((value) => chosen[facet].has(value));

/* How many each value of a filter would leave, the other filters being as they are. */
const counted = (index, found, chosen, facet) => {
  const others = FACETS.filter((other) => other !== facet);
  const counts = new Map();
  for (const { entry } of found) {
    if (!others.every((other) => passes(index, entry, chosen, other))) continue;
    for (const value of valuesOf(index, entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

/** What answers a query. `chosen` has for each facet a set of the places of values that were chosen.

    `results` are the entries, the best first, each with whether only its text has one of the words;
    `isPartial` where nothing has all words, and these have most; `counts` are those of each facet; `wanted` are the runs of texts that must be known for more;
    `common` are words that too many texts have. */
export const search = (index, query, chosen) => {
  const folded = fold(query.replace(/["“”„«»]/g, " "));
  const phrases = [...query.matchAll(QUOTED)].map(([, phrase]) => fold(phrase));
  const words = [...new Set(wordsOf(query))];
  const terms = words.length ? words.map((word) => weigh(index, word)) : folded ? [weighSigns(index, folded)] : [];
  const stops = terms.filter(({ typed }) => index.stops.has(typed));
  if (stops.length < terms.length) for (const term of stops) term.isStop = true;
  const wanted = [...new Set(terms.flatMap((term) => [...term.wanted]))];
  let found = terms.length ? index.entries.map((entry, at) => ({ entry, at, worth: worthOf(index, terms, folded, at) })) : [];
  found = found.filter(({ entry, at, worth }) => worth > 0 && keepsPhrases(phrases, terms, entry, at));
  const isPartial = !found.length && terms.length > 1 && !wanted.length;
  if (isPartial) found = partly(index, terms);
  for (const each of found) each.isInText = terms.some((term) => isOfText(term.worth[each.at]));
  found.sort((one, other) =>
    other.worth - one.worth || index.kinds.get(one.entry.kind) - index.kinds.get(other.entry.kind) || one.at - other.at);
  return {
    terms,
    results: found.filter(({ entry }) => FACETS.every((facet) => passes(index, entry, chosen, facet))),
    counts: Object.fromEntries(FACETS.map((facet) => [facet, counted(index, found, chosen, facet)])),
    wanted,
    isPartial: isPartial && found.length > 0,
    common: terms.filter(({ isCommon, isStop }) => isCommon && !isStop).map(({ typed }) => typed),
  };
};

