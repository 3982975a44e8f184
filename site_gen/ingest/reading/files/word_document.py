"""Documents of word processors (.docx, .odt): their headings, paragraphs, items and tables as a saved page.

A line of that page is a paragraph or a row of a table, in the document's order. What was deleted while
changes were tracked, hidden text, notes, and what stands at the edge of each page are left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import TypeAlias

from site_gen.ingest.reading.files import office_open, open_document
from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.reading.texts.archives import BROKEN, beginning
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog

_LARGEST = 20_000_000  # bytes that the text of one may unfold to
_NONE = (
    "save it as a web page or as plain text (UTF-8), or write ignore: yes for it into content/sources.yaml"
)
_LinesOf: TypeAlias = Callable[[XmlElement, XmlElement | None, XmlElement | None], Iterator[str]]
# By the ending of a file: its text, the styles and targets of links beside it, and what makes lines of them.
_OFFICE_OPEN = ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", office_open.lines_of)
_FORMATS: Mapping[str, tuple[str, str, str, _LinesOf]] = {
    ".docx": _OFFICE_OPEN,
    ".docm": _OFFICE_OPEN,
    ".odt": ("content.xml", "styles.xml", "", open_document.lines_of),
}


def is_word_document(path: str) -> bool:
    """Whether a file is a document of a word processor by its name."""
    return PurePosixPath(path).suffix.lower() in _FORMATS


def page_of(content: bytes, path: str, problems: ProblemLog) -> str | None:
    """The document as a web page; None where it cannot be read, after telling so."""
    found = ProblemLog()
    text, *beside, lines_of = _FORMATS[PurePosixPath(path).suffix.lower()]
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            body = _xml(archive, text, found)
            held = archive.namelist()
            styles, links = (_xml(archive, name, found) if name in held else None for name in beside)
    except BROKEN:
        body = None
    if body is None or found.errors:
        problems.error(
            "word-document", "this document of a word processor cannot be read", Place(path), _NONE
        )
        return None
    lines = list(lines_of(body, styles, links))
    return "\n".join(["<html>" + next(iter(lines), ""), *lines[1:], "</html>"])


def _xml(archive: zipfile.ZipFile, name: str, problems: ProblemLog) -> XmlElement | None:
    member = archive.getinfo(name)
    if member.file_size > _LARGEST:
        raise ValueError(name)
    return read_xml(Document(name, beginning(archive, member, _LARGEST).decode("utf-8-sig")), problems)
