"""Headings of days in a text: "PROGRAM FOR MONDAY, APRIL 8TH", "Wed 17 Apr", "## Friday, 10 May 2024"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.days import When, find_when, has_digit
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.records import Document, Fact, PartialDay
from site_gen.values import dataclass

_LIMIT, _WORDS, _WORDS_OF_LABEL = 60, 4, 7
_LONGEST, _AROUND = 300, "#*_>- \t:"  # characters of any heading, but for the marks around it
_REMARK = re.compile(r"(?:[(\[][^()\[\]]{1,40}[)\]]\s*)+")  # "(JST)", "[Day 2]"
_COUNTED = re.compile(
    r"(?:day|tag|jour|d[ií]a|giorno)\s+\w{1,5}\s*(?:[-–—:,|]+\s*(?P<behind>.+)|\((?P<inside>[^()]+)\))", re.I
)
_BESIDE = re.compile(r"(?:day|tag|jour|d[ií]a|giorno) \w{1,5} (?P<day>[^\W\d_].+)", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:day|tag|jour|d[ií]a|giorno) \d{1,2}\b", re.IGNORECASE)  # "Schedule for Day 1:"
_TO = re.compile(r"\d.*\b(?:to|until|bis|au|till)$", re.IGNORECASE)  # "March 28th to March 30th" is no day
_DASHES = "-–— "
# "Programme, 10–12 September", "Mon 8 – Fri 12 September": but not "Session 1 – 12 September"
_DAY_BEFORE = re.compile(
    r"(?<!\w)\d{1,2}(?:st|nd|rd|th|\.)?[-–—]$"
    r"|(?:^|[^\w\s]\s*|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )\d{1,2}(?:st|nd|rd|th|\.)? [-–—]$",
    re.IGNORECASE,
)
_DASH = re.compile(r"^[-–—:|]\s+")  # "Monday, 18 July 2022 – Foundations"
_RAISED = re.compile(r"(?<=\d)<sup>\s*([^\W\d_]{1,3})\s*</sup>", re.IGNORECASE)  # "7<sup>th</sup> April"
_MARKS = re.compile(r"^[#*_>\s-]+|[#*_\s:]+$")


@recurring
def heading_when(text: str) -> When | None:
    """The day of a line that holds little else; None for other lines."""
    if not has_digit(text):
        return None
    bare = without_count(_MARKS.sub("", _RAISED.sub(r"\1", text)))
    if not 5 <= len(bare) <= _LIMIT or bare[0] in "\"'{[|,<":
        return None
    when = find_when(bare)
    if when is None or when.start or when.day is None or not _is_place(_topic(when)):
        return None
    before = _NUMBER.sub("", bare[: when.begin]).rstrip()
    goes_on = bare.endswith(";") or before.endswith((".", ",")) or _TO.search(before) or _is_from_day(before)
    is_labelled = before.endswith(":") and when.day.weekday is not None  # "Main Conference Day One: Monday …"
    most = _WORDS_OF_LABEL if is_labelled else _WORDS
    return None if goes_on or len(before.split()) >= most else when


def _is_from_day(before: str) -> bool:
    """Whether a dash before a day stands behind another one, so that the line names all days of an event."""
    first = before.rstrip(_DASHES)
    if first == before:
        return False
    when = find_when(first)
    return _DAY_BEFORE.search(before) is not None or (when is not None and not when.after)


def without_count(text: str) -> str:
    """A heading without the number of its day: "Day 1, July 11, 2022", "Day 1 July 11", "Tag 2 (7.8.)"."""
    if counted := _COUNTED.fullmatch(text):
        return counted["behind"] or counted["inside"]
    beside = _BESIDE.fullmatch(text)
    day = typed_day(beside["day"]) if beside else None
    return beside["day"] if beside and day and day.month else text


def _is_place(after: str) -> bool:
    """Whether what follows a day can be a town, a room or a remark, or nothing: "May 5, 2023, Kigali"."""
    if is_remark(after):
        return True
    after = after.lstrip(")] ")
    return not after or (len(after.split()) <= 3 and after[0].isupper() and not after.endswith("."))


def _topic(when: When) -> str:
    """What follows a day, of a day of the week without the dash that its topic stands behind."""
    has_weekday = when.day is not None and when.day.weekday is not None
    return _DASH.sub("", when.after) if has_weekday else when.after


def is_remark(after: str) -> bool:
    """Whether what follows a day is a remark in brackets."""
    return _REMARK.fullmatch(after) is not None


def heading_day(text: str) -> PartialDay | None:
    """The day of a line that is the heading of a day; None for other lines."""
    when = heading_when(text)
    return when.day if when else None


def is_titled(text: str) -> bool:
    """Whether a day's heading says more than the day: "PROGRAM FOR …" is no entry of a list of days."""
    when = heading_when(text)
    return when is not None and when.begin > 0


