/* What is on now and next, while the conference runs: told by now.json, asked again from time to time,
   for a programme changes. Before the first day the number of days to it, where the page wants that. */
import { announce } from "./announce.js";
import { counted, element, filled } from "./elements.js";
import { clock, dayOf, daysAfter, hoursNodes, hoursText } from "./hours.js";
import { comma, digits, language } from "./language.js";
import { root } from "./root.js";
import { convert } from "./zone.js";

const MINUTE = 60 * 1000;
const ASK_AGAIN = 2 * MINUTE;
const MOST_OPENED = 12; // talks of the sessions that are opened because they are on
const MOST_SHOWN = 6;
const HERE = "#now";
const MARKED = ".session-card, .session-card :is(.slot, .session-part)[data-start]:not([data-state='cancelled'], [data-state='withdrawn'])";

let bar;
let sessions = [];
let asked = 0;
let drawn = "";
let timer;

const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
const part = (name) => bar.querySelector(`[data-part="${name}"]`);

/* The day and the time at the venue: midnight there is another moment than the reader's. */
const atVenue = (now) => {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(bar.dataset.zone); // not every browser knows such a zone
  if (offset) {
    const minutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
    return new Date(now + minutes * MINUTE).toISOString();
  }
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: bar.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(now);
  const named = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${named.year}-${named.month}-${named.day}T${named.hour}:${named.minute}`;
};

const venueDay = (now) => dayOf(atVenue(now));

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
  const talk = running(cardOf(session))[0];
  if (talk) link.after(" ", element("bdi", { class: "now-talk" }, talk.textContent.trim()));
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

/* The sessions of the page that are on, and their talks: marked in words as well as by their looks. */
const mark = (on, now) => {
  const urls = new Set(on.map((session) => session.url));
  const isRunning = (talk) => Date.parse(talk.dataset.start) <= now && !(Date.parse(endOf(talk)) <= now);
  for (const card of document.querySelectorAll(MARKED)) {
    const isOn = urls.has(card.closest(".session-card").dataset.star) && (card.matches(".session-card") || isRunning(card));
    if (isOn === card.hasAttribute("data-now")) continue;
    card.toggleAttribute("data-now", isOn);
    const place = card.querySelector(":scope > .session-facts, :scope > .slot-title > .slot-time");
    if (isOn) place.append(" ", badge());
    else place.querySelector(".now-badge").remove();
  }
  const folds = [...document.querySelectorAll(".session-card > .talks")];
  for (const fold of folds) name(fold);
  if (!drawn) unfold(folds.filter((fold) => fold.parentElement.matches("[data-now]")));
};

/* Where nobody says when a talk ends, it takes the time to the next one, and the last one all that is left. */
const endOf = ({ dataset, nextElementSibling: next }) => dataset.end ?? next?.dataset.start;

/* What is folded says what of it is on, in the line that is there. */
const name = (fold) => {
  const summary = fold.querySelector("summary");
  const titles = running(fold).map((link) => link.textContent.trim());
  summary.querySelector(".now-talk")?.remove();
  if (!titles.length) return;
  const label = element("span", { class: "visually-hidden" }, `${bar.dataset.on}: `);
  summary.append(element("span", { class: "now-talk" }, label, element("bdi", {}, titles.join(comma))));
};

/* Only when the page comes, and out of sight: nothing moves by itself. Where much is on, all of it stays folded. */
const unfold = (folds) => {
  const talks = (fold) => fold.querySelectorAll(".slot, .session-part").length;
  const short = folds.filter((fold) => talks(fold) <= MOST_OPENED);
  if (short.reduce((sum, fold) => sum + talks(fold), 0) > MOST_OPENED) return;
  for (const fold of short) if (fold.getBoundingClientRect().top > innerHeight) fold.open = true;
};

/* The titles of the talks that are on, of what the page shows of a session. */
const running = (within) => [...(within?.querySelectorAll(".session-card > .talks [data-now]:not([data-whole]) > :is(.slot-title, .session-title) > a") ?? [])];

const badge = () => element("strong", { class: "badge now-badge" }, bar.dataset.on);

/* What another build changed is said where it stands, in a line that is there already. */
const compare = (before, after) => {
  const known = new Map(before.map((session) => [session.url, session]));
  const said = [];
  for (const session of after) {
    const was = known.get(session.url);
    if (!was) continue;
    const found = [];
    if (session.room && was.room !== session.room) found.push(filled(bar.dataset.room, { room: session.room }));
    if (was.start !== session.start || was.end !== session.end) {
      found.push(filled(bar.dataset.time, { time: hoursText(session.start, session.end) }));
    }
    if (session.status && was.status !== session.status) found.push(session.status);
    if (!found.length) continue;
    const place = cardOf(session)?.querySelector(":scope > .session-facts");
    place?.append(" ", element("strong", { class: "badge status-badge change-badge", title: found.join(comma) }, found.join(comma)));
    said.push(`${session.title}: ${found.join(comma)}`);
  }
  if (said.length) announce(said.join(". "));
};

/* The weekday of what is not on today. */
const otherDay = ({ start }, now) => (dayOf(start) === venueDay(now) ? "" : weekday.format(Date.parse(dayOf(start))));

/* "11:15 · 8 on now"; where nothing is on, when the next begins. */
const line = (on, next, now) => {
  const start = next[0] && `${otherDay(next[0], now)} ${hoursText(next[0].start)}`.trim();
  const what = on.length || !start ? counted(bar.dataset.count, on.length) : filled(bar.dataset.next, { start });
  const text = filled(bar.dataset.line, { time: digits(clock(atVenue(now).slice(0, 16))), what });
  const shown = bar.querySelector(".now-line");
  if (shown.textContent !== text) shown.textContent = text;
};

const cardOf = (session) => document.querySelector(`.session-card[data-star="${CSS.escape(session.url)}"]`);

const jump = () => {
  const card = bar.target && cardOf(bar.target);
  if (!card) return;
  const fold = card.closest("details");
  if (fold) fold.open = true;
  card.querySelector("h3 a").focus({ preventScroll: true });
  settle(card, 5);
};

/* In a very long day what comes into view gets its true height only then: a card is where it is after
   some frames. */
const settle = (card, frames) => {
  card.scrollIntoView({ behavior: "instant" });
  if (frames) requestAnimationFrame(() => settle(card, frames - 1));
};

/* A part is not told beside its whole. */
const wholes = (found) => {
  const urls = new Set(found.map(({ url }) => url));
  return found.filter((session) => !urls.has(session.part_of));
};

const show = (now) => {
  const on = wholes(sessions.filter(({ start, until }) => Date.parse(start) <= now && now < Date.parse(until)));
  const later = sessions.filter(({ start }) => now < Date.parse(start));
  const next = wholes(later.filter(({ start }) => Date.parse(start) === Date.parse(later[0].start)));
  mark(on, now);
  line(on, next, now);
  const state = JSON.stringify([on, next, venueDay(now)]);
  if (state === drawn) return;
  drawn = state;
  fill("now", on);
  fill("next", next);
  bar.querySelector("[data-part='next'] .now-when").textContent = next.length ? otherDay(next[0], now) : "";
  bar.target = on.find(({ start }) => start === on.at(-1).start) ?? next[0]; // not what lasts all day
  bar.hidden = !bar.target;
  const link = bar.querySelector(".now-jump a");
  if (bar.target) link.href = cardOf(bar.target) ? HERE : dayPage(bar.target);
  link.parentElement.hidden = !bar.target;
  convert(bar);
};

const countDown = (today) => {
  const days = Math.round((Date.parse(bar.dataset.firstDay) - Date.parse(today)) / (24 * 60 * MINUTE));
  const when = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
  bar.querySelector(".now-line").textContent = bar.dataset.starts.replace("{when}", when);
  bar.classList.add("now-start");
  bar.hidden = false;
};

const ask = async () => {
  asked = Date.now();
  try {
    const answer = await fetch(bar.dataset.source, { cache: "no-cache" });
    if (!answer.ok) return;
    const found = (await answer.json()).sessions;
    compare(sessions, found);
    sessions = found;
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
    bar.classList.remove("now-start");
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
