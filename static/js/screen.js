/* The screen before a room: of its programme, which is all in the page, what is on and what comes next. So it
   lives a day without network; where there is one, it asks for what changed. */
import { language } from "./language.js";

const MINUTE = 60_000;
const ASK_AGAIN = 2 * MINUTE;
const LASTS = 60 * MINUTE; // what a session takes of which no end is known, and after which none begins

const screen = document.querySelector(".room-screen");
const zone = screen.dataset.zone || undefined;
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: zone });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

let asked = Date.now();

const taken = (places) => places.filter(({ dataset }) => dataset.start && !["cancelled", "withdrawn"].includes(dataset.state));

/* Each with its start and its end, which may be the start of the next one. */
const timed = (places) => {
  const found = taken(places).map((place) => ({ place, start: Date.parse(place.dataset.start) }));
  found.sort((one, two) => one.start - two.start);
  return found.map((each, position) => {
    const known = Date.parse(each.place.dataset.end ?? "");
    const following = found.slice(position + 1).find(({ start }) => start > each.start)?.start ?? Infinity;
    return { ...each, end: known || Math.min(following, each.start + LASTS) };
  });
};

const isOn = (now) => ({ start, end }) => start <= now && now < end;

const within = (milliseconds) => {
  const minutes = Math.ceil(milliseconds / MINUTE);
  return minutes < 90 ? relative.format(minutes, "minute") : relative.format(Math.round(minutes / 60), "hour");
};

const show = ({ place, start, end }, what, now) => {
  const { on, next, ends } = screen.dataset;
  const isToday = weekday.format(start) === weekday.format(now) && start - now < 24 * 60 * MINUTE;
  const text = what === "now" ? `${on} · ${ends.replace("{when}", within(end - now))}`
    : `${next} · ${isToday ? within(start - now) : weekday.format(start)}`;
  const label = place.querySelector(".screen-label");
  place.dataset.shown = what;
  if (label.textContent !== text) label.textContent = text;
  for (const talk of timed([...place.querySelectorAll(".screen-talk")])) {
    if (what === "now" && isOn(now)(talk)) talk.place.dataset.shown = what;
  }
};

const draw = (now) => {
  for (const place of screen.querySelectorAll("[data-shown]")) delete place.dataset.shown;
  const all = timed([...screen.querySelectorAll(".screen-session")]);
  const later = all.filter(({ start }) => now < start);
  const shown = all.filter(isOn(now));
  for (const each of shown) show(each, "now", now);
  for (const each of later.filter(({ start }) => start === later[0].start)) show(each, "next", now);
  screen.querySelector(".screen-over").hidden = shown.length + later.length > 0;
  screen.querySelector(".screen-clock").textContent = clock.format(now);
  screen.dataset.live = "";
};

/* What another build says of this room. */
const ask = async () => {
  asked = Date.now();
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(".screen-list");
    if (answer.ok && list) screen.querySelector(".screen-list").replaceWith(list);
  } catch {
    // without network what is known stays
  }
};

const turn = async () => {
  if (Date.now() - asked >= ASK_AGAIN) await ask();
  draw(Date.now());
  setTimeout(turn, 1000 * (60 - new Date().getSeconds()));
};

export const again = () => draw(Date.now());

export const start = turn;
