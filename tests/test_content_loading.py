"""content/ → Series: every mistake of all files is told in one run, with its place and a way out.

The cases are text files: a title, the files of a project, the problems that are told.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_gen.conference import Authorship, Conference, Link, Paper, ProsePage, Series, Session, Slot
from site_gen.conference.people import gather
from site_gen.conference.rules import validate
from site_gen.conference.theme import FontFile, Theme
from site_gen.content import Content
from site_gen.problems import ExitStatus, ProblemLog, Stop
from tests.steps import counted

CASES = Path(__file__).parent / "cases" / "content"


def read_cases() -> list[tuple[str, dict[str, str], str]]:
    """Title, files by path, and expected problems of every case."""
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        for case in re.split(r"^==== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, *parts = re.split(r"^-- ", case, flags=re.MULTILINE)
            files = dict(part.split("\n", 1) for part in parts)
            cases.append((title.strip(), files, files.pop("problems")))
    return cases


def write(project: Path, files: dict[str, str]) -> Content:
    """A project of these files, with a site.yaml where none is given."""
    for name, text in {"content/site.yaml": "title: T\ntime_zone: Europe/Berlin\n", **files}.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return Content(project)


def reported(content: Content) -> str:
    """What a build tells of a project's content."""
    problems = ProblemLog()
    series = content.draft(problems)
    is_right = not problems.errors
    validate(series, content.locate, problems)
    if is_right:
        gather(series, content.locate, problems)
    return "".join(f"{problem}\n" for problem in problems.all)


@pytest.mark.parametrize(
    ("files", "expected"), [case[1:] for case in read_cases()], ids=[case[0] for case in read_cases()]
)
def test_case(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert reported(write(tmp_path, files)) == expected.removesuffix("\n")


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_series_without_a_title_is_an_error(tmp_path: Path, text: str) -> None:
    problems = ProblemLog()
    assert write(tmp_path, {"content/site.yaml": text}).series(problems) is None
    assert [str(problem) for problem in problems.errors] == [
        "content/site.yaml:1: error: the key 'title' is missing [missing-key]"
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "---\ntitle: [\n---\n\nText\n",
            "2: error: a value is missing here: a bracket is opened and nothing stands in it [yaml-syntax]",
        ),
        (
            "---\ntitle: [\n\nText\n",
            "2: error: a value is missing here: a bracket is opened and nothing stands in it [yaml-syntax]",
        ),
        ("---\ntitle: A\n\nText\n", "2: error: the front matter is not closed [front-matter]"),
        ("Text\n", "1: error: the page has no front matter [front-matter]"),
    ],
)
def test_broken_front_matter_is_reported_where_it_breaks(tmp_path: Path, page: str, expected: str) -> None:
    page_problems = reported(write(tmp_path, {"content/pages/a.md": page})).splitlines()
    assert page_problems[0] == f"content/pages/a.md:{expected}"


def test_a_whole_project_is_read(tmp_path: Path) -> None:
    content = write(
        tmp_path,
        {
            "content/site.yaml": "\ufefftitle: Toy\r\n",
            "content/2022/conference.yaml": "venue: NO\nvolume: 1.10\n",
            "content/2022/papers/one.yaml": (
                "title:  2022 \nauthors:\n  - No\n  - missing: one\n"
                "abstract: >-\n  First\n  line.\n\n  Second.\nlinks:\n  - rel: pdf\n    url: a.pdf\n"
            ),
            "content/2022/sessions.yaml": "- id: s\n  title: on\n  start: 8:45\n  slots:\n    - paper: one\n",
            "content/2022/pages/visa.md": "---\ntitle: Visa\norder: 2\n---\r\n# Go\n",
        },
    )
    problems = ProblemLog()
    assert content.series(problems) == Series(
        title="Toy",
        conferences=(
            Conference(
                id="2022",
                title="Toy 2022",
                year=2022,
                venue="NO",
                volume="1.10",
                papers=(
                    Paper(
                        id="one",
                        title="2022",
                        authors=(Authorship(name="No"), Authorship(missing="one")),
                        abstract="First line.\n\nSecond.",
                        links=(Link(rel="pdf", url="a.pdf"),),
                    ),
                ),
                sessions=(Session(id="s", title="on", start=clock(8, 45), slots=(Slot(paper="one"),)),),
                pages=(ProsePage(id="visa", title="Visa", order=2, markdown="# Go\n", line=5),),
            ),
        ),
    )
    assert problems.all == []


def test_colours_and_fonts_of_a_theme_are_read_as_style_sheets_write_them(tmp_path: Path) -> None:
    theme = """\
title: Toy
theme:
  accent: "#9C9"
  band: "#0A5C4A"
  serif: Source  Serif 4, 'Times New Roman', serif
  sans: '"Open Sans", system-ui'
  fonts:
  - {family: Open Sans, file: static/fonts/open.woff2, weight: "100  900"}
"""
    problems = ProblemLog()
    assert write(tmp_path, {"content/site.yaml": theme}).series(problems) == Series(
        title="Toy",
        theme=Theme(
            accent="#99cc99",
            band="#0a5c4a",
            serif='"Source Serif 4", "Times New Roman", serif',
            sans='"Open Sans", system-ui',
            fonts=(FontFile(family="Open Sans", file="fonts/open.woff2", weight="100 900"),),
        ),
    )
    assert problems.all == []


