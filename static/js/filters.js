/* Only the sessions of some kinds, tracks and rooms, online or not. What is chosen stands in the address, so that it can
   be shared and goes along from day to day: several of one group widen the choice, several groups narrow
   it. What this page has no box for counts too. "Mine" are those with a star on them or on one of their
   talks: whose, that depends on the browser. */
import { announce } from "./announce.js";
import { filled } from "./elements.js";
import { starred } from "./starred.js";

/* The groups, and where a session carries its own. */
const CARRIED = { kind: "kind", track: "track", room: "rooms", attendance: "attendance", access: "access" };
const MINE = "mine";
const GROUPS = [...Object.keys(CARRIED), MINE];
const SESSIONS = ".session-card, .session-line, .session-part";

const chosen = () => new URLSearchParams(location.search);

const fits = (session, query) =>
  Object.entries(CARRIED).every(([group, carried]) => {
    const wanted = query.getAll(group);
    const own = (session.dataset[carried] ?? "").split(" ");
    return !wanted.length || wanted.some((value) => own.includes(value));
  });

const isMine = (session, stars) =>
  [session, ...session.querySelectorAll("[data-star]")].some((each) => stars.has(each.dataset.star));

/* The times and days of which nothing is left. */
const hideEmpty = () => {
  for (const group of document.querySelectorAll(".time-block, .day")) {
    group.hidden = [...group.querySelectorAll(SESSIONS)].every((session) => session.hidden);
  }
};

/* A session is there with what fits of its parts; with all of them where it fits itself. */
const show = (all, query) => {
  const stars = query.has(MINE) && starred();
  const found = all.filter((session) => fits(session, query) && (!stars || isMine(session, stars)));
  const fitting = new Set(found);
  for (const session of all) {
    const whole = session.parentElement.closest(".session-card");
    session.hidden = !fitting.has(session) && !(whole && fitting.has(whole) && !stars);
  }
  if (GROUPS.some((group) => query.has(group))) for (const each of found) reveal(each, each.parentElement);
  if (stars) for (const each of document.querySelectorAll(".slot")) if (stars.has(each.dataset.star)) reveal(each, each);
  hideEmpty();
  return found.length;
};

/* What folds hide of what was chosen is seen. */
const reveal = (element, within) => {
  const whole = element.parentElement.closest(".session-card");
  if (whole) whole.hidden = false;
  for (let fold = within.closest("details.talks"); fold; fold = fold.parentElement.closest("details.talks")) fold.open = true;
};

/** Show what was chosen; the number of it in words. */
const apply = (form) => {
  const query = chosen();
  const all = [...document.querySelectorAll(SESSIONS)];
  const shown = show(all, query);
  for (const input of form.querySelectorAll("input[name]")) {
    input.checked = query.getAll(input.name).includes(input.value);
  }
  for (const link of document.querySelectorAll(".day-menu a")) link.search = query;
  const text = shown ? filled(form.dataset.chosen, { shown, all: all.length }) : form.dataset.none;
  form.querySelector(".count").textContent = text;
  form.querySelector(".filter-result").hidden = !GROUPS.some((group) => query.has(group));
  return text;
};

const choose = (form, query) => {
  const search = String(query) && `?${query}`;
  history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
  announce(apply(form));
};

const turn = (form, { name, value, checked }) => {
  const query = chosen();
  const others = query.getAll(name).filter((each) => each !== value);
  query.delete(name);
  for (const each of checked ? [...others, value] : others) query.append(name, each);
  choose(form, query);
};

const reset = (form) => {
  const query = chosen();
  for (const group of GROUPS) query.delete(group);
  choose(form, query);
  form.querySelector("summary").focus();
};

export const again = () => {
  const form = document.querySelector(".filters");
  form.addEventListener("change", ({ target }) => target.name && turn(form, target));
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    reset(form);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply(form);
  form.hidden = false;
};

export const start = () => {
  again();
  for (const event of ["popstate", "plenary:stars"]) {
    addEventListener(event, () => apply(document.querySelector(".filters")));
  }
};
