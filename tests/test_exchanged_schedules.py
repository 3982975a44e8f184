"""Schedules of frab and pretalx come in and go out again the same, as XML and as JSON.

Two are made to their pattern. A real one is tried where it lies beside the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from site_gen import build as building
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.rendering import PROJECT, shown

SAMPLES = PROJECT.parent / "shared" / "samples"

FRAB = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
<generator name="frab" version="0.9"/>
<conference><acronym>marsh</acronym><title>Marsh Days</title><start>2026-10-24</start><end>2026-10-25</end>
<days>2</days><timeslot_duration>00:15</timeslot_duration><base_url>https://frab.marsh.example/</base_url>
<time_zone_name>Europe/Berlin</time_zone_name><track name="Water" color="#00f"/></conference>
<day index="1" date="2026-10-24" start="2026-10-24T09:00:00+02:00" end="2026-10-25T04:00:00+01:00">
<room name="Reed Hall" guid="0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f01">
<event guid="0c4f4d0c-77a5-5ad4-8d2b-5b0c4d6a6e01" id="4711">
<logo>/system/events/logos/4711/reed.png</logo>
<date>2026-10-24T10:00:00+02:00</date><start>10:00</start><duration>00:45</duration><room>Reed Hall</room>
<title>How Reeds Breathe</title><subtitle>Under water</subtitle><track>Water</track><type>lecture</type>
<language>en</language><abstract>Air in stems.</abstract>
<persons><person id="7" guid="0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f07">Ann Bee</person>
<person id="8" guid="0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f08">Cy Dee</person></persons>
<links/><attachments/></event>
<event guid="0c4f4d0c-77a5-5ad4-8d2b-5b0c4d6a6e02" id="4712">
<date>2026-10-24T11:00:00+02:00</date><start>11:00</start><duration>00:05</duration><room>Reed Hall</room>
<title>Five Frogs</title><track>Water</track><type>lightning_talk</type><language>de</language>
<persons><person id="7" guid="0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f07">Ann Bee</person></persons></event>
</room>
<room name="Bank">
<event guid="0c4f4d0c-77a5-5ad4-8d2b-5b0c4d6a6e03" id="4713">
<date>2026-10-25T01:30:00+02:00</date><start>01:30</start><duration>2:01:00</duration><room>Bank</room>
<title>Lunch</title><track>Night</track><type>other</type><language>en</language></event>
</room>
</day>
<day index="2" date="2026-10-25" start="2026-10-25T09:00:00+01:00" end="2026-10-26T04:00:00+01:00">
<room name="Bank">
<event guid="0c4f4d0c-77a5-5ad4-8d2b-5b0c4d6a6e04" id="4714">
<date>2026-10-25T10:00:00+01:00</date><start>10:00</start><duration>01:00</duration><room>Bank</room>
<title>Who Mows</title><track>Night</track><type>meeting</type><language>en</language>
<recording><license/><optout>true</optout></recording></event>
<event guid="0C4F4D0C-77A5-5AD4-8D2B-5B0C4D6A6E05" id="4715">
<date>2026-10-25T12:00:00+01:00</date><start>12:00</start><duration>01:00</duration><room>Bank</room>
<title>Weaving</title><track>Night</track><type>Workshop</type><language>en</language></event>
</room>
</day>
<day index="3" date="2026-10-26"/>
</schedule>
"""


def pretalx_event(number: int, title: str, **others: Any) -> dict[str, Any]:
    """An event as pretalx writes it."""
    return {
        "id": number, "guid": f"6b1f0f5e-2b67-5e43-9f6c-{number:012}", "logo": None, "code": f"AB{number}",
        "date": "2026-03-02T09:00:00-05:00", "start": "09:00", "duration": "00:30", "room": "Pine",
        "slug": f"owls-{number}", "url": f"https://talks.example/owls/talk/AB{number}/", "title": title,
        "subtitle": "", "track": None, "type": "Talk", "language": "en", "abstract": "", "description": None,
        "recording_license": "", "do_not_record": False, "persons": [], "links": [], "attachments": [],
        **others,
    }  # fmt: skip


