"""Tables and lists whose entries are no papers: workshops and keynotes are sessions, people are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.content import Content
from site_gen.ingest.documents import read_documents
from site_gen.ingest.formats import detect
from site_gen.ingest.formats.tables.any_csv import ANY_CSV
from site_gen.ingest.formats.tables.object_list import OBJECT_LIST
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.row_sorts import Sort, sort_named
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.records import Document, Reading
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


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Ann Lee, Institute of Owls; School of Barns, University of Owls, China; Bob Roe, Virginia Tech",
            [
                ("Ann Lee", ("Institute of Owls", "School of Barns, University of Owls, China")),
                ("Bob Roe", ("Virginia Tech",)),
            ],
        ),
        ("Ann Lee (School of Owls); University of X", [("Ann Lee", ("School of Owls", "University of X"))]),
        ("García López, Juan; Pérez, Ana", [("Juan García López", ()), ("Ana Pérez", ())]),
        ("Lee, Ann, University of X; Roe, Bob", [("Ann Lee", ("University of X",)), ("Bob Roe", ())]),
    ],
)
def test_an_institution_between_people_is_of_the_one_before(
    cell: str, names: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(each.name, each.affiliations) for each in split_authors(cell, 1, PrivateValues())] == names


def test_a_page_of_which_most_is_not_read_is_refused() -> None:
    def read_some(document: Document, problems: ProblemLog) -> Reading:
        for line in range(1, 31):
            problems.warning("unread-line", "this line is not read", document.place(line))
        return replace(ANY_CSV.read(document, problems), papers=())

    problems = ProblemLog()
    document = Document("x.txt", "title,authors\nOn Barns,Ann Lee\n")
    read_plausibly(replace(ANY_CSV, read=read_some), document, problems)
    assert [(problem.code, problem.what) for problem in problems.errors] == [
        (
            "unread-line",
            "30 lines of this page are not read, more than are: its layout is not understood",
        )
    ]


def test_a_session_that_is_called_by_a_code_is_its_talk(tmp_path: Path) -> None:
    text = "- session: keynote-lee\n  title: How Owls Count\n  name: Ann Lee\n  abstract: In threes.\n"
    assert read(tmp_path, "speakers.yml", text) == ["invited-talk How Owls Count: Ann Lee (speaker)"]


def test_a_long_list_below_the_last_key_is_known_by_its_first_items() -> None:
    day = "- date: 2026-11-16\n  talks:\n" + "".join(
        f"  - title: Owl number {n}\n    start: '09:00'\n    room: Barn\n" for n in range(500)
    )
    assert detect(f"legend:\n- name: x\ndays:\n{day}{day}") is OBJECT_LIST
