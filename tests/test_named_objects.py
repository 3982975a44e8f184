"""Files of objects that call each other by ids: a schedule, its sessions, and who speaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested_together

SCHEDULE = """{"2031-09-12": {
  "tracks": [{"title": "Owl Hall"}, {"title": "Wren Room"}],
  "timeslots": [
    {"startTime": "09:00", "endTime": "10:00", "sessions": [{"items": [101]}]},
    {"startTime": "10:00", "endTime": "10:45", "sessions": [{"items": [102]}, {"items": [103]}]}
  ]}}
"""
SESSIONS = """{
  "101": {"title": "How owls find the road", "description": "Of roads and owls.", "speakers": ["ann_lee"]},
  "102": {"title": "Counting wrens with phones", "speakers": ["bo_katz", "ann_lee"]},
  "103": {"title": "Nests in the cloud", "speakers": ["bo_katz"]},
  "104": {"title": "Posters nobody placed", "speakers": ["bo_katz"]}
}
"""
SPEAKERS = """{
  "ann_lee": {"name": "Ann Lee", "company": "Owl Labs", "bio": "Ann counts owls."},
  "bo_katz": {"name": "Bo Katz", "company": "Wren Inc", "bio": "Bo counts wrens."}
}
"""


def shown(sessions: list[Any]) -> list[tuple[Any, ...]]:
    """When and where each session is, what it is called, and who speaks."""
    return [
        (
            each.get("start"),
            each.get("room"),
            each["title"],
            [one if isinstance(one, str) else one["name"] for one in each.get("people", ())],
        )
        for each in sessions
    ]


def test_a_schedule_holds_the_sessions_and_these_the_people_of_other_files(tmp_path: Path) -> None:
    files = {"schedule.json": SCHEDULE, "sessions.json": SESSIONS, "speakers.json": SPEAKERS}
    output, papers, sessions = ingested_together(tmp_path, files)
    assert "error" not in output
    assert shown(sessions) == [
        ("09:00", None, "How owls find the road", ["Ann Lee"]),
        ("10:00", "Owl Hall", "Counting wrens with phones", ["Bo Katz", "Ann Lee"]),
        ("10:00", "Wren Room", "Nests in the cloud", ["Bo Katz"]),
        (None, None, "Posters nobody placed", ["Bo Katz"]),
    ]
    assert papers == []
    assert sessions[0]["people"] == [
        {"name": "Ann Lee", "affiliation": "Owl Labs", "biography": "Ann counts owls."}
    ]


LISTED = {
    "schedule.yml": """- date: 2031-09-12
  timeslots:
    - startTime: "08:30"
      endTime: "09:00"
      sessionIds: [3]
    - startTime: "09:00"
      endTime: "09:45"
      sessionIds: [1]
""",
    "sessions.yml": """- id: 1
  title: How owls find the road
  description: <p>Of roads and owls.</p>
  speakers: [7]
- id: 3
  title: Registration
""",
    "speakers.yml": "- id: 7\n  name: Ann\n  surname: Lee\n  bio: <p>Ann counts owls.</p>\n",
}


def test_lists_with_ids_call_each_other_too(tmp_path: Path) -> None:
    output, papers, sessions = ingested_together(tmp_path, LISTED)
    assert ("error" in output, papers) == (False, [])
    assert shown(sessions) == [
        ("08:30", None, "Registration", []),
        ("09:00", None, "How owls find the road", ["Ann Lee"]),
    ]
    assert "sessions.yml: list of objects in JSON or YAML, edition 2031: its objects are read where" in output


def test_what_says_when_may_call_what_it_is(tmp_path: Path) -> None:
    files = {
        "schedule.yml": """days:
  - date: 2031-09-12
    sessions:
      - title: Session 1
        start_time: "9:30"
        end_time: "11:00"
        talks:
          - label: lee
            start_time: "9:30"
            end_time: "10:15"
          - label: katz
            start_time: "10:15"
            end_time: "11:00"
""",
        "talks.yml": """lee:
  title: How owls find the road
  speaker: Ann Lee
katz:
  title: Counting wrens with phones
  speaker: Bo Katz
""",
    }
    output, papers, sessions = ingested_together(tmp_path, files)
    assert ("error" in output, papers) == (False, [])
    assert [(each["title"], each["slots"]) for each in sessions] == [
        (
            "Session 1",
            [
                {"title": "How owls find the road", "start": "09:30", "end": "10:15", "people": ["Ann Lee"]},
                {
                    "title": "Counting wrens with phones",
                    "start": "10:15",
                    "end": "11:00",
                    "people": ["Bo Katz"],
                },
            ],
        )
    ]


def test_papers_that_sessions_mention_stay_papers(tmp_path: Path) -> None:
    files = {
        "papers.yml": "- id: p1\n  title: How owls find the road\n  authors: [Ann Lee]\n"
        "- id: p2\n  title: Nests in the rain\n  authors: [Finn Dahl]\n",
        "program.yml": '- name: Night flight\n  date: 2031-09-08\n  start: "09:00"\n  end: "10:30"\n'
        "  papers: [p1]\n",
    }
    _, papers, sessions = ingested_together(tmp_path, files)
    assert papers == ["How owls find the road", "Nests in the rain"]
    assert [each["slots"] for each in sessions] == [[{"paper": "how-owls-find-the-road"}]]
