"""The files in content/sources/: the documents that they hold, and their texts."""

from __future__ import annotations

from site_gen.content.paths import sheet_path
from site_gen.ingest.formats import candidates
from site_gen.ingest.reading.controls import CONTROL, without_controls
from site_gen.ingest.reading.decoding import decode
from site_gen.ingest.reading.workbook import is_workbook, sheets_of
from site_gen.problems import Place, ProblemLog, report_conflict


def documents_in(path: str, held: bytes, problems: ProblemLog) -> list[tuple[str, bytes]]:
    """The path and the bytes of each document that a file holds."""
    if not is_workbook(path):
        return [(path, held)]
    sheets = sheets_of(held, path, problems)
    if len(sheets) == 1:
        return [(path, sheets[0].text.encode())]
    tables = [sheet for sheet in sheets if candidates(sheet.text)]
    for sheet in sheets if tables else ():
        if sheet not in tables:
            what = f"the sheet '{sheet.name}' is not read: no source format recognises it"
            problems.warning("unknown-format", what, Place(path), "delete it, or hide it")
    return [(sheet_path(path, sheet.name), sheet.text.encode()) for sheet in tables or sheets]


def text_of(held: bytes, path: str, encoding: str | None, problems: ProblemLog) -> str | None:
    """The text of a document; None where it has none, after telling why."""
    text = decode(held, path, problems, encoding)
    if text is not None and not text.strip():
        problems.error("no-records", "no records found: the file is empty", Place(path, 1))
        return None
    if text and report_conflict(text, path, problems):
        return None
    return text and _report_controls(text, path, problems)


def _report_controls(text: str, path: str, problems: ProblemLog) -> str:
    """The text without control characters, with a warning of the first."""
    found = CONTROL.search(text)
    if found:
        before = text[: found.start()]
        place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        what = f"the control character U+{ord(found[0]):04X} is read as a space, here and wherever it stands"
        problems.warning("control-character", what, place)
    return without_controls(text)
