"""Calendars: what they hold, when it is, and that every program reads them (RFC 5545, RFC 7986)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from site_gen import markup
from site_gen.conference import (
    Author,
    Change,
    Conference,
    FormerName,
    Link,
    Paper,
    Participant,
    Room,
    Series,
    Session,
    Slot,
    Track,
)
from site_gen.exports.calendar.vtimezone import vtimezone
from site_gen.frame.subscriptions import calendar_route, giggity_link, webcal_link
from site_gen.markup.characters import plain_line
from site_gen.site.events import sessions_without_time, untimed
from site_gen.site.subjects import DayOf, EditionOf, PersonOf, SessionOf
from site_gen.text.zones import zone
from site_gen.writers.event_texts import plain_paragraphs
from site_gen.writers.icalendar import line, text
from tests.rendering import PROJECT, by, exported, planned, real_site

MONDAY, TUESDAY = date(2022, 8, 29), date(2022, 8, 30)
ORAL = Session(
    id="oral",
    title="Oral: *Systems*; storage, $O(n)$",
    kind="oral",
    date=MONDAY,
    start=time(8, 45),
    end=time(10),
    room="Hall A",
    track="systems",
    people=(Participant(name="Colby Banbury", role="chair", affiliation="Harvard"),),
    description="First paragraph.\n\nSecond, with **more**.",
    links=(
        Link(rel="stream", url="https://example.org/live"),
        Link(rel="website", url="files/notes.html"),
        Link(rel="code", url="javascript:alert(1)"),
    ),
    slots=(
        Slot(paper="apollo", start=time(9), end=time(9, 20)),
        Slot(title="Remarks", start=time(9, 20), room="Hall B", status="moved", note="Was at nine."),
        Slot(start=time(9, 40)),
        Slot(paper="cora"),
    ),
)
SERIES = Series(
    title="S",
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            first_day=MONDAY,
            time_zone="America/Los_Angeles",
            venue="Convention Center",
            location="Santa Clara, CA",
            rooms=(Room(id="a", name="Hall A"), Room(id="b", name="Hall B")),
            tracks=(Track(id="systems", name="Systems"),),
            papers=(
                Paper(id="apollo", title="Apollo", authors=by("Jie Zhao", "Xiong Gao")),
                Paper(id="cora", title="CoRa", authors=by("Pratik Fegade")),
            ),
            sessions=(
                ORAL,
                Session(id="lunch", title="Lunch", kind="break", date=TUESDAY, start=time(12)),
                Session(id="talks", title="Talks", date=TUESDAY, slots=(Slot(title="A", start=time(14)),)),
                Session(
                    id="some-day", title="Some day", start=time(9), people=(Participant(name="Jie Zhao"),)
                ),
                Session(id="some-time", title="Some time", date=MONDAY),
            ),
        ),
    ),
)


def conference(**changed: Any) -> Series:
    """The series with a changed conference."""
    return replace(SERIES, conferences=(replace(SERIES.conferences[0], **changed),))


def one_session(**changed: Any) -> Series:
    """The series with one session on Monday at nine."""
    session = Session(id="one", title="One", date=MONDAY, start=time(9))
    return conference(sessions=(replace(session, **changed),))


def read(body: str | bytes) -> Any:
    """A calendar or a part of one, as the icalendar package reads it."""
    return Calendar.from_ical(body)


def calendars(series: Series, base_url: str | None = None) -> dict[str, Any]:
    """Every calendar of a site by its route."""
    files = exported(series, base_url)
    return {route: read(body) for route, body in files.items() if route.endswith(".ics")}


def event(series: Series) -> Any:
    """The one event of the edition's calendar."""
    (found,) = calendars(series)["2022/calendar.ics"].walk("VEVENT")
    return found


def summaries(series: Series) -> dict[str, list[str]]:
    """The titles in each calendar by its route."""
    return {
        route: [str(each["SUMMARY"]) for each in calendar.walk("VEVENT")]
        for route, calendar in calendars(series).items()
    }


