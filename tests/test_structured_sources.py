"""JSON, YAML and tables as organisers write them by hand: read whole, or told at the place of the mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import in_project as ran
from tests.test_wrong_cells import held, plain, project_of

ALIASES = """defaults: &base
  room: Hall 1
  date: 2027-05-03
sessions:
  - <<: *base
    title: Opening
    start: "09:00"
    speaker: &ada Ada Abel
  - title: Closing
    <<: *base
    room: Hall 2
    start: "10:00"
    speaker: *ada
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefg", "bcdefgh", strict=True)
)


def papers(project: Path) -> list[tuple[Any, ...]]:
    """Title and authors of the papers of content."""
    files = sorted((project / "content/2027/papers").glob("*.yaml"))
    found = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    return [(each["title"], *each["authors"]) for each in found]


def test_an_alias_of_yaml_is_what_it_stands_for(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_yaml=ALIASES)
    assert ran(project, "ingest")[0] == 0
    sessions = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    names = ("title", "start", "room", "people")
    assert [tuple(map(each.get, names)) for each in sessions] == [
        ("Opening", "09:00", "Hall 1", ["Ada Abel"]),
        ("Closing", "10:00", "Hall 2", ["Ada Abel"]),
    ]
    assert [day for _, day, *_ in plain(held(project))] == ["2027-05-03", "2027-05-03"]


@pytest.mark.parametrize(
    ("name", "text", "reported"),
    [
        ("x_yaml", BOMB, "x.yaml:6:8: error: the alias *e stands for nothing, for itself, or for too much"),
        (
            "x_yaml",
            "- title: &a [*a]\n",
            "x.yaml:1:14: error: the alias *a stands for nothing, for itself, or for too much",
        ),
        (
            "x_json",
            '[{"title": "A", "authors": ["B", ]}]',
            "x.json:1:34: error: this is no JSON: behind the last comma nothing follows",
        ),
        (
            "x_json",
            '[{"title": "A", "authors": ["B"]',
            "x.json:1:33: error: this is no JSON: the text breaks off or a sign is missing here",
        ),
        (
            "x_yaml",
            "- title: A\n  authors: [B\n- title: C\n",
            "x.yaml:3:8: error: a list that begins with [ does not end with ]",
        ),
    ],
)
def test_what_is_broken_is_told_where(tmp_path: Path, name: str, text: str, reported: str) -> None:
    status, output = ran(project_of(tmp_path, **{name: text}), "ingest")
    assert (status, reported in output) == (1, True), output


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x_csv", "Day,Start,Session\n1,09:00,Opening\n2,09:00,Closing\n"),
        (
            "x_yaml",
            '- {day: 1, start: "09:00", title: Opening}\n- {day: 2, start: "09:00", title: Closing}\n',
        ),
    ],
)
def test_days_that_are_counted_are_those_of_the_edition(tmp_path: Path, name: str, text: str) -> None:
    project = project_of(tmp_path, **{name: text})
    assert ran(project, "ingest")[0] == 0
    assert plain(held(project)) == [
        ("Opening", "2027-05-03", "09:00", None),
        ("Closing", "2027-05-04", "09:00", None),
    ]


def test_numbers_that_may_be_days_of_a_month_are_no_count(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_csv="Day,Start,Session\n3,09:00,Opening\n4,09:00,Closing\n")
    status, output = ran(project, "ingest")
    assert (status, "x.csv:2: error: '3' is not a day" in output) == (1, True), output


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "x_yaml",
            "- title: 'Nests \\& Barns of $\\alpha$-M{\\\"u}ller'\n"
            "  authors: 'Fran\\c{c}ois M\\\"uller and J\\\"org Wei{\\ss}'\n",
        ),
        (
            "x_csv",
            'title,authors\n"Nests \\& Barns of $\\alpha$-M{\\""u}ller",'
            '"Fran\\c{c}ois M\\""uller; J\\""org Wei{\\ss}"\n',
        ),
    ],
)
def test_tex_in_titles_and_names_is_what_it_stands_for(tmp_path: Path, name: str, text: str) -> None:
    project = project_of(tmp_path, **{name: text})
    assert ran(project, "ingest")[0] == 0
    assert papers(project) == [("Nests & Barns of $\\alpha$-Müller", "François Müller", "Jörg Weiß")]


def test_tex_that_a_page_escaped_is_what_it_stands_for(tmp_path: Path) -> None:
    text = 'title,authors\nBits \\&amp; Nests,"R{{\\&#x27;e}}mi Dee"\n'
    project = project_of(tmp_path, x_csv=text)
    assert ran(project, "ingest")[0] == 0
    assert papers(project) == [("Bits & Nests", "Rémi Dee")]


def test_the_line_that_makes_an_edition_names_a_year(tmp_path: Path) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Owls\n")
    text = '- {day: Monday, start: "09:00", title: Opening}\n- {day: Tuesday, start: "09:00", title: Night}\n'
    (tmp_path / "content/sources/x.yaml").write_text(text)
    assert ran(tmp_path, "ingest") == (
        1,
        "content/sources/x.yaml: error: nothing tells to which edition this document belongs "
        "[unknown-edition]\n"
        "    hint: add to content/sources.yaml:\n"
        "          - file: sources/x.yaml\n"
        '            edition: "2022"\n'
        "1 error, 0 warnings; nothing changed\n",
    )


def test_a_text_that_was_encoded_twice_is_read_as_it_was(tmp_path: Path) -> None:
    text = "title,authors\nWhy’s That – é,José Núñez\nSÃO PAULO,Ann Lee\n"
    twice = text.replace("SÃO", "SAO").encode("utf-8").decode("cp1252")
    project = project_of(tmp_path, x_csv=twice)
    status, output = ran(project, "ingest")
    assert (status, papers(project)) == (
        0,
        [("SAO PAULO", "Ann Lee"), ("Why’s That – é", "José Núñez")],
    ), output
    assert (
        "x.csv:2:4: warning: the text was encoded twice: 'â€™' is read as '’', and so are all others"
        in output
    )


def test_a_capital_with_a_tilde_proves_nothing(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_csv="title,authors\nSÃO PAULO É “MANHÔ,Ann Lee\n")
    status, output = ran(project, "ingest")
    assert (status, papers(project), "encoded" in output) == (0, [("SÃO PAULO É “MANHÔ", "Ann Lee")], False)


def test_yaml_may_have_a_comma_behind_the_last_item_of_what_looks_like_json(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_yaml='[{"title": "Owls", "authors": "Ada Abel"},\n]\n')
    status, output = ran(project, "ingest")
    assert (status, "1 accepted paper" in output) == (0, True), output
