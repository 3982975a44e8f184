"""The source documents of a project: found, decoded, recognised, read, and given to an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

from site_gen.conference import Paper, Series, Session, SourceDocument
from site_gen.content import Content, files
from site_gen.content.paths import NOT_EDITIONS, SOURCE_DOCUMENTS, SOURCES, document_file
from site_gen.ingest.cleaned import cleaned
from site_gen.ingest.documents_beside import Beside, documents_beside
from site_gen.ingest.editions import edition_of, likely_editions
from site_gen.ingest.formats import (
    ANY_CSV,
    OBJECT_LIST,
    PROGRAMME_CSV,
    SOURCE_FORMATS,
    candidates,
)
from site_gen.ingest.list_beside import with_list_beside
from site_gen.ingest.plausible import read_plausibly, report_unplaced
from site_gen.ingest.prepared import prepared
from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.columns.public_texts import without_addresses_in_texts
from site_gen.ingest.reading.entries.events import by_name_of_document
from site_gen.ingest.reading.entries.sessions_again import without_repeated_sessions
from site_gen.ingest.reading.files.page_anchors import links_of
from site_gen.ingest.reading.files.page_title import with_edition_in_title
from site_gen.ingest.reading.files.paper_links import with_paper_links
from site_gen.ingest.reading.files.people_links import with_homepages
from site_gen.ingest.reading.objects.named_objects import with_called_beside
from site_gen.ingest.reading.programmes.listed_people import without_listed_people
from site_gen.ingest.reading.tables.paper_tables import is_programme
from site_gen.ingest.reading.tables.table import find_layout
from site_gen.ingest.reading.texts.cuts import warn_cut
from site_gen.ingest.reading.texts.recurring import forget_answers
from site_gen.ingest.reading.times.lettered_times import without_letters
from site_gen.ingest.reading.times.stated_zones import with_stated_zone
from site_gen.ingest.reading_cache import ReadingCache
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.ingest.source_files import bytes_of, documents_in, report_too_large, text_of
from site_gen.ingest.unlike import report_unlike
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop, printable
from site_gen.text.suggestions import listed, suggestion
from site_gen.values import dataclass

# The fields for which a document may count before all others.
_RANKED = sorted({each.name for of in (Paper, Session) for each in fields(of)} - {"id", "slots", "part_of"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source document that was read. `summary` tells how format and edition were found, `is_listed`
    whether sources.yaml has an entry of it.

    Until all documents are read the edition may be empty; `summary` then tells why.
    """

    reading: Reading
    edition: str
    summary: str
    is_listed: bool = False


def read_documents(content: Content, series: Series, problems: ProblemLog) -> list[Source]:
    """Read every document in content/sources/, those of sources.yaml first and in its order."""
    entries = _entries(content, problems)
    present = document_paths(content.project, problems)
    for path, entry in entries.items():
        if path not in present:
            what = f"there is no file '{entry.file}' in {SOURCE_DOCUMENTS}/"
            problems.error("missing-source", what, _place(content, path, "file"))
    named = [path for path in entries if path in present]
    ordered = named + [path for path in present if path not in entries]
    ordered = [path for path in ordered if path not in entries or not entries[path].ignore]
    cache = ReadingCache(content.project)
    beside = documents_beside(content.project, ordered, entries)
    read = [
        source
        for rank, path in enumerate(ordered)
        for source in _read(content, series, path, rank, entries.get(path), cache, beside[path], problems)
    ]
    cache.prune()
    forget_answers()
    return _with_editions(read, series, problems)


def placed_again(content: Content, series: Series, sources: Sequence[Source]) -> list[Source] | None:
    """The documents as they are placed once `series` has their editions; None where one is in another."""
    entries = _entries(content, ProblemLog())
    again = [
        _placed(each.reading, entries.get(document_file(each.reading.document.path)), series, content.project)
        for each in sources
    ]
    same = all(one.edition == other.edition for one, other in zip(again, sources, strict=True))
    return again if same else None


