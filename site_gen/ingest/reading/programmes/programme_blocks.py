"""The lines of a copied programme cut into blocks: what stands below each time, under days and sections."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.programmes.nested_blocks import nested
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.parallel_sessions import without_overview
from site_gen.ingest.reading.programmes.timed_blocks import (
    TimedBlock,
    again,
    ended,
    is_again,
    is_time,
    take_length,
    time_block,
    time_of,
)
from site_gen.ingest.reading.programmes.typed_rows import (
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
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section, kind_of_words
from site_gen.ingest.records import Fact, PartialDay
from site_gen.text import fold

_BOLD = 7  # what a line in bold is as a heading: deeper than all that have signs
_NEAR = 4  # lines, of which the second names the authors of the first


@dataclass(slots=True)
class BlockCutter:
    """Cuts the lines of a page at its times; `head` has what stands above the first one of each day."""

    lines: Sequence[SourceLine]
    page: PageLines
    days: Mapping[int, Fact[PartialDay]]
    head: list[SourceLine] = field(default_factory=list)
    _blocks: list[TimedBlock] = field(default_factory=list)
    _titled: dict[str, deque[TimedBlock]] = field(default_factory=lambda: defaultdict(deque))
    _in_titled: int = 0  # how many of the blocks are
    _below: list[SourceLine] = field(default_factory=list)
    _above: list[SourceLine] = field(default_factory=list)  # the lines above the heading of the section
    _day: Fact[PartialDay] | None = None
    _heads: Heads | None = None
    _section: Section | None = None
    _times_lead: bool = True
    _level: int = 0
    _row_level: int = 0  # of the headings that the rows are
    _is_detailed: bool = False  # the timetable is over, and its sessions stand below it with their papers

    def blocks(self) -> list[TimedBlock]:
        """The blocks of the page, talks inside the sessions that they tile."""
        self._below = self.head
        rows = sum(row_of(line) is not None for line in self.lines)
        self._times_lead = 2 * rows > sum(time_of(line) is not None for line in self.lines)
        for index, (line, after) in enumerate(zip(self.lines, self._next(), strict=True)):
            self._take(line, after, self.lines[index + 1 : index + 1 + _NEAR])
        for block in self._blocks:
            take_length(block)
        blocks = [_without_one_talk(block, self.page) for block in self._blocks]
        return without_overview(nested([each for block in blocks for each in ended(block)]))

    def _next(self) -> Iterator[SourceLine | None]:
        """The line below each, past those with labels."""
        unlabelled = [index for index, line in enumerate(self.lines) if not label_of(line)]
        below = iter(unlabelled)
        after = next(below, None)
        for index in range(len(self.lines)):
            if index == after:
                after = next(below, None)
            yield None if after is None else self.lines[after]

    def _take(self, line: SourceLine, after: SourceLine | None, below: Sequence[SourceLine]) -> None:
        if line.number in self.days and not is_time(line.text):
            self._level = heading_level(line)
            self._begin(self.days[line.number])
            self.head.append(line)
        elif found := heads_of(line):
            self._heads = found
            self.head.append(line)
        elif heading := self._heading(line, after) or self._chaired(line, after):
            self._above = self._below
            self._section, self._below, self._row_level = heading, heading.lines, heading_level(line)
        elif not (self._take_row(line) or self._take_time(line) or self._take_untimed(line, below)):
            if is_heading(line) and self._waits():
                self._row_level = heading_level(line)
            elif is_heading(line) and not self._is_inside(line, after):
                self._begin(self._day)
            self._below.append(line)

    def _is_inside(self, line: SourceLine, after: SourceLine | None) -> bool:
        """Whether a heading is one inside the session above it: deeper than that, or a title with authors."""
        level = heading_level(line)
        is_title = after is not None and self.page.is_byline(after)
        is_deeper = (level or _BOLD) > self._row_level > 0
        return is_deeper or (not level and is_title and self._below is not self.head)

    def _waits(self) -> bool:
        """Whether a time stands right above, and nothing yet says what takes place then."""
        block = self._blocks[-1] if self._blocks else None
        block = block.talks[-1] if isinstance(block, Section) else block
        return block is not None and self._below is block.lines and not (block.title or block.lines)

    def _take_untimed(self, line: SourceLine, below: Sequence[SourceLine]) -> bool:
        """Take the heading of a session without a time that papers stand below: it may be one from above."""
        unlabelled = [each for each in below if not label_of(each)]
        if not self._blocks or self._waits() or label_of(line) or not _lists_papers(unlabelled, self.page):
            return False
        text = plain(line.text.strip("#*_: "))
        block = self._called(text)
        is_peer = heading_level(line) > 0 and heading_level(line) <= max(self._row_level, 1)
        if block is None and not is_peer and not (self._is_detailed and _names_session(text)):
            return False
        if block is None:
            block = TimedBlock(line, "", None, None, replace(line, text=text))
            self._blocks.append(block)
        self._is_detailed, self._below, self._section = True, block.lines, None
        return True

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

    def _chaired(self, line: SourceLine, after: SourceLine | None) -> Section | None:
        """The session without a title whose chair a line above its first row names, below none or a pause."""
        label = label_of(line)
        if label is None or label[0] != "chair" or after is None or not row_of(after):
            return None
        above = self._section or (self._blocks[-1] if self._blocks and self._below is not self.head else None)
        is_pause = above is not None and above.title and kind_of_words(above.title.text) in PAUSES
        is_over = isinstance(above, Section) and above.title is None
        return Section(line, "", None, None, None, [line]) if above is None or is_pause or is_over else None

    def _take_row(self, line: SourceLine) -> bool:
        row = row_of(line)
        if row:
            self._row_level = heading_level(line)
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
        if self._section and (own := self._section.own_time(block)):
            self._blocks[-1], self._section = self._section.timed(own), None
        is_place = block.end and block.title and names_room(block.title.text)
        if self._section and is_place and not self._section.talks:
            block, self._section = self._section.timed(block), None
        self._below = block.lines
        if self._section is None or not self._section.take(block):
            if self._section and not self._section.talks:  # it heads nothing
                held = [line for line in self._section.lines if line.number != self._section.line.number]
                self._above += [self._section.line, *(line for line in held if not label_of(line))]
            self._section = None
            self._blocks.append(block)
        elif len(self._section.talks) == 1:
            self._blocks.append(self._section)

    def _called(self, text: str) -> TimedBlock | None:
        """The first block that has this title, and no authors stand below it yet."""
        for block in self._blocks[self._in_titled :]:
            if block.title:
                self._titled[fold(plain(block.title.text))].append(block)
        self._in_titled = len(self._blocks)
        called = self._titled.get(fold(text), deque())
        while called and any(map(self.page.is_byline, called[0].lines)):
            called.popleft()
        return called[0] if called else None


def _without_one_talk(block: TimedBlock, page: PageLines) -> TimedBlock:
    """A block; of a session of only its chair, or its time alone, that time and what is below it."""
    if len(block.talks) != 1 or not isinstance(block, Section):
        return block
    talk = block.talks[0]
    if block.title is None:
        return replace(talk, lines=[*block.lines, *talk.lines])
    is_own = talk.end and not talk.title and not any(map(page.is_byline, talk.lines))
    return block.timed(talk) if is_own else block


def _lists_papers(lines: Sequence[SourceLine], page: PageLines) -> bool:
    """Whether lines are a title and its authors, and once more or to the end."""
    return len(lines) > 1 and page.is_byline(lines[1]) and not any(map(page.is_byline, lines[:4:2]))


def _names_session(text: str) -> bool:
    """Whether a line names a session, and no pause."""
    kind = kind_of_words(text)
    return is_section(text) or (kind != "other" and kind not in PAUSES)
