"""Ingest: source documents → content/. Everything is read, linked and merged before a file changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_gen.conference import Conference, Series
from site_gen.conference.former_names import hidden_names
from site_gen.content import Content, digest, finish_writing, paths, schema_files, write_files
from site_gen.content.saving import marks_of, report_saved_meanwhile
from site_gen.ingest.added import Counts, count_added, summary_of
from site_gen.ingest.assemble import HeldTracks, Report, assemble
from site_gen.ingest.assemble.rooms import held_rooms
from site_gen.ingest.assemble.volumes import HeldVolumes
from site_gen.ingest.documents import Source, document_paths, placed_again, read_documents
from site_gen.ingest.known_content import known_of
from site_gen.ingest.left_out import forbidding, partial, report_unknown_files, unread
from site_gen.ingest.link import (
    ZoneSought,
    accepted_only,
    edition_zone,
    in_local_time,
    link,
    tell_apart,
    with_edition_days,
    with_offsets,
    with_parted_titles,
    without_cancelled,
    without_language,
    without_refused,
)  # fmt: skip
from site_gen.ingest.merge import (
    Change,
    EntityKey,
    Fields,
    Limits,
    Merged,
    load_provenance,
    merge,
    merge_aliases,
    report_lost_lists,
)  # fmt: skip
from site_gen.ingest.merge.renaming import rename_hidden
from site_gen.ingest.private import ignore, ignore_private, private_documents, private_files, report_tracked
from site_gen.ingest.report import column_lines, document_line, refused_lines, report_hand_edits, report_text
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted

__all__ = ["MOST_NEWS", "Ingested", "ignore_private", "ingest"]

MOST_NEWS = 10  # changes of one sort that are told one by one


@dataclass(slots=True)
class Ingested:
    """What an ingest did: the documents it read, what changed, and each edition's report.

    `is_written` holds unless a problem forbids it; `limits` say which documents were not read, or not whole.
    `refused` are the places where a source does not accept any more what content held until now.
    `again` is what the same ingest says when it runs once more on what it wrote; None where only a run tells.
    """

    sources: Sequence[Source] = ()
    changes: list[Change] = field(default_factory=list)
    refused: list[Place] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    again: Ingested | None = field(default=None, compare=False, repr=False)
    counts: Counts = field(default_factory=Counts)
    is_written: bool = False
    limits: Limits = field(default_factory=Limits)

    @property
    def lines(self) -> list[str]:
        """What became of each document, then what changed; many changes of one sort are one line."""
        summaries = {source.reading.document.path: source.summary for source in self.sources}
        documents = [document for report in self.reports.values() for document in report.documents]
        unknown = {source.reading.document.path: column_lines(source) for source in self.sources}
        lines = [
            line
            for document in documents
            for line in (
                document_line(document, summaries[document.document]),
                *unknown[document.document],
            )
        ]
        lines += refused_lines(self.refused)
        lines += self._left_out()
        alike: dict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in self.changes:
            alike[change.kind, change.entity].append(change)
        for (kind, entity), found in alike.items():
            if len(found) > MOST_NEWS:
                lines.append(f"{kind}: {len(found)} {entity}s")
        shown = [each for each in self.changes if len(alike[each.kind, each.entity]) <= MOST_NEWS]
        return lines + [str(change) for change in shown]

    def _left_out(self) -> Iterator[str]:
        for file in sorted(self.limits.unread):
            yield f"{file}: not read; what content has of it stays"
        for file in sorted(self.limits.partial):
            yield f"{file}: what is wrong in it is left out; what content has of it stays"

    @property
    def summary(self) -> str:
        """What was read and how much of content changed, in one line."""
        documents = counted(len(self.sources), "source document")
        gone = f", {counted(len(self.refused), 'paper')} taken away" if self.refused else ""
        return f"Read {documents}: {summary_of(self.changes, self.counts)}{gone}"

    @property
    def closing(self) -> str:
        """The last line; empty where no document was read."""
        return f"{self.summary} → content/" if self.sources else ""


def ingest(
    project: Path,
    problems: ProblemLog,
    only: Iterable[str] = (),
    *,
    strict: bool = False,
    tracked: Callable[[Sequence[str]], Collection[str]] = lambda _files: (),
) -> Ingested:
    """Bring what the source documents say into content/; an error in content or between documents forbids it.

    A document that cannot be read leaves the others alone, and a wrong cell the rest of its document.
    Private documents enter .gitignore first of all, whatever becomes of the rest.

    `only` names the documents (paths inside the project) whose facts may change content; all are
    read, for linking. With `strict` a warning is an error. `tracked` tells which of some files are in
    version control already. Raises Stop where the project cannot be read or written.
    """
    finish_writing(project)
    looked = private_documents(project)
    ignored = ignore(project, looked, problems)
    marks = marks_of(project, paths.CONTENT)
    content = Content(project)
    series = content.series(problems)
    if series is None:
        return Ingested(written=ignored)
    renamed = rename_hidden(content, series)
    if renamed:
        marks = marks_of(project, paths.CONTENT)
        content = Content(project)
        series = content.series(problems) or series
    found_before = len(problems.all)
    of_reading = ProblemLog()
    sources = read_documents(content, series, of_reading)
    problems.extend(of_reading.all)
    found_by_reading = len(problems.all)
    found = sources
    not_read = unread(found, of_reading.errors, document_paths(project, ProblemLog()))
    sources = [source for source in found if source.reading.document.path not in not_read]
    read_by, people = tell_apart([source.reading for source in sources], series)
    sources = [replace(source, reading=reading) for source, reading in zip(sources, read_by, strict=True)]
    readings = [source.reading for source in sources]
    ignored += ignore(project, private_files([each.reading for each in found]), problems)
    report_unknown_files(frozenset(only), content)
    by_edition = _by_edition(sources)
    known = sorted({*content.editions(ProblemLog()), *by_edition})
    provenance = {edition: load_provenance(content, edition, problems) for edition in known}
    editions = [
        _Edition(content, series, edition, of_edition, provenance[edition], not_read, problems)
        for edition, of_edition in by_edition.items()
    ]
    report_lost_lists(content, provenance, problems)
    read = frozenset(source.reading.document.path for source in sources)
    limits = Limits(frozenset(only), not_read, partial(problems.errors, read))
    merged = [edition.merge(limits, problems) for edition in editions]
    aliases = merge_aliases(
        content,
        series.authors,
        {edition.id: edition.assembled.aliases for edition in editions},
        provenance,
        limits,
        read,
        problems,
        people,
    )
    for each in merged:
        report_hand_edits(each, problems)
    ingested = Ingested(sources, limits=limits)
    ingested.changes = [change for each in [*merged, aliases] for change in each.changes]
    papers = [paper.value for each in editions for paper in each.assembled.papers]
    sessions = [session.value for each in editions for session in each.assembled.sessions]
    ingested.counts = count_added(series, papers, sessions, ingested.changes)
    ingested.refused = [place for each in merged for place in each.refused.values()]
    ingested.reports = {edition.id: edition.assembled.report for edition in editions}
    files: dict[str, str | None] = {**schema_files()}
    for each in [*merged, aliases]:
        files.update(each.files)
    for each in [*merged, aliases]:  # after what it remembers
        files.update(each.provenance)
    for edition, each in zip(editions, merged, strict=True):
        files[paths.report(edition.id)] = edition.report(each, problems)
    report_tracked(readings, looked, tracked, problems)
    report_saved_meanwhile(project, files, marks, problems)
    ingested.written = [*renamed, *ignored]
    is_forbidden = problems.all if strict else forbidding(problems.errors, found, not_read)
    ingested.is_written = not is_forbidden
    if ingested.is_written:
        ingested.written = [*renamed, *write_files(project, files), *ignored]
        if not limits.only and not looked and not private_files([each.reading for each in found]):
            settled = found_before == 0 and len(problems.all) == found_by_reading
            ingested.again = _again(ingested, content, series, sources, settled=settled)
    return ingested


def _again(
    ingested: Ingested, content: Content, series: Series, sources: Sequence[Source], *, settled: bool
) -> Ingested | None:
    """What the same ingest says of the documents on what it has just written, where that is certain.

    `settled` holds where all problems were found in the documents, so that they are found there again.
    """
    if not ingested.written:
        return ingested
    added = ingested.reports.keys() - {each.id for each in series.conferences}
    has_years = all(edition.isdigit() and len(edition) == 4 for edition in added)
    if not settled or ingested.refused or not has_years:
        return None
    editions = [Conference(id=edition, title=edition, year=int(edition)) for edition in sorted(added)]
    known = replace(series, conferences=(*series.conferences, *editions))
    placed = placed_again(content, known, sources)
    if placed is None:
        return None
    reports = {
        edition: replace(report, documents=tuple(replace(each, unknown=0) for each in report.documents))
        for edition, report in ingested.reports.items()
    }
    return Ingested(placed, reports=reports)


def _by_edition(sources: Sequence[Source]) -> dict[str, list[Source]]:
    editions: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        editions[source.edition].append(source)
    return dict(sorted(editions.items()))


class _Edition:
    """One edition in an ingest: what content and memory hold of it, and what its documents say."""

    def __init__(
        self,
        content: Content,
        series: Series,
        edition: str,
        sources: Sequence[Source],
        provenance: Mapping[EntityKey, Fields],
        not_read: frozenset[str],
        problems: ProblemLog,
    ) -> None:
        held = {conference.id: conference for conference in series.conferences}
        self.id = edition
        self._content = content
        self._documents = {source.reading.document.path for source in sources}
        self._conference = held.get(edition) or content.conference(edition, series, problems)
        self._provenance = provenance
        known = known_of(content, self._conference, self._provenance, hidden_names(series.authors))
        readings = accepted_only([source.reading for source in sources])
        readings = with_parted_titles(readings, known)
        readings = without_refused(without_language(readings, series.language), problems)
        readings = with_edition_days(readings, self._conference, problems)
        written = self._conference.time_zone
        own = written if self._is_kept("time_zone", written, not_read) else None
        sought = ZoneSought(own, series.time_zone, paths.conference(edition))
        readings = with_offsets(readings, own or series.time_zone, self._conference.year)
        zone = edition_zone(readings, sought, problems)
        readings = in_local_time(readings, own or (zone.value if zone else series.time_zone))
        linked = link(readings, known, digest, problems)
        readings = without_cancelled(readings, linked, known)
        of_content = self._conference
        tracks = HeldTracks(of_content.tracks, self._is_kept("tracks", of_content.tracks, not_read))
        rooms = held_rooms(of_content, self._is_kept("rooms", of_content.rooms, not_read))
        volumes = HeldVolumes(of_content.volumes, self._is_kept("volumes", of_content.volumes, not_read))
        self.assembled = assemble(
            edition, of_content.year, readings, linked, known, problems, zone, tracks, rooms, volumes
        )

    def _is_kept(self, field: str, held: object, not_read: frozenset[str]) -> bool:
        """Whether an editor wrote the value of a field of the conference, or a document that is not read."""
        before = self._provenance.get(("conference", self.id), {}).get(field)
        is_by_hand = before is None or before.digest != digest(held) or before.files & not_read
        return bool(held and is_by_hand)

    def merge(self, limits: Limits, problems: ProblemLog) -> Merged:
        """What becomes of the edition's content."""
        return merge(self._content, self._conference, self.assembled, self._provenance, limits, problems)

    def report(self, merged: Merged, problems: ProblemLog) -> str:
        """The text of the edition's report."""
        warnings = [problem for problem in problems.warnings if problem.place.file in self._documents]
        return report_text(self.assembled.report, merged, warnings)
