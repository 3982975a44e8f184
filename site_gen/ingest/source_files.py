"""The files in content/sources/: the documents that they hold, and their texts."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from site_gen.content.paths import SOURCES, sheet_path
from site_gen.ingest.formats import detect
from site_gen.ingest.reading.files.pdf import holds_pdfs
from site_gen.ingest.reading.files.web_archive import is_web_archive, page_in
from site_gen.ingest.reading.files.word_document import is_word_document, page_of
from site_gen.ingest.reading.files.workbook import is_workbook, sheets_of
from site_gen.ingest.reading.texts.controls import CONTROL, without_controls, without_escaped_controls
from site_gen.ingest.reading.texts.decoding import decode
from site_gen.ingest.reading.texts.twice_encoded import encoded_once
from site_gen.ingest.reading.times.session_days import is_day
from site_gen.problems import Place, ProblemLog, report_conflict

LARGEST = 64 << 20  # bytes; an archive may hold the PDFs of all papers
_ARCHIVES = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b")
_MOST_ALIKE = 1_000  # signs, one like the other, or digits: lines of tables are not as long
_RUN = re.compile(rf"(.)\1{{{_MOST_ALIKE},}}|(?<!\d)\d{{{_MOST_ALIKE + 1},}}")
_WIDEST = 200  # characters between two columns of a page
_GAP = re.compile(rf"[^\S\n]{{{_WIDEST + 1},}}+")
_IN_GAP = _WIDEST // 2  # one mark of so many characters lies in each
_ESCAPED_GAP = re.compile(rf"(\\u(?:00a0|3000|20[0-2][\da-f]))\1{{{_WIDEST},}}+", re.IGNORECASE)
_AS_TEXT = "give its text as .txt, .md or .csv (UTF-8)"
_ANEW = "save it as .docx, as a web page, or as plain text (UTF-8)"
_PDF = (
    f"of a programme or a list: {_AS_TEXT};\n"
    "to publish it as it is: put it into static/, and link to it as /name.pdf;\n"
    "of a paper: put it into content/<edition>/files/, named after the paper's id"
)
# What to do about a file that holds no text which could be read, by its ending.
_WITHOUT_TEXT = {
    ".pdf": "it does not begin as a PDF does: get it again",
    ".doc": _ANEW,
    ".pages": "export it as .docx, or as plain text (UTF-8)",
    ".numbers": "export it as .xlsx, or as CSV (UTF-8)",
    ".zip": "unpack it, and put what it holds beside it",
    **dict.fromkeys((".gz", ".tgz", ".7z", ".rar", ".tar"), "unpack it, and put what it holds beside it"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".epub"), _AS_TEXT),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff"), _AS_TEXT),
}

_RICH_TEXT = re.compile(rb"\s?\{\\rtf\d")
_LATEX = re.compile(rb"^\s?\\document(?:class|style)\b", re.MULTILINE)
_HEAD = 10_000  # bytes: before the class stand remarks and packages


def bytes_of(file: Path) -> bytes | None:
    """The bytes of a file; None where it is larger than any text, and no archive. Raises OSError."""
    with file.open("rb") as opened:
        is_archive = opened.read(4).startswith(_ARCHIVES)
        opened.seek(0)
        return opened.read() if is_archive or os.fstat(opened.fileno()).st_size <= LARGEST else None


def report_too_large(path: str, problems: ProblemLog) -> None:
    """Report a file of which nothing is read."""
    what = f"this file is larger than {LARGEST >> 20} MB, as no document is: it is not read"
    hint = f"give the part that is meant; to leave it out, write ignore: yes for it into {SOURCES}"
    problems.error("too-large", what, Place(path), hint)


def documents_in(path: str, held: bytes, problems: ProblemLog) -> list[tuple[str, bytes]]:
    """The path and the bytes of each document that a file holds; PDFs, which may be of papers, are none."""
    if holds_pdfs(held):
        return []
    if hint := _no_text(path, held):
        _report_unread(path, hint, problems)
        return []
    if is_web_archive(path):
        found = page_in(held, path, problems)
        return [] if found is None else [(path, found)]
    if is_word_document(path):
        page = page_of(held, path, problems)
        return [(path, page.encode())] if page else []
    if not is_workbook(path):
        return [(path, held)]
    sheets = sheets_of(held, path, problems)
    if len(sheets) == 1 and not is_day(sheets[0].name):
        return [(path, sheets[0].text.encode())]
    tables = [sheet for sheet in sheets if detect(sheet.text)]
    for sheet in sheets if tables else ():
        if sheet not in tables:
            what = f"the sheet '{sheet.name}' is not read: no source format recognises it"
            problems.warning("unknown-format", what, Place(path), "delete it, or hide it")
    return [(sheet_path(path, sheet.name), sheet.text.encode()) for sheet in tables or sheets]


def _no_text(path: str, held: bytes) -> str:
    """What to do about a file that is no text, or one for a program that sets it; empty where it is read."""
    if _RICH_TEXT.match(held):
        return _ANEW
    if _LATEX.search(held[:_HEAD]):
        return f"of its PDF: {_AS_TEXT}"
    hint = _WITHOUT_TEXT.get(PurePosixPath(path).suffix.lower(), "")
    return "" if hint and _is_utf8(held) else hint


def report_unread_pdfs(path: str, problems: ProblemLog) -> None:
    """Report a PDF, or an archive of some, that is the PDF of no paper."""
    _report_unread(path, _PDF, problems)


def _report_unread(path: str, hint: str, problems: ProblemLog) -> None:
    hint += f";\nto leave it out, write ignore: yes for it into {SOURCES}"
    problems.error("unread-file", "files of this kind are not read", Place(path), hint)


def _is_utf8(held: bytes) -> bool:
    try:
        held.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in held


def text_of(held: bytes, path: str, encoding: str | None, problems: ProblemLog) -> str | None:
    """The text of a document; None where it has none, after telling why."""
    text = decode(held, path, problems, encoding)
    if text is not None and not text.strip():
        problems.error("no-records", "no records found: the file is empty", Place(path, 1))
        return None
    text = text and encoded_once(text, path, problems)
    if text and report_conflict(text, path, problems):
        return None
    return text and _report_runs(_without_gaps(_report_controls(text, path, problems)), path, problems)


def _without_gaps(text: str) -> str:
    """The text with no white space in a line, or escaped in JSON, that is wider than any page."""
    if "\\u" in text:
        text = _ESCAPED_GAP.sub(lambda gap: gap[1] * _WIDEST, text)
    has_gap = any(text[at : at + _IN_GAP].isspace() for at in range(0, len(text), _IN_GAP))
    return _GAP.sub(lambda gap: gap[0][:_WIDEST], text) if has_gap else text


def _report_controls(text: str, path: str, problems: ProblemLog) -> str:
    """The text without control characters, with a warning of the first."""
    found = CONTROL.search(text)
    if found:
        before = text[: found.start()]
        place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        what = f"the control character U+{ord(found[0]):04X} is read as a space, here and wherever it stands"
        problems.warning("control-character", what, place)
        text = without_controls(text)
    return without_escaped_controls(text)


def _has_run(line: str) -> bool:
    """Whether a line holds such a run: half of one then lies between two of its marks of half a run."""
    half = _MOST_ALIKE // 2
    parts = (line[at : at + half] for at in range(0, len(line) - half + 1, half))
    may_hold = any(part.isdecimal() or part.count(part[0]) == half for part in parts)
    return may_hold and _RUN.search(line) is not None


def _report_runs(text: str, path: str, problems: ProblemLog) -> str:
    """The text with what no text holds cut short, thousands of one sign or of digits, with a warning."""
    lines = text.split("\n")
    long = [number for number, line in enumerate(lines) if len(line) > _MOST_ALIKE and _has_run(line)]
    for number in long:
        lines[number] = _RUN.sub(lambda run: run[0][:_MOST_ALIKE], lines[number])
    if long:
        what = f"over {_MOST_ALIKE} equal signs, or digits, stand here in a row: so many are read"
        problems.warning("repeated-sign", what, Place(path, long[0] + 1), "mend the line, if it matters")
    return "\n".join(lines) if long else text
