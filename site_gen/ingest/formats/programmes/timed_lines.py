"""Programmes as pages show them, copied: times on lines of their own, below each a session with its talks.

USENIX, Sched, ConfTool, Whova, Indico and plain pages: what a line is, the whole page tells.
"""

from __future__ import annotations

from itertools import islice

from site_gen.ingest.formats.programmes.programme_lines import days_of, read_programme
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.talk_rows import is_bullet
from site_gen.ingest.reading.programmes.timed_blocks import is_time, joined, time_of, with_rooms_apart
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import source_lines
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_SUREST, _SURE, _WITHOUT_DAYS = 97, 96, 60  # with labels, with days, and where no line says the day
_FEWEST = 3  # times on lines of their own


def recognise(text: str) -> int:
    """How surely a text is such a programme: times alone, or between titles, with people or labels below."""
    printed = source_lines(Document("", text[:200_000]))
    if len(list(islice(filter(time_of, printed), 2))) < 2:
        return 0
    lines = joined(with_rooms_apart(printed))
    alone = sum(is_time(line.text) for line in lines)
    timed = [line for line in lines if time_of(line)]
    beside = sum(line.text.lstrip("#*_( ")[:1].isalpha() for line in timed)
    if alone < 2 and beside < 2:
        return 0
    has_labels = any(label_of(line) for line in lines)
    headed = sum(line.text.startswith("#") for line in timed)
    has_items = 1 < headed <= sum(map(is_bullet, lines))  # below the headings with times
    has_people = has_items or bool(PageLines(lines).bylines)
    beside = beside if has_people else 0
    fewest = _FEWEST - 1 if has_people else _FEWEST
    are_most = alone >= fewest and len(timed) >= _FEWEST and 2 * alone >= len(timed)
    is_timed = are_most or (alone > 1 and has_labels) or beside > 1
    if not is_timed:
        return 0
    if not days_of(Document("", text), lines):
        return _WITHOUT_DAYS if alone >= _FEWEST and (has_labels or has_people) else 0
    return _SUREST if has_labels and alone > 1 else _SURE


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its talks; a line that nothing explains is reported."""
    return read_programme(document, problems, TIMED_LINES)


TIMED_LINES = SourceFormat(
    name="timed-lines", title="programme by times", recognise=recognise, read=read,
    surest=_SUREST, shape="programme",
)  # fmt: skip
