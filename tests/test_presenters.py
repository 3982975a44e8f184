"""`presenter:` of a slot: who presents a paper, which is not always its first author."""

from __future__ import annotations

from pathlib import Path

from site_gen.build import build
from site_gen.problems import ProblemLog
from tests.test_preview import write

CONTENT = {
    "content/site.yaml": "title: Owls\n",
    "content/2027/conference.yaml": "title: Owls 2027\ntime_zone: UTC\n",
    "content/2027/papers/trees.yaml": "title: Trees\nauthors: [Ann Bee, Cy Dee]\n",
    "content/2027/papers/birds.yaml": "title: Birds\nauthors: [Cy Dee, Eva Eff]\n",
    "content/2027/sessions.yaml": (
        "- {id: a, title: A, date: 2027-05-03, start: '9:00', end: '10:00', room: Hall,"
        " slots: [{paper: trees, presenter: Cy Dee}]}\n"
        "- {id: b, title: B, date: 2027-05-03, start: '9:30', end: '10:30', room: Barn,"
        " slots: [{paper: birds, presenter: [Cy Dee, Kim Kay], people: [Eva Eff]}]}\n"
    ),
}


def test_a_presenter_is_shown_has_a_page_and_clashes(tmp_path: Path) -> None:
    for name, text in CONTENT.items():
        write(tmp_path, name, text)
    problems, site = ProblemLog(), tmp_path / "_site"
    assert build(tmp_path, site, problems, jobs=1)
    assert [str(problem) for problem in problems.all] == [
        "content/2027/sessions.yaml:2:3: warning: Cy Dee is in 'b' and in 'a'"
        " (content/2027/sessions.yaml:1:3) at 09:30 [person-clash]"
    ]
    session = (site / "2027/sessions/b/index.md").read_text()
    assert "; Speaker [Eva Eff](../../../authors/eva-eff/index.md), " in session
    assert ", Presenter [Cy Dee](../../../authors/cy-dee/index.md), Presenter Kim Kay\n" in session
    assert "Presenter" in (site / "authors/cy-dee/index.html").read_text()
    assert "SUMMARY:A" in (site / "authors/cy-dee/calendar.ics").read_text()
    calendar = (site / "2027/sessions/a/a.ics").read_text()
    assert "DESCRIPTION:- Trees — Ann Bee\\, Cy Dee\\; Presenter: Cy Dee\n" in calendar
