"""Breaks inside links and headings of a saved page: some only wrap a title, others part what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.records import Document
from tests.ingested import ingested

LIST = """<html><body><h1>Owl Workshop:<br>Accepted papers</h1><ul>
<li><a href="/1">Leena<br>and her singing trees</a><br>Ann Lee, Bo Dee</li>
<li><a href="/2">Owls of the<br/>Northern Wood</a><br>Cy Roe, Di Fay</li>
<li><a href="/3">Nests<br>Barns</a><br>Ed Gum, Flo Hart</li>
<li><a href="/4">Feathers and wind</a><br>Gus Ives</li>
<li><a href="/5">Beaks of the coast</a><br>Hal Jay</li>
<li><a href="/6">Eggs in spring</a><br>Ida Kim</li>
</ul></body></html>
"""
INSIDE = """<html><body><ul>
<li><a href="/1">Trees that sing<br>Ann Lee, Bo Dee</a></li>
<li><a href="/2">Owls at noon<br>Cy Roe, Di Fay</a></li>
</ul><ul class="menu"><li><a href="/">Home</a></li><li><a href="/call">Call</a></li></ul>
<div><a href="/3">Nests<br>Ed Gum</a></div>
<div><a href="/4">Feathers</a> Gus Ives</div><div><a href="/5">Beaks</a> Hal Jay</div>
<h3>Session 1<br>Chair: Zed Young</h3><h3>Session 2</h3><h3>Session 3</h3>
<h4>Monday<br>9:00 - 10:00</h4><h4>Tuesday</h4><h4>Wednesday</h4></body></html>
"""
PROGRAMME = """<html><body><h1>Owl Workshop 2031</h1>
<h2>Monday, 2 June 2031</h2>
<h3>Session 1:<br>Trees and<br>Woods</h3>
<p>9:00 - 10:30 Room A</p>
<ul>
<li><b>9:00</b> <a href="/1">Leena:<br>Trees that sing</a> <i>Ann Lee, Bo Dee</i></li>
<li><b>9:30</b> <a href="/2">Owls of the<br/> Northern Wood</a> <i>Cy Roe, Di Fay</i></li>
</ul>
<h3>10:30 - 11:00 Coffee</h3></body></html>
"""


def test_a_break_that_only_wraps_a_title_is_a_space() -> None:
    assert copied(Document("x.html", LIST), "plain").text.split("\n") == [
        "Owl Workshop: Accepted papers",
        "Leena and her singing trees",
        "Ann Lee, Bo Dee",
        "Owls of the Northern Wood",
        "Cy Roe, Di Fay",
        "Nests Barns",
        "Ed Gum, Flo Hart",
        "Feathers and wind",
        "Gus Ives",
        "Beaks of the coast",
        "Hal Jay",
        "Eggs in spring",
        "Ida Kim",
    ]


def test_a_break_that_parts_what_a_link_or_heading_says_stays_one() -> None:
    assert copied(Document("x.html", INSIDE), "plain").text.split("\n") == [
        "Trees that sing",
        "Ann Lee, Bo Dee",
        "Owls at noon",
        "Cy Roe, Di Fay",
        "Home",
        "Call",
        "Nests",
        "Ed Gum",
        "Feathers Gus Ives",
        "Beaks Hal Jay",
        "Session 1",
        "Chair: Zed Young",
        "Session 2",
        "Session 3",
        "Monday",
        "9:00 - 10:00",
        "Tuesday",
        "Wednesday",
    ]


def test_a_session_whose_time_stands_beside_its_room_below_its_heading_is_called_as_that(
    tmp_path: Path,
) -> None:
    _, titles, sessions = ingested(tmp_path, "programme.html", PROGRAMME)
    assert titles == ["Leena: Trees that sing", "Owls of the Northern Wood"]
    assert sessions == [
        {
            "id": "session-1-trees-and-woods",
            "title": "Session 1: Trees and Woods",
            "date": date(2031, 6, 2),
            "start": "09:00",
            "end": "10:30",
            "room": "Room A",
            "slots": [
                {"paper": "leena-trees-that-sing", "start": "09:00"},
                {"paper": "owls-of-the-northern-wood", "start": "09:30"},
            ],
        },
        {
            "id": "coffee",
            "title": "Coffee",
            "kind": "break",
            "date": date(2031, 6, 2),
            "start": "10:30",
            "end": "11:00",
        },
    ]
