/* The programme as Markdown, and as plain text for a message. */
import { say, sayList } from "./elements.js";
import { hoursText } from "./hours.js";
import { comma } from "./language.js";
import { addressOf, dayWords } from "./my-list.js";

const words = document.getElementById("sentences").dataset;

/** Sections as Markdown (CommonMark): a heading for each edition and day, an item for each line. */
export const markdown = (sections) => written(sections, {
  edition: (title) => `# ${escaped(title)}`,
  part: (title) => `## ${escaped(title)}`,
  item: (line) => `- ${escaped(hours(line))}[${escaped(line.title)}](<${addressOf(line)}>)${rest(line, escaped)}`,
});

/** Sections as text. */
export const plain = (sections) => written(sections, {
  edition: (title) => title,
  part: (title) => title,
  item: (line) => `- ${hours(line)}${line.title}${rest(line, (text) => text)}\n  ${addressOf(line)}`,
});

const written = (sections, form) => {
  const blocks = sections.filter(({ edition }) => edition).flatMap((section) => [
    form.edition(section.edition.title),
    ...parts(section).flatMap(([title, lines]) => [form.part(title), lines.map(form.item).join("\n")]),
  ]);
  return `${blocks.join("\n\n")}\n`;
};

const parts = ({ edition, days, untimed, alone }) =>
  [
    ...days.map(({ day, lines }) => [dayWords(day, edition), lines]),
    [words.withoutTime, untimed],
    [words.papersAlone, alone],
  ].filter(([, lines]) => lines.length);

const hours = ({ place }) => {
  const known = hoursText(place?.start, place?.end, place?.day);
  return known ? `${known} ` : "";
};

/* What stands behind the title: "— A. Author, B. Author. Hall A, board 12. Cancelled." */
const rest = (line, form) => {
  const { entry, place, state, note } = line;
  const facts = [
    (entry.authors ?? entry.people ?? []).join(comma),
    [place?.room, place?.board && say("board", { board: place.board })].filter(Boolean).join(comma),
    state && say(`state-${state}`),
    line.clashes.length && say("clash", { titles: sayList(line.clashes.map(({ title }) => say("write", { title }))) }),
    note && say("own-note", { note }),
  ].filter(Boolean);
  return facts.length ? ` — ${form(facts.join(". "))}` : "";
};

const escaped = (text) => text.replace(/[\\`*_[\]<>~]|&(?=[#A-Za-z])|#/g, "\\$&");
