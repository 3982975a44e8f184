"""Markdown in a line: bullets, emphasis, links and tags told apart from the words."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.text import squeeze
from site_gen.values import dataclass

_BULLET = re.compile(
    r"(?:[-*+•▪◦–]|\(?\d{1,4}[.)]|\[\d{1,4}\]|#\d{1,5}(?:[:.]|\s[-–—|])?|(?:paper|id)\s*#?\d{1,5}\s*[:.)-])\s+",
    re.IGNORECASE,
)
_CHECKED = re.compile(r"\[[ xX]\]\s+")
# An address, in which each bracket is closed; a link to the web, with its words.
ADDRESS = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
WEB_LINK = re.compile(rf"\[(?P<words>[^\[\]]{{1,400}})\]\((?P<address>https?://{ADDRESS})\)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)(?:\{[^{}]*\})?"
)
_TAG = re.compile(
    r"</?\s*(b|strong|i|em|u|ins|del|s|mark|abbr|cite|q|big|code|tt|span|a|p|li|ul|ol|div|small|font|sup|sub"
    r"|img|picture|source|video|audio|kbd|center)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(r":\s*<br\s*/?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE)
_STRONG, _EMPHASIS = ("b", "strong"), ("i", "em")
_MARK = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|(?<!`)`(?!`)")
_STAR = re.compile(
    r"(?<=\b[A-Z])\*(?=\s[^\W\d_]|[-:])"
)  # "A*" in a title, not that of a corresponding author
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_SPECIAL = re.compile(r"[\[<*_`\\&]")  # without which a text holds no marks, tags, links and references
_AROUND = " \t,;:|·[]"
# A link whose address is taken out; both signs are of a private area.
_OPEN, _CLOSE = "\ue000", "\ue001"
_LINKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a line in one style: the marks around it ("**", "_"), "[" for a link, "" for plain words."""

    text: str
    style: str


def bullet_end(text: str) -> int:
    """Where the words of a list's item begin; 0 where the line is no item."""
    match = _BULLET.match(text)
    if match is None:
        return 0
    checked = _CHECKED.match(text, match.end())
    return checked.end() if checked else match.end()


def around(match: re.Match[str]) -> str:
    """What stands before and behind a match, as one text."""
    return squeeze(match.string[: match.start()] + match.string[match.end() :])


def split_breaks(text: str) -> list[str]:
    """The lines that a line's breaks make of it."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def at_breaks(line: SourceLine) -> list[SourceLine]:
    """The lines that a line's breaks make of it; a title that ends in a colon goes on behind its break."""
    if "<br" not in line.text.lower():
        return [line]
    parts = split_breaks(_AFTER_COLON.sub(": ", line.text))
    return [replace(line, text=part.strip("| ") if at else part) for at, part in enumerate(parts)] or [line]


def count_links(text: str) -> int:
    """How many links a line holds, whose addresses its words alone lose."""
    return sum(1 for _ in _LINK.finditer(text))


@recurring
def plain(text: str) -> str:
    """The words of a line without marks, tags and addresses of links."""
    return squeeze(_unmarked(text) if _SPECIAL.search(text) else text)


def _unmarked(text: str) -> str:
    text = _with_stars(_TAG.sub("", _LINK.sub(lambda match: match[1], text)))
    text = _MARK.sub("", _ESCAPED.sub(lambda match: f"&#{ord(match[1])};", text))
    return html.unescape(text)


def _with_stars(text: str) -> str:
    """A text whose stars of names ("A* Search") are no marks: no emphasis is open that they could close."""

    def escaped(match: re.Match[str]) -> str:
        return "&#42;" if text.count("*", 0, match.start()) % 2 == 0 else "*"

    return _STAR.sub(escaped, text) if "*" in text else text


def parts(text: str) -> list[Part]:
    """The runs of a line by their style; signs alone between two runs are none."""
    text = _LINK.sub(lambda match: f"{_OPEN}{match[1]}{_CLOSE}", _TAG.sub(_as_mark, _with_stars(text)))
    found: list[Part] = []
    open_marks: list[str] = []
    start = 0
    for match in _MARK.finditer(text):
        if not open_marks and not _can_open(text[match.end() : match.end() + 1]):
            continue  # the mark of a footnote: "Ann Lee (MIT)*; Bob Roe"
        _add(found, text[start : match.start()], "".join(open_marks))
        start = match.end()
        _toggle(open_marks, match[0].replace("_", "*"))
    _add(found, text[start:], "".join(open_marks))
    return found


def _can_open(after: str) -> bool:
    """Whether emphasis can begin before a character: words follow it."""
    return bool(after.strip()) and after not in ";,.:)"


def _toggle(open_marks: list[str], mark: str) -> None:
    """Open a mark, or close those that it closes."""
    size = len(mark)
    while open_marks and size and len(open_marks[-1]) <= size and "*" in mark:
        size -= len(open_marks.pop())
    if size:
        open_marks.append(mark[:size])


def _as_mark(match: re.Match[str]) -> str:
    name = match[1].lower()
    return "**" if name in _STRONG else "*" if name in _EMPHASIS else ""


def _add(found: list[Part], text: str, style: str) -> None:
    start = 0
    for link in _LINKED.finditer(text):
        _add_run(found, text[start : link.start()], style)
        _add_run(found, link[1], style or "[")
        start = link.end()
    _add_run(found, text[start:], style)


def _add_run(found: list[Part], text: str, style: str) -> None:
    words = plain(text.replace(_OPEN, "").replace(_CLOSE, "")).strip(_AROUND)
    if any(character.isalnum() for character in words):
        found.append(Part(words, style))
