"""EasyChair: the list of submissions ("#, title, authors, decision, …") and the sheet of authors."""

from __future__ import annotations

from site_gen.ingest.reading.paper_tables import read_papers, recognise_as
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog


def recognise(text: str) -> int:
    """How surely a text is such a table."""
    return recognise_as("easychair", text)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the accepted papers; the sheet of authors, which has no titles, is joined by number."""
    return read_papers(document, EASYCHAIR, problems)


EASYCHAIR = SourceFormat(
    name="easychair", title="EasyChair", recognise=recognise, read=read, is_ordered=False, is_system=True
)
