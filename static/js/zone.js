/* The reader's time beside each time of the venue, where the two differ. A time without an offset is
   never converted: nobody knows when it is. */
import { keep, read, watch } from "./store.js";

const KEPT = "reader-time";
const OFFSET = /T\d\d:\d\d([+-]\d\d:\d\d|Z)$/;
const DAY = 24 * 60 * 60 * 1000;

const two = (number) => String(number).padStart(2, "0");
const clockOf = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
const dayOf = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long" });

/* How the reader's clock shows a time: with the number of days that it is ahead of the venue's. */
const converted = (time) => {
  const date = new Date(time.dateTime);
  const [venueDay] = time.dateTime.split("T");
  const ahead = Math.round((Date.parse(dayOf(date)) - Date.parse(venueDay)) / DAY);
  return { clock: clockOf(date), ahead, day: weekday.format(date), differs: ahead !== 0 || clockOf(date) !== time.dateTime.slice(11, 16) };
};

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const shownDay = ({ ahead, day }) => {
  if (ahead === 0) return [];
  const sign = element("sup", "reader-day", `${ahead > 0 ? "+" : "−"}${Math.abs(ahead)}`);
  sign.setAttribute("aria-hidden", "true");
  return [sign, element("span", "visually-hidden", ` ${day}`)];
};

const place = () => Intl.DateTimeFormat().resolvedOptions().timeZone?.split("/").pop().replaceAll("_", " ") ?? "";

const beside = (times) => {
  const [first, last = first] = times.map(converted);
  if (!first.differs && !last.differs) return null;
  const made = element("span", "reader-time", "");
  made.title = place();
  made.append(first.clock);
  if (times.length > 1) {
    if (first.ahead !== last.ahead) made.append(...shownDay(first));
    made.append(`–${last.clock}`);
  }
  made.append(...shownDay(last));
  return made;
};

/** Put the reader's time behind the hours and single times inside an element; whether any differs. */
export const convert = (within) => {
  const single = [...within.querySelectorAll("time")].filter((time) => !time.closest(".hours, h1, h2, h3"));
  const groups = [...within.querySelectorAll(".hours"), ...single];
  let differs = false;
  for (const group of groups) {
    const times = group.matches("time") ? [group] : [...group.querySelectorAll("time")];
    if (!times.length || !times.every((time) => OFFSET.test(time.dateTime))) continue;
    const made = beside(times);
    if (!made) continue;
    differs = true;
    if (group.matches("time")) group.after(" ", made);
    else group.append(" ", made);
  }
  return differs;
};

const show = (wanted) => document.documentElement.toggleAttribute("data-venue-time", !wanted);

const offer = (template) => {
  const control = template.content.firstElementChild.cloneNode(true);
  const input = control.querySelector("input");
  const text = control.querySelector("span");
  text.textContent = text.textContent.replace("{place}", place());
  const adopt = () => {
    input.checked = read(KEPT, true);
    show(input.checked);
  };
  input.addEventListener("change", () => {
    keep(KEPT, input.checked);
    adopt();
  });
  watch(KEPT, adopt);
  adopt();
  template.replaceWith(control);
};

export const start = () => {
  show(read(KEPT, true));
  if (!convert(document.querySelector("main"))) return;
  document.querySelectorAll(".reader-time-switch").forEach(offer);
};
