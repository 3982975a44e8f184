"""The committees of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import cards
from site_gen.cards.organisers import organisers
from site_gen.cards.parts import Named, Person
from site_gen.conference import Committee
from site_gen.site import About, Forms, SearchRow, Site
from site_gen.site.subjects import CommitteesOf
from site_gen.text import slug
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class CommitteeMembers:
    """A committee with its members; `id` is its anchor."""

    id: str
    name: str
    members: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class CommitteesView:
    """The committees of an edition, in the order of the organisers' list."""

    about: About
    route: str
    edition: Named
    committees: tuple[CommitteeMembers, ...]


def _view(site: Site, subject: CommitteesOf) -> CommitteesView:
    conference = site.catalogue.editions[subject.edition].conference
    description = f"{site.locale.words.committees}: {conference.title}."
    return CommitteesView(
        about=About(site.locale.words.committees, description),
        route=site.address(subject),
        edition=cards(site).edition_name(subject.edition),
        committees=tuple(
            _committee(site, committee, position)
            for position, committee in enumerate(conference.committees, start=1)
        ),
    )


def _committee(site: Site, committee: Committee, position: int) -> CommitteeMembers:
    return CommitteeMembers(
        id=f"committee-{position}-{slug(committee.name)}".rstrip("-"),
        name=committee.name,
        members=organisers(site, committee.members),
    )


def _searched_texts(view: CommitteesView) -> Iterator[str]:
    """The names of the committees, and where their members are from."""
    yield from (each.name for each in view.committees)
    affiliations = (member.affiliation for each in view.committees for member in each.members)
    yield from dict.fromkeys(each for each in affiliations if each)


def _search_rows(view: CommitteesView) -> Iterator[SearchRow]:
    names = tuple(member for committee in view.committees for member in committee.members)
    if names:
        yield SearchRow(
            "committees", view.route, view.about.title, " ".join(_searched_texts(view)), names=names
        )


FORMS = Forms(_view, search_rows=_search_rows)
