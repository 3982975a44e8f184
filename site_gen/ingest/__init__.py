"""Ingest: source documents → content/. Everything is read, linked and merged before a file changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.content import Content, digest, paths, schema_files, write_files
from site_gen.ingest.assemble import Report, assemble
from site_gen.ingest.documents import Source, read_documents
from site_gen.ingest.linker import link
from site_gen.ingest.merge import Change, EntityKey, Fields, Merged, load_provenance, merge
from site_gen.ingest.records import Known, KnownPaper, KnownSession
from site_gen.ingest.report import document_line, report_text
from site_gen.model import Conference, Paper, Series, Session
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted

__all__ = ["Ingested", "ingest"]

MOST_NEWS = 10  # new papers that are told one by one


@dataclass(slots=True)
class Ingested:
    """What an ingest did: the documents it read, what changed, and each edition's report."""

    sources: Sequence[Source] = ()
    changes: list[Change] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """What became of each document, then what changed; many new papers are one line."""
        said = {source.reading.document.path: source.said for source in self.sources}
        documents = [document for report in self.reports.values() for document in report.documents]
        told = [document_line(document, said[document.document]) for document in documents]
        news = [change for change in self.changes if change.kind == "added" and change.entity == "paper"]
        if len(news) > MOST_NEWS:
            told.append(f"added: {len(news)} papers")
        shown = [change for change in self.changes if len(news) <= MOST_NEWS or change not in news]
        return told + [str(change) for change in shown]

    @property
    def summary(self) -> str:
        """What was read and how much of content changed, in one line."""
        added = {(change.entity, change.id) for change in self.changes if change.kind == "added"}
        changed = {(change.entity, change.id) for change in self.changes} - added
        papers = counted(sum(entity == "paper" for entity, _ in added), "paper")
        documents = counted(len(self.sources), "source document")
        return f"Read {documents}: {papers} added, {len(changed)} changed"


def ingest(project: Path, problems: ProblemLog, only: Iterable[str] = ()) -> Ingested:
    """Bring what the source documents say into content/; where there is an error nothing is written.

    `only` names the documents (paths inside the project) whose facts may change content; all are
    read, for linking. Raises Stop where the project cannot be read or written.
    """
    content = Content(project)
    series = content.series(problems)
    if series is None:
        return Ingested()
    sources = read_documents(content, series, problems)
    ingested = Ingested(sources)
    limits = frozenset(only)
    files: dict[str, str | None] = {}
    for edition, of_edition in _by_edition(sources).items():
        files.update(_ingest_edition(content, series, edition, of_edition, limits, ingested, problems))
    if not problems.errors:
        ingested.written = write_files(project, {**files, **schema_files()})
    return ingested


def _by_edition(sources: Sequence[Source]) -> dict[str, list[Source]]:
    editions: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        editions[source.edition].append(source)
    return dict(sorted(editions.items()))


def _ingest_edition(
    content: Content,
    series: Series,
    edition: str,
    sources: Sequence[Source],
    limits: frozenset[str],
    ingested: Ingested,
    problems: ProblemLog,
) -> dict[str, str | None]:
    """The files of one edition that change; None for one that goes."""
    held = {conference.id: conference for conference in series.conferences}
    conference = held.get(edition) or content.conference(edition, series, ProblemLog())
    remembered = load_provenance(content, edition, problems)
    known = _known(content, conference, remembered)
    readings = [source.reading for source in sources]
    linked = link(readings, known, digest)
    assembled = assemble(edition, conference.year, readings, linked, known, problems)

    def may_change(files: frozenset[str]) -> bool:
        return not limits or bool(files & limits)

    merged = merge(content, conference, series.authors, assembled, remembered, may_change, problems)
    _tell_kept(merged, problems)
    ingested.changes += merged.changes
    ingested.reports[edition] = assembled.report
    of_edition = {source.reading.document.path for source in sources}
    warnings = [problem for problem in problems.warnings if problem.place.file in of_edition]
    return {**merged.files, paths.report(edition): report_text(assembled.report, merged, warnings)}


def _known(content: Content, conference: Conference, remembered: Mapping[EntityKey, Fields]) -> Known:
    """What content holds of an edition; a deleted paper is known by what is remembered of it."""
    digests = {
        key: {name: each.digest for name, each in fields.items()} for key, fields in remembered.items()
    }
    papers = {paper.id: paper for paper in conference.papers}
    sessions = {session.id for session in conference.sessions}
    deleted_papers = sorted(
        entity for kind, entity in remembered if kind == "papers" and entity not in papers
    )
    deleted_sessions = sorted(
        entity for kind, entity in remembered if kind == "sessions" and entity not in sessions
    )
    return Known(
        papers=tuple(
            KnownPaper(
                paper=paper,
                place=content.locate("papers", conference.id, paper.id),
                remembered=digests.get(("papers", paper.id), {}),
            )
            for paper in [*conference.papers, *(Paper(id=each) for each in deleted_papers)]
        ),
        sessions=tuple(
            KnownSession(
                session=session,
                place=Place(paths.sessions(conference.id)),
                remembered=digests.get(("sessions", session.id), {}),
            )
            for session in [*conference.sessions, *(Session(id=each) for each in deleted_sessions)]
        ),
        deleted=frozenset([*deleted_papers, *deleted_sessions]),
    )


_WHY = {
    "edited": "edited by hand and kept; the source says otherwise",
    "conflict": "edited by hand and kept, but its source changed too",
    "deleted": "deleted by hand and not brought back",
    "made-by-hand": "made by hand and kept; a source says otherwise",
}


def _tell_kept(merged: Merged, problems: ProblemLog) -> None:
    for (_, entity), kept, place in merged.kept:
        if kept.verdict == "made-by-hand" and not kept.places:
            continue
        what = f"'{kept.field}' of {entity} was {_WHY[kept.verdict]}"
        problems.warning(f"kept-{kept.verdict}", what, place, f"see {', '.join(kept.places)}")
    for (kind, entity), places in merged.gone:
        what = f"{kind}/{entity} was deleted by hand and is not brought back"
        where = Place(places[0].split(":")[0], int(places[0].split(":")[1])) if places else Place(entity)
        problems.warning("deleted-by-hand", what, where)
