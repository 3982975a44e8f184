"""Which of several documents counts: the published one for titles and names, else the first listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from site_gen.ingest.records import Fact, Reading
from site_gen.problems import Place
from site_gen.values import dataclass

T = TypeVar("T")
Order = tuple[int, str, int, int]


@dataclass(frozen=True, slots=True)
class Precedence:
    """Orders places by their documents: the first is the best."""

    readings: Mapping[str, Reading]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Precedence:
        """The precedence among the documents of one edition."""
        return cls({reading.document.path: reading for reading in readings})

    def order(self, place: Place, field: str = "") -> tuple[bool, Order]:
        """Orders places as sources.yaml lists their documents, within a document from top to bottom.

        For the fields of its `precedence` a document counts before all others.
        """
        document = self.readings[place.file].document
        return field not in document.best_for, self._order(place)

    def _order(self, place: Place) -> Order:
        document = self.readings[place.file].document
        return document.precedence, place.file, place.line, place.column

    def published_first(self, place: Place, field: str) -> tuple[bool, bool, Order]:
        """The same, but documents with published spellings before those copied from pages."""
        is_other, order = self.order(place, field)
        return is_other, not self.readings[place.file].format.is_published, order

    def listed(self, facts: Iterable[Fact[T] | None], field: str = "") -> list[Fact[T]]:
        """The facts of a field that there are, in the order of the documents."""
        listed = [fact for fact in facts if fact]
        return sorted(listed, key=lambda fact: self.order(fact.place, field)) if listed[1:] else listed

    def published(self, facts: Iterable[Fact[T] | None], field: str = "") -> list[Fact[T]]:
        """The facts of a field that there are, published ones first."""
        listed = [fact for fact in facts if fact]
        first = self.published_first
        return sorted(listed, key=lambda fact: first(fact.place, field)) if listed[1:] else listed
