/* A line of the reader's own beside what is starred. It stays in this browser and goes into the reader's own
   files; no link and no page of the site ever holds it. */
import { keep, read } from "./store.js";

const NAME = "notes";
const LONGEST = 300;

/** All notes, by the address of what they are about. */
export const notes = () => {
  const found = read(NAME);
  return new Map(found && typeof found === "object" && !Array.isArray(found) ? Object.entries(found) : []);
};

/** Keep a note; an empty one is none. */
export const note = (id, text) => {
  const line = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  const all = notes();
  if (line) all.set(id, line);
  else all.delete(id);
  keep(NAME, Object.fromEntries(all));
};

/** Forget the notes about what is not among these any more. */
export const prune = (ids) => {
  const all = notes();
  const kept = [...all].filter(([id]) => ids.has(id));
  if (kept.length < all.size) keep(NAME, Object.fromEntries(kept));
};
