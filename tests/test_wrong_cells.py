"""One wrong cell is one located problem: the end neither of its document nor of the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.ingest import ingest
from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV
from site_gen.ingest.reading.texts.recurring import forget_answers
from site_gen.ingest.reading.times.programme_times import read_times
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog
from tests.command import in_project as ran
from tests.steps import counted

SITE = "title: Owls\ntime_zone: UTC\n"
EDITION = "title: Owls 2027\nfirst_day: 2027-05-03\nlast_day: 2027-05-04\n"
PAPERS = "title,authors\nHow Owls Turn,Ada Abel\nA Map of Barns,Bruno Castel\n"
RIGHT = """Day,Start,End,Session,Room,Talk
2027-05-03,09:00,10:00,Opening,Hall A,
,10:00,11:00,Flight,Hall A,How Owls Turn
,11:00,12:00,Night,Hall B,A Map of Barns
2027-05-04,09:00,10:00,Closing,Hall A,
"""


def project_of(folder: Path, **documents: str) -> Path:
    """A project with these source documents."""
    files = {"content/site.yaml": SITE, "content/2027/conference.yaml": EDITION}
    files |= {f"content/sources/{name.replace('_', '.')}": text for name, text in documents.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def held(project: Path) -> list[tuple[Any, ...]]:
    """Title, day, start and end of the sessions of content."""
    sessions = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    return [tuple(each.get(name) for name in ("title", "date", "start", "end")) for each in sessions]


NOW = [
    ("Opening", "2027-05-03", "09:00", "10:00"),
    ("Flight", "2027-05-03", "10:00", "11:00"),
    ("Night", "2027-05-03", "11:00", "12:00"),
    ("Closing", "2027-05-04", "09:00", "10:00"),
]
LEFT_OUT = "1 error, 0 warnings; what is wrong is left out, the rest is in content/"


def plain(sessions: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(str(value) if value is not None else None for value in each) for each in sessions]


@pytest.mark.parametrize(
    ("right", "wrong", "reported", "sessions"),
    [
        (
            ",10:00,11:00,Flight",
            ",ten-ish,11:00,Flight",
            "3: error: 'ten-ish' is not a time [bad-time]\n    hint: write it as 08:45",
            [NOW[0], ("Flight", "2027-05-03", None, None), NOW[2], NOW[3]],
        ),
        (
            "2027-05-04,",
            "2027-05-40,",
            "5: error: '2027-05-40' is not a day [bad-day]\n    hint: write it as 2026-08-29",
            [*NOW[:3], ("Closing", None, "09:00", "10:00")],
        ),
        (
            "2027-05-04,",
            "9999-12-31,",
            "5: error: no conference is in 9999 [no-such-day]",
            [*NOW[:3], ("Closing", None, "09:00", "10:00")],
        ),
        (
            "2027-05-04,",
            "Mon 4 May 2027,",
            "5: error: 4 May 2027 is not a Monday [weekday-contradiction]\n"
            "    hint: 4 May 2027 is a Tuesday (2027 is as the document says)",
            [*NOW[:3], ("Closing", None, "09:00", "10:00")],
        ),
        (
            ",10:00,11:00,Flight,Hall A,How Owls Turn",
            ",10:00,11:00,Flight,Hall A,How Owls Turn,x",
            "3: error: this row has 7 cells, the header 6 [ragged-row]\n"
            "    hint: put a cell that holds the separator or a line break in quotes",
            [NOW[0], *NOW[2:]],
        ),
    ],
)
def test_a_wrong_cell_is_left_out_and_the_rest_comes_in(
    tmp_path: Path, right: str, wrong: str, reported: str, sessions: list[tuple[Any, ...]]
) -> None:
    project = project_of(tmp_path, programme_csv=RIGHT.replace(right, wrong), papers_csv=PAPERS)
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[-1]) == (1, LEFT_OUT)
    assert f"content/sources/programme.csv:{reported}\n" in output
    assert plain(held(project)) == sessions
    assert len(list((project / "content/2027/papers").glob("*.yaml"))) == 2
    project_of(tmp_path, programme_csv=RIGHT)
    assert (ran(project, "ingest")[0], plain(held(project))) == (0, NOW)


NUMBERED = """Day,Start,End,Session,Paper no.
2027-05-03,09:00,10:00,Flight,"14, 99"
"""


def test_a_number_that_no_paper_has_is_named(tmp_path: Path) -> None:
    papers = "Paper no.,title,authors\n14,How Owls Turn,Ada Abel\n16,A Map of Barns,Bruno Castel\n"
    project = project_of(tmp_path, programme_csv=NUMBERED, papers_csv=papers)
    status, output = ran(project, "ingest")
    assert status == 0
    assert (
        "content/sources/programme.csv:2: warning: no paper has the number 99 [unknown-number]\n"
        "    hint: its slot is kept, empty: correct the number\n"
    ) in output
    (session,) = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert session["slots"] == [{"paper": "how-owls-turn"}, {}]


def test_what_content_has_of_a_document_stays_while_something_in_it_is_wrong(tmp_path: Path) -> None:
    project = project_of(tmp_path, programme_csv=RIGHT, papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    wrong = RIGHT.replace(",10:00,11:00,Flight", ",soon,11:00,Flight").replace(
        "09:00,10:00,Op", "08:30,10:00,Op"
    )
    project_of(tmp_path, programme_csv=wrong.replace(",11:00,12:00,Night,Hall B,A Map of Barns\n", ""))
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[-1]) == (1, LEFT_OUT)
    line = "content/sources/programme.csv: what is wrong in it is left out; what content has of it stays"
    assert line in output.splitlines()
    assert plain(held(project)) == [("Opening", "2027-05-03", "08:30", "10:00"), *NOW[1:]]


@pytest.mark.parametrize("broken", ["", "Dear all,\nsee you soon.\n", '[{"title": "How'])
def test_a_document_that_cannot_be_read_leaves_the_others_alone(tmp_path: Path, broken: str) -> None:
    project = project_of(tmp_path, programme_csv=RIGHT, papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    project_of(tmp_path, programme_csv=broken, papers_csv=f"{PAPERS}A Third One,Chiara Dorn\n")
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[-1]) == (1, LEFT_OUT)
    assert "content/sources/programme.csv: not read; what content has of it stays" in output.splitlines()
    assert plain(held(project)) == NOW
    assert len(list((project / "content/2027/papers").glob("*.yaml"))) == 3


def test_a_wrong_row_among_decisions_forbids_all(tmp_path: Path) -> None:
    """It may be that of a paper that must not be published."""
    decided = "title,authors,decision\nHow Owls Turn,Ada Abel,accept\nA Map of Barns,Bruno Castel,reject,x\n"
    project = project_of(tmp_path, programme_csv=RIGHT, papers_csv=decided)
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[-1]) == (1, "1 error, 0 warnings; nothing changed")
    assert not (project / "content/2027/sessions.yaml").exists()


def test_one_looks_at_the_rest_meanwhile_and_publishes_nothing(tmp_path: Path) -> None:
    project = project_of(tmp_path, programme_csv=RIGHT.replace(",10:00,", ",soon,"), papers_csv=PAPERS)
    assert ran(project)[0] == 1
    assert "Flight" in (project / "_site/2027/schedule/2027-05-03/index.html").read_text("utf-8")
    www = tmp_path / "www"
    assert ran(project, "deploy", str(www), "--yes", "--base-url", "https://owls.example.org/")[0] == 1
    assert not www.exists()


def test_with_strict_everything_must_be_right(tmp_path: Path) -> None:
    project = project_of(tmp_path, programme_csv=RIGHT.replace(",10:00,", ",soon,"), papers_csv=PAPERS)
    status, output = ran(project, "ingest", "--strict")
    assert (status, output.splitlines()[-1]) == (1, "1 error, 0 warnings; nothing changed")
    assert not (project / "content/2027/papers").exists()


@pytest.mark.parametrize(
    ("file", "text", "code", "found"),
    [
        (
            "talks_json",
            '[{"title": "Opening", "date": "2027-05-03", "start": "nine-ish"},'
            ' {"title": "Flight", "date": "2027-05-03", "start": "10:00"},'
            ' {"title": "Night", "date": "2027-05-03", "start": "11:00"}]',
            "bad-time",
            ["start: '10:00'", "start: '11:00'"],
        ),
        (
            "papers_bib",
            "@inproceedings{a, title={A Nest}, author={Lee, Ann}}\n"
            "@inproceedings{b, title={A Tree, author={Lee, Ann}}\n"
            "@inproceedings{c, title={A Bird}, author={Lee, Ann}}\n",
            "broken-entry",
            ["title: A Bird", "title: A Nest"],
        ),
    ],
)
def test_a_wrong_record_of_a_structured_file_is_left_out_alone(
    tmp_path: Path, file: str, text: str, code: str, found: list[str]
) -> None:
    project, problems = project_of(tmp_path, **{file: text}), ProblemLog()
    ingest(project, problems)
    assert [problem.code for problem in problems.all] == [code]
    files = sorted((project / "content/2027").glob("papers/*")) or [project / "content/2027/sessions.yaml"]
    lines = [line.strip() for each in files for line in each.read_text("utf-8").split("\n")]
    assert [line for line in lines if line.startswith(("start:", "title: A "))] == found


def test_where_most_cells_are_wrong_the_document_is_not_read(tmp_path: Path) -> None:
    text = RIGHT.replace("10:00,11:00", "C,D").replace("11:00,12:00", "E,F")
    project, problems = project_of(tmp_path, talks_csv=text), ProblemLog()
    ingest(project, problems)
    assert not (project / "content/2027/sessions.yaml").exists()


def test_keys_of_objects_are_named_in_sources_yaml_as_columns_are(tmp_path: Path) -> None:
    text = '[{"title": "Flight", "date": "2027-05-03", "start": "10:00", "wo": "Attic", "foo": "x"}]'
    project, problems = project_of(tmp_path, talks_json=text), ProblemLog()
    listed = project / "content/sources.yaml"
    listed.write_text("- file: sources/talks.json\n  edition: '2027'\n  columns:\n    room: wo\n")
    found = ingest(project, problems)
    assert problems.all == []
    assert "room: Attic" in (project / "content/2027/sessions.yaml").read_text("utf-8")
    assert found.lines[1:4] == [
        "content/sources/talks.json:1: 1 column of unknown name; to have one shown,"
        " add to its entry in content/sources.yaml:",
        "      # columns:",
        "        # FIELD: foo  # 'x'",
    ]
    listed.write_text("- file: sources/talks.json\n  edition: '2027'\n  columns:\n    room: where\n")
    ingest(project, problems)
    assert [each.what for each in problems.all] == ["there is no key 'where', which sources.yaml names"]


def test_a_list_of_papers_beside_the_tables_of_a_page_is_read_too(tmp_path: Path) -> None:
    page = """# Program

