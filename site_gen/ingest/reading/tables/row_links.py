"""The links of a row: every address in its columns of links, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.conference import Link, LinkRel
from site_gen.conference.identifiers import Doi
from site_gen.conference.scalars import is_url
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.tables.table import Cell, Row, Table
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog

LINKS: tuple[tuple[str, LinkRel], ...] = (
    ("pdf", "pdf"),
    ("paper_link", "paper"),
    ("code", "code"),
    ("video", "video"),
    ("slides", "slides"),
    ("poster_link", "poster"),
    ("website", "website"),
)
_WEB = ("https://", "http://")
_BETWEEN = re.compile(r"\s*[;|\n]\s*(?=https?://|[;|]|$)|,?\s+(?=https?://)")


@dataclass(frozen=True, slots=True)
class RowLinks:
    """Reads the links of the rows of one table."""

    table: Table
    private: PrivateValues
    problems: ProblemLog

    def of(self, row: Row, doi: Fact[Doi] | None, people: int) -> Fact[tuple[Link, ...]] | None:
        """The links of a row, its DOI first, which has so many authors; None where it has none."""
        found = {doi.value.url: (Link(rel="doi", url=doi.value.url), doi.place)} if doi else {}
        for name, rel in LINKS:
            for cell in self.table.fields(row, name):
                for url in self._addresses(cell, name, people):
                    if doi is None or not url.lower().endswith(doi.value.text.lower()):
                        found.setdefault(url, (Link(rel=rel, url=url), self.table.place(cell.line)))
        links = tuple(link for link, _ in found.values())
        return Fact(links, next(iter(found.values()))[1]) if found else None

    def _addresses(self, cell: Cell, name: str, people: int) -> Iterator[str]:
        """The addresses in a cell; a warning that does not show it, where it has none.

        Homepages that stand in the order of the authors are theirs: not the paper's.
        """
        text = cell.text.strip()
        if self.private.without_addresses(text) != text:
            return
        parts = [part.strip() for part in _BETWEEN.split(text)]
        if name == "website" and len(parts) > 1 and ("" in parts or len(parts) == people):
            self.private.pass_over("homepages of authors", 1)
            return
        found = [part for part in parts if part.startswith(_WEB) and is_url(part)]
        if len(found) < len([part for part in parts if part]):
            what = f"the cell of the field '{name}' is not an address that begins with https:"
            self.problems.warning("bad-address", what, self.table.place(cell.line), "the link is left out")
        yield from found
