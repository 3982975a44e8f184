"""What stands in a workbook or a document of a word processor, told without its reader, before it is read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO

from site_gen.ingest.reading.texts.archives import BROKEN, beginning
from site_gen.text import squeeze
from site_gen.values import dataclass

_PARTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml|word/document\.xml|content\.xml|.*\.rels")
# What people wrote beside the text, or what was copied from elsewhere: nobody sees it and all is sent along.
_BESIDE = re.compile(
    r"comment|person|threaded|embed|external|pivot|customXml|vba|macro|connection|query|revision",
    re.IGNORECASE,
)
_MARKED = re.compile(r"<office:annotation\b|<w:(?:del|comment)\w*\b")
_EDGE = re.compile(r"<(/?)(?:\w{1,20}:)?(?:si|is|p|h)\b[^<>]*(?<!/)>")  # of a cell's text, or of a paragraph
_TAG = re.compile(r"<[^<>]*>")
_MOST = 20_000_000  # bytes of a part


@dataclass(frozen=True, slots=True)
class ArchiveTexts:
    """The texts of cells or paragraphs, and all that is written, with addresses of links."""

    texts: tuple[str, ...]
    written: str
    is_table: bool


def texts_of(body: bytes) -> ArchiveTexts | None:
    """The texts of such a file; None where it is none, is broken, or holds more than its text."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            members = archive.infolist()
            if any(map(_BESIDE.search, (each.filename for each in members))):
                return None
            parts = {each.filename: beginning(archive, each, _MOST).decode("utf-8", "replace")
                     for each in members if _PARTS.fullmatch(each.filename)}  # fmt: skip
    except BROKEN:
        return None
    written = "\n".join(parts.values())
    if not any(not name.endswith(".rels") for name in parts) or _MARKED.search(written):
        return None
    texts = tuple(text for name, part in parts.items() if not name.endswith(".rels") for text in _texts(part))
    return ArchiveTexts(texts, written, "word/document.xml" not in parts)


def _texts(part: str) -> Iterator[str]:
    """The texts of cells or paragraphs."""
    begin = None
    for edge in _EDGE.finditer(part):
        if edge[1] and begin is not None:
            yield squeeze(unescape(_TAG.sub("", part[begin : edge.start()])))
        begin = None if edge[1] else edge.end()