BO_EK = {
    "id": 3, "code": "ZZ", "guid": "0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f09", "public_name": "Bo Ek",
    "biography": "O.",
}  # fmt: skip
PRETALX = json.dumps(
    {
        "schedule": {
            "version": "0.3",
            "base_url": "https://talks.example/owls/schedule/",
            "conference": {
                "acronym": "owls", "title": "Owl Talks", "start": "2026-03-02", "end": "2026-03-02",
                "daysCount": 1, "time_zone_name": "America/New_York", "timeslot_duration": "00:05",
                "rooms": [{"name": "Pine", "guid": "0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f02"}, {"name": "Oak"}],
                "tracks": [{"name": "Night"}],
                "days": [{
                    "index": 1, "date": "2026-03-02", "day_start": "2026-03-02T04:00:00-05:00",
                    "day_end": "2026-03-03T03:59:00-05:00",
                    "rooms": {
                        "Pine": [
                            pretalx_event(
                                1, "Silent Wings", logo="https://talks.example/media/wings.webp",
                                persons=[BO_EK], do_not_record=True,
                            ),
                            pretalx_event(
                                2, "Coffee", type="Break (no talk)", date="2026-03-02T09:30:00-05:00",
                                start="09:30", track="Night",
                            ),
                        ],
                        "Oak": [
                            pretalx_event(
                                3, "Opening", type="Keynote", room="Oak", language="fr",
                                date="2026-03-02T08:00:00-05:00", start="08:00", duration="01:00",
                            ),
                            pretalx_event(
                                4, "Wall of Feathers", type="poster", room="Oak", duration="13:30",
                                date="2026-03-02T10:00:00-05:00", start="10:00",
                            ),
                        ],
                    },
                }],
            },
        }
    }
)  # fmt: skip

GUIDS = {f"0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f{each:02}" for each in (1, 2, 7, 8, 9)}  # of rooms and people
Stated = dict[str, tuple[object, ...]]
"""What is said of the conference, under "", and of each event by its guid."""


def published(folder: Path, name: str, schedule: str) -> dict[str, str]:
    """The site that is built of a schedule alone: its files by their names."""
    sources = folder / "content" / "sources"
    sources.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("title: Talks\nbase_url: https://x.example/\n")
    (sources / name).write_text(schedule)
    problems = ProblemLog()
    ingest(folder, problems)
    assert building.build(folder, folder / "_site", problems)
    assert problems.errors == []
    year = next(file for file in (folder / "_site").glob("20*/conference.json")).parent
    return {
        file.relative_to(year).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(year.rglob("*"))
        if file.suffix in (".xml", ".json", ".html", ".ics")
    }


def stated(name: str, schedule: str) -> Stated:
    """What a schedule says; times as moments, for the same one may be written in two offsets."""
    return dict(stated_json(json.loads(schedule)) if name.endswith("json") else stated_xml(schedule))


def of_source(guid: str | None, number: object) -> str:
    """The ids of somebody, where a source gave them."""
    return f" {guid} {number}" if guid in GUIDS else ""


def stated_json(root: Any) -> Iterator[tuple[str, tuple[object, ...]]]:
    conference = root["schedule"]["conference"]
    yield "", tuple(conference.get(each) for each in ("acronym", "title", "time_zone_name", "start", "end"))
    yield "rooms", tuple(sorted({each.get("guid") or "" for each in conference["rooms"]} & GUIDS))
    for day in conference["days"]:
        for events in day["rooms"].values():
            for each in events:
                names = [
                    (person.get("public_name") or person["name"])
                    + of_source(person.get("guid"), person["id"])
                    for person in each["persons"]
                ]
                texts = {name: str(each.get(name) or "") for name in _TEXTS}
                texts["unrecorded"] = str(each.get("do_not_record") or False).lower()
                yield each["guid"], event_of(str(each["id"]), texts, names)


