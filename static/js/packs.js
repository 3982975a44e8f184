/* Saving an edition in this browser, in packs; bringing what was saved up to date; deleting it.

   What is saved is told by an index beside the files: of every address the version that is there. It is
   written while saving, so that a save that was interrupted goes on where it was. */
import { digestOf } from "./digest.js";
import { root } from "./root.js";
import { filled } from "./elements.js";
import { language } from "./language.js";
import { hasCaches, cacheOf, visited } from "./caches.js";

const AT_ONCE = 6;
const BETWEEN_NOTES = 25; // files
const MEGABYTE = 1_000_000;

const inSite = (path) => new URL(path, root).href;
const indexOf = (edition) => inSite(`${edition}/offline/saved`);

const readIndex = async (edition) => {
  if (!(await caches.has(cacheOf(edition)))) return undefined;
  const held = await (await caches.open(cacheOf(edition))).match(indexOf(edition));
  return held?.json();
};

const writeIndex = (cache, edition, index) => cache.put(indexOf(edition), Response.json(index));

const ask = async (path) => {
  const response = await fetch(inSite(path), { cache: "no-cache", redirect: "error" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};

/* First what pages are made of, then what there are few of: the days are there before hundreds of sessions. */
const inOrder = (files) => {
  const sortOf = (path) => path.split("/", 2).join("/");
  const held = new Map();
  for (const path of Object.keys(files)) held.set(sortOf(path), (held.get(sortOf(path)) ?? 0) + 1);
  const rank = (path) => (path.startsWith("assets/") ? 0 : held.get(sortOf(path)));
  return Object.fromEntries(Object.entries(files).sort(([one], [other]) => rank(one) - rank(other)));
};

/** Put one file into the cache; the version that it is. */
const saveFile = async (cache, path) => {
  const response = await ask(path);
  const bytes = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("plenary-saved", Date.now());
  await cache.put(inSite(path), new Response(bytes, { headers }));
  return digestOf(bytes);
};

/** Save what is not there in this version. `report` hears how many files of how many are there. */
const saveFiles = async (cache, edition, index, files, report) => {
  const all = Object.keys(files).length;
  const missing = Object.keys(files).filter((path) => index.files[path] !== files[path][0]).reverse();
  let done = all - missing.length;
  const work = async () => {
    while (missing.length) {
      const path = missing.pop(); // empty for the home of the site
      index.files[path] = await saveFile(cache, path);
      done += 1;
      report(done, all);
      if (done % BETWEEN_NOTES === 0) await writeIndex(cache, edition, index);
    }
  };
  report(done, all);
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  await writeIndex(cache, edition, index);
  const failed = workers.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
};

/** Let go of what is in no pack any more, and of second copies. */
const clear = async (cache, index, files) => {
  for (const path of Object.keys(index.files).filter((each) => !(each in files))) {
    await cache.delete(inSite(path));
    delete index.files[path];
  }
  const pages = await caches.open(visited);
  for (const path of Object.keys(files)) await pages.delete(inSite(path));
};

const savePacks = async (edition, packs, report) => {
  const cache = await caches.open(cacheOf(edition));
  const index = (await readIndex(edition)) ?? { files: {} };
  index.packs = packs.map(({ name }) => name);
  index.digests = [];
  await writeIndex(cache, edition, index);
  const lists = await Promise.all(packs.map(async ({ list }) => (await ask(list)).json()));
  const files = Object.assign({}, ...lists.map(inOrder));
  await saveFiles(cache, edition, index, files, report);
  await saveFile(cache, `${edition}/offline.json`); // so that what is saved can be seen, and deleted, offline
  await clear(cache, index, files);
  index.digests = packs.map(({ digest }) => digest);
  index.saved = Date.now();
  await writeIndex(cache, edition, index);
};

/** Only one page of the site saves at a time; what another one would do waits. */
const alone = (edition, work) => navigator.locks.request(cacheOf(edition), work);

/** Bring a saved edition up to date, with what is new of the packs that were chosen; end what was begun. */
export const update = (edition) =>
  alone(edition, async () => {
    const index = await readIndex(edition);
    if (!index) return;
    const { packs } = await (await ask(`${edition}/offline.json`)).json();
    const chosen = packs.filter(({ name }) => index.packs.includes(name));
    const isCurrent = chosen.map(({ digest }) => digest).join() === index.digests.join();
    if (isCurrent) return;
    await savePacks(edition, chosen, () => {});
    dispatchEvent(new Event("plenary:saved"));
  });

const sizeOf = (bytes) =>
  (bytes / MEGABYTE).toLocaleString(language, {
    style: "unit", unit: "megabyte", minimumFractionDigits: 1, maximumFractionDigits: 1,
  });


/** The part of a page where an edition is saved. */
class Panel {
  constructor(section, packs) {
    this.section = section;
    this.edition = section.dataset.edition;
    this.packs = packs.filter(({ files }) => files);
    this.form = section.querySelector("form");
    this.save = section.querySelector('[type="submit"]');
    this.delete = section.querySelector('[type="button"]');
    this.progress = section.querySelector("progress");
    this.status = section.querySelector('[role="status"]');
  }

  get chosen() {
    return this.packs.filter(({ name }) => this.form.elements[name].checked);
  }

  /** Show what there is to save, and what is saved. */
  async begin() {
    for (const line of this.form.querySelectorAll("li")) {
      const pack = this.packs.find(({ name }) => name === line.querySelector("input").name);
      line.hidden = !pack;
      if (pack) line.querySelector(".count").textContent = sizeOf(pack.size);
    }
    this.form.addEventListener("change", () => this.price());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.work();
    });
    this.delete.addEventListener("click", () => this.forget());
    addEventListener("plenary:saved", () => this.show());
    await this.show();
    this.section.hidden = false;
  }

  async show() {
    const index = await readIndex(this.edition);
    if (index) for (const { name } of this.packs) this.form.elements[name].checked = index.packs.includes(name);
    this.delete.hidden = !index;
    this.price();
    if (index?.digests.length) this.say("saved", { time: this.timeOf(index.saved) });
    else if (index) this.say("interrupted", { done: Object.keys(index.files).length });
  }

  timeOf(moment) {
    return new Date(moment).toLocaleString(language, {
      dateStyle: "medium", timeStyle: "short", hourCycle: "h23",
    });
  }

  /** Say on the button what saving would take. */
  price() {
    const size = this.chosen.reduce((sum, pack) => sum + pack.size, 0);
    this.save.textContent = filled(this.save.dataset.label, { size: sizeOf(size) });
    this.save.disabled = !size;
  }

  say(what, values = {}) {
    this.status.textContent = filled(this.status.dataset[what], values);
  }

  report(done, all) {
    Object.assign(this.progress, { value: done, max: all, hidden: false });
  }

  async work() {
    this.save.disabled = true;
    this.say("saving");
    navigator.storage?.persist?.().catch(() => {}); // a browser that is short of room asks others first
    try {
      await alone(this.edition, () => savePacks(this.edition, this.chosen, (done, all) => this.report(done, all)));
      await this.show();
    } catch (error) {
      await this.show().catch(() => {});
      this.say(error.name === "QuotaExceededError" ? "full" : "failed");
    }
    this.progress.hidden = true;
    this.save.disabled = !this.chosen.length;
  }

  async forget() {
    await alone(this.edition, () => caches.delete(cacheOf(this.edition)));
    await this.show();
    this.say("deleted");
    this.save.focus();
  }
}

export const again = () => start();

export const start = async () => {
  if (!hasCaches() || !navigator.serviceWorker || !navigator.locks) return;
  document.getElementById("cannot-save")?.remove();
  for (const section of document.querySelectorAll("[data-packs]")) {
    const response = await fetch(section.dataset.packs).catch(() => undefined);
    if (response?.ok) await new Panel(section, (await response.json()).packs).begin();
  }
};
