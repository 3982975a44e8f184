"""A camp comes in from frab and goes out again the same: in schedule.xml, and from our own file once more."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from site_gen import build as building
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.camp import camp_schedule

Stated = dict[str, tuple[str | None, ...]]
_MEMBERS = ("date", "start", "duration", "room", "track", "type", "persons/person")


def published(folder: Path, schedule: str) -> str:
    """The schedule.xml that is built of one."""
    sources = folder / "content" / "sources"
    sources.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(
        "title: Camp\nbase_url: https://camp.example/\nlanguage: de\n"
    )
    (sources / "schedule.xml").write_text(schedule)
    problems = ProblemLog()
    ingest(folder, problems)
    assert building.build(folder, folder / "_site", problems)
    assert problems.all == []
    return (folder / "_site/2026/schedule.xml").read_text()


def stated(schedule: str) -> tuple[list[str | None], list[tuple[str | None, ...]], Stated]:
    """What a schedule says of the conference, of its days, and of each event by its title."""
    root = ElementTree.fromstring(schedule)
    conference = [root.findtext(f"conference/{name}") for name in ("title", "time_zone_name", "start", "end")]
    days = [tuple(day.get(name) for name in ("index", "date", "start", "end")) for day in root.iter("day")]
    events = {
        event.findtext("title") or "": (day.get("index"), *(event.findtext(name) for name in _MEMBERS))
        for day in root.iter("day")
        for event in day.iter("event")
    }
    return conference, days, events


def broken_rules(schedule: str) -> list[str]:
    """What apps on phones choke on, some of them so that they drop the whole file."""
    root = ElementTree.fromstring(schedule)
    days, events = list(root.iter("day")), list(root.iter("event"))
    found = [f"day {day.attrib}" for day in days if not (day.get("index") and day.get("end"))]
    for event in events:
        start, duration = event.findtext("start") or "", event.findtext("duration") or ""
        number = event.get("id") or ""
        if not re.fullmatch(r"\d{1,2}:\d\d", start):
            found.append(f"start {start}")
        if not re.fullmatch(r"(?:[1-9]\d?:)?(?:[01]\d|2[0-3]):[0-5]\d", duration):
            found.append(f"duration {duration}")
        if not re.fullmatch(r"[1-9]\d*", number) or int(number) >= 2**31:
            found.append(f"id {number}")
    for name in ("id", "guid"):
        if len({event.get(name) for event in events}) < len(events):
            found.append(f"two events have one {name}")
    return found


def test_a_camp_goes_out_as_it_came_in(tmp_path: Path) -> None:
    source = camp_schedule(120, 6)
    first = published(tmp_path / "first", source)
    assert stated(first) == stated(source)
    assert stated(published(tmp_path / "second", first)) == stated(source)
    assert broken_rules(first) == []


def test_a_camp_has_its_nights_and_its_exhibition() -> None:
    _, _, events = stated(camp_schedule(120, 6))
    assert events["Exhibition of antennas"][:4] == ("2", "2026-08-01T10:00:00+02:00", "10:00", "1:02:00")
    nights = [each for each in events.values() if each[2] and each[2] < "04:00"]
    assert {each[0] for each in nights} == {"1", "2", "3"}
