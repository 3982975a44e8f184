"""`<edition>/conference.json`: everything about an edition.

Papers are in the order of their ids, sessions in that of the programme (by day and start), awards
and news as in the content. What is not known is null or an empty list; a name that a byline misses has
null for id and name, and tells whether one is missing or all others. Kinds, roles, links and states are ids,
never words of the interface.
"""

from __future__ import annotations

from datetime import date, time

from site_gen.cards.citation_keys import citation_keys
from site_gen.cards.paper_files import files_of_paper
from site_gen.conference import Authorship, Award, Link, Paper, Participant, Room, Session, Slot, Track
from site_gen.exports.data.conference_news import hero, makers, news, volume_facts
from site_gen.graph.queries import fragment
from site_gen.markup import safe_url
from site_gen.site import Edition, Export, Site, Subject, file_route
from site_gen.site.naming import of_editions
from site_gen.site.subjects import EditionOf, PaperOf, RoomOf, SessionOf, TrackOf
from site_gen.text.json_text import Json, json_object, written

VERSION = 1  # another one when a member changes its meaning or goes away


def _body(site: Site, subject: Subject) -> bytes:
    edition = site.catalogue.editions[subject.edition]
    conference = edition.conference
    return json_object(
        {
            "version": VERSION,
            "id": conference.id,
            "title": conference.title,
            "year": conference.year,
            "time_zone": site.catalogue.time_zone(conference.id),
        },
        {
            "papers": (_paper_line(site, conference.id, each) for each in sorted(edition.papers)),
            "sessions": (_session_line(site, conference.id, each) for each in edition.sessions),
            "awards": (written(_award(award)) for award in conference.awards),
        },
        _facts(site, edition),
    )


