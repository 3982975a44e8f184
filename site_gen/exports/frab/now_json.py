"""`<edition>/now.json`: when each session takes place, in as few words as a page needs to say what is on.

Made for editions with a time zone and something timed. What was called off is left out. Where no source
gives an end there is no `end`; `until` is then what a schedule would show: the next session in its room
on that day, else an hour. Sessions stand by start, then by room. `day` is the day of the programme, where
that is the evening before the start's; `part_of` is the address of the session that it is a part of.
"""

from __future__ import annotations

from site_gen.conference.programme import CALLED_OFF
from site_gen.exports.frab.times import Timed, timed
from site_gen.markup.characters import plain_line
from site_gen.site import Export, Site, Subject
from site_gen.site.events import edition_events
from site_gen.site.naming import of_editions
from site_gen.site.scheduled import has_schedule
from site_gen.site.subjects import SessionOf
from site_gen.text.json_text import Json, json_object, written
from site_gen.writers.event_texts import event_title


def _body(site: Site, subject: Subject) -> bytes:
    zone = site.catalogue.time_zone(subject.edition)
    assert zone is not None  # an edition without one has no such file
    events = [event for each in edition_events(site.catalogue, subject.edition) for event in each.main]
    conference = site.catalogue.editions[subject.edition].conference
    taking_place = (event for event in events if event.status not in CALLED_OFF)
    held = timed(taking_place, zone, conference.day_change)
    rooms = {name: position for position, name in enumerate(site.catalogue.editions[subject.edition].rooms)}
    order = {event.guid: place for place, event in enumerate(events)}
    held.sort(
        key=lambda each: (each.start, rooms.get(each.event.room or "", len(rooms)), order[each.event.guid])
    )
    return json_object({}, {"sessions": (written(_session(site, each)) for each in held)})


def _session(site: Site, each: Timed) -> Json:
    event = each.event
    known = {
        "day": event.listed.isoformat() if event.listed != event.day else "",
        "end": each.end.isoformat(timespec="minutes") if each.end else "",
        "room": plain_line(event.room or ""),
        "part_of": site.address(SessionOf(event.edition, event.session.part_of))
        if event.session.part_of
        else "",
        "status": site.locale.words.statuses[event.status],
    }
    return {
        "url": site.address(SessionOf(event.edition, event.session.id)),
        "title": event_title(site, event),
        "start": each.start.isoformat(timespec="minutes"),
        "until": (each.start + each.duration).isoformat(timespec="minutes"),
        **{name: value for name, value in known.items() if value},
    }


NOW_JSON = Export(
    name="now-json",
    files=of_editions("now.json", has_schedule),
    body=_body,
    media_type="application/json",
    is_alternate=False,
    pack="programme",
)
