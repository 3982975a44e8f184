"""What takes place in a row of a programme: a paper by number or title, or a talk, with who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from site_gen.conference import Authorship, Participant, Role, SessionKind
from site_gen.conference.programme import slots_hold
from site_gen.ingest.formats.tables.paper_numbers import NUMBER
from site_gen.ingest.formats.tables.programme_row import People
from site_gen.ingest.formats.tables.role_columns import RoleColumns
from site_gen.ingest.formats.tables.talk_cells import labelled_people, part
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.people.people import is_nobody, participant, participants
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.programme_status import without_status
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.reading.texts.rich_text import markdown_of
from site_gen.ingest.records import Fact, PaperRecord, SlotRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass, replace

ROLES: tuple[Role, ...] = ("chair", "speaker", "panelist", "organiser")
_OF_TALKS = ("talk_speaker", "talk", "title")
_SPEAK = ("speaker", "panelist")
_GROUP = re.compile(r"\d|\b(?i:committee|team|group|society|association)\b|[a-z]{3}[A-Z][a-z]{3}")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NamedTalk:
    """The title of a talk, and who speaks where the same cell says it."""

    title: Fact[str] | None
    people: str = ""
    whole: Fact[str] | None = None


@dataclass()
class Talks:
    """Reads the slots of the rows of one programme."""

    rows: PaperRows
    _people: dict[tuple[Row, tuple[str, ...]], Fact[People] | None] = field(default_factory=dict)
    _labels: dict[Row, Mapping[str, People]] = field(default_factory=dict)
    _papers: dict[Row, PaperRecord | None] = field(default_factory=dict)

    @cached_property
    def _columns(self) -> RoleColumns:
        return RoleColumns(self.rows)

    def people(self, row: Row, names: tuple[str, ...]) -> Fact[People] | None:
        """Those whom the columns of these roles name; what is said of one who speaks alone is a biography."""
        if (row, names) not in self._people:
            self._people[row, names] = self._named_in(row, names)
        return self._people[row, names]

    def _named_in(self, row: Row, names: tuple[str, ...]) -> Fact[People] | None:
        found = [
            (printed, own)
            for role in ROLES
            if role in names
            for own, people in self._columns.people(row, role)
            for printed in self.rows.affiliated(row, people, own)
            if not (own == "organiser" and self._is_group(printed))
        ]
        if not found and "speaker" in names:
            found = [(printed, "speaker") for printed in self.rows.in_parts(row)]
        labelled = [each for people in self._labelled(row).values() for each in people if each.role in names]
        people = (*(participant(printed, role) for printed, role in found), *labelled)
        if not people:
            return None
        if any(each.role == "speaker" for each in people):
            people = self._described(row, people)
        return Fact(people, self.rows.table.place(found[0][0].line if found else row.line))

    def _is_group(self, printed: PrintedName) -> bool:
        """Whether an organiser is no person: "Owl Days 2031 committee", "owlSounds"."""
        is_group = _GROUP.search(printed.name or "") is not None
        if is_group:
            self.rows.private.leave("organisers that are no persons")
        return is_group

    def only_names_people(self, row: Row) -> bool:
        """Whether a row names people of its session, by labels, where its talk would stand."""
        return bool(self._labelled(row))

    def _labelled(self, row: Row) -> Mapping[str, People]:
        """The people of a session whom labels name where a talk of it would stand, by the column.

        A row that begins among the talks of a session, when none of them does, is one of those itself.
        """
        found = self._labels_in(row)
        if not found or self.rows.table.field(row, "session") is None:
            return {}
        first, times_of_talks = self._sessions[self._session(row)]
        own = self._times(row)
        is_of_session = row == first or not times_of_talks or not any(own) or own in times_of_talks
        return found if is_of_session else {}

    def _labels_in(self, row: Row) -> Mapping[str, People]:
        """The people whom labels name in the cells of a talk, by the column."""
        if row not in self._labels:
            cells = {name: self.rows.table.field(row, name) for name in _OF_TALKS}
            found = {name: labelled_people(cell, self.rows.private) for name, cell in cells.items() if cell}
            self._labels[row] = {name: people for name, people in found.items() if people}
        return self._labels[row]

    @cached_property
    def _sessions(self) -> Mapping[tuple[str, ...], tuple[Row, set[tuple[str, ...]]]]:
        """The first row of each session of a day, and the times at which talks in it begin."""
        found: dict[tuple[str, ...], tuple[Row, set[tuple[str, ...]]]] = {}
        for row in self.rows.table.rows:
            _, times = found.setdefault(self._session(row), (row, set()))
            if not self._labels_in(row):
                times.add(self._times(row))
        return found

    def _session(self, row: Row) -> tuple[str, ...]:
        """Which session of which day a row is of, as printed."""
        return self._printed_in(row, "session", "date")

    def _times(self, row: Row) -> tuple[str, ...]:
        return self._printed_in(row, "time", "start")

    def _printed_in(self, row: Row, *names: str) -> tuple[str, ...]:
        cells = (self.rows.table.field(row, name) for name in names)
        return tuple(squeeze(cell.text) if cell else "" for cell in cells)

    def _described(self, row: Row, people: People) -> People:
        """The people of a row with what its biography says; of several nobody knows whose it is."""
        cell = self.rows.table.field(row, "biography")
        if cell is None or not cell.text.strip():
            return people
        if len(people) > 1:
            self.rows.private.leave("biography")
            return people
        life = self.rows.private.paragraphs(markdown_of(cell.text), self.rows.table.place(cell.line))
        return (replace(people[0], biography=life.value if life else None),)

    def named(self, text: str, line: int, role: Role) -> Fact[People] | None:
        """The people of a text."""
        people = participants(self._printed(text, line), role)
        return Fact(people, self.rows.table.place(line)) if people else None

    def _named(self, row: Row, field: str) -> list[PrintedName]:
        return [name for name in self.rows.names(row, field) if name.name]

    def _printed(self, text: str, line: int) -> Iterator[PrintedName]:
        return (name for name in split_authors(text, line, self.rows.private) if name.name)

    def talk_of(self, row: Row) -> NamedTalk:
        """The talk that a row names, parted from its speaker where one cell holds both."""
        both = self.rows.table.field(row, "talk_speaker")
        talk = both or self.rows.table.field(row, "talk")
        if not {"talk", "talk_speaker"}.isdisjoint(self._labelled(row)):
            return NamedTalk(None)
        if talk is None or (both is None and self.rows.table.layout.columns.has("speaker")):
            return NamedTalk(self.rows.line(row, "talk"))
        cell, place = self.rows.private.without_addresses(talk.text).strip(), self.rows.table.place(talk.line)
        bare, status = without_status(cell)
        title, people = part(bare, is_both=both is not None)
        whole = Fact(squeeze(bare), place) if people else None
        title = f"{title} ({status})" if status and title.strip() else title  # until the row is marked so
        return NamedTalk(Fact(squeeze(title), place) if title.strip() else None, people, whole)

    def slot(
        self, row: Row, kind: Fact[SessionKind] | None, session: Fact[str] | None = None
    ) -> SlotRecord | None:
        """The slot of a row; None where it names neither paper nor talk.

        A session with authors is a paper itself, in a programme that names none in any of its rows.
        """
        paper, found = self._paper(row), self.talk_of(row)
        authors = self.rows.authors(row) or self._with_coauthors(row)
        if paper and authors and not paper.authors:
            paper = replace(paper, authors=authors, is_mention=False)
        if paper is None and found.title is None and session and authors and not self._names_talks:
            paper = replace(self.rows.record(row), title=session)
        talk = found.title
        if paper is None and talk is None:
            return self._open(row) if session or authors else None
        has_byline = self._have_other_authors or self.rows.table.layout.columns.has("coauthors")
        is_paper = authors is not None and has_byline
        is_talk = (talk is not None and not is_paper) or (
            kind is not None and slots_hold(kind.value) == "talks"
        )
        title = talk or (paper.title if paper else None)
        speakers = self.people(row, _SPEAK) or self.named(found.people, row.line, "speaker")
        if is_talk and paper and paper.authors and not speakers:
            speakers = _speaking(paper.authors)
        mentioned = paper
        if is_talk and not (paper and paper.submission):
            # By its title it may be a paper of another document; who speaks proves nothing.
            mentioned = PaperRecord(place=self.rows.table.place(row.line), title=title, is_mention=True)
            if paper:
                self._leave_unheld(paper, speakers)
        return SlotRecord(
            place=self.rows.table.place(row.line),
            paper=mentioned,
            title=title if is_talk or (paper and paper.is_mention) else None,
            whole=found.whole,
            board=self.rows.line(row, "board"),
            people=speakers,
            description=paper.abstract if paper and is_talk else None,
            links=paper.links if paper and mentioned and mentioned.is_mention else None,
            note=self.rows.line(row, "note"),
        )

    @cached_property
    def _have_other_authors(self) -> bool:
        """Whether bylines beside who speaks name others too, so that they are those of papers."""
        if not self.rows.table.layout.columns.has("authors", "speaker"):
            return False
        rows = self.rows.table.rows
        return any(self._others(self.rows.authors(row), self.people(row, _SPEAK)) for row in rows)

    def _others(self, authors: Fact[tuple[Authorship, ...]] | None, speakers: Fact[People] | None) -> bool:
        if not (authors and speakers):
            return False
        speaking = {fold(each.name) for each in speakers.value}
        return any(fold(each.name or "") not in speaking for each in authors.value)

    def _leave_unheld(self, paper: PaperRecord, speakers: Fact[People] | None) -> None:
        """Note what a row says of a talk that only papers have."""
        if self._others(paper.authors, speakers):
            self.rows.private.leave("authors of talks")
        for name in ("keywords", "award", "pages"):
            if getattr(paper, name):
                self.rows.private.leave(f"{name} of talks")

    @cached_property
    def _names_talks(self) -> bool:
        """Whether a column besides that of the sessions names what takes place in them."""
        table, names = self.rows.table, (*_OF_TALKS, "paper")
        return any(table.field(row, name) for row in table.rows for name in names)

    def of_session(self, row: Row) -> Fact[People] | None:
        """The authors of a row that is of its session alone: they are who speaks in it."""
        authors = self.rows.authors(row)
        return _speaking(authors) if authors and self.is_of_session(row) else None

    def is_of_session(self, row: Row) -> bool:
        """Whether a row names a session and, unlike others, nothing that takes place in it."""
        return self._names_talks and not (self._paper(row) or self.talk_of(row).title)

    def _open(self, row: Row) -> SlotRecord | None:
        """The slot of a talk that is not known yet ("TBA"); where somebody speaks, that is its title."""
        columns = self.rows.table.layout.columns.of_field
        cells = (row.cell(each) for name in ("talk", "title") for each in columns.get(name, ()))
        open_cell = next((cell for cell in cells if is_nobody(cell.text) and _LETTER.search(cell.text)), None)
        if open_cell is None:
            return None
        place, authors = self.rows.table.place(row.line), self.rows.authors(row)
        people = self.people(row, _SPEAK) or (_speaking(authors) if authors else None)
        speaks = people is not None and any(not is_nobody(each.name) for each in people.value)
        title = Fact(squeeze(open_cell.text), place) if speaks else None
        return SlotRecord(place=place, title=title, people=people if speaks else None)

    def _with_coauthors(self, row: Row) -> Fact[tuple[Authorship, ...]] | None:
        """The byline of a row that names who speaks, and beside them the other authors."""
        names = [*self._named(row, "speaker"), *self._named(row, "coauthors")]
        if not self.rows.table.layout.columns.has("coauthors") or not names:
            return None
        return authors_fact(self.rows.table.document, names, self.rows.problems)

    def _paper(self, row: Row) -> PaperRecord | None:
        """The paper that a row names, by number, title or both; a mention where nothing else is told."""
        if row not in self._papers:
            self._papers[row] = self._read_paper(row)
        return self._papers[row]

    def _read_paper(self, row: Row) -> PaperRecord | None:
        record = self.rows.record(row)
        title = None if "title" in self._labelled(row) else record.title
        record = replace(record, title=title or self.talk_of(row).title)
        named = self.rows.line(row, "paper")
        if named and NUMBER.fullmatch(named.value):
            number = Fact(squeeze(named.value.lstrip("#")), named.place)
            record = replace(record, submission=record.submission or number)
        elif named and not record.title:
            record = replace(record, title=named)
        if not (record.title or record.submission):
            return None
        tells_more = record.authors or record.abstract or record.doi or record.pages
        return replace(record, is_mention=not (record.title and tells_more))


def _speaking(authors: Fact[tuple[Authorship, ...]]) -> Fact[People]:
    """Authors as those who speak."""
    people = (
        Participant(name=each.name, affiliation=next(iter(each.affiliations), None))
        for each in authors.value
        if each.name
    )
    return Fact(tuple(people), authors.place)
