/* What a reader keeps: the address of each page or talk, with what was known of it when it was last
   looked at. `null` where nothing was known yet. */
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

export { NAME };
