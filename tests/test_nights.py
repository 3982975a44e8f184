"""Programmes of nights and of several days: an end may lie on another day, wherever it is shown."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from site_gen import build as building
from site_gen.conference import Conference, Participant, Room, Series, Session, Slot
from site_gen.problems import ProblemLog
from tests.rendering import exported, rendered

FIELD = Path(__file__).parent / "field"
FRIDAY, SATURDAY, SUNDAY = (date(2026, 10, day) for day in (2, 3, 4))
CAMP = Conference(
    id="2026",
    title="Camp 2026",
    first_day=FRIDAY,
    last_day=SUNDAY,
    time_zone="Europe/Rome",
    day_change=time(4),
    rooms=(Room(id="barn", name="Barn"), Room(id="tent", name="Tent")),
    sessions=(
        Session(id="ctf", title="CTF", date=FRIDAY, start=time(17), end=time(8), end_date=SATURDAY,
                room="Barn", slots=(
                    Slot(title="Start", start=time(17), end=time(18)),
                    Slot(title="Finale", date=SATURDAY, start=time(1), end=time(2, 30)),
                )),
        Session(id="sky", title="Sky", date=SATURDAY, start=time(1, 15), end=time(2), room="Tent"),
        Session(id="coffee", title="Coffee", date=SATURDAY, start=time(9), end=time(9, 30), room="Tent"),
        Session(id="show", title="Show", date=SATURDAY, start=time(10), end=time(12), end_date=SUNDAY,
                room="Barn"),
    ),
)  # fmt: skip
SERIES = Series(title="Camp", conferences=(CAMP,))


def text(html: str) -> str:
    """The words of some HTML with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def hours(page: str) -> list[str]:
    """The times of a page's lines as they are read."""
    return [text(each) for each in re.findall(r'<p class="session-time">(.*?)</p>', page, re.DOTALL)]


def test_the_field_case_of_an_overnight_session(tmp_path: Path) -> None:
    shutil.copytree(FIELD / "01-overnight-session", tmp_path / "p")
    problems = ProblemLog()
    assert building.build(tmp_path / "p", tmp_path / "out", problems)
    assert problems.all == []
    edition = tmp_path / "out" / "2025"
    assert hours((edition / "schedule/2025-10-24/index.html").read_text()) == [
        "17:00–08:00 +1 Saturday, 25 October 2025 Workshop 2",
        "20:00–00:30 +1 Saturday, 25 October 2025 Foyer",
    ]
    assert hours((edition / "schedule/2025-10-25/index.html").read_text()) == [
        "17:00 −1 Friday, 24 October 2025–08:00",
        "20:00 −1 Friday, 24 October 2025–00:30",
    ]
    assert re.findall(r"DT(?:START|END);.*", (edition / "calendar.ics").read_text()) == [
        "DTSTART;TZID=Europe/Berlin:20251024T170000",
        "DTEND;TZID=Europe/Berlin:20251025T080000",
        "DTSTART;TZID=Europe/Berlin:20251024T200000",
        "DTEND;TZID=Europe/Berlin:20251025T003000",
    ]
    durations = re.findall(r"<duration>(.*)</duration>", (edition / "schedule.xml").read_text())
    assert durations == ["15:00", "04:30"]
    page = (edition / "sessions/ctf/index.html").read_text()
    assert '"endDate":"2025-10-25T08:00+02:00"' in page
    assert "Conference dinner" in page.partition("At the same time")[2]


def test_a_night_belongs_to_the_evening_before_until_the_day_changes() -> None:
    pages = rendered(SERIES)
    assert hours(pages["2026/schedule/2026-10-02/"]) == [
        "17:00–08:00 +1 Saturday, 3 October 2026 Barn",
        "01:15–02:00 +1 Saturday, 3 October 2026 Tent",
    ]
    assert hours(pages["2026/schedule/2026-10-03/"]) == [
        "17:00 −1 Friday, 2 October 2026–08:00",
        "09:00–09:30 Tent",
        "10:00–12:00 +1 Sunday, 4 October 2026 Barn",
    ]
    # Nothing begins on Sunday; the exhibition is still on, and has a page to say so.
    assert hours(pages["2026/schedule/2026-10-04/"]) == ["10:00 −1 Saturday, 3 October 2026–12:00"]
    when = text(pages["2026/sessions/sky/"].partition("<dd>")[2].partition("</dd>")[0])
    assert when.startswith(
        "Friday, 2 October 2026, 01:15–02:00 +1 Saturday, 3 October 2026 (Saturday, 3 October 2026)"
    )
    assert '<a href="../../../2026/schedule/2026-10-02/">' in pages["2026/sessions/sky/"]
    assert ">01:00</time>" in pages["2026/sessions/ctf/"]
    assert "2026-10-03T01:00+02:00" in pages["2026/sessions/ctf/"]


