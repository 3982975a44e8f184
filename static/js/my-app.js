/* The programme for an app on a phone, in the form in which Giggity takes a choice over from others:
   `#url=` the address of schedule.xml, `&see=` the numbers of events as JSON, by zlib and base64url. */
import { element, say, sayCount } from "./elements.js";
import { copied } from "./my-share.js";
import { drawn } from "./qr.js";

const APP = "https://ggt.gaa.st/";
const words = document.getElementById("sentences").dataset;
let latest;

/** The link that opens a schedule in the app with these events chosen. */
export const appLink = async (schedule, numbers) => {
  const stream = new Blob([JSON.stringify(numbers)]).stream().pipeThrough(new CompressionStream("deflate"));
  const octets = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(String.fromCharCode(...octets)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${APP}#url=${encodeURIComponent(schedule)}&see=${letters}`;
};

/** Show a link and its code for each edition of the shown sections. */
export const drawApp = async (within, sections, report) => {
  const asked = latest = {};
  const blocks = await Promise.all(sections.filter(({ edition }) => edition).map((each) => blockOf(each, report)));
  if (asked === latest) within.replaceChildren(...blocks);
};

const blockOf = async ({ name, edition, days, untimed, alone }, report) => {
  const lines = [...days.flatMap(({ lines: of }) => of), ...untimed, ...alone];
  const numbers = [...new Set(lines.flatMap(({ place }) => place?.numbers ?? []))].sort((one, other) => one - other);
  const without = new Set(lines.filter(({ place }) => !place?.numbers.length).map(({ id }) => id)).size;
  const title = element("h3", {}, edition.title);
  if (!numbers.length) return element("div", {}, title, element("p", {}, say("app-none")));
  if (!edition.schedule) return element("div", {}, title, element("p", { class: "statement" }, say("app-address")));
  const link = await appLink(edition.schedule, numbers);
  const field = element("input", { id: `app-link-${name}`, readonly: true, value: link });
  const copy = element("button", { type: "button", class: "action" }, words.copyLink);
  field.addEventListener("focus", () => field.select());
  copy.addEventListener("click", async () => report(await copied(link)));
  return element(
    "div",
    { class: "my-app" },
    element(
      "div",
      {},
      title,
      element("p", { class: "my-address" }, element("label", { for: field.id }, words.appLink), " ", field),
      element("p", { class: "link-list" }, copy, " ", element("a", { class: "action", href: link }, words.openApp)),
      without > 0 && element("p", {}, sayCount("app-left", without)),
    ),
    element("div", { class: "my-code" }, drawn(link, words.appCode) ?? say("too-long")),
  );
};
