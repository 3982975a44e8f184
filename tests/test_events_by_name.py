"""Programmes in JSON whose papers, events and sessions stand in mappings by their ids."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.ingested import ingested


def test_mappings_of_events_are_no_titles_of_the_sessions_that_hold_them(tmp_path: Path) -> None:
    def session(key: str, name: str, start: str, events: Mapping[str, object]) -> dict[str, object]:
        times = {"start_time": f"{start}:00+00:00", "end_time": f"{start[:11]}12:30:00+00:00"}
        return {"id": key, "name": name, "type": "Sessions", **times, "events": events, "other_events": {}}

    times = {"start_time": "2031-03-18T11:00:00+00:00", "end_time": "2031-03-18T12:00:00+00:00"}
    held = {"owls": {"id": "owls", "session": "Session 2", **times, "paper_ids": ["7"]}}
    document = {
        "papers": {"7": {"id": "7", "title": "Owls at night", "authors": ["Ann Lee", "Bo Katz"]}},
        "sessions": {
            "moth": session("moth", "Workshop on Moths", "2031-03-21T09:00", {}),
            "s2": session("s2", "Session 2", "2031-03-18T11:00", held),
            "p": session("p", "Plenary: What Owls Want", "2031-03-19T11:00", {}),
        },
    }
    output, titles, sessions = ingested(tmp_path, "conference.json", json.dumps(document))
    assert "warning" not in output
    assert titles == ["Owls at night"]
    assert [(str(each["date"]), each["start"], each["title"], each.get("people")) for each in sessions] == [
        ("2031-03-21", "09:00", "Workshop on Moths", None),
        ("2031-03-18", "11:00", "Session 2", None),
        ("2031-03-19", "11:00", "Plenary: What Owls Want", None),
    ]
    assert sessions[1]["slots"] == [{"paper": "owls-at-night", "type": "Sessions"}]


def test_a_paper_numbered_for_each_way_in_which_it_is_shown_is_one(tmp_path: Path) -> None:
    def paper(number: str, title: str) -> dict[str, object]:
        return {"id": number, "title": title, "authors": ["Ann Lee", "Bo Katz"]}

    def event(number: int, papers: list[str]) -> dict[str, object]:
        times = {"start_time": f"2031-03-18T1{number}:00:00", "end_time": f"2031-03-18T1{number}:45:00"}
        return {"session": f"Session {number}", **times, "paper_ids": papers}

    document = {
        "events": {"a": event(1, ["12-Oral", "14"]), "b": event(2, ["12", "13-2"])},
        "papers": {
            "12": paper("12", "Owls at night"),
            "12-Oral": paper("12-Oral", "Owls at night"),
            "13-2": paper("13-2", "Owls at noon"),
            "14": paper("14", "Owls at noon"),
        },
    }
    _, titles, sessions = ingested(tmp_path, "conference.json", json.dumps(document))
    assert titles == ["Owls at night", "Owls at noon", "Owls at noon"]
    assert [[slot["paper"][:12] for slot in each["slots"]] for each in sessions] == [
        ["owls-at-nigh", "owls-at-noon"],
        ["owls-at-nigh", "owls-at-noon"],
    ]
