/* What a reader keeps: the address of each page or talk, with what was known of it when it was last
   looked at. `null` where nothing was known yet. */
import { root } from "./root.js";
import { keep, read } from "./store.js";

const NAME = "stars";

/** What is kept, by address, in the order in which it was starred. */
export const starred = () => {
  const found = read(NAME);
  const isList = found && typeof found === "object" && !Array.isArray(found);
  return new Map(isList ? Object.entries(found) : []);
};

/** Change what is kept, by a function on the map of it; whether the next page will still know. */
export const change = (how) => {
  const stars = starred();
  how(stars);
  return keep(NAME, Object.fromEntries(stars));
};

/** What is kept of a place in a page: where it does not say so itself, the page to which its title leads. */
export const keyOf = (place) =>
  (place.dataset.star ||= decodeURIComponent(place.querySelector("a").href.slice(root.href.length)));

export { NAME };
