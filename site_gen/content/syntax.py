"""A mistake in the syntax of YAML, in words: indentation, quotes, brackets, what a merge left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from site_gen.problems import Place, ProblemLog

_LEFT_BY_MERGE = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
_QUOTED = re.compile(r":\s+(['\"])|^\s*-\s+(['\"])")
_QUOTES = 'put the whole text in quotes; a \' inside \'…\' is written twice, a " inside "…" as \\"'
_INDENT = "keys of one thing begin in one column; what belongs to a key or to a '- ' stands two spaces deeper"

# What the parser says, what that means to somebody who writes a file, and what to do about it.
_MEANINGS: Sequence[tuple[str, str, str]] = (
    (
        "expected ',' or ']'",
        "a list that begins with [ does not end with ]",
        "close it; or put a text that begins with [ in quotes",
    ),
    (
        "expected ',' or '}'",
        "a mapping that begins with { does not end with }",
        "close it; or put a text that begins with { in quotes",
    ),
    (
        "expected node content",
        "a value is missing here: a bracket is opened and nothing stands in it",
        "close it, or put a text that begins with a bracket in quotes",
    ),
    (
        "mapping values are not allowed",
        "a ': ' where no key can be: in a text, or a key deeper than those above it",
        "put a text with ': ' into quotes, or move the key to the column of the others",
    ),
    (
        "expected '-' indicator",
        "this line is no item of the list above it",
        "items begin with '- ' in one column, and their keys stand two spaces deeper",
    ),
    (
        "could not find expected ':'",
        "this line is no key: the ': ' behind its name is missing",
        "a text that goes on in further lines is indented deeper than its key",
    ),
    (
        "block sequence entries are not allowed",
        "a '- ' where no list can be",
        "a list begins in the line below its key; put a text that begins with '- ' in quotes",
    ),
    ("cannot start any token", "a text cannot begin with this character", "put it into quotes"),
    ("unexpected end of stream", "quotes that open here are not closed", _QUOTES),
    ("unexpected document indicator", "quotes that open here are not closed", _QUOTES),
    (
        "unknown escape character",
        'in "…" a \\ begins a sign of its own, and this is none',
        "write \\\\, or use '…'",
    ),
    ("alphabetic or numeric character", "a text cannot begin with & or *", "put it into quotes"),
    (
        "comment or line break",
        "nothing may follow | or > in its line",
        "begin the text in the next line, or put it into quotes",
    ),
    (
        "<document start>",
        "this line belongs to nothing above it",
        "a file holds one list or one mapping, and all of it begins in the first column",
    ),
)


def report_syntax(error: Any, text: str, file: str, problems: ProblemLog) -> None:
    """Report a mistake where it is seen; where that is behind the text, where it began."""
    lines = text.splitlines()
    for number, written in enumerate(lines, start=1):
        if _LEFT_BY_MERGE.match(written):
            hint = "keep what is right of both sides, without the lines of <<<<<<<, ======= and >>>>>>>"
            what = "a merge of git was not finished here"
            problems.error("merge-conflict", what, Place(file, number), hint, shown_line(lines, number))
            return
    complaint = str(error.problem or error.context or "")
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if any(part in complaint for part in ("end of stream", "document indicator", "expected ':'")):
        marks.reverse()  # where the quotes or the key began
    shown = [mark for mark in marks if shown_line(lines, mark.line + 1)] or marks
    line, column = (shown[0].line + 1, shown[0].column + 1) if shown else (1, 1)
    for tab in _tabs(lines, line):
        problems.error(
            "yaml-syntax",
            "a tab cannot indent YAML",
            Place(file, line, tab),
            "use spaces",
            shown_line(lines, line),
        )
        return
    what, hint = _meaning(complaint, lines[line - 1 : line])
    problems.error("yaml-syntax", what, Place(file, line, column), hint, shown_line(lines, line))


def shown_line(lines: Sequence[str], number: int) -> str:
    """A line as a problem shows it; empty where there is none."""
    return lines[number - 1].strip()[:120] if 0 < number <= len(lines) else ""


def _meaning(complaint: str, line: Sequence[str]) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    if "expected key" in complaint:
        if line and _QUOTED.search(line[0]):
            return "the quotes around this text end before the text does", _QUOTES
        return "this line does not stand in the column of those around it", _INDENT
    found = ((what, hint) for part, what, hint in _MEANINGS if part in complaint)
    return next(found, (f"this is no YAML: {complaint or 'something is missing'}", _INDENT))


def _tabs(lines: Sequence[str], line: int) -> Iterator[int]:
    """The column of a tab in the indentation of a line, if there is one."""
    for written in lines[line - 1 : line]:
        indent = written[: len(written) - len(written.lstrip())]
        if "\t" in indent:
            yield indent.index("\t") + 1
