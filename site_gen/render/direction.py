"""Texts of two directions on one page: each is isolated, and its block begins at its own side.

A page says its direction by its language. On it every text that holds letters of the other direction
stands in `<bdi>`; a heading of a page and running text get `dir="auto"`, for they begin at their side.
"""

from __future__ import annotations

import re

from site_gen.text.direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT, isolated, runs_right_to_left

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_OPAQUE = frozenset(
    ("bdi", "code", "math", "option", "script", "style", "svg", "template", "textarea", "title")
)
_BLOCKS = frozenset(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"])
_PROSE = re.compile(r'class="(?:[^"]* )?prose[ "]')
_LANGUAGE = re.compile(r'\blang="([^"]*)"')
_SPAN_LANGUAGE = re.compile(r'<span lang="([^"]*)">')
_TITLE = re.compile(r"(?<=<title>)[^<]*(?=</title>)")
_PARTS = re.compile(r"(?P<before>[\s,;:·]*)(?P<text>.*?)(?P<after>\s*)", re.DOTALL)


def with_direction(page: str, language: str) -> str:
    """The page with the directions of its texts; as it is where all run one way."""
    is_rtl = runs_right_to_left(language)
    other = LEFT_TO_RIGHT if is_rtl else RIGHT_TO_LEFT
    if page.isascii() or not (is_rtl or other.search(page)):
        return page
    if is_rtl:
        page = page.replace("<html ", '<html dir="rtl" ', 1)
    page = _TITLE.sub(lambda found: " · ".join(map(isolated, found[0].split(" · "))), page)
    return "".join(_Tokens(page, other).directed())


class _Tokens:
    """Goes through the tags and texts of a page."""

    def __init__(self, page: str, other: re.Pattern[str]) -> None:
        self._page = page
        self._other = other
        self._opaque: list[str] = []
        self._prose_depth = 0  # of open div, from the one that holds running text
        self._is_directed = False  # whether the running text says its language
        self._block = ""  # the open element that has a direction of its own

    def directed(self) -> list[str]:
        """The tokens, with what shows their direction."""
        found = []
        for match in _TOKEN.finditer(self._page):
            token = match[0]
            if token[0] == "<":
                token = self._tag(token, match.end())
            elif not self._opaque and not self._block and self._other.search(token):
                token = _in_bdi(token)
            found.append(token)
        return found

    def _tag(self, tag: str, end: int) -> str:
        named = _TAG.match(tag)
        if named is None:
            return tag
        closes, name = bool(named[1]), named[2].lower()
        if name in _OPAQUE and not tag.endswith("/>"):
            if not closes:
                self._opaque.append(name)
            elif self._opaque:
                self._opaque.pop()
            return tag
        if name == "div" and (self._prose_depth or _PROSE.search(tag)):
            self._prose_depth += -1 if closes else 1
            self._is_directed = self._is_directed and self._prose_depth > 0
            return tag if closes else self._with_language(tag)
        if closes and name == self._block:
            self._block = ""
        elif not closes and not self._block and self._is_block(name):
            return self._opened(tag, name, end)
        return tag

    def _is_block(self, name: str) -> bool:
        return name == "h1" or (self._prose_depth > 0 and name in _BLOCKS)

    def _opened(self, tag: str, name: str, end: int) -> str:
        """A block, with its direction where its text holds letters of the other one."""
        close = self._page.find(f"</{name}>", end)
        if " dir=" in tag or not self._other.search(self._page, end, close if close >= 0 else end):
            return tag
        self._block = name
        if self._is_directed:
            return tag
        said = _SPAN_LANGUAGE.match(self._page, end)
        return f'{tag[:-1]} dir="{_direction(said[1]) if said else "auto"}">'

    def _with_language(self, tag: str) -> str:
        """Running text of a language that says its direction."""
        language = _LANGUAGE.search(tag)
        if language is None or " dir=" in tag:
            return tag
        self._is_directed = True
        return f'{tag[:-1]} dir="{_direction(language[1])}">'


def _direction(language: str) -> str:
    return "rtl" if runs_right_to_left(language) else "ltr"


def _in_bdi(text: str) -> str:
    parts = _PARTS.fullmatch(text)
    assert parts  # any text has these parts
    before, inner, after = parts["before"], parts["text"], parts["after"]
    if inner.startswith("(") and inner.endswith(")"):
        before, inner, after = f"{before}(", inner[1:-1], f"){after}"
    return f"{before}<bdi>{inner}</bdi>{after}"
