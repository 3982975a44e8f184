"""Times as people type them into a cell: "9–10:30", "9.45", "9h30", "9am", "9:00 to 9:45", "von 9 bis 10"."""

from __future__ import annotations

import re
from functools import cache

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.days import has_digit
from site_gen.text import fold

_WORDS = {
    "noon": "12:00", "midday": "12:00", "mittag": "12:00", "midi": "12:00", "mezzogiorno": "12:00",
    "mediodia": "12:00", "meio dia": "12:00", "midnight": "24:00", "mitternacht": "24:00", "minuit": "24:00",
    "mezzanotte": "24:00", "medianoche": "24:00", "meia noite": "24:00",
}  # fmt: skip
_BEFORE = r"(?:(?:from|at|von|um|ab|de|das?|dalle|desde|ore|as|a|ca|approx)\.?\s+){0,2}"
_AFTER = r"(?:\s?(?:h|hs|hrs?|uhr|uur|heures?|ore|horas?|o'?clock|noon)\b\.?)?"
_BETWEEN = (
    r"(?:\s*(?:[-‐‑–—―−‒~～〜→]{1,3}|\.\.\.?|…)\s*"
    r"|\s+(?:to|till?|until|bis|a|al|alle|ate|as|au|hasta|fino alle|und|and|y|e|et)\s+(?:las?\s+|les?\s+)?)"
)


def _clock(name: str) -> str:
    words = "|".join(_WORDS)
    return (
        rf"(?P<{name}>(?P<{name}_hour>\d{{1,2}})(?:(?:\s?(?:[:.h]|uhr)\s?|,)(?P<{name}_minute>\d\d)(?:\s?min\b)?)?"
        rf"|(?P<{name}_whole>\d{{3,4}})|(?P<{name}_word>{words}))"
        rf"(?:\s?(?P<{name}_half>[ap])\.?(?:\s?m\b\.?|(?=\s*[-–—]|\s*$)))?{_AFTER}"
    )


_TYPED = re.compile(
    rf"{_BEFORE}{_clock('start')}(?:{_BETWEEN}{_BEFORE}{_clock('end')}|\s*[-–—~～〜])?\s*", re.IGNORECASE
)
_SURE = re.compile(r"\d\s?[:.h]\s?\d\d|\d\s?h\b|\d\s?[ap]\.?m\b|\d\s?[-–—]\s?\d", re.IGNORECASE)
_LONGEST = 60
# "下午2:00", "14時30分", "오후 2시 30분": the half of the day stands before its hours, for the end too.
_ASIAN = re.compile(r"[上下午前後晚时時点點오전후시]")
_ASIAN_CLOCK = re.compile(
    r"(?P<half>上午|早上|午前|오전|下午|晚上|午後|午后|오후)?\s?(?P<hour>\d{1,2})\s?"
    r"(?:[:：]\s?(?P<minute>\d\d)|[时時点點시]\s?(?:(?P<minutes>\d{1,2})\s?[分분]?|(?P<thirty>半|반))?)"
)
_AFTERNOONS = frozenset(["下午", "晚上", "午後", "午后", "오후"])


def typed_times(text: str) -> tuple[str, str | None] | None:
    """The start and end of a cell that is nothing but times, for `read_time`; None where it is none."""
    plain = _plain(_in_figures(text) if _ASIAN.search(text) else text)
    match = _TYPED.fullmatch(plain) if plain else None
    return _ends(match) if match else None


def _in_figures(text: str) -> str:
    """Times in the words of China, Japan and Korea as "14:30"."""
    half = ""

    def clock(match: re.Match[str]) -> str:
        nonlocal half
        half, hour = match["half"] or half, int(match["hour"])
        later = 12 if half in _AFTERNOONS and hour < 12 else 0
        minute = "30" if match["thirty"] else match["minute"] or match["minutes"] or "00"
        return f"{hour + later}:{minute:0>2}"

    return _ASIAN_CLOCK.sub(clock, text)


@recurring
def leading_times(text: str) -> tuple[str, str | None, int] | None:
    """The times that a text begins with, and where they end; None where it surely begins with none."""
    plain = _plain(text[:_LONGEST]) if has_digit(text) else ""  # without one, nothing is sure
    match = _TYPED.match(plain) if plain and len(plain) == len(text[:_LONGEST]) else None
    if (
        match is None
        or not _SURE.search(match[0])
        or (re.match(r"\w", plain[match.end() :]) and match[0][-1].isalnum())
    ):
        return None
    start, end = _ends(match)
    return start, end, match.end()


def _plain(text: str) -> str:
    """A text in small letters without accents, as long as it was; empty where it is too long."""
    if len(text) > _LONGEST:
        return ""
    small = text.lower() if text.isascii() else "".join(map(_small, text))
    return small.replace("meio-dia", "meio dia").replace("meia-noite", "meia noite")


@cache
def _small(character: str) -> str:
    """A letter that has a small one without accent as this one, all else as it is."""
    folded = fold(character)
    return folded if character.isalpha() and len(folded) == 1 else character


def _ends(match: re.Match[str]) -> tuple[str, str | None]:
    end = _written(match, "end") if match["end"] else None
    return _written(match, "start"), end


def _written(match: re.Match[str], name: str) -> str:
    """A time with its minutes, as `read_time` takes it: "9" is "9:00"."""
    if match[f"{name}_word"]:
        return _WORDS[match[f"{name}_word"]]
    whole = match[f"{name}_whole"]
    hour, minute = match[f"{name}_hour"], match[f"{name}_minute"] or "00"
    if whole:
        hour, minute = whole[:-2], whole[-2:]
    half = match[f"{name}_half"]
    return f"{hour}:{minute}{half}m" if half else f"{hour}:{minute}"
