"""One folding for all that is compared: linking, sorting, searching and, for Latin letters, slugs.

`static/js/search-words.js` folds what a reader types in the same way, with the same tables.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# Letters that are no base and accent in Unicode, in pairs. They stand as slugs always wrote them.
LETTERS = (
    "æ ae ð d ø o þ th đ d ħ h ı i ł l ŋ ng œ oe ŧ t ƀ b ƈ c ƒ f ƙ k ƚ l ƞ n ƥ p ƭ t ƴ y ƶ z ǝ e ǥ g "
    "ȥ z ȷ j ȼ c ɇ e ɉ j ɍ r ɏ y ɓ b ɔ o ɖ d ɗ d ə e ɛ e ɠ g ɨ i ɫ l ɲ n ɵ o ʈ t ʉ u ʋ v ⱥ a ⱦ t"
)
# Arabic letters and digits that are written for one another, in pairs; the tatweel only widens a word.
ARABIC = (
    "ٱ ا ى ي ی ي ک ك ة ه ۃ ه ہ ه ە ه ھ ه ٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 "
    "۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9"
)
_TATWEEL = 0x0640


def _table(pairs: str) -> dict[str, str]:
    written = pairs.split()
    return dict(zip(written[::2], written[1::2], strict=True))


_LATIN = _table(LETTERS)
_PLAIN_LATIN = str.maketrans(
    {**_LATIN, **{letter.upper(): plain.title() for letter, plain in _LATIN.items()}}
)


class _Folding(dict[int, int | str | None]):
    """What each character is folded to: None for an accent, a vowel mark or a control of the direction."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        counts = not unicodedata.combining(character) and unicodedata.category(character) != "Cf"
        self[code] = folded = code if counts else None
        return folded


_FOLDED = _Folding(
    {ord(letter): folded for letter, folded in (*_LATIN.items(), *_table(ARABIC).items())} | {_TATWEEL: None}
)


@cache
def fold(text: str) -> str:
    """Text for comparing: case, accents and spacing do not count ("José  LÓPEZ" → "jose lopez").

    Letters that Unicode does not take apart (ł, ø, æ) are folded too, Arabic ones as they are written for
    one another, and signs without a width go. It is for names and titles, which recur: each is kept.
    """
    return fold_long(text)


def fold_long(text: str) -> str:
    """The same of a text that is asked for once: nothing of it is kept."""
    if text.isascii():
        return " ".join(text.split()).lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", " ".join(decomposed.translate(_FOLDED).split()))


@cache
def latin(text: str) -> str:
    """The text in plain Latin letters, as near as a transliteration comes ("泽浩 刘" → "ZeHao Liu")."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN_LATIN)
    if plain.isascii():
        return plain
    from anyascii import anyascii  # late: it costs 20 ms, and many builds need no transliteration

    return anyascii(plain)
