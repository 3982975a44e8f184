"""Ingest: source documents → content/. Everything is read, linked and merged before a file changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_gen.conference import Series
from site_gen.content import Content, finish_writing, paths, schema_files, write_files
from site_gen.content.saving import Marks, marks_of, report_saved_meanwhile
from site_gen.ingest.added import count_added
from site_gen.ingest.documents import Source, document_paths, read_documents
from site_gen.ingest.edition_ingest import EditionIngest
from site_gen.ingest.left_out import forbidding, partial, report_unknown_files, unread
from site_gen.ingest.link import Person, disambiguate
from site_gen.ingest.merge import (
    Limits,
    Merged,
    documents_of,
    load_provenance,
    merge_aliases,
    report_lost_lists,
)
from site_gen.ingest.merge.renaming import rename_hidden
from site_gen.ingest.outcome import MOST_NEWS, Ingested, ingested_again
from site_gen.ingest.private import (
    PRIVATE_KINDS,
    ignore,
    ignore_private,
    ignored_lines,
    private_documents,
    private_files,
    report_tracked,
)
from site_gen.ingest.report import report_hand_edits
from site_gen.problems import ProblemLog

__all__ = ["MOST_NEWS", "PRIVATE_KINDS", "Ingested", "ignore_private", "ignored_lines", "ingest"]


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
    opened = _opened(project, problems)
    if opened is None:
        return Ingested(written=ignored)
    found_before = len(problems.all)
    documents = _read(opened, problems)
    found_by_reading = len(problems.all)
    private = private_files(source.reading for source in documents.found)
    ignored += ignore(project, private, problems)
    report_unknown_files(frozenset(only), opened.content)
    editions, merges, limits = _merged(opened, documents, frozenset(only), problems)
    for each in merges:
        report_hand_edits(each, problems)
    files = _files(editions, merges, problems)
    report_tracked([source.reading for source in documents.sources], looked, tracked, problems)
    report_saved_meanwhile(project, files, opened.marks, problems)
    settled = found_before == 0 and len(problems.all) == found_by_reading
    ingested = _outcome(opened, documents, editions, merges, limits)
    problems.extend(ingested.news)
    faults = problems.all if strict else forbidding(problems.errors, documents.found, documents.not_read)
    ingested.is_written = not faults
    ingested.written = [*opened.renamed, *([] if faults else write_files(project, files)), *ignored]
    if not faults and not (limits.only or looked or private):
        ingested.again = ingested_again(ingested, opened.content, opened.series, settled=settled)
    return ingested


@dataclass(frozen=True, slots=True)
class _Opened:
    """Content before an ingest; hidden names changed the files `renamed`, `marks` tell of later changes."""

    content: Content
    series: Series
    renamed: Sequence[str]
    marks: Marks


def _opened(project: Path, problems: ProblemLog) -> _Opened | None:
    """The project's content, without hidden names in ids; None where its site.yaml cannot be read."""
    marks = marks_of(project, paths.CONTENT)
    content = Content(project)
    series = content.series(problems)
    if series is None:
        return None
    renamed = rename_hidden(content, series)
    if renamed:
        marks = marks_of(project, paths.CONTENT)
        content = Content(project)
        series = content.series(problems) or series
    return _Opened(content, series, renamed, marks)


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents that were found, those among them that are believed, and who shares a name in them."""

    found: Sequence[Source]
    sources: Sequence[Source]
    not_read: frozenset[str]
    people: Sequence[Person]


def _read(opened: _Opened, problems: ProblemLog) -> _Documents:
    of_reading = ProblemLog()
    found = read_documents(opened.content, opened.series, of_reading)
    problems.extend(of_reading.all)
    not_read = unread(found, of_reading.errors, document_paths(opened.content.project, ProblemLog()))
    believed = [source for source in found if source.reading.document.path not in not_read]
    readings, people = disambiguate([source.reading for source in believed], opened.series)
    sources = [replace(source, reading=each) for source, each in zip(believed, readings, strict=True)]
    return _Documents(found, sources, not_read, people)


def _merged(
    opened: _Opened, documents: _Documents, only: frozenset[str], problems: ProblemLog
) -> tuple[list[EditionIngest], list[Merged], Limits]:
    """The editions that documents tell of, what becomes of them and last of authors.yaml, and the limits."""
    content, series = opened.content, opened.series
    by_edition: dict[str, list[Source]] = defaultdict(list)
    for source in documents.sources:
        by_edition[source.edition].append(source)
    known = sorted({*content.editions(ProblemLog()), *by_edition})
    provenance = {edition: load_provenance(content, edition, problems) for edition in known}
    editions = [
        EditionIngest(content, series, edition, sources, provenance[edition], documents.not_read, problems)
        for edition, sources in sorted(by_edition.items())
    ]
    report_lost_lists(content, provenance, problems)
    read = frozenset(source.reading.document.path for source in documents.sources)
    present = document_paths(content.project, ProblemLog())
    remembered = (documents_of(each) for each in provenance.values())
    absent = frozenset[str]().union(*remembered).difference(present)
    limits = Limits(only, documents.not_read, partial(problems.errors, read), absent)
    merges = [edition.merge(limits, problems) for edition in editions]
    aliases = {edition.id: edition.assembled.aliases for edition in editions}
    of_people = merge_aliases(
        content, series.authors, aliases, provenance, limits, read, problems, documents.people
    )
    return editions, [*merges, of_people], limits


def _outcome(
    opened: _Opened,
    documents: _Documents,
    editions: Sequence[EditionIngest],
    merges: Sequence[Merged],
    limits: Limits,
) -> Ingested:
    """What the ingest did, but for what it writes."""
    changes = [change for each in merges for change in each.changes]
    return Ingested(
        documents.sources,
        changes=changes,
        refused=[place for each in merges for place in each.refused.values()],
        reports={edition.id: edition.assembled.report for edition in editions},
        counts=count_added(
            opened.series,
            [paper.value for each in editions for paper in each.assembled.papers],
            [session.value for each in editions for session in each.assembled.sessions],
            changes,
        ),
        news=[problem for edition in editions for problem in edition.news],
        limits=limits,
    )


def _files(
    editions: Sequence[EditionIngest], merges: Sequence[Merged], problems: ProblemLog
) -> dict[str, str | None]:
    """The texts of files to write, by path; None deletes one. What ingest remembers follows what it is of."""
    files: dict[str, str | None] = {**schema_files()}
    for each in merges:
        files.update(each.files)
    for each in merges:
        files.update(each.provenance)
    for edition, each in zip(editions, merges, strict=False):  # the last is of no edition
        files[paths.report(edition.id)] = edition.report(each, problems)
    return files
