"""What a title tells of the kind of a session: a word counts where it is what takes place, not a topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.ingest.reading.titles.session_headings import kind_of_words
from tests.ingested import ingested


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Conference Party", "social"),
        ("Welcome Party at the Barn", "social"),
        ("Secure Multi-Party Computation", "other"),
        ("Third Party Cookies", "other"),
        ("Mixing with the MLP-Mixer", "other"),
        ("Morning Break", "break"),
        ("(Break Out) Owls at work", "other"),
        ("Break-outs on owls", "other"),
        ("Lunch Break + Project Portfolio Management with Kanban(ize) Workshop", "break"),
        ("How to Break a Neural Network", "other"),
        ("A mentor will get you coffee. A sponsor will get you a promotion.", "other"),
        ("Demo Session", "demo"),
        ("Learning from Demonstrations", "other"),
        ("Panel: The Future", "panel"),
        ("Panel Data Models", "other"),
        ("Oral Session 2", "oral"),
        ("Postersession", "poster"),
        ("Sesión de pósteres", "poster"),
        ("Imposter Syndromes", "other"),
        ("Paneldiskussion: Heute", "panel"),
        ("Eröffnungsvortrag", "invited-talk"),
        ("Conferencia invitada", "invited-talk"),
        ("Gesellschaftsabend", "social"),
        ("Oral History Archives", "other"),
    ],
)
def test_a_word_tells_a_kind_where_it_is_no_topic(title: str, kind: str) -> None:
    assert kind_of_words(title) == kind


XML = """<?xml version="1.0"?>
<programme>
 <day date="2031-06-03">
  <session start="09:00" end="10:00"><title>Moths</title>
   <poster start="09:00"><title>Hawkmoths</title><speaker>Bo Roe</speaker></poster>
   <talk start="09:30"><title>Silk</title><speaker>Cy Fog</speaker></talk>
  </session>
  <coffeeBreak start="10:00" end="10:30"><title>In the garden</title></coffeeBreak>
  <keynote start="10:30" end="11:30"><title>Wings</title><speaker>Ann Lee</speaker></keynote>
  <panel start="11:30" end="12:30"><title>Light</title><speaker>Di Gum</speaker></panel>
  <pause start="12:30" end="13:30"><title>Im Hof</title></pause>
  <session start="13:30" end="14:30" type="workshop"><title>Traps</title></session>
  <item start="14:30" end="15:30"><keynote><title>Eyes</title><speaker>Ed Hay</speaker></keynote></item>
 </day>
</programme>
"""


def test_elements_of_xml_give_sessions_their_kind(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.xml", XML)
    assert [(each["title"], each.get("kind")) for each in sessions] == [
        ("Moths", None),
        ("In the garden", "break"),
        ("Wings", "invited-talk"),
        ("Light", "panel"),
        ("Im Hof", "break"),
        ("Traps", "workshop"),
        ("Eyes", "invited-talk"),
    ]
