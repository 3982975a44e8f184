/* What is on now and next, while the conference runs: told by now.json, asked again from time to time,
   for a programme changes. Before the first day the number of days to it, where the page wants that. */
import { element, filled } from "./elements.js";
import { dayOf, daysAfter, hoursNodes } from "./hours.js";
import { root } from "./root.js";
import { convert } from "./zone.js";

const MINUTE = 60 * 1000;
const ASK_AGAIN = 10 * MINUTE;
const MOST_SHOWN = 6;
const HERE = "#now";
const MARKED = ".session-card, .session-card .slot[data-end]:not([data-state='cancelled'], [data-state='withdrawn'])";

let bar;
let sessions = [];
let asked = 0;
let drawn = "";
let timer;

const language = document.documentElement.lang;
const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
const part = (name) => bar.querySelector(`[data-part="${name}"]`);

/* The day at the venue: midnight there is another moment than the reader's. */
const venueDay = (now) => {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(bar.dataset.zone); // not every browser knows such a zone
  if (offset) {
    const minutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
    return new Date(now + minutes * MINUTE).toISOString().slice(0, 10);
  }
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: bar.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(now);
  const named = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${named.year}-${named.month}-${named.day}`;
};

const item = (session) => {
  const made = bar.querySelector("template").content.firstElementChild.cloneNode(true);
  const link = made.querySelector("a");
  link.href = new URL(session.url, root);
  link.textContent = session.title;
  const hours = made.querySelector(".hours");
  hours.append(...hoursNodes(session.start, session.end));
  if (daysAfter(dayOf(session.end), dayOf(session.start))) hours.dataset.under = dayOf(session.start);
  made.querySelector(".room").textContent = session.room ?? "";
  const status = made.querySelector(".status-badge");
  status.textContent = session.status ?? "";
  status.hidden = !session.status;
  return made;
};

const fill = (name, found) => {
  const shown = found.slice(0, MOST_SHOWN).map(item);
  if (found.length > shown.length) {
    const more = filled(bar.dataset.more, { number: found.length - shown.length });
    shown.push(element("li", {}, element("a", { href: dayPage(found[0]) }, more)));
  }
  part(name).querySelector("ul").replaceChildren(...shown);
  part(name).hidden = !found.length;
};

const dayPage = (session) => new URL(`${session.day ?? dayOf(session.start)}/${HERE}`, new URL(bar.dataset.schedule, location));

/* The sessions of the page that are on, and their talks as far as their ends are known: marked in words as
   well as by their looks. */
const mark = (on, now) => {
  const urls = new Set(on.map((session) => session.url));
  const isRunning = ({ start, end }) => Date.parse(start) <= now && now < Date.parse(end);
  for (const card of document.querySelectorAll(MARKED)) {
    const isOn = urls.has(card.closest(".session-card").dataset.star) && (card.matches(".session-card") || isRunning(card.dataset));
    if (isOn === card.hasAttribute("data-now")) continue;
    card.toggleAttribute("data-now", isOn);
    const place = card.querySelector(":scope > :is(.session-time, .slot-title)");
    if (isOn) place.append(" ", badge());
    else place.querySelector(".now-badge").remove();
  }
};

const badge = () => element("strong", { class: "badge now-badge" }, bar.ariaLabel);

const cardOf = (session) => document.querySelector(`.session-card[data-star="${CSS.escape(session.url)}"]`);

const jump = () => {
  const card = bar.target && cardOf(bar.target);
  if (!card) return;
  card.querySelector("h3 a").focus({ preventScroll: true });
  settle(card, 5);
};

/* In a very long day what comes into view gets its true height only then: a card is where it is after
   some frames. */
const settle = (card, frames) => {
  card.scrollIntoView({ behavior: "instant" });
  if (frames) requestAnimationFrame(() => settle(card, frames - 1));
};

const show = (now) => {
  const on = sessions.filter(({ start, until }) => Date.parse(start) <= now && now < Date.parse(until));
  const later = sessions.filter(({ start }) => now < Date.parse(start));
  const next = later.filter(({ start }) => Date.parse(start) === Date.parse(later[0].start));
  mark(on, now);
  const state = JSON.stringify([on, next, venueDay(now)]);
  if (state === drawn) return;
  drawn = state;
  fill("now", on);
  fill("next", next);
  const isToday = next.length && dayOf(next[0].start) === venueDay(now);
  bar.querySelector("[data-part='next'] .now-when").textContent =
    next.length && !isToday ? weekday.format(Date.parse(dayOf(next[0].start))) : "";
  bar.target = on[0] ?? next[0];
  bar.hidden = !bar.target;
  const link = bar.querySelector(".now-jump a");
  if (bar.target) link.href = cardOf(bar.target) ? HERE : dayPage(bar.target);
  link.parentElement.hidden = !bar.target;
  convert(bar);
};

const countDown = (today) => {
  const days = Math.round((Date.parse(bar.dataset.firstDay) - Date.parse(today)) / (24 * 60 * MINUTE));
  const when = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
  const text = bar.querySelector(".now-start");
  text.textContent = bar.dataset.starts.replace("{when}", when);
  text.hidden = false;
  bar.hidden = false;
};

const ask = async () => {
  asked = Date.now();
  try {
    const answer = await fetch(bar.dataset.source, { cache: "no-cache" });
    if (answer.ok) sessions = (await answer.json()).sessions;
  } catch {
    asked = 0; // the network is gone: what is known stays, and the next look asks again
  }
};

/* The moment of the next change, but not later than in a minute: a machine that slept is late. */
const pause = (now) => {
  const changes = sessions.flatMap(({ start, until }) => [Date.parse(start), Date.parse(until)]);
  return Math.min(MINUTE, ...changes.filter((change) => change > now).map((change) => change - now));
};

const look = async () => {
  const today = venueDay(Date.now());
  if (today < bar.dataset.firstDay) {
    if (bar.dataset.starts) countDown(today);
  } else {
    bar.querySelector(".now-start").hidden = true;
    if (Date.now() - asked > ASK_AGAIN) await ask();
    show(Date.now());
  }
};

const isOver = () => venueDay(Date.now()) > bar.dataset.lastDay;

const turn = async () => {
  clearTimeout(timer);
  await look();
  timer = setTimeout(turn, pause(Date.now()));
};

export const again = async () => {
  const template = document.querySelector(".now-template");
  bar = template.content.firstElementChild.cloneNode(true);
  drawn = "";
  if (isOver()) return;
  template.after(bar);
  bar.querySelector(".now-jump a").addEventListener("click", (event) => {
    if (event.currentTarget.hash === HERE && cardOf(bar.target)) {
      event.preventDefault();
      jump();
    }
  });
  await turn();
};

export const start = async () => {
  await again();
  if (isOver()) return;
  document.addEventListener("visibilitychange", () => document.hidden || turn());
  if (location.hash === HERE) jump();
};
