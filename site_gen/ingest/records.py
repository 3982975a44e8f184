"""What the source formats read: records, whose every value carries its place in a source document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date, time
from typing import Literal

from site_gen.conference import (
    Authorship,
    Link,
    Participant,
    Revision,
    SessionKind,
    Status,
)
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.programme import Attendance, SessionAccess
from site_gen.conference.volumes import Volume
from site_gen.ingest.edition_records import ConferenceRecord, ProceedingsRecord
from site_gen.ingest.facts import Document, Fact, PartialDay, Variant
from site_gen.ingest.unknown_columns import UnknownColumn
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

__all__ = [
    "NOWHERE", "OTHER_COLUMNS", "SURE", "ConferenceRecord", "Document", "Fact", "PaperRecord", "PaperStatus",
    "PartialDay", "ProceedingsRecord", "Reading", "SessionRecord", "SlotRecord", "SourceFormat", "Variant",
]  # fmt: skip

NOWHERE = Place("")
SURE = 50  # what a format that knows its documents says at least
OTHER_COLUMNS = ""  # the kind of a column that is not known to be private: it is told by its own name
PaperStatus = Literal["published", "withdrawn"]

Shape = Literal["marks", "tables", "lines", "programme"]
"""What tells the values of a document apart: marks of its format (keys, columns, headings), the cells of
tables of a page, beside which nothing is read, its lines, or in a programme nothing but their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """A paper as one place of one document gives it; what is not there is None.

    `abstract` is the text as printed: the lines of a paragraph joined by one space, paragraphs by a blank
    line; a text that was cut keeps its "…". `authors` holds missing names too. `submission` is its number in
    a submission system, `source_id` what its source calls it ("dblp:conf/x/Doe22"), `volume` the id of one of
    the reading's, `own_id` its id in a file that this program wrote. A mention
    only names a paper of another document ("12" in a programme); alone it is none.
    """

    place: Place
    title: Fact[str] | None = None
    authors: Fact[tuple[Authorship, ...]] | None = None
    abstract: Fact[str] | None = None
    award: Fact[str] | None = None
    award_id: str = ""
    links: Fact[tuple[Link, ...]] | None = None
    volume: Fact[str] | None = None
    pages: Fact[PageRange] | None = None
    doi: Fact[Doi] | None = None
    keywords: Fact[tuple[str, ...]] | None = None
    licence: Fact[str] | None = None
    language: Fact[str] | None = None
    note: Fact[str] | None = None
    erratum: Fact[str] | None = None
    submission: Fact[str] | None = None
    source_id: Fact[str] | None = None
    status: Fact[PaperStatus] | None = None
    corrected: Fact[date] | None = None
    revisions: Fact[tuple[Revision, ...]] | None = None
    variants: tuple[Variant, ...] = ()
    own_id: str = ""
    is_mention: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRecord:
    """A place in a session; without `paper` and `title` it is an empty one.

    It begins `later` days after the day of the session, and ends `end_later` days after its own. `paper`
    is what the document tells of the paper here, often only its abstract. `whole` is the cell of which
    title and people are parts.
    """

    place: Place
    paper: PaperRecord | None = None
    type: Fact[str] | None = None
    title: Fact[str] | None = None
    whole: Fact[str] | None = None
    room: Fact[str] | None = None
    board: Fact[str] | None = None
    start: Fact[time] | None = None
    end: Fact[time] | None = None
    people: Fact[tuple[Participant, ...]] | None = None
    guid: Fact[str] | None = None
    status: Fact[Status] | None = None
    note: Fact[str] | None = None
    description: Fact[str] | None = None
    links: Fact[tuple[Link, ...]] | None = None
    later: int = 0
    end_later: int = 0

    @property
    def called(self) -> Fact[str] | None:
        """What the slot is called: its title, else that of its paper; None for an empty one."""
        return self.title or (self.paper.title if self.paper else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """A session as one place of one document gives it; what is not there is None.

    A `day` without a year gets the edition's; times are local to the conference, or in `zone` where the
    document names one: of the IANA database, or an offset as "-08:00". The end is `end_later` days later,
    also where only its day is known. `track` is its name. `links` hold addresses that the document shows.
    `part_of` is where the record of the session stands that this one is a part of. `label` is what the
    document counts it as beside its title ("Keynote 2"), `code` a name by which the documents of one system
    call it; neither is kept. `guid` and `number` are ids of its system, `own_id` is that of a file that this
    program wrote.
    """

    place: Place
    kind: Fact[SessionKind] | None = None
    type: Fact[str] | None = None
    title: Fact[str] | None = None
    day: Fact[PartialDay] | None = None
    start: Fact[time] | None = None
    end: Fact[time] | None = None
    end_later: int = 0
    zone: Fact[str] | None = None
    room: Fact[str] | None = None
    people: Fact[tuple[Participant, ...]] | None = None
    description: Fact[str] | None = None
    links: Fact[tuple[Link, ...]] | None = None
    other_rooms: Fact[tuple[str, ...]] | None = None
    access: Fact[tuple[SessionAccess, ...]] | None = None
    attendance: Fact[Attendance] | None = None
    language: Fact[str] | None = None
    track: Fact[str] | None = None
    slots: tuple[SlotRecord, ...] = ()
    part_of: Place | None = None
    label: Fact[str] | None = None
    code: Fact[str] | None = None
    guid: Fact[str] | None = None
    number: Fact[int] | None = None
    status: Fact[Status] | None = None
    note: Fact[str] | None = None
    own_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one document says.

    `papers` are those that stand outside sessions, in the document's order. `edition` is the year or edition
    that the content itself names (all entries of a BibTeX file have one year; "MLSys 2022" in a heading).
    `stated` is a count that the document states of its papers ("Total: 51"). `proceedings` and `conference`
    hold for the whole edition. `passed_over` are lines of the web page and not of the conference.
    `not_imported` counts by kind what is not for the public ("email", "rejected rows"), without a value;
    `not_taken` counts by its own name what is public but has no place here. `has_decisions`: the document
    says which papers are accepted. `refused` are those that it does not: only their place is ever told.
    `unknown_columns` are told, never their values. `variants` are of people. `remark` closes the line.
    """

    document: Document
    format: SourceFormat
    papers: tuple[PaperRecord, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    people: tuple[Fact[Participant], ...] = ()
    edition: Fact[str] | None = None
    stated: Fact[int] | None = None
    proceedings: ProceedingsRecord = ProceedingsRecord()
    volumes: tuple[Fact[Volume], ...] = ()
    conference: ConferenceRecord = ConferenceRecord()
    passed_over: tuple[Fact[str], ...] = ()
    not_imported: Mapping[str, int] = field(default_factory=dict)
    not_taken: Mapping[str, int] = field(default_factory=dict)
    has_decisions: bool = False
    refused: tuple[PaperRecord, ...] = ()
    unknown_columns: tuple[UnknownColumn, ...] = ()
    variants: tuple[Variant, ...] = ()
    remark: str = ""

    def every_people(self) -> Iterator[Fact[tuple[Participant, ...]]]:
        """The people of each session, then those of its slots, where any are told."""
        for session in self.sessions:
            held: tuple[SessionRecord | SlotRecord, ...] = (session, *session.slots)
            yield from (each.people for each in held if each.people)

    def every_paper(self) -> Iterator[PaperRecord]:
        """The papers outside sessions, then those in slots, in the document's order."""
        yield from self.papers
        yield from (slot.paper for slot in self.every_slot() if slot.paper)

    def every_slot(self) -> Iterator[SlotRecord]:
        """The slots of all sessions, in the document's order."""
        for session in self.sessions:
            yield from session.slots

    def every_title(self) -> Iterator[Fact[str]]:
        """The titles of the papers outside sessions, then what the slots are called."""
        yield from (paper.title for paper in self.papers if paper.title)
        yield from (slot.called for slot in self.every_slot() if slot.called)

    @property
    def is_empty(self) -> bool:
        """Whether no record was found."""
        return not (self.papers or self.sessions or self.people)

    @property
    def is_private(self) -> bool:
        """Whether the document holds what is not for the public, so that it belongs into .gitignore."""
        return bool(self.not_imported)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFormat:
    """A family of source documents and the parser for it.

    `recognise` says from 0 to `surest` how surely a text is of this family.
    `is_published` holds where names and titles are the published ones, not copied from a page.
    `is_ordered` holds where the order of the papers means something. `is_system` holds for the exports
    of a submission system: equal numbers of two different systems are not the same submission.
    `layouts` are other ways to read such a document, tried in turn where what `read` gives is implausible.
    `is_own` holds for what this program wrote: no other format reads it, and what is odd in it was so before.
    `hangs_together` holds where a value that cannot be read is that of all below it: the heading of a day.
    `is_general` holds where a system's own format reads better. `has_own_keys`: another document of this
    format may call another paper the same. `parts_names`: each person has an element, so no name is several.
    """

    name: str
    title: str
    recognise: Callable[[str], int]
    read: Callable[[Document, ProblemLog], Reading]
    surest: int = 100
    is_published: bool = False
    is_ordered: bool = True
    is_system: bool = False
    layouts: tuple[Callable[[Document, ProblemLog], Reading], ...] = ()
    hangs_together: bool = False
    is_own: bool = False
    shape: Shape = "marks"
    is_general: bool = False
    has_own_keys: bool = False
    parts_names: bool = False

    @property
    def is_copied(self) -> bool:
        """Whether people copied or typed it, so that beside a title or name may stand what is none of it."""
        return not (self.is_own or self.is_published)

    @property
    def is_of_lines(self) -> bool:
        """Whether its lines are words of a page, never keys with values."""
        return self.shape in ("lines", "programme")

    @property
    def is_guess(self) -> bool:
        """Whether it is never sure: any text may look like such a document by chance."""
        return self.surest < SURE
