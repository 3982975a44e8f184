"""The report: what became of every document, and what is missing, cut, filled or alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.conference import Paper, Session
from site_gen.ingest.assemble.assembled import (
    AssembledEntity,
    CutAbstract,
    DocumentReport,
    Missing,
    MissingPart,
    Repeat,
    SaidOtherwise,
)
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.known import Known
from site_gen.ingest.link import Doubt
from site_gen.ingest.records import Reading
from site_gen.problems import Place
from site_gen.values import replace


def document_reports(
    edition: str,
    readings: Sequence[Reading],
    papers: Sequence[AssembledEntity[Paper]],
    sessions: Sequence[AssembledEntity[Session]],
    doubts: Iterable[Doubt],
    known: Known,
    precedence: Precedence,
) -> tuple[DocumentReport, ...]:
    """What became of each document, the best source first."""
    missing: dict[str, list[Missing]] = defaultdict(list)
    for each in (*_missing_of_papers(papers), *_missing_of_sessions(sessions)):
        missing[each.place.file].append(each)
    doubtful: dict[str, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        doubtful[doubt.left.file if doubt.left.file in precedence.readings else doubt.right.file].append(
            doubt
        )
    given = _papers_given(papers, precedence)
    held = {each.paper.id for each in known.papers}
    unknown = Counter(
        min(paper.places, key=precedence.order).file for paper in papers if paper.value.id not in held
    )
    repeats = _repeats(papers)
    mentions = Counter(place.file for paper in papers for place in paper.places)
    listed = sorted(readings, key=lambda reading: precedence.order(reading.document.place(0)))
    return tuple(
        _document_report(
            edition, reading, mentions[reading.document.path], given.get(reading.document.path, []),
            doubtful[reading.document.path], missing[reading.document.path], unknown[reading.document.path],
            repeats[reading.document.path],
        )
        for reading in listed
    )  # fmt: skip


def _papers_given(
    papers: Sequence[AssembledEntity[Paper]], precedence: Precedence
) -> Mapping[str, list[bool]]:
    """For every document one entry a paper that it gives: whether a better document gives it too."""
    given: dict[str, list[bool]] = defaultdict(list)
    for paper in papers:
        files = dict.fromkeys(place.file for place in sorted(paper.places, key=precedence.order))
        for number, file in enumerate(files):
            given[file].append(number > 0)
    return given


def _repeats(papers: Iterable[AssembledEntity[Paper]]) -> Mapping[str, list[Repeat]]:
    """For every document the papers that stand in it several times, with their places."""
    found: dict[str, list[Repeat]] = defaultdict(list)
    for paper in papers:
        of_file: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(paper.places):
            of_file[place.file].append(place)
        for file, places in of_file.items():
            if len(places) > 1:
                found[file].append(Repeat(paper.value.id, paper.value.title or "", tuple(places)))
    return found


def _document_report(
    edition: str,
    reading: Reading,
    read: int,
    given: Sequence[bool],
    doubtful: Sequence[Doubt],
    missing: Sequence[Missing],
    unknown: int,
    repeats: Sequence[Repeat],
) -> DocumentReport:
    count_differs = reading.stated is not None and reading.stated.value != len(given)
    return DocumentReport(
        document=reading.document.path,
        format=reading.format.name,
        edition=edition,
        read=read,
        sessions=len(reading.sessions),
        joined=sum(given),
        new=len(given) - sum(given),
        repeats=tuple(repeats),
        stated=reading.stated if count_differs else None,
        passed_over=tuple(sorted({each.place.line for each in reading.passed_over})),
        doubtful=tuple(sorted(doubtful)),
        missing=tuple(sorted(missing, key=lambda each: (each.place, each.part))),
        not_imported=reading.not_imported,
        not_taken=reading.not_taken,
        remark=reading.remark,
        names=_names(reading),
        unknown=unknown,
        people=len(reading.people),
    )


def _names(reading: Reading) -> int:
    """How many names an export of accepted papers prints; 0 for any other document."""
    if not (reading.has_decisions or reading.is_private or reading.remark):
        return 0
    return sum(len(paper.authors.value) for paper in reading.every_paper() if paper.authors)


def _missing_of_papers(papers: Iterable[AssembledEntity[Paper]]) -> Iterator[Missing]:
    """What no source says of a paper, told once for each document that gives the paper."""
    for paper in papers:
        places: dict[str, Place] = {}
        for place in paper.places:
            places.setdefault(place.file, place)
        for part in _missing_parts(paper.value):
            yield from (Missing(part, paper.value.id, place) for place in places.values())


def _missing_parts(paper: Paper) -> Iterator[MissingPart]:
    if paper.title is None:
        yield "title"
    if not paper.authors:
        yield "authors"
    if any(authorship.missing for authorship in paper.authors):
        yield "name"
    if paper.abstract is None:
        yield "abstract"


def _missing_of_sessions(sessions: Iterable[AssembledEntity[Session]]) -> Iterator[Missing]:
    for session in sessions:
        if session.value.start is None:
            yield Missing("time", session.value.id, session.places[0])
        for slot, place in zip(session.value.slots, session.sources.get("slots", ()), strict=True):
            if slot.is_empty:
                yield Missing("paper", session.value.id, place)


def cut_abstracts(papers: Iterable[AssembledEntity[Paper]]) -> tuple[CutAbstract, ...]:
    """The abstracts that end in "…" still."""
    return tuple(
        sorted(
            CutAbstract(paper.value.id, paper.sources["abstract"][0])
            for paper in papers
            if paper.value.abstract_complete is False
        )
    )


def with_otherwise(
    documents: Sequence[DocumentReport], otherwise: Sequence[SaidOtherwise]
) -> tuple[DocumentReport, ...]:
    """The reports of documents, with how often each says something else than what counts."""
    counts = Counter(place.file for each in otherwise for _, place in each.others)
    return tuple(replace(each, otherwise=counts[each.document]) for each in documents)
