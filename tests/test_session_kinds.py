"""What a title tells of the kind of a session: a word counts where it is what takes place, not a topic."""

from __future__ import annotations

import pytest

from site_gen.ingest.reading.titles.session_headings import kind_of_words


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
