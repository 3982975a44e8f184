"""Documents of Office Open XML (.docx) as lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from site_gen.ingest.reading.files.word_pages import Run, link_mark, printed_cell, printed_paragraph, span
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.values import dataclass

_LEFT_OUT = frozenset(["w:del", "w:moveFrom", "mc:Fallback", "w:rPr", "w:pPr", "w:instrText", "w:delText"])
_SIGNS = {"w:br": "<br>", "w:cr": "<br>", "w:tab": "\t", "w:noBreakHyphen": "-"}
_EMPHASIS = {"w:b": "b", "w:i": "i"}
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")


def lines_of(document: XmlElement, styles: XmlElement | None, links: XmlElement | None) -> Iterator[str]:
    """The lines of the page that a document with these styles and these targets of links is."""
    targets = links.all("Relationship") if links else []
    addresses = {each.attributes.get("Id", ""): each.attributes.get("Target", "") for each in targets}
    writer = _Writer(_headings(styles) if styles else {}, addresses)
    return (line for each in document.all("w:body") for line in writer.blocks(each))


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
    """Writes the parts of a document as elements of a page.

    `headings` are those of its styles, `addresses` the targets of its links, both by their ids.
    """

    headings: Mapping[str, str]
    addresses: Mapping[str, str]

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
        yield printed_paragraph(element, self._runs(paragraph))
        for frame in _inside(paragraph, "w:txbxContent"):
            yield from self.blocks(frame)

    def _runs(self, element: XmlElement) -> Iterator[Run]:
        """The runs in a paragraph that are shown, each with the tags of its emphasis."""
        for part in element.children:
            if part.name == "w:r":
                properties = part.first("w:rPr")
                if not _has(properties, "w:vanish"):
                    words = "".join(map(_sign, part.children))
                    yield words, tuple(mark for name, mark in _EMPHASIS.items() if _has(properties, name))
            elif part.name not in _LEFT_OUT:
                link = link_mark(self.addresses.get(part.attributes.get("r:id", ""), ""))
                yield from ((words, (*link, *marks)) for words, marks in self._runs(part))

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
            width = span(_value(properties, "w:gridSpan"))
            yield _Cell("".join(self.blocks(cell)), column, width, goes_on)
            column += width


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
        return printed_cell(self.text, self.width, height)

    def _goes_on_in(self, other: _Cell) -> bool:
        return other.goes_on and other.column == self.column


def _sign(part: XmlElement) -> str:
    return escape(part.text, quote=False) if part.name == "w:t" else _SIGNS.get(part.name, "")


def _inside(element: XmlElement, name: str, within: str = "") -> Iterator[XmlElement]:
    """The elements of a name at any depth, but none inside another one, or inside `within`."""
    for part in element.children:
        if part.name == name:
            yield part
        elif part.name != within and part.name not in _LEFT_OUT:
            yield from _inside(part, name, within)
