/* The names under which this site's worker (worker.js) keeps copies. */
import { root } from "./root.js";

/** Whether this browser has caches for us: one that is told to keep nothing may not even let us ask. */
export const hasCaches = () => {
  try {
    return Boolean(globalThis.caches);
  } catch {
    return false;
  }
};

const prefix = `plenary:${root.pathname}:`;
const editions = `${prefix}edition:`;

export const visited = `${prefix}visited`;
export const cacheOf = (edition) => editions + edition;

/** All that this site keeps, by name. */
export const allCaches = async () => {
  const names = hasCaches() ? await caches.keys().catch(() => []) : [];
  return names.filter((name) => name.startsWith(prefix));
};

/** The editions of which something was saved. */
export const savedEditions = async () =>
  (await allCaches()).filter((name) => name.startsWith(editions)).map((name) => name.slice(editions.length));
