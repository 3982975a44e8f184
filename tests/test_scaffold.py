"""A new project: asked for or said, then built and checked untouched by the real commands."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types

from site_gen.problems import ExitStatus, Stop
from site_gen.scaffold import Answers, create
from tests.command import in_project as ran_in
from tests.command import output_of as plenary
from tests.rendering import warns_of_examples_alone

CLONE = Path(__file__).parent.parent
ANSWERS = Answers("Example Conference", "2027-05-03", "Europe/Berlin")
BLANK = Answers("Example Conference", "2027-05-03", "Europe/Berlin", example=False)


def run(project: Path, *arguments: str | Path, **environment: str) -> str:
    """What a command says in a project; it must end well."""
    ran = subprocess.run(
        arguments,
        capture_output=True,
        text=True,
        check=False,
        cwd=project,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def text(project: Path, file: str) -> str:
    return (project / file).read_text(encoding="utf-8")


def new(folder: Path, answers: Answers = ANSWERS) -> Path:
    create(folder / "conf", answers)
    return folder / "conf"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it was made, built; tests only look at it."""
    project = new(tmp_path_factory.mktemp("my conference"))
    plenary(project, "build", "--strict")
    return project


def test_a_new_project_passes_every_check_but_that_of_what_goes_online(built: Path) -> None:
    output = plenary(built, "check", "--strict")
    assert output.endswith("0 errors, 0 warnings; all of it is still the example, which is not published\n")
    status, output = ran_in(built, "check", "--public")
    assert (status, output.count("[example-text]"), ": warning: " in output) == (1, 6, False)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("2027", "3–4 May 2027"),
        ("2027", "Example Foundation"),
        ("2027/schedule/2027-05-03", "Coffee break"),
        ("2027/schedule/2027-05-03", "Writing (example session)"),
        ("2027/schedule/2027-05-03", "Finding (example session)"),
        ("2027/schedule/2027-05-04", "Workshop on First Websites (example)"),
        ("2027/sessions/keynote", "Amara Sample"),
        ("2027/sessions/keynote", "A drawing of a person with round glasses"),
        ("2027/sessions/keynote", "A biography has three or four sentences"),
        ("2027/sessions/posters", "B1"),
        ("2027/sessions/workshop-first-websites", "Short talks (example)"),
        ("2027/sessions/oral-finding", "Cancelled"),
        ("2027/awards", "Best Paper Award (example)"),
        ("2027/travel", "Example text"),
        ("2027/accessibility", "Example text"),
        ("code-of-conduct", "Example text"),
        ("privacy", "Example text"),
    ],
)
def test_the_example_has_everything_that_a_conference_has(built: Path, page: str, shown: str) -> None:
    assert shown in text(built, f"_site/{page}/index.html")


def test_a_picture_and_the_logos_of_the_example_are_published(built: Path) -> None:
    published = (path.name for path in (built / "_site" / "assets").rglob("*.svg"))
    assert {name.partition(".")[0] for name in published} >= {
        "amara-sample", "example-foundation", "example-foundation-dark", "sample-systems",
        "sample-systems-dark",
    }  # fmt: skip


def test_nothing_published_names_a_folder_of_this_machine(built: Path) -> None:
    bodies = [path.read_bytes() for path in (built / "_site").rglob("*") if path.is_file()]
    assert not any(bytes(folder) in body for folder in (CLONE, built) for body in bodies)


def mistakes_by_schema(file: Path, written: str) -> list[str]:
    """What the schema that a content file names says against it."""
    schema = written.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    validator = Draft202012Validator(json.loads((file.parent / schema).read_text(encoding="utf-8")))
    # Every scalar is text, as an organiser means it.
    return [error.message for error in validator.iter_errors(yaml.load(written, Loader=yaml.BaseLoader))]


@pytest.mark.parametrize("answers", [ANSWERS, BLANK])
def test_every_content_file_is_right_by_the_schema_that_it_names(tmp_path: Path, answers: Answers) -> None:
    project = new(tmp_path, answers)
    files = [file for file in (project / "content").rglob("*.yaml") if not file.name.startswith(".")]
    assert {str(file): mistakes_by_schema(file, file.read_text(encoding="utf-8")) for file in files} == {
        str(file): [] for file in files
    }


