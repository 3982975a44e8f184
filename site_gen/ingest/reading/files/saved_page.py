"""Web pages saved as HTML: their text as a browser copies it, with the places where it stands in the file."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Literal

from site_gen.ingest.reading.files.element_ends import MARKS, closed
from site_gen.ingest.reading.files.line_links import LineLinks
from site_gen.ingest.reading.files.line_parts import LineParts
from site_gen.ingest.reading.files.page_document import PageDocument
from site_gen.ingest.reading.files.page_signs import VOID, is_page, without_open_comments
from site_gen.ingest.reading.files.page_tables import PageTable, tables_of_values
from site_gen.ingest.reading.files.page_tabs import with_titled_panes
from site_gen.ingest.reading.files.parts_apart import classes_in_lines, classes_set_apart
from site_gen.ingest.reading.files.wrapped_titles import breaks_in_titles
from site_gen.ingest.records import Document
from site_gen.values import dataclass

Style = Literal["plain", "marked"]
"""Plain is the text alone; marked has Markdown for headings, items, emphasis and tables with a header."""

_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "select", "head", "nav", "footer", "iframe"]
)
_BLOCKS_TEXT = """
address article aside blockquote body center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6
header hr html li main ol p pre section summary table tbody tfoot thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_OF_TABLES = frozenset(["tr", "thead", "tbody", "tfoot"])
_SPAN_ENDS = "\0"  # no page holds this character
_AFFILIATION = re.compile(r"\b\w*aff(?:il)?\w*\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 500  # elements that are open at once, as in browsers; what never ends is forgotten


def copied(document: Document, style: Style) -> PageDocument:
    """The text of a saved page as a document; no script of it is run.

    Outside all elements every line stays one, as in Markdown.
    """
    text = with_titled_panes(without_open_comments(document.text))
    tables = tables_of_values(text) if style == "marked" else frozenset[int]()
    apart = _Apart(classes_set_apart(text), classes_in_lines(text))
    page = _Page(style, tables, apart, breaks_in_titles(text), not is_page(document.text))
    page.feed(text)
    page.close()
    page.end_table()
    page.end_line()
    return PageDocument(
        document.path,
        "\n".join(page.lines),
        document.precedence,
        document.columns,
        tuple(page.origins),
    )


@dataclass(frozen=True, slots=True)
class _Apart:
    """The classes of spans that a style sheet sets apart: in their lines, or below them."""

    beside: frozenset[str]
    below: frozenset[str]


class _Page(HTMLParser):
    """Collects the lines of a page as its elements part them."""

    def __init__(
        self,
        style: Style,
        tables: frozenset[int],
        apart: _Apart,
        wraps: frozenset[int],
        has_lines: bool,
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.origins: list[tuple[int, int]] = []
        self._style, self._apart = style, apart
        self._has_lines = has_lines
        self._wraps, self._breaks = wraps, 0  # the breaks that are a space, and how many have come
        self._line = ""
        self._is_opened = False  # an emphasis of which no word has come
        self._origin: tuple[int, int] | None = None
        self._skipped: list[str] = []
        self._closings: list[tuple[str, str]] = []  # open elements, and what their ends write
        self._cells = 0
        self._parts, self._links = LineParts(), LineLinks()
        self._tables, self._begun = tables, 0  # those that hold values, and how many have begun
        self._table: PageTable | None = None
        self._cell: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element: a block begins a line, a cell is parted by a tab."""
        self._breaks += tag == "br"
        if self._skipped or tag in _SKIPPED or dict(attrs).get("role") == "navigation":
            self._skipped += [] if tag in VOID else [tag]
            return
        if tag == "table":
            self.end_line()
            self._table = PageTable() if self._begun in self._tables else None
            self._begun += 1
        is_wrap = tag == "br" and self._breaks in self._wraps
        if self._table is not None and not is_wrap and self._begins_part(tag, dict(attrs)):
            return
        if tag == "br":
            self._break(is_wrap=is_wrap)
            return
        if tag in _BLOCKS:
            self.end_line()
        if tag == "span" and dict(attrs).get("class") in self._apart.beside:
            self._set_apart()
        elif tag == "span" and dict(attrs).get("class") in self._apart.below:
            self._break_cell() if self._cell is not None else self.end_line()
        classes = dict(attrs).get("class") or ""
        closing = self._opening(tag, classes)
        self._links.begin(tag, dict(attrs).get("href"), self._line)
        is_part = classes or any(each in _HEADINGS for each, _ in self._closings[-1:])
        if tag == "span" and is_part and not (closing or self._parts.has_begun):
            self._parts.begin(len(self._line), classes)
            closing = _SPAN_ENDS
        if tag not in VOID:
            self._closings.append((tag, closing))
            del self._closings[:-_DEEPEST]

    def _break(self, *, is_wrap: bool) -> None:
        """Write a break: a space inside a title, in Markdown outside all elements what it is called there."""
        if is_wrap or self._is_outside:
            self._line += " " if is_wrap else "<br>"
        else:
            self.end_line()

    def _begins_part(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """Begin a part of a table of values, or a line in one of its cells; whether that is all of it."""
        table = self._table
        if table is None or tag in ("table", "caption"):
            return False
        if tag in ("tr", "td", "th"):
            self._end_cell()
        if tag == "tr":
            table.begin_row((self.getpos()[0], self.getpos()[1]))
        elif tag in ("td", "th"):
            if not table.rows:
                table.begin_row((self.getpos()[0], self.getpos()[1]))
            self._line, self._origin, self._cell, self._parts = "", None, attributes, LineParts()
        elif (tag in _BLOCKS or tag == "br") and self._cell is not None:
            self._break_cell()
            self._line += "* " if tag == "li" else ""
        else:
            return False
        return True

    def _end_cell(self) -> None:
        if self._table is not None and self._cell is not None:
            self._table.add(self._parts.broken(self._links.cut(self._line)), self._cell)
            self._line, self._origin, self._cell, self._parts = "", None, None, LineParts()

    def end_table(self) -> None:
        """Write the table of values that ends."""
        self._end_cell()
        rows = self._table.lines() if self._table else []
        if (
            rows and rows[0][0].startswith("|") and self.lines and self.lines[-1].startswith("|")
        ):  # a blank line parts two tables
            rows = [("", rows[0][1]), *rows]
        for text, origin in rows:
            self.lines.append(text)
            self.origins.append((origin[0], origin[1] + 1))
        self._table = None

    def _opening(self, tag: str, classes: str) -> str:
        """Write what an element begins with; what its end is to write."""
        if tag == "tr":
            self._cells = 0
        if tag in ("td", "th"):
            self._cells += 1
            if self._cells > 1:
                self._line += " | " if self._style == "marked" else "\t"
        if tag not in _BLOCKS and _AFFILIATION.search(classes):
            self._line += " ("
            return ")"
        if "pull-right" in classes.split():
            self._line += " "
        if self._style == "plain":
            return ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._line += "#" * int(tag[1]) + " "
        self._line += "* " if tag == "li" else MARKS.get(tag, "")
        self._is_opened = tag in MARKS
        return MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those inside it that the page left open."""
        if self._skipped:
            if tag in self._skipped:
                del self._skipped[-1 - self._skipped[::-1].index(tag) :]
            return
        if self._table is not None and self._ends_part(tag):
            return
        if not any(open_tag == tag for open_tag, _ in self._closings):
            return
        self._links.end(tag, self._line)
        while self._closings:
            open_tag, closing = self._closings.pop()
            if closing != _SPAN_ENDS:
                self._line = closed(self._line, closing)
            else:
                self._parts.end(len(self._line))
            if open_tag in _HEADINGS:
                self._end_heading()
            elif open_tag in _BLOCKS:
                self.end_line()
            if open_tag == tag:
                return

    def _end_heading(self) -> None:
        """End a heading; the people in its last part stand below it."""
        origin = self._origin
        self._line, people = self._parts.people_behind(self._line)
        self.end_line()
        if people:
            self._line, self._origin = people, origin
            self.end_line()

    def _ends_part(self, tag: str) -> bool:
        """End a part of a table of values; whether that is all of it."""
        if tag in ("td", "th"):
            self._end_cell()
        elif tag == "table":
            self.end_table()
            return False
        elif tag not in _BLOCKS:
            return False
        elif tag not in _OF_TABLES and self._cell is not None:
            self._break_cell()
        return True

    def _break_cell(self) -> None:
        """Begin a line in the cell, unless one has just begun."""
        text = self._links.cut(self._line).rstrip()
        self._line = f"{text}<br>" if text and not text.endswith("<br>") else text

    def _set_apart(self) -> None:
        """Begin a part that a style sheet sets apart: a line of its cell, or a word of its line."""
        if self._cell is not None:
            self._break_cell()
        elif not self._parts.are_some:  # else a tab stands between the two
            self._line += " "

    @property
    def _is_outside(self) -> bool:
        """Whether this is a line of Markdown, outside all elements that are blocks."""
        return self._has_lines and not any(tag in _BLOCKS for tag, _ in self._closings)

    def handle_data(self, data: str) -> None:
        """Take the words of the page; white space is one space."""
        if self._skipped:
            return
        is_pre = self._is_outside or any(tag == "pre" for tag, _ in self._closings)
        for index, part in enumerate(data.split("\n") if is_pre else [data]):
            if index:
                self.end_line()
                self._keep_blank(part, index)
            words = _SPACE.sub(" ", part)
            if words.strip() and self._origin is None:
                line, offset = self.getpos()
                before = part[: len(part) - len(part.lstrip())]
                number = line + index + before.count("\n")
                begin = 0 if index or "\n" in before else offset
                self._origin = (number, len(before.rpartition("\n")[2]) + begin)
            is_apart = self._line.endswith((" ", "\t")) or self._is_opened or not self._line
            self._line += words.lstrip() if is_apart else words
            self._is_opened = self._is_opened and not words.strip()

    def _keep_blank(self, part: str, index: int) -> None:
        """Keep one blank line between others, which parts what Markdown says apart."""
        if self._has_lines and not part.strip() and self.lines and self.lines[-1]:
            self.lines.append("")
            self.origins.append((self.getpos()[0] + index, 1))

    def end_line(self) -> None:
        """End the line that is being written, if it holds words."""
        text = self._parts.parted(self._links.cut(self._line)).rstrip()
        bare = text.strip()
        self._parts = LineParts()
        if bare and bare.strip("*# |") and self._origin is not None:
            self.lines.append(text)
            number, offset = self._origin
            self.origins.append((number, offset + 1))
            self._line, self._origin = "", None
        else:
            self._line = self._line if self._line in ("\t", "* ") else ""