def test_each_calendar_holds_what_its_page_is_of() -> None:
    oral = "Oral: Systems; storage, O(n)"
    expected = {
        "2022/calendar.ics": [oral, "Lunch", "A"],
        "2022/schedule/2022-08-29/calendar.ics": [oral],
        "2022/schedule/2022-08-30/calendar.ics": ["Lunch", "A"],
        "2022/sessions/oral/oral.ics": [oral, "Apollo", "Remarks"],
        "2022/sessions/lunch/lunch.ics": ["Lunch"],
        "2022/sessions/talks/talks.ics": ["A"],
        "2022/rooms/a/calendar.ics": [oral],
        "2022/rooms/b/calendar.ics": ["Remarks"],
        "2022/tracks/systems/calendar.ics": [oral],
        "authors/jie-zhao/calendar.ics": ["Apollo"],
        "authors/xiong-gao/calendar.ics": ["Apollo"],
        "authors/pratik-fegade/calendar.ics": [oral],
    }
    assert summaries(replace(SERIES, exports="all")) == expected
    without_role = {"authors/xiong-gao/calendar.ics", "authors/pratik-fegade/calendar.ics"}
    assert summaries(SERIES) == {route: expected[route] for route in expected if route not in without_role}


def test_the_calendar_of_a_session_says_all_that_is_known_and_nothing_else() -> None:
    unfolded = exported(SERIES)["2022/sessions/oral/oral.ics"].replace("\r\n ", "")
    head, _, events = unfolded.partition("END:VTIMEZONE\r\n")
    assert head.partition("BEGIN:VTIMEZONE")[0].split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Plenary//Plenary//EN",
        "CALSCALE:GREGORIAN",
        "UID:d2a826b5-d6b9-5759-a8ee-a0d8c5beea61",
        r"NAME:Oral: Systems\; storage\, O(n) · S 2022",
        r"X-WR-CALNAME:Oral: Systems\; storage\, O(n) · S 2022",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "",
    ]
    assert events.split("\r\n") == [
        "BEGIN:VEVENT",
        "UID:02f1211d-a2d4-505d-901b-023415da8a01",
        "DTSTAMP:20220829T000000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=America/Los_Angeles:20220829T084500",
        "DTEND;TZID=America/Los_Angeles:20220829T100000",
        r"SUMMARY:Oral: Systems\; storage\, O(n)",
        r"LOCATION:Hall A\, Convention Center\, Santa Clara\, CA",
        r"DESCRIPTION:First paragraph.\n\nSecond\, with more.\n\nChair: Colby Banbury (Harvard)"
        r"\n- 09:00 Apollo — Jie Zhao\, Xiong Gao\n- 09:20 Remarks (Moved)"
        r"\n- 09:40 Empty slot: no source says what it holds\n- CoRa — Pratik Fegade"
        r"\n\nLive stream: https://example.org/live",
        "CATEGORIES:Oral session,Systems",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:8f91afe5-0ee4-5af3-ba0e-2abfead3e9a5",
        "DTSTAMP:20220829T000000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=America/Los_Angeles:20220829T090000",
        "DTEND;TZID=America/Los_Angeles:20220829T092000",
        "SUMMARY:Apollo",
        r"LOCATION:Hall A\, Convention Center\, Santa Clara\, CA",
        r"DESCRIPTION:Jie Zhao\, Xiong Gao\nPart of: Oral: Systems\; storage\, O(n)"
        r"\nChair: Colby Banbury (Harvard)",
        "CATEGORIES:Oral session,Systems",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:f7d60015-3df9-5f20-818d-ca16cdb172d0",
        "DTSTAMP:20220829T000000Z",
        "SEQUENCE:1",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=America/Los_Angeles:20220829T092000",
        "SUMMARY:Remarks",
        r"LOCATION:Hall B\, Convention Center\, Santa Clara\, CA",
        r"DESCRIPTION:Moved. Was at nine.\n\nPart of: Oral: Systems\; storage\, O(n)"
        r"\nChair: Colby Banbury (Harvard)",
        "CATEGORIES:Oral session,Systems",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_known_address_is_given_and_changes_no_uid() -> None:
    without, known = calendars(SERIES), calendars(SERIES, base_url="https://example.org/s/")
    calendar = known["2022/sessions/oral/oral.ics"]
    assert calendar["URL"] == "https://example.org/s/2022/sessions/oral/"
    assert calendar["SOURCE"] == "https://example.org/s/2022/sessions/oral/oral.ics"
    assert [str(each.get("URL")) for each in calendar.walk("VEVENT")] == [
        "https://example.org/s/2022/sessions/oral/",
        "https://example.org/s/2022/papers/apollo/",
        "https://example.org/s/2022/sessions/oral/",
    ]
    assert {route: uids(each) for route, each in without.items()} == {
        route: uids(each) for route, each in known.items()
    }


def uids(calendar: Any) -> list[str]:
    """The UIDs of a calendar and its events."""
    return [str(each["UID"]) for each in calendar.walk() if "UID" in each]


def test_a_uid_outlives_another_title_time_room_and_order() -> None:
    changed = replace(
        ORAL,
        title="Another",
        date=TUESDAY,
        start=time(11),
        room="Hall B",
        slots=(Slot(title="remarks", start=time(12)), Slot(paper="apollo", start=time(12, 30))),
    )
    before = calendars(conference(sessions=(ORAL,)))["2022/sessions/oral/oral.ics"]
    after = calendars(conference(sessions=(changed,), title="S at last"))["2022/sessions/oral/oral.ics"]
    assert sorted(uids(before)) == sorted(uids(after))


def test_no_two_events_share_a_uid() -> None:
    twice = Session(id="twice", date=MONDAY, slots=(Slot(title="Break", start=time(9)),) * 2)
    other = replace(conference(id="2023", sessions=(ORAL, twice)).conferences[0], year=2023)
    both = calendars(replace(SERIES, conferences=(*SERIES.conferences, other)))
    found = [uid for edition in ("2022", "2023") for uid in uids(both[f"{edition}/calendar.ics"])]
    assert len(found) == len(set(found)) == 1 + 3 + 1 + 3


@pytest.mark.parametrize(
    ("status", "written", "sequence"),
    [
        ("scheduled", "CONFIRMED", 0),
        ("moved", "CONFIRMED", 1),
        ("cancelled", "CANCELLED", 2),
        ("withdrawn", "CANCELLED", 2),
    ],
)
def test_a_status_is_told_and_counts_as_a_revision(status: str, written: str, sequence: int) -> None:
    found = event(one_session(status=status, note="The speaker is ill"))
    assert (found["STATUS"], found["SEQUENCE"]) == (written, sequence)
    assert str(found["DESCRIPTION"]).endswith("The speaker is ill")


def test_each_change_that_is_told_of_an_event_is_a_revision() -> None:
    changes = (
        Change(id="a", date=MONDAY, what="room", session="oral", text="In hall A."),
        Change(id="b", date=MONDAY, what="moved", session="oral", paper="apollo", text="At nine."),
        Change(id="c", date=MONDAY, session="lunch", text="Soup."),
        Change(id="d", what="moved", session="oral", text="Not sure yet.", draft=True),
    )
    files = calendars(conference(changes=changes))
    whole, apollo, remarks = files["2022/sessions/oral/oral.ics"].walk("VEVENT")
    assert [each["SEQUENCE"] for each in (whole, apollo, remarks)] == [6, 6, 3 + 1]
    assert [each["SEQUENCE"] for each in files["2022/calendar.ics"].walk("VEVENT")] == [6, 3, 0]


def test_a_cancelled_session_cancels_its_slots() -> None:
    called_off = conference(sessions=(replace(ORAL, status="cancelled"),))
    written = calendars(called_off)["2022/sessions/oral/oral.ics"].walk("VEVENT")
    assert [str(each["STATUS"]) for each in written] == ["CANCELLED"] * 3


def test_the_stamp_is_the_first_day_else_the_day_of_the_event() -> None:
    assert event(one_session())["DTSTAMP"].dt == datetime(2022, 8, 29, tzinfo=UTC)
    without = replace(one_session(date=TUESDAY).conferences[0], first_day=None)
    found = event(replace(SERIES, conferences=(without,)))
    assert found["DTSTAMP"].dt == datetime(2022, 8, 30, tzinfo=UTC)


def test_what_has_no_time_is_left_out_and_named() -> None:
    edition = planned(SERIES).catalogue.editions["2022"]
    assert [session.id for session in sessions_without_time(edition)] == ["some-time", "some-day"]
    assert untimed(edition) == 2


def test_what_has_no_end_gets_none() -> None:
    found = event(one_session())
    assert "DTEND" not in found and "DURATION" not in found


def test_without_a_zone_times_are_floating_and_no_zone_is_written() -> None:
    floating = exported(
        replace(one_session(), conferences=(replace(one_session().conferences[0], time_zone=None),))
    )
    assert "DTSTART:20220829T090000\r\n" in floating["2022/calendar.ics"]
    assert "VTIMEZONE" not in floating["2022/calendar.ics"]


def test_the_zone_of_the_series_holds_for_an_edition_without_one() -> None:
    of_series = replace(conference(time_zone=None), time_zone="Asia/Kolkata")
    assert "DTSTART;TZID=Asia/Kolkata:20220829T084500" in exported(of_series)["2022/calendar.ics"]


# The local times of a day on which clocks change, and the instants that they are.
CHANGES = [
    ("America/Los_Angeles", "2022-03-13T01:30", "2022-03-13T09:30Z"),
    ("America/Los_Angeles", "2022-03-13T03:30", "2022-03-13T10:30Z"),
    ("America/Los_Angeles", "2022-11-06T00:30", "2022-11-06T07:30Z"),
    ("America/Los_Angeles", "2022-11-06T02:30", "2022-11-06T10:30Z"),
    ("Europe/Berlin", "2023-03-26T01:30", "2023-03-26T00:30Z"),
    ("Europe/Berlin", "2023-03-26T03:30", "2023-03-26T01:30Z"),
    ("Europe/Berlin", "2023-10-29T09:00", "2023-10-29T08:00Z"),
    ("Asia/Kolkata", "2024-03-31T09:00", "2024-03-31T03:30Z"),
    ("Australia/Lord_Howe", "2024-04-07T01:00", "2024-04-06T14:00Z"),
    ("Australia/Lord_Howe", "2024-04-07T09:00", "2024-04-06T22:30Z"),
    ("Australia/Lord_Howe", "2024-10-06T09:00", "2024-10-05T22:00Z"),
]


@pytest.mark.parametrize(("name", "local", "instant"), CHANGES)
def test_an_instant_is_right_by_the_written_zone_alone(name: str, local: str, instant: str) -> None:
    begin = datetime.fromisoformat(local)
    series = conference(time_zone=name, sessions=(Session(id="one", date=begin.date(), start=begin.time()),))
    # Under a name that no database has, a reader must go by the VTIMEZONE.
    renamed = exported(series)["2022/calendar.ics"].replace(name, f"Nowhere/{name}")
    (found,) = read(renamed).walk("VEVENT")
    assert found["DTSTART"].dt.astimezone(UTC) == datetime.fromisoformat(instant)


@settings(max_examples=30)
@given(
    st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})),
    st.datetimes(datetime(1995, 1, 1), datetime(2037, 12, 31)),
)
def test_a_written_zone_tells_the_time_of_its_years(name: str, local: datetime) -> None:
    instant = local.replace(tzinfo=UTC, microsecond=0)
    year = instant.astimezone(zone(name)).year
    (written,) = read(f"BEGIN:VCALENDAR\r\n{vtimezone(name, year, year)}END:VCALENDAR\r\n").walk("VTIMEZONE")
    expected = instant.astimezone(zone(name))
    offset = expected.replace(tzinfo=written.to_tz(lookup_tzid=False)).utcoffset()
    # In the hour that exists twice a local time alone does not tell which one is meant.
    assert offset in (expected.utcoffset(), expected.replace(fold=1 - expected.fold).utcoffset())


