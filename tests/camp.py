"""A camp as frab tells of it: three days that change at 04:00, nights, an exhibition of 26 hours.

`python -m tests.camp 1000 40 > schedule.xml` writes one of a thousand events in forty rooms.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

FIRST_DAY = date(2026, 7, 31)
DAYS = 3
DAY_CHANGE = time(4)
ZONE = "Europe/Berlin"
TRACKS = ("Antennas", "Gardens", "Kitchens")
TYPES = ("workshop", "lecture", "lightning_talk", "Talk", "meeting")
_NAMES = UUID("0f6e1c1e-7c0e-4a52-8a4f-5b8f0f1f8d11")
_SLOT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class CampEvent:
    """An event; `start` is local to the camp, `day` is the day of the camp that it belongs to, from 0."""

    number: int
    title: str
    room: str
    track: str
    day: int
    start: datetime
    length: timedelta
    person: str

    @property
    def date(self) -> str:
        """The start with its offset."""
        return self.start.replace(tzinfo=ZoneInfo(ZONE)).isoformat()

    @property
    def duration(self) -> str:
        """HH:MM, or D:HH:MM as pretalx writes it."""
        minutes = int(self.length.total_seconds()) // 60
        days, hours = divmod(minutes // 60, 24)
        return f"{f'{days}:' if days else ''}{hours:02}:{minutes % 60:02}"

    @property
    def type(self) -> str:
        """What its system calls its kind."""
        return TYPES[self.number % len(TYPES)]

    @property
    def guid(self) -> str:
        """What its system calls it."""
        return str(uuid5(_NAMES, self.title))


def camp_events(number: int, rooms: int) -> Iterator[CampEvent]:
    """Events from ten in the morning until the day changes, room after room; the last is an exhibition."""
    per_room = -(-(number - 1) // (rooms * DAYS))
    for each in range(number - 1):
        room, place = divmod(each, per_room * DAYS)
        day, turn = divmod(place, per_room)
        opens = datetime.combine(FIRST_DAY + timedelta(days=day), time(10))
        step = timedelta(hours=17.5) / per_room // timedelta(minutes=5) * timedelta(minutes=5)
        length = max(_SLOT, step - timedelta(minutes=5)) if turn + 1 < per_room else timedelta(hours=2)
        yield CampEvent(
            each + 1, f"Event {each + 1}", f"Tent {room + 1}", TRACKS[each % len(TRACKS)], day,
            opens + turn * step, length, f"Person {chr(65 + each % 26)}{chr(97 + each // 26 % 26)}",
        )  # fmt: skip
    opens = datetime.combine(FIRST_DAY + timedelta(days=1), time(10))
    yield CampEvent(
        number, "Exhibition of antennas", "Foyer", TRACKS[0], 1, opens, timedelta(hours=26), "Ada B"
    )


def camp_schedule(number: int, rooms: int) -> str:
    """The camp as schedule.xml."""
    events = list(camp_events(number, rooms))
    last = FIRST_DAY + timedelta(days=DAYS - 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n<version>1</version>\n'
        f"<conference><acronym>camp</acronym><title>Camp 2026</title><start>{FIRST_DAY}</start>"
        f"<end>{last}</end><days>{DAYS}</days><timeslot_duration>00:05</timeslot_duration>"
        f"<time_zone_name>{ZONE}</time_zone_name></conference>\n"
        + "".join(_day(day, [each for each in events if each.day == day]) for day in range(DAYS))
        + "</schedule>\n"
    )


def _day(day: int, events: list[CampEvent]) -> str:
    opens, closes = (
        datetime.combine(FIRST_DAY + timedelta(days=day + later), DAY_CHANGE, ZoneInfo(ZONE)).isoformat()
        for later in (0, 1)
    )
    on = FIRST_DAY + timedelta(days=day)
    rooms = dict.fromkeys(each.room for each in events)
    held = "".join(_room(room, [each for each in events if each.room == room]) for room in rooms)
    return f'<day index="{day + 1}" date="{on}" start="{opens}" end="{closes}">\n{held}</day>\n'


def _room(room: str, events: list[CampEvent]) -> str:
    return f'<room name="{room}">\n{"".join(map(_event, events))}</room>\n'


def _event(event: CampEvent) -> str:
    return (
        f'<event id="{event.number}" guid="{event.guid}"><date>{event.date}</date>'
        f"<start>{event.start:%H:%M}</start><duration>{event.duration}</duration><room>{event.room}</room>"
        f"<title>{event.title}</title><track>{event.track}</track><type>{event.type}</type><language>de</language>"
        f'<persons><person id="{event.number}">{event.person}</person></persons></event>\n'
    )


if __name__ == "__main__":
    sys.stdout.write(camp_schedule(int(sys.argv[1]), int(sys.argv[2])))
