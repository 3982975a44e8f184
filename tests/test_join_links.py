"""Links by which one joins a session, below its text: they are none of the text, and are counted."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested

PAPERS = """title,authors,abstract
Trees that Sing,Ann Lee; Bo Dee,"Trees sing.<br><br><b>[Poster session](https://owls.zoom.us/j/1)</b>"
Nests in Barns,Cy Roe; Di Fay,"Nests are warm. Zoom link: https://owls.zoom.us/j/2?pwd=a"
Owls at Noon,Ed Gum; Flo Hart,"Owls sleep. A video of them is at https://youtu.be/3"
Mice at Night,Gus Ives; Hal Jay,"Mice meet at https://owls.zoom.us/j/4 and run."
"""
SESSIONS = """date,start,end,session,description
2031-06-02,09:00,10:00,Opening,"We begin.

Join: https://owls.zoom.us/j/5
Watch: [on YouTube](https://www.youtube.com/watch?v=6)"
2031-06-02,10:00,11:00,Closing,https://owls.zoom.us/j/7
2031-06-02,11:00,12:00,Party,"Bring cake. See https://example.org/cake"
"""


def test_abstracts_end_without_links_to_meetings(tmp_path: Path) -> None:
    output, _, _ = ingested(tmp_path, "papers.csv", PAPERS)
    papers = [yaml.safe_load(each.read_text("utf-8")) for each in tmp_path.glob("content/2031/papers/*.yaml")]
    assert {paper["title"]: paper["abstract"] for paper in papers} == {
        "Trees that Sing": "Trees sing.",
        "Nests in Barns": "Nests are warm.",
        "Owls at Noon": "Owls sleep. A video of them is at https://youtu.be/3",
        "Mice at Night": "Mice meet at https://owls.zoom.us/j/4 and run.",
    }
    assert "not taken: links to meetings below texts (2)" in output


def test_descriptions_end_without_links_to_streams(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.csv", SESSIONS)
    assert [(each["title"], each.get("description")) for each in sessions] == [
        ("Opening", "We begin."),
        ("Closing", None),
        ("Party", "Bring cake. See https://example.org/cake"),
    ]
    assert "links to meetings below texts (3)" in output