def observances(name: str, year: int) -> list[str]:
    """What a zone says holds from each local time on: by which offset until then, and from then on."""
    parts = vtimezone(name, year, year).split("BEGIN:")[2:]
    return [" ".join(line.rpartition(":")[2] for line in part.splitlines()[:5]) for part in parts]


def test_a_zone_is_written_with_every_change_to_the_second_from_the_year_before() -> None:
    assert observances("America/St_Johns", 2010) == [
        "STANDARD 20081231T203000 -0330 -0330 NST",
        "DAYLIGHT 20090308T000100 -0330 -0230 NDT",
        "STANDARD 20091101T000100 -0230 -0330 NST",
        "DAYLIGHT 20100314T000100 -0330 -0230 NDT",
        "STANDARD 20101107T000100 -0230 -0330 NST",
    ]
    assert observances("Africa/Monrovia", 1972) == [
        "STANDARD 19701231T231530 -004430 -004430 MMT",
        "STANDARD 19720107T000000 -004430 +0000 GMT",
    ]
    assert observances("Pacific/Apia", 2011)[-1] == "DAYLIGHT 20111230T000000 -1000 +1400 +14"


def test_an_event_ends_on_the_day_that_its_end_is_of() -> None:
    late = event(one_session(start=time(22), end=time(1, 30), end_date=MONDAY + timedelta(days=1)))
    begun = datetime.combine(MONDAY, time(22))
    assert [late[key].dt.replace(tzinfo=None) for key in ("DTSTART", "DTEND")] == [
        begun,
        begun + timedelta(hours=3, minutes=30),
    ]


