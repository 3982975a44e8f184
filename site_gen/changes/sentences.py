"""The sentences of drafted changes; an organiser may put them better."""

from __future__ import annotations

from datetime import date

from site_gen.cards.times import day_moment
from site_gen.changes.programme import Block
from site_gen.locale import ENGLISH
from site_gen.locale.sentences import days_off
from site_gen.text import squeeze

UNKNOWN_TIME = "at a time that is not known yet"


def quoted(title: str | None) -> str:
    """A title inside a sentence."""
    return f"“{squeeze(title)}”" if title else ENGLISH.words.no_title


def when(block: Block) -> str:
    """When a session takes place: "on Monday, 14 September 2026, 09:00–10:00"."""
    day = f"on {day_moment(ENGLISH, date.fromisoformat(block.date)).text}" if block.date else ""
    mark = f" {_days_off(block.date, block.end_date)}" if block.date and block.end_date else ""
    hours = "–".join(clock for clock in (block.start, block.end and f"{block.end}{mark}") if clock)
    return ", ".join(part for part in (day, hours) if part) or UNKNOWN_TIME


def _days_off(day: str, last_day: str) -> str:
    return days_off(ENGLISH, (date.fromisoformat(last_day) - date.fromisoformat(day)).days)


def where(room: str | None) -> str:
    """In which room: "in Hall A"."""
    return f"in {room}" if room else "in a room that is not known yet"


def ended(sentence: str, note: str | None) -> str:
    """A sentence with its full stop, and the note behind it."""
    return f"{sentence}. {note}" if note else f"{sentence}."
