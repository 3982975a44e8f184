"""An invented conference of two days and three rooms, with all that a programme can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from site_gen.conference import Conference, Paper, Participant, Room, Series, Session, Slot, Track
from tests.rendering import by

SATURDAY, SUNDAY = date(2026, 10, 31), date(2026, 11, 1)
TRACKS = (Track(id="storage", name="Storage"), Track(id="nets", name="Networks"))
ROOMS = (Room(id="hall", name="Great Hall"), Room(id="birch", name="Birch"), Room(id="cedar", name="Cedar"))
PAPERS = tuple(
    Paper(id=each.lower().replace(" ", "-"), title=each, authors=by("Ada Lovelace", "Kim Doe"))
    for each in ("Cold Disks", "Warm Disks", "Long Cables", "Short Cables", "Slow Start", "Night Shift")
)


def session(
    own: str, kind: str, day: date, start: str, end: str, room: str | None, **more: object
) -> Session:
    """A session whose id is its title in small letters; an empty time is not known."""
    begin, until = (time.fromisoformat(each) if each else None for each in (start, end))
    known = {"kind": kind, "date": day, "start": begin, "end": until, "room": room, **more}
    return Session(id=own.lower().replace(" ", "-"), title=own, **known)  # type: ignore[arg-type]


FIRST = (
    session("Registration", "registration", SATURDAY, "08:00", "09:00", None),
    session("Opening", "other", SATURDAY, "09:00", "09:30", "Great Hall"),
    session(
        "Disks", "oral", SATURDAY, "09:30", "10:30", "Birch", track="storage",
        people=(Participant(name="Kim Doe", role="chair"),),
        slots=(
            Slot(paper="cold-disks", start=time(9, 30), end=time(10)),
            Slot(paper="warm-disks", start=time(10), end=time(10, 30), status="cancelled", note="By mail."),
        ),
    ),
    session(
        "Cables", "oral", SATURDAY, "09:30", "11:00", "Cedar", track="nets",
        slots=(Slot(paper="long-cables"), Slot(), Slot(paper="short-cables")),
    ),
    session("Queues", "tutorial", SATURDAY, "09:30", "10:00", "Great Hall", status="late", note="15 min"),
    session("Coffee", "break", SATURDAY, "11:00", "11:30", None),
    session("Keynote", "invited-talk", SATURDAY, "11:30", "12:30", "Great Hall", status="moved"),
    session("Hackathon", "workshop", SATURDAY, "11:00", "13:00", "Birch", status="cancelled", note="Ill."),
    session("Clinic", "tutorial", SATURDAY, "", "", None),
    session("Party", "social", SATURDAY, "22:00", "", "Cedar"),
)  # fmt: skip
SECOND = (
    session("Last Dance", "social", SUNDAY, "00:00", "01:00", "Cedar"),
    session("Posters", "poster", SUNDAY, "10:00", "12:00", "Great Hall", slots=(Slot(paper="slow-start"),)),
    session("Demos", "demo", SUNDAY, "10:00", "12:00", "Great Hall"),
    session("Closing", "other", SUNDAY, "12:00", "12:30", "Great Hall"),
)
CONFERENCE = Conference(
    id="2026",
    title="NordSys 2026",
    year=2026,
    first_day=SATURDAY,
    last_day=SUNDAY,
    time_zone="America/New_York",
    phase="live",
    papers=PAPERS,
    rooms=ROOMS,
    tracks=TRACKS,
    sessions=FIRST + SECOND,
)
NORDSYS = Series(title="NordSys", conferences=(CONFERENCE,))
FLOATING = replace(NORDSYS, conferences=(replace(CONFERENCE, time_zone=None),))
