"""Source documents → content/, with the examples of a new project out of their way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from site_gen.content import Content, paths, write_files
from site_gen.ingest import MOST_NEWS, PRIVATE_KINDS, Ingested, ignore_private, ignored_lines, ingest
from site_gen.ingest.source_files import report_unread_pdfs
from site_gen.ingest.submitted_files import SubmittedFiles, submitted_files, take
from site_gen.problems import ProblemLog
from site_gen.scaffold import retire_examples
from site_gen.scaffold.arrival import retirement_before_ingest
from site_gen.text import counted

_RETIRING = {"paper": "papers", "session": "sessions", "award": "awards"}


def ingest_documents(
    project: Path, problems: ProblemLog, only: Iterable[str] = (), *, strict: bool = False
) -> tuple[Ingested, list[str], SubmittedFiles]:
    """Ingest, and say what became of the documents and of the examples in whose place they came.

    Where a problem forbids that anything is written, nothing changed and nothing is said. PDFs among the
    documents may be those of papers; one that is of none is reported. Raises Stop as `ingest` does.
    """
    before = ignored_lines(project)
    ignore_private(project, problems)  # before anything is parsed
    planned = retirement_before_ingest(project)
    write_files(project, planned.files)
    is_written = False
    try:
        ingested = ingest(project, problems, only, strict=strict, tracked=partial(_tracked, project))
        is_written = ingested.is_written
    finally:
        if not is_written:
            write_files(project, planned.before)
    private = [
        f"{line}: now in .gitignore, for it may hold {PRIVATE_KINDS}"
        for line in ignored_lines(project)
        if line not in before
    ]
    if not is_written:
        return ingested, private, SubmittedFiles()
    added = {change.entity for change in ingested.changes if change.kind == "added"}
    kinds = [kind for entity, kind in _RETIRING.items() if entity in added]
    retired = [*planned.lines, *(retire_examples(project, kinds) if kinds else ())]
    if retired or planned.files:
        ingested.again = None
    lines = [*ingested.lines, *private, *retired]
    if "paper" in added and any(_has_no_times(Content(project), edition) for edition in ingested.reports):
        lines.append("No times yet: the schedule stays hidden.")
    submitted = submitted_files(Content(project))
    for file in submitted.unread:
        report_unread_pdfs(file, problems)
    return ingested, lines, submitted


def take_files(project: Path, found: SubmittedFiles) -> list[str]:
    """Give the PDFs the names of the papers that they may be of, and say so."""
    named = counted(take(project, found.proposed), "PDF")
    archives = sorted({each.pdf.file for each in found.proposed if each.pdf.member})
    emptied = [f"{each}: what it held is taken; delete it" for each in archives]
    return [f"{named} named after the paper", *emptied]


def pdf_lines(found: SubmittedFiles) -> list[str]:
    """Whose the PDFs may be that are named after no paper."""
    ask = ["Where that is right: make ingest ARGS=--take-files"] if found.proposed else []
    return [*_first(found.proposed), *ask, *_first(found.others), *_first(found.unknown, " of no paper")]


def _first(found: Sequence[object], what: str = "") -> list[str]:
    more = [f"… and {len(found) - MOST_NEWS} more{what}"] if len(found) > MOST_NEWS else []
    return [*map(str, found[:MOST_NEWS]), *more]


def _tracked(project: Path, files: Sequence[str]) -> Collection[str]:
    if not files:
        return ()
    from site_gen.deploy import tracked_files  # late: few projects hold private documents

    return tracked_files(project, files)


def _has_no_times(content: Content, edition: str) -> bool:
    """Whether an edition has its papers, and not yet its programme."""
    conference = content.mapping(paths.conference(edition), ProblemLog()) or {}
    return conference.get("phase") == "accepted" and not content.listed(paths.sessions(edition), ProblemLog())
