"""The committees of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.organisers import organisers
from site_gen.cards.parts import Person
from site_gen.conference import Committee
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site
from site_gen.text import slug


@dataclass(frozen=True, slots=True)
class CommitteeMembers:
    """A committee with its members; `id` is its anchor."""

    id: str
    name: str
    members: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class CommitteesView:
    """The committees of an edition, in the order of the organisers' list."""

    head: Head
    committees: tuple[CommitteeMembers, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.conference.committees:
            place = contents.locate("conference", edition_id)
            yield ("committees", edition_id), f"{edition_id}/committees/", place


def _view(site: Site, key: Key) -> CommitteesView:
    conference = site.catalogue.editions[key[1]].conference
    description = f"{site.locale.words.committees}: {conference.title}."
    return CommitteesView(
        head=head(site, key, site.locale.words.committees, key[1], description=description),
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


COMMITTEES = PageKind("committees", "committees.html", _pages, _view)
