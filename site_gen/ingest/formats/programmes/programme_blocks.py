"""The lines of a copied programme cut into blocks: what stands below each time, under days and sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.ingest.formats.programmes.page_lines import PageLines
from site_gen.ingest.formats.programmes.timed_blocks import (
    TimedBlock,
    again,
    ended,
    is_again,
    is_time,
    nested,
    take_length,
    time_block,
    time_of,
)
from site_gen.ingest.formats.programmes.typed_rows import (
    Heads,
    Section,
    block_of,
    heading_level,
    heads_of,
    is_heading,
    row_of,
    section_of,
)
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.records import Fact, PartialDay


@dataclass(slots=True)
class BlockCutter:
    """Cuts the lines of a page at its times; `head` has what stands above the first one of each day."""

    lines: Sequence[SourceLine]
    page: PageLines
    days: Mapping[int, Fact[PartialDay]]
    head: list[SourceLine] = field(default_factory=list)
    _blocks: list[TimedBlock] = field(default_factory=list)
    _below: list[SourceLine] = field(default_factory=list)
    _day: Fact[PartialDay] | None = None
    _heads: Heads | None = None
    _section: Section | None = None
    _times_lead: bool = True
    _level: int = 0

    def blocks(self) -> list[TimedBlock]:
        """The blocks of the page, talks inside the sessions that they tile."""
        self._below = self.head
        rows = sum(row_of(line) is not None for line in self.lines)
        self._times_lead = 2 * rows > sum(time_of(line) is not None for line in self.lines)
        for index, line in enumerate(self.lines):
            self._take(line, self._next(index))
        for block in self._blocks:
            take_length(block)
        return nested([each for block in self._blocks for each in ended(block)])

    def _next(self, index: int) -> SourceLine | None:
        """The line below one, past those with labels."""
        return next((line for line in self.lines[index + 1 :] if not label_of(line)), None)

    def _take(self, line: SourceLine, after: SourceLine | None) -> None:
        if line.number in self.days:
            self._level = heading_level(line)
            self._begin(self.days[line.number])
            self.head.append(line)
        elif found := heads_of(line):
            self._heads = found
            self.head.append(line)
        elif heading := self._heading(line, after):
            self._section, self._below = heading, heading.lines
        elif not (self._take_row(line) or self._take_time(line)):
            if is_heading(line):
                self._begin(self._day)
            self._below.append(line)

    def _begin(self, day: Fact[PartialDay] | None) -> None:
        """What stood above has ended."""
        self._day, self._below, self._section = day, self.head, None

    def _heading(self, line: SourceLine, after: SourceLine | None) -> Section | None:
        """The section that a line above a time is the heading of; a time above it waits for its title."""
        is_above_time = after and after.number not in self.days and (row_of(after) or is_time(after.text))
        if not is_above_time or row_of(line):  # a row is a session, though nothing stands below it
            return None
        waits = self._blocks and self._below is self._blocks[-1].lines and not self._blocks[-1].title
        is_below_day = 0 < self._level < heading_level(line)  # whatever it says
        return None if waits and not self._below else section_of(line, is_sure=is_below_day)

    def _take_row(self, line: SourceLine) -> bool:
        row = row_of(line)
        if row:
            self._add(block_of(line, row, self._day, self.page, self._heads))
        return row is not None

    def _take_time(self, line: SourceLine) -> bool:
        timed = time_of(line)
        if timed is None or (timed[1] and self._times_lead):
            return False
        if self._blocks and self._below is not self.head and is_again(self._blocks[-1], *timed):
            self._below = again(self._blocks[-1], timed[0])
        else:
            self._add(time_block(line, *timed, self._day))
        return True

    def _add(self, block: TimedBlock) -> None:
        self._below = block.lines
        if self._section is None or not self._section.take(block):
            self._section = None
            self._blocks.append(block)
        elif len(self._section.talks) == 1:
            self._blocks.append(self._section)
