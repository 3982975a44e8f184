"""Affiliations that numbers stand for: "Ann Lee (1), Bo Roe (1,2)" beside "1: ETH Zurich; 2: Owl Inc"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.names import PrintedName
from site_gen.text import squeeze

_MARKS = re.compile(r"\s*\d{1,2}(?:\s*[,;&]\s*\d{1,2})*\s*")
_LISTED = re.compile(
    r"(?:^|[;|\n,])\s*[(\[]?(\d{1,2})[)\].:]?\s+(.+?)(?=\s*[;|\n,]\s*[(\[]?\d{1,2}[)\].:]?\s|\s*$)", re.S
)


def are_marks(name: PrintedName) -> bool:
    """Whether a name has numbers in the place of affiliations."""
    return any(map(_MARKS.fullmatch, name.affiliations))


def with_numbered(names: Sequence[PrintedName], listed: str) -> list[PrintedName]:
    """The names with the affiliations that their numbers stand for in a list; unknown numbers are none."""
    places = {number: squeeze(text) for number, text in _LISTED.findall(listed)}

    def own(name: PrintedName) -> tuple[str, ...]:
        if not are_marks(name):
            return name.affiliations
        numbers = re.findall(r"\d+", " ".join(name.affiliations))
        return tuple(places[number] for number in numbers if number in places)

    return [replace(name, affiliations=own(name)) for name in names]
