/* Text as the search compares it. What is typed must be folded and taken apart as the index was: `fold` as in
   site_gen/text/folding.py, `wordsOf` as in site_gen/exports/search/words.py. */

/* Han, kana, Thai, Lao, Burmese and Khmer part no words by spaces: each of their letters is a word. */
const UNSPACED =
  "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u30ff\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}]";
/* "C++" and "C#" are words. */
const SIGNED = "[a-zA-Z](?:\\+\\+|#)(?!\\p{L})";
const WORD = new RegExp(`${SIGNED}|(?=[\\p{L}\\p{N}])${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}])+`, "gu");
const SHOWN_WORD = new RegExp(`${SIGNED}|(?=[\\p{L}\\p{N}])${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, "gu");
const SPACE = /(?:(?!\ufeff)[\s\x1c-\x1f\x85])+/u;

/* A mark that combines moves before U+0345, whose combining class is the highest of all. */
const kept = (mark) => (mark === "\u0345" || `\u0345${mark}`.normalize("NFD")[0] !== "\u0345" ? "" : mark);

/* Upper case first makes "ss" of "ß"; Cherokee folds to upper case, and the dotless i has no other case. */
const CASED = /\p{Script=Cherokee}+|[^ı\p{Script=Cherokee}]+/gu;
const foldCase = (text) =>
  text
    .replace(/ẞ/g, "ß")
    .replace(CASED, (part) => (/\p{Script=Cherokee}/u.test(part) ? part.toUpperCase() : part.toUpperCase().toLowerCase()))
    .replace(/ς/g, "σ");

/* Letters that are no base and accent in Unicode, and Arabic ones that are written for one another, in pairs. */
const LETTERS =
  "æ ae ð d ø o þ th đ d ħ h ı i ł l ŋ ng œ oe ŧ t ƀ b ƈ c ƒ f ƙ k ƚ l ƞ n ƥ p ƭ t ƴ y ƶ z ǝ e ǥ g " +
  "ȥ z ȷ j ȼ c ɇ e ɉ j ɍ r ɏ y ɓ b ɔ o ɖ d ɗ d ə e ɛ e ɠ g ɨ i ɫ l ɲ n ɵ o ʈ t ʉ u ʋ v ⱥ a ⱦ t";
const ARABIC =
  "ٱ ا ى ي ی ي ک ك ة ه ۃ ه ہ ه ە ه ھ ه ٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 " +
  "۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9";
const PLAIN = new Map([...`${LETTERS} ${ARABIC}`.matchAll(/(\S+) (\S+)/gu)].map(([, letter, plain]) => [letter, plain]));
const plain = (letter) => PLAIN.get(letter) ?? letter;

const ASCII = /^[\x20-\x7e]*$/;
const ASCII_WORD = /[a-z](?:\+\+|#)(?![a-z])|[a-z0-9]+/g;

/** Text for comparing: case, accents and spacing do not count ("José  LÓPEZ" → "jose lopez"). */
export const fold = (text) => {
  if (ASCII.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  const bare = foldCase(text.normalize("NFKD")).replace(/\p{M}/gu, kept).replace(/[\p{Cf}\u0640]/gu, "");
  const folded = bare.replace(/[^\x00-\x7f]/gu, plain).normalize("NFC");
  return folded.split(SPACE).filter(Boolean).join(" ");
};

/** The words of a text, folded, in order. */
export const wordsOf = (text) =>
  (ASCII.test(text) ? text.toLowerCase().match(ASCII_WORD) : fold(text).match(WORD)) ?? [];

/** The text in parts, in order: [part, its folded words], without words what stands between. */
export const parted = (text) => {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(SHOWN_WORD)) {
    if (found.index > end) parts.push([text.slice(end, found.index), []]);
    parts.push([found[0], wordsOf(found[0])]);
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push([text.slice(end), []]);
  return parts;
};

/** The id that a title in ASCII makes. */
export const slug = (title, limit) => {
  const [first = "", ...rest] = title.replaceAll("'", "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let made = first.slice(0, limit);
  for (const word of rest) {
    if (made.length + 1 + word.length > limit) break;
    made += `-${word}`;
  }
  return made;
};
