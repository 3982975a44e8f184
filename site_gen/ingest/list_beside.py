"""A list of papers beside the tables of a page: each of its halves is read, the programme and the papers."""

from __future__ import annotations

from dataclasses import replace

from site_gen.ingest.formats import SOURCE_FORMATS
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document, Reading
from site_gen.problems import ProblemLog

_LIST = next(each for each in SOURCE_FORMATS if each.name == "accepted-list")


def with_list_beside(reading: Reading, document: Document, problems: ProblemLog) -> Reading:
    """A reading of a page's tables with the papers that the page lists besides."""
    if reading.format.name != "markdown-tables" or reading.papers:
        return reading
    lines = ("" if "|" in line else line for line in document.text.split("\n"))
    rest = replace(document, text="\n".join(lines))
    if not _LIST.recognise(rest.text):
        return reading
    listed = read_plausibly(_LIST, rest, problems)
    read = {each.place.line for each in listed.papers}
    passed = tuple(each for each in reading.passed_over if each.place.line not in read)
    return replace(reading, papers=listed.papers, passed_over=passed)
