"""Directives of a page in reStructuredText: tables as rows between bars, what others hold as its text.

Every line keeps its number, but for rows of tables, which move up in theirs (docutils, "reStructuredText
Directives").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

_BEGIN = re.compile(r"(?P<indent>[ \t]*)\.\.(?:[ \t]+(?:(?P<name>[A-Za-z][\w.+-]*)::)?(?P<argument>.*))?\s*")
_OPTION = re.compile(r"\s*:(?P<name>[A-Za-z][\w -]*):\s*(?P<value>.*)")
_ROW = re.compile(r"\s*\* - ?(?P<cell>.*)")
_CELL = re.compile(r"\s*- ?(?P<cell>.*)")
# What they hold is no text that a reader of the page sees, or not as it stands.
_NO_TEXT = frozenset(
    [
        "raw", "code", "code-block", "sourcecode", "highlight", "math", "image", "figure", "toctree", "meta",
        "contents", "include", "literalinclude", "sectnum", "target-notes", "default-role", "role", "index",
    ]
)  # fmt: skip
_TITLED = frozenset(["admonition", "topic", "sidebar"])


def without_directives(lines: Sequence[str]) -> list[str]:
    """The lines without the marks of directives and without comments."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        begin = _BEGIN.fullmatch(lines[at])
        if begin is None:
            found.append(lines[at])
            at += 1
            continue
        end = _end(lines, at, len(begin["indent"]))
        held = _held(begin["name"] or "", (begin["argument"] or "").strip(), lines[at + 1 : end])
        found += [*held, *["" for _ in range(end - at - len(held))]]
        at = end
    return found


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """The number of the first line behind what is inside a directive: blank ones at its end are not."""
    end = inside = at + 1
    while inside < len(lines) and (not lines[inside].strip() or _indent(lines[inside]) > indent):
        inside += 1
        end = inside if lines[inside - 1].strip() else end
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _held(name: str, argument: str, body: Sequence[str]) -> list[str]:
    """What a directive says, in at most as many lines as it has; a comment has no name and says nothing."""
    if not name or name in _NO_TEXT:
        return []
    options = {}
    at = 0
    while at < len(body) and (option := _OPTION.fullmatch(body[at])):
        options[option["name"]] = option["value"]
        at += 1
    if name == "list-table":
        return table_lines(list(_listed(body[at:])))
    if name == "csv-table":
        head = [options["header"]] if "header" in options else []
        return table_lines([*csv.reader([*head, *map(str.strip, body[at:])], skipinitialspace=True)])
    text = without_directives(dedent("\n".join(body[at:])).split("\n"))
    return [argument if name in _TITLED else "", *["" for _ in range(at)], *text]


def _listed(body: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a list of lists; a line that begins no cell belongs to the one above."""
    row: list[str] = []
    for line in body:
        begin, cell = _ROW.fullmatch(line), _CELL.fullmatch(line)
        if begin:
            if row:
                yield row
            row = [begin["cell"].strip()]
        elif cell and row:
            row.append(cell["cell"].strip())
        elif row and line.strip():
            row[-1] = f"{row[-1]} {line.strip()}".strip()
    if row:
        yield row


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows between bars, with the rule of Markdown below the first."""
    filled = [row for row in rows if row]
    if not filled:
        return []
    listed = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in filled]
    return [listed[0], "|" + " --- |" * len(filled[0]), *listed[1:]]
