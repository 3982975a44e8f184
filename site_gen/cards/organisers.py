"""Those who make a conference, as lists show them: members of committees, editors of the proceedings."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen import markup
from site_gen.cards.cards import cards
from site_gen.cards.parts import Person
from site_gen.conference import Editor, Member
from site_gen.site import Site


def organisers(site: Site, listed: Iterable[Member | Editor]) -> tuple[Person, ...]:
    """The people of a list in its order, with their roles where they have any."""
    people = site.catalogue.people
    return tuple(
        Person(
            name=name,
            route=cards(site).person_route(people.id_of(each)),
            role=(each.role or "") if isinstance(each, Member) else "",
            affiliation=each.affiliation or "",
            homepage=markup.safe_url(each.homepage) if each.homepage else None,
        )
        for each in listed
        if (name := people.shown_name(each))
    )