def _with_editions(sources: Sequence[Source], series: Series, problems: ProblemLog) -> list[Source]:
    """The documents that belong to an edition: one that names none takes the only one of the others."""
    named = {source.edition for source in sources if source.edition}
    only = named.pop() if len(named) == 1 and not series.conferences else ""
    placed = []
    for source in sources:
        if source.edition:
            placed.append(source)
        elif only:
            summary = f"{source.reading.format.title}, edition {only}, as the other documents say"
            placed.append(replace(source, edition=only, summary=summary))
        else:
            path = source.reading.document.path
            likely = likely_editions(source.reading, path, series) or ["2022"]
            item = f"- file: sources/{Path(document_file(path)).name}"
            entries = [f'{item}\n  edition: "{edition}"' for edition in likely]
            which = " one of these" if len(entries) > 1 else ""
            hint = "\n".join([f"add to {SOURCES}{which}:", *entries])
            problems.error("unknown-edition", source.summary, Place(path), hint)
    return placed


def document_paths(project: Path, problems: ProblemLog) -> list[str]:
    """The paths of the source documents inside the project, sorted; hidden files are none."""
    found = []
    for entry in files.entries(project, SOURCE_DOCUMENTS, problems):
        if entry.name.startswith("~$"):  # a workbook is open beside it
            continue
        path = f"{SOURCE_DOCUMENTS}/{entry.name}"
        if not entry.is_file():
            problems.warning("unknown-file", "not a file: it is not read", Place(path))
        elif printable(entry.name) != entry.name:
            problems.error("wrong-value", "the name of this file cannot be printed", Place(path), "rename it")
        else:
            found.append(path)
    return found


def ignored_documents(content: Content) -> frozenset[str]:
    """The documents that sources.yaml leaves out."""
    return frozenset(path for path, entry in _entries(content, ProblemLog()).items() if entry.ignore)


def _entries(content: Content, problems: ProblemLog) -> dict[str, SourceDocument]:
    """The entries of sources.yaml by the path of their document."""
    entries: dict[str, SourceDocument] = {}
    for entry in content.source_documents(problems):
        path = _path(entry.file)
        if path in entries:
            what = f"'{entry.file}' is listed twice"
            problems.error("duplicate-id", what, _place(content, path, "file"))
        if entry.edition in NOT_EDITIONS:
            what = f"'{entry.edition}' cannot be an edition"
            problems.error("wrong-value", what, _place(content, path, "edition"))
        for name in entry.precedence:
            if name not in _RANKED:
                what, hint = f"'{name}' is no field", f"fields: {listed(_RANKED)}"
                problems.error("wrong-value", what, _place(content, path, "precedence"), hint)
        entries[path] = entry
    return entries


def _path(file: str) -> str:
    """The path inside the project of what sources.yaml calls "sources/x.txt" or "x.txt"."""
    return f"{SOURCE_DOCUMENTS}/{file.removeprefix('content/').removeprefix('sources/')}"


def _place(content: Content, path: str, key: str) -> Place:
    """The place of a key in the entry of a document."""
    items = content.listed(SOURCES, ProblemLog(), "file")
    number = next(number for number, item in enumerate(items) if _path(str(item.get("file"))) == path)
    return content.place(SOURCES, [number, key])


def _read(
    content: Content,
    series: Series,
    path: str,
    precedence: int,
    entry: SourceDocument | None,
    cache: ReadingCache,
    beside: Sequence[Beside],
    problems: ProblemLog,
) -> Iterator[Source]:
    """What a file says: one document, or those of the sheets of a workbook."""
    try:
        held = bytes_of(content.project / path)
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path}: {error.strerror}") from None
    if held is None:
        report_too_large(path, problems)
        return
    asked = (entry.format, entry.columns, entry.encoding) if entry else ()
    asked = (*asked, *((each.document.path, each.digest) for each in beside))
    others = tuple(each.document for each in beside)
    for document, body in documents_in(path, held, problems):
        read = partial(_reading, content, document, body, entry, others)
        reading = cache.reading(document, body, asked, read, problems)
        if reading:
            # The text has served, and is most of what a document weighs.
            best_for = entry.precedence if entry else ()
            bare = Document(document, "", precedence, best_for=best_for)
            reading = replace(reading, document=bare)
            yield _placed(reading, entry, series, content.project)


