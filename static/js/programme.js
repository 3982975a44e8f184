/* What an edition says of what can be kept: its programme in brief, and how that changed. */
import { change, starred } from "./starred.js";
import { root } from "./root.js";

const EDITION = /^[a-z0-9][a-z0-9._-]*$/;
const loading = new Map();

/** The edition that an address belongs to. */
export const editionOf = (id) => id.split("/", 1)[0];

/** An edition with its `entries` by address; null where the site has none of this name. Rejects where
 * the network does not answer. */
export const load = (edition) => {
  if (!EDITION.test(edition)) return Promise.resolve(null);
  if (!loading.has(edition)) {
    loading.set(edition, fetched(edition).catch((error) => {
      loading.delete(edition);
      throw error;
    }));
  }
  return loading.get(edition);
};

const fetched = async (edition) => {
  const answer = await fetch(new URL(`${edition}/programme.json`, root), { cache: "no-cache" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(answer.statusText);
  return withEntries(await answer.json());
};

/* An entry is what can be kept; each of its places is one time and room of it. A slot without a time of its
   own takes place sometime in its session: it has the session's times, and `isTimed` is false. */
const withEntries = (edition) => {
  const entries = new Map();
  const base = `${edition.id}/`;
  for (const { id, title, authors = [], state } of edition.papers) {
    const address = `${base}papers/${id}/`;
    entries.set(address, { id: address, kind: "paper", edition, title, authors, state, page: address, paper: id, places: [] });
  }
  for (const [rank, session] of edition.sessions.entries()) {
    const page = `${base}sessions/${session.id}/`;
    const { slots = [], title, people = [] } = session;
    const whole = ofSession(session, [rank, -1]);
    entries.set(page, { id: page, kind: "session", edition, title, people, page, places: [whole] });
    for (const [position, slot] of slots.entries()) ofSlot(entries, edition, slot, page, { ...whole, order: [rank, position] });
  }
  return Object.assign(edition, { entries });
};

const ofSlot = (entries, edition, slot, page, whole) => {
  const { session } = whole;
  const place = {
    ...whole,
    ...(slot.start ? { start: slot.start, end: slot.end } : { isTimed: false }),
    events: [slot, session].filter((each) => each.uid).slice(0, 1),
    numbers: numbersOf([slot.number ? slot : session]),
    isWhole: false,
    day: slot.day ?? session.day,
    room: slot.room ?? session.room,
    board: slot.board,
    note: slot.note ?? session.note,
    state: isOff(slot.state) ? slot.state : (session.state ?? slot.state),
  };
  if (slot.paper) {
    entries.get(`${edition.id}/papers/${slot.paper}/`).places.push({ ...place, title: slot.title });
  } else {
    const id = `${page}#${slot.talk}`;
    const { title, people = [] } = slot;
    entries.set(id, { id, kind: "talk", edition, title, people, page, places: [place] });
  }
};

/* By what schedule.xml knows events; nothing of what it has not. */
const numbersOf = (events) => events.map(({ number }) => number).filter(Boolean);

/** Whether something in this state does not take place. */
export const isOff = (state) => state === "cancelled" || state === "withdrawn";

const ofSession = (session, order) => ({
  session,
  order,
  isWhole: true,
  isTimed: Boolean(session.start),
  day: session.day,
  start: session.start,
  end: session.end,
  room: session.room,
  state: session.state,
  note: session.note,
  events: session.uid ? [session] : (session.slots ?? []).filter((slot) => slot.uid),
  numbers: numbersOf(session.number ? [session] : (session.slots ?? [])),
});

/** What is worth remembering of an entry, to tell later what changed. */
export const snapshot = ({ title, state = "", people = [], places }) => ({
  title,
  state,
  who: people.join("; "),
  at: Object.fromEntries(
    places.map(({ session, day = "", start = "", end = "", room = "", state: at = "" }) => [
      session.id,
      [start || day, end, room, at],
    ]),
  ),
});

/** Remember what is known of each star about which nothing was known yet. */
export const remember = async () => {
  const unknown = [...starred()].filter(([, seen]) => !seen).map(([id]) => id);
  for (const name of new Set(unknown.map(editionOf))) {
    const edition = await load(name).catch(() => null);
    if (edition) change((stars) => unknown.forEach((id) => see(stars, id, edition.entries.get(id))));
  }
};

const see = (stars, id, entry) => {
  if (entry && stars.has(id)) stars.set(id, snapshot(entry));
};

/** A talk that has another title now has another address: the one talk of its session with the same people. */
export const successor = (id, seen, edition) => {
  const [page, talk] = id.split("#");
  if (!talk || !seen?.who) return null;
  const stars = starred();
  const alike = [...edition.entries.values()].filter(
    (entry) => entry.kind === "talk" && entry.page === page && !stars.has(entry.id) && snapshot(entry).who === seen.who,
  );
  return alike.length === 1 ? alike[0] : null;
};

/** What is not as it was when it was seen, each with the name of the sentence that tells it. */
export const differences = (seen, entry) => {
  const now = snapshot(entry);
  const found = [];
  if (seen.title !== now.title) found.push({ what: "retitled", was: seen.title });
  compareStates(found, seen.state, now.state);
  for (const place of entry.places) {
    const { id, title } = place.session;
    if (seen.at[id]) comparePlaces(found, seen.at[id], now.at[id]);
    else found.push({ what: "joined", session: title, nowAt: now.at[id] });
  }
  for (const id of Object.keys(seen.at)) if (!now.at[id]) found.push({ what: "left", wasAt: seen.at[id] });
  return found;
};

const comparePlaces = (found, was, now) => {
  if (was[0] !== now[0] || (was[1] !== now[1] && was[1] && now[1])) found.push({ what: "moved", wasAt: was, nowAt: now });
  if (was[2] !== now[2]) {
    const what = !was[2] ? "room-new" : !now[2] ? "room-lost" : "room";
    found.push({ what, was: was[2], now: now[2] });
  }
  compareStates(found, was[3], now[3]);
};

const compareStates = (found, was, now) => {
  if (was === now) return;
  if (now) found.push({ what: "now-state", nowState: now });
  else found.push({ what: "was-state", wasState: was });
};
