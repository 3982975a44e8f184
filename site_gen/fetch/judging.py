"""Whether a new copy of a document may take the place of the last good one, unattended."""

from __future__ import annotations

import re

from site_gen.ingest.formats import candidates
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document
from site_gen.ingest.source_files import documents_in, text_of
from site_gen.problems import ProblemLog

_PAGE = re.compile(
    rb"\s*(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PASSWORD = re.compile(rb"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_LEAST_SHARE = 0.9  # of the records must still be there


def why_not(path: str, old: bytes | None, new: bytes, encoding: str | None = None) -> str | None:
    """What speaks against the new copy; None where nothing does. `old` is None for the first one."""
    if not new.strip():
        return "it is empty"
    if _PASSWORD.search(new):
        return "it is a page that asks for a password"
    is_page = _PAGE.match(new) is not None
    if is_page:
        was_page = path.endswith((".html", ".htm")) if old is None else _PAGE.match(old) is not None
        return None if was_page else "it is a web page, and not the document"
    found = _records(path, new, encoding)
    if not found:
        return "nothing in it is read as a paper or a session"
    before = _records(path, old, encoding) if old else 0
    return f"it holds {found} records, and the last copy {before}" if found < _LEAST_SHARE * before else None


def _records(path: str, held: bytes, encoding: str | None) -> int:
    """How many papers, sessions and talks are read in a copy; 0 where it cannot be read."""
    problems, count = ProblemLog(), 0
    for document, body in documents_in(path, held, problems):
        text = text_of(body, document, encoding, problems)
        found = candidates(text or "")
        if text and (surest := next(found, None)):
            reading = read_plausibly(surest, Document(document, text), problems, found)
            slots = sum(len(session.slots) for session in reading.sessions)
            count += len(reading.papers) + len(reading.sessions) + slots
    return count
