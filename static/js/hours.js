/* Times as the clocks of the place show them; one of another day than that under which it stands is marked. */
import { element } from "./elements.js";
import { digits, language } from "./language.js";

const DAY = 24 * 60 * 60 * 1000; // milliseconds

/** A time of day as the clocks of the place show it; empty where only the day is known. */
export const clock = (machine = "") => (machine.length > 10 ? machine.slice(11, 16) : machine.length === 5 ? machine : "");

/** The day of a time; empty where it has none. */
export const dayOf = (machine = "") => (machine.length >= 10 ? machine.slice(0, 10) : "");

/** By how many days a day is after another one. */
export const daysAfter = (day, under) => (day && under ? Math.round((Date.parse(day) - Date.parse(under)) / DAY) : 0);

/** A number of days as a mark: "+1", "−1"; empty for none. */
export const mark = (days) => (days ? `${days > 0 ? "+" : "−"}${digits(Math.abs(days))}` : "");

const marks = (start, end, under = dayOf(start)) => {
  const [first, last] = [start, end].map((machine) => mark(daysAfter(dayOf(machine), under)));
  return [clock(end) && first === last ? "" : first, last];
};

/** A beginning and an end, as far as they are known: "17:00–08:00 +1". */
export const hoursText = (start, end, under) => {
  const [first, last] = marks(start, end, under);
  const said = (machine, days) => clock(machine) && [digits(clock(machine)), days].filter(Boolean).join(" ");
  return [said(start, first), said(end, last)].filter(Boolean).join("–");
};

/** The same as elements. */
export const hoursNodes = (start, end, under) => {
  const [first, last] = marks(start, end, under);
  const time = (machine) => element("time", { datetime: machine }, digits(clock(machine)));
  const other = (machine, days) => days && element("span", { class: "other-day", title: weekday(machine) }, ` ${days}`);
  const until = clock(end) && element("span", { class: "until" }, "–", time(end), other(end, last));
  return [time(start), other(start, first), until].filter(Boolean);
};

const weekday = (machine) =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.parse(dayOf(machine)));
