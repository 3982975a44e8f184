"""Accents of LaTeX on letters, one upon another too: `{\\~{\\^e}}` is ễ."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {
    "'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "h": "\u0309", "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
    "textsubring": "\u0325", "textsubdot": "\u0323", "textroundcap": "\u0311", "newtie": "\u0311",
}  # fmt: skip
_TYPED = str.maketrans("’‘”“´", "'`\"\"'")  # quotes that a word processor made of the signs
_CURLY = re.compile(r"\\[’‘”“´](?=\s*[{\w\\])")
_SHAPES = ("\u0302", "\u0306")
_LETTER = r"(?:\\(?P<bare>[ij])(?![A-Za-z])\s?|(?P<letter>[^\W\d_][\u0300-\u036f]*))"
_WORDS = "|".join(sorted((name for name in _MARKS if name.isalpha()), key=len, reverse=True))
_SIGNS = "".join(map(re.escape, (name for name in _MARKS if not name.isalpha())))


def _accents(letter: str) -> re.Pattern[str]:
    """An accent before a letter, which may stand in braces, or braces in braces."""
    named = letter.replace("?P<bare>", "?P<bare{0}>").replace("?P<letter>", "?P<letter{0}>")
    forms = (named.format(1), rf"\{{\s*{named.format(2)}\s*\}}", rf"\{{\{{\s*{named.format(3)}\s*\}}\}}")
    return re.compile(rf"\\(?:(?P<sign>[{_SIGNS}])|(?P<word>{_WORDS})(?![A-Za-z]))\s*(?:{'|'.join(forms)})")


_ACCENT = _accents(_LETTER)
_MATHEMATICS = re.compile(r"(\$\$.+?\$\$|\$(?:\\.|[^$\\])+\$|\\\(.+?\\\))", re.DOTALL)
_DEEPEST = 4  # accents that a letter carries


def with_accents(latex: str) -> str:
    """The text with its accented letters as such, from the innermost accent on; formulas stay as they are."""
    if "\\" not in latex:
        return latex
    parts = _MATHEMATICS.split(latex)
    parts[::2] = (_accented(_CURLY.sub(_straight, part)) for part in parts[::2])
    return "".join(parts)


def _straight(match: re.Match[str]) -> str:
    return match[0].translate(_TYPED)


def _accented(text: str) -> str:
    for _ in range(_DEEPEST):
        before, text = text, _ACCENT.sub(_composed, text)
        if text == before:
            break
    return text


def _composed(match: re.Match[str]) -> str:
    found = match.groupdict()
    letter = next(value for name, value in found.items() if value and name.startswith(("bare", "letter")))
    mark = _MARKS[found["sign"] or found["word"]]
    composed = unicodedata.normalize("NFC", letter + mark)
    if len(composed) == 1 or mark not in _SHAPES:
        return composed
    # Vietnamese letters have their shape first and the tone upon it, in whatever order they are typed.
    marked = unicodedata.normalize("NFD", letter)
    shaped = unicodedata.normalize("NFC", marked[:1] + mark + marked[1:])
    return shaped if len(shaped) == 1 else composed
