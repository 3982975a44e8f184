"""Columns that are parted by spaces alone, as text is laid out: their cells with tabs between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.records import Document

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST_CELLS, _FEWEST_LINES = 3, 3
_LAYOUTS = 20  # that are tried
_SHARE = 0.6  # of the lines are laid out alike
_HEAD = 200_000


def with_tabs(document: Document) -> Document:
    """The document, with tabs in the lines of its columns; itself where it has none."""
    text = document.text
    if "\t" in text[:_HEAD] or "  " not in text[:_HEAD] or text.lstrip()[:1] in "{[<@%":
        return document
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()]
    found = [begins for begins, _ in Counter(map(_begins, lines)).most_common(_LAYOUTS)]
    columns = [each for each in found if len(each) >= _FEWEST_CELLS]
    fitting = [(sum(_is_parted(line, each) for line in lines), each) for each in columns]
    count, begins = max(fitting, default=(0, ()))
    if count < _FEWEST_LINES or count < _SHARE * len(lines):
        return document
    return replace(document, text="\n".join(_parted(line, begins) for line in text.split("\n")))


def _begins(line: str) -> tuple[int, ...]:
    """Where the cells of a line begin that stand behind gaps."""
    return (0, *(match.end() for match in _GAP.finditer(line)))


def _is_parted(line: str, begins: Sequence[int]) -> bool:
    """Whether the cells of a line begin there: each behind a space, or the line has ended."""
    may_be = len(_begins(line)) > 1 or line[:1].isdigit()
    return may_be and not any(line[begin - 1 : begin].strip() for begin in begins[1:])


def _parted(line: str, begins: Sequence[int]) -> str:
    if not _is_parted(line, begins):
        return line
    ends = [*begins[1:], len(line)]
    return "\t".join(line[begin:end].strip() for begin, end in zip(begins, ends, strict=True))
