"""Papers that a submission system does not accept: no other document brings them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.known import Known
from site_gen.ingest.link.linked import Group
from site_gen.ingest.link.papers import link_papers
from site_gen.ingest.link.recognition import Digest
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass


def without_refused(readings: Sequence[Reading], problems: ProblemLog) -> list[Reading]:
    """The readings of an edition without what names a paper that its submission system does not accept.

    A programme's slot becomes an empty one. Two exports of one system that disagree are a problem.
    """
    if not any(reading.refused for reading in readings):
        return list(readings)
    _report_disagreements(readings, problems)
    refused = _Refused.of(readings)
    return [_limited(reading, refused, problems) for reading in readings]


def refused_papers(
    readings: Sequence[Reading], groups: Sequence[Group], known: Known, digest: Digest
) -> Mapping[str, Place]:
    """The ids of papers that ingest brought into content, with the place where a source refuses them now."""
    named = {group.known for group in groups if not all(record.is_mention for record in group.records)}
    gone = named | known.deleted
    still = [each for each in known.papers if each.provenance and each.paper.id not in gone]
    turned_down = [replace(each, papers=each.refused, sessions=()) for each in readings if each.refused]
    if not still or not turned_down:
        return {}
    found, _ = link_papers(turned_down, Known(papers=tuple(still)), digest)
    return {group.known: group.records[0].place for group in found if group.known}


@dataclass(frozen=True, slots=True)
class _Refused:
    """Where what is refused stands, by what another document may name it: its folded title, its number."""

    titles: Mapping[str, Place]
    numbers: Mapping[str, Place]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> _Refused:
        """What the readings refuse; a title or number that one of them accepts too names that paper."""
        refused = [paper for reading in readings for paper in reading.refused]
        accepted = [paper for reading in readings if reading.has_decisions for paper in reading.papers]
        titles, numbers = set(map(_title, accepted)), set(map(_number, accepted))
        return cls(
            {_title(paper): paper.place for paper in refused if _title(paper) not in {"", *titles}},
            {_number(paper): paper.place for paper in refused if _number(paper) not in {"", *numbers}},
        )

    def place(self, paper: PaperRecord | None, title: Fact[str] | None = None) -> Place | None:
        """Where a paper that another document names, or a talk of that title, is refused; else None."""
        named = title or (paper.title if paper else None)
        by_title = self.titles.get(fold(named.value)) if named else None
        if by_title or paper is None or not paper.is_mention:
            return by_title
        return self.numbers.get(_number(paper))


def _title(paper: PaperRecord) -> str:
    return fold(paper.title.value) if paper.title else ""


def _number(paper: PaperRecord) -> str:
    return paper.submission.value if paper.submission else ""


def _report_disagreements(readings: Sequence[Reading], problems: ProblemLog) -> None:
    """Report what one export of a system accepts and another one does not."""
    refused = {
        (reading.format.name, _number(paper), _title(paper)): paper.place
        for reading in readings
        for paper in reading.refused
    }
    for reading in readings:
        for paper in reading.papers if reading.has_decisions else ():
            place = refused.get((reading.format.name, _number(paper), _title(paper)))
            if place and place.file != paper.place.file:
                what = f"this paper is accepted here, and not in {place}"
                hint = "take the export that is out of date out of content/sources/"
                problems.error("decisions-disagree", what, paper.place, hint)


def _limited(reading: Reading, refused: _Refused, problems: ProblemLog) -> Reading:
    """A reading without the papers that a submission system refuses; each is a warning."""
    if reading.has_decisions and reading.papers:
        return reading
    for place, elsewhere in _named(reading, refused):
        what = f"this names a paper that {elsewhere} does not accept; it is left out"
        problems.warning("not-accepted", what, place, "take it out of this document")
    return replace(
        reading,
        papers=tuple(paper for paper in reading.papers if not refused.place(paper)),
        sessions=tuple(_without(session, refused) for session in reading.sessions),
    )


def _named(reading: Reading, refused: _Refused) -> list[tuple[Place, Place]]:
    """The places where a reading names what is refused, each with the place where that is."""
    papers = [(paper.place, refused.place(paper)) for paper in reading.papers]
    slots = [(slot.place, refused.place(slot.paper, slot.title)) for slot in reading.every_slot()]
    return [(place, elsewhere) for place, elsewhere in [*papers, *slots] if elsewhere]


def _without(session: SessionRecord, refused: _Refused) -> SessionRecord:
    """A session whose slots are empty where what they name is refused."""
    slots = tuple(
        SlotRecord(
            place=slot.place,
            room=slot.room,
            board=slot.board,
            start=slot.start,
            end=slot.end,
            later=slot.later,
            end_later=slot.end_later,
        )
        if refused.place(slot.paper, slot.title)
        else slot
        for slot in session.slots
    )
    return replace(session, slots=slots)
