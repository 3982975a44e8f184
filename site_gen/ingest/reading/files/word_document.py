"""Documents of word processors (.docx): their headings, paragraphs, items and tables as a saved page.

A line of that page is a paragraph or a row of a table, in the document's order. What was deleted while
changes were tracked, hidden text, notes, and what stands at the edge of each page are left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from pathlib import PurePosixPath

from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.reading.texts.archives import BROKEN, beginning
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_SUFFIXES = frozenset([".docx", ".docm"])
_LARGEST = 20_000_000  # bytes that the text of one may unfold to
_NONE = (
    "save it as a web page or as plain text (UTF-8), or write ignore: yes for it into content/sources.yaml"
)
_TEXT, _STYLES = "word/document.xml", "word/styles.xml"
_LEFT_OUT = frozenset(["w:del", "w:moveFrom", "mc:Fallback", "w:rPr", "w:pPr", "w:instrText", "w:delText"])
_SIGNS = {"w:br": "<br>", "w:cr": "<br>", "w:tab": "\t", "w:noBreakHyphen": "-"}
_EMPHASIS = {"w:b": "b", "w:i": "i"}
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_MOST_DIGITS = 2  # word processors have at most 63 columns
_OFF = ("0", "false", "off", "none")


def is_word_document(path: str) -> bool:
    """Whether a file is a document of a word processor by its name."""
    return PurePosixPath(path).suffix.lower() in _SUFFIXES


def page_of(content: bytes, path: str, problems: ProblemLog) -> str | None:
    """The document as a web page; None where it cannot be read, after telling so."""
    found = ProblemLog()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            body = _xml(archive, _TEXT, found)
            styles = _xml(archive, _STYLES, found) if _STYLES in archive.namelist() else None
    except BROKEN:
        body = None
    if body is None or found.errors:
        problems.error(
            "word-document", "this document of a word processor cannot be read", Place(path), _NONE
        )
        return None
    writer = _Writer(_headings(styles) if styles else {})
    lines = [line for each in body.all("w:body") for line in writer.blocks(each)]
    return "\n".join(["<html>" + next(iter(lines), ""), *lines[1:], "</html>"])


def _xml(archive: zipfile.ZipFile, name: str, problems: ProblemLog) -> XmlElement | None:
    member = archive.getinfo(name)
    if member.file_size > _LARGEST:
        raise ValueError(name)
    return read_xml(Document(name, beginning(archive, member, _LARGEST).decode("utf-8-sig")), problems)


def _headings(styles: XmlElement) -> dict[str, str]:
    """The element of a heading by the id of its style, whose name is the same in every language."""
    found = {}
    for style in styles.all("w:style"):
        name = _value(style, "w:name")
        level = _HEADING.fullmatch(name)
        if level or name.lower() == "title":
            found[style.attributes.get("w:styleId", "")] = f"h{level[1] if level else 1}"
    return found


def _value(element: XmlElement | None, name: str) -> str:
    """What a property says; empty where there is none."""
    found = element.first(name) if element else None
    return found.attributes.get("w:val", "") if found else ""


def _has(properties: XmlElement | None, name: str) -> bool:
    """Whether a property is on: it is there, and does not say that it is off."""
    found = properties.first(name) if properties else None
    return found is not None and found.attributes.get("w:val", "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a document as elements of a page; `headings` are those of its styles."""

    headings: Mapping[str, str]

    def blocks(self, holder: XmlElement) -> Iterator[str]:
        """The paragraphs and tables in the body, in a cell, or in a frame around them, a line each."""
        for part in holder.children:
            if part.name == "w:p":
                yield from self._paragraph(part)
            elif part.name == "w:tbl":
                yield from self._table(part)
            elif part.name not in _LEFT_OUT:
                yield from self.blocks(part)

    def _paragraph(self, paragraph: XmlElement) -> Iterator[str]:
        properties = paragraph.first("w:pPr")
        is_item = properties is not None and properties.first("w:numPr") is not None
        element = self.headings.get(_value(properties, "w:pStyle"), "li" if is_item else "p")
        parts = [part.strip() for part in _words(paragraph).split("\t")]
        parts = [part for part in parts if part]
        text = parts[0] if len(parts) == 1 else "".join(f'<span class="part">{part}</span>' for part in parts)
        yield f"<{element}>{text}</{element}>"
        for frame in _inside(paragraph, "w:txbxContent"):
            yield from self.blocks(frame)

    def _table(self, table: XmlElement) -> Iterator[str]:
        """The rows of a table; what goes on from the row above is part of the cell there."""
        rows = [list(self._cells(row)) for row in _inside(table, "w:tr", within="w:tbl")]
        yield "<table>"
        for number, row in enumerate(rows):
            cells = (cell.element(rows[number + 1 :]) for cell in row if not cell.goes_on)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</table>"

    def _cells(self, row: XmlElement) -> Iterator[_Cell]:
        column = 0
        for cell in _inside(row, "w:tc", within="w:tbl"):
            properties = cell.first("w:tcPr")
            merged = properties.first("w:vMerge") if properties else None
            goes_on = merged is not None and merged.attributes.get("w:val", "continue") == "continue"
            width = _width(_value(properties, "w:gridSpan"))
            yield _Cell("".join(self.blocks(cell)), column, width, goes_on)
            column += width