def day_fact(
    document: Document, line: SourceLine, day_of: Callable[[str], PartialDay | None] = heading_day
) -> Fact[PartialDay] | None:
    """The day that a line is the heading of, with its place."""
    day = day_of(line.text) if len(line.text.strip(_AROUND)) <= _LONGEST else None
    return Fact(day, document.place_of(line)) if day else None


def days_by_line(
    document: Document,
    lines: Sequence[SourceLine],
    day_of: Callable[[str], PartialDay | None] = heading_day,
) -> dict[int, Fact[PartialDay]]:
    """The headings of days by the numbers of their lines; a list of days at the top of a page is none.

    In a run of such lines one that says more than the day counts, else the last one. `day_of` tells the day
    of a line that is a heading.
    """
    days: dict[int, Fact[PartialDay]] = {}
    run: list[tuple[SourceLine, Fact[PartialDay]]] = []
    for line in lines:
        fact = day_fact(document, line, day_of) if line.text else None
        if fact:
            run.append((line, fact))
        elif line.text and run and not _is_link(line.text):
            days.update([_of_run(run)])
            run = []
    if run:
        days.update([_of_run(run)])
    return days


@dataclass(frozen=True, slots=True)
class ListedDays:
    """Several days right below one another, as a page lists them.

    `ends_in_heading` holds where the last is the heading below the list: a day of it once more, or one whose
    words say more than the day.
    """

    days: tuple[Fact[PartialDay], ...]
    ends_in_heading: bool


def listed_days(
    document: Document,
    lines: Sequence[SourceLine],
    day_of: Callable[[str], PartialDay | None],
) -> list[ListedDays]:
    """The runs of lines that name several days."""
    runs: list[list[tuple[SourceLine, Fact[PartialDay]]]] = [[]]
    for line in lines:
        fact = day_fact(document, line, day_of) if line.text else None
        if fact:
            runs[-1].append((line, fact))
        elif line.text and runs[-1]:
            runs.append([])
    return [_listed(run) for run in runs if len({fact.value for _, fact in run}) > 1]


def _listed(run: Sequence[tuple[SourceLine, Fact[PartialDay]]]) -> ListedDays:
    days = tuple(fact for _, fact in run)
    is_again = any(_is_same(days[-1].value, each.value) for each in days[:-1])
    return ListedDays(days, is_again or is_titled(run[-1][0].text))


def _is_same(one: PartialDay, other: PartialDay) -> bool:
    """Whether two may be one day: "Monday" and "Monday, 12 July"."""
    pairs = ((one.day, other.day), (one.month, other.month), (one.year, other.year))
    is_by_weekday = not (one.day and other.day) and one.weekday == other.weekday is not None
    return is_by_weekday or all(left == right or not (left and right) for left, right in pairs)


def _of_run(run: Sequence[tuple[SourceLine, Fact[PartialDay]]]) -> tuple[int, Fact[PartialDay]]:
    titled = [(line, fact) for line, fact in run if is_titled(line.text)]
    _, fact = (titled or run)[-1]
    return run[-1][0].number, fact


def _is_link(text: str) -> bool:
    """Whether a line among days is a page's own: "Days:", "previous day", "all days"."""
    return len(text) <= 20 and re.search(r"\bdays?\b", text, re.IGNORECASE) is not None
