/* Values kept in this browser, each site's under names of its own, for one address may serve several
   sites. Where the browser keeps nothing (blocked, full) a value lives as long as the page. */
import { root } from "./root.js";

const held = new Map();
const named = (name) => `plenary:${root.pathname}:${name}`;

/** What was kept under a name, `absent` where nothing was or where it cannot be read. */
export const read = (name, absent = null) => {
  try {
    const text = held.get(name) ?? localStorage.getItem(named(name));
    return text === null ? absent : JSON.parse(text);
  } catch {
    return absent;
  }
};

/** Keep a plain value; whether it will still be there on the next page. */
export const keep = (name, value) => {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(named(name), text);
    held.delete(name);
    return true;
  } catch {
    held.set(name, text);
    return false;
  }
};

/** Call `changed` when another page of the site keeps something else under this name. */
export const watch = (name, changed) =>
  addEventListener("storage", (event) => {
    if (event.key === named(name) || event.key === null) changed();
  });
