/* CSV (RFC 4180). As in the site's own tables a cell that a spreadsheet would run has a ' before it, and
   several values in a cell are parted by "; " with a \ before a ";" or "\" of their own. */
import { clock, dayOf } from "./hours.js";
import { addressOf } from "./my-list.js";

const COLUMNS = [
  "edition", "kind", "title", "people", "session", "date", "start", "end", "end_date", "room", "board", "status", "note", "own_note", "url",
];

/** A table of lines, with a row of names first. */
export const table = (lines) => [COLUMNS, ...lines.map(row)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

const row = (line) => {
  const { entry, place } = line;
  return [
    entry.edition.id,
    entry.kind,
    line.title,
    (entry.authors ?? entry.people ?? []).map((name) => name.replace(/[\\;]/g, "\\$&")).join("; "),
    place?.session.title,
    dayOf(place?.start) || place?.day,
    clock(place?.start),
    clock(place?.end),
    dayOf(place?.end) === dayOf(place?.start) ? "" : dayOf(place?.end),
    place?.room,
    place?.board,
    line.state ?? (place ? "scheduled" : "published"),
    place?.note,
    line.note,
    addressOf(line),
  ];
};

const cell = (value = "") => {
  const safe = /^'*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
