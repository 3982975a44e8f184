"""Schedules of camps in JSON: people by the names that they give themselves, and what begins at midnight."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ingested import ingested

SPEAKERS = ("Ann Lee", "moth.er", "hooter", "KRN & MX & OLF", "Bo Katz", "Cy Roe", "Di Fay", "Cy Roe, MIT")


def test_few_who_call_themselves_as_ids_look_are_no_ids(tmp_path: Path) -> None:
    events = [
        {
            "id": str(at),
            "title": f"Owls {'abcdefgh'[at]} of the woods",
            "speaker": speaker,
            "venue": "Stage A",
            "start_date": f"2031-09-02 {10 + at}:20:00",
            "end_date": f"2031-09-02 {10 + at}:50:00",
        }
        for at, speaker in enumerate(SPEAKERS)
    ]
    night = {"start_date": "2031-09-03 00:00:00", "end_date": "2031-09-03 02:00:00"}
    events.append({**events[0], "title": "Night of owls", **night})
    sessions = ingested(tmp_path, "schedule.json", json.dumps(events))[2]
    people = [each["people"] for each in sessions]
    assert people[:8] == [
        ["Ann Lee"],
        ["moth.er"],
        ["hooter"],
        ["KRN", "MX", "OLF"],
        ["Bo Katz"],
        ["Cy Roe"],
        ["Di Fay"],
        [{"name": "Cy Roe", "affiliation": "MIT"}],
    ]
    times = [(str(each["date"]), each.get("start"), each.get("end"), each["title"]) for each in sessions[7:]]
    assert times == [
        ("2031-09-02", "17:20", "17:50", "Owls h of the woods"),
        ("2031-09-03", "00:00", "02:00", "Night of owls"),
    ]
