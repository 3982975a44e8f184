/* Elements of the page, and the sentences that the page brings for its scripts. */

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
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

/** The sentence of a name, with its places filled in. */
export const say = (name, values = {}) => filled(sentence(name), values);

/** The sentence for one or for many. */
export const sayCount = (name, number, values = {}) =>
  say(`${name}-${number === 1 ? "one" : "many"}`, { number, ...values });

/** Several in one sentence: "A, B and C". */
export const sayList = (items) =>
  items.length < 2 ? items.join("") : say("list", { first: items.slice(0, -1).join(", "), last: items.at(-1) });

const sentence = (name) =>
  document.getElementById("sentences").content.querySelector(`[data-name="${name}"]`).textContent;
