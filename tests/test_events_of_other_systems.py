"""Data of Mini-Conf, the virtual sites, the ACL Anthology and calendars, brought into a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_ingest import read, run, texts, write
from tests.test_sources import sample

EVENTS = {
    "count": 2,
    "results": [
        {
            "id": number, "uid": "aa", "name": "Owls &amp; Graphs",
            "authors": [{"id": 1, "fullname": "Ann Bee"}],
            "eventtype": kind, "session": f"{kind} Session 1", "virtualsite_url": f"/virtual/2022/{number}",
            "starttime": start, "endtime": end,
        }
        for number, kind, start, end in (
            (11, "Oral", "2022-08-29T09:00:00-07:00", "2022-08-29T09:15:00-07:00"),
            (12, "Poster", "2022-08-29T23:30:00-07:00", "2022-08-30T01:00:00-07:00"),
        )
    ],
}  # fmt: skip
ABSTRACTS = {"11": "We draw owls &amp; graphs.", "12": "We draw owls &amp; graphs.", "99": "Nobody knows."}
PAPER = """\
# yaml-language-server: $schema=../../schema/paper.json
title: Owls & Graphs
authors:
  - Ann Bee
abstract: We draw owls & graphs.
"""
CONFERENCE = "content/2022/conference.yaml"


def clocks(project: Path) -> list[str]:
    """The lines of sessions.yaml that tell days and times."""
    keys = ("date:", "start:", "end:")
    return [
        line.strip() for line in read(project, "sessions.yaml").splitlines() if line.strip().startswith(keys)
    ]


def test_the_events_of_a_paper_are_one_paper_and_its_abstract_comes_from_beside(tmp_path: Path) -> None:
    sources = {"toy-2022-orals-posters.json": EVENTS, "toy-2022-abstracts.json": ABSTRACTS}
    write(
        tmp_path, {f"content/sources/{name}": json.dumps(given, indent=1) for name, given in sources.items()}
    )
    ingested, reported = run(tmp_path)
    assert (reported, ingested.summary) == (
        [],
        "Read 2 source documents: 1 paper, 2 sessions with 2 slots, 1 person added, 0 changed",
    )
    assert read(tmp_path, "papers/owls-graphs.yaml") == PAPER
    before = texts(tmp_path)
    assert run(tmp_path)[0].changes == []
    assert texts(tmp_path) == before


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("", ["date: 2022-08-29", "start: '09:00'", "end: '09:15'", "date: 2022-08-29", "start: '23:30'",
              "end: '01:00'"]),
        (
            "time_zone: Europe/Berlin\n",
            ["date: 2022-08-29", "start: '18:00'", "end: '18:15'",
             "date: 2022-08-30", "start: '08:30'", "end: '10:00'"],
        ),
    ],
)  # fmt: skip
def test_times_are_those_of_the_place_of_the_conference(
    tmp_path: Path, zone: str, expected: list[str]
) -> None:
    source = {"content/sources/toy-2022-orals-posters.json": json.dumps(EVENTS)}
    write(tmp_path, {**source, CONFERENCE: f"title: Toy\nyear: 2022\n{zone}"})
    run(tmp_path)
    assert clocks(tmp_path) == expected


CALENDAR = [
    {"title": f"Posters {code}", "start": f"2022-08-29T{hour}:00:00+00:00",
     "end": f"2022-08-29T{hour}:30:00+00:00", "location": None,
     "link": f"papers.html?session={code}", "calendarId": "---"}
    for code, hour in (("M1", "16"), ("M2", "20"))
]  # fmt: skip
PAPERS = """\
UID,title,authors,abstract,keywords,sessions
B1,Owls,Ann Bee,We watch owls.,owls,M1|M2
C2,Trees,Cy Dee,We climb trees.,,M2
"""


def test_papers_of_mini_conf_join_the_sessions_of_its_calendar(tmp_path: Path) -> None:
    sources = {"papers.csv": PAPERS, "main_calendar.json": json.dumps(CALENDAR)}
    write(tmp_path, {f"content/sources/{name}": text for name, text in sources.items()})
    ingested, reported = run(tmp_path)
    assert reported == []
    assert ingested.lines[1].startswith(
        "content/sources/papers.csv: papers of Mini-Conf, edition 2022, as the other"
    )
    assert read(tmp_path, "sessions.yaml") == (
        "# yaml-language-server: $schema=../schema/sessions.json\n"
        "- id: posters-m1\n  title: Posters M1\n  kind: poster\n  date: 2022-08-29\n  start: '16:00'\n"
        "  end: '16:30'\n  slots:\n    - paper: owls\n"
        "\n"
        "- id: posters-m2\n  title: Posters M2\n  kind: poster\n  date: 2022-08-29\n  start: '20:00'\n"
        "  end: '20:30'\n  slots:\n    - paper: owls\n    - paper: trees\n"
    )
    assert read(tmp_path, "conference.yaml").endswith("title: Toy 2022\ntime_zone: UTC\n")


def test_an_organiser_chooses_the_zone_in_which_times_are_shown(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/main_calendar.json": json.dumps(CALENDAR)})
    run(tmp_path)
    path = tmp_path / CONFERENCE
    path.write_text(path.read_text().replace("time_zone: UTC", "time_zone: America/Los_Angeles"))
    assert run(tmp_path)[1] == []
    assert clocks(tmp_path) == [
        "date: 2022-08-29", "start: '09:00'", "end: '09:30'",
        "date: 2022-08-29", "start: '13:00'", "end: '13:30'",
    ]  # fmt: skip
    assert path.read_text().endswith("time_zone: America/Los_Angeles\n")
    before = texts(tmp_path)
    assert run(tmp_path) == (run(tmp_path)[0], [])
    assert texts(tmp_path) == before


@pytest.mark.parametrize(
    ("files", "papers", "sessions"),
    [
        (["acl_anthology_J89.xml"], 58, 0),
        (["miniconf_papers.csv", "miniconf_main_calendar.json"], 687, 56),
        (["neurips2025_orals-posters_subset.json"], 3, 2),
        (["pretalx_democon_schedule.json"], 0, 36),
    ],
)
def test_a_sample_is_brought_in_whole(tmp_path: Path, files: list[str], papers: int, sessions: int) -> None:
    write(tmp_path, {f"content/sources/{file}": sample(file) for file in files})
    ingested, reported = run(tmp_path)
    assert [line for line in reported if "error" in line] == []
    added = [change.entity for change in ingested.changes if change.kind == "added"]
    assert (added.count("paper"), added.count("session")) == (papers, sessions)
