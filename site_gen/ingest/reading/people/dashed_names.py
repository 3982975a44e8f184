"""Bylines with where people work behind a dash: "Ann Lee, Bob Roe - MIT, USA"; all of them are of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.people.institutions import (
    INSTITUTION,
    begins_with_acronym,
    is_institution,
    people_before,
)
from site_gen.ingest.reading.people.names import PrintedName, is_person

# Each run of spaces is tried once, from its beginning.
_DASH = re.compile(r"(?<!\s)\s++[-–—]\s++")
_COMMA = re.compile(r"(?<!\s)\s*+,\s*+")
_PEOPLE = re.compile(rf"{_COMMA.pattern}(?:and\s+)?|(?<!\s)\s++(?:and|&)\s++")
_MARKS = " *†‡§¶0123456789"
_MOST_WORDS = 12  # of an institution, with town and country
_MOST_OF_ACRONYM = 4

_BETWEEN = re.compile(r"[^;\n]+")
Group = tuple[Sequence[str], str]  # names, and where they work


def names_before_dashes(text: str, line: int) -> list[PrintedName]:
    """The names of a text that begins in a line, each with where it works; none where a part has no dash."""
    found: list[PrintedName] = []
    is_dashed = _DASH.search(text) and "(" not in text
    parts = [part for part in _BETWEEN.finditer(text) if part[0].strip()] if is_dashed else []
    for part in parts:
        groups, number = _groups(part[0]), line + text.count("\n", 0, part.start())
        if not groups:
            return []
        found += [PrintedName(own, number, affiliations=(at,)) for names, at in groups for own in names]
    return found


def _groups(text: str) -> list[Group]:
    """The people of a text without semicolons, each group with what stands behind its dash; else nothing."""
    first, *others = [part.strip(" .,") for part in _DASH.split(text)]
    if not others:
        return []
    groups: list[Group] = []
    names = _people(first)
    for number, part in enumerate(others, 1):
        pieces = _COMMA.split(part)
        end = len(pieces)
        if number < len(others):  # "MIT, USA, Bob Roe - ETH": the people of the next dash stand last
            while end > 1 and _people(", ".join(pieces[end - 1 :])):
                end -= 1
        place = ", ".join(pieces[:end])
        if not names or not _is_workplace(place):
            return []
        groups.append((names, place))
        names = _people(", ".join(pieces[end:]))
    return groups


def _people(text: str) -> list[str]:
    """The names of a text that is names of people, of two words at least; else nothing."""
    names = [name.strip(_MARKS) for name in _PEOPLE.split(text.strip())]
    are_sure = all(len(name.split()) > 1 and is_person(name) and not is_institution(name) for name in names)
    return names if are_sure else []


def _is_workplace(text: str) -> bool:
    words = text.split()
    is_short = len(words) <= _MOST_OF_ACRONYM and begins_with_acronym(text.partition(",")[0])
    is_named = is_short or INSTITUTION.search(text) is not None or len(people_before(text.split(","))) > 1
    return 0 < len(words) <= _MOST_WORDS and text[0].isupper() and (is_named or is_institution(text))
