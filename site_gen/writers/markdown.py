"""Text as CommonMark that reads back as just that text."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.markup.characters import clean, plain_line
from site_gen.text.direction import isolated

_SIGN = re.compile(r"[\\`*_\[\]<~]|&(?=[#A-Za-z])|(?<!\S)#")
# What begins a list, a quotation or an underlining, where it begins a line.
_START = re.compile(r"[-+=>]|[0-9]{1,9}(?=[.)])")
# What a target has only between angle brackets.
_OF_BRACKETS = re.compile(r"[()\s]")


@lru_cache(maxsize=16_384)  # titles and names stand in many lists
def line(text: str) -> str:
    """A text on one line, to stand anywhere but at the beginning of one.

    One that runs from right to left is isolated, or it would turn around what stands beside it.
    """
    return isolated(_SIGN.sub(r"\\\g<0>", plain_line(text)))


def quotation(text: str) -> list[str]:
    """Paragraphs as the lines of a block quotation."""
    return [f"> {_whole_line(each)}".rstrip() for each in clean(text).strip().split("\n")]


def link(label: str, target: str) -> str:
    """A link on a label that is CommonMark already; the target has no "<" or ">"."""
    return f"[{label}](<{target}>)" if _OF_BRACKETS.search(target) else f"[{label}]({target})"


def _whole_line(text: str) -> str:
    escaped = line(text)
    start = _START.match(escaped)
    if not start:
        return escaped
    return f"{start[0]}\\{escaped[start.end() :]}" if start[0].isdigit() else "\\" + escaped
