"""Days and times as printed: "Mon 29 Aug 07:00 a.m.", "Jul 6, 9:00 AM - 11:30 AM", "noon"."""

from __future__ import annotations

import re
from datetime import date, time

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.records import PartialDay
from site_gen.text.zone_names import ABBREVIATIONS
from site_gen.values import dataclass

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first letters of the months, in English."""

_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+"
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# "27Aug", as the parts of a page are copied, and "27th Aug" or "27/Aug".
_DAY = r"(?P<{0}>\d{{1,2}})(?:(?:st|nd|rd|th)?\b\.?(?:\s+|/)|(?=(?-i:[A-Z][a-z]{{2}})))"
_DAY2 = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b\.?"
_YEAR = r"(?:(?:,?\s+|/)(?P<{0}>(?:19|20)\d\d)\b)?"
_DATE = (
    rf"(?:{_WEEKDAY})?(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|{_DAY.format('day')}{_MONTH.format('month')}{_YEAR.format('year')}"
    rf"|{_MONTH.format('month2')},?\s+{_DAY2.format('day2')}{_YEAR.format('year2')})"
)
_TIME = (
    r"(?:\d{{1,2}}[:.]\d\d(?=(?-i:[A-Z][a-z]))"  # "12:30Lunch", as cells side by side are copied
    r"|\d{{1,2}}(?:[:.]\d{{0,2}})?(?:\s?[ap]\.?\s?m\b\.?|\s?[ap]\.?$|\b)|\d{{1,2}}:|noon\b|midnight\b){0}"
)
_CLOCK = _TIME.format("")
# "(CEST)", "(GMT+2)", "(Europe/Paris)", "(Pacific Time)"; other words in brackets are a room, or a kind.
_ZONE_NAME = (
    rf"(?-i:{'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))}|[A-Z]{{2,4}}T|UTC|GMT)"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?"
    r"|[A-Z][\w+-]+/[\w/+-]{2,40}|(?:[\w+:/-]+ ){0,4}(?:time|\w*zeit|heure|hora|ora)(?: [\w+-]+){0,2}"
    r"|local|pacific|eastern|central|mountain"
)
_ZONE = (
    rf"(?:\s*\((?P<zone>{_ZONE_NAME})\)"
    r"|\s+(?P<zone2>(?-i:[A-Z]{2,4}T|UTC|GMT)(?:[+-]\d{1,2})?)\b)?"
)
_BETWEEN = r"(?:\s(?-i:[A-Z]{2,4}T))?\s*(?:-{1,3}|–|—|→|to|until)\s*"
_ENDS = r"(?:\s*\(?(?:ends|until|to)\s+(?P<ends>" + _CLOCK + r")\)?)?"
_WHEN = re.compile(
    rf"(?<![\w/.-])(?P<date>{_DATE})(?:(?:,|\s+at|\s*[·|@–-])?\s+(?P<start>{_CLOCK})"
    rf"(?:{_BETWEEN}(?P<end>{_CLOCK}))?{_ZONE}{_ENDS})?",
    re.IGNORECASE,
)
# "9:00 AST diffing": letters before a word are the beginning of a title.
_ZONE_ALONE = _ZONE.removesuffix(r"\b)?") + r"(?=\s*(?:$|[^\w\s])))?"
_RANGE = re.compile(rf"(?P<start>{_CLOCK})(?:{_BETWEEN}(?P<end>{_CLOCK}))?{_ZONE_ALONE}", re.IGNORECASE)
# A bare number is no time: "3 Lessons", "1.5 Degrees".
_SURE_TIME = re.compile(r"\d:\d|\d\s?[ap]\.?\s?m\b|^(?:noon|midnight)\b|\d\.\d\d\s*[-–—]\s*\d", re.IGNORECASE)
_CLOCK_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d{0,2}))?\s?(?:([ap])\.?\s?(m?)\.?)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NAMED_TIME = re.compile(r"noon|midnight", re.IGNORECASE)
TAIL = 220


@dataclass(frozen=True, slots=True)
class When:
    """A day and times as printed; `begin` is the offset in the line, `after` what follows (a room).

    `start` and `end` are the texts: `read_time` converts them or says what is wrong.
    """

    begin: int
    day: PartialDay | None
    printed_day: str
    start: str | None = None
    end: str | None = None
    after: str = ""


def has_digit(text: str) -> bool:
    """Whether a text has a digit, as every day does."""
    return _DIGIT.search(text) is not None


def may_have_time(text: str) -> bool:
    """Whether a text has a digit or a word that is a time: most lines have neither."""
    return has_digit(text) or _NAMED_TIME.search(text) is not None


@recurring
def find_when(text: str) -> When | None:
    """The last day of a line with what follows it; None where the line has none near its end."""
    if not has_digit(text):
        return None
    offset = max(0, len(text) - TAIL)
    last = None
    for match in _WHEN.finditer(text, offset):
        last = match
    return _as_when(last, text) if last else None


def is_when(text: str) -> bool:
    """Whether a line is nothing but a day and a time, with at most a room after it."""
    when = find_when(text)
    return when is not None and when.begin == 0 and when.start is not None and len(when.after) < 60


def match_times(text: str) -> re.Match[str] | None:
    """The match of a line that is nothing but a time or a range of times, with "start" and "end"."""
    return _RANGE.fullmatch(text) if len(text) < 40 and (":" in text or "m" in text.lower()) else None


@recurring
def leading_when(text: str) -> tuple[When, int] | None:
    """The time, with its day if there is one, that a line begins with, and where it ends; None if none."""
    if not may_have_time(text):
        return None
    dated = _WHEN.match(text)
    match = dated if dated and dated["start"] else _RANGE.match(text)
    if not match or not _SURE_TIME.search(text[match.start("start") : match.end()]):
        return None
    if dated and match is dated:
        return _as_when(dated, text), dated.end()
    return When(0, None, "", match["start"].strip(), (match["end"] or "").strip() or None), match.end()


def read_time(printed: str, other: str | None = None) -> time:
    """The time that is printed; raises ValueError where there is no such time.

    `other` is the end of a range: in "1:30 - 4:00 PM" its half of the day holds for both, unless the
    range then ended before it starts ("11:30 - 1:00 PM").
    """
    if printed.lower() in ("noon", "midnight"):
        return time(12 if printed.lower() == "noon" else 0)
    match = _CLOCK_PARTS.fullmatch(printed)
    if not match or (match[2] is not None and len(match[2]) < 2) or (match[3] and not match[4]):
        raise ValueError(f"the time '{printed}' is cut")
    if match[2] is None and not match[3]:
        raise ValueError(f"'{printed}' is no time")
    hour, minute = int(match[1]), int(match[2] or 0)
    half = match[3] or _half_of(hour, minute, other)
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"there is no time '{printed}'")
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"there is no time '{printed}'")
    return time(hour, minute)


def _half_of(hour: int, minute: int, end: str | None) -> str:
    """The half of the day of a time that is printed without one, told by the end of its range."""
    match = _CLOCK_PARTS.fullmatch(end) if end else None
    if not match or not match[3]:
        return ""
    is_later = (hour % 12, minute) > (int(match[1]) % 12, int(match[2] or 0))
    half = match[3].lower()
    return {"a": "p", "p": "a"}[half] if is_later else half


def _as_when(match: re.Match[str], text: str) -> When:
    start = match["start"]
    return When(
        begin=match.start(),
        day=_partial_day(match),
        printed_day=match["date"],
        start=start.strip() if start else None,
        end=(match["end"] or match["ends"] or "").strip() or None if start else None,
        after=text[match.end() :].strip(" ,;@"),
    )


def _partial_day(match: re.Match[str]) -> PartialDay | None:
    """The printed day; None where there is no such day in any year."""
    weekday = match["weekday"]
    number = _WEEKDAYS.index(weekday[:3].lower()) if weekday else None
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        printed_year = match["year"] or match["year2"]
        year = int(printed_year) if printed_year else 0
        month = MONTHS.index((match["month"] or match["month2"])[:3].lower()) + 1
        day = int(match["day"] or match["day2"])
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return PartialDay(day, month, year or None, number)
