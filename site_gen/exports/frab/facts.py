"""What the format of frab has no place for, in a schedule of ours; other programs skip it.

Kinds, roles, links and states are ids here, never words of the interface. Of each event, by its guid: the
session and slot that it is, and which of its own texts only stand in for what is not known. Of each session
whose slots are the events, by its id: what is said of the session itself. Ids of rooms, and what
the edition is called, stand there where they are no made ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.conference import Authorship, Link, Paper, Participant, Session
from site_gen.exports.frab.times import Timed
from site_gen.locale import Locale
from site_gen.markup import safe_url
from site_gen.markup.characters import clean, plain_line
from site_gen.site import Edition, Site
from site_gen.site.events import Event, schedule_guid
from site_gen.text.json_text import Json
from site_gen.writers.links import absolute_links

VERSION = 1


def schedule_facts(site: Site, edition: Edition, events: Sequence[Timed]) -> dict[str, Json]:
    """The facts of a schedule's events and of the sessions that they are slots of."""
    sessions = {each.event.session.id: each.event.session for each in events if each.event.slot}
    rooms = {plain_line(each.name): each.guid for each in edition.rooms.values() if each.guid}
    return {
        "version": VERSION,
        **({"acronym": edition.conference.acronym} if edition.conference.acronym else {}),
        **({"rooms": dict(sorted(rooms.items()))} if rooms else {}),
        "sessions": {session: _session(site, sessions[session]) for session in sorted(sessions)},
        "events": {schedule_guid(each.event): _event(site, edition, each) for each in events},
    }


def _session(site: Site, session: Session) -> Json:
    return _known(
        {
            "guid": session.guid,
            "number": session.number,
            "kind": session.kind,
            "type": plain_line(session.type or ""),
            "title": plain_line(session.title or ""),
            "status": session.status,
            "note": plain_line(session.note or ""),
            **_whereabouts(session),
            "date": session.date.isoformat() if session.date else None,
            "start": f"{session.start:%H:%M}" if session.start else None,
            "end": f"{session.end:%H:%M}" if session.end else None,
            "end_date": session.end_date.isoformat() if session.end_date else None,
            "room": plain_line(session.room or ""),
            "language": session.language,
            "people": [*_people(site, session.people)],
            "description": clean(session.description or ""),
            "links": [*_links(site.locale, session.links)],
        }
    )


def _whereabouts(session: Session) -> dict[str, Json]:
    """What a session is a part of, and where else it is."""
    return {
        "part_of": session.part_of,
        "attendance": session.attendance,
        "other_rooms": [plain_line(each) for each in session.other_rooms],
    }


def _event(site: Site, edition: Edition, timed: Timed) -> Json:
    event, slot = timed.event, timed.event.slot
    paper = edition.papers[slot.paper] if slot and slot.paper else None
    return _known(
        {
            "session": event.session.id,
            "guid": event.source_id,
            "number": None if slot else event.session.number,
            "kind": event.session.kind if event.session.type and not slot else None,
            "slot": event.position + 1 if slot else None,
            "paper": paper.id if paper else None,
            **({} if slot else _whereabouts(event.session)),
            "status": event.status,
            "note": plain_line((slot.note if slot else event.session.note) or ""),
            "stand_ins": [*_stand_ins(timed, paper)],
            "board": plain_line((slot and slot.board) or ""),
            "authors": [_author(site, each) for each in paper.authors] if paper else [],
            "people": [*_people(site, slot.people if slot else event.session.people)],
            "links": [*_links(site.locale, _links_of(event, paper))],
        }
    )


def _stand_ins(timed: Timed, paper: Paper | None) -> Iterator[str]:
    """The members of an event that its format demands where nothing is known, or others say it."""
    event, slot = timed.event, timed.event.slot
    titles = (slot.title, paper and paper.title) if slot else (event.session.title,)
    if not any(titles):
        yield "title"
    if not event.room:
        yield "room"
    if timed.end is None:
        yield "duration"
    if not (paper.language if paper else event.session.language):
        yield "language"


def _links_of(event: Event, paper: Paper | None) -> tuple[Link, ...]:
    if event.slot:
        return (*event.slot.links, *(paper.links if paper else ()))
    return (*event.session.links, *(link for slot in event.session.slots for link in slot.links))


def _author(site: Site, authorship: Authorship) -> Json:
    name = site.catalogue.people.shown_name(authorship)
    if name is None:
        return {"missing": authorship.missing or "one"}
    return _known(
        {
            "name": plain_line(name),
            "family": authorship.family if name == authorship.name else None,
            "affiliations": [plain_line(each) for each in authorship.affiliations],
        }
    )


def _people(site: Site, people: Iterable[Participant]) -> Iterator[Json]:
    for each in people:
        if name := site.catalogue.people.shown_name(each):
            yield _known(
                {
                    "name": plain_line(name),
                    "role": each.role,
                    "affiliation": plain_line(each.affiliation or ""),
                    "homepage": safe_url(each.homepage or ""),
                    "picture": site.static.get(each.picture or ""),
                    "alt": plain_line(each.alt or ""),
                    "biography": clean(each.biography or ""),
                    "guid": each.guid,
                    "number": each.number,
                }
            )


def _links(locale: Locale, links: Iterable[Link]) -> Iterator[Json]:
    for link in links:
        for each in absolute_links(locale, [link]):
            yield _known({"rel": each.rel, "url": each.url, "title": plain_line(link.title or "")})


def _known(members: Mapping[str, Json]) -> dict[str, Json]:
    """The members without those that say nothing."""
    return {name: value for name, value in members.items() if value not in (None, "", [])}
