"""People whom a running text names on lines of their own: "Speakers: Ann Lee (MIT), Bob Roe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.conference import Participant, Role
from site_gen.conference.scalars import read_paragraphs
from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import PrintedName, is_person
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.records import Fact
from site_gen.values import dataclass

_LABEL = re.compile(r"\s*\**([A-Za-z][A-Za-z ()]{2,28}?)\**\s*[:：]\**\s*(.*)")
_ROLES: tuple[tuple[str, Role], ...] = (
    ("speaker", "speaker"),
    ("chair", "chair"),
    ("panelist", "panelist"),
    ("organiser", "organiser"),
)


@dataclass(frozen=True, slots=True)
class Described:
    """A description without the lines that name people, and these people."""

    text: Fact[str] | None
    people: Fact[tuple[Participant, ...]] | None = None


def people_of_description(text: Fact[str] | None, private: PrivateValues) -> Described:
    """Tell people apart from the rest of a description; a line that holds anything else stays in it."""
    if text is None or ":" not in text.value:
        return Described(text)
    people: list[Participant] = []
    rest: list[str] = []
    lines = text.value.split("\n")
    while lines:
        line = lines.pop(0)
        found, used = _people_at(line, lines, private)
        if found:
            people += found
            del lines[:used]
        else:
            rest.append(line)
    if not people:
        return Described(text)
    left = read_paragraphs("\n".join(rest))
    fact = Fact(left, text.place) if left else None
    return Described(fact, Fact(tuple(dict.fromkeys(people)), text.place))


def _people_at(line: str, below: Sequence[str], private: PrivateValues) -> tuple[list[Participant], int]:
    """The people whom a line names, or the lines below a label alone; and how many of these they take."""
    match = _LABEL.fullmatch(line)
    role = _role(match[1]) if match else None
    if match is None or role is None:
        return [], 0
    if match[2].strip():
        return _people(match[2], role, private), 0
    blank = next((index for index, each in enumerate(below) if each.strip()), len(below))
    end = next((i for i, each in enumerate(below[blank:], start=blank) if not each.strip()), len(below))
    return _people("\n".join(below[blank:end]), role, private), end


def _role(label: str) -> Role | None:
    name = column_name(label)
    return next((role for field, role in _ROLES if name in PROGRAMME_FIELDS[field]), None)


def _people(text: str, role: Role, private: PrivateValues) -> list[Participant]:
    """The people of a list; none where any part of it is no name."""
    names = split_authors(text, 1, private) if text.strip() else []
    if not names or not all(_is_name(name) for name in names):
        return []
    return list(participants(names, role))


def _is_name(name: PrintedName) -> bool:
    return is_person(name.name) or (name.name.istitle() and name.name.isalpha())
