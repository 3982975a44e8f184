"""What sources say of the proceedings: facts of conference.yaml, which an editor may change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_gen.conference import Conference, Editor
from site_gen.content import Content
from site_gen.ingest import ingest
from site_gen.ingest.reading.metadata.licences import licence_of
from site_gen.ingest.reading.times.month_days import days_of
from site_gen.ingest.records import Fact
from site_gen.problems import Place, ProblemLog

ENTRY = """@inproceedings{{{key}, title = {{{key}}}, author = {{Bee, Ann}}, booktitle = {{Small Talks}},
  year = 2026, editor = {{Dee, Cy}}, publisher = {{{publisher}}}, copyright = {{{licence}}},
  language = {{{language}}}}}
"""


def entries(licences: Mapping[str, str], publisher: str = "Oak Press", language: str = "en") -> str:
    """A BibTeX file of papers by their titles, each with its licence."""
    return "".join(
        ENTRY.format(key=key, licence=licence, publisher=publisher, language=language)
        for key, licence in licences.items()
    )


def project(folder: Path, bibtex: str) -> Path:
    """A project of nothing but these entries."""
    (folder / "content/sources").mkdir(parents=True, exist_ok=True)
    (folder / "content/site.yaml").write_text("title: S\n")
    (folder / "content/sources/papers.bib").write_text(bibtex)
    return folder


def ingested(folder: Path) -> tuple[Conference, list[str]]:
    """The edition after an ingest, and what that had to tell."""
    problems = ProblemLog()
    ingest(folder, problems)
    series = Content(folder).series(ProblemLog())
    assert series
    (conference,) = series.conferences
    return conference, [f"{problem.what} [{problem.code}]" for problem in problems.all]


@pytest.mark.parametrize(
    ("stated", "licence"),
    [
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
        ("Creative Commons Attribution (CC BY) 4.0", "CC-BY-4.0"),
        ("Creative Commons Attribution Non Commercial No Derivatives 3.0 Unported", "CC-BY-NC-ND-3.0"),
        ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
        ("CC0", "CC0-1.0"),
        ("Apache-2.0", "Apache-2.0"),
        ("https://x.example/licence", "https://x.example/licence"),
        ("Creative Commons Attribution 4.0, figures excepted", None),
        ("Creative Commons Friendly 4.0", None),
        ("arXiv.org perpetual, non-exclusive license", None),
        ("acmcopyright", None),
        ("2026", None),
        ("CC-BY-9.7", None),
    ],
)
def test_a_licence_is_read_whole_or_not_at_all(stated: str, licence: str | None) -> None:
    assert licence_of(stated) == licence


TWO_OF_THREE = {"Ash": "CC-BY-4.0", "Birch": "CC-BY-4.0", "Cedar": "CC0-1.0"}


def test_what_every_paper_says_is_said_of_the_edition(tmp_path: Path) -> None:
    conference, reported = ingested(project(tmp_path, entries(TWO_OF_THREE)))
    assert reported == []
    assert (conference.proceedings, conference.publisher, conference.editors, conference.licence) == (
        "Small Talks",
        "Oak Press",
        (Editor(name="Cy Dee"),),
        "CC-BY-4.0",
    )
    assert {paper.id: (paper.licence, paper.language) for paper in conference.papers} == {
        "ash": (None, None),
        "birch": (None, None),
        "cedar": ("CC0-1.0", None),
    }


def test_no_paper_gets_a_licence_that_only_others_have(tmp_path: Path) -> None:
    conference, _ = ingested(project(tmp_path, entries({**TWO_OF_THREE, "Dogwood": "all rights reserved"})))
    assert conference.licence is None
    assert [paper.licence for paper in conference.papers] == ["CC-BY-4.0", "CC-BY-4.0", "CC0-1.0", None]


def test_a_language_is_told_where_it_is_not_that_of_the_site(tmp_path: Path) -> None:
    conference, _ = ingested(project(tmp_path, entries(TWO_OF_THREE, language="german")))
    assert [paper.language for paper in conference.papers] == ["de", "de", "de"]


def test_the_publisher_of_an_editor_wins_and_a_new_one_of_the_source_is_told(tmp_path: Path) -> None:
    ingested(project(tmp_path, entries(TWO_OF_THREE)))
    file = tmp_path / "content/2026/conference.yaml"
    file.write_text(file.read_text().replace("Oak Press", "Elm Press # signed in May"))
    project(tmp_path, entries(TWO_OF_THREE, publisher="Fir Press"))
    conference, reported = ingested(tmp_path)
    assert (conference.publisher, reported) == (
        "Elm Press",
        [
            "'publisher' of '2026' was edited by hand and is kept, though its source changed; "
            "content/sources/papers.bib:2 says 'Fir Press' [kept-conflict]"
        ],
    )
    assert "Elm Press # signed in May" in file.read_text()


def test_a_second_ingest_changes_no_byte(tmp_path: Path) -> None:
    ingested(project(tmp_path, entries(TWO_OF_THREE)))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")}
    ingested(tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("month", "days"),
    [
        ("May 26-27", ("2022-05-26", "2022-05-27")),
        ("May 22–27,", ("2022-05-22", "2022-05-27")),
        ("July 30 - August 2", ("2022-07-30", "2022-08-02")),
        ("26-27 May", ("2022-05-26", "2022-05-27")),
        ("30 Nov. to 2 December", ("2022-11-30", "2022-12-02")),
        ("September 7th", ("2022-09-07", "2022-09-07")),
        ("May", None),
        ("July–August", None),
        ("Spring 22-27", None),
        ("June 31", None),
    ],
)
def test_days_are_read_from_the_month_of_proceedings(month: str, days: tuple[str, str] | None) -> None:
    found = days_of(Fact(month, Place("a.xml", 8)), Fact("2022", Place("a.xml", 9)))
    assert [fact and str(fact.value) for fact in found] == list(days or (None, None))
