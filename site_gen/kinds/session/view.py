"""The page of a session: its slots in order, empty ones too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.linked_data import EditionFacts, edition_facts, event_node, node, person_node, place_node
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.parts import Named, OutLink, Passage, Person, SessionCard, SlotCard
from site_gen.cards.speakers import Speaker, speakers
from site_gen.cards.times import zone_words
from site_gen.conference import Session
from site_gen.site import About, Absolute, CardTexts, Edition, Forms, Node, Site
from site_gen.site.subjects import DayOf, SessionOf, TrackOf


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session. `track` and `whole` (what it is part of) are None where there is none."""

    about: About
    edition: EditionFacts
    card: SessionCard
    day_route: str | None
    zone: str
    track: Named | None
    whole: SessionCard | None
    links: tuple[OutLink, ...]
    speakers: tuple[Speaker, ...]
    description: Passage | None
    description_text: str
    language: str
    slots: tuple[SlotCard, ...]
    expects_slots: bool
    parts: tuple[SessionCard, ...]
    parallel: tuple[SessionCard, ...]
    neighbours: Neighbours


def _view(site: Site, subject: SessionOf) -> SessionView:
    edition_id, session_id = subject.edition, subject.session
    edition, of = site.catalogue.editions[edition_id], cards(site)
    session, card = edition.sessions[session_id], of.session(edition_id, session_id)
    day = session.date
    track, parts = edition.tracks.get(session.track or ""), edition.parts.get(session_id, ())
    return SessionView(
        about=About(card.title.plain, _description(session, card)),
        edition=edition_facts(site, edition_id),
        card=card,
        day_route=site.address(DayOf(edition_id, day)) if day else None,
        zone=zone_words(site.locale, site.catalogue.time_zone(edition_id), (day,))
        if day and session.start
        else "",
        track=Named(track.name, site.address(TrackOf(edition_id, track.id))) if track else None,
        whole=of.session(edition_id, session.part_of) if session.part_of else None,
        links=links_of(site.locale, session.links),
        speakers=speakers(site, session),
        description=Passage.of(session.description),
        description_text=markup.plain(session.description) if session.description else "",
        language=session.language or "",
        slots=of.slots(edition_id, session),
        expects_slots=session.kind in ("oral", "poster") and not parts,
        parts=tuple(of.session(edition_id, part.id) for part in parts),
        parallel=tuple(of.session(edition_id, each.id) for each in _parallel(edition, session)),
        neighbours=neighbours(site, subject),
    )


def _description(session: Session, card: SessionCard) -> str:
    day = card.day.text if card.day else ""
    start = card.start.text if card.start else ""
    when = ", ".join(part for part in (card.kind_name, day, start) if part)
    return session.description or f"{when}."


def _parallel(edition: Edition, session: Session) -> Iterator[Session]:
    """The sessions of the same day that share some time with this one, but for its whole and parts."""
    for other in edition.on_day[session.date] if session.date else ():
        is_kin = other.part_of == session.id or other.id == session.part_of
        if other.id != session.id and not is_kin and _overlap(session, other):
            yield other


def _overlap(one: Session, other: Session) -> bool:
    """Whether two sessions share some time; one without an end counts with its start alone."""
    if one.start is None or other.start is None:
        return False
    start, other_start = one.start.replace(tzinfo=None), other.start.replace(tzinfo=None)
    end = one.end.replace(tzinfo=None) if one.end else start
    other_end = other.end.replace(tzinfo=None) if other.end else other_start
    return start == other_start or (start < other_end and other_start < end)


_STATUSES: Mapping[str, str] = {
    "scheduled": "EventScheduled",
    "moved": "EventRescheduled",
    "late": "EventScheduled",
    "cancelled": "EventCancelled",
    "withdrawn": "EventCancelled",
}

# The roles of those who make a session; the others are heard in it.
_ORGANISING = ("chair", "organiser")


def _linked_data(view: SessionView, absolute: Absolute) -> Node:
    card = view.card
    day = card.day.machine if card.day else None
    people = dict.fromkeys([*card.people, *(each for slot in view.slots for each in slot.people)])
    return node(absolute, "Event", card.route) | {
        "name": card.title.plain,
        "description": view.description_text,
        "eventStatus": f"https://schema.org/{_STATUSES[card.state]}",
        "startDate": card.start.machine if day and card.start else day,
        "endDate": card.end.machine if day and card.end else None,
        "location": place_node(view.edition, card.room.name if card.room else ""),
        "superEvent": _whole(view, absolute),
        "inLanguage": view.language,
        "organizer": [_person(view, absolute, each) for each in people if each.role_id in _ORGANISING],
        "performer": [_person(view, absolute, each) for each in people if each.role_id not in _ORGANISING],
        "workFeatured": [
            node(absolute, "ScholarlyArticle", slot.route) | {"name": slot.title.plain}
            for slot in view.slots
            if slot.route
        ],
    }


def _person(view: SessionView, absolute: Absolute, person: Person) -> Node:
    """Somebody with a role, and who that is where the page says so."""
    biographies = [each.biography for each in view.speakers if each.person.name == person.name]
    about = " ".join(markup.plain(each.text) for each in biographies if each)
    return {**person_node(absolute, person), "description": about}


def _whole(view: SessionView, absolute: Absolute) -> Node:
    """What a session is part of: another session, else the conference."""
    if view.whole is None:
        return event_node(absolute, view.edition)
    return node(absolute, "Event", view.whole.route) | {"name": view.whole.title.plain}


def _share_card(view: SessionView) -> CardTexts:
    card = view.card
    when = ", ".join(each.text for each in (card.day, card.start) if each)
    room = card.room.name if card.room else ""
    about = " · ".join(part for part in (card.status, card.kind_name, when, room) if part)
    return CardTexts(view.edition.title, card.title.plain, about)


FORMS = Forms(_view, linked_data=_linked_data, share_card=_share_card)
