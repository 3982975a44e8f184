"""Pages in reStructuredText as the Markdown that they mean: headings, emphasis, links, tables, directives.

Every line keeps its number, but for rows of tables, which move up in theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from site_gen.ingest.reading.files.rst_directives import table_lines, without_directives
from site_gen.ingest.reading.files.rst_grids import grid_lines
from site_gen.ingest.records import Document

_RULE = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}\s*")
_FIELD = re.compile(r":[A-Za-z][\w -]{0,30}:(?:\s|$)")
_LINK = re.compile(r"`([^`<>]+?)\s*<([^<>`\s]+)>`__?")
_NAMED = re.compile(r"`([^`<>]+)`__?(?!\w)")
_ROLE = re.compile(r":[a-z][\w-]*:`([^`]+)`")
_SUBSTITUTED = re.compile(r"\|([\w-]{1,20})\|")
_BREAK = re.compile(r"^\.\.\s+\|([\w-]{1,20})\|\s+raw::\s*html\s+<br", re.MULTILINE)
_LINE_BLOCK = re.compile(r"\|(?: +(?P<text>.*[^|\s]))?\s*$")
_SIMPLE = re.compile(r"=+(?: +=+)+\s*")
_GRID = re.compile(r"\+(?:[-=]{2,}\+)+\s*")
_DIRECTIVES = re.compile(r"^[ \t]*\.\. (?:\|[\w-]+\| )?[\w-]+::", re.MULTILINE)
_HEADINGS = re.compile(r"^\S.*\n(?:={3,}|-{3,}|~{3,})$", re.MULTILINE)
_HEAD = 20_000
_MOST_LEVELS = 6


def is_rst(document: Document) -> bool:
    """Whether a document is such a page: by its name, or by directives and underlined headings."""
    head = document.text[:_HEAD]
    is_marked = _DIRECTIVES.search(head) is not None and _HEADINGS.search(head) is not None
    return document.path.endswith(".rst") or is_marked


def as_markdown(document: Document) -> Document:
    """The text of such a page as Markdown; of other documents only their grid tables."""
    lines = document.text.split("\n")
    if not is_rst(document):
        has_grid = any(line.startswith("+") and _GRID.fullmatch(line) for line in lines)
        return (
            replace(document, text="\n".join(_with_tables(lines, _GRID, grid_lines)))
            if has_grid
            else document
        )
    breaks = {match[1] for match in _BREAK.finditer(document.text)}
    lines = _with_tables(without_directives(lines), _GRID, grid_lines)
    lines = _with_tables(lines, _SIMPLE, _simple)
    blocks = map(_LINE_BLOCK.fullmatch, lines)
    lines = [(block["text"] or "") if block else line for block, line in zip(blocks, lines, strict=True)]
    lines = _with_headings(["" if _FIELD.match(line) else line for line in lines])
    return replace(document, text="\n".join(_inline(line, breaks) for line in lines))


def _with_headings(lines: Sequence[str]) -> list[str]:
    """The lines, underlined ones as headings: the signs below them are levels in the order of the page."""
    found, signs = list(lines), list[str]()
    for at, line in enumerate(lines[:-1]):
        below = lines[at + 1]
        is_title = line.strip() and not line.startswith((" ", "|", "+")) and not _RULE.fullmatch(line)
        if not is_title or not _RULE.fullmatch(below) or len(below.rstrip()) < len(line.rstrip()):
            continue
        is_over = at > 0 and _RULE.fullmatch(lines[at - 1]) is not None
        sign = below[0] * (2 if is_over else 1)
        signs += [] if sign in signs else [sign]
        found[at] = f"{'#' * min(signs.index(sign) + 1, _MOST_LEVELS)} {line.strip()}"
        found[at + 1] = ""
        found[at - 1] = "" if is_over else found[at - 1]
    return found


def _with_tables(
    lines: Sequence[str], rule: re.Pattern[str], read: Callable[[Sequence[str]], list[str] | None]
) -> list[str]:
    """The lines, those of tables that begin with such a rule as rows between bars."""
    found = list(lines)
    at = 0
    while at < len(lines):
        is_table, end = rule.fullmatch(lines[at].strip()), at + 1
        while is_table and end < len(lines) and lines[end].strip():
            if rule is _GRID and not lines[end].lstrip().startswith(("+", "|")):
                break
            end += 1
        table = read(lines[at:end]) if is_table else None
        found[at:end] = [*table, *[""] * (end - at - len(table))] if table else lines[at:end]
        at = end
    return found


def _simple(lines: Sequence[str]) -> list[str] | None:
    """A simple table as rows; None where it has no head, or a cell goes over the edge of its column."""
    rules = [at for at, line in enumerate(lines) if _SIMPLE.fullmatch(line.strip())]
    begins = [match.start() for match in re.finditer(r"=+", lines[0])]
    if len(rules) != 3:
        return None
    rows: list[tuple[int, list[str]]] = []
    for at, line in enumerate(lines):
        if at in rules or set(line.strip()) <= {"-", " "}:
            continue
        if any(line[begin - 1 : begin].strip() for begin in begins[1:]):
            return None
        ends = [*begins[1:], len(line)]
        cells = [line[begin:end].strip() for begin, end in zip(begins, ends, strict=True)]
        if cells[0] or not rows:
            rows.append((at, cells))
        else:  # the row above goes on
            rows[-1] = (rows[-1][0], [f"{a} {b}".strip() for a, b in zip(rows[-1][1], cells, strict=True)])
    return ["", *table_lines([cells for _, cells in rows])]


def _inline(line: str, breaks: set[str]) -> str:
    """A line without roles, its links as those of Markdown, and substitutions as breaks or spaces."""
    text = _LINK.sub(r"[\1](\2)", _ROLE.sub(r"\1", line))
    text = _NAMED.sub(r"\1", text)
    return (
        text
        if text.startswith("| ") and text.endswith(" |")
        else _SUBSTITUTED.sub(lambda match: "<br>" if match[1] in breaks else " ", text)
    )
