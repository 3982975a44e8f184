"""Any table of papers: columns are known by name, or mapped in sources.yaml."""

from __future__ import annotations

from site_gen.ingest.reading.paper_tables import read_papers, recognise_as
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog


def recognise(text: str) -> int:
    """How surely a text is a table of papers that no submission system made."""
    return recognise_as("csv", text)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every row that is not rejected or withdrawn."""
    return read_papers(document, ANY_CSV, problems)


ANY_CSV = SourceFormat(name="csv", title="CSV", recognise=recognise, read=read, is_ordered=False)
