/* The files of the index, all of one build: each carries the version of the whole. */
import { addRun, addWords, read } from "./search-index.js";

class OtherBuild extends Error {}

const get = async (url, cache = "default") => {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

/** A way into the index at an address; `titles()` first, then what is asked for.

    After a new build a host or a cache may still give the old titles: then they are fetched again, and
    `renew` is called with the new index. */
export const library = (address, renew) => {
  const pending = new Map();
  let index;

  const titles = async (cache) => {
    index = await read(await get(address, cache));
    pending.clear();
    return index;
  };

  const part = async (name) => {
    const url = new URL(`${name}.json?${index.version}`, address);
    const found = await get(url);
    if (found.version !== index.version) throw new OtherBuild(url);
    return found;
  };

  const add = async (name, learn) => {
    const asked = index;
    const found = await part(name);
    if (asked === index) learn(index, found);
  };

  const once = (name, learn) => {
    if (!pending.has(name)) {
      const adding = add(name, learn);
      adding.catch(() => pending.delete(name)); // what could not be had is asked for again
      pending.set(name, adding);
    }
    return pending.get(name);
  };

  const again = (load) => load().catch(async (error) => {
    if (!(error instanceof OtherBuild)) throw error;
    renew(await titles("reload"));
    await load();
  });

  const words = () => once("words", addWords);
  const runs = (wanted) => Promise.all(
    wanted.map((run) => once(`texts-${run}`, (known, { texts }) => addRun(known, run, texts))));

  return {
    titles,
    /** The words of all texts. */
    words: () => again(words),
    /** The entries of these runs of words; of another build only its words, for its runs are others. */
    runs: (wanted) => runs(wanted).catch((error) => {
      if (!(error instanceof OtherBuild)) throw error;
      return again(words);
    }),
  };
};
