"""Pages of a wiki as they are written there, "== Friday ==" and "{| … |}" or "|| … ||", as web pages.

Every line keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import Document

_HEADING = re.compile(r"(={1,6})\s*(?P<text>[^=\s](?:.*[^=\s])?)\s*\1\s*")
_HEADINGS = re.compile(r"^(={2,6})[^=\n][^\n]{0,200}[^=\n]\1[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"^\{\|[^\n]*\n(?:[^\n]*\n){0,3}?[ \t]*[|!]", re.MULTILINE)
_ROW = re.compile(r"\|\|.*\|\|")
_ROWS = re.compile(r"^[ \t]*\|\|[^\n]+\|\|[ \t]*$", re.MULTILINE)
_ROW_CELL = re.compile(r"(?P<bars>(?:\|\|)+)(?:<(?P<marks>[^<>]*)>)?(?P<text>.*?)(?=\|\|)")
_DOWN = re.compile(r"\|(\d{1,2})|rowspan=\W?(\d{1,2})")
_ACROSS = re.compile(r"-(\d{1,2})|colspan=\W?(\d{1,2})")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|", re.MULTILINE)
_FEWEST = 2  # headings, and rows of bars
_HEAD = 200_000
_SPANS = re.compile(r"\b(?:col|row)span\s*=\s*[\"']?\d{1,3}[\"']?", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'|]+)\s*)+|\s*nowrap\s*")
_ITEM = re.compile(r"[*#]+\s*(?P<text>.*)")
_INDENT = re.compile(r"[:;]+\s*")
_UNSEEN = re.compile(r"\[\[(?:file|image|category|datei|bild|kategorie|fichier|catégorie):[^\[\]]*\]\]", re.I)
_WORDED = re.compile(r"\[\[[^\[\]|]*\|([^\[\]|]+)\]\]")
_LINKED = re.compile(r"\[\[(https?://[^\[\]|\s\"<>]+)\s*\|\s*([^\[\]|]+)\]\]")
_BREAK = re.compile(r"<<BR>>", re.IGNORECASE)
_NO_LINK = re.compile(r"(?<![\w!])!(?=[A-Z]\w*[a-z]\w*[A-Z])")  # "!SnapPy" is no link to a page
_TRICK = re.compile(r"\[\[(?:[^\[\]|:]*:)?([^\[\]|]*?)(?: \([^()]*\))?\|\]\]")  # "[[User:Ann Lee|]]"
_INNER = re.compile(r"\[\[:?([^\[\]|]+)\]\]")
_OUTER = re.compile(r"\[(https?://[^\s\[\]\"<>]+)\s+([^\[\]]+)\]")
_BARE = re.compile(r"\[(https?://[^\s\[\]\"<>]+)\]")
_REFERENCE = re.compile(r"<ref\b[^<>]*/>|<ref\b[^<>]*>[^<]*</ref>|</?nowiki\s*/?>|__[A-Z]+__", re.IGNORECASE)
_STRONG = re.compile(r"'''([^']+(?:'[^']+)*)'''")
_EMPHASIS = re.compile(r"''([^']+(?:'[^']+)*)''")


def is_wiki(text: str) -> bool:
    """Whether a text is such a page: by a table, or by headings and links or strong words."""
    if text.lstrip()[:1] in ("<", "{", "[") and not text.lstrip().startswith(("{|", "[[")):
        return False
    is_table = "{|" in text and "|}" in text and _TABLE.search(text) is not None
    has_rows = "||" in text and not _RULE.search(text[:_HEAD])  # below the heads of Markdown
    if is_table or (has_rows and len(_ROWS.findall(text[:_HEAD])) >= _FEWEST):
        return True
    is_written = "'''" in text or "[[" in text
    return is_written and len(_HEADINGS.findall(text[:_HEAD])) >= _FEWEST


def as_web_page(document: Document) -> Document:
    """Such a page as a browser gets it; other documents as they are."""
    if not is_wiki(document.text):
        return document
    page = _Page()
    lines = [page.line(line.strip()) for line in document.text.split("\n")]
    text = "\n".join(lines)
    return replace(document, text=f"<html><body>{text}{page.ended()}{page.tables_ended()}</body></html>")


class _Page:
    """Writes one page; knows which elements are open."""

    def __init__(self) -> None:
        self._open: list[str] = []  # of the text: "p", or "ul"
        self._tables: list[list[str]] = []  # of each table "tr" and "td"
        self._in_rows = False  # of bars

    def line(self, line: str) -> str:
        """The elements that a line means."""
        if not self._tables and _ROW.fullmatch(line):
            begin = "" if self._in_rows else f"{self.ended()}<table>"
            self._in_rows = True
            return begin + _row(line)
        if self._in_rows:
            self._in_rows = False
            return f"</table>{self.line(line)}"
        if line.startswith("{|"):
            self._tables.append([])
            return f"{self.ended()}<table>"
        if self._tables:
            if line.startswith("|}"):
                return self.ended() + self._table_ended()
            if line.startswith("|+"):
                return f"{self.ended()}<caption>{_inline(_cell(line[2:])[1])}</caption>"
            if line.startswith("|-"):
                return self.ended() + self._row_ended()
            if line.startswith(("|", "!")):
                return self.ended() + self._cells(line)
        return self._text(line)

    def ended(self) -> str:
        """The ends of the elements of the text that are open."""
        ends = "".join(f"</{name}>" for name in reversed(self._open))
        self._open = []
        return ends

    def tables_ended(self) -> str:
        """The ends of the tables that are open."""
        return "".join(self._table_ended() for _ in tuple(self._tables)) + "</table>" * self._in_rows

    def _table_ended(self) -> str:
        ends = self._row_ended()
        self._tables.pop()
        return f"{ends}</table>"

    def _row_ended(self) -> str:
        ends = "".join(f"</{name}>" for name in reversed(self._tables[-1]))
        self._tables[-1] = []
        return ends

    def _cells(self, line: str) -> str:
        name = "th" if line.startswith("!") else "td"
        parts = re.split(r"\|\||!!", line[1:]) if name == "th" else line[1:].split("||")
        found = ""
        for part in parts:
            spans, text = _cell(part)
            if self._tables[-1][1:]:
                found += f"</{self._tables[-1].pop()}>"
            elif not self._tables[-1]:
                found += "<tr>"
                self._tables[-1].append("tr")
            self._tables[-1].append(name)
            found += f"<{name}{spans}>{_inline(text.strip())}"
        return found

    def _text(self, line: str) -> str:
        if not line or line.startswith("----"):
            return self.ended()
        if heading := _HEADING.fullmatch(line):
            name = f"h{len(heading[1])}"
            return f"{self.ended()}<{name}>{_inline(heading['text'])}</{name}>"
        item = _ITEM.match(line)
        wanted = "ul" if item else "p"
        begin = ""
        if self._open != [wanted] and not (wanted == "p" and self._tables):
            begin = f"{self.ended()}<{wanted}>"
            self._open = [wanted]
        elif wanted == "p":
            begin = "<br>" if self._tables or _INDENT.match(line) else ""
        text = _inline(item["text"] if item else _INDENT.sub("", line, count=1))
        return f"{begin}<li>{text}</li>" if item else begin + text


def _row(line: str) -> str:
    """A row of bars: "||||" goes over two columns, and "||<|2>" over two rows."""
    found = ""
    for cell in _ROW_CELL.finditer(line):
        marks = cell["marks"] or ""
        down, across = _DOWN.search(marks), _ACROSS.search(marks)
        width = (across[1] or across[2]) if across else str(len(cell["bars"]) // 2)
        height = (down[1] or down[2]) if down else "1"
        found += f'<td colspan="{width}" rowspan="{height}">{_inline(cell["text"].strip())}</td>'
    return f"<tr>{found}</tr>"


def _cell(text: str) -> tuple[str, str]:
    """The spans of a cell as attributes, and what it holds: 'colspan="2" | Break'."""
    attributes, bar, rest = text.partition("|")
    if not bar or not _ATTRIBUTES.fullmatch(attributes):
        return "", text
    return "".join(f" {span}" for span in _SPANS.findall(attributes)), rest


def _inline(text: str) -> str:
    """A text with its links, and emphasis as elements."""
    if "[" in text:
        text = _LINKED.sub(r'<a href="\1">\2</a>', _UNSEEN.sub("", text))
        text = _TRICK.sub(r"\1", _WORDED.sub(r"\1", text))
        text = _INNER.sub(r"\1", text)
        text = _BARE.sub("", _OUTER.sub(r'<a href="\1">\2</a>', text))
    if "<<" in text or "!" in text:
        text = _NO_LINK.sub("", _BREAK.sub("<br>", text))
    if "''" in text:
        text = _EMPHASIS.sub(r"<i>\1</i>", _STRONG.sub(r"<b>\1</b>", text))
    return _REFERENCE.sub("", text) if "<" in text or "__" in text else text
