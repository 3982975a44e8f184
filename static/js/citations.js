/* The bibliography of a paper, a session or a person as a file: its entries, as they stand in the bibliography
   of the edition or series, which is there anyway. That one is in no pack for times without a network: then
   the button says that it could not be loaded. Without this script there are no buttons. */
import { reply } from "./reply.js";
import { save } from "./save.js";

/* How each format parts its entries, which key an entry has, and how entries make a file. */
const FORMATS = {
  bib: {
    type: "application/x-bibtex",
    entries: (text) => text.split(/\n(?=@)/),
    key: (entry) => /^@\w+\{([^,]*),/.exec(entry)[1],
    file: (entries) => entries.join("\n"),
  },
  ris: {
    type: "application/x-research-info-systems",
    entries: (text) => text.split(/(?<=\r\n\r\n)(?=TY)/),
    key: (entry) => /\r\nID {2}- ([^\r]*)/.exec(entry)[1],
    file: (entries) => entries.join(""),
  },
  "csl.json": {
    type: "application/vnd.citationstyles.csl+json",
    entries: (text) => text.slice("[\n".length, -"\n]\n".length).split(",\n"),
    key: (entry) => JSON.parse(entry).id,
    file: (entries) => `[\n${entries.join(",\n")}\n]\n`,
  },
};

/** Those entries of a bibliography that have these keys, in the order of the keys. */
export const picked = (text, ending, keys) => {
  const { entries, key, file } = FORMATS[ending];
  const byKey = new Map(entries(text).map((entry) => [key(entry), entry]));
  if (!keys.every((each) => byKey.has(each))) throw new Error("an entry is missing");
  return file(keys.map((each) => byKey.get(each)));
};

const give = async (button) => {
  const { from, name, lost } = button.dataset;
  const ending = Object.keys(FORMATS).find((each) => name.endsWith(`.${each}`));
  const keys = button.closest("[data-keys]").dataset.keys.split(" ");
  try {
    const answer = await fetch(from);
    if (!answer.ok) throw new Error(answer.status);
    save(name, FORMATS[ending].type, picked(await answer.text(), ending, keys));
  } catch {
    reply(button, lost);
  }
};

export const again = () => start();

export const start = () => {
  for (const button of document.querySelectorAll(".made-file")) {
    button.addEventListener("click", () => give(button));
  }
  for (const place of document.querySelectorAll(".made")) place.hidden = false;
};
