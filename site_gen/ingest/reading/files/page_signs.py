"""What tells a saved web page, or Markdown with elements of one, from other texts."""

from __future__ import annotations

import re
from itertools import islice

_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
# Elements that begin a line of Markdown, or of a page of which only the middle is there.
_ELEMENT = re.compile(
    r"^[ \t]*</?(?:table|tr|td|th|div|section|details|ul|ol|li|dl|p|h[1-6])\b[^<>]*>", re.M | re.I
)
VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source"]
)
"""The elements that hold nothing, and are never closed."""
_FEWEST_ELEMENTS = 6
_MOST_COMMENTS = 1_000
_LIST_IN_CELL = re.compile(
    r"<t[dh]\b[^<>]*>\s*(?:<details\b[^<>]*>.{0,300}?)?<[uo]l\b", re.DOTALL | re.IGNORECASE
)


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    return _PAGE.match(text[:2_000]) is not None


def has_elements(text: str) -> bool:
    """Whether a text without the frame of a page is written with its elements: Markdown with a table in HTML.

    What a cell with a list in it says of its row is known only from what a browser shows.
    """
    if text.count("<") < _FEWEST_ELEMENTS:
        return False
    found = islice(_ELEMENT.finditer(text), _FEWEST_ELEMENTS)
    is_written = sum(1 for _ in found) == _FEWEST_ELEMENTS and text.lstrip()[:1] not in ("{", "[", "@")
    return is_written and not _LIST_IN_CELL.search(text)


def without_open_comments(text: str) -> str:
    """A page up to where a thousand comments begin and none ends: each would be looked through to its end."""
    last = max(text.rfind("-->"), 0)
    return text[: text.find("<!--", last)] if text.count("<!--", last) > _MOST_COMMENTS else text
