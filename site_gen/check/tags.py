"""The tags of an HTML page, by the tokens of the HTML standard (13.2.5) without its tree.

The parser of the standard library reads every character in Python, and took nine tenths of a check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_ATTRIBUTE = r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_NOTED = re.sub(r"\((?!\?)", "(?:", _ATTRIBUTE)  # the same without its groups
_TAG = re.compile(
    rf"<!--(?:>|->|.*?(?:--!?>|\Z))|<(/(?=(?i:template)[\s/>]))?([a-zA-Z][^\s/>]*+)((?:{_NOTED})*+)[\s/]*+(>|\Z)",
    re.DOTALL,
)
# What stands in these is text, up to the next end tag of the same name.
_RAW = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
_OF_TEXT = ("textarea", "title")  # in which character references are read


class Tag(NamedTuple):
    """A tag: its name in lower case, the text of its attributes, where it begins, and, of an element that
    holds nothing but text, that text."""

    name: str
    closes: bool
    written: str
    start: int
    text: str

    def attributes(self) -> list[tuple[str, str]]:
        """Names in lower case with their values, in order."""
        return [
            (name.lower(), unescape(value) if "&" in (value := one or other or bare) else value)
            for name, one, other, bare in _ATTRIBUTES.findall(self.written)
        ]


def tags(html: str) -> Iterator[Tag]:
    """Every start tag of a page, and where a template ends, in order. Nothing in the page makes this fail."""
    at = 0
    while found := _TAG.search(html, at):
        at = found.end()
        name = found[2]
        if name is None:  # a comment
            continue
        if not found[4]:  # the page ends inside this tag, and nothing comes after it
            return
        name, text = name.lower(), ""
        if name in _RAW and not found[1]:
            end = _RAW[name].search(html, at)
            text = html[at : end.start() if end else len(html)]
            at += len(text)
        yield Tag(name, bool(found[1]), found[3], found.start(), unescape(text) if name in _OF_TEXT else text)