@fragment
def _paper_line(site: Site, edition_id: str, paper: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return written(_paper(site, edition, edition.papers[paper]))


@fragment
def _session_line(site: Site, edition_id: str, session: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return written(_session(site, edition, edition.sessions[session]))


def _facts(site: Site, edition: Edition) -> dict[str, Json]:
    """What is known of an edition beside its papers and programme."""
    conference = edition.conference
    return {
        "url": site.address(EditionOf(conference.id)),
        "first_day": _day(conference.first_day),
        "last_day": _day(conference.last_day),
        "day_change": _clock(conference.day_change),
        "attendance": conference.attendance,
        "venue": conference.venue,
        "address": conference.address,
        "location": conference.location,
        "website": _url(conference.website),
        "phase": conference.phase,
        "description": conference.description,
        "hero": hero(site, conference.hero),
        "proceedings": conference.proceedings,
        "volume": conference.volume,
        "publisher": conference.publisher,
        "issn": str(conference.issn) if conference.issn else None,
        "isbn": str(conference.isbn) if conference.isbn else None,
        "licence": conference.licence,
        "links": _links(conference.links),
        "rooms": [_room(site, conference.id, room) for room in edition.rooms.values()],
        "tracks": [_track(site, conference.id, track) for track in edition.tracks.values()],
        **_volumes(site, edition),
        **makers(site, edition),
        **news(site, edition),
    }


def _room(site: Site, edition: str, room: Room) -> Json:
    return {
        "id": room.id,
        "url": site.address(RoomOf(edition, room.id)),
        "name": room.name,
        "note": room.note,
        "access": list(room.access),
    }


def _track(site: Site, edition: str, track: Track) -> Json:
    return {"id": track.id, "url": site.address(TrackOf(edition, track.id)), "name": track.name}


def _volumes(site: Site, edition: Edition) -> dict[str, Json]:
    """The volumes of the proceedings; without a member where there is but one."""
    found: list[Json] = [volume_facts(site, edition.conference.id, each) for each in edition.volumes.values()]
    return {"volumes": found} if found else {}


def _paper(site: Site, edition: Edition, paper: Paper) -> Json:
    appearances = edition.appearances.get(paper.id, ())
    return {
        "id": paper.id,
        "url": site.address(PaperOf(edition.conference.id, paper.id)),
        "title": paper.title,
        "authors": [_author(site, authorship) for authorship in paper.authors],
        "abstract": paper.abstract,
        "abstract_complete": paper.abstract_complete,
        "awards": [award.id for award in edition.awards.get(paper.id, ())],
        "sessions": list(dict.fromkeys(each.session.id for each in appearances)),
        "links": _links(paper.links),
        "status": paper.status,
        "pages": str(paper.pages) if paper.pages else None,
        "doi": str(paper.doi) if paper.doi else None,
        "licence": paper.licence or edition.conference.licence,
        "language": paper.language,
        "files": [
            {"kind": each.kind, "url": file_route(each)}
            for each in files_of_paper(site, edition.conference.id, paper.id)
        ],
        "keywords": [*paper.keywords],
        "note": paper.note,
        "erratum": paper.erratum,
        "corrected": _day(paper.corrected),
        "revisions": [
            {"version": each.version, "date": _day(each.date), "note": each.note, "url": _url(each.url or "")}
            for each in paper.revisions
        ],
        "citation_key": citation_keys(site)[edition.conference.id, paper.id],
        **({"volume": paper.volume} if edition.volumes else {}),
    }


def _author(site: Site, authorship: Authorship) -> Json:
    people = site.catalogue.people
    name = people.shown_name(authorship)
    if name is None:
        return {"id": None, "name": None, "missing": authorship.missing or "one"}
    return {
        "id": people.id_of(authorship),
        "name": name,
        "affiliations": [*authorship.affiliations],
    }


def _links(links: tuple[Link, ...]) -> Json:
    return [{"rel": link.rel, "url": url, "title": link.title} for link in links if (url := _url(link.url))]


def _session(site: Site, edition: Edition, session: Session) -> Json:
    return {
        "id": session.id,
        "url": site.address(SessionOf(edition.conference.id, session.id)),
        "title": session.title,
        "kind": session.kind,
        "status": session.status,
        "date": _day(session.date),
        "start": _clock(session.start),
        "end": _clock(session.end),
        "end_date": _day(session.end_date),
        "room": session.room,
        "other_rooms": list(session.other_rooms),
        "attendance": session.attendance,
        "access": list(session.access),
        "people": [_person(site, participant) for participant in session.people],
        "description": session.description,
        "slots": [_slot(site, edition, slot) for slot in session.slots],
        "track": session.track,
        "language": session.language,
        "part_of": session.part_of,
        "note": session.note,
        "links": _links(session.links),
        "guid": session.guid,
        "number": session.number,
    }


def _person(site: Site, participant: Participant) -> Json:
    people = site.catalogue.people
    person = people.id_of(participant)
    return {
        "id": person if person in people.authors else None,
        "name": people.shown_name(participant),
        "role": participant.role,
        "affiliation": participant.affiliation,
        "homepage": _url(participant.homepage),
        "picture": site.static.get(participant.picture or ""),
        "alt": participant.alt,
        "biography": participant.biography,
    }


def _slot(site: Site, edition: Edition, slot: Slot) -> Json:
    of_paper = edition.papers[slot.paper].title if slot.paper else None
    return {
        "paper": slot.paper,
        "title": slot.title or of_paper,
        "start": _clock(slot.start),
        "status": slot.status,
        "date": _day(slot.date),
        "end": _clock(slot.end),
        "end_date": _day(slot.end_date),
        "room": slot.room,
        "board": slot.board,
        "guid": slot.guid,
        "note": slot.note,
        "people": [_person(site, participant) for participant in slot.people],
        "links": _links(slot.links),
        "description": slot.description,
    }


def _award(award: Award) -> Json:
    return {"id": award.id, "name": award.name, "papers": list(award.papers)}


def _url(url: str | None) -> str | None:
    return safe_url(url) if url else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(clock: time | None) -> str | None:
    return f"{clock:%H:%M}" if clock else None


CONFERENCE_JSON = Export(
    name="conference-json",
    files=of_editions("conference.json"),
    body=_body,
    media_type="application/json",
    specification="https://www.rfc-editor.org/rfc/rfc8259",
    is_archived=True,
)
