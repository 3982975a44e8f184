"""Whether a document looks as if it were not for the public, seen from its bytes, however broken it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import EMAIL, count_addresses, kind_of_column
from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.texts.archive_texts import ArchiveTexts, texts_of
from site_gen.ingest.reading.texts.decoding import marked_encoding

_ARCHIVES = (
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)  # workbooks, documents of word processors, zip and gzip
_PRIVATE = frozenset([EMAIL, "phone", "conflict", "score", "contact", "personal detail"])
_PUBLIC = {name for fields in (FIELDS, PROGRAMME_FIELDS) for names in fields.values() for name in names}
_VERDICTS = frozenset(FIELDS["decision"])
_HEADER_WITHIN = 30  # lines: titles and notes may stand above a table
_LONGEST_NAME = 60
_FEWEST_ADDRESSES = 3  # in running text, where one or two are those of the organisers
_MOST_WORDS = 3  # of a cell that names a column
_KEY = re.compile(r'"([^"\\\n]{1,60})"\s*:(?:\s*"([^"\\\n]{1,60})")?')
_INVITED = re.compile(r"^(?:ATTENDEE|ORGANIZER|CONTACT)[;:]", re.MULTILINE | re.IGNORECASE)


def looks_private(body: bytes) -> bool:
    """Whether these bytes hold what a submission system tells only to organisers, as far as one can see.

    That are tables and JSON with addresses, scores, reviews, conflicts or rejected papers, calendars with
    those who are invited, running text with several addresses, and archives that hold more than a text.
    """
    if body.startswith(_ARCHIVES):
        return _is_private_archive(texts_of(body))
    text = _text(body)
    start = text.lstrip()[:15].upper()
    if start.startswith("BEGIN:VCALENDAR"):
        return _INVITED.search(text) is not None
    if start.startswith(("[", "{")):
        return count_addresses(text) > 0 or any(
            _is_private(key) or (column_name(key) in _VERDICTS and verdict(value) == "rejected")
            for key, value in set(_KEY.findall(text))
            if not key.startswith("@")  # of a search: how well it found something
        )
    delimiter, header = _header(text) if not start.startswith(("<", "@")) else ("", [])
    if header:
        private = count_addresses(text) > 0 or any(map(_is_private, header))
        return private or _has_rejected(text, delimiter, header)
    return count_addresses(text) >= _FEWEST_ADDRESSES


def _is_private_archive(held: ArchiveTexts | None) -> bool:
    """Whether a workbook or the like may hold such things, in hidden sheets too: its cells have no header."""
    if held is None:
        return True
    addresses = count_addresses(held.written) + sum(map(count_addresses, held.texts))
    if not held.is_table:
        return addresses >= _FEWEST_ADDRESSES
    cells = [text for text in held.texts if len(text.split()) <= _MOST_WORDS and len(text) < _LONGEST_NAME]
    has_verdicts = any(column_name(text) in _VERDICTS for text in cells)
    is_refused = has_verdicts and any(verdict(text) == "rejected" for text in cells)
    return addresses > 0 or is_refused or any(map(_is_private, cells))


def _text(body: bytes) -> str:
    return body.decode(marked_encoding(body) or "utf-8-sig", "replace")


def _is_private(column: str) -> bool:
    """Whether a column or key of this name is that of something that only organisers see."""
    name = column_name(column)
    return name not in _PUBLIC and (kind_of_column(name) in _PRIVATE or "review" in name)


def _header(text: str) -> tuple[str, list[str]]:
    """What parts the columns of a table, and their names; none where no line looks like them."""
    for line in text.splitlines()[:_HEADER_WITHIN]:
        for delimiter in ",;\t|":
            cells = next(_rows([line[:10_000]], delimiter), [])
            known = sum(column_name(cell) in _PUBLIC or _is_private(cell) for cell in cells)
            if known > 1 and 3 * known >= len(cells) and max(map(len, cells)) < _LONGEST_NAME:
                return delimiter, cells
    return "", []


def _has_rejected(text: str, delimiter: str, header: list[str]) -> bool:
    """Whether a table has a column of decisions, and a row that was not accepted."""
    columns = [number for number, cell in enumerate(header) if column_name(cell) in _VERDICTS]
    return bool(columns) and any(
        verdict(row[column]) == "rejected"
        for row in _rows(text.splitlines(keepends=True), delimiter)
        for column in columns
        if column < len(row)
    )


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The rows of a table, as far as they can be read."""
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return
