"""The gate between reading and linking: what no document can mean is a located problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from site_gen.ingest.formats import SOURCE_FORMATS, candidates, detect
from site_gen.ingest.formats.pages.posters import POSTERS_PAGE
from site_gen.ingest.plausible import doubts, read_plausibly
from site_gen.ingest.reading.people.people import with_people
from site_gen.ingest.reading.texts.hash_tags import without_hash_tags
from site_gen.ingest.reading.texts.session_labels import without_session_labels
from site_gen.ingest.records import Document, Fact, PaperRecord, PartialDay, Reading, SessionRecord
from site_gen.problems import Place, ProblemLog
from tests.ingested import ingested

BY_NAME = {source_format.name: source_format for source_format in SOURCE_FORMATS}


def through(text: str) -> list[str]:
    """What the gate reports of a document: severity, code and line of each problem of its own."""
    problems = ProblemLog()
    first, *others = candidates(text)
    read_plausibly(first, Document("x.txt", text), problems, others)
    own = (problem for problem in problems.all if problem.code.startswith("implausible"))
    return [f"{problem.severity} {problem.code} @{problem.place.line}: {problem.what}" for problem in own]


def table(*rows: str) -> str:
    return "\n".join(["id,title,authors,abstract", *rows, ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            table("1,Fast Trees,Ann Lee 4; Bob Roe 5,We study trees."),
            ["error implausible-name @2: the name 'Ann Lee 4' holds a digit, and 1 more like it"],
        ),
        (
            table("1,Fast Trees,Ann Lee 47,We study trees."),
            ["error implausible-name @2: the name 'Ann Lee 47' holds a digit"],
        ),
        (
            table("1,Fast Trees [PDF] [Code],Ann Lee,We study trees."),
            [
                "error implausible-title @2: the title 'Fast Trees [PDF] [Code]'"
                " ends in what the page shows beside it"
            ],
        ),
        (
            table(
                *(f"{n},Trees {n} [Ready],Ann {'ABCDE'[n]}ee,We study trees of size {n}." for n in range(5))
            ),
            [
                "error implausible-title @2: the title 'Trees 0 [Ready]'"
                " ends in what the page shows beside it, and 4 more like it"
            ],
        ),
        (
            table(*(f"{n},Trees {n},Ann Lee,We study size {n}." for n in range(6))),
            ["error implausible-paper @2: 6 of 6 papers have one byline"],
        ),
        (
            "session,title,date,start,end,room\n"
            '"Monday, 8 April 2024",Fast Trees,2024-04-08,09:00,10:00,Hall 1\n',
            ["error implausible-session @2: the session 'Monday, 8 April 2024' is the heading of a day"],
        ),
        (
            "session,title,date,start,end,room\n"
            "Room 614,Fast Trees,2024-04-08,09:00,10:00,Hall 1\n"
            "(Salon H),Slow Trees,2024-04-08,10:00,11:00,Hall 1\n",
            ["error implausible-session @2: the session 'Room 614' is a room, and 1 more like it"],
        ),
        (
            "<table>\n<tr>\n<td>Morning</td>\n"
            + "".join(
                f"<td>\n<ul>\n<li>\n<a>\nTutorial: {title}\n</a>\n</li>\n</ul>\n</td>\n</tr>\n"
                for title in ("Owls of the North", "Mice of the South")
            ),
            [
                "error implausible-abstract @9: the text holds '</li>', which is a tag of the page,"
                " and 1 more like it"
            ],
        ),
    ],
)
def test_an_impossible_value_is_an_error_at_its_place(text: str, expected: list[str]) -> None:
    assert through(text) == expected


def test_one_oddity_among_many_is_a_warning() -> None:
    rows = [f"{n},Trees of {n},Ann {chr(65 + n % 26)}{chr(97 + n // 26)}ee,Text of {n}." for n in range(40)]
    assert through(table(*rows, "40,Owls,Agent 47,Other text.")) == [
        "warning implausible-name @42: the name 'Agent 47' holds a digit"
    ]


def test_a_name_is_judged_as_it_is_written_without_tex() -> None:
    owls = "Poster\nOwls at night\nAnn Bee · Cy Dee\nAbstract\n\nWe study owls.\n"
    mice = "Poster\nMice by day\nR{{\\&#x27;e}}mi Dee · Fay Gee\nAbstract\n\nWe study mice.\n"
    assert through(f"Posters\n{owls}{mice}") == []


def test_handles_in_elements_of_their_own_are_names_and_the_kind_of_a_talk_may_begin_its_title() -> None:
    events = "".join(
        f'<event guid="{n}" id="{n}"><date>2026-08-29T{n}:00:00+02:00</date><start>{n}:00</start>'
        f"<duration>00:30</duration><title>Keynote: Trees of {name}</title>"
        f"<persons><person>{name}</person></persons></event>"
        for n, name in ((11, "Owlet42"), (12, "nestling"), (13, "Hoot_3"))
    )
    head = '<schedule><conference><acronym>owl</acronym></conference><day index="1" date="2026-08-29">'
    text = f'{head}<room name="Hall">{events}</room></day></schedule>'
    assert through(text) == []


def test_a_format_is_read_in_its_other_layout_where_the_first_is_implausible() -> None:
    def bare(document: Document, _problems: ProblemLog) -> Reading:
        return Reading(document=document, format=POSTERS_PAGE, papers=(PaperRecord(place=document.place(1)),))

    both = replace(POSTERS_PAGE, read=bare, layouts=(POSTERS_PAGE.read,))
    text = "Poster\nAnn Bee · Cy Dee\nAbstract\n\nWe study owls.\n"
    problems = ProblemLog()
    reading = read_plausibly(both, Document("x.txt", text), problems)
    assert [paper.abstract and paper.abstract.value for paper in reading.papers] == ["We study owls."]
    assert problems.all == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poster\nAnn Bee · Cy Dee\nAbstract\n\nWe study owls.\nPostere\nEva Eff · Gus Hah\n\nWe see.\n",
            [
                "error implausible-abstract @5: the abstract holds 'Postere', which is no part of a text"
            ],
        ),
        (
            "Poster\nAnn Bee · Cy Dee\nAbstract\n\nSection 3: Human-Centered Robotics\nWe study owls.\n",
            [
                "error implausible-abstract @5: the abstract holds 'Section 3: Human-Centered Robotics',"
                " which is no part of a text"
            ],
        ),
        (
            "#1 Owls [PDF]\nAuthors: Ann Bee\nWe do one.\nAuthors: Eva Eff\nWe do two.\n",
            [
                "error implausible-abstract @3: the abstract holds 'Authors: Eva Eff',"
                " which is no part of a text"
            ],
        ),
        ("Poster\nAnn Bee · Cy Dee\nAbstract\n\nBackground:\nWe study owls\nby night.\nThey see.\n", []),
    ],
)  # fmt: skip
def test_a_text_that_swallowed_another_line_is_an_error(text: str, expected: list[str]) -> None:
    assert through(text) == expected


def test_tags_before_most_titles_are_none_of_them() -> None:
    def titles(*lines: str) -> list[str]:
        rows = "".join(f"{line},2026-07-10,{9 + number}:00\n" for number, line in enumerate(lines))
        document = Document("x.csv", f"Title,Date,Start\n{rows}")
        reading = without_hash_tags(BY_NAME["programme-csv"].read(document, ProblemLog()))
        return [session.title.value for session in reading.sessions if session.title]

    assert titles("#tut T1: Nests", "#lunch Lunch", "Trees") == ["T1: Nests", "Lunch", "Trees"]
    assert titles("#MeToo in the nest", "Lunch", "Trees") == ["#MeToo in the nest", "Lunch", "Trees"]


def test_others_whom_a_name_speaks_of_are_no_part_of_it() -> None:
    table = Document("x.csv", 'Title,Authors\nFast Mud,Ann Lee et al.\nSlow Sand,"Bo Dee, Cy Roe, et al"\n')
    reading = with_people(BY_NAME["csv"].read(table, ProblemLog()))
    bylines = [
        [each.name or each.missing for each in paper.authors.value]
        for paper in reading.papers
        if paper.authors
    ]
    assert bylines == [["Ann Lee", "others"], ["Bo Dee", "Cy Roe", "others"]]


def test_a_label_that_says_that_a_session_is_one_is_no_part_of_its_title() -> None:
    rows = "2026-05-04,9:00,SESSION: Mud\n2026-05-04,10:00,Session 2: Sand\n2026-05-04,11:00,Session: 3\n"
    document = Document("x.csv", f"Date,Time,Session\n{rows}")
    reading = without_session_labels(BY_NAME["programme-csv"].read(document, ProblemLog()))
    titles = [session.title.value for session in reading.sessions if session.title]
    assert titles == ["Mud", "Session 2: Sand", "Session: 3"]


def test_a_session_below_a_day_is_not_read_without_one() -> None:
    heading, session = Document("x.txt", "Friday, July 10, 2026\nTides\n"), Place("x.txt", 2)
    timed = SessionRecord(place=session, title=Fact("Tides", session), start=Fact(time(9), session))
    reading = Reading(document=heading, format=BY_NAME["timed-lines"], sessions=(timed,))
    (found,) = doubts(reading)
    assert (found.code, found.findings[0].what) == (
        "implausible-day", "the session 'Tides' is read without a day, but line 1 says 10/7/2026",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Title,Authors,Date,Time\nFast Trees,Ann Lee,2026-08-31,09:42\n"
            "Slow Bats,Bo Cole,2026-09-17,11:38\nOwls,Eve Fox,2026-09-11,23:49\n",
            [
                "error implausible-time @2: 09:42 is the moment of an entry,"
                " not the start of a session, and 2 more like it"
            ],
        ),
        (
            "- {day: 2026-05-10, time: '09:00', talk: talks/fast-trees}\n"
            "- {day: 2026-05-10, time: '10:00', talk: talks/slow-bats}\n",
            [
                "error implausible-title @1: the title 'talks/fast-trees' is the name of something"
                " that stands elsewhere, and 1 more like it"
            ],
        ),
        (
            "Title,Room,Date,Start,End\nAda Abel and Bo Cole,Barn,2026-08-31,09:30,10:00\n"
            "Owls by Day,Barn,2026-08-31,10:00,10:30\n\"Ann Lee, Jo Ray\",Barn,2026-08-31,10:30,11:00\n",
            [
                "error implausible-session @2: the session 'Ada Abel and Bo Cole' is the names of people,"
                " and 1 more like it"
            ],
        ),
    ],
)  # fmt: skip
def test_moments_names_of_files_and_people_are_no_programme(text: str, expected: list[str]) -> None:
    assert through(text) == expected


def test_papers_that_are_found_by_chance_are_no_list() -> None:
    page = "".join(f"## Part {number}\n\n" for number in range(100))
    text = f"{page}# Papers\n\nFast trees in the wild\nAnn Lee, Bo Cole\n\nOwls by day\nEve Fox, Jo Ray\n"
    document, problems = Document("x.md", text), ProblemLog()
    read_plausibly(BY_NAME["accepted-list"], document, problems)
    assert [(each.code, each.what) for each in problems.errors] == [
        ("unread-line", "2 papers of 105 lines: what this page lists is not understood")
    ]


def test_times_alone_are_no_programme() -> None:
    document = Document("x.txt", "9:00-10:00\n10:00-11:00\n11:00-12:00\n")
    sessions = [
        SessionRecord(place=Place("x.txt", line), start=Fact(time(8 + line), Place("x.txt", line)))
        for line in (1, 2, 3)
    ]
    reading = Reading(document=document, format=BY_NAME["timed-lines"], sessions=tuple(sessions))
    assert [(found.code, len(found.findings)) for found in doubts(reading)] == [("implausible-session", 3)]


def test_the_only_entry_of_a_page_with_much_else_is_no_paper() -> None:
    page = "".join(f"## Part {number}\n\n" for number in range(12))
    document, problems = (
        Document("x.md", f"{page}# Papers\n\nPhoto of us all\nAnn Lee, Bo Cole\n"),
        ProblemLog(),
    )
    read_plausibly(BY_NAME["accepted-list"], document, problems)
    assert [(each.code, each.what) for each in problems.errors] == [
        ("unread-line", "1 paper of 15 lines: what this page lists is not understood")
    ]


def test_keys_and_their_values_are_no_page() -> None:
    text = (
        "layout: page\ndates:\n  - info: Submission\n    date: May 18, 2026 11:59pm\n  - info: Camera ready\n"
    )
    assert detect(text) is None


def test_days_between_sessions_that_are_all_on_another_one_are_missed() -> None:
    days = Document("x.txt", "Mon, 6 July 2026\nOwls\nBats\n(This is Tue, 7 July 2026, all day:)\nTrees\n")
    day = Fact(PartialDay(6, 7, 2026, 0), Place("x.txt", 1))
    sessions = [SessionRecord(place=Place("x.txt", line), day=day) for line in (2, 3, 5)]
    reading = Reading(document=days, format=BY_NAME["timed-lines"], sessions=tuple(sessions))
    assert [(found.code, found.findings[0].what) for found in doubts(reading)] == [
        ("implausible-day", "this line names 7/7/2026, and all sessions are read as on another day")
    ]


def test_titles_that_others_have_too_are_none_of_papers() -> None:
    text = table("1,Industry,Ann Lee,", "2,Industry,Bo Cole,", "3,Owls,Eve Fox,", "4,Industry,Jo Ray,")
    assert through(text) == [
        "error implausible-title @2: the title 'Industry' is that of another paper too, and 2 more like it"
    ]


def test_titles_that_others_have_too_are_none_of_papers_in_sessions() -> None:
    rows = [
        f"2031-06-02,{hour}:00,{hour}:30,Owls,{title},{name}"
        for hour, (title, name) in enumerate(
            [("Journal", "Ann Lee"), ("Journal", "Bo Cole"), ("Nests in barns", "Eve Fox")], 10
        )
    ]
    text = "\n".join(["Date,Start,End,Session,Title,Authors", *rows])
    assert through(text) == [
        "error implausible-title @2: the title 'Journal' is that of another paper too, and 1 more like it"
    ]


def test_sessions_of_a_page_that_are_called_like_others_are_kinds() -> None:
    below = [f"Owls of {name}\nAnn Lee, Bo {name}ole\n" for name in "CDJKM"]
    rows = "".join(f"{hour}:00 - {hour}:30 Research\n{text}" for hour, text in enumerate(below, 10))
    assert through(f"Monday, 6 July 2026\n{rows}") == [
        "error implausible-session @2: the session 'Research' is called like others, and 4 more like it"
    ]


def test_an_address_in_a_name_is_told_and_not_repeated() -> None:
    text = "@misc{a, title={Slow Owls}, author={Bee, Ann ann.bee@mail.example}, year={2026}}\n"
    named = "the name 'Ann [email address] Bee' holds an address"
    assert through(text) == [f"error implausible-name @1: {named}"]


def test_records_whose_labels_stand_in_lines_of_their_own_are_no_book_of_abstracts() -> None:
    talk = "## Keynote {}\nTitle\nOn owls of kind {}\nSpeaker\nAnn Lee\nAbstract\n" + "Owls are many. " * 20
    assert detect("\n\n".join(talk.format(number, number) for number in range(1, 5))) is None


def test_a_label_in_the_marks_of_the_page_is_no_title() -> None:
    talk = "**When**: Monday, May 5, 2031 {}:00am - {}:00am (CET)\n\nWe discuss it, and what is in it.\n\n"
    text = f"# Owls 2031\n\n## Of Nests\n\n{talk.format(9, 10)}## Of Barns\n\n{talk.format(10, 11)}"
    assert through(text) == [
        "error implausible-session @5: the session '**When**' is a line in the marks of the page,"
        " and 1 more like it"
    ]


def test_a_placeholder_of_a_template_is_no_title() -> None:
    text = "| Title | Authors |\n| --- | --- |\n| {{ paper.title }} | Ann Lee |\n"
    assert through(text) == [
        "error implausible-title @3: the title '{{ paper.title }}' is a placeholder of a template, whose"
        " values stand elsewhere"
    ]


SEMINAR = """# Owl Seminar, Spring 2031

