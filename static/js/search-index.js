/* The index that the build made (site_gen/exports/search/index.py), as the search needs it. */
import { slug, wordsOf } from "./search-words.js";

const BASE = 45;
const STEP = 100;
const AT_ONCE = 8; // milliseconds; a phone takes four times as long as a desk
let since = 0;

/* What somebody types or presses meanwhile comes first: an index of thousands is read in steps. */
const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

const inSteps = async (items, work) => {
  for (let at = 0; at < items.length; at += 1) {
    if (at % STEP === 0 && performance.now() - since > AT_ONCE) {
      await pause();
      since = performance.now();
    }
    work(items[at], at);
  }
};

/** The numbers that a text holds. */
export const numbers = (text) => {
  const found = [];
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - (code > 92 ? 36 : 35); // there is no backslash among the digits
    if (digit < BASE) {
      found.push(value * BASE + digit);
      value = 0;
    } else {
      value = value * BASE + digit - BASE + 1;
    }
  }
  return found;
};

/** Rising numbers out of the gaps between them. */
export const rising = (text) => {
  let before = -1;
  return numbers(text).map((gap) => (before += gap + 1));
};

const routeOf = (prefix, id, title, limit) => {
  const name = id === "" ? slug(title, limit) : id;
  return prefix + name + (name.includes("#") ? "" : "/");
};

/* Names are told by how many new ones came since: 0 is the next new one. */
const readNames = (groups) => {
  let next = 0;
  return groups.map((group) =>
    (group.names ?? []).map((text) => numbers(text).map((back) => (back === 0 ? next++ : next - back))));
};

const entriesOf = (group, names) =>
  group.titles.map((title, at) => {
    const valueOf = (column, absent) => group[column]?.[at] ?? absent;
    const one = (column) => (valueOf(column, null) === null ? [] : [valueOf(column)]);
    return {
      kind: group.kind, title, route: routeOf(group.prefix, valueOf("ids", ""), title, group.limit),
      names: names[at] ?? [], aliases: [], places: valueOf("places", []), edition: group.edition === null ? [] : [group.edition],
      day: one("days"), track: one("tracks"), award: one("awards").flat(), room: one("rooms")[0],
      start: valueOf("starts", ""), label: one("labels")[0], state: valueOf("states", ""), papers: 0,
    };
  });

/* What takes place in other entries, as papers in sessions, is on their days and in their tracks. */
const placeIn = (entries) => inSteps(entries.filter(({ places }) => places.length), (entry) => {
  entry.places = entry.places.map(([place, start, board]) => ({ within: entries[place], start, board }));
  entry.day = [...new Set(entry.places.flatMap(({ within }) => within.day))];
  entry.track = [...new Set(entry.places.flatMap(({ within }) => within.track))];
});

/* A person is in every edition that names them. */
const peopleOf = async (people, entries) => {
  const found = new Map();
  await inSteps(people.ids, (id, row) => {
    if (typeof id !== "string") return;
    const title = people.names[row];
    found.set(row, {
      kind: "person", title, route: routeOf(people.prefix, id, title, people.limit), names: [], aliases: people.aliases[row] ?? [],
      places: [], edition: [], day: [], track: [], award: [], state: "", papers: 0,
    });
  });
  await inSteps(entries, (entry) => {
    for (const row of entry.names) {
      const person = found.get(ownRow(people, row));
      if (!person) continue;
      person.edition = [...new Set([...person.edition, ...entry.edition])];
      if (entry.kind === "paper") person.papers += 1;
    }
  });
  return found;
};

const ownRow = (people, row) => (typeof people.ids[row] === "number" ? people.ids[row] : row);

/** Words with the numbers of the entries that have them, sorted by word. */
const lexicon = async (pairs) => {
  const having = new Map();
  await inSteps(pairs, ([text, numbers]) => {
    for (const word of new Set(wordsOf(text))) {
      if (!having.has(word)) having.set(word, []);
      having.get(word).push(...numbers);
    }
  });
  const words = [...having.keys()].sort();
  return { words, entries: words.map((word) => having.get(word)) };
};

