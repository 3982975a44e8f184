"""The columns of a header by what they are called, and by what their words mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from site_gen.ingest.reading.columns.column_names import FIRST_AUTHORS
from site_gen.ingest.reading.columns.column_values import LINKS
from site_gen.values import dataclass

_Name = TypeVar("_Name")
# Several columns of one table may each name some of these people: "C1" and "C2", "Chair" and "Co-chair";
# and each may have an address: "URL" and "arXiv".
_SEVERAL = frozenset(["chair", "speaker", "panelist", "organiser", *LINKS])
_COUNTED = re.compile(r"(?<=[^\W\d]) ?[1-9]$")


@dataclass(frozen=True, slots=True)
class PrintedColumns:
    """The columns of a header by name, by name without a number behind it, and by what their words mean."""

    by_name: Mapping[str, tuple[int, ...]]
    by_uncounted: Mapping[str, tuple[int, ...]]
    by_meaning: Mapping[str | None, tuple[int, ...]]

    @classmethod
    def of(cls, names: Sequence[str], meanings: Sequence[str | None]) -> PrintedColumns:
        """The columns that are called so, and of which each has one of the meanings."""
        bare = [name.replace(" ", "") for name in names]  # "starttime" is "start time"
        return cls(_places(bare), _places([_COUNTED.sub("", name) for name in bare]), _places(meanings))

    def of_known_name(self, field: str, synonyms: tuple[str, ...]) -> tuple[int, ...]:
        """The columns of the surest name that the table has; several may have it (one an author)."""
        known = _without_spaces(synonyms)
        if field in _SEVERAL:
            held = (found.get(name, ()) for found in (self.by_name, self.by_uncounted) for name in known)
            return tuple(sorted({index for indices in held for index in indices}))
        return next((self.by_name[name] for name in known if name in self.by_name), ())

    def of_meaning(self, field: str) -> tuple[int, ...]:
        """The columns whose words mean the field."""
        return self.by_meaning.get(field, ())

    def of_first_authors(self) -> tuple[int, ...]:
        """The column of those who stand first in bylines, or that of who speaks."""
        found = self.of_known_name("", FIRST_AUTHORS) or self.of_meaning("first_author")
        return (found or self.of_meaning("speaker"))[:1]

    def of_fields(self, fields: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[int, ...], bool]]:
        """The columns of each field that has some: those of known names, True, then those by meaning."""
        for name, synonyms in fields.items():
            if found := self.of_known_name(name, synonyms):
                yield name, found, True
        for name in fields:
            if found := self.of_meaning(name):
                yield name, found, False


@cache
def _without_spaces(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.replace(" ", "") for name in names)


def _places(names: Sequence[_Name]) -> dict[_Name, tuple[int, ...]]:
    """Where each name stands."""
    found: dict[_Name, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        found[name].append(index)
    return {name: tuple(indices) for name, indices in found.items()}
