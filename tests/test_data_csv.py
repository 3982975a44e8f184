"""The tables, read back by Python's csv module and the one rule that is ours."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.conference import (
    Author,
    Authorship,
    Conference,
    Link,
    Paper,
    Participant,
    Series,
    Session,
    Slot,
)
from site_gen.markup.characters import clean
from tests.rendering import by, exported, real_site


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table as they were meant: of the guard before a cell one "'" is taken away."""
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")
    read = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [
        {column: re.sub(r"^'(?='*[=+\-@＝＋－＠\t\r])", "", cell) for column, cell in row.items()}
        for row in read
    ]


def values(cell: str) -> list[str]:
    """The values of a cell that lists several."""
    parts = re.findall(r"((?:\\.|[^\\;])*)(?:; |$)", cell, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", part) for part in parts[:-1]]


SERIES = Series(
    title="S",
    authors=(Author(id="ada", name="Ada Lovelace", aliases=("A. L.", "B; C")),),
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            licence="MIT",
            papers=(
                Paper(
                    id="p",
                    title='=cmd, "x"',
                    authors=(*by("Ada Lovelace"), Authorship(missing="one"), *by("Bo; Jr.")),
                    abstract="One.\n\nTwo…",
                    links=(Link(rel="pdf", url="a.pdf"), Link(rel="pdf", url="b.pdf")),
                    keywords=("x", "y\\"),
                    licence="CC-BY-4.0",
                    language="fr",
                ),
                Paper(id="untitled"),
            ),
            sessions=(
                Session(
                    id="s",
                    title="-1",
                    kind="oral",
                    date=date(2022, 8, 29),
                    start=time(8, 45),
                    room="Hall A",
                    attendance="hybrid",
                    access=("captions", "sign-language"),
                    people=(Participant(name="Ada Lovelace", role="chair"), Participant(name="Cy")),
                    slots=(Slot(paper="p"), Slot(), Slot(title="A talk")),
                ),
            ),
        ),
        Conference(id="2021", title="Nothing yet"),
    ),
)
FILES = exported(SERIES)


def known(row: dict[str, str]) -> dict[str, str]:
    """The cells that are not empty."""
    return {column: cell for column, cell in row.items() if cell}


def test_papers() -> None:
    paper, untitled = rows(FILES["2022/papers.csv"])
    assert known(paper) == {
        "id": "p",
        "url": "2022/papers/p/",
        "title": '=cmd, "x"',
        "authors": "Ada Lovelace; ; Bo\\; Jr.",
        "author_ids": "ada; ; bo-jr",
        "abstract": "One.\n\nTwo…",
        "abstract_complete": "no",
        "sessions": "s",
        "keywords": "x; y\\\\",
        "licence": "CC-BY-4.0",
        "language": "fr",
        "status": "published",
        "missing": "one",
        "pdf_url": "a.pdf b.pdf",
    }
    assert values(paper["authors"]) == ["Ada Lovelace", "", "Bo; Jr."]
    assert values(paper["keywords"]) == ["x", "y\\"]
    assert known(untitled) == {
        "id": "untitled",
        "url": "2022/papers/untitled/",
        "licence": "MIT",
        "status": "published",
    }
    assert FILES["2021/papers.csv"] == FILES["2022/papers.csv"].split("\r\n")[0] + "\r\n"


def test_sessions() -> None:
    assert [known(row) for row in rows(FILES["2022/sessions.csv"])] == [
        {
            "id": "s",
            "url": "2022/sessions/s/",
            "title": "-1",
            "kind": "oral",
            "status": "scheduled",
            "date": "2022-08-29",
            "start": "08:45",
            "room": "Hall A",
            "attendance": "hybrid",
            "access": "captions; sign-language",
            "chairs": "Ada Lovelace",
            "speakers": "Cy",
            "papers": "p",
            "talks": "A talk",
        }
    ]
    assert "2021/sessions.csv" not in FILES


def test_authors() -> None:
    assert [known(row) for row in rows(FILES["authors.csv"])] == [
        {
            "id": "ada",
            "url": "authors/ada/",
            "name": "Ada Lovelace",
            "aliases": "A. L.; B\\; C",
            "paper_count": "1",
            "papers": "2022/p",
        },
        {
            "id": "bo-jr",
            "url": "authors/bo-jr/",
            "name": "Bo; Jr.",
            "paper_count": "1",
            "papers": "2022/p",
        },
        {"id": "cy", "url": "authors/cy/", "name": "Cy", "paper_count": "0"},
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", "'=", "''-"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_once(start: str) -> None:
    written = titled(f"{start}1")
    assert [row["title"] for row in csv.DictReader(io.StringIO(written, newline=""))] == [f"'{start}1"]
    assert rows(written)[0]["title"] == f"{start}1"


def titled(text: str) -> str:
    """The table of a paper with this title and abstract."""
    paper = Paper(id="p", title=text, abstract=text)
    return exported(Series(title="S", conferences=(Conference(id="e", title="E", papers=(paper,)),)))[
        "e/papers.csv"
    ]


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=20) | st.text(st.sampled_from("'=+-@\t\r\n,;\"x\\"), min_size=1))
def test_any_text_comes_back_as_that_text(text: str) -> None:
    (row,) = rows(titled(text))
    assert (row["title"], row["abstract"]) == (clean(text), clean(text))


def test_a_line_of_the_file_is_read_alike_by_every_reader() -> None:
    assert FILES["2022/papers.csv"].count("\r") == FILES["2022/papers.csv"].count("\r\n") == 3


def test_the_real_tables_have_every_paper_session_and_author_once() -> None:
    site = real_site()
    found = {
        file.route: rows(file.export.body(site, file.subject).decode())
        for file in site.files
        if file.export.name == "csv"
    }
    papers = [row["url"] for route, table in found.items() if route.endswith("/papers.csv") for row in table]
    assert len(papers) == len(set(papers)) == 87
    for route, table in found.items():
        kind = route.rpartition("/")[2].removesuffix("s.csv")
        edition = route.rpartition("/")[0]
        pages = [
            page.route for page in site.pages if page.kind.name == kind and page.route.startswith(edition)
        ]
        assert sorted(row["url"] for row in table) == sorted(pages)
