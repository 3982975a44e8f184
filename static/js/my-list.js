/* The lists of the own programme as they are shown. */
import { element, say, sayList } from "./elements.js";
import { clock, dayOf, daysAfter, hoursNodes } from "./hours.js";
import { comma, digits, language } from "./language.js";
import { root } from "./root.js";
import { dress } from "./stars.js";
import { convert, start as startZone } from "./zone.js";

const words = document.getElementById("sentences").dataset;

/** Show sections in an element; `removed` are the addresses that can be put back, `notes` the reader's own
 * lines, null where the list is not their own. */
export const showSections = (within, sections, removed, notes) => {
  within.replaceChildren(...sections.map((each) => sectionOf(each, removed, notes)));
  complete(within);
};

/** Show lines in a list, for themselves. */
export const showLines = (list, lines) => {
  list.replaceChildren(...lines.map((line) => shownLine(line)));
  complete(list);
};

const complete = (within) => {
  dress(within);
  // The first list with times begins what other pages begin with their own.
  if (document.querySelector("template.reader-time-switch")) startZone();
  else convert(within);
};

/** The address of what a line shows. */
export const addressOf = (line) => new URL(line.entry?.page ?? line.id.split("#", 1)[0], root).href;

/** A day in words, those of the site where it has this day. */
export const dayWords = (day, edition) =>
  edition?.days?.[day] ??
  new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(day));

const sectionOf = ({ name, edition, days, untimed, alone, lastSeen, gone }, removed, notes) => {
  const id = `of-${name}`;
  const title = element("a", { href: new URL(`${name}/`, root).href }, edition?.title ?? name);
  const list = (lines) => element("ol", { class: "session-list" }, ...lines.map((line) => lineOf(line, removed, notes)));
  const part = (heading, lines) => (lines.length ? [element("h3", {}, heading), list(lines)] : []);
  return element(
    "section",
    { class: "my-edition", "aria-labelledby": id },
    element("h2", { id }, edition ? title : name),
    days.length > 0 && element("p", { class: "zone" }, edition.times),
    ...days.flatMap(({ day, lines }) => part(element("time", { datetime: day }, dayWords(day, edition)), lines)),
    ...part(words.withoutTime, untimed),
    ...part(words.papersAlone, alone),
    ...part(words.lastSeen, lastSeen),
    ...part(words.gone, gone),
  );
};

const lineOf = (line, removed, notes) => (removed.has(line.id) ? removedLine(line) : shownLine(line, notes));

const removedLine = ({ id, title }) =>
  element(
    "li",
    { class: "my-removed" },
    element("span", {}, say("removed", { title })),
    element("button", { type: "button", class: "action", "data-restore": id, "aria-label": `${words.undo}: ${title}` }, words.undo),
  );

const shownLine = (line, notes = null) => {
  const { id, entry, place, state } = line;
  const { start, end } = place ?? line.seen ?? {};
  return element(
    "li",
    {
      class: place || line.seen ? "session-line" : "my-line",
      "data-star": id,
      "data-kind": place?.session.kind ?? "other",
      "data-state": state ?? "scheduled",
      "data-clash": line.clashes.length > 0,
    },
    (place || line.seen) && element("p", { class: "session-time" }, ...hours(start, end, place)),
    element(
      "div",
      { class: "session-what" },
      element("p", { class: entry?.paper ? "paper-title" : "session-title" }, entry ? element("a", { href: addressOf(line) }, line.title) : line.title),
      element("p", { class: "session-facts" }, ...facts(line)),
      namesOf(entry) && element("p", { class: "my-names" }, namesOf(entry)),
      place?.note && element("p", { class: "note" }, place.note),
      line.clashes.length > 0 && clashOf(line),
      line.because && element("p", { class: "my-names" }, line.because),
      notes && noteOf(line, notes),
    ),
  );
};

/* On paper and to the eye it is a line of text; what is typed is kept with each letter. */
const noteOf = ({ id, title }, notes) =>
  element("input", {
    class: "my-note",
    "data-note": id,
    "aria-label": `${words.note}: ${title}`,
    placeholder: words.noteHint,
    maxlength: 300,
    value: notes.get(id) ?? "",
  });

const hours = (start, end, place) => {
  if (!clock(start)) return place ? [element("span", { class: "unknown" }, say("no-time"))] : [];
  const under = place?.day ?? dayOf(start);
  const isMarked = [start, end].some((machine) => daysAfter(dayOf(machine), under));
  return [element("span", { class: "hours", "data-under": isMarked && under }, ...hoursNodes(start, end, under))];
};

const facts = ({ entry, place, state, seen }) => {
  const { session, isWhole, room, board } = place ?? {};
  return [
    entry && place && element("span", { class: "kind" }, entry.edition.kinds[session.kind]),
    (room ?? seen?.room) && element("span", { class: "room" }, room ?? seen.room),
    board && element("span", { class: "board" }, say("board", { board })),
    session && !isWhole && element("span", {}, say("in", { session: session.title })),
    state && element("strong", { class: "badge status-badge" }, say(`state-${state}`)),
  ].map((fact) => fact || "");
};

const namesOf = (entry) => (entry?.authors ?? entry?.people ?? []).join(comma);

const clashOf = (line) => {
  const titles = line.clashes.map((other) => say("write", { title: other.title }) + ` (${digits(clock(other.place.start))})`);
  return element("p", { class: "my-clash" }, say("clash", { titles: sayList(titles) }));
};
