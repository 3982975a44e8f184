/* What is not as it was when it was starred, told until the reader has seen it. */
import { element, say } from "./elements.js";
import { change } from "./starred.js";
import { hoursText } from "./hours.js";
import { comma } from "./language.js";
import { dayWords } from "./my-list.js";
import { differences, editionOf, snapshot, successor } from "./programme.js";
import { root } from "./root.js";

const words = document.getElementById("sentences").dataset;

/** What changed of the stars, as [address, title, page, sentences] each; new stars are noted as they are. */
export const changes = (editions) => {
  const found = [];
  change((stars) => {
    for (const [id, seen] of [...stars]) {
      const edition = editions.get(editionOf(id));
      if (edition !== undefined) compare(stars, id, seen, edition, found);
    }
  });
  return found;
};

const compare = (stars, id, seen, edition, found) => {
  const entry = edition?.entries.get(id);
  const heir = entry || !edition ? null : successor(id, seen, edition);
  if (heir) {
    stars.delete(id);
    stars.set(heir.id, seen);
    return compare(stars, heir.id, seen, edition, found);
  }
  if (!entry) {
    if (!seen?.isGone) found.push({ id, title: seen?.title ?? id, sentences: [say("gone")] });
  } else if (!seen || seen.isGone) {
    stars.set(id, snapshot(entry));
  } else {
    const sentences = differences(seen, entry).map((each) => sentenceOf(each, edition));
    if (sentences.length) found.push({ id, title: entry.title, page: entry.page, sentences });
  }
};

/** Take what is now for what was seen. */
export const acknowledge = (ids, editions) =>
  change((stars) => {
    for (const id of ids) {
      const entry = editions.get(editionOf(id))?.entries.get(id);
      stars.set(id, entry ? snapshot(entry) : { ...stars.get(id), isGone: true });
    }
  });

/** Show changes in a list. */
export const showChanges = (list, found) =>
  list.replaceChildren(
    ...found.map(({ id, title, page, sentences }) =>
      element(
        "li",
        { class: "notice" },
        element("p", { class: "notice-title" }, page ? element("a", { href: new URL(page, root).href }, title) : title),
        ...sentences.map((sentence) => element("p", {}, sentence)),
        element("p", {}, element("button", { type: "button", class: "action", "data-seen": id, "aria-label": `${words.seen}: ${title}` }, words.seen)),
      ),
    ),
  );

const sentenceOf = ({ what, was, now, wasAt, nowAt, wasState, nowState, session }, edition) =>
  say(what, {
    session,
    was: wasState ? say(`state-${wasState}`) : wasAt ? moment(wasAt, edition) : was,
    now: nowState ? say(`state-${nowState}`) : nowAt ? moment(nowAt, edition) : now,
  });

/* "Monday, 29 August 2022, 08:45–10:15", as far as it is known. */
const moment = ([start, end], edition) => {
  const day = start.length >= 10 ? dayWords(start.slice(0, 10), edition) : "";
  const hours = hoursText(start, end);
  return [day, hours].filter(Boolean).join(comma) || say("no-time");
};
