"""Lines that say the day of all below them, in any of the languages: "Montag, 2. Juni 2031", "Day 2"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.day_headings import heading_day, without_count
from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.times.programme_times import read_day
from site_gen.ingest.reading.times.typed_days import is_weekday, typed_day, without_weekday
from site_gen.ingest.records import PartialDay

_NUMBERS = re.compile(r"\d{1,2}(?:[/.]\d{1,2}\.?|([/.])\d{1,2}\1(?:\d\d|\d{4}))")
_AROUND_NUMBERS = re.compile(r"[\s,]*[()]\s*")
_LABEL = re.compile(r"(?:date|day|datum|tag|jour|fecha|giorno|data)\s*:\s+(?=\S)", re.IGNORECASE)
_OF_PAGE = re.compile(  # "Programme of Tuesday, 3 June", "Programm am Dienstag"
    r"(?:the )?(?:(?:preliminary|detailed|full|final) )?"
    r"(?:pro(?:gramm?e?|grama)|schedule|agenda|timetable|zeitplan|horaires?|horario|orario|sessions|talks)"
    r" (?:of|for|on|am|vom|für|du|de|del|di|do|voor)(?: the)? +(?=\S)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:day|tag|jour|d[ií]a|giorno) \d", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\(\s*([^\W\d_]{2,12})\.?\s*\)$")  # "July 12 (Mon)"
_REMARK = re.compile(r"\s*\([^()]{3,50}\)$")  # "9. Juni (Hörsaal 3)"
_DASH = re.compile(r"\s[–—-]\s")


@recurring
def day_of(text: str) -> PartialDay | None:
    """The day of a line that is the heading of a day, in any of the languages; None for other lines."""
    bare = _OF_PAGE.sub("", _LABEL.sub("", text.strip("#*_>- \t:")), count=1)
    found = heading_day(bare)
    when = find_when(bare)
    if found or len(bare) > 80 or (when and when.start):
        return found
    bare = _BEHIND.sub("", without_count(bare))
    before, _, behind = (part.strip() for part in _DASH.sub("\n", bare, count=1).partition("\n"))
    dashed = before if behind and behind[0].isalpha() and typed_day(behind) is None else ""
    before_comma, bracketless = bare.rpartition(",")[0], _REMARK.sub("", bare)
    for part in (bare, before_comma, dashed, bracketless):  # "Monday 12 July, Room 101", "… – Aula"
        day = typed_day(part) if part else None
        if day and day.month:
            return day
    return _in_numbers(bare) or _by_name(bare)


def _by_name(text: str) -> PartialDay | None:
    """The day of "Monday", "MONDAY 27" or "Day 2": a heading that no month stands in."""
    weekday, rest = without_weekday(text)
    number = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)?", rest.strip())
    if weekday is not None and number:
        return PartialDay(int(number[1]), 0, weekday=weekday)
    return typed_day(text) if is_weekday(text) or _COUNTED.fullmatch(text) else None


def _in_numbers(text: str) -> PartialDay | None:
    """The day of "Wednesday 27/05" or "Thu (28.5.)"; numbers without a day of the week may be anything."""
    weekday, rest = without_weekday(_AROUND_NUMBERS.sub(" ", text))
    if weekday is None or not _NUMBERS.fullmatch(rest.strip()):
        return None
    try:
        return replace(read_day(rest.strip(), "unknown"), weekday=weekday)
    except ValueError:
        return None
