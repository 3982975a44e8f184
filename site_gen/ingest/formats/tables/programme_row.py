"""What one row of a programme says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.conference import Link, Participant, SessionKind, Status
from site_gen.conference.programme import CALLED_OFF
from site_gen.ingest.formats.tables.moved_rows import moved_to
from site_gen.ingest.formats.tables.row_times import NEVER, RowTimes
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.programme_status import reason_of, remark_of, status_in, without_status
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.records import Fact, PaperRecord, SlotRecord
from site_gen.problems import Place
from site_gen.values import dataclass

People = tuple[Participant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """What one row says; `slot` is None for a row that is a session of its own.

    `called` is its kind as it is printed, and `type` that where it names none of ours. `own_id` is that of
    the session. `is_heading` holds for one that stands above others, of its day or its session, and
    `only_names_people` for one that names people of its session where a talk of it would stand. `is_part`
    holds for one that says of itself that it is in the session above it.
    """

    row: Row
    title: Fact[str] | None = None
    kind: Fact[SessionKind] | None = None
    called: Fact[str] | None = None
    type: Fact[str] | None = None
    room: Fact[str] | None = None
    when: RowTimes = NEVER
    description: Fact[str] | None = None
    chairs: Fact[People] | None = None
    people: Fact[People] | None = None
    slot: SlotRecord | None = None
    track: Fact[str] | None = None
    order: int | None = None
    links: tuple[Link, ...] = ()
    own_id: Fact[str] | None = None
    status: Fact[Status] | None = None
    note: Fact[str] | None = None
    is_heading: bool = False
    only_names_people: bool = False
    is_part: bool = False

    def type_in(self, session: Fact[SessionKind] | None) -> Fact[str] | None:
        """What a talk is called in a session of a kind, where that is not said of all of it."""
        is_shared = self.kind is None or (session is not None and self.kind.value == session.value)
        return self.type if is_shared else self.called

    @property
    def is_off(self) -> bool:
        """Whether the session that it is does not take place."""
        return self.status is not None and self.status.value in CALLED_OFF

    def with_outcome(self, status: Status, rows: PaperRows) -> ProgrammeRow:
        """The row with what became of it, and why; a remark says that too, and from where it moved."""
        remark, place = remark_of(rows, self.row), rows.table.place(self.row.line)
        remarked = status_in(remark.value) if remark and status == "scheduled" else None
        row = self.without_status(remarked or status, place)
        if (remarked or status) == "moved":
            row = replace(row, room=moved_to(rows, self.row, self.when) or row.room)
        note = reason_of(rows, self.row, status) or (remark if (remarked or status) == "moved" else None)
        if note is None or row.note or (row.slot and row.slot.note):
            return row
        return replace(row, slot=replace(row.slot, note=note)) if row.slot else replace(row, note=note)

    def without_status(self, status: Status, place: Place) -> ProgrammeRow:
        """The row, at a place, marked with what became of it: as its title says, else as given."""
        titled = self.slot or self
        paper = self.slot.paper if self.slot else None
        title = titled.title or (paper.title if paper else None)
        bare, of_title = without_status(title.value) if title else ("", None)
        if title is None or of_title is None:
            return self.marked(status, place)
        bare_title = replace(title, value=bare)
        if self.slot is None:
            return replace(self, title=bare_title).marked(of_title, place)
        slot = replace(self.slot, title=bare_title if self.slot.title else None)
        if paper:
            slot = replace(slot, paper=replace(paper, title=bare_title))
        return replace(self, slot=slot).marked(of_title, place)

    def marked(self, status: Status, place: Place) -> ProgrammeRow:
        """The row, at a place, with what became of it: of its slot, or of the session that it is."""
        if status == "scheduled":
            return self
        places = (each.place for each in (self.slot, self.title, self.when.day, self.when.start) if each)
        marked: Fact[Status] = Fact(status, next(places, place))
        if self.slot is None:
            return replace(self, status=marked)
        paper = self.slot.paper
        if paper and status in CALLED_OFF:  # it is known from elsewhere, or not at all
            paper = PaperRecord(
                place=paper.place, title=paper.title, submission=paper.submission, is_mention=True
            )
        return replace(self, slot=replace(self.slot, status=marked, paper=paper))


def kind_of_all(head: ProgrammeRow, rows: Sequence[ProgrammeRow]) -> Fact[SessionKind] | None:
    """The kind that a session is given by its first row; None where talks in it are of several kinds."""
    kinds = {row.kind.value for row in rows if row.kind}
    return None if head.slot and len(kinds) > 1 else head.kind
