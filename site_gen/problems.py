"""Located problems: what is wrong, where, and what to do about it.

A user's mistake is a `Problem`; all of them are collected and shown in one run. What ends a command
for another reason is a `Stop` with the exit status that the command line documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import field
from enum import IntEnum
from functools import total_ordering
from typing import Literal

from site_gen.values import dataclass

_LONGEST = 400  # characters of a line that a problem prints

# A line of a merge: with a name it is surely one, without one only where all three stand.
_OF_MERGE = re.compile(r"^(?:([<>])\1{6}(?: (\S)?.*)?|={7})\r?$", re.MULTILINE)


class ExitStatus(IntEnum):
    """The exit statuses of every command."""

    OK = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3
    INTERRUPTED = 130
    TERMINATED = 143


@total_ordering
@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: its path inside the project with "/" between folders, line and column from 1.

    `line` and `column` are 0 where only the file, or only the line, is known.
    """

    file: str
    line: int = 0
    column: int = 0

    def __lt__(self, other: Place) -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)

    def __reduce__(self) -> tuple[type[Place], tuple[str, int, int]]:
        return Place, (self.file, self.line, self.column)  # there are more of it than of all else

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


# Where content says something: the kind of thing ("papers", "sessions", …), the edition, its id, then
# keys and positions inside. Looked up only when a problem must be told.
Locate = Callable[..., Place]

Severity = Literal["error", "warning"]

PlainProblem = tuple[Severity, str, str, tuple[str, int, int], str, str]
"""A problem as a file of ours keeps it, without our types."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `hint` and `excerpt` (the line concerned) may be empty.

    A hint may have several lines: what to write into a file.
    """

    severity: Severity
    code: str
    what: str
    place: Place
    hint: str = ""
    excerpt: str = ""

    @classmethod
    def of_plain(cls, plain: PlainProblem) -> Problem:
        """The problem that `plain` was made of."""
        severity, code, what, place, hint, excerpt = plain
        return cls(severity, code, what, Place(*place), hint, excerpt)

    @property
    def plain(self) -> PlainProblem:
        """The problem without our types."""
        place = (self.place.file, self.place.line, self.place.column)
        return self.severity, self.code, self.what, place, self.hint, self.excerpt

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.severity}: {_brief(self.what)} [{self.code}]"]
        if self.excerpt:
            lines.append(f"    | {_brief(self.excerpt)}")
        first, *rest = self.hint.split("\n")
        if first:
            lines += [f"    hint: {first}", *(f"          {line}" for line in rest)]
        return "\n".join(printable(line) for line in lines)


@dataclass(slots=True)
class ProblemLog:
    """Collects the problems of one run; a problem that is told twice is kept once."""

    _errors: dict[Problem, None] = field(default_factory=dict)
    _warnings: dict[Problem, None] = field(default_factory=dict)

    def error(self, code: str, what: str, place: Place, hint: str = "", excerpt: str = "") -> None:
        """Note something that forbids the result."""
        self._errors[Problem("error", code, what, place, hint, excerpt)] = None

    def warning(self, code: str, what: str, place: Place, hint: str = "", excerpt: str = "") -> None:
        """Note something that an organiser should look at."""
        self._warnings[Problem("warning", code, what, place, hint, excerpt)] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems that were found elsewhere."""
        for problem in problems:
            (self._errors if problem.severity == "error" else self._warnings)[problem] = None

    @property
    def error_count(self) -> int:
        """How many errors there are, without putting them in order."""
        return len(self._errors)

    @property
    def all(self) -> list[Problem]:
        """Every problem, ordered by place."""
        return _ordered([*self._errors, *self._warnings])

    @property
    def errors(self) -> list[Problem]:
        """The problems that forbid the result, ordered by place."""
        return _ordered(self._errors)

    @property
    def warnings(self) -> list[Problem]:
        """The problems that do not, ordered by place."""
        return _ordered(self._warnings)


def _brief(text: str) -> str:
    """A text without the middle of what nobody reads: it quotes a document, whose lines may be any length."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.place, problem.code, problem.what))


class Stop(Exception):
    """Ends a command with `status`; the message is one line for the user, `hint` may be empty."""

    def __init__(self, status: ExitStatus, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.hint = hint

    def __reduce__(self) -> tuple[type[Stop], tuple[ExitStatus, str, str]]:
        """It comes out of a process as it went in."""
        return Stop, (self.status, str(self), self.hint)


def report_unreadable_name(place: Place, problems: ProblemLog) -> None:
    """Report a file whose name the system gives us as bytes that are no text."""
    hint = "rename it; if its name is right, run in a locale of UTF-8, as LC_ALL=C.UTF-8"
    problems.error("file-name", "the name of this file is not UTF-8", place, hint)


def report_conflict(text: str, file: str, problems: ProblemLog) -> bool:
    """Whether a text holds a merge that was not finished, after telling where the first one begins."""
    begin = _begin_of_merge(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if begin is not None:
        hint = "keep what is right of both sides, without the lines of <<<<<<<, ======= and >>>>>>>"
        place = Place(file, text.count("\n", 0, begin) + 1)
        problems.error("merge-conflict", "a merge of git was not finished here", place, hint)
    return begin is not None


def _begin_of_merge(text: str) -> int | None:
    """Where both sides of a merge begin, or what was left of one by half."""
    begin, is_second_side = None, False
    for line in _OF_MERGE.finditer(text):
        if line[2]:
            return line.start() if begin is None or line[1] == "<" else begin
        if line[1] == "<":
            begin = line.start() if begin is None else begin
        elif line[1] == ">" and is_second_side:
            return begin
        else:
            is_second_side = is_second_side or (line[1] is None and begin is not None)
    return None


def printable(line: str) -> str:
    """Make text from a file safe to print: control and direction characters become their escapes."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(_shown(character) for character in line)


def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return f"\\u{ord(character):04x}" if hidden else character
