"""Tables of a saved web page as rows of cells; those that only lay out a page are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from site_gen.ingest.reading.columns.columns import is_time_column
from site_gen.ingest.reading.tables.merged_cells import Merged, Rows, as_csv, fill
from site_gen.ingest.reading.tables.paper_tables import table_header
from site_gen.ingest.reading.times.typed_times import leading_times, typed_times

_FEWEST = 2  # rows and columns
_WIDEST, _LONGEST = 60, 400  # columns and rows over which one cell may go
_MOST_CELLS = 400_000  # of a table; the cells behind them go over no others
_BREAK = "<br>"
_OF_TIMES = 2  # columns


@dataclass(slots=True)
class PageTable:
    """A table that is being read: its cells as they stand, with the columns and rows that each goes over."""

    rows: list[list[tuple[str, int, int]]] = field(default_factory=list)
    origins: list[tuple[int, int]] = field(default_factory=list)

    def begin_row(self, origin: tuple[int, int]) -> None:
        """Begin a row that stands at this place of the page."""
        self.rows.append([])
        self.origins.append(origin)

    def add(self, text: str, attributes: dict[str, str | None]) -> None:
        """Add a cell to the last row."""
        bare = text.strip().removesuffix(_BREAK).strip()
        across, down = _span(attributes, "colspan", _WIDEST), _span(attributes, "rowspan", _LONGEST)
        self.rows[-1].append((bare, across, down))

    def lines(self) -> list[tuple[str, tuple[int, int]]]:
        """The rows as those of a table in Markdown, each with its place; a rule below the first.

        Rows at the top that are one cell are headings above it.
        Times without a head above them, and what takes place then, are no table but lines; so are rows
        of one cell each.
        """
        rows, merged = self._placed()
        if _are_lines(rows):
            return list(self._as_lines([["", "".join(row)] for row in rows]))
        if len(rows[0]) == _OF_TIMES and 2 * sum(_is_time(row[0]) for row in rows) > len(rows):
            if _is_time(rows[0][0]):
                return list(self._as_lines(rows))
            if is_time_column(rows[0][0]) and any(_BREAK in row[1] for row in rows):
                return list(self._as_lines(rows))
        above = 0
        while above < len(rows) and len(self.rows[above]) == 1 and len(rows[above]) > 1:
            above += 1
        headings = list(zip((row[0] for row in rows[:above]), self.origins, strict=False))
        del rows[:above]
        merged = [((r - above, c), (to - above, d)) for (r, c), (to, d) in merged if r >= above]
        fill(rows, merged, is_list=bool(table_header(as_csv(rows))))
        cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
        texts = [f"| {' | '.join(row)} |" for row in cells]
        found = list(zip(texts, self.origins[above:], strict=True))
        rule = [("|" + "---|" * len(rows[0]), found[0][1])] if found else []
        return [*headings, *found[:1], *rule, *found[1:]]

    def _as_lines(self, rows: Rows) -> Iterator[tuple[str, tuple[int, int]]]:
        for (when, what), origin in zip(rows, self.origins, strict=True):
            first, *others = what.split(_BREAK)
            yield f"{when}\t{first}".strip(), origin
            yield from ((other, origin) for other in others if other.strip(" *"))

    def _placed(self) -> tuple[Rows, list[Merged]]:
        """The cells at their places, and those that go over several."""
        held: dict[tuple[int, int], str] = {}
        merged: list[Merged] = []
        for number, row in enumerate(self.rows):
            column = 0
            for text, across, down in row:
                while (number, column) in held:
                    column += 1
                if len(held) > _MOST_CELLS:
                    across = down = 1
                last = min(number + down, len(self.rows)) - 1, column + across - 1
                places = [(r, c) for r in range(number, last[0] + 1) for c in range(column, last[1] + 1)]
                held |= dict.fromkeys(places, "")
                held[number, column] = text
                if len(places) > 1:
                    merged.append(((number, column), last))
        width = max((column for _, column in held), default=0) + 1
        return [[held.get((r, c), "") for c in range(width)] for r in range(len(self.rows))], merged


def _are_lines(rows: Rows) -> bool:
    """Whether no row says two things, so that its columns part nothing."""
    return all(sum(bool(cell) for cell in row) < _OF_TIMES for row in rows)


def _is_time(text: str) -> bool:
    found = leading_times(text) or typed_times(text)
    return found is not None


def _span(attributes: dict[str, str | None], name: str, most: int) -> int:
    value = attributes.get(name) or "1"
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 4 else 1


def tables_of_values(text: str) -> frozenset[int]:
    """The numbers of the tables of a page that hold values: of several rows and columns, none inside."""
    finder = _Finder()
    finder.feed(text)
    finder.close()
    return frozenset(number for number, shape in finder.shapes.items() if shape.holds_values)


@dataclass(slots=True)
class _Shape:
    rows: int = 0
    widest: int = 0
    cells: int = 0
    is_outer: bool = False

    @property
    def holds_values(self) -> bool:
        """Whether it is more than a frame for other things."""
        is_large = self.rows * self.widest > _MOST_CELLS
        return self.rows >= _FEWEST and self.widest >= _FEWEST and not (self.is_outer or is_large)


class _Finder(HTMLParser):
    """Finds the shapes of all tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shapes: dict[int, _Shape] = {}
        self._open: list[_Shape] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count what begins."""
        if tag == "table":
            for outer in self._open:
                outer.is_outer = True
            self._open.append(self.shapes.setdefault(len(self.shapes), _Shape()))
        elif self._open and tag == "tr":
            self._open[-1].rows += 1
            self._open[-1].cells = 0
        elif self._open and tag in ("td", "th"):
            shape = self._open[-1]
            shape.cells += _span(dict(attrs), "colspan", _WIDEST)
            shape.widest = max(shape.widest, shape.cells)

    def handle_endtag(self, tag: str) -> None:
        """End a table."""
        if tag == "table" and self._open:
            self._open.pop()
