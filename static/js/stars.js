/* A button beside everything that a reader can keep, and in the masthead how much is kept. */
import { announce } from "./announce.js";
import { element } from "./elements.js";
import { number } from "./language.js";
import { NAME, change, keyOf, starred } from "./starred.js";
import { watch } from "./store.js";

const HEADINGS = "h1, .paper-title, .session-title, .slot-title";
const NO_TITLE = "annotation, .hours";
const AT_ONCE = 60;
const LATER = 150;
const template = document.getElementById("star");
const button = template?.content.querySelector(".star");

/** Give a star to all in an element that can be kept and has none; those far below come later. */
export const dress = (within = document) => {
  const places = within.querySelectorAll("[data-star]:not([data-starred])");
  const stars = starred();
  let next = 0;
  const some = (number) => {
    for (const end = Math.min(next + number, places.length); next < end; next += 1) add(places[next], stars);
    if (next < places.length) soon(() => some(LATER));
  };
  some(AT_ONCE);
};

/** Star what is not kept, and take the star from what is. */
export const toggle = (id) => {
  const isNew = !starred().has(id);
  const lasts = change((stars) => (isNew ? stars.set(id, null) : stars.delete(id)));
  show();
  dispatchEvent(new CustomEvent("plenary:stars"));
  if (!lasts) note(template.dataset.unkept);
  if (isNew) remember();
};

/** Tell everybody what only the eye would miss, for as long as the page is open. */
const note = (text) => {
  if (document.querySelector(".star-note")) return;
  document.body.append(element("p", { class: "star-note" }, text));
  announce(text);
};

/** Note what is known of new stars, so that a later change can be told; where data is dear, not now. */
const remember = async () => {
  if (navigator.connection?.saveData) return;
  const { remember: look } = await import("./programme.js");
  await look();
};

const soon = (work) => (window.requestIdleCallback ? requestIdleCallback(work, { timeout: 200 }) : setTimeout(work));

const add = (place, stars) => {
  const heading = place.querySelector(HEADINGS);
  const star = button.cloneNode();
  const id = keyOf(place);
  star.value = id;
  star.setAttribute("aria-label", template.dataset.label.replace("{title}", () => titleOf(heading)));
  star.setAttribute("aria-pressed", stars.has(id));
  place.dataset.starred = "";
  heading.after(star);
};

/* A title may stand behind a time, and a formula says itself twice, the second time as its source. */
const titleOf = (heading) => {
  const copy = heading.querySelector(NO_TITLE) ? heading.cloneNode(true) : heading;
  if (copy !== heading) for (const other of copy.querySelectorAll(NO_TITLE)) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

/* What did not change is not touched: thousands of stars would be drawn again. */
const show = () => {
  const stars = starred();
  for (const star of document.querySelectorAll("button.star")) {
    const state = String(stars.has(star.value));
    if (star.getAttribute("aria-pressed") !== state) star.setAttribute("aria-pressed", state);
  }
  for (const count of document.querySelectorAll(".star-count")) {
    count.textContent = number(stars.size);
    count.hidden = stars.size === 0;
  }
};

/* How many there are, in the menu and in the bar of a phone. */
const place = () => {
  const page = new URL(template.dataset.page, location).pathname;
  for (const link of document.querySelectorAll(".my-link, .site-menu a")) {
    if (link.pathname !== page || link.querySelector(".star-count")) continue;
    link.append(" ", element("span", { class: "star-count" }));
  }
};

export const again = () => {
  place();
  dress();
  show();
};

export const start = () => {
  again();
  document.addEventListener("click", (event) => {
    const star = event.target.closest?.("button.star");
    if (star) toggle(star.value);
  });
  watch(NAME, () => {
    show();
    dispatchEvent(new CustomEvent("plenary:stars"));
  });
};
