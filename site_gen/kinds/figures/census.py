"""Counts of people and papers: who wrote how much, who is new, how many names are on a paper."""

from __future__ import annotations

from collections import Counter

from site_gen.conference import Paper
from site_gen.site import Catalogue, Edition
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people with a paper in an edition: those who had none in an earlier one, and the others."""

    new: int
    returning: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.new + self.returning


def with_papers(contents: Catalogue) -> list[Edition]:
    """The editions that have papers, oldest first."""
    return [edition for edition in reversed(list(contents.editions.values())) if edition.papers]


def crowds(contents: Catalogue) -> dict[str, Crowd]:
    """The people of each edition that has papers, oldest first."""
    known: set[str] = set()
    found = {}
    for edition in with_papers(contents):
        here = set(papers_of_people(contents, edition))
        found[edition.conference.id] = Crowd(len(here - known), len(here & known))
        known |= here
    return found


def papers_of_people(contents: Catalogue, edition: Edition) -> Counter[str]:
    """How many papers of an edition each person wrote."""
    return Counter(person for paper in edition.papers.values() for person in _writers(contents, paper))


def _writers(contents: Catalogue, paper: Paper) -> set[str]:
    return {person for each in paper.authors if (person := contents.people.id_of(each))}


def team_sizes(edition: Edition) -> Counter[int]:
    """How many papers have so many names; those are left out whose names are not all known."""
    return Counter(len(paper.authors) for paper in edition.papers.values() if _is_whole(paper))


def average_team(edition: Edition) -> int | None:
    """The names on a paper on average, in tenths; None where no byline is wholly known."""
    sizes = team_sizes(edition)
    papers, names = sizes.total(), sum(size * number for size, number in sizes.items())
    return (20 * names + papers) // (2 * papers) if papers else None


def _is_whole(paper: Paper) -> bool:
    return bool(paper.authors) and not any(each.missing for each in paper.authors)
