/* The language of the page, and its digits. */

const { dataset, lang } = document.documentElement;

/** The tag by which the browser writes days and numbers as the page does. */
export const language = dataset.locale ?? lang;

/** What stands between what is known of something: a comma and a space, in most languages. */
export const comma = dataset.comma ?? ", ";

const TEN = [...Array(10).keys()].map((digit) => new Intl.NumberFormat(language).format(digit));

/** A text with the digits of the language. */
export const digits = (text) => (TEN[0] === "0" ? String(text) : String(text).replace(/[0-9]/g, (digit) => TEN[digit]));

const counting = new Intl.NumberFormat(language);

/** A number of things: "1,200". */
export const number = (count) => counting.format(count);
