"""schedule.xml and schedule.json: valid, equal, and nothing invented but what the format demands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import (  # type: ignore[import-untyped]  # the package has no types
    Draft6Validator,
    FormatChecker,
)
from lxml import etree  # type: ignore[import-untyped]  # the package has no types

from site_gen import __version__, markup
from site_gen.conference import (
    Author,
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
from site_gen.markup.characters import plain_line
from site_gen.site.scheduled import numbered
from tests.rendering import PROJECT, by, exported, real_site

SCHEMAS = PROJECT.parent / "shared" / "schemas"
MONDAY, TUESDAY = date(2022, 8, 29), date(2022, 8, 30)
UNKNOWN_END = "The end is not known; the duration is only what the format of this file demands."

ORAL = Session(
    id="oral",
    title="Oral *one*",
    kind="oral",
    date=MONDAY,
    start=time(9),
    end=time(10),
    room="Hall A",
    track="systems",
    people=(Participant(name="Colby Banbury", role="chair"),),
    description="About it.\n\nMore.",
    links=(
        Link(rel="stream", url="https://example.org/live"),
        Link(rel="slides", url="https://example.org/ü.pdf"),
    ),
    slots=(Slot(paper="apollo"), Slot(title="Remarks", people=(Participant(name="Zoë Gómez"),))),
)
TALKS = Session(
    id="talks",
    title="Talks",
    date=TUESDAY,
    start=time(9),
    end=time(11),
    room="Hall A",
    people=(Participant(name="Colby Banbury", role="chair"),),
    slots=(
        Slot(paper="apollo", start=time(9), end=time(9, 45)),
        Slot(title="Remarks", start=time(9, 45), room="Hall B", status="moved", note="Was in Hall A."),
        Slot(),
        Slot(title="Off", start=time(10), status="cancelled"),
        Slot(title="Last", start=time(10, 15)),
    ),
)
LUNCH = Session(id="lunch", title="Lunch", kind="break", date=TUESDAY, start=time(12))
DESK = Session(id="desk", kind="registration", date=MONDAY, start=time(7), end=time(9))
CALLED_OFF = Session(id="off", title="Off", date=MONDAY, start=time(14), status="cancelled")
UNTIMED = Session(id="some-time", title="Some time", date=MONDAY)
CONFERENCE = Conference(
    id="2022",
    title="S 2022",
    year=2022,
    time_zone="America/Los_Angeles",
    rooms=(Room(id="a", name="Hall A", note="First floor"), Room(id="b", name="Hall B")),
    tracks=(Track(id="systems", name="Systems"), Track(id="x", name="X")),
    papers=(
        Paper(
            id="apollo",
            title="Apollo",
            authors=by("Jie Zhao", "Colby Banbury"),
            abstract="A compiler.",
            links=(Link(rel="pdf", url="https://example.org/a.pdf"),),
        ),
    ),
    sessions=(LUNCH, ORAL, TALKS, DESK, CALLED_OFF, UNTIMED),
)
SERIES = Series(title="Systems & S", conferences=(CONFERENCE,))


def conference(*sessions: Session, **changed: Any) -> Series:
    """The series with these sessions only, and its conference changed."""
    return replace(SERIES, conferences=(replace(CONFERENCE, sessions=sessions, **changed),))


def read_json(series: Series, base_url: str | None = None) -> Any:
    """The schedule.json of 2022."""
    return json.loads(exported(series, base_url)["2022/schedule.json"])


def json_events(series: Series) -> dict[str, Any]:
    """The events of schedule.json by title."""
    days = read_json(series)["schedule"]["conference"]["days"]
    found = [event for day in days for events in day["rooms"].values() for event in events]
    assert len({event["title"] for event in found}) == len(found)
    return {event["title"]: event for event in found}


def read_xml(series: Series, base_url: str | None = None) -> Any:
    """The schedule.xml of 2022."""
    return etree.fromstring(exported(series, base_url)["2022/schedule.xml"].encode())


def schema(name: str) -> bytes:
    """A schema of the format, which lies beside the project, not in it."""
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of frab are not here: put them into ../shared/schemas to check against them")
    return (SCHEMAS / name).read_bytes()


@pytest.fixture(scope="module")
def broken_xml() -> Callable[[bytes], list[str]]:
    """What the XSD has against a schedule.xml."""
    xsd = etree.XMLSchema(etree.fromstring(schema("schedule.xml.xsd")))

    def errors(document: bytes) -> list[str]:
        xsd.validate(etree.fromstring(document))
        return [str(error) for error in xsd.error_log]

    return errors


@pytest.fixture(scope="module")
def broken_json() -> Callable[[bytes], list[str]]:
    """What the JSON schema has against a schedule.json."""
    validator = Draft6Validator(json.loads(schema("schedule.schema.json")), format_checker=FormatChecker())
    return lambda document: [error.message for error in validator.iter_errors(json.loads(document))]


def test_the_json_says_all_that_is_known_of_an_edition() -> None:
    document = read_json(conference(ORAL, DESK), base_url="https://example.org/s/")
    version = document["schedule"].pop("version")
    assert len(version) == 12
    assert document == {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "Plenary", "version": __version__},
        "schedule": {
            "base_url": "https://example.org/s/",
            "conference": {
                "acronym": "systemss2022",
                "title": "S 2022",
                "start": "2022-08-29",
                "end": "2022-08-29",
                "daysCount": 1,
                "timeslot_duration": "01:00",
                "time_zone_name": "America/Los_Angeles",
                "url": "https://example.org/s/2022/",
                "tracks": [{"name": "Systems", "slug": "systems"}, {"name": "X"}],
                "rooms": [
                    {
                        "name": "Hall A",
                        "guid": "2cc4acef-8bbf-5b6a-91b5-ba1aa7fa5d8e",
                        "description": "First floor",
                    }
                ],
                "days": [
                    {
                        "index": 1,
                        "date": "2022-08-29",
                        "day_start": "2022-08-29T00:00:00-07:00",
                        "day_end": "2022-08-30T00:00:00-07:00",
                        "rooms": {
                            "Hall A": [
                                {
                                    "guid": "1ad41b41-4a36-5a66-a2d2-2f23ba299842",
                                    "id": 2135439920,
                                    "date": "2022-08-29T09:00:00-07:00",
                                    "start": "09:00",
                                    "end": "2022-08-29T10:00:00-07:00",
                                    "duration": "01:00",
                                    "room": "Hall A",
                                    "slug": "systemss2022-2135439920-oral-one",
                                    "url": "https://example.org/s/2022/sessions/oral/",
                                    "title": "Oral one",
                                    "subtitle": None,
                                    "track": "Systems",
                                    "type": "oral",
                                    "language": "en",
                                    "abstract": "About it.\n\nMore.",
                                    "description": "Chair: Colby Banbury\n- Apollo — Jie Zhao, Colby Banbury"
                                    "\n- Remarks — Zoë Gómez",
                                    "persons": [
                                        {
                                            "id": 1394818353,
                                            "guid": "d2b16a8b-56a2-53e8-92e5-7f2bbd439acf",
                                            "name": "Colby Banbury",
                                        },
                                        {
                                            "id": 408679285,
                                            "guid": "b358cc15-834f-5436-b57b-5c5785618933",
                                            "name": "Zoë Gómez",
                                        },
                                    ],
                                    "links": [
                                        {
                                            "type": "media",
                                            "title": "Live stream",
                                            "url": "https://example.org/live",
                                        }
                                    ],
                                    "attachments": [
                                        {
                                            "type": "slides",
                                            "title": "Slides",
                                            "url": "https://example.org/%C3%BC.pdf",
                                        }
                                    ],
                                }
                            ],
                            "Room not given": [
                                {
                                    "guid": "9be8a5c9-6867-5a98-94a8-ef7558c35252",
                                    "id": 49793525,
                                    "date": "2022-08-29T07:00:00-07:00",
                                    "start": "07:00",
                                    "end": "2022-08-29T09:00:00-07:00",
                                    "duration": "02:00",
                                    "room": "Room not given",
                                    "slug": "systemss2022-49793525-untitled-registration",
                                    "url": "https://example.org/s/2022/sessions/desk/",
                                    "title": "Untitled registration",
                                    "subtitle": None,
                                    "track": None,
                                    "type": "registration",
                                    "language": "en",
                                    "abstract": None,
                                    "description": None,
                                    "persons": [],
                                    "links": [],
                                    "attachments": [],
                                }
                            ],
                        },
                    }
                ],
            },
            "plenary": {
                "version": 1,
                "sessions": {},
                "events": {
                    "9be8a5c9-6867-5a98-94a8-ef7558c35252": {
                        "session": "desk",
                        "status": "scheduled",
                        "stand_ins": ["title", "room", "language"],
                    },
                    "1ad41b41-4a36-5a66-a2d2-2f23ba299842": {
                        "session": "oral",
                        "status": "scheduled",
                        "stand_ins": ["language"],
                        "people": [{"name": "Colby Banbury", "role": "chair"}],
                        "links": [
                            {"rel": "stream", "url": "https://example.org/live"},
                            {"rel": "slides", "url": "https://example.org/%C3%BC.pdf"},
                        ],
                    },
                },
            },
        },
    }


def test_of_slots_that_are_events_both_files_tell_their_session_by_ids() -> None:
    facts = read_json(conference(TALKS))["schedule"]["plenary"]
    events = json_events(conference(TALKS))
    apollo, remarks, last = (events[title]["guid"] for title in ("Apollo", "Remarks", "Last"))
    common = {"session": "talks", "status": "scheduled"}
    assert facts == {
        "version": 1,
        "sessions": {
            "talks": {
                "kind": "other",
                "title": "Talks",
                "status": "scheduled",
                "date": "2022-08-30",
                "start": "09:00",
                "end": "11:00",
                "room": "Hall A",
                "people": [{"name": "Colby Banbury", "role": "chair"}],
            }
        },
        "events": {
            apollo: {
                **common,
                "slot": 1,
                "paper": "apollo",
                "stand_ins": ["language"],
                "authors": [{"name": "Jie Zhao"}, {"name": "Colby Banbury"}],
                "links": [{"rel": "pdf", "url": "https://example.org/a.pdf"}],
            },
            remarks: {
                **common,
                "slot": 2,
                "status": "moved",
                "note": "Was in Hall A.",
                "stand_ins": ["duration", "language"],
            },
            last: {**common, "slot": 5, "stand_ins": ["duration", "language"]},
        },
    }
    (instruction,) = (each for each in read_xml(conference(TALKS)) if each.tag is etree.ProcessingInstruction)
    assert (instruction.target, json.loads(instruction.text)) == ("plenary", facts)


def test_the_xml_says_the_same_of_an_event() -> None:
    root = read_xml(conference(ORAL), base_url="https://example.org/s/")
    assert root.findtext("url") == "https://example.org/s/2022/schedule.xml"
    assert {each.tag: each.text for each in root.find("conference") if each.tag != "track"} == {
        "acronym": "systemss2022",
        "title": "S 2022",
        "start": "2022-08-29",
        "end": "2022-08-29",
        "days": "1",
        "timeslot_duration": "01:00",
        "base_url": "https://example.org/s/",
        "url": "https://example.org/s/2022/",
        "time_zone_name": "America/Los_Angeles",
    }
    event = root.find("day/room[@name='Hall A']/event")
    lists = {"persons", "links", "attachments"}
    assert {each.tag: each.text or "" for each in event if each.tag not in lists} == {
        "date": "2022-08-29T09:00:00-07:00",
        "start": "09:00",
        "duration": "01:00",
        "room": "Hall A",
        "url": "https://example.org/s/2022/sessions/oral/",
        "title": "Oral one",
        "subtitle": "",
        "track": "Systems",
        "type": "oral",
        "language": "en",
        "abstract": "About it.\n\nMore.",
        "description": "Chair: Colby Banbury\n- Apollo — Jie Zhao, Colby Banbury\n- Remarks — Zoë Gómez",
    }
    assert [person.text for person in event.findall("persons/person")] == ["Colby Banbury", "Zoë Gómez"]
    assert [dict(link.attrib) for link in event.iterfind("links/link")] == [
        {"href": "https://example.org/live", "type": "media"}
    ]
    assert [each.get("href") for each in event.iterfind("attachments/attachment")] == [
        "https://example.org/%C3%BC.pdf"
    ]


def test_slots_with_times_of_their_own_are_the_events_of_their_session() -> None:
    events = json_events(conference(TALKS))
    assert {title: (each["room"], each["start"], each["duration"]) for title, each in events.items()} == {
        "Apollo": ("Hall A", "09:00", "00:45"),
        "Remarks": ("Hall B", "09:45", "01:15"),
        "Last": ("Hall A", "10:15", "00:45"),
    }
    apollo, remarks = events["Apollo"], events["Remarks"]
    assert (apollo["subtitle"], apollo["abstract"]) == ("Talks", "A compiler.")
    assert [person["name"] for person in apollo["persons"]] == ["Jie Zhao", "Colby Banbury"]
    assert [each["url"] for each in apollo["attachments"]] == ["https://example.org/a.pdf"]
    assert apollo["description"] == "Jie Zhao, Colby Banbury\nPart of: Talks\nChair: Colby Banbury"
    assert remarks["description"] == (
        f"Moved. Was in Hall A.\n\nPart of: Talks\nChair: Colby Banbury\n\n{UNKNOWN_END}"
    )


def test_breaks_are_in_what_was_called_off_or_has_no_time_is_not() -> None:
    assert sorted(json_events(SERIES)) == [
        "Apollo", "Last", "Lunch", "Oral one", "Remarks", "Untitled registration",
    ]  # fmt: skip


def test_where_all_was_called_off_apps_get_an_empty_schedule_of_its_days(
    broken_xml: Callable[[bytes], list[str]], broken_json: Callable[[bytes], list[str]]
) -> None:
    files = exported(conference(CALLED_OFF))
    document = files["2022/schedule.xml"].encode()
    [day] = etree.fromstring(document).iter("day")
    assert (day.get("index"), day.get("date"), len(day)) == ("1", "2022-08-29", 0)
    assert day.get("start") and day.get("end")
    [day] = json.loads(files["2022/schedule.json"])["schedule"]["conference"]["days"]
    assert (day["index"], day["date"], day["rooms"]) == (1, "2022-08-29", {})
    assert json.loads(files["2022/now.json"]) == {"sessions": []}
    assert (broken_xml(document), broken_json(files["2022/schedule.json"].encode())) == ([], [])


@pytest.mark.parametrize(
    ("start", "room", "others", "duration"),
    [
        (time(9), "Hall A", [("Hall B", time(9, 30)), ("Hall A", time(11, 15))], "02:15"),
        (time(9), "Hall A", [("Hall A", time(8))], "01:00"),
        (time(9), None, [(None, time(9, 30))], "01:00"),
        (time(23, 20), "Hall A", [], "00:40"),
    ],
)
def test_an_unknown_end_is_the_next_in_the_room_else_an_hour_never_past_midnight(
    start: time, room: str | None, others: list[tuple[str | None, time]], duration: str
) -> None:
    one = Session(id="one", title="One", date=MONDAY, start=start, room=room)
    rest = [
        replace(one, id=f"x{n}", title=f"{n}", room=each, start=at) for n, (each, at) in enumerate(others)
    ]
    event = json_events(conference(one, *rest))["One"]
    assert (event["duration"], "end" in event, event["description"]) == (duration, False, UNKNOWN_END)


@pytest.mark.parametrize(
    ("zone", "day", "start", "end", "written", "duration"),
    [
        (
            "America/Los_Angeles",
            date(2022, 11, 6),
            time(0, 30),
            time(3),
            "2022-11-06T00:30:00-07:00",
            "03:30",
        ),
        ("Europe/Berlin", date(2023, 3, 26), time(1), time(4), "2023-03-26T01:00:00+01:00", "02:00"),
        ("Asia/Kolkata", date(2024, 3, 31), time(9), time(10), "2024-03-31T09:00:00+05:30", "01:00"),
        ("Australia/Lord_Howe", date(2024, 4, 7), time(1), time(3), "2024-04-07T01:00:00+11:00", "02:30"),
    ],
)
def test_dates_and_durations_are_right_when_clocks_change(
    zone: str, day: date, start: time, end: time, written: str, duration: str
) -> None:
    session = Session(id="one", title="One", date=day, start=start, end=end)
    event = json_events(conference(session, time_zone=zone))["One"]
    assert (event["date"], event["duration"]) == (written, duration)


@pytest.mark.parametrize(
    "series",
    [conference(ORAL, time_zone=None), conference(UNTIMED), conference()],
    ids=["no zone", "nothing timed", "no sessions"],
)
def test_an_edition_without_zone_or_times_has_no_schedule(series: Series) -> None:
    assert not {"2022/schedule.xml", "2022/schedule.json"} & exported(series).keys()


@pytest.mark.parametrize(
    ("title", "edition", "acronym"),
    [
        ("MLSys", "2022", "mlsys2022"),
        ("PyCon 2026", "2026", "pycon2026"),
        ("S", "1", "s1__"),
        ("会", "a.b", "huiab"),
    ],
)
def test_the_acronym_is_of_the_series_and_the_edition(title: str, edition: str, acronym: str) -> None:
    series = replace(conference(ORAL, id=edition), title=title)
    document = json.loads(exported(series)[f"{edition}/schedule.json"])
    assert document["schedule"]["conference"]["acronym"] == acronym


def test_without_a_base_url_an_event_has_its_guid_as_address() -> None:
    event = json_events(conference(ORAL))["Oral one"]
    assert event["url"] == f"urn:uuid:{event['guid']}"
    assert read_xml(conference(ORAL)).find("day/room/event/url") is None


def test_the_guid_is_the_uid_of_the_calendar_and_the_number_follows_from_it() -> None:
    series = conference(ORAL)
    event = json_events(series)["Oral one"]
    assert UUID(event["guid"]).version == 5
    assert f"UID:{event['guid']}\r\n" in exported(series)["2022/calendar.ics"]
    assert json_events(conference(LUNCH, ORAL))["Oral one"]["id"] == event["id"]
    (element,) = read_xml(series).iterfind("day/room/event")
    assert (element.get("guid"), element.get("id")) == (event["guid"], str(event["id"]))


def test_two_guids_never_have_one_number() -> None:
    one, same, last = UUID(int=5), UUID(int=5 + 2**31 - 1), UUID(int=2**31 - 2)
    assert numbered([same, last, one]) == {one: 6, same: 7, last: 2**31 - 1}


def test_the_version_follows_the_content() -> None:
    versions = {
        read_json(series)["schedule"]["version"]
        for series in (conference(ORAL), conference(ORAL), conference(replace(ORAL, start=time(9, 5))))
    }
    assert len(versions) == 2
    assert read_xml(conference(ORAL)).findtext("version") in versions


def test_a_hidden_former_name_is_in_no_schedule() -> None:
    person = Author(id="new", name="New Name", former_names=(FormerName(name="Old Name", hidden=True),))
    session = replace(ORAL, people=(Participant(name="Old Name"),))
    files = exported(replace(conference(session), authors=(person,)))
    assert "New Name" in files["2022/schedule.xml"] and "New Name" in files["2022/schedule.json"]
    assert "Old Name" not in files["2022/schedule.xml"] + files["2022/schedule.json"]


HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(list(",;\\\"\n\r\t{}%@=<>&]'\x00\x1b\x85\u2028\u202e\u2066\u200f\ufffe\u0301😀")),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=40)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_comes_through_as_that_text_and_stays_valid(
    broken_xml: Callable[[bytes], list[str]],
    broken_json: Callable[[bytes], list[str]],
    title: str,
    place: str,
    name: str,
    note: str,
) -> None:
    session = replace(
        ORAL, title=title, room=place, note=note, people=(Participant(name=name),), slots=(), links=()
    )
    track = Track(id="systems", name=note)
    files = exported(conference(session, rooms=(), tracks=(track,), title=name))
    assert broken_xml(files["2022/schedule.xml"].encode()) == []
    assert broken_json(files["2022/schedule.json"].encode()) == []
    (event,) = etree.fromstring(files["2022/schedule.xml"].encode()).iterfind("day/room/event")
    ((same,),) = json.loads(files["2022/schedule.json"])["schedule"]["conference"]["days"][0][
        "rooms"
    ].values()
    expected = [markup.plain(title), plain_line(place) or "Room not given", plain_line(note)]
    assert [event.findtext(each) or "" for each in ("title", "room", "track")] == expected
    assert [same[each] or "" for each in ("title", "room", "track")] == expected
    details = plain_line(note)
    assert (event.findtext("description"), same["description"] or "") == (details, details)
    assert (
        [event.findtext("persons/person") or ""]
        == [each["name"] for each in same["persons"]]
        == [plain_line(name)]
    )


@pytest.mark.parametrize("base_url", [None, "https://example.org/s/"])
@pytest.mark.parametrize("series", [SERIES, replace(SERIES, title="S")], ids=["long", "short"])
def test_both_files_are_valid(
    broken_xml: Callable[[bytes], list[str]],
    broken_json: Callable[[bytes], list[str]],
    series: Series,
    base_url: str | None,
) -> None:
    files = exported(series, base_url)
    assert broken_xml(files["2022/schedule.xml"].encode()) == []
    assert broken_json(files["2022/schedule.json"].encode()) == []


def test_the_schedules_of_the_real_site_are_valid(
    broken_xml: Callable[[bytes], list[str]], broken_json: Callable[[bytes], list[str]]
) -> None:
    site = real_site()
    broken = {"schedule-xml": broken_xml, "schedule-json": broken_json}
    files = [file for file in site.files if file.export.name in broken]
    assert {file.route for file in files} == {"2022/schedule.xml", "2022/schedule.json"}
    assert [broken[file.export.name](file.export.body(site, file.subject)) for file in files] == [[], []]
