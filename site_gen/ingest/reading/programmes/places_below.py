"""Places that look like names below pauses: "18:00 Reception", "Collegio Verdi" is where that is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.names import is_person
from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

_MARKS = re.compile(r"^[\s*_#>•▪◦-]+|[\s*_]+$")
_SEVERAL = 2  # entries, one of them a pause


def with_places_told(
    lines: Sequence[SourceLine], document: Document, problems: ProblemLog
) -> list[SourceLine]:
    """The lines, what stands below several entries of which one is a pause behind a label of rooms.

    What looks like a name below one pause alone is told and left out: nobody speaks there, as a rule.
    """
    below = dict(_below_entries(lines))
    kinds: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.number in below:
            kinds[line.text].append(below[line.number])
    found: list[SourceLine] = []
    for line in lines:
        is_below_pause = below.get(line.number) in PAUSES
        is_place = any(kind in PAUSES for kind in kinds[line.text]) and len(kinds[line.text]) >= _SEVERAL
        if line.number in below and is_place:
            found.append(replace(line, text=f"Room: {_bare(line)}"))
        elif is_below_pause:
            what = "nothing tells whether this is a person or a place: it is not read"
            hint = 'write "Location: …" or "Speaker: …" before it'
            problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
        else:
            found.append(line)
    return found


def _below_entries(lines: Sequence[SourceLine]) -> Iterator[tuple[int, str]]:
    """The lines that look like one name right below an entry, by their numbers, with the kind of that."""
    above: SourceLine | None = None
    for line, below in pairwise(lines):
        row = row_of(line)
        title = row.rest if row else line if above and is_time(above.text) else None
        above = line
        is_known = label_of(below) or row_of(below) or names_room(below.text)
        if title and is_person(_bare(below)) and not is_known:
            yield below.number, kind_of_words(title.text)


def _bare(line: SourceLine) -> str:
    return _MARKS.sub("", line.text)
