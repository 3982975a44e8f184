/* The page of the own programme: what is starred here, or what a link brings. */
import { announce } from "./announce.js";
import { element, say, sayCount } from "./elements.js";
import { change, starred } from "./starred.js";
import { acknowledge, changes, showChanges } from "./my-changed.js";
import { linesIn, sections } from "./lines.js";
import { showSections } from "./my-list.js";
import { note, notes, prune } from "./notes.js";
import { editionOf, load, snapshot } from "./programme.js";
import { codesIn, decoded, linkTo } from "./share.js";
import { keep, read } from "./store.js";

const at = (id) => document.getElementById(id);
const editions = new Map();
const removed = new Map();
let before = new Map();
let shown = { sections: [], ids: [] };
let fresh = [];
let compared = "theirs";

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
  compared = "theirs";
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
  const sides = sidesOf(ids, [...before.keys()].filter((id) => codes.has(editionOf(id))));
  drawCompare(sides);
  drawList(sides[compared].map((id) => [id, null]), failed);
  at("shared").hidden = false;
  at("shared-count").textContent = codes.size ? sayCount("shared", ids.length, { fresh: fresh.length }) : say("no-share");
  list(at("shared-unknown"), unknown);
  const add = at("add");
  add.textContent = sayCount("add", fresh.length);
  add.hidden = fresh.length === 0;
  for (const each of ["changed", "begin", "clear", "restore"]) at(each).hidden = true;
};

/* What both have, and what only one of them, of the editions that the link speaks of. */
const sidesOf = (theirs, mine) => ({
  theirs,
  both: theirs.filter((id) => before.has(id)),
  "only-theirs": fresh,
  "only-mine": mine.filter((id) => !theirs.includes(id)),
});

const drawCompare = (sides) => {
  at("compare").hidden = before.size === 0;
  for (const choice of at("compare").querySelectorAll("input")) {
    choice.checked = choice.value === compared;
    choice.parentElement.querySelector(".count").textContent = sides[choice.value].length;
  }
};

const drawList = (chosen, failed) => {
  const { activeElement: active } = document;
  const focused = active?.dataset.note ?? active?.dataset.restore ?? active?.value;
  const isOwn = !codesIn(location.hash);
  const gone = isOwn ? removed : new Map();
  shown = { sections: sections(chosen, editions), ids: chosen.map(([id]) => id).filter((id) => !gone.has(id)) };
  for (const line of linesIn(shown.sections)) line.note = before.has(line.id) ? notes().get(line.id) : "";
  showSections(at("days"), shown.sections, gone, isOwn ? notes() : null);
  list(at("failed"), failed.map((edition) => say("not-loaded", { edition })));
  at("count").textContent = sayCount("count", shown.ids.length);
  at("count").hidden = !isOwn;
  at("tools").hidden = shown.ids.length === 0;
  at("fill-open").hidden = !isOwn;
  if (!isOwn) close("fill");
  at("my").hidden = false;
  if (focused) refocus(focused);
  for (const [panel, show] of Object.entries(PANELS)) if (!at(panel).hidden) show();
};

const list = (within, sentences) =>
  within.replaceChildren(...sentences.map((text) => element("li", { class: "statement" }, text)));

/* A list that is drawn again keeps the focus on what takes the place of what was there. */
const refocus = (id) => {
  const places = at("days").querySelectorAll("button, input");
  [...places].find((each) => [each.value, each.dataset.restore, each.dataset.note].includes(id))?.focus();
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

const drawApp = async () => {
  const { drawApp: show } = await import("./my-app.js");
  await show(at("app-links"), shown.sections, report);
};

const drawFill = async () => {
  const { drawFill: show } = await import("./my-fill.js");
  const names = new Set(shown.ids.map(editionOf));
  const known = [...names].flatMap((name) => editions.get(name) ?? []);
  await show(at("gaps"), known, shown.ids).catch(() => at("gaps").replaceChildren(say("fill-lost")));
};

const PANELS = { share: drawShare, app: drawApp, fill: drawFill };

const close = (panel) => {
  at(panel).hidden = true;
  at(`${panel}-open`).setAttribute("aria-expanded", false);
};

const toggle = (panel) => {
  if (!at(panel).hidden) return close(panel);
  at(panel).hidden = false;
  at(`${panel}-open`).setAttribute("aria-expanded", true);
  return PANELS[panel]();
};

const takeAlong = async (kind) => {
  const { take } = await import("./take.js");
  report(await take(kind, shown, Number(at("alarm").value)));
};

const PRESSED = {
  add,
  own,
  clear,
  restore: () => restore([...removed.keys()]),
  "all-seen": () => seen([...at("changed-list").querySelectorAll("[data-seen]")].map((each) => each.dataset.seen)),
  "share-open": () => toggle("share"),
  "app-open": () => toggle("app"),
  "fill-open": () => toggle("fill"),
};

/* What is typed is kept at once, and stands wherever the same is listed. */
const write = ({ target }) => {
  const { note: id } = target.dataset;
  if (!id) return;
  note(id, target.value);
  for (const other of document.querySelectorAll("[data-note]")) if (other.dataset.note === id) other.value = target.value;
  for (const line of linesIn(shown.sections)) if (line.id === id) line.note = notes().get(id);
};

const choose = ({ target }) => {
  if (target.name === "compare") compared = target.value;
  if (target.name === "compare") draw();
  if (target === at("alarm")) keep("alarm", target.value);
};

export const start = () => {
  prune(starred());
  at("alarm").value = read("alarm", "");
  draw();
  document.addEventListener("input", write);
  document.addEventListener("change", choose);
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
