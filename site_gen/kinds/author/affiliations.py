"""Where a person works, as bylines and programmes print it beside the name."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.roles import parts_of
from site_gen.graph.queries import query
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An institution as printed.

    `editions` names those that print it, newest first; empty where the series has one. `is_latest` where the
    newest edition that prints any prints this one.
    """

    name: str
    editions: str
    is_latest: bool


def affiliations(site: Site, author: str) -> tuple[Affiliation, ...]:
    """The affiliations of a person, those of the newest edition first; none where no source says any."""
    printed: dict[str, list[str]] = {edition: [] for edition in site.catalogue.editions}
    for each in site.catalogue.people.papers.get(author, ()):
        for person, beside in _affiliated(site, each.edition, each.paper):
            if person == author:
                printed[each.edition] += beside
    for part in parts_of(site, author):
        printed[part.edition] += [part.affiliation] if part.affiliation else []
    found: dict[str, list[str]] = {}
    for edition, names in printed.items():
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(edition)
    latest = next(iter(found.values()), [""])[0]
    return tuple(
        Affiliation(name, _names(site, editions) if len(printed) > 1 else "", editions[0] == latest)
        for name, editions in found.items()
    )


def _names(site: Site, editions: list[str]) -> str:
    return site.locale.words.comma.join(cards(site).edition_name(each).name for each in editions)


@query
def _affiliated(site: Site, edition: str, paper: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The people of a byline that says where they work, with what it says."""
    people = site.catalogue.people
    authors = site.catalogue.editions[edition].papers[paper].authors
    found = [(people.id_of(each), each.affiliations) for each in authors if each.affiliations]
    return tuple((person, names) for person, names in found if person)
