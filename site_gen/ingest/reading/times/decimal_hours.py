"""Times that a spreadsheet keeps as numbers: "9.5" is half past nine, ten to ten, or nobody knows which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

DecimalHours = Literal["as written", "parts of hours", "minutes without nought", "either"]

PROVEN: tuple[DecimalHours, ...] = ("parts of hours", "minutes without nought")
_NUMBER = r"\d{1,2}(?:[.,]\d{1,2})?"
_CELL = re.compile(rf"\s*{_NUMBER}(?:(?:\s*[-–—]\s*|\s+[^\W\d_]{{1,3}}\s+){_NUMBER})?\s*")
_DECIMAL = re.compile(r"(?<!\d)([1-9]\d?)[.,](\d{1,2})")
_QUARTERS = {"0": 0, "00": 0, "25": 15, "5": 30, "50": 30, "75": 45}


def decimal_hours(cells: Iterable[str]) -> DecimalHours:
    """What decimals mean in the times of a table: its own cells prove it, or they may be either.

    "10.75" is no hour with minutes, and where all others are quarters too they are parts of hours. "9.3"
    beside "10.15" is 9:30, whose nought a spreadsheet dropped: no tenth of an hour is a time.
    """
    behind = {match[2] for cell in cells if is_decimal(cell) for match in _DECIMAL.finditer(cell)}
    short = {each for each in behind if len(each) == 1 and each != "0"}
    if behind <= _QUARTERS.keys():
        if "75" in behind:
            return "parts of hours"
        return "either" if short else "as written"
    has_lost = bool(short & set("1234")) and not any(len(each) == 2 and each[1] == "0" for each in behind)
    return "minutes without nought" if has_lost else "as written"


def is_decimal(cell: str) -> bool:
    """Whether a cell is one number or two, one of which has a decimal."""
    return _CELL.fullmatch(cell) is not None and _DECIMAL.search(cell) is not None


def with_minutes(cell: str, meaning: DecimalHours) -> str:
    """A cell with hours and minutes in place of decimals. Raises ValueError where they may be either."""

    def written(match: re.Match[str]) -> str:
        hour, behind = match.groups()
        of_hour, nought = f"{hour}:{_QUARTERS.get(behind, 0):02}", f"{hour}:{behind:0<2}"
        if behind == "0" or meaning == "parts of hours":
            return of_hour
        is_short = meaning == "as written" and len(behind) == 1
        if is_short or (meaning == "either" and of_hour != nought):
            other = of_hour if behind in _QUARTERS else f"{hour}:0{behind}"
            raise ValueError(f"'{match[0]}' may be {other} or {nought}")
        return nought if meaning == "minutes without nought" else match[0]

    return _DECIMAL.sub(written, cell) if is_decimal(cell) else cell
