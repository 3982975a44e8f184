"""Cells that were found in another form, as delimited text that knows the lines of its document."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.ingest.records import Document
from site_gen.problems import Place
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Delimited(Document):
    """Rows of cells as text between tabs; `lines` are those of the document, by the lines of the text."""

    lines: tuple[int, ...] = ()

    @classmethod
    def of(cls, document: Document, rows: Iterable[tuple[int, Iterable[str]]]) -> Delimited:
        """The rows of a document, each with the line on which it stands."""
        texts: list[str] = []
        lines: list[int] = []
        for line, cells in rows:
            texts.append("\t".join(map(_quoted, cells)))
            lines += [line] * (texts[-1].count("\n") + 1)
        text = "\n".join(texts)
        return cls(document.path, text, document.precedence, document.columns, tuple(lines))

    def place(self, line: int, column: int = 0) -> Place:
        """The place in the document of a line of the text."""
        return Place(self.path, self.lines[min(line, len(self.lines)) - 1], column)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if cell else ""
