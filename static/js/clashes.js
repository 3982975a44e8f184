/* Which of the chosen overlap. */
import { isOff } from "./programme.js";

/** The instant of a time in milliseconds; a time without an offset counts as it stands. NaN without a day. */
export const instant = (machine) => {
  if (!machine || machine.length < 16) return NaN;
  return Date.parse(machine.length === 16 ? `${machine}Z` : machine);
};

/** For each line, a chosen entry at one of its places, the lines that it shares some time with.
 *
 * What has no end lasts no time, and overlaps where it begins within another or together with it. A session
 * does not clash with what is in it, nor two of its papers that have no times of their own. */
export const clashes = (lines) => {
  const found = new Map(lines.map((line) => [line, []]));
  const timed = lines.map(spanned).filter(({ line, start }) => !Number.isNaN(start) && !isOff(line.state));
  timed.sort((one, other) => one.start - other.start);
  let open = [];
  for (const each of timed) {
    open = open.filter((other) => other.end > each.start || other.start === each.start);
    for (const other of open) {
      if (areKin(each.line, other.line)) continue;
      found.get(each.line).push(other.line);
      found.get(other.line).push(each.line);
    }
    open.push(each);
  }
  return found;
};

const spanned = (line) => {
  const start = instant(line.place.start);
  const end = instant(line.place.end);
  return { line, start, end: end > start ? end : start };
};

const areKin = (one, other) => {
  if (one.entry === other.entry || one.entry.edition !== other.entry.edition) return true;
  const [first, second] = [one.place, other.place];
  if (first.session.part_of === second.session.id || second.session.part_of === first.session.id) return true;
  return first.session === second.session && (first.isWhole || second.isWhole || !first.isTimed || !second.isTimed);
};
