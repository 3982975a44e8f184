/* iCalendar (RFC 5545). An event has the UID, SEQUENCE and DTSTAMP that it has in the site's own calendars,
   so that a program that has both shows it once. Times are in UTC, floating where no source names a zone. */
import { say } from "./elements.js";
import { addressOf } from "./my-list.js";
import { isOff } from "./programme.js";

const LONGEST_LINE = 75;
const ESCAPES = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };
const octets = new TextEncoder();

/** A calendar of lines; empty where none of them has a time. Each event rings so many minutes before, 0 for never. */
export const calendar = (lines, minutes) => {
  const events = new Map();
  for (const line of lines) for (const event of line.place?.events ?? []) add(events, event, line);
  if (events.size === 0) return "";
  return component("VCALENDAR", [
    ["VERSION", "2.0"],
    ["PRODID", "-//Plenary//Plenary//EN"],
    ["CALSCALE", "GREGORIAN"],
  ], [...events.values()].map((each) => vevent(each, minutes)));
};

const add = (events, event, line) => {
  const known = events.get(event.uid);
  if (known) known.lines.push(line);
  else events.set(event.uid, { event, lines: [line] });
};

/* What stands for several of the chosen is their session, and names them. */
const vevent = ({ event, lines }, minutes) => {
  const [first] = lines;
  const { edition } = first.entry;
  const { session, state, room } = first.place;
  const isSession = event === session;
  const status = isSession ? (session.state ?? "") : (state ?? "");
  const day = edition.first_day ?? event.start.slice(0, 10);
  const where = [isSession ? session.room : (event.room ?? room), edition.place].filter(Boolean).join(", ");
  const title = isSession ? session.title : first.title;
  return component("VEVENT", [
    ["UID", event.uid],
    ["DTSTAMP", `${day.replaceAll("-", "")}T000000Z`],
    ["SEQUENCE", String(event.revision ?? 0)],
    ["STATUS", isOff(status) ? "CANCELLED" : "CONFIRMED"],
    ["DTSTART", moment(event.start)],
    ...(later(event) ? [["DTEND", moment(event.end)]] : []),
    ["SUMMARY", text(title)],
    ...optional("LOCATION", where),
    ...optional("DESCRIPTION", describe(event, isSession, lines)),
    ["CATEGORIES", text(edition.kinds[session.kind])],
    ["URL", isSession ? addressOf({ entry: { page: `${edition.id}/sessions/${session.id}/` } }) : addressOf(first)],
  ], minutes && !isOff(status) ? [alarm(minutes, title)] : []);
};

const alarm = (minutes, title) => component("VALARM", [
  ["ACTION", "DISPLAY"],
  ["DESCRIPTION", text(title)],
  ["TRIGGER", `-PT${minutes}M`],
]);

const describe = (event, isSession, lines) => {
  const status = isSession ? event.state : lines[0].place.state;
  const note = [status && say(`state-${status}`), event.note].filter(Boolean).join(". ");
  const chosen = lines.filter(({ place }) => !(isSession && place.isWhole));
  const of = isSession ? chosen.map(item) : [names(lines[0]), say("in", { session: lines[0].place.session.title })];
  const own = isSession ? "" : noteOf(lines[0]);
  const whole = isSession ? lines.filter(({ place }) => place.isWhole).map(noteOf) : [];
  return [own, ...whole, note, (event.people ?? []).join("\n"), of.filter(Boolean).join("\n")].filter(Boolean).join("\n\n");
};

const item = (line) => {
  const board = line.place.board ? ` (${say("board", { board: line.place.board })})` : "";
  return [`- ${[line.title, names(line)].filter(Boolean).join(" — ")}${board}`, noteOf(line)].filter(Boolean).join("\n  ");
};

const noteOf = ({ note }) => (note ? say("own-note", { note }) : "");

const names = ({ entry }) => (entry.authors ?? []).join(", ");

/* "2022-08-29T08:45-07:00" in UTC; a floating time stays as it is. */
const moment = (machine) => {
  const at = machine.length === 16 ? `${machine}:00` : new Date(machine).toISOString();
  const digits = at.slice(0, 19).replace(/[-:]/g, "");
  return machine.length === 16 ? digits : `${digits}Z`;
};

const later = ({ start, end }) => end && end.length === start.length && moment(end) > moment(start);

const optional = (name, value) => (value ? [[name, text(value)]] : []);

const text = (value) => value.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").replace(/[\\;,\n]/g, (each) => ESCAPES[each]);

const component = (name, properties, components = []) =>
  [`BEGIN:${name}\r\n`, ...properties.map(property), ...components, `END:${name}\r\n`].join("");

/* Folded between characters into lines of at most 75 octets; the space that begins a line counts. */
const property = ([name, value]) => {
  const pieces = [""];
  let room = LONGEST_LINE;
  for (const character of `${name}:${value}`) {
    const length = octets.encode(character).length;
    if (length > room) {
      pieces.push("");
      room = LONGEST_LINE - 1;
    }
    pieces[pieces.length - 1] += character;
    room -= length;
  }
  return `${pieces.join("\r\n ")}\r\n`;
};
