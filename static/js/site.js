/* On every page. Each feature is a module with `start()`, loaded only where a page has something for it.
   Without this script everything can be read; scripts only add. When a newer version of the page takes its
   place, `again()` is called: the elements are new, what was done to the window and the document still holds.
   A page with a feature that has no `again` is loaded anew instead. */
const FEATURES = [
  [".paper-tools", () => import("./papers.js")],
  ["time[datetime*='T']", () => import("./zone.js")],
  ["#as-grid", () => import("./schedule.js")],
  [".room-screen", () => import("./screen.js")],
  [".deadline-list", () => import("./deadlines.js")],
  [".filters", () => import("./filters.js")],
  [".now-template", () => import("./now.js")],
  ["[data-search-key]", () => import("./search-key.js")],
  ["[data-search]", () => import("./search.js")],
  ["[data-copy]", () => import("./copy.js")],
  [".made-file", () => import("./citations.js")],
  ["#star", () => import("./stars.js")],
  ["#my", () => import("./my.js")],
  ["html[data-saved]", () => import("./fresh.js")],
  ["[data-packs]", () => import("./packs.js")],
  ["#visited-pages", () => import("./visited.js")],
  ["body", () => import("./offline.js")],
  ["[data-code]", () => import("./labels.js")],
];

const running = new Map();

const begin = () => {
  for (const [selector, load] of FEATURES) {
    if (!document.querySelector(selector)) continue;
    if (running.has(load)) running.get(load)?.again();
    else {
      running.set(load, undefined);
      load().then((feature) => {
        running.set(load, feature);
        feature.start();
      });
    }
  }
};

begin();
addEventListener("plenary:replace", (event) => {
  if ([...running.values()].some((feature) => !feature?.again)) event.preventDefault();
});
addEventListener("plenary:replaced", begin);
