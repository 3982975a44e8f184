/* The service worker: between the pages of this site and the network. `sw.js` loads it with a VERSION.

   Pages come from the network; where that takes more than two seconds or is gone, from the copy that was kept
   of them, marked as such. Fingerprinted files never change: a copy of one is as good as the file. What is
   not understood here (another origin, a form, a PDF, a piece of a video) is left to the browser. */
"use strict";

const { scope } = registration;
const PREFIX = `plenary:${new URL(scope).pathname}:`;
const CORE = `${PREFIX}core:${VERSION}`;
const VISITED = `${PREFIX}visited`;
const ASSETS = `${PREFIX}assets`;
const EDITION = `${PREFIX}edition:`;
const OFFLINE = `${scope}offline/`;
const PATIENCE = 2000; // milliseconds
const MOST_VISITED = 60;
const TOO_MANY_VISITED = 80;
const NAMED_ASSET = /(?<=["'\s,(])(?:\.{0,2}\/)*(assets\/[^"'\s<>()?#,&]+)/g;
const IMPORTED = /["'(](\.{1,2}\/[^"')\s]+)["')]/g;
const KEEPABLE = /\.(?:css|js|svg|png|jpe?g|webp|avif|gif|ico|woff2?)$/;

/** The address that a copy has: a query or fragment makes no other page. */
const keyOf = (address) => address.split(/[?#]/)[0];
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const copyOf = (key) => caches.match(key).catch(() => undefined);
const whole = async (response) => {
  await response.clone().arrayBuffer();
  return response;
};

const digestOf = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/* What the network is being asked for: a page that was shown from its copy waits for the same answer. */
const asked = new Map();

const ask = (address) => {
  const answer = fetch(address, { cache: "no-cache", credentials: "same-origin", redirect: "manual" });
  asked.set(address, answer);
  const forget = () => asked.get(address) === answer && asked.delete(address);
  answer.then(whole).then(forget, forget);
  return answer;
};

const isPage = (response) =>
  response.status === 200 && response.type === "basic" && !response.redirected &&
  /^text\/html\b/i.test(response.headers.get("content-type") ?? "");

/** Put a copy into a cache; where there is no room, what was visited makes some, once. */
const store = async (name, key, response) => {
  const put = async () => (await caches.open(name)).put(key, response.clone());
  try {
    await put();
  } catch {
    await forgetVisited(MOST_VISITED / 2);
    await put().catch(() => {});
  }
};

/** Let go of all visited pages but the newest ones. */
const forgetVisited = async (most) => {
  const visited = await caches.open(VISITED);
  const keys = await visited.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => visited.delete(key)));
};

/** Keep a page where it is kept already, else among the visited ones; and what it needs to be shown. */
const keep = async (key, response) => {
  if (!isPage(response) || key === OFFLINE) return;
  const headers = new Headers(response.headers); // among them the policy of the site
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("plenary-saved", Date.now());
  const html = await response.clone().text();
  await keepAssets(html);
  const editions = (await caches.keys()).filter((name) => name.startsWith(EDITION));
  const held = await Promise.all(editions.map(async (name) => (await caches.open(name)).match(key)));
  const kept = editions.find((_, place) => held[place]) ?? VISITED;
  await (await caches.open(kept)).delete(key); // so that it comes last
  await store(kept, key, new Response(html, { headers }));
  if (kept === VISITED && (await (await caches.open(VISITED)).keys()).length > TOO_MANY_VISITED) {
    await forgetVisited(MOST_VISITED);
    await prune();
  }
};

const assetsOf = (html) => [...html.matchAll(NAMED_ASSET)].map(([, path]) => new URL(path, scope).href);

/** Keep the fingerprinted files that a page names, and those that they name in turn. */
const keepAssets = async (html) => {
  const waiting = new Set(assetsOf(html));
  for (const address of waiting) {
    const kept = await copyOf(address);
    if (kept || !KEEPABLE.test(address)) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response?.status !== 200 || response.type !== "basic") continue;
    if (/\.(?:css|js)$/.test(address)) {
      for (const [, path] of (await response.clone().text()).matchAll(IMPORTED))
        waiting.add(new URL(path, address).href);
    }
    await store(ASSETS, address, response);
  }
};