def _placed(reading: Reading, entry: SourceDocument | None, series: Series, project: Path) -> Source:
    edition, how = edition_of(reading, reading.document.path, entry, series, project)
    if edition is None:
        return Source(reading, "", how, entry is not None)
    listed = "" if entry and entry.format else f"{reading.format.title}, "
    return Source(reading, edition, f"{listed}edition {edition}{how}", entry is not None)


def _reading(
    content: Content,
    path: str,
    held: bytes,
    entry: SourceDocument | None,
    beside: tuple[Document, ...],
    problems: ProblemLog,
) -> Reading | None:
    """What a document says; None where it says nothing that is read."""
    text = text_of(held, path, entry.encoding if entry else None, problems)
    if text is None:
        return None
    columns = entry.columns if entry else None
    document = with_called_beside(Document(path, text, columns=columns, beside=beside))
    page, marked = (document, document) if document.beside else prepared(document)
    (page, people), (marked, _) = without_listed_people(page, marked), without_listed_people(marked, marked)
    reading = _read_as_found(content, without_letters(page), marked, entry, problems)
    if reading is None:
        return None
    if people:
        reading = replace(reading, not_taken={**reading.not_taken, "people listed": people})
    warn_cut(reading, problems)
    reading = with_edition_in_title(reading, document)
    reading = without_addresses_in_texts(with_stated_zone(reading, page, problems), page.text)
    # The text has served, and weighs most; so have the places of a saved page.
    reading = replace(reading, document=Document(path, "", columns=page.columns))
    links = () if reading.format.shape == "marks" else tuple(links_of(document))
    reading = with_homepages(with_paper_links(cleaned(reading), links), links)
    report_unplaced(reading, page, problems)
    return without_repeated_sessions(reading, problems)


def _read_as_found(
    content: Content,
    document: Document,
    marked: Document,
    entry: SourceDocument | None,
    problems: ProblemLog,
) -> Reading | None:
    """What a document says in the format that is named, or found; None, which is reported, for nothing.

    Where it is a saved page, headings and items are marked in another copy of it.
    """
    source_format, others = _formats(document, entry, content, problems)
    if source_format is None:
        return None
    before = len(problems.errors)
    log = ProblemLog()
    reading, log = with_list_beside(read_plausibly(source_format, document, log, others), marked, log)
    problems.extend(log.all)
    reading = reading if reading.is_empty else by_name_of_document(reading, problems)
    if not reading.is_empty or reading.remark:
        return reading
    if len(problems.errors) == before:
        what = f"no records found, read as {reading.format.title}"
        problems.error("no-records", what, Place(document.path), "content stays as it is")
    return None


def _formats(
    document: Document, entry: SourceDocument | None, content: Content, problems: ProblemLog
) -> tuple[SourceFormat | None, Iterable[SourceFormat]]:
    """The format of a document, and the others that it may have too where nobody named one."""
    path, text = document.path, document.text
    names: Mapping[str, SourceFormat] = {each.name: each for each in SOURCE_FORMATS}
    if entry and entry.format:
        if entry.format not in names:
            what = f"there is no source format '{entry.format}'"
            hint = suggestion(entry.format, names, f"known formats: {listed([*names])}")
            problems.error("unknown-format", what, _place(content, path, "format"), hint)
        named = names.get(entry.format)
        if named and not entry.columns and not named.recognise(text):
            what = f"nothing in this document looks like {named.title}, as which it is read"
            problems.warning("unlike-format", what, Place(path, 1), "leave `format:` out to have it found")
        return named, ()
    found = candidates(text)
    surest = next(found, None)
    if surest in (None, OBJECT_LIST) and document.beside:
        return OBJECT_LIST, ()
    if entry and entry.columns and surest in (None, ANY_CSV):  # who names columns has a table
        is_timed = find_layout(text, SHEET_FIELDS, is_programme, entry.columns)
        return PROGRAMME_CSV if is_timed else ANY_CSV, ()
    if surest is None:
        report_unlike(document, problems)
    return surest, found
