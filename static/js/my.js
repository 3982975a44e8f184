/* The page of the own programme: what is starred here, or what a link brings. */
import { announce } from "./announce.js";
import { element, say, sayCount } from "./elements.js";
import { change, starred } from "./starred.js";
import { acknowledge, changes, showChanges } from "./my-changed.js";
import { sections } from "./lines.js";
import { showSections } from "./my-list.js";
import { editionOf, load, snapshot } from "./programme.js";
import { codesIn, decoded, linkTo } from "./share.js";
import { dress } from "./stars.js";

const at = (id) => document.getElementById(id);
const editions = new Map();
const removed = new Map();
let before = new Map();
let shown = { sections: [], ids: [] };
let fresh = [];

/** Load editions; the names of those that did not answer. One that the site has not is null. */
const loadAll = async (names) => {
  const failed = [];
  const one = async (name) => {
    try {
      editions.set(name, await load(name));
    } catch {
      failed.push(name);
    }
  };
  await Promise.all([...new Set(names)].map(one));
  return failed;
};

const draw = async () => {
  const codes = codesIn(location.hash);
  const stars = starred();
  for (const [id, seen] of before) if (!stars.has(id)) removed.set(id, seen);
  for (const id of stars.keys()) removed.delete(id);
  before = stars;
  const names = codes ? [...codes.keys()] : [...stars.keys(), ...removed.keys()].map(editionOf);
  const failed = await loadAll(names);
  if (codes) drawShared(codes, failed);
  else drawOwn(failed);
};

const drawOwn = (failed) => {
  const found = changes(editions);
  before = starred();
  drawList([...before, ...removed], failed);
  at("shared").hidden = true;
  at("changed").hidden = found.length === 0;
  showChanges(at("changed-list"), found);
  at("begin").hidden = before.size + removed.size > 0;
  at("clear").hidden = before.size === 0;
  at("restore").hidden = removed.size < 2;
};

const drawShared = (codes, failed) => {
  const ids = [];
  const unknown = [];
  for (const [name, of] of codes) {
    if (failed.includes(name)) continue;
    const edition = editions.get(name);
    const found = edition ? decoded(of, edition) : { ids: [], unknown: of.length };
    ids.push(...found.ids);
    if (found.unknown) unknown.push(sayCount("unknown", found.unknown, { edition: edition?.title ?? name }));
  }
  fresh = ids.filter((id) => !before.has(id));
  drawList(ids.map((id) => [id, null]), failed);
  at("shared").hidden = false;
  at("shared-count").textContent = codes.size ? sayCount("shared", ids.length, { fresh: fresh.length }) : say("no-share");
  list(at("shared-unknown"), unknown);
  const add = at("add");
  add.textContent = sayCount("add", fresh.length);
  add.hidden = fresh.length === 0;
  for (const each of ["changed", "begin", "clear", "restore"]) at(each).hidden = true;
};

const drawList = (chosen, failed) => {
  const focused = document.activeElement?.value || document.activeElement?.dataset?.restore;
  const gone = codesIn(location.hash) ? new Map() : removed;
  shown = { sections: sections(chosen, editions), ids: chosen.map(([id]) => id).filter((id) => !gone.has(id)) };
  showSections(at("days"), shown.sections, gone);
  list(at("failed"), failed.map((edition) => say("not-loaded", { edition })));
  at("count").textContent = sayCount("count", shown.ids.length);
  at("count").hidden = Boolean(codesIn(location.hash));
  at("tools").hidden = shown.ids.length === 0;
  at("my").hidden = false;
  if (focused) refocus(focused);
  if (!at("share").hidden) drawShare();
};

const list = (within, sentences) =>
  within.replaceChildren(...sentences.map((text) => element("li", { class: "statement" }, text)));

/* A list that is drawn again keeps the focus on the button that takes the place of the one that was there. */
const refocus = (id) => {
  const buttons = at("days").querySelectorAll("button");
  [...buttons].find((button) => button.value === id || button.dataset.restore === id)?.focus();
};

const restore = (ids) => {
  change((stars) => ids.forEach((id) => stars.set(id, removed.get(id))));
  changed();
};

const changed = () => dispatchEvent(new CustomEvent("plenary:stars"));

const clear = () => {
  change((stars) => stars.clear());
  changed();
  report(say("cleared"));
  at("restore").hidden = false;
  at("restore").focus();
};

const add = () => {
  const ids = fresh;
  change((stars) => ids.forEach((id) => stars.set(id, snapshot(editions.get(editionOf(id)).entries.get(id)))));
  own();
  report(sayCount("added", ids.length));
};

const own = () => {
  history.pushState(null, "", location.pathname + location.search);
  changed();
};

const seen = (ids) => {
  acknowledge(ids, editions);
  changed();
};

const report = (text) => {
  at("message").textContent = text;
  if (at("tools").hidden) announce(text);
};

const drawShare = async () => {
  const { drawCode } = await import("./my-share.js");
  drawCode(linkTo(shown.ids), report);
};

const openShare = () => {
  const isOpen = at("share").hidden;
  at("share").hidden = !isOpen;
  at("share-open").setAttribute("aria-expanded", isOpen);
  if (isOpen) drawShare();
};

const takeAlong = async (kind) => {
  const { take } = await import("./take.js");
  report(await take(kind, shown));
};

const PRESSED = {
  add,
  own,
  clear,
  restore: () => restore([...removed.keys()]),
  "all-seen": () => seen([...at("changed-list").querySelectorAll("[data-seen]")].map((each) => each.dataset.seen)),
  "share-open": openShare,
};

export const start = () => {
  draw();
  addEventListener("plenary:stars", draw);
  addEventListener("hashchange", draw);
  addEventListener("popstate", draw);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    if (!button) return;
    PRESSED[button.id]?.();
    if (button.dataset.restore) restore([button.dataset.restore]);
    if (button.dataset.seen) seen([button.dataset.seen]);
    if (button.dataset.take) takeAlong(button.dataset.take);
  });
};
