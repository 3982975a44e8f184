"""A session stays itself by the id that its source calls it by, whatever else a later export says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from site_gen.build import build
from site_gen.check import check
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

EVENTS_1 = [
    ("11111111-1111-5111-8111-111111111111", 1, "Opening", "2026-10-02", "09:00", "Main hall"),
    ("22222222-1111-5111-8111-111111111111", 2, "Deep water", "2026-10-02", "10:00", "Main hall"),
    ("33333333-1111-5111-8111-111111111111", 3, "Lightning talks", "2026-10-02", "11:00", "Main hall"),
    ("44444444-1111-5111-8111-111111111111", 4, "Lightning talks", "2026-10-03", "11:00", "Main hall"),
]
EVENTS_2 = [
    ("11111111-1111-5111-8111-111111111111", 1, "Opening", "2026-10-02", "09:00", "Main hall"),
    ("44444444-1111-5111-8111-111111111111", 4, "Lightning talks", "2026-10-02", "17:00", "Main hall"),
    ("22222222-1111-5111-8111-111111111111", 2, "How the abyss sounds", "2026-10-03", "15:00", "Attic"),
    ("33333333-1111-5111-8111-111111111111", 3, "Lightning talks", "2026-10-03", "17:00", "Main hall"),
]


SITE = "title: Wet\nbase_url: https://x.example/\ntime_zone: Europe/Rome\n"


def schedule(events: list[tuple[str, int, str, str, str, str]]) -> str:
    """A schedule.json with these events."""
    days = [
        {
            "index": index,
            "date": day,
            "rooms": {
                room: [
                    {
                        "guid": guid, "id": number, "date": f"{day}T{start}:00+02:00", "start": start,
                        "duration": "00:30", "room": room, "title": title, "persons": [],
                    }
                    for guid, number, title, of_day, start, of_room in events
                    if (of_day, of_room) == (day, room)
                ]
                for room in sorted({each[5] for each in events if each[3] == day})
            },
        }
        for index, day in enumerate(sorted({each[3] for each in events}), 1)
    ]  # fmt: skip
    conference = {"title": "Wet Days 2026", "start": "2026-10-02", "end": "2026-10-03", "days": days}
    return json.dumps({"schedule": {"version": "1", "conference": conference}}, indent=1)


def calendar(*events: str) -> str:
    """A calendar with these events: "UID|SUMMARY|hour|further line"."""
    texts = []
    for event in events:
        uid, title, hour, further = event.split("|")
        texts.append(
            f"BEGIN:VEVENT\nUID:{uid}\nDTSTART;TZID=Europe/Vienna:20260910T{hour}0000\nSUMMARY:{title}\n"
            + (f"{further}\n" if further else "")
            + "END:VEVENT\n"
        )
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(texts) + "END:VCALENDAR\n"


def taken(project: Path, file: str, text: str) -> list[str]:
    """What an ingest says that changed, once this document lies in its place; the site is built then."""
    (project / "content/sources").mkdir(parents=True, exist_ok=True)
    (project / "content/site.yaml").write_text(
        "title: Wet\nbase_url: https://x.example/\ntime_zone: Europe/Rome\n"
    )
    (project / "content/sources" / file).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingested = ingest(project, problems)
    build(project, project / "_site", problems)
    assert problems.errors == []
    return [str(change) for change in ingested.changes if change.entity == "session"]


def vanished(project: Path) -> list[str]:
    """What `check` says against the site that was kept before."""
    problems = ProblemLog()
    check(project, project / "_site", problems, str(project / "old"))
    return [str(problem) for problem in problems.errors]


def keep(project: Path) -> None:
    (project / "_site").rename(project / "old")


def uids(folder: Path) -> dict[str, str]:
    """The title of each event of the calendar, by its UID."""
    lines = (folder / "2026/calendar.ics").read_text("utf-8").splitlines()
    found = [line.partition(":")[2] for line in lines if line.startswith(("UID:", "SUMMARY:"))]
    return dict(zip(found[1::2], found[2::2], strict=True))


def test_events_that_are_retitled_moved_and_swapped_stay_themselves(tmp_path: Path) -> None:
    taken(tmp_path, "schedule.json", schedule(EVENTS_1))
    keep(tmp_path)
    assert taken(tmp_path, "schedule.json", schedule(EVENTS_2)) == [
        "moved: session lightning-talks-2026-10-03: 2026-10-03 11:00 11:30 → 2026-10-02 17:00 17:30",
        "retitled: session deep-water: Deep water → How the abyss sounds",
        "moved: session deep-water: 2026-10-02 10:00 10:30 Main hall → 2026-10-03 15:00 15:30 Attic",
        "moved: session lightning-talks: 2026-10-02 11:00 11:30 → 2026-10-03 17:00 17:30",
    ]
    assert vanished(tmp_path) == []
    assert uids(tmp_path / "old") == {guid: title for guid, _, title, *_ in EVENTS_1}
    assert uids(tmp_path / "_site") == {guid: title for guid, _, title, *_ in EVENTS_2}
    again = json.loads((tmp_path / "_site/2026/schedule.json").read_text("utf-8"))
    given = {
        event["guid"]: event["id"]
        for day in again["schedule"]["conference"]["days"]
        for room in day["rooms"].values()
        for event in room
    }
    assert given == {guid: number for guid, number, *_ in EVENTS_2}


def test_a_second_ingest_of_the_same_export_changes_nothing(tmp_path: Path) -> None:
    taken(tmp_path, "schedule.json", schedule(EVENTS_1))
    before = (tmp_path / "content/2026/sessions.yaml").read_text("utf-8")
    assert taken(tmp_path, "schedule.json", schedule(EVENTS_1)) == []
    assert (tmp_path / "content/2026/sessions.yaml").read_text("utf-8") == before


def test_another_event_of_the_same_title_is_another_session(tmp_path: Path) -> None:
    taken(tmp_path, "p.ics", calendar("a-1|Opening|09|", "a-2|Tides|10|"))
    assert taken(tmp_path, "p.ics", calendar("a-1|Opening|09|", "a-9|Tides|11|")) == [
        "added: session tides-2026-09-10: Tides",
        "dropped: session tides: Tides",
    ]


def test_a_system_that_calls_everything_anew_is_recognised_by_titles(tmp_path: Path) -> None:
    taken(tmp_path, "p.ics", calendar("a-1|Opening|09|", "a-2|Tides|10|"))
    assert taken(tmp_path, "p.ics", calendar("b-1|Opening|09|", "b-2|Tides|10|")) == [
        "changed: session opening: guid",
        "changed: session tides: guid",
    ]


def test_an_event_that_is_called_off_later_keeps_its_address(tmp_path: Path) -> None:
    taken(tmp_path, "p.ics", calendar("r-1|Saturn|09|", "r-2|Neptune|10|"))
    keep(tmp_path)
    called_off = calendar(
        "r-1|Saturn|09|", "r-2|Neptune|10|STATUS:CANCELLED", "r-3|Pluto|11|STATUS:CANCELLED"
    )
    assert taken(tmp_path, "p.ics", called_off) == ["changed: session neptune: status cancelled"]
    assert vanished(tmp_path) == []
    page = (tmp_path / "_site/2026/sessions/neptune/index.html").read_text("utf-8")
    assert "Cancelled" in page
    lines = (tmp_path / "_site/2026/calendar.ics").read_text("utf-8").splitlines()
    at = lines.index("UID:r-2")
    assert lines[at + 2 : at + 4] == ["SEQUENCE:2", "STATUS:CANCELLED"]
    assert taken(tmp_path, "p.ics", calendar("r-1|Saturn|09|", "r-2|Neptune|10|")) == [
        "changed: session neptune: status"
    ]


@pytest.mark.parametrize(
    ("uid", "published"),
    [
        ("pretalx-wet-AB1CDE@cfp.example", True),
        ("20260910T0900-r1@wet.example", True),
        ("0b7d1d3c@google.com", True),
        ("ada.lovelace@example.org", False),
        ("Ada_Lovelace12@example.org", False),
    ],
)
def test_an_id_that_is_a_mail_address_is_not_kept(tmp_path: Path, uid: str, *, published: bool) -> None:
    taken(tmp_path, "p.ics", calendar(f"{uid}|Opening|09|"))
    assert (uid in (tmp_path / "content/2026/sessions.yaml").read_text("utf-8")) is published
    assert (uid in (tmp_path / "_site/2026/calendar.ics").read_text("utf-8")) is published


def frab(events: list[tuple[str, int, str, str, str, str]]) -> str:
    """A schedule.xml with these events, all in one room of one day an event."""
    days = "".join(
        f'<day index="{index}" date="{day}"><room name="{room}"><event guid="{guid}" id="{number}">'
        f"<date>{day}T{start}:00+02:00</date><start>{start}</start><duration>00:30</duration>"
        f"<room>{room}</room><title>{title}</title></event></room></day>"
        for index, (guid, number, title, day, start, room) in enumerate(events, 1)
    )
    conference = "<conference><title>Wet Days 2026</title></conference>"
    return f"<?xml version='1.0'?><schedule><version>1</version>{conference}{days}</schedule>"


def invited(events: list[tuple[str, int, str, str, str, str]]) -> str:
    """A calendar with these events."""
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        + "".join(
            f"BEGIN:VEVENT\nUID:{guid}\nDTSTART;TZID=Europe/Rome:{day.replace('-', '')}T{start[:2]}0000\n"
            f"SUMMARY:{title}\nLOCATION:{room}\nEND:VEVENT\n"
            for guid, _, title, day, start, room in events
        )
        + "END:VCALENDAR\n"
    )


def sheet(events: list[tuple[str, int, str, str, str, str]]) -> str:
    """A table with these events, known by their numbers."""
    rows = (
        f"{number},{title},{'ABCD'[number - 1]}elle Roe,{day},{start},{room}\n"
        for _, number, title, day, start, room in events
    )
    return "ID,Title,Speaker,Date,Start,Room\n" + "".join(rows)


def brought(project: Path, file: str, text: str) -> list[str]:
    """What an ingest says that changed, once this document of 2026 lies in its place."""
    for folder in ("sources", "2026"):
        (project / "content" / folder).mkdir(parents=True, exist_ok=True)
    (project / "content/site.yaml").write_text("title: Wet\ntime_zone: Europe/Rome\n", encoding="utf-8")
    edition = project / "content/2026/conference.yaml"
    if not edition.exists():
        edition.write_text("title: Wet Days 2026\n", encoding="utf-8")
    (project / "content/sources" / file).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    changes = ingest(project, problems).changes
    assert problems.errors == []
    return [str(change) for change in changes if change.entity == "session"]


@pytest.mark.parametrize(
    ("file", "write"),
    [("s.xml", frab), ("s.json", schedule), ("s.ics", invited), ("s.csv", sheet)],
    ids=["frab", "pretalx", "calendar", "table"],
)
def test_a_re_export_with_everything_retitled_moved_and_swapped_adds_and_drops_nothing(
    tmp_path: Path, file: str, write: Callable[[list[tuple[str, int, str, str, str, str]]], str]
) -> None:
    turned = EVENTS_1[1:] + EVENTS_1[:1]  # each has the title, time and room of the next one
    swapped = [(*own[:2], *other[2:]) for own, other in zip(EVENTS_1, turned, strict=True)]
    retitled = [(*each[:2], f"{each[2]} again", *each[3:]) for each in reversed(swapped)]
    titles = []
    for events in (EVENTS_1, swapped, retitled):
        changes = brought(tmp_path, file, write(events))
        held = yaml.safe_load((tmp_path / "content/2026/sessions.yaml").read_text("utf-8"))
        titles.append({each["id"]: each["title"] for each in held})
    assert {change.partition(":")[0] for change in changes} <= {"retitled", "moved"}
    ids = ["opening", "deep-water", "lightning-talks", "lightning-talks-2026-10-03"]
    assert titles[1] == {own: event[2] for own, event in zip(ids, swapped, strict=True)}
    assert titles[2] == {own: f"{event[2]} again" for own, event in zip(ids, swapped, strict=True)}


def test_numbers_that_count_the_rows_call_nothing(tmp_path: Path) -> None:
    brought(tmp_path, "s.csv", sheet(EVENTS_1))
    rows = sheet(EVENTS_1).splitlines()[1:]
    named = [row.partition(",")[2] for row in rows]
    first = "1,Newcomers,Zed Zimt,2026-10-01,09:00,Attic\n"
    longer = "".join(f"{number},{row}\n" for number, row in enumerate(named, 2))
    head = "ID,Title,Speaker,Date,Start,Room\n"
    changes = brought(tmp_path, "s.csv", head + first + longer)
    assert [line for line in changes if "number" not in line] == ["added: session newcomers: Newcomers"]


TALKS = "ID,Title,Speaker,Date,Start,End,Room,Status\n"
SCHEDULED = (
    "7,Owls,Ada Roe,2026-05-04,09:00,10:00,A,Scheduled\n8,Stones,Bo Lin,2026-05-04,10:00,11:00,A,\n"
    "9,Moss,Cy Fox,2026-05-04,11:00,12:00,B,confirmed\n"
)
CALLED_OFF = (
    "7,Owls,Ada Roe,2026-05-04,09:00,10:00,A,Scheduled\n8,Stones,Bo Lin,2026-05-04,10:00,11:00,A,Cancelled\n"
    "9,Moss,Cy Fox,,,,,withdrawn\n10,Nobody Knew,Di Ott,2026-05-04,14:00,15:00,B,Cancelled\n"
)


def fates(project: Path) -> list[tuple[str, str, str]]:
    """The id, start and status of each session."""
    held = yaml.safe_load((project / "content/2026/sessions.yaml").read_text("utf-8"))
    return [(each["id"], each["start"], each.get("status", "")) for each in held]


def test_a_row_of_a_table_that_is_called_off_keeps_its_address_and_time(tmp_path: Path) -> None:
    brought(tmp_path, "p.csv", TALKS + SCHEDULED)
    assert fates(tmp_path) == [("owls", "09:00", ""), ("stones", "10:00", ""), ("moss", "11:00", "")]
    assert brought(tmp_path, "p.csv", TALKS + CALLED_OFF) == [
        "changed: session stones: status cancelled", "changed: session moss: status withdrawn",
    ]  # fmt: skip
    off = [("owls", "09:00", ""), ("stones", "10:00", "cancelled"), ("moss", "11:00", "withdrawn")]
    assert fates(tmp_path) == off


def submission(code: str, title: str, name: str, state: str, hour: str) -> dict[str, object]:
    """A submission as pretalx lists it, on one line with all others; one that is called off has no slot."""
    times = {"start": f"2026-05-04T{hour}:00:00+02:00", "end": f"2026-05-04T{hour}:30:00+02:00"}
    slot = {"room": {"en": "Hall"}, **times} if state == "confirmed" else None
    return {"code": code, "title": title, "speakers": [{"name": name}], "state": state, "slot": slot}


@pytest.mark.parametrize("state", ["canceled", "withdrawn"])
def test_a_submission_of_pretalx_that_is_called_off_keeps_its_address(tmp_path: Path, state: str) -> None:
    owls = submission("ABC", "Owls", "Ada Roe", "confirmed", "09")
    exports = [
        json.dumps({"results": [owls, submission("DEF", "Moss", "Bo Lin", each, "10")]})
        for each in ("confirmed", state)
    ]
    brought(tmp_path, "t.json", exports[0])
    of_state = {"canceled": "cancelled"}.get(state, state)
    assert brought(tmp_path, "t.json", exports[1]) == [f"changed: session moss: status {of_state}"]
    assert fates(tmp_path) == [("owls", "09:00", ""), ("moss", "10:00", of_state)]


def test_a_slot_that_is_called_off_stays_in_its_session(tmp_path: Path) -> None:
    head, dawn = "Date,Start,End,Session,Talk,Status\n", "2026-05-04,09:00,10:00,Dawn,"
    rows = f"{head}{dawn}Owls,\n{dawn}Moss,"
    brought(tmp_path, "p.csv", f"{rows}\n")
    assert brought(tmp_path, "p.csv", f"{rows}cancelled\n") == [
        "changed: session dawn: Moss (status cancelled)"
    ]
    held = yaml.safe_load((tmp_path / "content/2026/sessions.yaml").read_text("utf-8"))
    assert held[0]["slots"] == [{"title": "Owls"}, {"title": "Moss", "status": "cancelled"}]


def test_papers_that_stand_on_one_line_are_several(tmp_path: Path) -> None:
    papers = [{"title": "Owls", "authors": ["Ada Roe"]}, {"title": "Moss", "authors": ["Bo Lin"]}]
    brought(tmp_path, "p.json", json.dumps(papers))
    assert sorted(path.stem for path in (tmp_path / "content/2026/papers").iterdir()) == ["moss", "owls"]


def test_a_paper_whose_talk_is_cancelled_is_still_named_by_its_source(tmp_path: Path) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    papers = tmp_path / "content/sources/papers-2026.csv"
    for status in ("accepted", "cancelled"):
        papers.write_text(
            "UID,title,authors,abstract,sessions,status\n"
            "1,Tides,Ada Marsh,We count.,S1,accepted\n"
            f"2,Foam,Bo Reed,We foam.,S1,{status}\n"
        )
        problems = ProblemLog()
        ingested = ingest(tmp_path, problems)
        assert problems.all == []
    assert [str(each) for each in ingested.changes] == ["changed: session s1: foam (status cancelled)"]
    assert "status: cancelled" in (tmp_path / "content/2026/sessions.yaml").read_text()
    assert (tmp_path / "content/2026/papers/foam.yaml").exists()