def test_the_second_of_two_equal_times_is_written_in_utc() -> None:
    day, second = date(2022, 11, 6), timezone(timedelta(hours=-8))
    late = one_session(date=day, start=time(1, 30, tzinfo=second), end=time(3))
    assert event(late)["DTSTART"].dt == datetime(2022, 11, 6, 9, 30, tzinfo=UTC)
    assert event(late)["DTEND"].dt == datetime(2022, 11, 6, 11, tzinfo=UTC)


def test_zones_are_those_of_the_pinned_package_whatever_the_machine_says(tmp_path: Path) -> None:
    (tmp_path / "Europe").mkdir()
    machine = "from zoneinfo import ZoneInfo; from datetime import datetime; day = datetime(2022, 8, 29);"
    source = "from importlib.resources import files; import sys; from pathlib import Path;"
    copy = "Path(sys.argv[1]).write_bytes((files('tzdata.zoneinfo.Asia') / 'Kolkata').read_bytes())"
    subprocess.run([sys.executable, "-c", source + copy, tmp_path / "Europe" / "Berlin"], check=True)
    ask = machine + (
        "from site_gen.text.zones import zone;"
        "print(*(each('Europe/Berlin').utcoffset(day).seconds // 60 for each in (ZoneInfo, zone)))"
    )
    environment = {**os.environ, "PYTHONTZPATH": str(tmp_path)}
    asked = subprocess.run(
        [sys.executable, "-c", ask], check=True, cwd=PROJECT, env=environment, capture_output=True, text=True
    )
    assert asked.stdout.split() == ["330", "120"]


HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(list(",;:\\\"\n\r\t{}%@=<>&]'\x00\x1b\x85\u2028\u202e\u2066\u200f\u0301😀")),
    ),
    min_size=1,
    max_size=120,
)


@given(HOSTILE)
def test_lines_are_folded_between_characters_and_unfold_to_themselves(value: str) -> None:
    value = plain_line(value)
    written = line("SUMMARY", text(value)).encode()
    assert all(len(each) <= 75 and each.decode() for each in written.removesuffix(b"\r\n").split(b"\r\n"))
    assert written.replace(b"\r\n ", b"").decode() == f"SUMMARY:{text(value)}\r\n"
    assert read(b"BEGIN:VEVENT\r\n" + written + b"END:VEVENT\r\n")["SUMMARY"] == value


@settings(max_examples=30)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_comes_through_as_that_text(title: str, place: str, name: str, note: str) -> None:
    series = replace(
        one_session(title=title, room=place, note=note, people=(Participant(name=name),)), title=title
    )
    series = replace(
        series, conferences=(replace(series.conferences[0], title=place, venue=None, location=None),)
    )
    body = exported(series)["2022/calendar.ics"].encode()
    assert not {*body.decode()} & {*map(chr, range(32)), "\x7f", "\u202e", "\u2066"} - {"\r", "\n"}
    assert body.count(b"BEGIN:VEVENT") == body.count(b"\r\nUID:") - 1 == 1
    calendar = read(body)
    (found,) = calendar.walk("VEVENT")
    # The package knows no NAME and leaves its value as it is written.
    assert calendar["NAME"] == text(plain_line(place))
    assert found["SUMMARY"] == markup.plain(title)
    assert found.get("LOCATION", "") == plain_line(place)
    assert found["DESCRIPTION"] == "\n\n".join(
        part for part in (plain_line(note), f"Speaker: {plain_line(name)}") if part
    )


def test_a_hidden_former_name_is_in_no_calendar() -> None:
    person = Author(id="new", name="New Name", former_names=(FormerName(name="Old Name", hidden=True),))
    session = replace(ORAL, people=(Participant(name="Old Name"),))
    papers = (Paper(id="apollo", authors=by("Old Name")), Paper(id="cora", title="CoRa"))
    files = exported(replace(conference(sessions=(session,), papers=papers), authors=(person,)))
    calendar = files["authors/new/calendar.ics"].replace("\r\n ", "")
    assert "New Name" in calendar and "Untitled paper by New Name" in calendar
    assert not [route for route, body in files.items() if "Old Name" in body.replace("\r\n ", "")]


def test_a_session_of_many_slots_says_only_how_many() -> None:
    many = one_session(slots=(Slot(paper="apollo"),) * 31)
    assert event(many)["DESCRIPTION"] == "31 papers"


