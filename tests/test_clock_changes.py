"""Editions over a night in which clocks change: every export tells the same instants."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree  # type: ignore[import-untyped]  # it has no types

from site_gen.conference import Change, Conference, Paper, Room, Series, Session, Slot
from tests.rendering import by, exported, rendered

Span = tuple[str, datetime, datetime]


def edition(night: date, zone: str | None) -> Series:
    """Two days with the night between them in which clocks go forward at two or are put back at three."""
    before = night - timedelta(days=1)
    sessions = (
        Session(id="eve", title="Eve", date=before, start=time(18), end=time(19, 30), room="Hall"),
        Session(
            id="vigil",
            title="Vigil",
            date=night,
            start=time(0, 30),
            end=time(5),
            room="Hall",
            slots=(
                Slot(paper="owls", start=time(1), end=time(3, 30)),
                Slot(title="Stars", start=time(3, 30), end=time(5)),
            ),
        ),
        Session(id="dawn", title="Dawn", date=night, start=time(9), end=time(10), room="Hall",
                status="cancelled", note="Rain."),
    )  # fmt: skip
    conference = Conference(
        id="e",
        title="E",
        first_day=before,
        last_day=night,
        time_zone=zone,
        rooms=(Room(id="hall", name="Hall"),),
        papers=(Paper(id="owls", title="Owls", authors=by("Ann Bee")),),
        sessions=sessions,
        changes=(Change(id="c", date=before, what="cancelled", session="dawn", text="No dawn."),),
    )
    return Series(title="S", conferences=(conference,))


def at(*instants: str) -> list[datetime]:
    return [datetime.fromisoformat(instant) for instant in instants]


# When, in UTC, the sessions and the two slots begin and end, as one finds it with a clock in hand.
NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29), at(
        "2026-03-28T17:00Z", "2026-03-28T18:30Z", "2026-03-28T23:30Z", "2026-03-29T03:00Z",
        "2026-03-29T00:00Z", "2026-03-29T01:30Z", "2026-03-29T01:30Z", "2026-03-29T03:00Z",
        "2026-03-29T07:00Z", "2026-03-29T08:00Z",
    )),
    ("Europe/Berlin", date(2026, 10, 25), at(
        "2026-10-24T16:00Z", "2026-10-24T17:30Z", "2026-10-24T22:30Z", "2026-10-25T04:00Z",
        "2026-10-24T23:00Z", "2026-10-25T02:30Z", "2026-10-25T02:30Z", "2026-10-25T04:00Z",
        "2026-10-25T08:00Z", "2026-10-25T09:00Z",
    )),
    ("America/New_York", date(2026, 3, 8), at(
        "2026-03-07T23:00Z", "2026-03-08T00:30Z", "2026-03-08T05:30Z", "2026-03-08T09:00Z",
        "2026-03-08T06:00Z", "2026-03-08T07:30Z", "2026-03-08T07:30Z", "2026-03-08T09:00Z",
        "2026-03-08T13:00Z", "2026-03-08T14:00Z",
    )),
]  # fmt: skip


def spans(instants: list[datetime]) -> dict[str, Span]:
    names = ("Eve", "Vigil", "Owls", "Stars", "Dawn")
    return {
        name: (name, begin, end)
        for name, begin, end in zip(names, instants[::2], instants[1::2], strict=True)
    }


def events(body: str) -> list[Any]:
    """The events of a calendar, read by its own VTIMEZONE: no database has a zone of this name.

    It is a name that no other test uses, for the reader keeps the zones that it has read.
    """
    renamed = re.sub(r"(?<=TZID[:=])(?=\w)", "Night/", body)
    return list(Calendar.from_ical(renamed).walk("VEVENT"))


def span(event: Any) -> Span:
    return str(event["SUMMARY"]), event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)


@pytest.mark.parametrize(("zone", "night", "instants"), NIGHTS, ids=["spring", "autumn", "far"])
def test_every_export_tells_the_same_instants(zone: str, night: date, instants: list[datetime]) -> None:
    files, stated = exported(replace(edition(night, zone), exports="all")), spans(instants)
    assert [span(each) for each in events(files["e/calendar.ics"])] == [
        stated["Eve"], stated["Vigil"], stated["Dawn"],
    ]  # fmt: skip
    assert [span(each) for each in events(files["e/sessions/vigil/vigil.ics"])] == [
        stated["Vigil"], stated["Owls"], stated["Stars"],
    ]  # fmt: skip
    assert [span(each) for each in events(files["authors/ann-bee/calendar.ics"])] == [stated["Owls"]]
    slots = [stated["Eve"], stated["Owls"], stated["Stars"]]  # what was called off is in no schedule
    assert json_spans(files["e/schedule.json"]) == slots
    assert xml_spans(files["e/schedule.xml"]) == slots


def json_spans(body: str) -> list[Span]:
    days = json.loads(body)["schedule"]["conference"]["days"]
    found = [event for day in days for room in day["rooms"].values() for event in room]
    return [(each["title"], *begin_and_end(each["date"], each["duration"])) for each in found]


def xml_spans(body: str) -> list[Span]:
    root = etree.fromstring(body.encode())
    return [
        (each.findtext("title", ""), *begin_and_end(each.findtext("date", ""), each.findtext("duration", "")))
        for each in root.iter("event")
    ]


def begin_and_end(begin: str, duration: str) -> tuple[datetime, datetime]:
    hours, minutes = map(int, duration.split(":"))
    start = datetime.fromisoformat(begin).astimezone(UTC)
    return start, start + timedelta(hours=hours, minutes=minutes)


def test_pages_say_the_offset_of_the_hour() -> None:
    page = rendered(edition(date(2026, 3, 29), "Europe/Berlin"))["e/sessions/vigil/"]
    assert {"2026-03-29T00:30+01:00", "2026-03-29T05:00+02:00"} <= set(
        re.findall(r'datetime="([^"]+)"', page)
    )


def test_what_was_called_off_stays_in_calendars_as_cancelled_and_revised() -> None:
    (*others, dawn) = events(exported(edition(date(2026, 3, 29), "Europe/Berlin"))["e/calendar.ics"])
    assert [(str(each["STATUS"]), each["SEQUENCE"]) for each in others] == [("CONFIRMED", 0)] * 2
    assert (str(dawn["STATUS"]), dawn["SEQUENCE"], str(dawn["DESCRIPTION"])) == (
        "CANCELLED",
        3 + 2,
        "Cancelled. Rain.",
    )


def test_without_a_zone_clocks_do_not_change_and_no_schedule_is_made() -> None:
    files = exported(edition(date(2026, 3, 29), None))
    found = events(files["e/calendar.ics"])
    assert [(each["DTSTART"].dt, each["DTEND"].dt) for each in found] == [
        (datetime(2026, 3, 28, 18), datetime(2026, 3, 28, 19, 30)),
        (datetime(2026, 3, 29, 0, 30), datetime(2026, 3, 29, 5)),
        (datetime(2026, 3, 29, 9), datetime(2026, 3, 29, 10)),
    ]
    assert not {"e/schedule.xml", "e/schedule.json"} & files.keys()
