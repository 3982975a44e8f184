"""Documents of OpenDocument (.odt) as lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from site_gen.ingest.reading.files.word_pages import Run, link_mark, printed_cell, printed_paragraph, span
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.values import dataclass

_LEFT_OUT = frozenset([
    "text:tracked-changes", "text:note", "text:table-of-content", "text:hidden-text",
    "office:annotation", "table:covered-table-cell",
])  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n]+")  # as the standard folds it
_STYLES_OF = ("office:styles", "office:automatic-styles")
_DEEPEST = 20  # styles that go back to each other


def lines_of(document: XmlElement, styles: XmlElement | None, _links: XmlElement | None) -> Iterator[str]:
    """The lines of the page that a document with these styles is."""
    held = [
        each
        for part in (styles, document)
        if part
        for of in _STYLES_OF
        for each in part.each(of, "style:style")
    ]
    writer = _Writer({each.attributes.get("style:name", ""): each for each in held})
    return (line for each in document.each("office:body", "office:text") for line in writer.blocks(each))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a document as elements of a page; `styles` are those of the document by name."""

    styles: Mapping[str, XmlElement]

    def blocks(self, holder: XmlElement, element: str = "p") -> Iterator[str]:
        """The paragraphs and tables in the body, a section, a cell, a list or a frame, a line each."""
        for part in holder.children:
            if part.name in ("text:p", "text:h"):
                yield from self._paragraph(part, element)
            elif part.name == "table:table":
                yield "<table>"
                yield from (self._row(row) for row in _inside(part, "table:table-row"))
                yield "</table>"
            elif part.name not in _LEFT_OUT:
                yield from self.blocks(part, "li" if part.name == "text:list-item" else element)

    def _paragraph(self, paragraph: XmlElement, element: str) -> Iterator[str]:
        chain = list(self._chain(paragraph))
        if paragraph.name == "text:h":
            element = f"h{min(span(paragraph.attributes.get('text:outline-level', '')), 6)}"
        elif any(each.attributes.get("style:name") == "Title" for each in chain):
            element = "h1"
        yield printed_paragraph(element, self._runs(paragraph, [] if element[0] == "h" else chain))
        for frame in _inside(paragraph, "draw:text-box"):
            yield from self.blocks(frame)

    def _row(self, row: XmlElement) -> str:
        cells = (
            printed_cell(
                "".join(self.blocks(cell)),
                span(cell.attributes.get("table:number-columns-spanned", "")),
                span(cell.attributes.get("table:number-rows-spanned", "")),
            )
            * span(cell.attributes.get("table:number-columns-repeated", ""))
            for cell in _inside(row, "table:table-cell")
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _chain(self, element: XmlElement) -> Iterator[XmlElement]:
        """The style of an element, and those that it goes back to."""
        name = element.attributes.get("text:style-name", "")
        for _ in range(_DEEPEST):
            if name not in self.styles:
                return
            yield self.styles[name]
            name = self.styles[name].attributes.get("style:parent-style-name", "")

    def _runs(self, element: XmlElement, styles: list[XmlElement]) -> Iterator[Run]:
        """The runs that are shown, each with the tags of its emphasis; of these styles the first holds."""
        marks = _marks(styles)
        for part in element.parts:
            if isinstance(part, str):
                yield escape(_SPACE.sub(" ", part), quote=False), marks
            elif part.name == "text:s":
                yield " " * span(part.attributes.get("text:c", "")), marks
            elif part.name in ("text:tab", "text:line-break"):
                yield "\t" if part.name == "text:tab" else "<br>", marks
            elif part.name not in _LEFT_OUT and not part.name.startswith("draw:"):
                chain = list(self._chain(part))
                if not any(each.attributes.get("text:display") == "none" for each in _texts(chain)):
                    link = link_mark(part.attributes.get("xlink:href", "")) if part.name == "text:a" else ()
                    yield from (
                        (words, (*link, *marked)) for words, marked in self._runs(part, chain + styles)
                    )


def _texts(chain: list[XmlElement]) -> list[XmlElement]:
    """What styles say of the text."""
    return [each for style in chain for each in style.all("style:text-properties")]


def _marks(chain: list[XmlElement]) -> tuple[str, ...]:
    """The tags of the emphasis that the first of these styles that says anything of it says."""
    wanted = (("fo:font-weight", "bold", "b"), ("fo:font-style", "italic", "i"))
    return tuple(
        tag
        for name, value, tag in wanted
        if next((found for each in _texts(chain) if (found := each.attributes.get(name))), "") == value
    )


def _inside(element: XmlElement, name: str) -> Iterator[XmlElement]:
    """The elements of a name at any depth, but none inside another one, or in a table of its own."""
    for part in element.children:
        if part.name == name:
            yield part
        elif part.name not in (*_LEFT_OUT, "table:table"):
            yield from _inside(part, name)