def test_what_its_comments_teach_is_right_as_well(tmp_path: Path) -> None:
    project = new(tmp_path, BLANK)
    for name in ("site", "authors", "sources", "2027/conference"):
        file = project / "content" / f"{name}.yaml"
        text = re.sub(r"(?m)^# (?=\w+:(?: |$)|- |  )", "", file.read_text(encoding="utf-8"))
        file.write_text(text.replace("\n[]", ""), encoding="utf-8")
        assert mistakes_by_schema(file, file.read_text(encoding="utf-8")) == []
    for logo in ("logo", "logo-dark"):
        (project / "static").mkdir(exist_ok=True)
        (project / "static" / f"{logo}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert "1 edition, 0 papers" in plenary(project, "build")


@pytest.mark.parametrize(
    ("title", "series", "edition"),
    [
        ("Plain", "Plain", "Plain 2027"),
        ("Conf 2027", "Conf", "Conf 2027"),
        ("Conf, 2027", "Conf", "Conf, 2027"),
        ("2027", "2027", "2027 2027"),
        ("It’s: 'a' & \"b\" #1", "It’s: 'a' & \"b\" #1", "It’s: 'a' & \"b\" #1 2027"),
        ("Größe und Maß", "Größe und Maß", "Größe und Maß 2027"),
        ("机器学习  会议", "机器学习 会议", "机器学习 会议 2027"),
        ("- {{ 7*7 }} <<title>> *a", "- {{ 7*7 }} <<title>> *a", "- {{ 7*7 }} <<title>> *a 2027"),
        ("yes", "yes", "yes 2027"),
    ],
)  # fmt: skip
def test_a_title_is_written_as_it_was_said(tmp_path: Path, title: str, series: str, edition: str) -> None:
    project = new(tmp_path, Answers(title, "2027-05-03", "UTC"))
    files = ("content/site.yaml", "content/2027/conference.yaml")
    titles = [yaml.load(text(project, file), Loader=yaml.BaseLoader)["title"] for file in files]
    assert titles == [series, edition]


def test_a_strange_title_over_a_months_end_builds_and_passes(tmp_path: Path) -> None:
    project = new(tmp_path, Answers("Größe: \"a\" & <b> 'c' #1", "2028-02-29", "Pacific/Auckland"))
    plenary(project, "build", "--strict")
    assert warns_of_examples_alone(plenary(project, "check"))
    assert sorted(path.name for path in (project / "_site/2028/schedule").iterdir() if path.is_dir()) == [
        "2028-02-29", "2028-03-01",
    ]  # fmt: skip


def test_an_edition_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    project = new(tmp_path, Answers("Conf", "2027-05-03", "UTC", edition="spring"))
    assert "title: Conf spring\n" in text(project, "content/spring/conference.yaml")


def test_without_the_example_there_is_a_project_with_nothing_invented(tmp_path: Path) -> None:
    project = new(tmp_path, BLANK)
    assert [path.name for path in (project / "content" / "2027").iterdir()] == ["conference.yaml"]
    assert "1 edition, 0 papers" in plenary(project, "build")


def answers(*given: str) -> tuple[list[tuple[str, str]], Callable[[str, str], str]]:
    """A person who gives these answers, and the questions that were asked."""
    questions: list[tuple[str, str]] = []

    def ask(question: str, proposal: str) -> str:
        questions.append((question, proposal))
        return given[len(questions) - 1]

    return questions, ask


def test_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    questions, ask = answers("Asked Conf", "2027-12-31")
    create(tmp_path / "conf", Answers(time_zone="Asia/Tokyo"), ask)
    assert questions == [
        ("What is the title of the conference?", ""),
        ("Which is its first day (as 2027-05-03)?", ""),
    ]
    written = text(tmp_path / "conf", "content/2027/conference.yaml")
    assert "title: Asked Conf 2027\nfirst_day: 2027-12-31\nlast_day: 2028-01-01\n" in written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Berlin", "Europe/Berlin"), ("Viena", "Europe/Vienna"), ("Europe/Brelin", "Europe/Berlin")],
)
def test_a_wrong_answer_is_asked_for_again(typed: str, meant: str, tmp_path: Path) -> None:
    questions, ask = answers(typed, "Europe/Berlin")
    create(tmp_path / "conf", Answers("Conf", "2027-05-03"), ask)
    assert questions == [
        ("In which time zone is it (as Europe/Berlin)?", ""),
        (
            f"There is no time zone '{typed}'; write it as {meant}. "
            "In which time zone is it (as Europe/Berlin)?",
            "",
        ),
    ]


