/* A choice as the fragment of a link: "1/2022/AbCdEf…", after the form's version each edition with a code
   of six letters for each address. A code is a digest of the address, which never changes: the link holds
   as long as the site, whatever is added to it, and forty entries make a code of 260 letters. */
import { editionOf } from "./programme.js";
import { root } from "./root.js";

const VERSION = "1";
const LENGTH = 6;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = /^(?:[A-Za-z0-9_-]{6})+$/;

/** The link to a choice of addresses. */
export const linkTo = (ids) => {
  const editions = grouped(ids, editionOf);
  const parts = [...editions].sort().map(([edition, of]) => `${edition}/${of.map(code).sort().join("")}`);
  return new URL(`my/#${[VERSION, ...parts].join("/")}`, root).href;
};

/** The codes in a fragment by edition; null where it holds no choice, empty where it cannot be read. */
export const codesIn = (fragment) => {
  const [version, ...parts] = fragment.replace(/^#/, "").split("/");
  if (parts.length === 0) return null;
  const found = new Map();
  for (let at = 0; version === VERSION && at + 1 < parts.length; at += 2) {
    if (CODES.test(parts[at + 1])) found.set(parts[at], parts[at + 1].match(/.{6}/g));
  }
  return found;
};

/** The addresses of an edition that codes stand for, and how many stand for none of them. */
export const decoded = (codes, edition) => {
  const known = grouped(edition.entries.keys(), code);
  return { ids: codes.flatMap((each) => known.get(each) ?? []), unknown: codes.filter((each) => !known.has(each)).length };
};

/** The code of an address, 36 bits of a digest of it. */
export const code = (id) => {
  const octets = new TextEncoder().encode(id);
  const [low, high] = [digest(octets, 0x811c9dc5), digest(octets, 0x2b5a6f91)];
  let letters = LETTERS[high & 63];
  for (let shift = 0; shift < 30; shift += LENGTH) letters += LETTERS[(low >>> shift) & 63];
  return letters;
};

/* FNV-1a with its bits mixed once more at the end, for addresses that differ in their last letters only. */
const digest = (octets, seed) => {
  let hash = seed;
  for (const octet of octets) hash = Math.imul(hash ^ octet, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const grouped = (ids, by) => {
  const groups = new Map();
  for (const id of ids) {
    const group = by(id);
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(id);
  }
  return groups;
};
