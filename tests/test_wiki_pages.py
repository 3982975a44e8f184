"""Programmes as they are written in a wiki, and the lists of people below them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested

TABLE = """\
= Owl Days =
The '''Owl Days''' are on 12 April 2031 in [[Owl Town]].

== Saturday 12 April 2031 ==
{| class="wikitable" style="width:100%"
|-
! Time
! Room A
! Room B
|-
| 09:00–09:30
| colspan="2" align=center | Welcome & Introduction
|-
| 09:30–10:30
| '''State of the owls'''<br>[[User:Ann Lee|Ann Lee]]
| [https://owls.example/2 ''Owl counting''] [[File:Owl.jpg|20px]]<br>Bob Roe
|-
| 10:30–11:00 || colspan="2" style="background:#eee" | Break
|-
| 11:00–12:00 || Owls of the north || Mice of the south
|}
"""

BARS = """\
= Owl Days 64 =

== Schedule ==

All talks will be in [[http://owls.example/map|Owl Hall]].

||||||<style="background: #eee;"> '''Monday 17 March 2031''' ||
|| 9:30 - 10:00 |||| Coffee break ||
|| 10:00 - 11:00 || Nicolas Owlet || [[attachment:Owlet.pdf|''Introduction to Owl Counting'']] ||
|| 11:00 - 12:00 || Vivien Nest & Jean-Luc Egg || ''!OwlSurf and nests in<<BR>>towns (Part 1)'' ||
|| 12:00 - 13:30 ||<-2> Lunch ||

== Participants ==

 * P. Akhil (Owl Institute, India)
 * Jon Axel (Owl State University)
 * '''Bert Crow''', Owl University

== Organizers ==

 * Dan Bump (Owl Town)
 * Anne Schill (Nest City)
"""

AGENDA = """\
Owl Days

Monday 17 March 2031
9:30 - 10:00 Coffee break
10:00 - 11:00 Counting Owls
11:00 - 12:00 Panel of owls
12:00 - 13:00 Lunch

Invited speakers

Nicolas Owlet (Owl Institute)
Eva Fox (Nest City)

Programme committee

Jon Axel (Owl State University)
Bert Crow (Owl University)
"""


def shown(session: Any) -> str:
    """When a session is, its title, room and people in one line."""
    people = ", ".join(each if isinstance(each, str) else each["name"] for each in session.get("people", ()))
    times = f"{session['start']}-{session['end']}"
    return " | ".join(filter(None, (times, session["title"], session.get("room"), people)))


def test_a_table_of_a_wiki_is_that_of_its_page(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "days.wiki", TABLE)
    assert "error" not in output and "warning" not in output
    assert list(map(shown, sessions)) == [
        "09:00-09:30 | Welcome & Introduction",
        "09:30-10:30 | State of the owls | Room A | Ann Lee",
        "09:30-10:30 | Owl counting | Room B | Bob Roe",
        "10:30-11:00 | Break",
        "11:00-12:00 | Owls of the north | Room A",
        "11:00-12:00 | Mice of the south | Room B",
    ]


def test_rows_of_bars_are_a_table_and_people_below_are_no_sessions(tmp_path: Path) -> None:
    output, papers, sessions = ingested(tmp_path, "days.txt", BARS)
    assert "error" not in output and output.count("warning: ") == 1
    assert "warning: this line tells of 'Owl Hall', and nothing is read in a room [unread-line]" in output
    assert "not taken: people listed (5)" in output
    assert papers == []
    assert list(map(shown, sessions)) == [
        "09:30-10:00 | Coffee break",
        "10:00-11:00 | Introduction to Owl Counting | Nicolas Owlet",
        "11:00-12:00 | OwlSurf and nests in towns (Part 1) | Vivien Nest, Jean-Luc Egg",
        "12:00-13:30 | Lunch",
    ]


def test_speakers_beside_a_committee_are_a_list_of_people(tmp_path: Path) -> None:
    output, papers, sessions = ingested(tmp_path, "days.txt", AGENDA)
    assert "not taken: people listed (4)" in output
    assert papers == []
    assert list(map(shown, sessions)) == [
        "09:30-10:00 | Coffee break",
        "10:00-11:00 | Counting Owls",
        "11:00-12:00 | Panel of owls",
        "12:00-13:00 | Lunch",
    ]


COMMENTED = """\
## Friday, 22 October 2032

10:00 - 11:00 | **Opening remarks, project pitches** <!--[Zoom](https://zoom.example/1)--> <!--, Owls-->
11:00 - 11:30 | **Break**
<!--
11:00 - 11:15 | **A talk that was taken out**
-->
11:30 - 12:00 | **Nests of Towns**
"""


def test_comments_of_a_page_are_none_of_its_words(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "days.md", COMMENTED)
    assert "error" not in output and "warning" not in output
    assert list(map(shown, sessions)) == [
        "10:00-11:00 | Opening remarks, project pitches",
        "11:00-11:30 | Break",
        "11:30-12:00 | Nests of Towns",
    ]