**Mon 3 March, 14:00, Room 4.12** — Ann Lee (ETH Zurich)
*Growth in owl groups*

**Mon 10 March, 14:00, Room 4.12** — Bo Roe (MIT)
*Rigidity of nests*

**Mon 17 March, 14:00, Online** — Cy Poe (Graz)
*Spectra of flight*
"""


def test_a_session_that_is_called_by_a_mark_alone_is_refused(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "seminar.md", SEMINAR)
    assert sessions == []
    assert "the session '**' is a mark of the page" in output


CODES = """Monday, June 9, 2031

WeA1.1 10:30-10:50 Why Owls Turn
Bo Roe, Cy Poe
WeA1.2 10:50-11:10 How Owls Sleep
Di Fay, Ed Gee
WeA1.3 11:10-11:30 Owls at Sea
Flo Hay, Gus Ivy
"""


def test_codes_of_talks_are_no_sessions(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", CODES)
    assert sessions == []
    assert "the session 'WeA1.1' is the code of a talk, and 2 more like it" in output


def test_a_name_that_none_is_and_stands_in_many_rows_is_one_oddity(tmp_path: Path) -> None:
    people = ["Ann Lee", "Bo Katz", "Cy Roe", "Di Fay", "Ed Gum", *["2XAA"] * 4]
    rows = "".join(
        f"2031-05-05,{9 + at:02}:00,Talk {'abcdefghi'[at]},{who}\n" for at, who in enumerate(people)
    )
    output, _, sessions = ingested(tmp_path, "programme.csv", f"date,start,title,speaker\n{rows}")
    told = [line for line in output.splitlines() if "[implausible-name]" in line]
    assert told == [
        "content/sources/programme.csv:7: warning: the name '2XAA' holds a digit [implausible-name]"
    ]
    assert [each["people"] for each in sessions] == [[who] for who in people]
