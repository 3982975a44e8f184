"""How long something takes, as people type it into a cell: "90", "0:20", "1h 30min", "1,5 Std.", "PT45M"."""

from __future__ import annotations

import re
from datetime import timedelta

from site_gen.text import squeeze

_DAYS = r"d|days?|tage?|jours?|dias?|giorni|giorno"
_HOURS = r"h|hs|hrs?|hours?|std\.?|stunden?|heures?|horas?|or[ae]"
_MINUTES = r"m|min\.?|mins|minutes?|minuten?|minutos?|minut[oi]|'|′"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_WORDS = re.compile(
    rf"(?:(?P<days>\d{{1,2}})\s?(?:{_DAYS})[\s,]*)?(?:(?P<hours>{_NUMBER})\s?(?:{_HOURS})[\s,]*(?:and\s+|und\s+)?)?"
    rf"(?:(?P<minutes>\d{{1,4}})(?:[.,]0+)?\s?(?:{_MINUTES}|(?<=h)|(?<=h\d)|(?<=h\d\d))?)?"
)
_CLOCK = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)(?::00)?(?:\s?(?:h|hours?|std\.?))?")
_ISO = re.compile(r"p(?:(?P<days>\d{1,2})d)?(?:t(?:(?P<hours>\d{1,3})h)?(?:(?P<minutes>\d{1,4})m)?(?:0+s)?)?")
_BARE = re.compile(r"(\d{1,4})(?:[.,](\d+))?")
_FEWEST = 5  # of minutes that are named by a number alone: a smaller one may be hours
_HINT = "write it as 90 min or 1:30"


def read_length(printed: str, unit: str) -> timedelta:
    """The length that a cell says; of a number alone the column says the `unit`, else it is of minutes.

    Raises ValueError where it says none.
    """
    text = squeeze(printed).lower()
    bare = _BARE.fullmatch(text)
    if bare and unit == "hours":
        text += "h"
    elif bare and unit != "minutes" and (int(bare[1]) < _FEWEST or int(bare[2] or 0)):
        raise ValueError(f"'{text}' may be hours or minutes; {_HINT}")
    match = _CLOCK.fullmatch(text) or _ISO.fullmatch(text) or _WORDS.fullmatch(text)
    parts = match.groupdict() if match else {}
    length = timedelta(
        days=int(parts.get("days") or 0),
        hours=float((parts.get("hours") or "0").replace(",", ".")),
        minutes=int(parts.get("minutes") or 0),
    )
    if not length:
        raise ValueError(f"'{text}' is no length; {_HINT}")
    return length


def is_length(printed: str) -> bool:
    """Whether a cell says a length, though of a number alone not which."""
    try:
        read_length(printed, "minutes")
    except ValueError:
        return False
    return True


def unit_in(name: str) -> str:
    """The unit that the name of a column gives its numbers: "hours", "minutes", or "" where it says none."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower())
    if any(re.fullmatch(_HOURS, word) for word in words):
        return "hours"
    return "minutes" if any(re.fullmatch(_MINUTES, word) for word in words) else ""
