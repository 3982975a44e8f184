"""Headings above the entries of a list that say more than that a list follows: an award, a session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.list_cuts import is_marked_heading
from site_gen.ingest.reading.entries.row_sorts import sort_named
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.texts.labels import label_of, without_label
from site_gen.ingest.reading.texts.lines import SourceLine, source_lines
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.times.day_headings import days_by_line
from site_gen.ingest.reading.titles.award_words import award_before, is_award
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Document, Fact, PaperRecord, PartialDay, SessionRecord, SlotRecord
from site_gen.values import dataclass

_FEW = 3  # words
_OF_PEOPLE = re.compile(r"(?:[^\s:]+ ){1,6}(?:awards?|prizes?)(?: \(?(?:19|20)\d\d\)?)?", re.I)
_SESSION = re.compile(r"(?:(?:oral|paper|poster|technical|research|plenary) )?session\b.{0,120}", re.I)


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A heading of a list, without marks, and the label that stands in brackets behind it."""

    line: SourceLine
    detail: SourceLine | None

    @classmethod
    def of(cls, line: SourceLine) -> ListHeading:
        """The heading that a line is."""
        title, detail = without_label(replace(line, text=plain(line.text.strip("# "))))
        return cls(replace(title, text=title.text.rstrip(":")), detail)

    @property
    def is_read(self) -> bool:
        """Whether something is made of it, as of the chair of a session."""
        return self.is_award or self.is_session or label_of(self.line) is not None

    @property
    def is_award(self) -> bool:
        """Whether it names what those below it were given."""
        return is_award(self.line.text)

    @property
    def is_session(self) -> bool:
        """Whether it names where those below it are, as one does whose chair stands below."""
        label = label_of(self.detail) if self.detail else None
        is_chaired = label is not None and label[0] == "chair"
        return not label_of(self.line) and (is_chaired or _SESSION.fullmatch(self.line.text) is not None)


def heading_of(first: int, passed: Sequence[SourceLine]) -> ListHeading | None:
    """The heading that the entry which begins in a line stands below."""
    above = [line for line in passed if line.number < first and line.text]
    label = _label(above[-1]) if len(above) > 1 else None
    heading = ListHeading.of(above[-2 if label else -1]) if above else None
    is_its_own = heading is not None and heading.detail is None
    return replace(heading, detail=label) if heading and label and is_its_own else heading


def _label(line: SourceLine) -> SourceLine | None:
    """A line that is a label, without the marks of a heading; None for other lines."""
    bare = replace(line, text=plain(line.text.strip("# ")))
    return bare if label_of(bare) else None


def with_award(document: Document, paper: PaperRecord, heading: ListHeading | None) -> PaperRecord:
    """A paper with the award whose heading it stands below, or that stands before its title."""
    own = None if paper.award else award_before(paper.title, has_authors=paper.authors is not None)
    if own:
        return replace(paper, award=own[0], title=own[1])
    if paper.award or heading is None or not heading.is_award:
        return paper
    place = document.place_of(heading.line)
    return replace(paper, award=Fact(heading.line.text, place))


def parts_of(headed: Sequence[tuple[PaperRecord, ListHeading | None]], lines: Sequence[SourceLine]) -> int:
    """How many headings, of which nothing is read, part a list: "Full papers", "Short papers"; 0 for one."""
    texts = [line for line in lines if any(map(str.isalpha, line.text))]  # no rules, nor years
    above = {below.number: line.number for line, below in pairwise(texts)}
    found = {
        heading.line.number
        for paper, heading in headed
        if heading and not heading.is_read and above.get(paper.place.line) == heading.line.number
    }
    return len(found) if len(found) > 1 else 0


def is_award_of_people(paper: PaperRecord) -> bool:
    """Whether what reads as a title above its authors is an award above who got it: "Best Reviewer Award".

    So are few words of which the last says what these are: "Distinguished Reviewers".
    """
    title = paper.title.value if paper.title else ""
    are_people = len(title.split()) <= _FEW and title.istitle() and sort_named(title) == "people"
    return are_people or _OF_PEOPLE.fullmatch(title) is not None


def sessions_of(
    document: Document,
    papers: Sequence[PaperRecord],
    headings: Sequence[ListHeading | None],
    private: PrivateValues,
) -> Iterator[SessionRecord]:
    """The sessions that headings name, with the papers below each."""
    held: dict[ListHeading, list[PaperRecord]] = {}
    for paper, heading in zip(papers, headings, strict=True):
        if heading and heading.is_session:
            held.setdefault(heading, []).append(paper)
    days = _days(document) if held else {}
    for heading, inside in held.items():
        place = document.place_of(heading.line)
        above = [number for number in days if number < heading.line.number]
        label = label_of(heading.detail) if heading.detail else None
        is_chair = label is not None and label[0] == "chair"
        names = split_authors(label[1].text, heading.line.number, private) if label and is_chair else []
        kind = kind_of_words(heading.line.text)
        yield SessionRecord(
            place=place,
            title=Fact(heading.line.text, place),
            day=days[max(above)] if above else None,
            kind=Fact(kind, place) if kind != "other" else None,
            people=Fact(participants(names, "chair"), place) if names else None,
            slots=tuple(SlotRecord(place=paper.place, paper=paper) for paper in inside),
        )


def _days(document: Document) -> Mapping[int, Fact[PartialDay] | None]:
    """The days by the lines that are marked as their headings, or name the day of the week.

    None stands at a heading of a higher level, below which is no part of the day.
    """
    lines, days = source_lines(document), days_by_line(document, source_lines(document))
    found: dict[int, Fact[PartialDay] | None] = {}
    level = 0
    for line in lines:
        day, own = days.get(line.number), len(line.text) - len(line.text.lstrip("#"))
        if day and (is_marked_heading(line) or day.value.weekday is not None):
            found[line.number], level = day, own
        elif 0 < own < level:
            found[line.number] = None
    return found
