/* Elements of the page, and the sentences that the page brings for its scripts. */
import { comma, number } from "./language.js";

/** An element with attributes and children; text stays text. An attribute that is false is left out. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
};

/** Words of the page with their places filled in: "{number} results". */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => shown(values[name]) ?? place);

const shown = (value) => (typeof value === "number" ? number(value) : value);

/** The sentence of a name, with its places filled in. */
export const say = (name, values = {}) => filled(sentence(name), values);

/** A phrase for a number of things. `forms` are those of its language, as the page brings them: JSON. */
export const counted = (forms, number, values = {}) => {
  const { language, ...known } = JSON.parse(forms);
  return filled(known[new Intl.PluralRules(language).select(number)] ?? known.other, { number, ...values });
};

/** The sentence of a name for a number of things. */
export const sayCount = (name, number, values = {}) => counted(sentence(name), number, values);

/** Several in one sentence: "A, B and C". */
export const sayList = (items) =>
  items.length < 2 ? items.join("") : say("list", { first: items.slice(0, -1).join(comma), last: items.at(-1) });

const sentence = (name) =>
  document.getElementById("sentences").content.querySelector(`[data-name="${name}"]`).textContent;
