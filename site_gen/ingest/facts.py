"""What a document says, with its place in it; and days of which it may print a part alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Generic, Protocol, TypeVar

from site_gen.conference.scalars import FIRST_YEAR, LAST_YEAR
from site_gen.problems import Place
from site_gen.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value and where a source document says it."""

    value: T
    place: Place


class InLine(Protocol):
    """What begins in a column of a line, as the text of a line itself does."""

    @property
    def number(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Document:
    """A source document as received: its text with "\\n" line ends and without a byte order mark.

    Of two values that of the lower `precedence` counts, or what sources.yaml says that it is `best_for`.
    `beside` are the documents of objects of its edition, which its own objects may call by their ids.
    """

    path: str
    text: str
    precedence: int = 0
    columns: Mapping[str, str] | None = None
    best_for: tuple[str, ...] = field(default=(), kw_only=True)
    beside: tuple[Document, ...] = field(default=(), kw_only=True, repr=False)

    def place(self, line: int, column: int = 0) -> Place:
        """The place of a line (from 1) in this document."""
        return Place(self.path, line, column)

    def place_of(self, line: InLine) -> Place:
        """Where the text of a line begins."""
        return self.place(line.number, line.column)


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day as printed: the parts that are not there are None. `weekday` is 0 for Monday.

    Day and month are 0 where only the weekday is printed, or `count`, the number of the edition's day; the
    month alone is where "Monday 27" is. Where `is_either` holds, day and month may be meant the other way
    round. The edition's own days tell.
    """

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    count: int | None = None
    is_either: bool = False

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where it has no such day (29 February), or no conference is in it."""
        if not FIRST_YEAR <= (self.year or year) <= LAST_YEAR:
            return None
        try:
            return date(self.year or year, self.month, self.day)
        except (ValueError, OverflowError):  # a number of twenty digits may be printed as a day
            return None


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling of an author's name, or an ORCID iD; `called` is what the source calls the person."""

    name: str
    spelling: str
    called: str
    place: Place
    orcid: str = ""
