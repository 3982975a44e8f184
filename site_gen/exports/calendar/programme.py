"""`<edition>/programme.json`: what can be kept of an edition, in brief, for the page of a reader's own
programme.

Only what such a list shows: a tenth of conference.json. What is not known is left out, and so is a status
that is as usual. Times are as in the pages, with their offset where the zone is known; `uid` and `revision`
are those of the event in the site's calendars, `number` that of the event in schedule.xml, whose address is
`schedule` where it is known. `talk` is the name of a talk without a paper, told from others in its session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from site_gen.cards.cards import cards
from site_gen.cards.parts import NamePart, Person
from site_gen.cards.times import Moment, day_moment, zone_words
from site_gen.conference import Session, SessionKind
from site_gen.exports.calendar.vevent import revision
from site_gen.markup.characters import clean
from site_gen.site import Edition, Export, Site, Subject
from site_gen.site.events import Event, SessionEvents, edition_events
from site_gen.site.naming import of_editions
from site_gen.site.scheduled import event_numbers, scheduled_events
from site_gen.site.subjects import ScheduleOf
from site_gen.text.json_text import Json, json_object, written

_USUAL = ("scheduled", "published")

_Numbers = Mapping[UUID, int]


def _body(site: Site, subject: Subject) -> bytes:
    edition_id = subject.edition
    edition, zone = site.catalogue.editions[edition_id], site.catalogue.time_zone(edition_id)
    first = edition.conference.first_day
    schedule = site.find_file("schedule-xml", ScheduleOf(edition_id))
    numbers = event_numbers(scheduled_events(site.catalogue, edition_id)) if schedule else {}
    return json_object(
        _known(
            {
                "id": edition_id,
                "title": edition.conference.title,
                "place": edition.conference.place,
                "times": zone_words(site.locale, zone, edition.days) if edition.days else None,
                "first_day": first.isoformat() if first else None,
                "schedule": site.absolute(schedule) if schedule else None,
                "days": {day.isoformat(): day_moment(site.locale, day).text for day in edition.days},
                "kinds": {kind: site.locale.words.session_kinds[kind] for kind in _kinds(edition)},
                "tracks": {track.id: track.name for track in edition.tracks.values()},
            }
        ),
        {
            "sessions": (
                written(_session(site, edition_id, each, numbers))
                for each in edition_events(site.catalogue, edition_id)
            ),
            "papers": (written(_paper(site, edition_id, paper)) for paper in edition.papers),
        },
    )


def _kinds(edition: Edition) -> list[SessionKind]:
    return sorted({session.kind for session in edition.sessions.values()})


def _session(site: Site, edition: str, events: SessionEvents, numbers: _Numbers) -> Json:
    session, card = events.session, cards(site).session(edition, events.session.id)
    day = site.catalogue.editions[edition].day_of(session)
    return _known(
        {
            "id": session.id,
            "title": card.title.plain,
            "kind": session.kind,
            "state": _state(session.status),
            "day": day.isoformat() if day else None,
            "start": _machine(card.start),
            "end": _machine(card.end),
            "room": session.room,
            "track": session.track,
            "part_of": session.part_of,
            "people": _people(card.people),
            "note": session.note,
            **_event(site, events.whole, numbers),
            "slots": [*_slots(site, edition, session, events, numbers)],
        }
    )


def _slots(
    site: Site, edition: str, session: Session, events: SessionEvents, numbers: _Numbers
) -> Iterator[Json]:
    shown, day = cards(site).slots(edition, session), site.catalogue.editions[edition].day_of(session)
    for slot, card, event in zip(session.slots, shown, events.slots, strict=True):
        if not slot.is_empty:
            yield _known(
                {
                    "paper": slot.paper,
                    "talk": None if slot.paper else card.star.partition("#")[2],
                    "title": card.title.plain if slot.title else None,
                    "state": _state(slot.status),
                    "day": event.listed.isoformat() if event and event.listed != day else None,
                    "start": _machine(card.start),
                    "end": _machine(card.end),
                    "room": slot.room,
                    "board": slot.board,
                    "people": _people(card.people),
                    "note": slot.note,
                    **_event(site, event, numbers),
                }
            )


def _event(site: Site, event: Event | None, numbers: _Numbers) -> dict[str, Json]:
    if event is None:
        return {}
    conference = site.catalogue.editions[event.edition].conference
    number = numbers.get(event.guid)
    return {"uid": event.uid, "number": number, "revision": revision(event, conference)}


def _paper(site: Site, edition: str, paper: str) -> Json:
    card = cards(site).paper(edition, paper)
    return _known(
        {
            "id": paper,
            "title": card.title.plain,
            "authors": _authors(card.byline),
            "state": _state(card.state),
        }
    )


def _authors(byline: Iterable[NamePart]) -> Json:
    return [part.name or part.missing for part in byline]


def _people(people: Iterable[Person]) -> Json:
    return [clean(f"{person.role}: {person.name}") for person in people]


def _state(status: str) -> str | None:
    return None if status in _USUAL else status


def _machine(moment: Moment | None) -> str | None:
    return moment.machine if moment else None


def _known(facts: dict[str, Json]) -> dict[str, Json]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in facts.items() if value}


PROGRAMME = Export(
    name="programme",
    files=of_editions("programme.json", lambda _, edition: edition.papers or edition.sessions),
    body=_body,
    media_type="application/json",
    is_alternate=False,
    specification="https://www.rfc-editor.org/rfc/rfc8259",
    pack="programme",
)
