"""Programmes as pages show them, copied: times on lines of their own, below each a session with its talks.

USENIX, Sched, ConfTool, Whova, Indico and plain pages: what a line is, the whole page tells.
"""

from __future__ import annotations

from site_gen.ingest.formats.programmes.block_sessions import BlockReader
from site_gen.ingest.formats.programmes.page_lines import PageLines
from site_gen.ingest.formats.programmes.timed_blocks import blocks_of, is_time, joined, time_of
from site_gen.ingest.reading.day_headings import days_by_line
from site_gen.ingest.reading.entries import passed_facts
from site_gen.ingest.reading.labels import label_of
from site_gen.ingest.reading.lines import source_lines, stated_edition
from site_gen.ingest.reading.session_days import printed_year
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_FEWEST = 3  # times on lines of their own


def recognise(text: str) -> int:
    """How surely a text is such a programme: times alone, or between titles, with people or labels below."""
    lines = joined(source_lines(Document("", text[:200_000])))
    alone = sum(is_time(line.text) for line in lines)
    timed = [line for line in lines if time_of(line)]
    beside = sum(line.text[:1].isalpha() for line in timed)
    if alone < 2 and beside < 2:
        return 0
    has_labels = any(label_of(line) for line in lines)
    beside = beside if PageLines(lines).bylines else 0
    are_most = alone >= _FEWEST and 2 * alone >= len(timed)
    is_timed = are_most or (alone > 1 and has_labels) or beside > 1
    if not is_timed or not days_by_line(Document("", text), lines):
        return 0
    return 97 if has_labels and alone > 1 else 96


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its talks; a line that nothing explains is reported."""
    lines = joined(source_lines(document))
    head, blocks = blocks_of(lines, days_by_line(document, lines))
    reader = BlockReader(document, problems, PageLines(lines), any(block.end for block in blocks))
    sessions = tuple(session for block in blocks for session in reader.sessions(block))
    return Reading(
        document=document,
        format=TIMED_LINES,
        sessions=sessions,
        edition=printed_year(sessions) or stated_edition(document, head),
        passed_over=passed_facts(document, head),
        not_imported=reader.page.private.counts,
        not_taken=reader.page.private.not_taken,
    )


TIMED_LINES = SourceFormat(name="timed-lines", title="programme by times", recognise=recognise, read=read)
