"""Which lines are nothing but a time, however it is typed."""

from __future__ import annotations

import pytest

from site_gen.ingest.reading.times.lone_times import lone_time

TIMES = {
    "09:00 - 10:30": ("09:00", "10:30"),
    "9h00 – 10h30": ("9:00", "10:30"),
    "De 9h à 10h30": ("9:00", "10:30"),
    "09.00-10.30": ("09:00", "10:30"),
    "09:00 – 10:30 Uhr": ("09:00", "10:30"),
    "09:00 bis 10:30": ("09:00", "10:30"),
    "0900-1030": ("09:00", "10:30"),
    "9:00 AM → 10:30 AM EST": ("9:00 AM", "10:30 AM"),
    "[09:00 ~ 10:30]": ("09:00", "10:30"),
    "(9-10 am)": ("9", "10 am"),
    "**09:00 – 10:30:**": ("09:00", "10:30"),
    "- **09:00**": ("09:00", None),
    "- 09:00 – 10:30": ("09:00", "10:30"),
    "### 🕘 09:00": ("09:00", None),
    "Time: 09:00 – 10:30 (90 min)": ("09:00", "10:30"),
    "09:00 (Europe/Berlin)": ("09:00", None),
    "09:00 – 10:30 (local time)": ("09:00", "10:30"),
    "6 PM+": ("6 PM", None),
    "18:00 onwards": ("18:00", None),
    "20:00 – late": ("20:00", None),
    "Um 15:00 Uhr": ("15:00", None),
}
OTHERS = (
    "", "9", "2031", "1998-2003", "2020 – 2025", "3 - 1", "12.5", "3.14", "12–18",
    "1.2.3", "5 May", "- 10:30", '"09:00",',
    "| 09:00 |", "09:00 – 10:30 (Hall A)", "09:00 – 10:30 (HS 1)", "09:00 Owls", "Owls 09:00", "00:30:15",
    "9:00 9:30 10:00", "Time: now", "x" * 100,
)  # fmt: skip


@pytest.mark.parametrize("text", TIMES)
def test_a_line_is_a_time_alone(text: str) -> None:
    assert lone_time(text) == TIMES[text]


@pytest.mark.parametrize("text", OTHERS)
def test_a_line_is_more_than_a_time_or_none(text: str) -> None:
    assert lone_time(text) is None
