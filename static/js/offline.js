/* On every page, behind all else: the worker that keeps pages for bad times, and what a page does that
   was long out of sight. In the preview there is no worker, and one of before has to go. */
import { root } from "./root.js";
import { read, keep } from "./store.js";
import { allCaches, savedEditions } from "./caches.js";

const OUT_OF_SIGHT = 60_000; // milliseconds after which a page is looked at anew
const BETWEEN_UPDATES = 600_000;
const SETTLED = 1000;

const isPreview = () => document.querySelector('script[src^="/__preview__/"]') !== null;

const leave = async () => {
  for (const each of await navigator.serviceWorker.getRegistrations()) {
    if (each.scope === root.href) await each.unregister();
  }
  await forgetAll();
  for (const pause of [SETTLED, 3 * SETTLED]) setTimeout(forgetAll, pause); // it may still be keeping this page
};

const forgetAll = async () => {
  for (const name of await allCaches()) await caches.delete(name);
};

/** Bring saved editions up to date, now and then. */
const updateSaved = async () => {
  if (Date.now() - read("packs-updated", 0) < BETWEEN_UPDATES) return;
  const editions = await savedEditions();
  if (!editions.length) return;
  const { update } = await import("./packs.js");
  keep("packs-updated", Date.now());
  for (const edition of editions) {
    // Where the network is gone the next page tries again.
    await update(edition).catch(({ name }) => name === "TypeError" && keep("packs-updated", 0));
  }
};

/** A page that comes back into sight shows what is true now. */
const watchReturns = async () => {
  const { refresh, noteShown } = await import("./fresh.js");
  let hiddenAt = Date.now();
  setTimeout(() => noteShown().catch(() => {}), SETTLED); // without it, all that comes is new
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > OUT_OF_SIGHT) refresh();
  });
  addEventListener("pageshow", (event) => event.persisted && refresh());
};

const begin = async () => {
  await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.href });
  await watchReturns();
  await updateSaved();
};

export const again = () => {};

export const start = () => {
  if (!("serviceWorker" in navigator)) return;
  const work = isPreview() ? leave : begin;
  const whenLoaded = () => work().catch(() => {}); // the browser forbids it: the site works without
  if (document.readyState === "complete") whenLoaded();
  else addEventListener("load", whenLoaded);
};
