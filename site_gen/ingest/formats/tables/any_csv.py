"""Any table of papers: columns are known by name, or mapped in sources.yaml."""

from __future__ import annotations

from site_gen.ingest.reading.tables.paper_tables import LIKELY, paper_header, read_papers
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog


def recognise(text: str) -> int:
    """How surely a text is a table of papers; of a known system its own format is surer."""
    return LIKELY if paper_header(text) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every row that is not rejected or withdrawn."""
    return read_papers(document, ANY_CSV, problems)


ANY_CSV = SourceFormat(name="csv", title="CSV", recognise=recognise, read=read, is_ordered=False)
