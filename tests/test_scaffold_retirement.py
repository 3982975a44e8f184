"""Examples go when real content of their kind comes; what an organiser edited stays; the site stays right."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.conference import Conference
from site_gen.content import Content, write_files
from site_gen.problems import ProblemLog
from site_gen.scaffold import (
    Answers,
    create,
    examples_left,
    retire_examples,
    retirement,
)
from site_gen.scaffold.arrival import retirement_before_ingest
from site_gen.scaffold.parts import text_digest
from tests.command import output_of as plenary
from tests.rendering import warns_of_examples_alone

ANSWERS = Answers("Example Conference", "2027-05-03", "Europe/Berlin")
CONFERENCE = "content/2027/conference.yaml"
SESSIONS = "content/2027/sessions.yaml"
AWARDS = "content/2027/awards.yaml"
FIRST_PAPER = "content/2027/papers/the-first-line-of-an-abstract-an-example-paper.yaml"

CSV = "title,authors\nReal Things,Ann Bee; Cy Dee\nTrue Matters,Eva Eff\n"
BIBTEX = """@inproceedings{a, title={Real Things}, author={Bee, Ann and Dee, Cy}, year={2027}}
@inproceedings{b, title={True Matters}, author={Eff, Eva}, year={2027}}
"""
PROGRAMME = """Session,Date,Start,End,Room
Opening,2027-05-03,10:00,10:30,Aula
Registration and coffee,2027-05-05,08:00,09:00,Aula
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "conf", ANSWERS)
    return tmp_path / "conf"


def conference(project: Path) -> Conference:
    """The edition as it is read, without any problem."""
    problems = ProblemLog()
    series = Content(project).series(problems)
    assert series
    assert problems.all == []
    return series.conferences[0]


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


WORDS_LEFT = [
    f"still an example, for you to replace: {CONFERENCE} "
    "(venue, address, location, description, links, deadlines, announcements, sponsors, committees)",
    "still an example, for you to replace: content/2027/pages/accessibility.md",
    "still an example, for you to replace: content/2027/pages/travel.md",
    "still an example, for you to replace: content/pages/code-of-conduct.md",
    "still an example, for you to replace: content/pages/privacy.md",
]


def left(project: Path, group: str) -> set[str]:
    return {example.key for example in examples_left(project) if example.group == group}


@pytest.mark.parametrize(("file", "document"), [("accepted.csv", CSV), ("accepted.bib", BIBTEX)])
def test_real_papers_take_the_place_of_the_whole_example(project: Path, file: str, document: str) -> None:
    (project / "content" / "sources" / file).write_text(document, encoding="utf-8")
    assert retire_examples(project, ["papers"]) == [
        "The example goes, for real content came: 6 papers, 16 sessions, 1 award",
        *WORDS_LEFT,
    ]
    plenary(project, "ingest")
    assert "1 edition, 2 papers" in plenary(project, "build", "--strict")
    assert warns_of_examples_alone(plenary(project, "check"))
    assert not (project / "_site/2027/schedule").exists()
    assert [paper.title for paper in conference(project).papers] == ["Real Things", "True Matters"]


def test_real_sessions_take_the_place_of_the_example_programme(project: Path) -> None:
    (project / "content" / "sources" / "programme.csv").write_text(PROGRAMME, encoding="utf-8")
    assert retire_examples(project, ["sessions"]) == [
        "The example goes, for real content came: 16 sessions",
        *WORDS_LEFT,
    ]
    plenary(project, "ingest")
    plenary(project, "build", "--strict")
    found = conference(project)
    assert [(session.title, session.room) for session in found.sessions] == [
        ("Opening", "Aula"),
        ("Registration and coffee", "Aula"),
    ]
    assert (found.phase, found.last_day, found.rooms, len(found.papers)) == ("programme", None, (), 6)


def test_real_awards_take_the_place_of_the_example_award(project: Path) -> None:
    assert retire_examples(project, ["awards"]) == [
        "The example goes, for real content came: 1 award",
        *WORDS_LEFT,
    ]
    found = conference(project)
    assert (found.awards, len(found.papers), len(found.sessions)) == ((), 6, 16)


def test_after_papers_the_teaching_comments_on_top_stay_and_nothing_else(project: Path) -> None:
    retire_examples(project, ["papers"])
    assert (project / AWARDS).read_text(encoding="utf-8").splitlines()[1:] == [
        "# Awards with their papers, by id: the names of their files in papers/, without .yaml.",
        "",
        "[]",
    ]
    assert "archive.\nphase: accepted\n\nvenue:" in (project / CONFERENCE).read_text(encoding="utf-8")
    assert not (project / "static/people/amara-sample.svg").exists()
    assert {example.group for example in examples_left(project)} == {"words"}


def test_a_second_time_nothing_is_left_to_do(project: Path) -> None:
    retire_examples(project, ["papers"])
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert retire_examples(project, ["papers", "sessions", "awards"]) == []
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_what_an_organiser_edited_is_no_example_and_stays(project: Path) -> None:
    edit(project, FIRST_PAPER, "title: 'The First", "title: 'My First")
    edit(project, SESSIONS, "title: Reception", "title: Party")
    edit(project, SESSIONS, "- id: lunch-first-day\n", "# vegetarian!\n- id: lunch-first-day\n")
    lines = retire_examples(project, ["papers"])
    assert lines == [
        "The example goes, for real content came: 5 papers, 14 sessions, 1 award",
        f"kept, for you edited it: {FIRST_PAPER}",
        f"kept, for you edited it: {SESSIONS}#lunch-first-day",
        f"kept, for you edited it: {SESSIONS}#reception",
        *WORDS_LEFT,
    ]
    found = conference(project)
    assert [paper.title for paper in found.papers] == ["My First Line of an Abstract: An Example Paper"]
    assert [session.title for session in found.sessions] == ["Lunch", "Party"]
    assert "# vegetarian!" in (project / SESSIONS).read_text(encoding="utf-8")
    plenary(project, "build", "--strict")


