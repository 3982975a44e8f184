"""Sentences with something to fill in: names, numbers, places."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.locale.kinds import SESSION_KINDS
from site_gen.text import counted


def ordinal(number: int) -> str:
    """The number of a place: "1st", "2nd", "11th", "23rd"."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def place_of(position: int, number: int) -> str:
    """The place in a list: "2nd of 5"."""
    return f"{ordinal(position)} of {number}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def untitled_paper(names: Sequence[str]) -> str:
    """What stands in for a title: "Untitled paper by A, B and 3 others"."""
    if not names:
        return "Untitled paper"
    if len(names) <= 3:
        return f"Untitled paper by {listed(names)}"
    return f"Untitled paper by {names[0]}, {names[1]} and {len(names) - 2} others"


def untitled_session(kind: str) -> str:
    """What stands in for the title of a session: "Untitled oral session"."""
    return f"Untitled {SESSION_KINDS[kind].lower()}"


def zone_sentence(city: str, abbreviation: str, offset: str) -> str:
    """Where the times belong: "All times are local to Los Angeles (PDT, UTC−07:00)."."""
    known = ", ".join(part for part in (abbreviation, offset) if part)
    return f"All times are local to {city} ({known})." if known else f"All times are local to {city}."


def city_of(zone: str) -> str:
    """The city that names a time zone: "Los Angeles" of "America/Los_Angeles"."""
    return zone.rpartition("/")[2].replace("_", " ")


def deadline_zone(zone: str | None) -> str:
    """The time zone of a deadline, behind its time; empty where it is not known."""
    if zone is None:
        return ""
    return "anywhere on earth" if zone == "AoE" else f"{city_of(zone)} time"


def licence_sentence(name: str) -> str:
    """Where a format has no place of its own for the licence: "Licence: CC BY 4.0."."""
    return f"Licence: {name}."


def mistake_on(title: str) -> str:
    """The subject of a message about a page: "Mistake on “Schedule”"."""
    return f"Mistake on “{title}”"


def data_description(title: str) -> str:
    """The description of the page of all machine-readable files."""
    return f"Calendars, citations, feeds and tables of {title} for programs."


def papers_of(number: int, title: str) -> str:
    """The description of a list of papers."""
    return f"{counted(number, 'paper')} of {title}."


def skyline_words(papers: int, most: int) -> str:
    """What the skyline of an edition shows."""
    longest = f"the longest has {counted(most, 'name')}"
    return f"{counted(papers, 'paper')} as lines, each as tall as its byline is long; {longest}."


def booklet_of(title: str) -> str:
    """The description of an edition's booklet."""
    return f"Every abstract of {title}, session by session."
