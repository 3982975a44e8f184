/* The page of what can be read offline: which page the reader wanted, and which ones are kept of visits. */
import { element } from "./elements.js";
import { root } from "./root.js";
import { hasCaches, visited } from "./caches.js";

const MOST_SHOWN = 60;

const titleOf = async (copy) =>
  new DOMParser().parseFromString(await copy.text(), "text/html").title;

const list = async (section) => {
  const cache = await caches.open(visited);
  const newest = (await cache.keys()).reverse().slice(0, MOST_SHOWN);
  const items = await Promise.all(newest.map(async (request) => {
    const title = await titleOf(await cache.match(request));
    return element("li", {}, element("a", { href: request.url, dir: "auto" }, title)); // it may run from right to left
  }));
  section.querySelector("ul").replaceChildren(...items);
  section.hidden = !items.length;
};

const showWanted = (notice) => {
  const wanted = new URLSearchParams(location.search).get("wanted");
  const address = new URL(wanted ?? "", root);
  if (wanted === null || !address.href.startsWith(root.href)) return;
  notice.querySelector("a").href = address.href;
  notice.hidden = false;
};

export const again = () => start();

export const start = async () => {
  showWanted(document.getElementById("not-kept"));
  if (hasCaches()) await list(document.getElementById("visited-pages")).catch(() => {});
};
