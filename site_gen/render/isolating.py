"""Texts of two directions on one page: each is isolated, and its block begins at its own side.

A page says its direction by its language. What its templates print between tags goes through a filter, which
they get when they are compiled: a text that holds letters of the other direction stands in `<bdi>`, and the
blocks of a running text get `dir="auto"`. Where a heading or a text of another language begins, the templates
say it themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from site_gen.text.direction import (
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    begins_right_to_left,
    runs_right_to_left,
)

# A tag, or the beginning of one whose name is printed.
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w-]*|\Z)|>")
# Elements that show no markup, or no text that is read.
_OPAQUE = frozenset(
    ("bdi", "code", "math", "option", "script", "style", "svg", "template", "textarea", "title")
)
# An attribute that begins and does not end; macros write such ones outside of any tag.
_OPEN_VALUE = re.compile(r'="[^"]*\Z')
_BLOCK = re.compile(r"<(?:blockquote|d[dt]|h[1-6]|li|p|t[dh])(?=[ >])")
_IS_RUNNING_TEXT = re.compile(r"\s*<(?:blockquote|div|dl|figure|h[1-6]|hr|ol|p|pre|table|ul)\b")


def isolation(language: str) -> Callable[[object], object]:
    """The filter `isolated` of a page in a language: what is printed, with the direction of what runs the
    other way."""
    is_rtl = runs_right_to_left(language)
    other = LEFT_TO_RIGHT if is_rtl else RIGHT_TO_LEFT

    def isolated(value: object) -> object:
        if not isinstance(value, str):
            if not hasattr(value, "__html__"):
                return value
            value = Markup(value)
        if (value.isascii() and not is_rtl) or not other.search(value):
            return value
        if isinstance(value, Markup) and _IS_RUNNING_TEXT.match(value):
            return Markup(_BLOCK.sub(r'\g<0> dir="auto"', str(value)))
        return Markup(f"<bdi>{escape(value)}</bdi>")

    return isolated


def direction(language: str) -> Callable[[str], Markup]:
    """The filter `direction` of a page in a language: the attribute of an element whose text begins the other
    way; nothing for all others."""
    is_rtl = runs_right_to_left(language)
    return lambda text: _attribute(begins_right_to_left(text, is_rtl=is_rtl), page=is_rtl)


def language_and_direction(language: str) -> Callable[[str | None], Markup]:
    """The filter `lang` of a page in a language: the attributes of an element in another one, None for the
    page's own."""
    is_rtl = runs_right_to_left(language)

    def attributes(of_text: str | None) -> Markup:
        if not of_text:
            return Markup()
        return Markup(' lang="{}"').format(of_text) + _attribute(runs_right_to_left(of_text), page=is_rtl)

    return attributes


def _attribute(is_rtl: bool, *, page: bool) -> Markup:
    return Markup() if is_rtl == page else Markup(f' dir="{"rtl" if is_rtl else "ltr"}"')


class Isolation(Extension):
    """Lets every template print texts between its tags through the filter `isolated`."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens of a template of HTML, with the filter; what a macro prints has it already."""
        return _filtered(stream) if (stream.name or "").endswith(".html") else stream


def _filtered(stream: TokenStream) -> Iterator[Token]:
    place = _Place()
    for token in stream:
        if token.type == "data":
            place.go_on(token.value)
        yield token
        if token.type == "variable_begin" and place.is_between_tags:
            yield from _printed(stream)


def _printed(stream: TokenStream) -> Iterator[Token]:
    """An expression up to its end, with the filter; one that has no end stays as it is."""
    tokens = []
    while stream.current.type not in ("variable_end", "eof"):
        tokens.append(next(stream))
    line = stream.current.lineno
    if stream.current.type == "eof" or any(token.type == "lparen" for token in tokens):
        yield from tokens
        return
    yield Token(line, "lparen", "(")
    yield from tokens
    yield from (Token(line, "rparen", ")"), Token(line, "pipe", "|"), Token(line, "name", "isolated"))


class _Place:
    """Where in the HTML that it writes a template is."""

    def __init__(self) -> None:
        self._is_in_tag = False
        self._is_in_value = False
        self._opaque: list[str] = []

    @property
    def is_between_tags(self) -> bool:
        """Whether what is printed here is a text that is read."""
        return not (self._is_in_tag or self._is_in_value or self._opaque)

    def go_on(self, html: str) -> None:
        """Pass what the template says itself."""
        if self._is_in_value:
            _, closes, html = html.partition('"')
            if not closes:
                return
        self._is_in_value = bool(_OPEN_VALUE.search(html))
        for tag in _TAG.finditer(html):
            self._is_in_tag = tag[0] != ">"
            if tag["name"] not in _OPAQUE:
                continue
            if not tag["closes"]:
                self._opaque.append(tag["name"])
            elif self._opaque:
                self._opaque.pop()