def test_the_command_makes_one_without_questions_where_nobody_can_answer(tmp_path: Path) -> None:
    options = ("--title", "Conf", "--first-day", "2027-05-03", "--time-zone", "UTC")
    command = (sys.executable, CLONE / "build.py", "new")
    assert run(tmp_path, *command, "conf", *options) == "Created conf with a two-day example.\n"
    asked = subprocess.run(
        [*command, "other", "--title", "Conf"], cwd=tmp_path, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (asked.returncode, asked.stderr) == (
        2,
        "plenary: a new project needs --first-day, --time-zone\n"
        "    hint: for instance --first-day '2027-05-03' --time-zone 'Europe/Berlin'\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["conf"]


def test_the_command_asks_on_a_terminal(tmp_path: Path) -> None:
    master, terminal = pty.openpty()
    command = (sys.executable, CLONE / "build.py", "new", "conf", "--title", "Conf")
    with subprocess.Popen(command, cwd=tmp_path, stdin=terminal, stdout=subprocess.PIPE, text=True) as asking:
        os.write(master, b"2027-05-03\nBerlin\nEurope/Berlin\n")
        output, _ = asking.communicate(timeout=30)
    os.close(master)
    os.close(terminal)
    assert output == (
        "Which is its first day (as 2027-05-03)? "
        "In which time zone is it (as Europe/Berlin)? "
        "There is no time zone 'Berlin'; write it as Europe/Berlin. "
        "In which time zone is it (as Europe/Berlin)? "
        "Created conf with a two-day example.\n"
    )


SMALL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
from site_gen.app import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    options = ("--title", "Conf", "--first-day", "2027-05-03", "--time-zone", "UTC")
    ran = subprocess.run(
        [sys.executable, "-B", "-c", SMALL_DISK, "new", tmp_path / "conf", *options],
        cwd=CLONE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("plenary: cannot write ")
    assert list((tmp_path / "conf").iterdir()) == []


@pytest.mark.parametrize(
    ("answers", "what"),
    [
        (Answers(), "a new project needs --title, --first-day, --time-zone"),
        (Answers("Conf", time_zone="UTC"), "a new project needs --first-day"),
        (
            Answers(" ", "2027-02-30", "Mars/Olympus", edition="A b"),
            "--title: a text is empty here; --first-day: there is no day '2027-02-30'; "
            "--time-zone: there is no time zone 'Mars/Olympus'; a zone has the name of a place, as "
            "Europe/Berlin or America/Los_Angeles; "
            "--edition: 'A b' cannot be an id: use a-z, 0-9 and hyphens (no device name of Windows)",
        ),
        (Answers("a\x1b[31mb", "2027-05-03", "UTC"), "--title: a title holds no control characters"),
        (Answers("a\u202eb", "2027-05-03", "UTC"), "--title: a title holds no control characters"),
        (Answers("Conf", "9999-12-31", "UTC"), "--first-day: 9999-12-31 is not between 1900 and 2999"),
        (Answers("Conf", "2027-05-03", "UTC", edition="authors"), "--edition: 'authors' is an address"),
        (Answers("Conf", "2027-05-03", "UTC", edition="../x"), "--edition: '../x' cannot be an id"),
    ],
)
def test_with_nobody_to_ask_what_is_missing_or_wrong_is_reported_at_once(
    tmp_path: Path, answers: Answers, what: str
) -> None:
    with pytest.raises(Stop) as stop:
        create(tmp_path / "conf", answers)
    assert str(stop.value).startswith(what)
    assert stop.value.status == ExitStatus.USAGE
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    for name in "abcdefg":
        (tmp_path / name).write_text("mine")
    with pytest.raises(Stop) as stop:
        create(tmp_path, ANSWERS)
    assert str(stop.value) == f"{tmp_path} is not empty: it holds a, b, c, d, e and 2 more"
    assert sorted(path.name for path in tmp_path.iterdir()) == list("abcdefg")


def test_a_file_is_no_folder_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "conf").write_text("mine")
    with pytest.raises(Stop, match="conf is a file"):
        create(tmp_path / "conf", ANSWERS)


@pytest.mark.parametrize("held", ["", ".git"])
def test_an_empty_folder_or_a_fresh_repository_becomes_a_project(tmp_path: Path, held: str) -> None:
    (tmp_path / "conf" / held).mkdir(parents=True)
    assert (new(tmp_path) / "content" / "site.yaml").is_file()


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    projects = [new(tmp_path / name) for name in "ab"]
    texts = [
        {path.relative_to(project): path.read_bytes() for path in project.rglob("*") if path.is_file()}
        for project in projects
    ]
    assert texts[0] == texts[1]
