"""The copied text of a saved page, with the places of its lines in the file."""

from __future__ import annotations

from site_gen.ingest.records import Document
from site_gen.problems import Place
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PageDocument(Document):
    """The copied text of a saved page; `origins` hold where each of its lines begins in the file."""

    origins: tuple[tuple[int, int], ...] = ()

    def place(self, line: int, column: int = 0) -> Place:
        """The place in the file of a line of the text."""
        if not 0 < line <= len(self.origins):
            return Place(self.path, line, column)
        number, begin = self.origins[line - 1]
        return Place(self.path, number, begin + max(column - 1, 0))