def stated_xml(schedule: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    root = ElementTree.fromstring(schedule)
    names = ("acronym", "title", "time_zone_name", "start", "end")
    yield "", tuple(root.findtext(f"conference/{name}") for name in names)
    yield "rooms", tuple(sorted({each.get("guid") or "" for each in root.iter("room")} & GUIDS))
    for event in root.iter("event"):
        texts = {name: event.findtext(name) or "" for name in _TEXTS}
        texts["unrecorded"] = event.findtext("recording/optout") or "false"
        yield event.get("guid") or "", event_of(event.get("id") or "", texts, [
            (person.text or "") + of_source(person.get("guid"), person.get("id"))
            for person in event.iter("person")
        ])  # fmt: skip


_TEXTS = ("title", "type", "track", "room", "language", "logo", "date", "duration")


def event_of(number: str, texts: dict[str, str], names: list[str]) -> tuple[object, ...]:
    begin = datetime.fromisoformat(texts.pop("date")).timestamp()
    days, hours, minutes = (int(part) for part in f"0:{texts.pop('duration')}".split(":")[-3:])
    length = timedelta(days=days, hours=hours, minutes=minutes)
    logo = urljoin("https://frab.marsh.example/", texts.pop("logo"))
    return (number, *texts.values(), logo, begin, begin + length.total_seconds(), *names)


@pytest.mark.parametrize(("name", "schedule"), [("schedule.xml", FRAB), ("schedule.json", PRETALX)])
def test_a_schedule_goes_out_as_it_came_in_and_comes_back(tmp_path: Path, name: str, schedule: str) -> None:
    first = published(tmp_path / "first", name, schedule)
    for each in ("schedule.xml", "schedule.json"):
        assert stated(each, first[each]) == stated(name, schedule)
        again = published(tmp_path / f"from {each}", each, first[each])
        assert stated("schedule.xml", again["schedule.xml"]) == stated(name, schedule)


def test_a_session_is_called_what_its_system_calls_it_where_that_says_more_than_its_kind(
    tmp_path: Path,
) -> None:
    site = published(tmp_path, "schedule.xml", FRAB)
    pages = {route: page for route, page in site.items() if route.endswith("/index.html")}
    kinds = {route: shown(page, ".kicker .kind") for route, page in pages.items() if "sessions/" in route}
    assert kinds == {
        "sessions/five-frogs/index.html": ["Lightning talk"],
        "sessions/how-reeds-breathe/index.html": ["Lecture"],
        "sessions/lunch/index.html": ["Break"],
        "sessions/weaving/index.html": ["Workshop"],
        "sessions/who-mows/index.html": ["Meeting"],
    }
    assert "CATEGORIES:Lightning talk,Water" in site["calendar.ics"]
    sessions = json.loads(site["conference.json"])["sessions"]
    assert sorted((each["kind"], each["type"]) for each in sessions) == [
        ("break", "other"), ("other", "lecture"), ("other", "lightning_talk"), ("other", "meeting"),
        ("workshop", "Workshop"),
    ]  # fmt: skip


def test_a_real_schedule_of_pretalx_goes_out_as_it_came_in(tmp_path: Path) -> None:
    sample = SAMPLES / "pretalx_democon_schedule.json"
    if not sample.is_file():
        pytest.skip("no real schedule is here: put pretalx_democon_schedule.json into ../shared/samples")
    schedule = sample.read_text(encoding="utf-8")
    first = published(tmp_path, "schedule.json", schedule)
    want = stated("schedule.json", schedule)
    # It says UTC, and has times of +01:00.
    want[""] = (
        "democon",
        "DemoCon",
        None,
        "2020-12-14",
        "2020-12-16",
    )  # it says UTC, and has times of +01:00
    for each in ("schedule.xml", "schedule.json"):
        assert stated(each, first[each]) == want
