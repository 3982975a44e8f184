"""What headings of days say beside the day and a room: "Monday, 9 June 2031 – Tutorials day" is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.printed_zones import PRINTED
from site_gen.ingest.reading.times.typed_days import is_day_word, typed_day
from site_gen.ingest.records import Document, Fact, PartialDay
from site_gen.problems import ProblemLog

_BETWEEN = re.compile(r"[,;:|()\[\]#*_]|\s[–—-]\s|(?<=\d)\s*[–—-]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TITLE = re.compile(r"[^\d]*")
_ZONE = re.compile(rf"(?:all )?(?:times? )?(?:in )?(?:{PRINTED})")
_OF_PAGE = re.compile(
    r"pro(?:gramm?|grama|gram)\w*|schedule|agenda|timetable|day|date|datum|tag|jour|d[ií]a|giorno|times?|zeit|for|of|on|am|vom|du|del?|di|in"
    r"|one|two|three|four|five|full|detailed|preliminary|tentative|final|conference",
    re.IGNORECASE,
)


def tell_beside_days(
    document: Document,
    lines: Sequence[SourceLine],
    days: Mapping[int, Fact[PartialDay]],
    problems: ProblemLog,
) -> None:
    """Tell what headings say beside their days, what several say alike once."""
    title = next((line.number for line in lines if line.text), 0)
    told: dict[str, SourceLine] = {}
    for line in lines:
        day = days.get(line.number)
        if day and day.place == document.place_of(line):
            begin = _TITLE.match(line.text) if line.number == title else None  # the page's, before the day
            for part in _beside(line.text[begin.end() :] if begin else line.text):
                told.setdefault(part, line)
    for part, line in told.items():
        what = f"'{part}' beside this day is not read"
        hint = "write what takes place then into a line with its time, or a room as 'Room: …' below the day"
        problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])


def _beside(text: str) -> Iterator[str]:
    """The parts of a heading that are neither of its day nor a room."""
    for part in map(str.strip, _BETWEEN.split(text)):
        words = [word for word in _WORD.findall(part) if not (is_day_word(word) or _OF_PAGE.fullmatch(word))]
        if words and not typed_day(part) and not names_room(part) and not _ZONE.fullmatch(part):
            yield part
