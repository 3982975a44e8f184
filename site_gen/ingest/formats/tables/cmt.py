"""Microsoft CMT: its list of papers ("Paper ID, Paper Title, Author Names, …"), parted by tabs or commas."""

from __future__ import annotations

import re

from site_gen.ingest.reading.tables.paper_tables import SURE, paper_header, read_papers
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_XML_SPREADSHEET = re.compile(r"\s*<\?xml[^>]*>(?:\s*<\?mso-application[^>]*>)?\s*<(?:\w+:)?Workbook\b")
_TITLED = frozenset(["paper id", "paper title"])
_NAMED = frozenset(["author names", "primary contact author name"])


def recognise(text: str) -> int:
    """How surely a text is such a table, or the spreadsheet in XML that CMT calls .xls."""
    if _XML_SPREADSHEET.match(text[:2000]):
        return SURE
    header = paper_header(text)
    is_list = header and header.names >= _TITLED and header.names & _NAMED
    return SURE if is_list else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the accepted papers; a spreadsheet in XML is a problem that tells how to save it as text."""
    if _XML_SPREADSHEET.match(document.text[:2000]):
        what = "this is a spreadsheet in XML, as CMT exports it under the name .xls"
        hint = "open it in a spreadsheet program and save it as CSV (UTF-8)"
        problems.error("xml-spreadsheet", what, document.place(1), hint)
        return Reading(document=document, format=CMT)
    return read_papers(document, CMT, problems)


CMT = SourceFormat(
    name="cmt", title="Microsoft CMT", recognise=recognise, read=read, is_ordered=False, is_system=True
)
