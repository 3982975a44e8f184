"""An entry whose lines each begin with a tag, as RIS, Web of Science, MEDLINE and EndNote write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName, body_with_comma
from site_gen.ingest.records import Fact
from site_gen.problems import Place
from site_gen.text import squeeze

_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx](?:\s*\([^()]*\))?")  # Scopus writes "1234567X (ISSN)"


@dataclass(slots=True)
class TaggedEntry:
    """An entry as it stands: its type, its place, and the values of each tag with their places."""

    kind: str
    place: Place
    values: dict[str, list[Fact[str]]] = field(default_factory=dict)
    _last: list[Fact[str]] = field(default_factory=list)  # the values of the tag above

    def add(self, tag: str, value: str, place: Place) -> None:
        """Take the value of a tag; a blank one is none."""
        self._last = self.values.setdefault(tag, [])
        self._last += [Fact(value.strip(), place)] if value.strip() else []

    def go_on(self, line: str, sign: str) -> None:
        """Add a line without a tag to the value above it, behind a sign."""
        if self._last and line.strip():
            above = self._last[-1]
            self._last[-1] = Fact(f"{above.value}{sign}{line.strip()}", above.place)

    def first(self, *tags: str) -> Fact[str] | None:
        """The first value of the first of these tags; None where the entry has none."""
        return next((fact for tag in tags for fact in self.values.get(tag, ())), None)

    def all(self, *tags: str) -> list[Fact[str]]:
        """Every value of these tags, in the order of the document."""
        found = (fact for tag in tags for fact in self.values.get(tag, ()))
        return sorted(found, key=lambda fact: fact.place)

    def pages(self, first: str, last: str) -> Fact[str] | None:
        """The pages that the tags of the first and the last one tell; the first may hold both."""
        begin, end = self.first(first), self.first(last)
        if begin and end and not re.search(r"\d\s*[-–—]\s*\d", begin.value):
            return Fact(f"{begin.value}-{end.value}", begin.place)
        return begin

    def numbers(self, *tags: str) -> dict[str, Fact[str]]:
        """The "issn" of its series and the "isbn" of its book, which may stand in one line."""
        parts = ((part.strip(), fact.place) for fact in self.all(*tags) for part in fact.value.split(";"))
        return {
            "issn" if _ISSN.fullmatch(text) else "isbn": Fact(text, place) for text, place in parts if text
        }

    def keywords(self, *tags: str) -> Iterator[Fact[str]]:
        """The keywords of these tags, several of which may stand between semicolons."""
        for fact in self.all(*tags):
            yield from (Fact(word, fact.place) for word in re.split(r";\s*", fact.value))


def name_of(fact: Fact[str]) -> PrintedName:
    """ "Family, Given" or "Family, Given, Suffix"; a name without a comma stands as it is."""
    family, *given = [part.strip() for part in squeeze(fact.value).split(",") if part.strip()] or [""]
    if not given:
        return PrintedName(family, fact.place.line)
    if body := body_with_comma(family, squeeze(fact.value), fact.place.line):
        return body
    shown = one_name(given[0], family, fact.place.line)
    return PrintedName(" ".join([shown.name, *given[1:]]), shown.line, family=shown.family)
