"""Times as sources state them: durations, days of ends, and zones; nothing is guessed by its look."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_gen import build as building
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

FIELD = Path(__file__).parent / "field"
SITE = "title: S\nbase_url: https://s.example/\n"


def brought_in(project: Path) -> list[str]:
    """Ingest and build a project; every problem in one line."""
    problems = ProblemLog()
    ingest(project, problems)
    if not problems.errors:
        assert building.build(project, project / "_site", problems)
    return [f"{each.place}: {each.code}" for each in problems.all]


def built(project: Path) -> list[str]:
    """Build a project from its content alone; every problem in one line."""
    problems = ProblemLog()
    assert building.build(project, project / "_site", problems)
    return [f"{each.place}: {each.code}" for each in problems.all]


def field_case(name: str, folder: Path) -> Path:
    """A copy of a field case that may be changed."""
    return Path(shutil.copytree(FIELD / name, folder / "p"))


def project(folder: Path, file: str, text: str, site: str = SITE) -> Path:
    """A project of one source document."""
    sources = folder / "content" / "sources"
    sources.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(site)
    (sources / file).write_text(text)
    return folder


def edition(folder: Path, name: str = "2026") -> dict[str, Any]:
    """The published conference.json of an edition."""
    found: dict[str, Any] = json.loads((folder / "_site" / name / "conference.json").read_text())
    return found


def spans(conference: dict[str, Any]) -> list[tuple[str | None, ...]]:
    """Title, day, start, day of the end and end of each session."""
    return [
        (each["title"], each["date"], each["start"], each["end_date"], each["end"])
        for each in conference["sessions"]
    ]


def test_the_field_case_of_nights_in_a_schedule_of_frab(tmp_path: Path) -> None:
    folder = field_case("02-overnight-frab-xml", tmp_path)
    assert brought_in(folder) == []
    found = edition(folder)
    assert (found["title"], found["time_zone"], found["day_change"]) == (
        "Sommerlager 2026", "Europe/Rome", "04:00",
    )  # fmt: skip
    assert spans(found) == [
        ("Capture the flag, all night", "2026-10-02", "17:00", "2026-10-03", "08:00"),
        ("Radio stories by the fire", "2026-10-02", "23:30", "2026-10-03", "01:00"),
        ("Night sky for beginners", "2026-10-03", "01:15", None, "02:00"),
        ("Exhibition of antennas", "2026-10-03", "10:00", "2026-10-04", "12:00"),
    ]
    schedule = (folder / "_site/2026/schedule.xml").read_text()
    assert re.findall(r"<duration>(.*)</duration>", schedule) == ["15:00", "01:30", "00:45", "1:02:00"]
    assert [each.count("<event") for each in schedule.split("<day ")[1:]] == [3, 1]


def test_the_field_case_of_a_zone_that_only_its_rules_tell(tmp_path: Path) -> None:
    folder = field_case("04-ics-tzid-gmt-no-zone", tmp_path)
    assert brought_in(folder) == ["content/2026/conference.yaml: no-place"]
    assert edition(folder)["time_zone"] == "+01:00"
    page = (folder / "_site/2026/sessions/tides-and-tables/index.html").read_text()
    assert '"startDate":"2026-07-23T10:20+01:00"' in page
    assert "All times are in UTC+01:00; the time zone of the place is not given." in page
    assert "DTSTART:20260723T092000Z" in (folder / "_site/2026/calendar.ics").read_text()


def test_the_field_case_of_a_zone_named_by_pretalx(tmp_path: Path) -> None:
    folder = field_case("07-pretalx-json-tracks-zone", tmp_path)
    codes = [each.rpartition(": ")[2] for each in brought_in(folder)]
    assert codes == ["person-clash", "room-clash"]  # twelve posters are one line
    found = edition(folder)
    assert [found[name] for name in ("title", "time_zone", "first_day", "last_day")] == [
        "Wet Days 2026", "Europe/Rome", "2026-10-02", "2026-10-03",
    ]  # fmt: skip
    assert [(each["name"], each["note"]) for each in found["rooms"]] == [
        ("Main hall", "Ground floor"), ("Attic", None), ("Poster hall", None),
    ]  # fmt: skip
    assert found["sessions"][0]["people"][0]["biography"] == "Bio of Ada Beispiel"
    assert (folder / "_site/2026/schedule.xml").exists()


FRAB = """<schedule><conference><title>C</title><start>2026-07-10</start>{zone}</conference>
<day index="1" date="2026-07-10"><room name="R"><event id="1">
<date>{date}</date><start>{start}</start><duration>{duration}</duration><title>Talk</title>
</event></room></day></schedule>
"""


def frab(zone: str, date: str, start: str = "10:00", duration: str = "00:30") -> str:
    named = f"<time_zone_name>{zone}</time_zone_name>" if zone else ""
    return FRAB.format(zone=named, date=date, start=start, duration=duration)


@pytest.mark.parametrize(
    ("duration", "end", "problems"),
    [
        ("00:45", ("2026-07-10", "10:00", None, "10:45"), []),
        ("14:30", ("2026-07-10", "10:00", "2026-07-11", "00:30"), []),
        ("26:00", ("2026-07-10", "10:00", "2026-07-11", "12:00"), []),
        ("1:02:00", ("2026-07-10", "10:00", "2026-07-11", "12:00"), []),
        ("002:00:30", ("2026-07-10", "10:00", "2026-07-12", "10:30"), []),
        ("01:30:00", ("2026-07-10", "10:00", None, None), ["content/sources/s.xml:3:59: bad-duration"]),
        ("00:75", ("2026-07-10", "10:00", None, None), ["content/sources/s.xml:3:59: bad-duration"]),
        ("90", ("2026-07-10", "10:00", None, None), ["content/sources/s.xml:3:59: bad-duration"]),
    ],
)
def test_durations_are_read_as_frab_defines_them(
    tmp_path: Path, duration: str, end: tuple[str, ...], problems: list[str]
) -> None:
    folder = project(tmp_path, "s.xml", frab("Europe/Berlin", "2026-07-10T10:00:00+02:00", duration=duration))
    assert brought_in(folder) == problems
    assert spans(edition(folder)) == [("Talk", *end)]


LOS_ANGELES = SITE + "time_zone: America/Los_Angeles\n"


@pytest.mark.parametrize(
    ("site", "source", "zone", "start", "problems"),
    [
        # What a source states beats the series' default.
        (LOS_ANGELES, frab("Europe/Berlin", "2026-07-10T10:00:00+02:00"), "Europe/Berlin", "10:00", []),
        (LOS_ANGELES, frab("", "2026-07-10T10:00:00+02:00"), "+02:00", "10:00", ["no-place"]),
        # The default fits, or nothing is stated.
        (LOS_ANGELES, frab("", "2026-07-10T10:00:00-07:00"), "America/Los_Angeles", "10:00", []),
        (LOS_ANGELES, frab("", "2026-07-10T10:00:00"), "America/Los_Angeles", "10:00", []),
        # UTC is a moment and no place.
        (LOS_ANGELES, frab("", "2026-07-10T17:00:00Z", "17:00"), "America/Los_Angeles", "10:00", []),
        (SITE, frab("", "2026-07-10T17:00:00Z", "17:00"), "UTC", "17:00", ["no-place"]),
        (SITE, frab("UTC", "2026-07-10T10:00:00+02:00"), "+02:00", "10:00", ["no-place"]),
        (SITE, frab("Europe/Berlin", "2026-07-10T08:00:00Z"), "Europe/Berlin", "10:00", []),
        # frab's own names are those of Rails.
        (SITE, frab("Berlin", "2026-07-10T10:00:00+02:00"), "Europe/Berlin", "10:00", []),
        (SITE, frab("Eastern Time (US &amp; Canada)", "2026-07-10T10:00:00-04:00"), "America/New_York",
         "10:00", []),
        # A file that contradicts itself.
        (SITE, frab("Europe/Berlin", "2026-07-10T10:00:00+01:00"), "Europe/Berlin", "11:00",
         ["zone-contradiction"]),
    ],
)  # fmt: skip
def test_zones_come_from_the_source(
    tmp_path: Path, site: str, source: str, zone: str, start: str, problems: list[str]
) -> None:
    folder = project(tmp_path, "s.xml", source, site)
    assert [each.rpartition(": ")[2] for each in brought_in(folder)] == problems
    found = edition(folder)
    assert (found["time_zone"], found["sessions"][0]["start"]) == (zone, start)


@pytest.mark.parametrize(
    ("mended", "problems"),
    [
        ("", ["content/2026/conference.yaml: no-place"]),
        ("location: Leeds\n", ["content/2026/conference.yaml: no-place"]),
        ("location: Leeds\nattendance: online\n", []),
    ],
)
def test_a_place_whose_zone_is_that_of_none_is_told_until_it_is_mended(
    tmp_path: Path, mended: str, problems: list[str]
) -> None:
    folder = project(tmp_path, "s.xml", frab("", "2026-07-10T17:00:00Z", "17:00"))
    assert brought_in(folder) == ["content/2026/conference.yaml: no-place"]
    file = folder / "content/2026/conference.yaml"
    file.write_text(file.read_text() + mended)
    assert built(folder) == problems
    file.write_text(file.read_text().replace("time_zone: UTC", "time_zone: Europe/London"))
    assert built(folder) == []


def test_the_place_in_a_hint_has_the_clocks_of_the_source(tmp_path: Path) -> None:
    folder = project(tmp_path, "s.xml", frab("", "2026-07-10T10:00:00+05:45"))
    problems = ProblemLog()
    ingest(folder, problems)
    assert problems.all == []
    assert building.build(folder, folder / "_site", problems)
    assert [(each.hint or "").rpartition("\n")[2] for each in problems.all] == ["time_zone: Asia/Kathmandu"]


@pytest.mark.parametrize("zone", ["EST", "Mars/Base", "CET"])
def test_a_zone_that_names_no_place_is_refused(tmp_path: Path, zone: str) -> None:
    folder = project(tmp_path, "s.xml", frab(zone, "2026-07-10T10:00:00"))
    assert brought_in(folder) == ["content/sources/s.xml:1:64: unknown-zone"]
    assert not (folder / "content" / "2026").exists()


def test_the_zone_of_an_editor_is_contradicted_with_a_word(tmp_path: Path) -> None:
    folder = project(tmp_path, "s.xml", frab("Europe/Berlin", "2026-07-10T10:00:00+02:00"))
    (folder / "content" / "2026").mkdir()
    (folder / "content/2026/conference.yaml").write_text("title: C\ntime_zone: America/New_York\n")
    assert brought_in(folder) == ["content/sources/s.xml:3:1: zone-contradiction"]
    assert spans(edition(folder)) == [("Talk", "2026-07-10", "04:00", None, "04:30")]


ICS = """BEGIN:VCALENDAR
VERSION:2.0
{head}BEGIN:VEVENT
UID:1
SUMMARY:Talk
{event}
END:VEVENT
END:VCALENDAR
"""
OUTLOOK = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
OWN_NAME = OUTLOOK.replace("W. Europe Standard Time", "Our town")
FIXED = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("head", "event", "zone", "span"),
    [
        (OUTLOOK, "DTSTART;TZID=W. Europe Standard Time:20260710T100000\nDURATION:PT45M", "Europe/Berlin",
         ("2026-07-10", "10:00", None, "10:45")),
        (OWN_NAME, "DTSTART;TZID=Our town:20260710T100000\nDURATION:P1DT2H", "+02:00",
         ("2026-07-10", "10:00", "2026-07-11", "12:00")),
        (FIXED, "DTSTART;TZID=Europe/Berlin:20260710T100000\nDTEND;TZID=Europe/Berlin:20260710T110000",
         "+03:00", ("2026-07-10", "10:00", None, "11:00")),
        ("", "DTSTART;TZID=Pacific Standard Time:20260710T100000\nDURATION:P1W", "America/Los_Angeles",
         ("2026-07-10", "10:00", "2026-07-17", "10:00")),
        ("", "DTSTART;TZID=/x.org/2008/Europe/Rome:20260710T220000\nDTEND:20260710T230000Z", "Europe/Rome",
         ("2026-07-10", "22:00", "2026-07-11", "01:00")),
        ("", "DTSTART;VALUE=DATE:20260710\nDTEND;VALUE=DATE:20260712", None,
         ("2026-07-10", None, "2026-07-11", None)),
        ("", "DTSTART;VALUE=DATE:20260710\nDTEND;VALUE=DATE:20260711", None,
         ("2026-07-10", None, None, None)),
        ("", "DTSTART;VALUE=DATE:20260710\nDURATION:P3D", None, ("2026-07-10", None, "2026-07-12", None)),
        ("X-WR-TIMEZONE:Europe/Rome\n", "DTSTART:20260710T080000Z\nDTEND:20260710T090000Z", "Europe/Rome",
         ("2026-07-10", "10:00", None, "11:00")),
        # Two hours are two hours in the night in which the clocks change.
        (OUTLOOK, "DTSTART;TZID=W. Europe Standard Time:20260329T010000\nDURATION:PT2H", "Europe/Berlin",
         ("2026-03-29", "01:00", None, "04:00")),
    ],
)  # fmt: skip
def test_calendars_say_when_by_their_own_rules(
    tmp_path: Path, head: str, event: str, zone: str | None, span: tuple[str | None, ...]
) -> None:
    folder = project(tmp_path, "p.ics", ICS.format(head=head, event=event))
    brought_in(folder)
    found = edition(folder)
    assert (found["time_zone"], spans(found)) == (zone, [("Talk", *span)])


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("DTSTART:20260710T100000\nDURATION:-PT2H", "bad-time"),
        ("DTSTART:20260710T100000\nDURATION:2 hours", "bad-time"),
        ("DTSTART:20260710T100000\nDTEND:tomorrow", "bad-time"),
        ("DTSTART:20260710T100000\nDTEND;VALUE=DATE:20260712", "bad-time"),
        ("DTSTART;TZID=Our town:20260710T100000", "unknown-zone"),
        ("DTSTART;TZID=IST:20260710T100000", "unknown-zone"),
    ],
)
def test_what_a_calendar_cannot_mean_is_a_problem_at_its_line(tmp_path: Path, event: str, code: str) -> None:
    folder = project(tmp_path, "p.ics", ICS.format(head="", event=event))
    codes = [each.rpartition(": ")[2] for each in brought_in(folder)]
    assert code in codes


def test_times_in_utc_beside_local_ones_are_converted_or_refused(tmp_path: Path) -> None:
    local = (
        "DTSTART:20260710T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Other\nDTSTART:20260710T100000Z"
    )
    refused = project(tmp_path / "a", "p.ics", ICS.format(head="", event=local))
    assert [each.rpartition(": ")[2] for each in brought_in(refused)] == ["no-place"]
    assert not (refused / "content" / "2026").exists()
    folder = project(tmp_path / "b", "p.ics", ICS.format(head="X-WR-TIMEZONE:Europe/Rome\n", event=local))
    assert brought_in(folder) == []
    assert [each[2] for each in spans(edition(folder))] == ["10:00", "12:00"]


def test_a_moment_that_the_clocks_show_twice_keeps_its_offset(tmp_path: Path) -> None:
    spans = [("20261024T220000Z", "20261025T003000Z"), ("20261025T013000Z", "20261025T020000Z")]
    events = "".join(
        f"BEGIN:VEVENT\nUID:u{start}\nDTSTART:{start}\nDTEND:{end}\nSUMMARY:Night {start}\nEND:VEVENT\n"
        for start, end in spans
    )
    site = f"{SITE}time_zone: Europe/Berlin\n"
    folder = project(tmp_path, "n.ics", f"BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n", site)
    assert brought_in(folder) == []
    held = (folder / "content/2026/sessions.yaml").read_text()
    assert re.findall("(?:start|end): '(.*)'", held) == ["00:00", "02:30+02:00", "02:30+01:00", "03:00"]
    calendar = (folder / "_site/2026/calendar.ics").read_text()
    assert re.findall(r"(?:DTSTART|DTEND):(\w+Z)", calendar) == [each for span in spans for each in span]


@pytest.mark.parametrize(
    ("table", "sessions", "slots"),
    [
        (  # A second moment, also of another month.
            "Title,Date,Start,End\n"
            "Camp,2026-07-10,14:00,2026-07-12 12:00\n"
            "Vigil,2026-07-31,2026-07-31 11:00,2026-08-01 11:30\n"
            "Tea,2026-07-31,15:00,2026-07-31 16:00\n",
            [
                ("Camp", "2026-07-10", "14:00", "2026-07-12", "12:00"),
                ("Vigil", "2026-07-31", "11:00", "2026-08-01", "11:30"),
                ("Tea", "2026-07-31", "15:00", None, "16:00"),
            ],
            [],
        ),
        (  # A length.
            "Title,Date,Start,Duration\nNight hike,2026-07-10,15:00,12h\nTea,2026-07-10,15:00,30\n",
            [
                ("Night hike", "2026-07-10", "15:00", "2026-07-11", "03:00"),
                ("Tea", "2026-07-10", "15:00", None, "15:30"),
            ],
            [],
        ),
        (  # A session lasts until the last of its slots ends, on whatever day.
            "Session,Date,Start,Duration,Talk\n"
            "Vigil,2026-07-10,15:00,60,Opening\n"
            "Vigil,2026-07-10,16:00,20h,Silence\n",
            [("Vigil", "2026-07-10", "15:00", "2026-07-11", "12:00")],
            [("15:00", None, "16:00"), ("16:00", "2026-07-11", "12:00")],
        ),
        (  # The times of the session in columns of their own.
            "Session,Session start,Session end,Talk\n"
            "Camp,2026-07-10 14:00,2026-07-11 12:00,Opening\n"
            "Camp,2026-07-10 14:00,2026-07-11 12:00,Closing\n",
            [("Camp", "2026-07-10", "14:00", "2026-07-11", "12:00")],
            [(None, None, None), (None, None, None)],
        ),
    ],
)
def test_a_row_of_a_table_goes_on_past_midnight(
    tmp_path: Path, table: str, sessions: list[tuple[str | None, ...]], slots: list[tuple[str | None, ...]]
) -> None:
    folder = project(tmp_path, "2026.csv", table, SITE + "time_zone: Europe/Berlin\n")
    assert brought_in(folder) == []
    found = edition(folder)
    assert spans(found) == sessions
    assert [
        (slot["start"], slot["end_date"], slot["end"]) for each in found["sessions"] for slot in each["slots"]
    ] == slots


def indico(title: str, start: str, end: str, **members: object) -> dict[str, object]:
    """What Indico exports of a session or contribution; moments as "2026-07-10 14:00"."""
    moments = {
        name: dict(zip(("date", "time"), when.split(), strict=True), tz="Europe/Berlin")
        for name, when in (("startDate", start), ("endDate", end))
    }
    return {"title": title, **moments, **members}


def test_what_indico_exports_may_end_on_another_day(tmp_path: Path) -> None:
    hack = indico(
        "Hack night", "2026-07-10 14:00", "2026-07-11 12:00", _type="Session",
        contributions=[
            indico("Opening", "2026-07-10 14:00", "2026-07-10 15:00"),
            indico("Vigil", "2026-07-10 15:00", "2026-07-11 11:00"),
            indico("Closing", "2026-07-11 11:00", "2026-07-11 12:00"),
        ],
    )  # fmt: skip
    camp = indico("Camp", "2026-07-10 09:00", "2026-07-11 17:00", _type="Contribution")
    walks = indico("Long walk", "2026-07-12 10:00", "2026-07-13 09:00", session="Walks")
    conference = indico("C", "2026-07-10 09:00", "2026-07-13 18:00", _type="Conference")
    export = {"results": [{**conference, "sessions": [hack], "contributions": [camp, walks]}]}
    folder = project(tmp_path, "2026.json", json.dumps(export), SITE + "time_zone: Europe/Berlin\n")
    assert brought_in(folder) == []
    found = edition(folder)
    assert sorted(spans(found)) == [
        ("Camp", "2026-07-10", "09:00", "2026-07-11", "17:00"),
        ("Hack night", "2026-07-10", "14:00", "2026-07-11", "12:00"),
        ("Walks", "2026-07-12", "10:00", "2026-07-13", "09:00"),
    ]
    slots = [slot for each in found["sessions"] for slot in each["slots"] if each["start"] == "14:00"]
    assert [(each["date"], each["start"], each["end_date"], each["end"]) for each in slots] == [
        (None, "14:00", None, "15:00"),
        (None, "15:00", "2026-07-11", "11:00"),
        ("2026-07-11", "11:00", None, "12:00"),
    ]


@pytest.mark.parametrize(
    ("zone", "printed", "expected"),
    [
        ("America/Los_Angeles", "PT", []),
        ("Europe/Berlin", "MESZ", []),
        ("America/New_York", "EST", ["content/sources/p2026.csv:1: zone-contradiction"]),
        ("Europe/Berlin", "IST", ["content/sources/p2026.csv:1: unknown-zone"]),
        ("Europe/Berlin", "PDT", []),  # the build asks for its place
    ],
)
def test_letters_behind_a_time_are_the_time_of_the_place_or_refused(
    tmp_path: Path, zone: str, printed: str, expected: list[str]
) -> None:
    table = f"Session,Date,Time ({printed})\nOpening,2026-07-11,20:00-21:30\n"
    folder = project(tmp_path, "p2026.csv", table, f"{SITE}time_zone: {zone}\n")
    problems = ProblemLog()
    ingest(folder, problems)
    assert [f"{each.place}: {each.code}" for each in problems.all] == expected
    if not problems.errors:
        assert "start: '20:00'" in (folder / "content/2026/sessions.yaml").read_text()


@pytest.mark.parametrize(
    ("printed", "day", "zone"),
    [
        ("CET", "2026-12-07", "+01:00"),
        ("CET", "2026-05-11", None),
        ("CEST", "2026-05-11", "+02:00"),
        ("CEST", "2026-12-07", None),
        ("EST", "2026-12-07", "-05:00"),
        ("EST", "2026-05-11", None),
        ("AEST", "2026-12-07", None),
        ("JST", "2026-05-11", "+09:00"),
        ("MEZ", "2026-05-11", None),
    ],
)
def test_letters_that_mean_several_times_on_that_day_are_refused(
    tmp_path: Path, printed: str, day: str, zone: str | None
) -> None:
    table = f"Session,Date,Time ({printed})\nOpening,{day},20:00-21:30\n"
    folder = project(tmp_path, "p2026.csv", table)
    unknown = "content/sources/p2026.csv:1: unknown-zone"
    assert brought_in(folder) == ["content/2026/conference.yaml: no-place" if zone else unknown]
    conference = folder / "content/2026/conference.yaml"
    assert re.findall("time_zone: '(.*)'", conference.read_text() if zone else "") == ([zone] if zone else [])


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("All times are in CEST (UTC+2)\n\nSaturday, 11 July 2026\n{}", ["09:00", "10:00"]),
        ("Saturday, 11 July 2026 (all times XEST UTC+2)\n{}", ["09:00", "10:00"]),
        ("All times are CEST.\n\nSaturday, 11 July 2026\n{}", ["09:00", "10:00"]),
        ("We cut the time in MT systems.\nSaturday, 11 July 2026\n{}", ["09:00", "10:00"]),
        ("All times: UTC\n\nSaturday, 11 July 2026\n{}", ["11:00", "12:00"]),
        ("Saturday, 11 July 2026\n{}", ["09:00", "10:00"]),
    ],
)
def test_a_text_that_states_the_zone_of_its_times_is_converted(
    tmp_path: Path, text: str, starts: list[str]
) -> None:
    rows = "09:00 - 10:00 Opening (Hall)\n10:00 - 10:30 Coffee break\n10:30 - 12:00 Session 1: Tides\n"
    folder = project(tmp_path, "p2026.txt", text.format(rows), f"{SITE}time_zone: Europe/Berlin\n")
    assert brought_in(folder) == []
    assert [each["start"] for each in edition(folder)["sessions"]][:2] == starts


FRIDAY = "Friday, July 10, 2026"


@pytest.mark.parametrize(
    ("file", "text", "zone"),
    [
        ("p2026.csv", "Date,Time,Title\n{0},16:30CEST,Opening\n{0},17:00CEST,Tides\n", "+02:00"),
        ("p2026.csv", "Times are CEST,,\nDate,Time,Title\n{0},16:30,Opening\n{0},17:00,Tides\n", "+02:00"),
        ("p2026.txt", "{1}\n16:30CEST – 17:00CEST Opening\n17:00CEST – 18:00CEST Tides\n", "+02:00"),
        (
            "p2026.txt",
            "{1}\n16:30-17:00 CEST Opening\n17:00-18:00 CEST Tides\n",
            "+02:00",
        ),
        ("p2026.txt", "{1} (JST)\n16:30-17:00 Opening\n17:00-18:00 Tides\n", "+09:00"),
        (
            "p2026.txt",
            "Times are in Tokyo time\n{1}\n16:30-17:00 Opening\n17:00-18:00 Tides\n",
            "Asia/Tokyo",
        ),
        ("p2026.txt", "{1}\n16:30-17:00 AST diffing\n17:00-17:30 MT Tides\n17:30-18:00 Lunch\n", None),
    ],
)
def test_letters_behind_nearly_all_times_are_their_zone(
    tmp_path: Path, file: str, text: str, zone: str | None
) -> None:
    folder = project(tmp_path, file, text.format("2026-07-10", FRIDAY), LOS_ANGELES)
    problems = ProblemLog()
    ingest(folder, problems)
    held = (folder / "content/2026/sessions.yaml").read_text()
    assert re.findall("start: '(.*)'", held)[:2] == ["16:30", "17:00"]
    assert re.findall("title: (.*)", held)[:2] == (
        ["Opening", "Tides"] if zone else ["AST diffing", "MT Tides"]
    )
    assert problems.all == []
    conference = (folder / "content/2026/conference.yaml").read_text()
    assert re.findall("time_zone: '?([^'\n]*)", conference) == ([zone] if zone else [])


def test_letters_of_the_edition_s_own_zone_are_its_time(tmp_path: Path) -> None:
    rows = ("09:00 CEST | Opening | Aula", "09:30 CEST | Keynote: Owls | Aula", "10:30 CEST | Lunch | Foyer")
    text = "\n".join(["12 July 2026", *rows]) + "\n"
    folder = project(tmp_path, "programme.txt", text)
    (folder / "content/2026").mkdir()
    (folder / "content/2026/conference.yaml").write_text("title: S 2026\ntime_zone: Europe/Berlin\n")
    assert brought_in(folder) == []
    assert [(each[0], each[2]) for each in spans(edition(folder))] == [
        ("Opening", "09:00"), ("Keynote: Owls", "09:30"), ("Lunch", "10:30"),
    ]  # fmt: skip


def test_a_guest_from_another_zone_does_not_ask_for_the_zone_that_the_site_has(tmp_path: Path) -> None:
    events = frab("", "2026-07-10T10:00:00+02:00").replace(
        "</room>",
        '<event id="2"><date>2026-07-10T09:00:00-04:00</date><start>09:00</start><duration>01:00</duration>'
        "<title>From afar</title></event></room>",
    )
    folder = project(tmp_path, "s.xml", events, SITE + "time_zone: Europe/Berlin\n")
    assert brought_in(folder) == []
    assert [each[:3] for each in spans(edition(folder))] == [
        ("Talk", "2026-07-10", "10:00"), ("From afar", "2026-07-10", "15:00"),
    ]  # fmt: skip
    assert edition(folder)["time_zone"] == "Europe/Berlin"
