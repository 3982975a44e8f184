"""Tables and lists whose entries are no papers: workshops and keynotes are sessions, people are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.content import Content
from site_gen.ingest.documents import read_documents
from site_gen.ingest.reading.row_sorts import Sort, sort_named
from site_gen.problems import ProblemLog

WORKSHOPS = """\
UID,title,authors,abstract
a,Owls at Night,Ann Lee|Bob Roe,We meet at night.
b,Owls by Day,Cy Dee|Eve Low,We meet by day.
"""
KEYNOTES = """\
keynotes:
- name: Ann Lee
  bio: She counts owls.
  title: How Owls Count
  abstract: Owls count in threes.
- name: Bob Roe
  bio: He reads.
  title: How Owls Read
  abstract: Owls read in rows.
"""
GUIDE = """\
First Name,Last Name,Title,Company,Description,Twitter Handle
Ann,Lee,Keeper of the Barn,Owls Inc.,She builds barns.,
Bob,Roe,Feeder,Owls Inc.,He feeds.,
"""
POSITIONS = """\
Name,Title,Company,Description
Ann Lee,Project Manager,Owls Inc.,She builds barns.
Bob Roe,Director of Owls,Owls Inc.,He feeds.
"""
COMMITTEE = """\
- name: Ann Lee
  title: On Barns
  abstract: None.
- name: Bob Roe
  title: On Feed
  abstract: None.
"""
ORGANISED = """\
id,title,organizers,date,room
SAT-01,Owls in Space,"Ann Lee, Bob Roe",2026-07-15,Barn
SAT-02,Owls at Sea,Cy Dee,2026-07-15,Loft
"""
FEED = """\
<rss version="2.0">
<channel>
<title>Workshops</title>
<item><title>Owls at Night</title><description>We meet.</description></item></channel></rss>
"""


def read(project: Path, name: str, text: str) -> list[str]:
    """The papers and sessions of a document of this name, then what is told, as lines."""
    path = project / "content/sources" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (project / "content/site.yaml").write_text("title: T\n", encoding="utf-8")
    (project / "content/sources.yaml").write_text(f'- file: {name}\n  edition: "2026"\n', encoding="utf-8")
    content, problems = Content(project), ProblemLog()
    sources = read_documents(content, content.draft(problems), problems)
    if problems.errors:  # then nothing of the document enters content
        return [f"{p.severity} {p.code} @{p.place.line}: {p.what}" for p in problems.all]
    lines = [f"paper {paper.title and paper.title.value}" for s in sources for paper in s.reading.papers]
    for session in (session for source in sources for session in source.reading.sessions):
        people = ", ".join(f"{p.name} ({p.role})" for p in session.people.value) if session.people else ""
        kind = session.kind.value if session.kind else "session"
        lines.append(f"{kind} {session.title and session.title.value}: {people}")
    return lines


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "workshops.csv",
            WORKSHOPS,
            [
                "workshop Owls at Night: Ann Lee (organiser), Bob Roe (organiser)",
                "workshop Owls by Day: Cy Dee (organiser), Eve Low (organiser)",
            ],
        ),
        ("workshop_papers.csv", WORKSHOPS, ["paper Owls at Night", "paper Owls by Day"]),
        (
            "programme.yml",
            KEYNOTES,
            [
                "invited-talk How Owls Count: Ann Lee (speaker)",
                "invited-talk How Owls Read: Bob Roe (speaker)",
            ],
        ),
        (
            "saturday.csv",
            ORGANISED,
            [
                "session Owls in Space: Ann Lee (organiser), Bob Roe (organiser)",
                "session Owls at Sea: Cy Dee (organiser)",
            ],
        ),
        (
            "guide.csv",
            GUIDE,
            [
                "error not-papers @1: this table lists people, a row each, with a title that may be theirs:"
                " nothing of it is read"
            ],
        ),
        (
            "guide.csv",
            POSITIONS,
            ["error implausible-title @2: the title 'Project Manager' is a person's, and 1 more like it"],
        ),
        (
            "program-committee.yml",
            COMMITTEE,
            ["error not-papers @1: by its name this document lists people: nothing of its 2 entries is read"],
        ),
        (
            "workshops.xml",
            FEED,
            [
                "error unknown-format @1: no source format recognises this document, which begins"
                " '<rss version=\"2.0\">', '<channel>', '<title>Workshops</title>'"
            ],
        ),
    ],
)
def test_what_is_no_paper_never_becomes_one(
    tmp_path: Path, name: str, text: str, expected: list[str]
) -> None:
    assert read(tmp_path, name, text) == expected


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("invited_talks_2026", "invited-talk"), ("accepted-workshops", "workshop"), ("talks", "papers"),
        ("paperSessions", "other"), ("icml-workshop-2026", None), ("organizing_committee", "people"),
    ],
)  # fmt: skip
def test_the_last_word_that_names_a_sort_counts(name: str, sort: Sort | None) -> None:
    assert sort_named(name) == sort