@pytest.mark.parametrize("blank_line", ["\n\n  ", "\n \n  ", "\r\n\r\n  "])
@pytest.mark.parametrize(
    "style", ["abstract: >-\n  {}\n", "abstract: |\n  {}\n", 'abstract: "{}"\n', "abstract: {}\n"]
)
def test_a_blank_line_parts_paragraphs_in_every_style(tmp_path: Path, style: str, blank_line: str) -> None:
    text = style.format(f"One\n  line.{blank_line}Two.")
    series = write(tmp_path, {"content/2022/papers/a.yaml": text}).series(ProblemLog())
    assert series is not None
    assert [paper.abstract for paper in series.conferences[0].papers] == ["One line.\n\nTwo."]


def test_names_in_two_normal_forms_are_one_person(tmp_path: Path) -> None:
    content = write(
        tmp_path,
        {
            "content/2022/papers/a.yaml": "authors: [Jos\u00e9 Lopez]\n",
            "content/2022/papers/b.yaml": "authors: [Jose\u0301 L\u00f3pez]\n",
        },
    )
    series = content.series(ProblemLog())
    assert series is not None
    people = gather(series, content.locate, ProblemLog())
    assert [(author.id, author.name) for author in people.authors.values()] == [("jose-lopez", "José Lopez")]


def test_bytes_that_are_not_utf8_have_a_line_and_column(tmp_path: Path) -> None:
    content = write(tmp_path, {})
    (tmp_path / "content/authors.yaml").write_bytes(b"- id: a\n  name: Ren\xe9\n")
    assert reported(content) == (
        "content/authors.yaml:2:12: error: not UTF-8 (byte 0xE9) [not-utf8]\n"
        "    hint: re-save the file as UTF-8\n"
    )


def test_a_link_that_leaves_the_project_or_leads_nowhere_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_text("title: Secret [\n")
    content = write(tmp_path / "project", {"content/2022/papers/real.yaml": "title: R\n"})
    links = {
        "2022/papers/a.yaml": outside / "a.yaml",
        "2022/papers/loop.yaml": Path("loop.yaml"),
        "2022/papers/nowhere.yaml": Path("nothing"),
        "2022/papers/twin.yaml": Path("real.yaml"),
        "2022/sessions.yaml": outside / "a.yaml",
        "2023": outside,
        "pages": outside,
        "authors.yaml": outside / "a.yaml",
    }
    for name, target in links.items():
        (tmp_path / "project/content" / name).symlink_to(target)
    refused = sorted(set(links) - {"2022/papers/twin.yaml"})
    assert reported(content).splitlines() == [
        f"content/{name}: error: a link that leaves the project or leads nowhere is not followed [symlink]"
        for name in refused
    ]


def test_a_folder_or_pipe_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    content = write(tmp_path, {"content/2022/papers/dir.yaml/x": ""})
    os.mkfifo(tmp_path / "content/2022/sessions.yaml")
    assert reported(content) == (
        "content/2022/papers/dir.yaml: error: a file is expected here [not-a-file]\n"
        "content/2022/sessions.yaml: error: a file is expected here [not-a-file]\n"
    )


def test_a_project_without_content_is_a_mistake_of_usage(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=re.escape(f"there is no content/site.yaml in {tmp_path}")) as stop:
        Content(tmp_path).series(ProblemLog())
    assert stop.value.status == ExitStatus.USAGE


@contextmanager
def as_nobody() -> Iterator[None]:
    """No rights beyond the file's own: root may read everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize(
    ("locked", "named"),
    [
        ("content", "content/site.yaml"),
        ("content/site.yaml", "content/site.yaml"),
        ("content/2022", "content/2022/conference.yaml"),
        ("content/2022/papers", "content/2022/papers"),
        ("content/2022/sessions.yaml", "content/2022/sessions.yaml"),
    ],
)
def test_a_file_that_may_not_be_read_is_a_matter_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str, named: str
) -> None:
    write(tmp_path, {"content/2022/papers/a.yaml": "title: A\n", "content/2022/sessions.yaml": "- id: a\n"})
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    assert reported(Content(Path())) == ""  # what is imported late is imported with all rights
    Path(locked).chmod(0)
    try:
        with as_nobody(), pytest.raises(Stop) as stop:
            Content(Path()).series(ProblemLog())
    finally:
        Path(locked).chmod(0o755)
    assert (stop.value.status, str(stop.value)) == (3, f"cannot read {named}: Permission denied")


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    levels = "\n".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    content = write(tmp_path, {"content/2022/papers/a.yaml": f"a: &a [lol]\n{levels}\n"})
    problems, steps = counted(lambda: reported(content))
    assert problems.splitlines()[0] == (
        "content/2022/papers/a.yaml:1:4: error: an anchor (&a) is not allowed [yaml-alias]"
    )
    assert steps < 1_000_000  # with what is imported at first; the bomb is of 40 million


def test_a_thousand_mistakes_in_one_file_are_reported(tmp_path: Path) -> None:
    sessions = "".join(
        f"- id: s{number}\n  slots:\n    - paper: nobody-wrote-this\n" for number in range(1000)
    )
    content = write(tmp_path, {"content/2022/sessions.yaml": sessions})
    problems, steps = counted(lambda: reported(content))
    assert problems.count("[unknown-paper]") == 1000
    assert steps < 1000 * 1500


def clock(hour: int, minute: int) -> datetime.time:
    """A time of the day."""
    return datetime.time(hour, minute)