def test_exports_say_the_moments() -> None:
    files = exported(SERIES)
    now = json.loads(files["2026/now.json"])["sessions"]
    assert [(each["title"], each.get("day"), each["start"], each["end"]) for each in now] == [
        ("CTF", None, "2026-10-02T17:00+02:00", "2026-10-03T08:00+02:00"),
        ("Sky", "2026-10-02", "2026-10-03T01:15+02:00", "2026-10-03T02:00+02:00"),
        ("Coffee", None, "2026-10-03T09:00+02:00", "2026-10-03T09:30+02:00"),
        ("Show", None, "2026-10-03T10:00+02:00", "2026-10-04T12:00+02:00"),
    ]
    days = json.loads(files["2026/schedule.json"])["schedule"]["conference"]["days"]
    found = [
        (day["index"], event["title"], event["date"], event["start"], event["duration"], event["end"])
        for day in days
        for room in day["rooms"].values()
        for event in room
    ]
    assert found == [
        (1, "Start", "2026-10-02T17:00:00+02:00", "17:00", "01:00", "2026-10-02T18:00:00+02:00"),
        (1, "Finale", "2026-10-03T01:00:00+02:00", "01:00", "01:30", "2026-10-03T02:30:00+02:00"),
        (1, "Sky", "2026-10-03T01:15:00+02:00", "01:15", "00:45", "2026-10-03T02:00:00+02:00"),
        (2, "Show", "2026-10-03T10:00:00+02:00", "10:00", "1:02:00", "2026-10-04T12:00:00+02:00"),
        (2, "Coffee", "2026-10-03T09:00:00+02:00", "09:00", "00:30", "2026-10-03T09:30:00+02:00"),
    ]
    assert [(day["date"], day["day_start"], day["day_end"]) for day in days] == [
        ("2026-10-02", "2026-10-02T04:00:00+02:00", "2026-10-03T04:00:00+02:00"),
        ("2026-10-03", "2026-10-03T04:00:00+02:00", "2026-10-04T04:00:00+02:00"),
    ]
    sunday = files["2026/schedule/2026-10-04/calendar.ics"]
    assert "DTEND;TZID=Europe/Rome:20261004T120000" in sunday


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        (("2026-10-03", "07:00", "09:00"), ["room-clash"]),
        (("2026-10-03", "08:00", "09:00"), []),
        (("2026-10-02", "07:00", "09:00"), []),
    ],
)
def test_clashes_are_seen_over_midnight(
    tmp_path: Path, other: tuple[str, str, str], clashes: list[str]
) -> None:
    day, start, end = other
    content = tmp_path / "content"
    (content / "2026").mkdir(parents=True)
    (content / "site.yaml").write_text("title: S\n")
    (content / "2026/conference.yaml").write_text("title: S\ntime_zone: Europe/Rome\n")
    (content / "2026/sessions.yaml").write_text(
        "- id: night\n  title: Night\n  date: 2026-10-02\n  start: '17:00'\n  end: '08:00'\n"
        "  end_date: 2026-10-03\n  room: Barn\n"
        f"- id: other\n  title: Other\n  date: {day}\n  start: '{start}'\n  end: '{end}'\n  room: Barn\n"
    )
    problems = ProblemLog()
    assert building.build(tmp_path, tmp_path / "out", problems)
    assert [each.code for each in problems.all] == clashes


def test_a_party_after_the_last_day_makes_no_further_day() -> None:
    party = Session(id="p", title="Party", date=SUNDAY, start=time(22), end=time(2),
                    end_date=date(2026, 10, 5), people=(Participant(name="Ada"),))  # fmt: skip
    pages = rendered(Series(title="C", conferences=(Conference(id="c", title="C", sessions=(party,)),)))
    assert [route for route in pages if "schedule/" in route] == ["c/schedule/", "c/schedule/2026-10-04/"]


def test_what_lasts_for_whole_days_says_until_when() -> None:
    sprints = Session(id="sprints", title="Sprints", date=SATURDAY, end_date=SUNDAY)
    series = Series(title="Camp", conferences=(replace(CAMP, sessions=(*CAMP.sessions, sprints)),))
    pages, files = rendered(series), exported(series)
    expected = "until Sunday, 4 October 2026"
    for day in ("2026-10-03", "2026-10-04"):
        assert hours(pages[f"2026/schedule/{day}/"])[-1] == expected
    for calendar in ("calendar", "schedule/2026-10-04/calendar", "sessions/sprints/sprints"):
        text = files[f"2026/{calendar}.ics"].replace("\r", "")
        assert "DTSTART;VALUE=DATE:20261003\nDTEND;VALUE=DATE:20261005\nSUMMARY:Sprints\n" in text
    assert "Sprints" not in files["2026/schedule.xml"]
