"""Whether what stands in a column can be what its name says: a title is no date, an award is no "yes"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.texts.placeholders import is_placeholder
from site_gen.ingest.reading.times.lengths import is_length
from site_gen.ingest.reading.times.programme_times import is_moment
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.reading.times.typed_times import typed_times
from site_gen.text import fold

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\.\w+", re.IGNORECASE)
_FILE = re.compile(r"[^\s:]+\.(?:pdf|pptx?|odp|key|docx?|html?|md|mp4|mov|webm|mkv|zip)", re.IGNORECASE)
_NUMBER = re.compile(r"[#\d\s.,:;/%+-]+")
_CLOCK = re.compile(r"\d\s*[:.h]\s*\d|\d\s*[ap]\.?m|noon|midnight|^\d{1,2}$|^\d{3,4}$|^\d{8}T", re.IGNORECASE)
_SURE_CLOCK = re.compile(r"\d\s*[:h]\s*\d\d|\d\s*[ap]\.?m|\d\s?(?:h|u[hu]r)\b|\d\.\d\d\s*[-–]", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}([./-])\s?\d{1,2}\1\s?(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}")
_DAY = re.compile(r"\d|mon|tue|wed|thu|fri|sat|sun|day", re.IGNORECASE)
_SURE_ANSWERS = frozenset(["yes", "no", "y", "n", "true", "false", "0", "1", "x", "-", "none", "n/a", "na"])
_NOTHING = frozenset(["none", "#n/a", "null", "nan"])

_HONORIFIC = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|mlle|sra?|dott)\.?\s*)+", re.IGNORECASE
)

PARTS = frozenset(["sub", "sub session", "subsession", "sub-session", "child"])
"""What a column of levels says of a row that is a part of the session above it."""
WHOLES = frozenset(["session", "main", "parent", "main session"])
"""What it says of other rows."""


def says(value: str) -> bool:
    """Whether a cell holds a value, and no word or sign for "nothing"."""
    bare = value.strip()
    is_nothing = bare[:5].lower() in _NOTHING or bare == "NA"  # as R writes it; "Na" is a name
    return bool(bare) and not (is_nothing or is_placeholder(bare))


def _is_text(value: str) -> bool:
    return not _ADDRESS.fullmatch(value) and not _NUMBER.fullmatch(value)


def _is_named(value: str) -> bool:
    return _is_text(value) and fold(value) not in _SURE_ANSWERS and not _FILE.fullmatch(value)


def _is_people(value: str) -> bool:
    if _HONORIFIC.fullmatch(value.strip()):  # a column beside that of the names has it
        return False
    return _is_named(value.split(",")[0].strip() or "-") and len(value.split()[0]) < 40


def _is_address(value: str) -> bool:
    return _ADDRESS.match(value) is not None or "/" in value or "." in value


def _is_clock(value: str) -> bool:
    if _DATE.fullmatch(value):
        return False
    return _CLOCK.search(value) is not None or typed_times(value) is not None


def _says_time(value: str) -> bool:
    return _SURE_CLOCK.search(value) is not None and (typed_times(value) is not None or is_moment(value))


_FITS: Mapping[str, Callable[[str], bool]] = {
    "title": _is_named,
    "number": lambda value: not _ADDRESS.match(value),
    "duration": is_length,
    "session": _is_text,
    "abstract": _is_text,
    "talk": _is_named,
    "authors": _is_people,
    "speaker": _is_people,
    "chair": _is_people,
    "award": _is_named,
    "start": _is_clock,
    "end": _is_clock,
    "time": _is_clock,
    "end_date": lambda value: _DATE.fullmatch(value) is not None or typed_day(value) is not None,
    "date": lambda value: (
        not _FILE.fullmatch(value) and (_DAY.search(value) is not None or typed_day(value) is not None)
    ),
    "decision": lambda value: verdict(value) != "undecided" or fold(value) in _SURE_ANSWERS,
}
# A decision that is still open is one: a column is none only if no value of it is a decision at all.
LINKS = ("pdf", "paper_link", "code", "video", "slides", "poster_link", "website")
_ONE_IS_ENOUGH = frozenset(["decision", "abstract", *LINKS])


def can_be(field: str, values: Sequence[str]) -> bool:
    """Whether the values of a column can be those of a field; without any value nothing speaks against it."""
    check = _is_address if field in LINKS else _FITS.get(field)
    filled = [value.strip() for value in values if says(value)]
    if field == "pages":
        return not _are_lengths(filled)
    if check is None or not filled:
        return True
    if check is _is_clock and _count(filled):
        return False
    return any(map(check, filled)) if field in _ONE_IS_ENOUGH else _most(filled, check)


def _are_lengths(values: Sequence[str]) -> bool:
    """Whether values say how many pages something has: bare numbers that do not go up."""
    numbers = [int(value) for value in values if value.isascii() and value.isdecimal()]
    return len(numbers) == len(values) > 2 and numbers != sorted(numbers)


def _count(values: Sequence[str]) -> bool:
    """Whether values only count, from 1 on without a gap: "1", "2", "2", "3"; hours of a day begin later."""
    found = set(values)
    return len(values) > 1 and found == {str(number) for number in range(1, len(found) + 1)}


def are_levels(values: Sequence[str]) -> bool:
    """Whether a column says which rows are sessions, and which parts of the one above."""
    found = {fold(value) for value in values if value.strip()}
    return bool(found & PARTS) and found <= PARTS | WHOLES


def are_times(values: Sequence[str]) -> bool:
    """Whether most filled cells surely say a time: "10:30", "9 am", "2026-08-29 09:00"."""
    return _most(values, _says_time)


def are_moments(values: Sequence[str]) -> bool:
    """Whether most filled cells say a day with its time, as programmes do."""
    return _most(values, is_moment)


def are_days(values: Sequence[str]) -> bool:
    """Whether most filled cells are days without times."""
    return _most(values, _FITS["end_date"])


def _most(values: Sequence[str], check: Callable[[str], bool]) -> bool:
    filled = [value.strip() for value in values if says(value)]
    return bool(filled) and 2 * sum(map(check, filled)) > len(filled)


def are_several_words(values: Sequence[str]) -> bool:
    """Whether most filled cells are of several words, and no number ends them."""
    filled = [value.split() for value in values if value.strip()]
    several = [words for words in filled if len(words) > 1 and not words[-1].isdigit()]
    return 2 * len(several) > len(filled)
