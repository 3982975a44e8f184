/* The reader's time beside each time of the venue, where the two differ, and a switch for it. A time
   without an offset is never converted: nobody knows when it is. */
import { element } from "./elements.js";
import { daysAfter, mark } from "./hours.js";
import { digits, language } from "./language.js";
import { keep, read, watch } from "./store.js";

const KEPT = "reader-time";
const OFFSET = /T\d\d:\d\d([+-]\d\d:\d\d|Z)$/;

const find = () => document.querySelector(".reader-time-switch");
let template = find();
const weekday = new Intl.DateTimeFormat(language, { weekday: "long" });
const two = (number) => String(number).padStart(2, "0");
const clockOf = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
const dayOf = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const place = () => Intl.DateTimeFormat().resolvedOptions().timeZone?.split("/").pop().replaceAll("_", " ") ?? "";

/* A time on the reader's clock; `ahead` is by how many days its date is after the one that it stands under,
   without such a one the venue's. */
const converted = ({ dateTime }, under) => {
  const date = new Date(dateTime);
  const [day, clock] = dateTime.split("T");
  const ahead = daysAfter(dayOf(date), under ?? day);
  const differs = dayOf(date) !== day || !clock.startsWith(clockOf(date));
  return { clock: digits(clockOf(date)), ahead, weekday: weekday.format(date), differs };
};

/* The eye gets the number of days, the ear the day. */
const dayMark = (time) => {
  if (time.ahead === 0) return [];
  return [
    element("sup", { class: "reader-day", "aria-hidden": "true" }, mark(time.ahead)),
    element("span", { class: "visually-hidden" }, ` ${time.weekday}`),
  ];
};

const readerTime = ([first, last]) => {
  const label = element("span", { class: "visually-hidden" }, `${template.dataset.label} `);
  const made = element("span", { class: "reader-time", title: place() }, label, first.clock);
  if (last && first.ahead !== last.ahead) made.append(...dayMark(first));
  if (last) made.append(`–${last.clock}`);
  made.append(...dayMark(last ?? first));
  return made;
};

/* A beginning with its end, or a time that stands alone; of headings only those of a day's blocks. */
const groupsOf = (within) => {
  const single = [...within.querySelectorAll("time")].filter(
    (time) => time.closest(".block-time") || !time.closest(".hours, h1, h2, h3"),
  );
  return [
    ...[...within.querySelectorAll(".hours")].map((hours) => [...hours.querySelectorAll("time")]),
    ...single.map((time) => [time]),
  ];
};

/* The mark behind a time that is on another day. */
const markOf = ({ nextElementSibling: next }) => (next?.matches(".other-day") ? next : null);

/** Put the reader's time behind every time in an element. */
export const convert = (within) => {
  if (!template) return;
  let differs = false;
  for (const group of groupsOf(within)) {
    if (!group.length || !group.every(({ dateTime }) => OFFSET.test(dateTime))) continue;
    const { under } = group[0].closest(".hours")?.dataset ?? {};
    const times = group.map((time) => converted(time, under));
    if (!times.some((time) => time.differs)) continue;
    // Beside the title of a talk there is room for when it begins.
    const shown = group[0].closest(".slot-time") ? times.slice(0, 1) : times;
    (group[1]?.parentElement ?? markOf(group[0]) ?? group[0]).after(" ", readerTime(shown));
    differs = true;
  }
  if (differs && template.isConnected) offer();
};

const offer = () => {
  const control = template.content.firstElementChild.cloneNode(true);
  const input = control.querySelector("input");
  const text = control.querySelector("span");
  text.textContent = text.textContent.replace("{place}", place());
  const adopt = () => {
    input.checked = read(KEPT, true);
    document.documentElement.toggleAttribute("data-venue-time", !input.checked);
  };
  input.addEventListener("change", () => {
    keep(KEPT, input.checked);
    adopt();
  });
  watch(KEPT, adopt);
  adopt();
  template.replaceWith(control);
};

export const start = () => convert(document.querySelector("main"));

export const again = () => {
  template = find();
  start();
};
