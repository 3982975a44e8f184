/* A page knows no time: which deadlines are past, and when the next one is, says the reader's clock. */
import { element } from "./elements.js";
import { dayOf } from "./hours.js";
import { language } from "./language.js";

const DAY = 24 * 60 * 60 * 1000;
const ANYWHERE_ON_EARTH = 36 * 60 * 60 * 1000; // from the beginning of a day until it is over everywhere

const list = () => document.querySelector(".deadline-list");
const endOf = (machine) => Date.parse(machine) + (machine === dayOf(machine) ? ANYWHERE_ON_EARTH : 0);

/* The day of the reader's calendar at a moment, as a number. */
const dayNumber = (moment) => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY;

/* In how many days a deadline is, as one counts them: what ends tonight is today, from the morning on. */
const daysTo = (machine) => {
  const day = machine === dayOf(machine) ? Date.parse(machine) / DAY : dayNumber(new Date(machine));
  return Math.max(0, day - dayNumber(new Date()));
};

const mark = (line, text) =>
  line.querySelector(".deadline-name").append(" ", element("span", { class: "badge deadline-badge" }, text));

export const again = () => start();

export const start = () => {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const lines = [...list().children].map((line) => [line, endOf(line.querySelector("time").dateTime) - Date.now()]);
  for (const [line, left] of lines) {
    if (left >= 0) continue;
    line.dataset.past = "";
    mark(line, list().dataset.past);
  }
  const next = lines.find(([, left]) => left >= 0);
  if (!next) return;
  next[0].dataset.next = "";
  mark(next[0], relative.format(daysTo(next[0].querySelector("time").dateTime), "day"));
};