## Monday, May 3, 2027

| Time | Event |
|------|-------|
| 09:00-10:00 | Opening |
| 10:00-11:00 | Session 1: Owls |

## Session 1: Owls

* **How Owls Turn** Ada Abel and Bruno Castel
* **A Map of Barns** Cy Dee
"""
    project, problems = project_of(tmp_path, page_md=page), ProblemLog()
    ingest(project, problems)
    assert problems.all == []
    assert [each.stem for each in sorted((project / "content/2027/papers").iterdir())] == [
        "a-map-of-barns", "how-owls-turn",
    ]  # fmt: skip
    programme = (project / "content/2027/sessions.yaml").read_text()
    assert programme.index("title: 'Session 1: Owls'") < programme.index("- paper: how-owls-turn")


def test_each_field_has_its_precedence_and_the_others_are_told(tmp_path: Path) -> None:
    first = 'id,title,authors,abstract\n1,Learning to Fly,"Ann Lee, Bob Roe",We fly at night.\n'
    second = 'id,title,authors,abstract\n1,Learning to Fly at Night,"Ann Lee, Bob Roe",We fly by day.\n'
    project, problems = project_of(tmp_path, a_csv=first, b_csv=second), ProblemLog()
    listed = project / "content/sources.yaml"
    listed.write_text("- file: sources/a.csv\n- file: sources/b.csv\n  precedence: [title]\n")
    ingest(project, problems)
    assert problems.all == []
    paper = yaml.safe_load((project / "content/2027/papers/learning-to-fly-at-night.yaml").read_text())
    assert (paper["title"], paper["abstract"]) == ("Learning to Fly at Night", "We fly at night.")
    report = yaml.safe_load((project / "content/2027/ingest-report.yaml").read_text("utf-8"))
    a, b = "content/sources/a.csv:2", "content/sources/b.csv:2"
    assert report["said_otherwise"] == [
        {
            "what": "papers/learning-to-fly-at-night title",
            "taken": b,
            "others": [{"says": "Learning to Fly", "at": a}],
        },
        {
            "what": "papers/learning-to-fly-at-night abstract",
            "taken": a,
            "others": [{"says": "We fly by day.", "at": b}],
        },
    ]
    output = ran(project, "explain", "learning-to-fly-at-night")[1]
    assert output.count(f"({a} says 'Learning to Fly')") == 1
    listed.write_text("- file: sources/a.csv\n- file: sources/b.csv\n  precedence: [titel]\n")
    ingest(project, problems)
    assert [each.what for each in problems.all] == ["'titel' is no field"]


def test_a_long_cell_with_numbers_is_no_time_at_once() -> None:
    cell = "We reach 0.05 at 12.30 in each of them. " * 24

    def reported() -> str:
        with pytest.raises(ValueError, match="is not a time") as refused:
            read_times(cell, "unknown")
        return str(refused.value)

    assert counted(reported)[1] < 1000


def test_an_end_that_nothing_can_have_is_left_out_and_told_before_it_is_content(tmp_path: Path) -> None:
    programme = (
        "Day,Session,Session start,Session end,Talk,Talk start,Talk end\n"
        "2027-05-03,Flight,10:00,10:00,How Owls Turn,10:00,10:00\n"
        "2027-05-03,Flight,10:00,10:00,A Map of Barns,10:30,10:20\n"
        "2027-05-04,Night,22:00,01:00,Owls Awake,23:30,00:30\n"
    )
    project = project_of(tmp_path, **{"programme-2027.csv": programme})
    problems = ProblemLog()
    ingest(project, problems)
    assert [f"{each.place.line}: {each.what}" for each in problems.all] == [
        "2: the end 10:00 is when it begins", "3: the end 10:20 is before the start 10:30",
    ]  # fmt: skip
    sessions = yaml.safe_load((project / "content/2027/sessions.yaml").read_text())
    assert [
        [str(each.get(name)) for name in ("start", "end")]
        for session in sessions
        for each in (session, *session["slots"])
    ] == [
        ["10:00", "None"], ["10:00", "None"], ["10:30", "None"],
        ["22:00", "01:00"], ["23:30", "00:30"],
    ]  # fmt: skip
    assert ran(project, "build")[0] == 0


def test_talks_and_winners_of_wrong_rows_stay_until_the_rows_are_mended(tmp_path: Path) -> None:
    programme = (
        "Session,Day,Start,End,Room,Talk,Speaker\n"
        "Morning,2027-05-03,09:00,10:30,Hall A,Owls at Night,Ada Abel\n"
        "Morning,,,,,Owls at Noon,Bruno Castel\n"
        "Morning,,,,,Owls at Dusk,Cleo Dahl\n"
    )
    papers = (
        "title,authors,award\nHow Owls Turn,Ada Abel,Best Paper\nA Map of Barns,Bruno Castel,Best Paper\n"
        "A Map of Nests,Bruno Castel,\nA Map of Eggs,Bruno Castel,\n"
    )
    project = project_of(tmp_path, programme_csv=programme, papers_csv=papers)
    ingest(project, ProblemLog())
    source, list_of_papers = (project / f"content/sources/{name}.csv" for name in ("programme", "papers"))

    def outcome(text: str, listed: str) -> tuple[list[str], list[str], int]:
        source.write_text(text, encoding="utf-8")
        list_of_papers.write_text(listed, encoding="utf-8")
        problems = ProblemLog()
        ingest(project, problems)
        (session,) = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
        (award,) = yaml.safe_load((project / "content/2027/awards.yaml").read_text("utf-8"))
        return [slot["title"] for slot in session["slots"]], award["papers"], len(problems.errors)

    wrong = programme.replace("Owls at Noon,", "Owls at Noon, again,").replace("10:30", "10:45")
    wrong_list = papers.replace("A Map of Barns,", "A Map, of Barns,")
    talks, winners = ["Owls at Night", "Owls at Noon", "Owls at Dusk"], ["how-owls-turn", "a-map-of-barns"]
    assert outcome(wrong, wrong_list) == (talks, winners, 2)
    assert outcome(wrong, wrong_list) == (talks, winners, 2)
    mended = wrong.replace("Owls at Noon, again", '"Owls at Noon, again"')
    assert outcome(mended, papers) == (["Owls at Night", "Owls at Noon, again", "Owls at Dusk"], winners, 0)
    gone = programme.replace("Morning,,,,,Owls at Noon,Bruno Castel\n", "")
    assert outcome(gone, papers) == (["Owls at Night", "Owls at Dusk"], winners, 0)


def test_twice_the_rows_that_have_moved_are_twice_the_work() -> None:
    def read(rows: int) -> int:
        listed = "".join(
            f"2027-05-03,{8 + n % 10}:{n % 60:02},Talk {n},Hall {n},moved to Hall {n}\n" for n in range(rows)
        )
        document = Document("x.csv", f"Day,Start,Session,Room,Status\n{listed}")
        forget_answers()
        return counted(lambda: PROGRAMME_CSV.read(document, ProblemLog()))[1]

    assert read(400) < 2.4 * read(200)


def test_twice_the_sessions_with_talks_are_twice_the_work() -> None:
    def read(rows: int) -> int:
        listed = "".join(f"2027-05-03,9:00,Session {n},Talk {n},Ann Lee\n" for n in range(rows))
        document = Document("x.csv", f"Date,Start,Session,Paper,Speaker\n{listed}")
        forget_answers()
        return counted(lambda: PROGRAMME_CSV.read(document, ProblemLog()))[1]

    assert read(800) < 2.1 * read(400)


def test_a_chair_of_one_word_beside_another_is_told(tmp_path: Path) -> None:
    rows = (
        "Day,Time,Session,Chair",
        '2027-05-03,9-10,Flight,"Hiro Ito, Kyoto"',
        "2027-05-03,11-12,Night,Bo Dee",
    )
    programme = "\n".join([*rows, ""])
    status, output = ran(project_of(tmp_path, programme_csv=programme), "ingest")
    reported = "content/sources/programme.csv:2: warning: the name 'Kyoto' is one word [lone-name]"
    assert (status, reported in output.splitlines()) == (0, True)


def test_what_stands_in_brackets_behind_a_title_is_doubtful_unless_it_is_a_person(tmp_path: Path) -> None:
    rows = (
        "Day,Time,Session,Talk",
        "2027-05-03,9-10,Flight,How Owls Turn (in English)",
        "2027-05-03,9-10,Flight,A Map of Barns (Bruno Castel)",
    )
    project = project_of(tmp_path, programme_csv="\n".join([*rows, ""]), papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    report = yaml.safe_load((project / "content/2027/ingest-report.yaml").read_text("utf-8"))
    assert [each["why"] for of in report["documents"] for each in of.get("doubtful", ())] == [
        "'(in English)' behind the title is left out"
    ]