/** Let go of the files that no kept page needs any more. */
const prune = async () => {
  const needed = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === ASSETS) continue;
    const cache = await caches.open(name);
    for (const response of await cache.matchAll())
      if (/^text\/html/.test(response.headers.get("content-type")))
        for (const address of assetsOf(await response.text())) needed.add(address);
  }
  const assets = await caches.open(ASSETS);
  for (const address of needed) {
    const response = /\.(?:css|js)$/.test(address) && (await assets.match(address));
    if (response)
      for (const [, path] of (await response.text()).matchAll(IMPORTED))
        needed.add(new URL(path, address).href);
  }
  for (const { url } of await assets.keys()) if (!needed.has(url)) await assets.delete(url);
};

/** A copy as it is shown: the page knows of when it is, and which. */
const marked = async (copy) => {
  const bytes = await copy.arrayBuffer();
  const marks = `data-saved="${copy.headers.get("plenary-saved")}" data-digest="${await digestOf(bytes)}"`;
  const html = new TextDecoder().decode(bytes).replace(/<html\b/i, `$& ${marks}`);
  return new Response(html, { headers: copy.headers });
};

/** Where a reader is led whose page is neither on the network nor kept. */
const elsewhere = async (key) => {
  if (!key.endsWith("/") && (await copyOf(`${key}/`))) return Response.redirect(`${key}/`);
  if (key === OFFLINE || !(await copyOf(OFFLINE))) return Response.error();
  return Response.redirect(`${OFFLINE}?wanted=${encodeURIComponent(key.slice(scope.length))}`);
};

const page = async (event) => {
  const key = keyOf(event.request.url);
  const answer = ask(event.request.url.split("#")[0]);
  event.waitUntil(answer.then((response) => keep(key, response)).catch(() => {}));
  const copy = await copyOf(key);
  if (!copy) return answer.then((response) => response.clone()).catch(() => elsewhere(key));
  const inTime = await Promise.race([answer.then(whole).catch(() => {}), pause(PATIENCE)]);
  if (inTime && inTime.status < 500) return inTime.clone();
  return key === OFFLINE ? copy : marked(copy);
};

/** What a script asks for: from the network, else its copy. */
const file = async (request) => {
  const copy = await copyOf(keyOf(request.url));
  if (!copy) return fetch(request);
  const inTime = await Promise.race([fetch(request).then(whole).catch(() => {}), pause(PATIENCE)]);
  return inTime?.ok ? inTime : copy;
};

/** What a page that may be old asks for: itself from the network, never its copy. With "no-store" the answer
    that is under way will do; with "reload" it takes too long. */
const freshPage = async (event) => {
  const { url, cache } = event.request;
  const underWay = cache === "no-store" && asked.get(url);
  const answer = underWay || ask(url);
  if (!underWay) event.waitUntil(answer.then((response) => keep(keyOf(url), response)).catch(() => {}));
  return (await answer).clone();
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = keyOf(request.url);
  if (request.method !== "GET" || !address.startsWith(scope) || request.headers.has("range")) return;
  if (request.redirect === "error") return; // an edition is being saved
  const path = address.slice(scope.length);
  if (path.startsWith("assets/")) {
    event.respondWith(copyOf(address).then((copy) => copy ?? fetch(request)));
  } else if (request.mode === "navigate") {
    if (/(?:^|\/)[^./]*$|\.html$/.test(path)) event.respondWith(page(event));
  } else if (["no-store", "reload"].includes(request.cache)) {
    event.respondWith(freshPage(event));
  } else if (/(?:^|\/|\.json)$/.test(path)) event.respondWith(file(request));
});

const install = async () => {
  const response = await fetch(OFFLINE, { cache: "no-cache" });
  if (!isPage(response)) throw new Error(`${OFFLINE}: ${response.status}`);
  await keepAssets(await response.clone().text());
  await (await caches.open(CORE)).put(OFFLINE, response);
  await skipWaiting();
};

const activate = async () => {
  await clients.claim();
  for (const name of await caches.keys())
    if (name.startsWith(`${PREFIX}core:`) && name !== CORE) await caches.delete(name);
  // The pages that were open before there was a worker were not seen by it.
  for (const { url } of await clients.matchAll({ type: "window" }))
    if (!(await copyOf(keyOf(url)))) await ask(url).then((response) => keep(keyOf(url), response)).catch(() => {});
  await prune();
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
