"""`<edition>/conference.json`: everything about an edition.

Papers are in the order of their ids, sessions in that of the programme (by day and start), awards
as in the content. What is not known is null; so is the name that a byline misses.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from site_gen.model import Authorship, Award, Link, Paper, Participant, Session, Slot
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site
from site_gen.views.cards import cards, links_of
from site_gen.views.documents import Json, json_object


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition in contents.editions:
        route = f"{edition}/conference.json"
        yield ("conference-json", edition), route, contents.locate("conference", edition)


def _body(site: Site, key: Key) -> bytes:
    edition = site.catalogue.editions[key[1]]
    conference = edition.conference
    return json_object(
        {
            "id": conference.id,
            "title": conference.title,
            "year": conference.year,
            "time_zone": cards(site).zone(conference.id),
        },
        {
            "papers": (_paper(site, edition, paper) for paper in conference.papers),
            "sessions": (_session(site, edition, session) for session in edition.sessions.values()),
            "awards": (_award(award) for award in conference.awards),
        },
    )


def _paper(site: Site, edition: Edition, paper: Paper) -> Json:
    appearances = edition.appearances.get(paper.id, ())
    return {
        "id": paper.id,
        "url": site.address("paper", edition.conference.id, paper.id),
        "title": paper.title,
        "authors": [_author(site, authorship) for authorship in paper.authors],
        "abstract": paper.abstract,
        "abstract_complete": paper.abstract_complete,
        "awards": [award.id for award in edition.awards.get(paper.id, ())],
        "sessions": list(dict.fromkeys(each.session.id for each in appearances)),
        "links": _links(paper.links),
    }


def _author(site: Site, authorship: Authorship) -> Json:
    people = site.catalogue.people
    name = people.shown_name(authorship)
    return {"id": people.id_of(authorship) if name else None, "name": name}


def _links(links: tuple[Link, ...]) -> Json:
    return [{"rel": link.rel, "url": link.url} for link in links_of(links)]


def _session(site: Site, edition: Edition, session: Session) -> Json:
    return {
        "id": session.id,
        "url": site.address("session", edition.conference.id, session.id),
        "title": session.title,
        "kind": session.kind,
        "status": session.status,
        "date": session.date.isoformat() if session.date else None,
        "start": _clock(session.start),
        "end": _clock(session.end),
        "room": session.room,
        "people": [_person(site, participant) for participant in session.people],
        "description": session.description,
        "slots": [_slot(edition, slot) for slot in session.slots],
    }


def _person(site: Site, participant: Participant) -> Json:
    people = site.catalogue.people
    person = people.id_of(participant)
    return {
        "id": person if person in people.authors else None,
        "name": people.shown_name(participant),
        "role": participant.role,
    }


def _slot(edition: Edition, slot: Slot) -> Json:
    of_paper = edition.papers[slot.paper].title if slot.paper else None
    return {
        "paper": slot.paper,
        "title": slot.title or of_paper,
        "start": _clock(slot.start),
        "status": slot.status,
    }


def _award(award: Award) -> Json:
    return {"id": award.id, "name": award.name, "papers": list(award.papers)}


def _clock(clock: time | None) -> str | None:
    return f"{clock:%H:%M}" if clock else None


CONFERENCE_JSON = Export("conference-json", _files, _body)
