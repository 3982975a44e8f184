/* The lines of a programme: what was chosen at each of its places, by edition and day. */
import { clashes } from "./clashes.js";
import { editionOf } from "./programme.js";

/** The chosen entries by edition, the newest first: each with its days, what has no time, what is alone.
 *
 * `chosen` are pairs of an address and what was seen of it, `editions` those that could be loaded. What none
 * of them has is made of what was seen: `isGone` where its edition was loaded, else it is only not known. */
export const sections = (chosen, editions) => {
  const lines = chosen.flatMap(([id, seen]) => linesOf(id, seen, editions));
  const overlaps = clashes(lines.filter(({ place }) => place));
  for (const line of lines) line.clashes = overlaps.get(line) ?? [];
  const names = [...new Set(lines.map(({ id }) => editionOf(id)))];
  names.sort((one, other) => (begin(one, editions) < begin(other, editions) ? 1 : -1));
  return names.map((name) => section(name, editions.get(name), lines.filter(({ id }) => editionOf(id) === name)));
};

/** The lines of sections that are still on this site, in order. */
export const linesIn = (shown) => shown.flatMap(({ days, untimed, alone }) => [...days.flatMap(({ lines }) => lines), ...untimed, ...alone]);

const linesOf = (id, seen, editions) => {
  const edition = editions.get(editionOf(id));
  const entry = edition?.entries.get(id);
  if (!entry) return [{ id, ...remembered(id, seen), isGone: edition !== undefined }];
  const { title, state } = entry;
  if (entry.places.length === 0) return [{ id, entry, title, state }];
  return entry.places.map((place) => ({
    id,
    entry,
    place,
    title: place.title ?? title,
    state: state ?? place.state,
  }));
};

/* What was seen of an entry stands in for it; of one never seen there is only its address. */
const remembered = (id, seen) => {
  const [start = "", end = "", room = ""] = Object.values(seen?.at ?? {})[0] ?? [];
  const name = id.split(/[/#]/).filter(Boolean).at(-1);
  return { title: seen?.title ?? name.replaceAll("-", " "), seen: { start, end, room } };
};

/* The day on which an edition begins, as far as it is known; then its name decides. */
const begin = (name, editions) => {
  const { first_day, days = {} } = editions.get(name) ?? {};
  return `${first_day ?? Object.keys(days)[0] ?? ""} ${name}`;
};

const section = (name, edition, lines) => {
  const days = new Map();
  const [gone, lastSeen, alone, untimed] = [[], [], [], []];
  for (const line of lines.sort(inOrder)) {
    if (!line.entry) (line.isGone ? gone : lastSeen).push(line);
    else if (!line.place) alone.push(line);
    else if (!line.place.day) untimed.push(line);
    else days.set(line.place.day, [...(days.get(line.place.day) ?? []), line]);
  }
  const ordered = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return { name, edition, days: ordered.map(([day, of]) => ({ day, lines: of })), untimed, alone, lastSeen, gone };
};

/* By their times as the clocks of the place show them; what has none comes last. */
const inOrder = (one, other) => {
  const [first, second] = [one.place?.start ?? "~", other.place?.start ?? "~"];
  if (first !== second) return first < second ? -1 : 1;
  const [at, then] = [one.place?.order ?? [0, 0], other.place?.order ?? [0, 0]];
  return at[0] - then[0] || at[1] - then[1] || (one.title < other.title ? -1 : 1);
};
