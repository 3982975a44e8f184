"""The titles of all papers that content and documents know, with who wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.conference import Authorship, Participant
from site_gen.ingest.known import Known
from site_gen.ingest.link.evidence import are_compatible
from site_gen.ingest.link.traits import name_key, title_key
from site_gen.ingest.records import NOWHERE, Fact, Reading
from site_gen.problems import Place
from site_gen.text import fold, words
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A title as printed, where it stands, and the folded names of its authors.

    `origin` is where a document said what content has; nowhere for what was written by hand.
    """

    printed: str
    place: Place
    authors: frozenset[str]
    origin: Place = NOWHERE

    def is_of_others(self, people: Fact[tuple[Participant, ...]] | None) -> bool:
        """Whether people are named of whom none can be an author."""
        names = _names(people.value) if people else frozenset()
        if not (names and self.authors) or not names.isdisjoint(self.authors):
            return False
        return not any(_may_be_one(name, author) for name in names for author in self.authors)

    def is_by(self, printed: str) -> bool:
        """Whether a text is nothing but names of its authors, or parts of them: "Lee, Roe et al."."""
        own = {word for name in self.authors for word in words(name)}
        own |= {"".join(words(part)) for name in self.authors for part in name.split()}  # "Min-jun", "Minjun"
        listed = [words(part) for part in _AND.sub(" ", printed).split()]
        parts = [part for part in listed if any(len(word) > 1 for word in part)]
        return bool(parts) and all(
            "".join(part) in own or all(len(word) < 2 or word in own for word in part) for part in parts
        )


def _may_be_one(one: str, other: str) -> bool:
    """Whether two folded names can be one person's: with initials, or parted otherwise."""
    keys = name_key(one), name_key(other)
    squeezed = [sorted("".join(words(part)) for part in name.split()) for name in (one, other)]
    return keys[0] == keys[1] or squeezed[0] == squeezed[1] or are_compatible(*keys)


_BESIDE = re.compile(  # stands between a title and who gives it
    r"\s*(?:\s[-–—|/]+\s|[:;,]|[.?!](?=\s)|\sby(?=\s))\s*"
)
_LONGEST = 1000  # characters of a title with its authors
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
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
        PaperTitle(each.paper.title, each.place, _names(each.paper.authors), each.origin)
        for each in known.papers
        if each.paper.title
    )
    return titles


def _names(byline: Iterable[Authorship | Participant]) -> frozenset[str]:
    return frozenset(fold(each.name) for each in byline if each.name)


class TitlesByKey:
    """The titles of all papers, for finding one by what a programme calls it; the first of equal ones."""

    def __init__(self, titles: Iterable[PaperTitle]) -> None:
        self._of_key: dict[str, PaperTitle] = {}
        for title in titles:
            if key := title_key(title.printed):
                self._of_key.setdefault(key, title)

    def __iter__(self) -> Iterator[PaperTitle]:
        return iter(self._of_key.values())

    def __contains__(self, key: object) -> bool:
        return key in self._of_key

    def get(self, key: str) -> PaperTitle | None:
        """The paper whose title has a key."""
        return self._of_key.get(key)

    def beside_authors(self, printed: str) -> tuple[PaperTitle, str] | None:
        """The paper whose title stands beside names of its authors, and these: "Lee, Roe: Nests"."""
        if len(printed) > _LONGEST:
            return None
        behind = _IN_BRACKETS.search(printed)
        is_several = behind is not None and " " in title_key(printed[: behind.start()])
        places = [(printed[: behind.start()], behind[1])] if behind and is_several else []
        for sign in _BESIDE.finditer(printed):
            before, after = printed[: sign.start()], printed[sign.end() :]
            places += [(before, after), (after, before)]
        for title, people in places:
            found = self.get(title_key(title))
            if found and found.is_by(people):
                return found, people
        return None
