"""Lines that are nothing but a time, however it is typed: "9h00 - 10h30", "[09:00 – 10:30]", "09:00 Uhr"."""

from __future__ import annotations

import re

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.days import match_times, may_have_time
from site_gen.ingest.reading.times.printed_zones import PRINTED
from site_gen.ingest.reading.times.typed_times import leading_times

_LONGEST = 80  # with its marks and zone
_SIGNS = r"\u2300-\u23ff\u2600-\u27bf\ufe0f\U0001f300-\U0001faff"  # clocks and other pictures
_BULLET = re.compile(r"[-–+]\s+")
_MARKS = re.compile(rf"^[\s*_#>`•▪◦·{_SIGNS}]+|[\s*_#`{_SIGNS}]+$")
_LABEL = re.compile(r"(?:time|when|uhrzeit|zeit|heure|horaire|hora|horario|ora|orario)\s*:[\s*_]*", re.I)
# "6 PM+", "18:00 onwards", "20:00 – late": the end is open.
_OPEN = re.compile(r"\s*(?:\+|onwards?|[-–—]\s*(?:late|open(?:[ -]end)?|\?|\.{3}|…))$", re.I)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")
_LENGTH = re.compile(r"\s*[(\[]\s*\d{1,3}\s?(?:h|hours?|hrs?|m|mins?|minutes|minuten|′|')\.?\s*[)\]]$", re.I)
_WHOLE = re.compile(r"([01]\d[0-5][05])\s?[-–—]\s?([012]\d[0-5][05])")  # "0900-1030"; "1998-2003" are years
_CLOCK = re.compile(r"\d\s?[:.h]\s?\d\d|\d\s?(?:h|uhr|uur)\b", re.IGNORECASE)  # "12–18" may be pages
_DECIMAL = re.compile(r"\d+\.\d+")
_PRINTED = rf"(?:[A-Z]{{2,4}}T|UTC|GMT)(?:[+-]\d{{1,2}})?|{PRINTED}"
_ZONE = re.compile(
    rf"\s+(?:{_PRINTED})$|\s*[(\[](?:{_PRINTED}|[^()\[\]\d]*\b(?i:time|zeit)\b[^()\[\]\d]*)[)\]]$"
)


@recurring
def lone_time(text: str) -> tuple[str, str | None] | None:
    """The start and end of a line that is a time or an interval, as printed; None for other lines."""
    if len(text) >= _LONGEST or not may_have_time(text):
        return None
    bullet = _BULLET.match(text)
    words = text[bullet.end() :] if bullet else text
    found = _times(_bare(words))
    # A time behind a dash may be the end of the one above: "09:00", "- 10:30".
    return None if found and bullet and not found[1] and words[:1] not in "*_" else found


def _bare(text: str) -> str:
    """A line without marks, label and brackets, and without the length and the zone of its time."""
    bare = _LABEL.sub("", _MARKS.sub("", text), count=1)
    bare = _OPEN.sub("", _LENGTH.sub("", bare)).strip("*_ ").removesuffix(":").rstrip("*_ ")
    inside = _IN_BRACKETS.fullmatch(bare)
    return _ZONE.sub("", (inside[1] or inside[2] if inside else bare).replace("→", "-").strip())


def _times(bare: str) -> tuple[str, str | None] | None:
    printed = match_times(bare)
    if printed and not printed["zone"]:  # other words in brackets may be a room
        return printed["start"].strip(), printed["end"].strip() if printed["end"] else None
    whole = _WHOLE.fullmatch(bare)
    if whole and whole[1] < whole[2]:
        return f"{whole[1][:2]}:{whole[1][2:]}", f"{whole[2][:2]}:{whole[2][2:]}"
    typed = leading_times(bare) if _CLOCK.search(bare) else None
    is_sure = typed and typed[2] == len(bare) and (typed[1] or not _DECIMAL.fullmatch(bare))
    return (typed[0], typed[1]) if typed and is_sure else None
