"""A session in several rooms stands in each of them; a room may be called by its id."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.problems import ProblemLog
from tests.test_preview import write

CONFERENCE = (
    "title: Owls 2027\ntime_zone: Europe/Berlin\nvenue: Barn\n"
    "rooms: [{id: s1, name: Hall 1}, {id: s2, name: Hall 2}, {id: s3, name: Hall 3}]\n"
)
SESSIONS = (
    "- {id: all, title: Keynote, date: 2027-05-03, start: '9:00', end: '10:00', room: [Hall 1, s2]}\n"
    "- {id: one, title: Talk, date: 2027-05-03, start: '10:00', end: '11:00', room: s1}\n"
    "- {id: late, title: Late, date: 2027-05-03, start: '9:30', end: '9:45', room: Hall 2}\n"
)


def built(project: Path, sessions: str = SESSIONS) -> list[str]:
    """Build; what is told."""
    write(project, "content/site.yaml", "title: Owls\n")
    write(project, "content/2027/conference.yaml", CONFERENCE)
    write(project, "content/2027/sessions.yaml", sessions)
    problems = ProblemLog()
    build(project, project / "_site", problems, jobs=1)
    return [str(problem) for problem in problems.all]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("owls")
    assert built(project) == [
        "content/2027/sessions.yaml:3:3: warning: 'late' and 'all' (content/2027/sessions.yaml:1:3)"
        " are both in Hall 2 at 09:30 [room-clash]",
    ]
    return project / "_site"


def test_it_stands_on_the_page_of_each_room_and_names_them_all(site: Path) -> None:
    shown = [
        [session for session in ("all", "one", "late") if f"/sessions/{session}/" in text]
        for text in ((site / f"2027/rooms/{room}/index.html").read_text() for room in ("s1", "s2", "s3"))
    ]
    assert shown == [["all", "one"], ["all", "late"], []]
    assert (
        "- Room: [Hall 1](../../../2027/rooms/s1/index.md), [Hall 2](../../../2027/rooms/s2/index.md)\n"
        in (site / "2027/sessions/all/index.md").read_text()
    )
    page = (site / "2027/sessions/all/index.html").read_text()
    assert [f">{room}</a>" in page for room in ("Hall 1", "Hall 2", "Hall 3")] == [True, True, False]


def test_calendars_of_each_room_hold_it_with_all_rooms(site: Path) -> None:
    for room in ("s1", "s2"):
        calendar = (site / f"2027/rooms/{room}/calendar.ics").read_text()
        assert "SUMMARY:Keynote\nLOCATION:Hall 1\\, Hall 2\\, Barn\n" in calendar


def test_a_room_that_nobody_lists_is_told(tmp_path: Path) -> None:
    reported = built(tmp_path, SESSIONS.replace("[Hall 1, s2]", "[Hall 1, Hall 4]"))
    assert reported[0].startswith("content/2027/sessions.yaml:1:"), reported
    assert "no room 'Hall 4'" in reported[0]


def test_access_is_said_by_rooms_and_sessions_and_chosen_by(tmp_path: Path) -> None:
    conference = CONFERENCE.replace("{id: s1, name: Hall 1}", "{id: s1, name: Hall 1, access: [step-free]}")
    sessions = SESSIONS.replace("room: s1", "room: s1, access: [captions]")
    write(tmp_path, "content/site.yaml", "title: Owls\n")
    write(tmp_path, "content/2027/conference.yaml", conference)
    write(tmp_path, "content/2027/sessions.yaml", sessions)
    site = tmp_path / "_site"
    assert build(tmp_path, site, ProblemLog(), jobs=1)
    assert "- Access: Captions and Step-free\n" in (site / "2027/sessions/one/index.md").read_text()
    assert "<dd>Step-free</dd>" in (site / "2027/sessions/all/index.html").read_text()
    assert "Step-free" in (site / "2027/rooms/s1/index.html").read_text()
    day = (site / "2027/schedule/2027-05-03/index.html").read_text()
    assert [f'name="access" value="{each}"' in day for each in ("step-free", "captions", "hearing-loop")] == [
        True, True, False,
    ]  # fmt: skip
    assert 'data-access="captions step-free"' in day
