"""Source documents that hold what is not for the public stand in .gitignore before anything else happens.

They are looked at as they lie there: what is refused, wrong or beside something wrong must not go online
with the next commit either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from site_gen.content import files, paths, write_files
from site_gen.content.paths import document_file
from site_gen.ingest.reading.columns.privacy import looks_private
from site_gen.ingest.records import Reading
from site_gen.ingest.remembered import remembered
from site_gen.ingest.source_files import bytes_of
from site_gen.problems import Place, ProblemLog, printable

GITIGNORE = ".gitignore"
PRIVATE_KINDS = "addresses, scores, refused papers, remarks or comments"
"""What a document may hold that is not for the public."""
_SPECIAL = re.compile(r"[\\*?\[\]]|^[#!]| (?= *$)")  # what means something else in .gitignore


def private_documents(project: Path) -> list[str]:
    """The paths of the source documents that look private; one that cannot be read is told elsewhere."""
    found = []
    for entry in files.entries(project, paths.SOURCE_DOCUMENTS, ProblemLog()):
        try:
            held = bytes_of(Path(entry.path)) if entry.is_file() else b""
            is_private = held is None or looks_private(held)  # what is too large is looked at by nobody
        except OSError:
            continue
        if is_private:
            found.append(f"{paths.SOURCE_DOCUMENTS}/{entry.name}")
    return found


def ignore_private(project: Path, problems: ProblemLog) -> None:
    """Add the documents that look private to .gitignore. Raises Stop where the disk refuses."""
    ignore(project, private_documents(project), problems)


def ignored_lines(project: Path) -> list[str]:
    """What git is told to leave alone; nothing where that cannot be read, which is told elsewhere."""
    return (files.read_text(project, GITIGNORE, ProblemLog()) or "").splitlines()


def ignore(project: Path, documents: Iterable[str], problems: ProblemLog) -> list[str]:
    """Add documents to .gitignore, at once; returns the paths of the files that changed.

    A document from which content has facts already is not added: a line that an organiser takes out
    again stays out. Raises Stop where the disk refuses.
    """
    found = len(problems.errors)
    text = files.read_text(project, GITIGNORE, problems) or ""
    if len(problems.errors) > found:
        return []
    held = {line.strip().lstrip("/") for line in text.splitlines()}
    new = {document: line for document in documents if (line := _line(document)) not in held}
    known = remembered(project, new)
    added = [line for document, line in new.items() if document not in known]
    if not added:
        return []
    ended = text if text.endswith("\n") or not text else f"{text}\n"
    return write_files(project, {GITIGNORE: ended + "".join(f"{line}\n" for line in added)})


def private_files(readings: Iterable[Reading]) -> list[str]:
    """The files of documents that hold what is not for the public."""
    return [document_file(reading.document.path) for reading in readings if reading.is_private]


def report_tracked(
    readings: Sequence[Reading],
    looked: Collection[str],
    tracked: Callable[[Sequence[str]], Collection[str]],
    problems: ProblemLog,
) -> None:
    """Warn of private documents that are in version control already; `looked` are those that look so."""
    read = {document_file(each.document.path) for each in readings}
    held = {path: _kinds(None) for path in looked if path not in read}
    held |= {document_file(each.document.path): _kinds(each) for each in readings if each.is_private}
    for path in sorted(tracked(list(held))):
        what = f"git keeps this document, which holds what is not for the public ({held[path]})"
        hint = f"git rm --cached '{path}' takes it out; commits made before still hold it"
        problems.warning("private-in-git", what, Place(path), hint)


def _kinds(reading: Reading | None) -> str:
    if reading is None:
        return "as it looks"
    return ", ".join(reading.not_imported)


def _line(document: str) -> str:
    """The line of a document in .gitignore; a "*" for what no line can hold."""
    escaped = _SPECIAL.sub(r"\\\g<0>", document)
    return "".join(each if printable(each) == each else "*" for each in escaped)
