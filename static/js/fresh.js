/* A page that may be out of date becomes what the network has, in place: no flash, no jump. */
import { announce } from "./announce.js";
import { digestOf } from "./digest.js";
import { language } from "./language.js";

const FIRST_WAIT = 5000; // milliseconds between two tries; each next one waits twice as long
const LONGEST_WAIT = 60_000;

const marks = document.documentElement.dataset; // by the worker, of a copy
let shown = marks.digest; // which version of the page this is, where that is known
let trying = false;
let bar;

const address = () => location.href.split("#")[0];

/** Find out which version of the page came from the network: its copy tells. */
export const noteShown = async () => {
  const copy = shown ? undefined : await caches.match(address().split("?")[0]);
  if (copy) shown = await digestOf(await copy.arrayBuffer());
};

const filesOf = (page) =>
  [...page.querySelectorAll('link[rel="stylesheet"], script[type="module"]')]
    .map((each) => each.getAttribute("href") ?? each.getAttribute("src"))
    .join();

const replace = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  // With another theme or other scripts, or one that cannot begin again, this page cannot become that one.
  const isPossible = filesOf(fresh) === filesOf(document) && dispatchEvent(new Event("plenary:replace", { cancelable: true }));
  if (!isPossible) return location.reload();
  const [left, top, focused] = [scrollX, scrollY, document.activeElement?.id];
  document.title = fresh.title;
  document.body.replaceChildren(...fresh.body.childNodes);
  dispatchEvent(new Event("plenary:replaced"));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  scrollTo({ left, top, behavior: "instant" });
};

/** Ask the network once; whether it answered. `cache` tells the worker whether what is under way will do. */
const tryOnce = async (cache) => {
  const response = await fetch(address(), { cache }).catch(() => undefined);
  const bytes = response?.ok && !response.redirected && (await response.arrayBuffer().catch(() => undefined));
  if (!bytes) return false;
  const digest = await digestOf(bytes);
  const current = bar?.dataset.current;
  bar?.remove();
  bar = undefined;
  delete marks.saved;
  if (digest !== shown) replace(new TextDecoder().decode(bytes));
  shown = digest;
  if (current) announce(current);
  return true;
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The network is back, or the reader thinks so. */
const sign = () =>
  new Promise((resolve) => {
    addEventListener("online", resolve, { once: true });
    bar?.querySelector("button").addEventListener("click", resolve, { once: true });
  });

/** Make the page what the network has; as often as need be where a copy is shown, else with one try. */
export const refresh = async (cache = "reload") => {
  if (trying) return;
  trying = true;
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT), cache = "reload") {
    const again = sign();
    const patiently = (answered) => answered || (bar && Promise.race([again, pause(wait)]));
    await Promise.race([tryOnce(cache).then(patiently), again]);
    if (!bar) break;
  }
  trying = false;
};

const timeOf = (moment) => {
  const isToday = moment.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { weekday: "short", day: "numeric", month: "short" };
  return moment.toLocaleString(language, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
};

export const again = () => {};

/** On a page that is a copy: say so, and go on asking. */
export const start = () => {
  const saved = new Date(Number(marks.saved));
  if (bar || !marks.saved) return;
  const template = document.getElementById("saved-bar");
  bar = template.content.firstElementChild.cloneNode(true);
  const time = document.createElement("time");
  time.dateTime = saved.toISOString();
  time.textContent = timeOf(saved);
  const [before, after] = bar.dataset.saved.split("{time}");
  bar.querySelector("p").replaceChildren(before, time, after);
  document.body.append(bar);
  announce(before + time.textContent + after);
  refresh("no-store");
};