def test_what_stays_no_longer_refers_to_what_went(project: Path) -> None:
    edit(project, SESSIONS, "title: Writing (example session)", "title: Writing")
    edit(project, SESSIONS, "title: Short talks (example)", "title: Short talks")
    edit(project, AWARDS, "(example)", "of the year")
    (project / "content/2027/changes.yaml").write_text(
        "- id: one\n  date: 2027-05-01\n  session: reception\n  text: The reception is outside.\n"
    )
    retire_examples(project, ["papers"])
    found = conference(project)
    assert [(session.title, session.track, session.part_of) for session in found.sessions] == [
        ("Writing", None, None),
        ("Short talks", None, None),
    ]
    assert [(award.name, award.papers) for award in found.awards] == [("Best Paper Award of the year", ())]
    assert [change.session for change in found.changes] == [None]
    plenary(project, "build", "--strict")


def test_a_picture_that_an_edited_keynote_shows_stays(project: Path) -> None:
    edit(project, SESSIONS, "Amara Sample is invented.", "She is known to all.")
    retire_examples(project, ["papers"])
    assert (project / "static/people/amara-sample.svg").exists()
    plenary(project, "build", "--strict")


def test_other_line_ends_are_no_edit(project: Path) -> None:
    for file in (SESSIONS, FIRST_PAPER, CONFERENCE):
        body = (project / file).read_bytes().replace(b"\n", b"\r\n")
        (project / file).write_bytes(body)
    retire_examples(project, ["papers"])
    assert (conference(project).sessions, conference(project).papers) == ((), ())


def test_items_that_an_organiser_wrote_between_the_examples_stay_as_they_are(project: Path) -> None:
    mine = "- id: run\n  title: Morning run   # for all\n  kind: social\n\n  date: 2027-05-03\n\n"
    edit(project, SESSIONS, "- id: reception\n", f"{mine}- id: reception\n")
    retire_examples(project, ["sessions"])
    text = (project / SESSIONS).read_text(encoding="utf-8")
    assert text.endswith("status, of a session or a slot: moved, late, cancelled, withdrawn, with a note "
                         f"that says why or where.\n\n{mine.rstrip()}\n")  # fmt: skip


def test_before_an_ingest_what_its_documents_bring_makes_room(project: Path) -> None:
    programme = PROGRAMME + "Lunch,2027-05-03,13:00,14:00,Aula\n"
    (project / "content" / "sources" / "programme.csv").write_text(programme, encoding="utf-8")
    write_files(project, retirement_before_ingest(project).files)
    plenary(project, "ingest")
    found = conference(project)
    assert [(session.title, str(session.start)) for session in found.sessions] == [
        ("Opening", "10:00:00"),
        ("Registration and coffee", "08:00:00"),
        ("Lunch", "13:00:00"),
    ]
    assert retirement_before_ingest(project).files == {}


@pytest.mark.parametrize(
    ("document", "groups"),
    [
        (CSV, {"words"}),
        (PROGRAMME, {"papers", "awards", "words"}),
        ("", {"papers", "sessions", "awards", "words"}),
        ("nothing that is known\n", {"papers", "sessions", "awards", "words"}),
    ],
)
def test_only_what_a_document_brings_makes_examples_go(
    project: Path, document: str, groups: set[str]
) -> None:
    (project / "content" / "sources" / "document.csv").write_text(document, encoding="utf-8")
    write_files(project, retirement_before_ingest(project).files)
    assert {example.group for example in examples_left(project)} == groups


def test_planning_writes_nothing_and_can_be_taken_back(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    planned = retirement(project, ["papers"])
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    write_files(project, planned.files)
    assert not (project / FIRST_PAPER).exists()
    write_files(project, planned.before)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_project_without_an_example_or_with_a_broken_manifest_loses_nothing(project: Path) -> None:
    (project / "content/.example.yaml").write_text("papers: [what\n")
    assert retire_examples(project, ["papers"]) == []
    (project / "content/.example.yaml").unlink()
    assert retire_examples(project, ["papers"]) == []
    assert len(conference(project).papers) == 6


def test_a_manifest_leads_to_no_file_outside_the_project(project: Path) -> None:
    outside = project.parent / "mine.yaml"
    outside.write_text("title: x\n")
    manifest = f"papers:\n  ../mine.yaml: {text_digest('title: x')}\n"
    (project / "content/.example.yaml").write_text(manifest)
    assert retire_examples(project, ["papers"]) == []
    assert outside.exists()


def test_what_is_still_an_example_is_reported_with_its_place(project: Path) -> None:
    assert [str(example.place) for example in examples_left(project) if example.name == "sponsors"] == [
        f"{CONFERENCE}:58"
    ]
    assert left(project, "awards") == {f"{AWARDS}#best-paper-award"}
    edit(project, AWARDS, "(example)", "")
    assert left(project, "awards") == set()