def test_the_programme_in_brief_is_written_whole() -> None:
    evening = Session(
        id="evening",
        title="Evening",
        kind="oral",
        date=MONDAY,
        start=time(20),
        end=time(21),
        room="Hall",
        track="fast",
        people=(Participant(name="Bo Dee", role="chair"),),
        slots=(
            Slot(paper="owls", start=time(20), board="4"),
            Slot(title="Remarks", people=(Participant(name="Cy Roe", role="speaker"),), note="By video."),
            Slot(title="Farewell", status="cancelled"),
            Slot(status="cancelled"),
        ),
    )
    edition = Conference(
        id="2022",
        title="S 2022",
        year=2022,
        first_day=MONDAY,
        time_zone="UTC",
        tracks=(Track(id="fast", name="Fast"),),
        papers=(Paper(id="owls", title="Owls", authors=by("Ann Lee")), Paper(id="mice", title="Mice")),
        sessions=(evening, Session(id="dinner", kind="social", status="cancelled", note="No cook.")),
    )
    files = exported(Series(title="S", conferences=(edition,)), base_url="https://x.example/")
    assert json.loads(files["2022/programme.json"]) == {
        "id": "2022",
        "title": "S 2022",
        "times": "All times are in UTC; the time zone of the place is not given.",
        "first_day": "2022-08-29",
        "schedule": "https://x.example/2022/schedule.xml",
        "days": {"2022-08-29": "Monday, 29 August 2022"},
        "kinds": {"oral": "Oral session", "social": "Social event"},
        "tracks": {"fast": "Fast"},
        "sessions": [
            {
                "id": "evening",
                "title": "Evening",
                "kind": "oral",
                "day": "2022-08-29",
                "start": "2022-08-29T20:00+00:00",
                "end": "2022-08-29T21:00+00:00",
                "room": "Hall",
                "track": "fast",
                "people": ["Chair: Bo Dee"],
                "uid": "6119348d-afc0-5b7c-bf65-9a25796cd01a",
                "number": 1073944268,
                "slots": [
                    {
                        "paper": "owls",
                        "start": "2022-08-29T20:00+00:00",
                        "board": "4",
                        "uid": "4ca97a4a-e188-50aa-9f8f-463188474fe6",
                    },
                    {
                        "talk": "remarks",
                        "title": "Remarks",
                        "people": ["Speaker: Cy Roe"],
                        "note": "By video.",
                    },
                    {"talk": "farewell", "title": "Farewell", "state": "cancelled"},
                ],
            },
            {
                "id": "dinner",
                "title": "Untitled social event",
                "kind": "social",
                "state": "cancelled",
                "note": "No cook.",
            },
        ],
        "papers": [
            {"id": "mice", "title": "Mice"},
            {"id": "owls", "title": "Owls", "authors": ["Ann Lee"]},
        ],
    }


def test_links_to_subscribe_need_the_base_url() -> None:
    known, unknown = planned(SERIES, base_url="https://example.org/s/"), planned(SERIES)
    assert (
        calendar_route(unknown, DayOf("2022", date(2022, 8, 30))) == "2022/schedule/2022-08-30/calendar.ics"
    )
    assert calendar_route(unknown, SessionOf("2022", "some-day")) is None
    assert webcal_link(known, PersonOf("jie-zhao")) == "webcal://example.org/s/authors/jie-zhao/calendar.ics"
    assert webcal_link(unknown, PersonOf("jie-zhao")) is None
    assert webcal_link(known, SessionOf("2022", "some-day")) is None
    assert giggity_link(known, "2022") == "https://ggt.gaa.st/#url=https://example.org/s/2022/schedule.xml"
    assert giggity_link(unknown, "2022") is None


def test_every_calendar_of_the_real_site_is_read_and_holds_what_is_timed() -> None:
    site = real_site()
    files = (file for file in site.files if file.export.name == "calendar")
    found = {file.subject: read(file.export.body(site, file.subject)) for file in files}
    assert all(calendar.walk("VEVENT") and not calendar.errors for calendar in found.values())
    for edition_id, edition in site.catalogue.editions.items():
        calendar = found.get(EditionOf(edition_id), Calendar())
        assert len(calendar.walk("VEVENT")) == len(edition.sessions) - untimed(edition)


def test_a_link_in_a_text_keeps_its_address_where_nothing_can_be_followed() -> None:
    text = "See *the* [map](https://x.example/a_b?c=1).\n\nNot ![this](https://x.example/p.png) or [that](b)."
    assert plain_paragraphs(text).split("\n\n")[0] == "See the map (https://x.example/a_b?c=1)."
