"""The source documents of a project: found, decoded, recognised, read, and given to an edition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_gen.content import Content
from site_gen.content.paths import SOURCE_DOCUMENTS, SOURCES
from site_gen.ingest.records import Document, Reading, SourceFormat, decode
from site_gen.ingest.sources import SOURCE_FORMATS, detect
from site_gen.model import Series, SourceDocument
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import is_safe_name

# A year in a file's name, but not that of a day or month (export-2025-11-03.csv).
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d|[-_.]?\d{2}(?!\d))")


@dataclass(frozen=True, slots=True)
class Source:
    """A source document that was read. `said` tells how format and edition were found."""

    reading: Reading
    edition: str
    said: str


def read_documents(content: Content, series: Series, problems: ProblemLog) -> list[Source]:
    """Read every document in content/sources/, those of sources.yaml first and in its order."""
    entries = {_path(entry.file): entry for entry in content.source_documents(problems)}
    present = document_paths(content.project, problems)
    for path, entry in entries.items():
        if path not in present:
            place = content.place(SOURCES, [list(entries).index(path), "file"])
            problems.error("missing-source", f"there is no file '{entry.file}'", place)
    ordered = [path for path in entries if path in present] + [
        path for path in present if path not in entries
    ]
    sources = []
    for precedence, path in enumerate(ordered):
        source = _read(content, series, path, precedence, entries.get(path), problems)
        if source:
            sources.append(source)
    return sources


def _path(file: str) -> str:
    """The path inside the project of what sources.yaml calls "sources/x.txt" or "x.txt"."""
    return f"{SOURCE_DOCUMENTS}/{file.removeprefix('content/').removeprefix('sources/')}"


def document_paths(project: Path, problems: ProblemLog) -> list[str]:
    """The paths of the source documents inside the project, sorted; hidden files are none."""
    folder = project / SOURCE_DOCUMENTS
    paths = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        file = f"{SOURCE_DOCUMENTS}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(project.resolve()):
            problems.error("symlink", "a link that leaves the project is not followed", Place(file))
        elif path.is_dir():
            problems.warning("unknown-file", "a folder in sources/ is not read", Place(file))
        else:
            paths.append(file)
    return paths


def _read(
    content: Content,
    series: Series,
    path: str,
    precedence: int,
    entry: SourceDocument | None,
    problems: ProblemLog,
) -> Source | None:
    text = _text(content.project / path, path, problems)
    if text is None:
        return None
    source_format = _format(text, path, entry, content, problems)
    if source_format is None:
        return None
    document = Document(path, text, precedence, entry.columns if entry else None)
    before = len(problems.errors)
    reading = source_format.read(document, problems)
    if reading.is_empty:
        if len(problems.errors) == before:
            what = f"no records found, read as {source_format.title}"
            problems.error("no-records", what, Place(path), "content stays as it is")
        return None
    edition, how = _edition(reading, path, entry, series)
    if edition is None:
        hint = f'add to {SOURCES}:\n        - file: sources/{Path(path).name}\n          edition: "2022"'
        problems.error("unknown-edition", how, Place(path), hint)
        return None
    listed = "" if entry and entry.format else f"{source_format.title}, "
    return Source(reading, edition, f"{listed}edition {edition}{how}")


def _text(file: Path, path: str, problems: ProblemLog) -> str | None:
    try:
        held = file.read_bytes()
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path}: {error.strerror}") from None
    text = decode(held, path, problems)
    if text is not None and not text.strip():
        problems.error("no-records", "no records found: the file is empty", Place(path, 1))
        return None
    return text


def _format(
    text: str, path: str, entry: SourceDocument | None, content: Content, problems: ProblemLog
) -> SourceFormat | None:
    names: Mapping[str, SourceFormat] = {each.name: each for each in SOURCE_FORMATS}
    known = f"known formats: {', '.join(names)}"
    if entry and entry.format:
        if entry.format not in names:
            entries = [_path(each.file) for each in content.source_documents(ProblemLog())]
            place = content.place(SOURCES, [entries.index(path), "format"])
            problems.error("unknown-format", f"there is no source format '{entry.format}'", place, known)
        return names.get(entry.format)
    found = detect(text)
    if found is None:
        what = "no records found: no source format recognises this document"
        problems.error("unknown-format", what, Place(path, 1), known)
    return found


def _edition(
    reading: Reading, path: str, entry: SourceDocument | None, series: Series
) -> tuple[str | None, str]:
    """The edition of a document and how it was found; None and why not."""
    editions = [conference.id for conference in series.conferences]
    if entry and entry.edition:
        return entry.edition, ""
    if reading.edition:
        named = reading.edition.value
        of_year = [each.id for each in series.conferences if str(each.year) == named]
        edition = named if named in editions or len(of_year) != 1 else of_year[0]
        if is_safe_name(edition):
            return edition, f", as line {reading.edition.place.line} says"
    in_name = _YEAR_IN_NAME.findall(Path(path).name)
    if len(set(in_name)) == 1 and (not editions or in_name[0] in editions):
        return in_name[0], ", as its name says"
    if len(editions) == 1 and not in_name:
        return editions[0], ", the only one"
    return None, _why_no_edition(in_name, editions)


def _why_no_edition(in_name: Sequence[str], editions: Sequence[str]) -> str:
    if in_name and editions:
        return f"its name says {', '.join(in_name)}, but the editions are {', '.join(editions)}"
    return "nothing tells to which edition this document belongs"