def _width(columns: str) -> int:
    """Over how many columns a cell goes; one, where what is said is no such number."""
    is_number = columns.isascii() and columns.isdigit() and len(columns) <= _MOST_DIGITS
    return max(int(columns), 1) if is_number else 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table from a column on; `goes_on` holds where it is a part of the one above."""

    text: str
    column: int
    width: int
    goes_on: bool

    def element(self, below: list[list[_Cell]]) -> str:
        """The cell as an element, above these rows."""
        ends = (index for index, row in enumerate(below) if not any(map(self._goes_on_in, row)))
        height = 1 + next(ends, len(below))
        return f'<td colspan="{self.width}" rowspan="{height}">{self.text}</td>'

    def _goes_on_in(self, other: _Cell) -> bool:
        return other.goes_on and other.column == self.column


def _words(paragraph: XmlElement) -> str:
    """What is written in a paragraph; what is emphasised in one way is one element, however it is kept."""
    emphasised: list[tuple[str, tuple[str, ...]]] = []
    for words, marks in _runs(paragraph):
        before, same = emphasised[-1] if emphasised else ("", marks)
        if marks == same or not words.strip():
            emphasised[-1:] = [(before + words, same)]
        else:
            emphasised.append((words, marks))
    return "".join(_marked(words, marks) for words, marks in emphasised)


def _runs(element: XmlElement) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The runs in a paragraph that are shown, each with the tags of its emphasis."""
    for part in element.children:
        if part.name == "w:r":
            properties = part.first("w:rPr")
            if not _has(properties, "w:vanish"):
                words = "".join(map(_sign, part.children))
                yield words, tuple(mark for name, mark in _EMPHASIS.items() if _has(properties, name))
        elif part.name not in _LEFT_OUT:
            yield from _runs(part)


def _sign(part: XmlElement) -> str:
    return escape(part.text, quote=False) if part.name == "w:t" else _SIGNS.get(part.name, "")


def _marked(words: str, marks: tuple[str, ...]) -> str:
    """Words between the tags of their emphasis, without the spaces around them; a tab ends it."""
    begin, end = "".join(f"<{mark}>" for mark in marks), "".join(f"</{mark}>" for mark in reversed(marks))
    return "\t".join(_between(begin, part, end) for part in words.split("\t")) if marks else words


def _between(begin: str, words: str, end: str) -> str:
    bare = words.strip(" ")
    return words.replace(bare, f"{begin}{bare}{end}", 1) if bare else words


def _inside(element: XmlElement, name: str, within: str = "") -> Iterator[XmlElement]:
    """The elements of a name at any depth, but none inside another one, or inside `within`."""
    for part in element.children:
        if part.name == name:
            yield part
        elif part.name != within and part.name not in _LEFT_OUT:
            yield from _inside(part, name, within)
