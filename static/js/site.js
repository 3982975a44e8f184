/* On every page. Each feature is a module with `start()`, loaded only where a page has something for it.
   Without this script everything can be read; scripts only add. */
const FEATURES = [
  [".paper-tools", () => import("./papers.js")],
  ["time[datetime*='T']", () => import("./zone.js")],
  ["#as-grid", () => import("./schedule.js")],
  [".filters", () => import("./filters.js")],
  [".now-template", () => import("./now.js")],
  ["[data-copy]", () => import("./copy.js")],
  ["#star", () => import("./stars.js")],
  ["#my", () => import("./my.js")],
];

for (const [selector, load] of FEATURES) {
  if (document.querySelector(selector)) load().then((feature) => feature.start());
}
