/* The shown programme as a file, as text to paste, or on paper. Made here: nothing is asked of a server but
   the citations, which lie beside the papers. */
import { say, sayList } from "./elements.js";
import { linesIn } from "./lines.js";
import { copied } from "./my-share.js";
import { root } from "./root.js";
import { save } from "./save.js";

const NAME = "programme";

/** Take the shown sections along in a form; what is to be said of it, empty where nothing is. A calendar rings
 * so many minutes before each event, 0 for never. */
export const take = (kind, { sections }, minutes) => FORMS[kind](linesIn(sections), sections, minutes);

const saved = (ending, type, text) => {
  save(`${NAME}.${ending}`, type, text);
  return "";
};

const bibliography = async (lines) => {
  const papers = [...new Map(lines.filter(({ entry }) => entry.paper).map(({ entry }) => [entry.id, entry])).values()];
  if (papers.length === 0) return say("no-papers");
  const entries = await Promise.all(papers.map(citation));
  const lost = papers.filter((_, at) => entries[at] === null).map(({ title }) => say("write", { title }));
  if (lost.length < papers.length) saved("bib", "application/x-bibtex", entries.filter(Boolean).join("\n"));
  return lost.length ? say("no-codes", { titles: sayList(lost) }) : "";
};

const citation = async ({ id, paper }) => {
  try {
    const answer = await fetch(new URL(`${id}${paper}.bib`, root));
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
};

const FORMS = {
  calendar: async (lines, _, minutes) => {
    const { calendar } = await import("./calendar-file.js");
    const text = calendar(lines, minutes);
    return text ? saved("ics", "text/calendar", text) : say("no-events");
  },
  bibtex: bibliography,
  table: async (lines) => {
    const { table } = await import("./table-file.js");
    return saved("csv", "text/csv", table(lines));
  },
  markdown: async (_, sections) => {
    const { markdown } = await import("./text-files.js");
    return saved("md", "text/markdown", markdown(sections));
  },
  text: async (_, sections) => {
    const { plain } = await import("./text-files.js");
    return copied(plain(sections));
  },
  paper: () => {
    print();
    return "";
  },
};
