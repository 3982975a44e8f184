"""A session stays itself by the id that its source calls it by, whatever else a later export says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
    assert taken(tmp_path, "p.ics", called_off) == ["changed: session neptune: status"]
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
    ("uid", "kept"),
    [
        ("pretalx-wet-AB1CDE@cfp.example", True),
        ("20260910T0900-r1@wet.example", True),
        ("0b7d1d3c@google.com", True),
        ("ada.lovelace@example.org", False),
        ("Ada_Lovelace12@example.org", False),
    ],
)
def test_an_id_that_is_a_mail_address_is_not_kept(tmp_path: Path, uid: str, *, kept: bool) -> None:
    taken(tmp_path, "p.ics", calendar(f"{uid}|Opening|09|"))
    assert (uid in (tmp_path / "content/2026/sessions.yaml").read_text("utf-8")) is kept
    assert (uid in (tmp_path / "_site/2026/calendar.ics").read_text("utf-8")) is kept
