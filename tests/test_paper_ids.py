"""Papers stay themselves by the numbers and ids that their sources call them by: a number beats a title."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

PAPERS = (
    "Paper ID,Title,Authors,Abstract\n"
    "11,Owls in the Dark,Ada Roe; Bo Lin,We watch owls at night with lamps and listen to them for a year.\n"
    "12,Rivers of Stone,Cy Fox,Stones flow slowly and we measure it for many years in the alps.\n"
    "13,Moss,Di Ott,Moss grows.\n"
)
OTHERS = (
    "Paper ID,Title,Authors,Abstract\n"
    "13,Lichen and Us,Eve Ott; Flo Ran,Something else entirely about lichen on roofs of houses and barns.\n"
    "12,Glaciers,Gus Hay,Ice.\n"
    "11,A Year of Nightly Listening,Hal Ito,Sounds are made by birds.\n"
)
PROGRAMME = (
    "Date,Start,End,Session,Paper ID,Title\n"
    "2026-05-04,09:00,10:00,Morning,11,Owls in the Dark\n"
    "2026-05-04,09:00,10:00,Morning,12,Rivers of Stone\n"
    "2026-05-05,09:00,10:00,Evening,13,Moss\n"
)


def take(project: Path, **sources: str) -> list[str]:
    """The changes of papers, once these documents lie in their places."""
    if not (project / "content/sources").exists():
        (project / "content/sources").mkdir(parents=True)
        (project / "content/2026").mkdir()
        (project / "content/site.yaml").write_text("title: Owls\ntime_zone: Europe/Berlin\n")
        (project / "content/2026/conference.yaml").write_text("title: Owls 2026\n")
    for name, text in sources.items():
        (project / "content/sources" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingested = ingest(project, problems)
    assert problems.errors == []
    return sorted(str(change) for change in ingested.changes if change.entity == "paper")


def slots(project: Path) -> list[str]:
    held = yaml.safe_load((project / "content/2026/sessions.yaml").read_text("utf-8"))
    return [slot.get("paper", "") for session in held for slot in session["slots"]]


def test_a_retitled_paper_keeps_its_slot_though_the_programme_has_the_old_title(tmp_path: Path) -> None:
    take(tmp_path, papers_csv=PAPERS, programme_csv=PROGRAMME)
    ids = ["owls-in-the-dark", "rivers-of-stone", "moss"]
    assert slots(tmp_path) == ids
    assert take(tmp_path, papers_csv=OTHERS) == [
        "retitled: paper moss: Moss → Lichen and Us",
        "retitled: paper owls-in-the-dark: Owls in the Dark → A Year of Nightly Listening",
        "retitled: paper rivers-of-stone: Rivers of Stone → Glaciers",
    ]
    assert slots(tmp_path) == ids
    assert take(tmp_path) == []


BIBLIOGRAPHY = """\
@inproceedings{k1, title={Owls in the Dark}, author={Roe, Ada and Lin, Bo}, year=2026}
@inproceedings{k2, title={Rivers of Stone}, author={Fox, Cy}, year=2026}
@inproceedings{k3, title={Moss}, author={Ott, Di}, year=2026}
"""


def without_numbers(programme: str) -> str:
    return re.sub(r",(?:\d\d|Paper ID),", ",", programme)


def test_a_programme_without_numbers_may_name_a_paper_by_the_title_that_it_had(tmp_path: Path) -> None:
    take(tmp_path, p_bib=BIBLIOGRAPHY, programme_csv=without_numbers(PROGRAMME))
    ids = ["owls-in-the-dark", "rivers-of-stone", "moss"]
    assert slots(tmp_path) == ids
    retitled = BIBLIOGRAPHY.replace("Owls in the Dark", "A Year of Nightly Listening")
    assert take(tmp_path, p_bib=retitled) == [
        "retitled: paper owls-in-the-dark: Owls in the Dark → A Year of Nightly Listening"
    ]
    assert slots(tmp_path) == ids
    later = without_numbers(PROGRAMME).replace("09:00", "09:30")
    assert take(tmp_path, p_bib=retitled.replace("Moss", "Lichen and Us"), programme_csv=later) == [
        "retitled: paper moss: Moss → Lichen and Us"
    ]
    assert slots(tmp_path) == ids


def test_a_title_that_another_paper_has_now_is_that_papers(tmp_path: Path) -> None:
    take(tmp_path, p_bib=BIBLIOGRAPHY, programme_csv=without_numbers(PROGRAMME))
    swapped = (
        BIBLIOGRAPHY.replace("Moss", "A")
        .replace("Owls in the Dark", "Moss")
        .replace("{A}", "{Owls in the Dark}")
    )
    take(tmp_path, p_bib=swapped)
    assert slots(tmp_path) == ["moss", "rivers-of-stone", "owls-in-the-dark"]


def test_a_number_beats_a_title_where_two_documents_count_alike(tmp_path: Path) -> None:
    take(tmp_path, papers_csv=PAPERS.replace("Rivers of Stone", "Glaciers"), programme_csv=PROGRAMME)
    assert slots(tmp_path) == ["owls-in-the-dark", "glaciers", "moss"]


def test_a_programme_that_counts_its_own_rows_names_papers_by_their_titles(tmp_path: Path) -> None:
    rows = PROGRAMME.replace(",11,", ",1,").replace(",12,", ",11,").replace(",13,", ",12,")
    take(tmp_path, papers_csv=PAPERS, programme_csv=rows)
    assert slots(tmp_path) == ["owls-in-the-dark", "rivers-of-stone", "moss"]


def test_row_numbers_call_nothing(tmp_path: Path) -> None:
    head, *rows = PAPERS.splitlines()
    counted = "".join(f"{number},{row.partition(',')[2]}\n" for number, row in enumerate(rows, 1))
    later = "".join(f"{number},{row.partition(',')[2]}\n" for number, row in enumerate(rows, 2))
    take(tmp_path, papers_csv=f"{head}\n{counted}")
    first = "1,Newcomers,Zed Zimt,What nobody saw before.\n"
    assert take(tmp_path, papers_csv=f"{head}\n{first}{later}") == ["added: paper newcomers: Newcomers"]


BIB = "@inproceedings{{{key},\n  title = {{{title}}},\n  author = {{{author}}},\n  year = 2026\n}}\n"
DBLP = (
    '<dblp><inproceedings key="conf/owls/Roe26"><author>{author}</author><title>{title}.</title>'
    "<year>2026</year></inproceedings></dblp>"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"p_bib": ("owl26", BIB)}, {"p_bib": ("owl26", BIB)}),
        ({"p_xml": ("", DBLP)}, {"p_xml": ("", DBLP)}),
        ({"p_xml": ("", DBLP)}, {"p_bib": ("DBLP:conf/owls/Roe26", BIB)}),
    ],
    ids=["key of a file", "DBLP", "DBLP as BibTeX"],
)
def test_a_paper_of_a_bibliography_is_known_by_its_key(
    tmp_path: Path, first: dict[str, tuple[str, str]], second: dict[str, tuple[str, str]]
) -> None:
    take(
        tmp_path,
        **{name: text.format(key=key, title="Owls", author="Ada Roe") for name, (key, text) in first.items()},
    )
    for path in (tmp_path / "content/sources").iterdir():
        path.unlink()
    later = {
        name: text.format(key=key, title="Lamps", author="Bo Lin") for name, (key, text) in second.items()
    }
    assert take(tmp_path, **later) == ["retitled: paper owls: Owls → Lamps"]


def test_a_cell_for_title_and_speaker_that_is_the_title_of_a_paper_is_not_parted(tmp_path: Path) -> None:
    papers = "Paper ID,Title,Authors\n1,Counting Mice by Ear,Ada Roe\n2,Silent Flight: Wings,Bo Lin\n"
    rows = ["Counting Mice by Ear", "Silent Flight: Wings", "Why Owls by Jo Kay", "Gil Hay: What Is a Leaf?"]
    programme = "Day,Time,Session,Title / Speaker\n" + "".join(
        f"2026-05-04,{9 + hour}:00,Night,{row}\n" for hour, row in enumerate(rows)
    )
    take(tmp_path, papers_csv=papers, programme_csv=programme)
    [session] = yaml.safe_load((tmp_path / "content/2026/sessions.yaml").read_text("utf-8"))
    assert [(slot.get("paper"), slot.get("title"), slot.get("people")) for slot in session["slots"]] == [
        ("counting-mice-by-ear", None, None),
        ("silent-flight-wings", None, None),
        (None, "Why Owls", ["Jo Kay"]),
        (None, "What Is a Leaf?", ["Gil Hay"]),
    ]