/* Where and when entries are, as words with their entries: "2022", "monday", "poster", "a3"; of kinds of
   sessions also what else they are called. What takes place in another entry is of its kind. */
const placesOf = async (tables, entries, kinds) => {
  const words = Object.fromEntries(Object.entries({
    edition: tables.editions.map(([id]) => id), day: tables.days.map(([, day]) => day), track: tables.tracks,
    award: tables.awards, room: tables.rooms, label: tables.labels.map((label, at) => `${label} ${tables.synonyms[at]}`),
  }).map(([facet, names]) => [facet, names.map(wordsOf)]));
  const having = new Map();
  await inSteps(entries, (entry, at) => {
    const wordsAt = (facets, at) => facets.flatMap((facet) => [at[facet] ?? []].flat().flatMap((value) => words[facet][value]));
    const own = wordsAt(Object.keys(words), entry);
    own.push(...wordsOf(tables.kind_synonyms[kinds.get(entry.kind)]));
    for (const { within, board } of entry.places) own.push(...wordsAt(["label"], within), ...wordsOf(board ?? ""));
    for (const word of new Set(own)) {
      if (!having.has(word)) having.set(word, []);
      having.get(word).push(at);
    }
  });
  return having;
};

/* What sessions and awards are called, as words with the entries that are of such a kind. */
const kindWordsOf = async (tables, entries, kinds) => {
  const having = new Map();
  await inSteps(entries, ({ kind, label }, at) => {
    const called = kind === "session" ? `${tables.labels[label] ?? ""} ${tables.synonyms[label] ?? ""}` : "";
    for (const word of wordsOf(`${called} ${tables.kind_synonyms[kinds.get(kind)]}`)) {
      if (!having.has(word)) having.set(word, new Set());
      having.get(word).add(at);
    }
  });
  return having;
};

/** The entries of an index, and the words of their titles and names. */
export const read = async (raw) => {
  const names = readNames(raw.groups);
  const entries = raw.groups.flatMap((group, at) => entriesOf(group, names[at]));
  await placeIn(entries);
  const people = await peopleOf(raw.people, entries);
  const all = [...entries, ...people.values()];

  const kinds = new Map(raw.kinds.map(([kind], order) => [kind, order]));
  const naming = new Map(); // the entries that name a person, by the row of the person's own name
  await inSteps(entries, (entry, at) => {
    for (const row of new Set(entry.names.map((each) => ownRow(raw.people, each)))) {
      if (!naming.has(row)) naming.set(row, []);
      naming.get(row).push(at);
    }
  });
  const spelt = [
    ...raw.people.names.map((name, row) => [name, naming.get(ownRow(raw.people, row)) ?? []]),
    ...[...people].flatMap(([row, { aliases }]) => aliases.map((alias) => [alias, naming.get(row) ?? []])),
  ];
  const titled = all.flatMap((entry, at) => [entry.title, ...entry.aliases].map((text) => [text, [at]]));
  return {
    version: raw.version, tables: raw, entries: all, texts: { words: [], runs: [], entries: [] },
    nameOf: (row) => raw.people.names[row],
    titles: await lexicon(titled),
    names: await lexicon(spelt),
    places: await placesOf(raw, entries, kinds),
    ofKind: await kindWordsOf(raw, entries, kinds),
    stops: new Set(wordsOf(raw.stops)),
    kinds,
  };
};

/** Learn the words of texts, of which no entries are known yet. */
export const addWords = (index, { words, runs }) => {
  let end = 0;
  index.texts = { words: words ? words.split(" ") : [], runs: runs.map((length) => (end += length)), entries: [] };
};

/** Which run tells the entries of a word. */
export const runOf = (index, place) => index.texts.runs.findIndex((end) => place < end);

/** Learn the entries of a run of words; of a word that too many have they are null. */
export const addRun = (index, run, texts) => {
  const first = run ? index.texts.runs[run - 1] : 0;
  for (let place = first; place < index.texts.runs[run]; place += 1) {
    const text = texts[place - first];
    index.texts.entries[place] = text ? rising(text) : null;
  }
};
