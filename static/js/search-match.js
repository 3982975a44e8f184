/* How well a word of the index answers a word that was typed. */

export const STARTS_NEAR = 1;
export const NEAR = 2;
export const STARTS = 3;
export const WHOLE = 4;

const SHORTEST_NEAR = 4;
const SHORTEST_STARTS_NEAR = 5;

/** Whether one letter too many, too few, another or two in the wrong order tell two words apart. */
export const isNear = (typed, word) => {
  if (typed.length < SHORTEST_NEAR || Math.abs(typed.length - word.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const same = (left, right) => typed.slice(at + left) === word.slice(at + right);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return same(1, 1) || same(1, 0) || same(0, 1) || (swapped && same(2, 2));
};

/** Whether a word begins like what was typed, but for one letter. */
export const startsNear = (typed, word) =>
  typed.length >= SHORTEST_STARTS_NEAR &&
  word.length > typed.length - 2 &&
  [-1, 0, 1].some((more) => isNear(typed, word.slice(0, typed.length + more)));

/* The Arabic article is written as one word with its noun, which is asked for with it or without. */
const ARTICLE = "\u0627\u0644";
const SHORTEST_NOUN = 3;

/** An Arabic word with the article if it was typed without, and the other way; "" for any other word. */
export const withOtherArticle = (typed) => {
  if (typed < "\u0621" || typed > "\u06ff") return "";
  const other = typed.startsWith(ARTICLE) ? typed.slice(ARTICLE.length) : ARTICLE + typed;
  return Math.min(typed.length, other.length) < SHORTEST_NOUN ? "" : other;
};

/** How a word answers: one of the constants above, 0 for not at all. */
export const grade = (typed, word) => {
  if (word === typed) return WHOLE;
  const other = withOtherArticle(typed);
  if (word.startsWith(typed) || (other && word.startsWith(other))) return STARTS;
  if (isNear(typed, word)) return NEAR;
  return startsNear(typed, word) ? STARTS_NEAR : 0;
};

/** The words of a sorted list that begin with what was typed, as places: from, to (exclusive). */
export const starting = (words, typed) => {
  const first = (isBefore) => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(words[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [first((word) => word < typed), first((word) => word < typed || word.startsWith(typed))];
};

/** The text in parts that tell whether they answer one of the words: [part, true or false]; what
    follows without a gap is one part. Nothing but words of at least the grade `least` answers. */
export const marked = (parts, terms, least) => {
  const joined = [];
  for (const [part, words] of parts) {
    const answers = words.some((word) => terms.some((typed) => grade(typed, word) >= least));
    if (joined.length && joined.at(-1)[1] === answers) joined.at(-1)[0] += part;
    else joined.push([part, answers]);
  }
  return joined;
};
