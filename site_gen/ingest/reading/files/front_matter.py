"""Pages of a static site generator as they lie in its folder: front matter above the text, tags of Liquid."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import Document

_FENCE = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 400_000  # characters of a front matter
_KEYED = re.compile(r"[\w\"' .-]{1,60}:(?:\s|$)|\s|[-#]|$")
_KEY = re.compile(r"\s*(?:-\s+)?[a-z][\w-]{0,40}:(?:\s|$)")
_TAGS = re.compile(r"^[ \t]*(?:\{%(?:[^%\n]|%(?!\}))*+%\}[ \t]*+)+$", re.MULTILINE)
JSON = re.compile(r'\s*(?:\[\s*\{|\{)\s*"')
"""How objects of JSON, or a list of them, begin."""
_LIST_OF_OBJECTS = re.compile(r"^[ \t]*-[ \t]+[\w\"' -]{1,40}:(?:\s|$)", re.MULTILINE)


def without_front_matter(document: Document) -> Document:
    """The text of such a page with its front matter as blank lines, so that every line keeps its number.

    Where the page has no text of its own, or the front matter lists objects, that is the document.
    """
    found = _FENCE.match(document.text[:_LONGEST])
    if found is None or not all(_KEYED.match(line) for line in found["yaml"].split("\n")):
        return document
    body = _TAGS.sub("", document.text[found.end() :])
    begin, end = found.span("yaml")
    if not body.strip() or _LIST_OF_OBJECTS.search(found["yaml"]):
        return replace(document, text=blank(document.text[:begin]) + document.text[begin:end])
    return replace(document, text=blank(document.text[: found.end()]) + body)


def has_objects(text: str) -> bool:
    """Whether a text is objects: of JSON, or of YAML, lines of keys and items of a list that begin so."""
    if JSON.match(text):
        return True
    lines = [line for line in text[:_LONGEST].split("\n") if line.strip()]
    keyed = sum(_KEY.match(line) is not None for line in lines)
    return 2 * keyed > len(lines) and len(_LIST_OF_OBJECTS.findall(text[:_LONGEST])) > 1


def blank(text: str) -> str:
    """As many blank lines as a text has, so that those below keep their numbers."""
    return "\n" * text.count("\n")
