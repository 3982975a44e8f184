"""The titles of all papers that content and documents know, with who wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_gen.conference import Authorship, Participant
from site_gen.ingest.known import Known
from site_gen.ingest.records import Fact, Reading
from site_gen.problems import Place
from site_gen.text import fold, words
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A title as printed, where it stands, and the folded names of its authors."""

    printed: str
    place: Place
    authors: frozenset[str]

    def is_of_others(self, people: Fact[tuple[Participant, ...]] | None) -> bool:
        """Whether people are named of whom none is an author."""
        names = _names(people.value) if people else frozenset()
        return bool(names and self.authors) and names.isdisjoint(self.authors)

    def is_by(self, printed: str) -> bool:
        """Whether a text is nothing but names of its authors, or parts of them: "Lee, Roe et al."."""
        own = {word for name in self.authors for word in words(name)}
        printed_words = [word for word in words(_AND.sub(" ", printed)) if len(word) > 1]
        return bool(printed_words) and all(word in own for word in printed_words)


_AND = re.compile(r"&|\b(?:and|und|et|y|e|al|others|by)\b", re.IGNORECASE)


def paper_titles(readings: Sequence[Reading], known: Known) -> list[PaperTitle]:
    """The titles of the papers that documents describe, then of those that content has."""
    titles = [
        PaperTitle(paper.title.value, paper.place, _names(paper.authors.value if paper.authors else ()))
        for reading in readings
        for paper in reading.every_paper()
        if paper.title and not paper.is_mention
    ]
    titles += (
        PaperTitle(each.paper.title, each.place, _names(each.paper.authors))
        for each in known.papers
        if each.paper.title
    )
    return titles


def _names(byline: Iterable[Authorship | Participant]) -> frozenset[str]:
    return frozenset(fold(each.name) for each in byline if each.name)
