"""Proceedings of several volumes: in from a collection of the anthology, on pages, and in every citation."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import Conference, Editor, Paper, Series, Volume
from site_gen.conference.identifiers import Doi, Isbn
from site_gen.conference.rules.references import validate_volumes
from site_gen.content import Content
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.rendering import exported, links, locate, planned, rendered, shown
from tests.test_round_trip import read_back

LONG = """  <volume id="long">
    <meta>
      <booktitle>Proceedings of Tides (Volume 1: Long Papers)</booktitle>
      <editor><first>Ann</first><last>Bee</last></editor>
      <publisher>Sand Press</publisher>
      <year>2026</year>
      <isbn>978-3-16-148410-0</isbn>
      <doi>10.5555/2026.tides-long</doi>
    </meta>
    <frontmatter><url>2026.tides-long.0</url></frontmatter>
    <paper id="1">
      <title>Waves of Air</title>
      <author><first>Bo</first><last>Reed</last></author>
      <pages>13-24</pages>
      <url>2026.tides-long.1</url>
      <doi>10.5555/2026.tides-long.1</doi>
    </paper>
    <paper id="2">
      <title>Waves of Sand</title>
      <author><first>Ada</first><last>Marsh</last></author>
      <pages>1-12</pages>
      <url>2026.tides-long.2</url>
    </paper>
  </volume>
"""
SHORT = """  <volume id="short">
    <meta>
      <booktitle>Proceedings of Tides (Volume 2: Short Papers)</booktitle>
      <editor><first>Eve</first><last>Fox</last></editor>
      <publisher>Sand Press</publisher>
      <year>2026</year>
      <isbn>978-0-306-40615-7</isbn>
    </meta>
    <paper id="1">
      <title>Ebb</title>
      <author><first>Cy</first><last>Dee</last></author>
      <url>2026.tides-short.1</url>
      <doi>10.5555/2026.tides-short.1</doi>
    </paper>
  </volume>
"""
VOLUMES = (
    Volume(
        id="tides-long",
        title="Proceedings of Tides (Volume 1: Long Papers)",
        editors=(Editor(name="Ann Bee"),),
        isbn=Isbn.read("978-3-16-148410-0"),
        doi=Doi.read("10.5555/2026.tides-long"),
        publisher="Sand Press",
        front_matter="https://aclanthology.org/2026.tides-long.0.pdf",
    ),
    Volume(
        id="tides-short",
        title="Proceedings of Tides (Volume 2: Short Papers)",
        editors=(Editor(name="Eve Fox"),),
        isbn=Isbn.read("978-0-306-40615-7"),
        publisher="Sand Press",
    ),
)


def project(folder: Path, *volumes: str, name: str = "2026.tides") -> Path:
    """A project with a collection of these volumes among its sources."""
    (folder / "content/sources").mkdir(parents=True, exist_ok=True)
    (folder / "content/site.yaml").write_text(
        "title: Tides\nbase_url: https://x.example/\ncontact: mailto:a@x.example\n"
    )
    text = f'<collection id="{name}">\n{"".join(volumes)}</collection>\n'
    (folder / f"content/sources/{name}.xml").write_text(text)
    return folder


def ingested(folder: Path) -> tuple[Series, list[str]]:
    """The series after an ingest, and what that had to tell."""
    problems = ProblemLog()
    ingest(folder, problems)
    series = Content(folder).series(ProblemLog())
    assert series
    return series, [f"{problem.what} [{problem.code}]" for problem in problems.all]


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    found, reported = ingested(project(tmp_path_factory.mktemp("volumes"), LONG, SHORT))
    assert reported == []
    return found


@pytest.fixture(scope="module")
def files(series: Series) -> Mapping[str, str]:
    return exported(series)


@pytest.fixture(scope="module")
def pages(series: Series) -> dict[str, str]:
    return rendered(series)


def test_a_collection_of_several_volumes_comes_in_whole(series: Series) -> None:
    (conference,) = series.conferences
    assert conference.volumes == VOLUMES
    assert (conference.proceedings, conference.isbn, conference.editors, conference.publisher) == (
        None, None, (), "Sand Press",
    )  # fmt: skip
    assert [(paper.id, paper.volume) for paper in conference.papers] == [
        ("ebb", "tides-short"), ("waves-of-air", "tides-long"), ("waves-of-sand", "tides-long"),
    ]  # fmt: skip


def test_a_collection_of_one_volume_is_the_proceedings_of_its_edition(tmp_path: Path) -> None:
    (conference,) = ingested(project(tmp_path, LONG))[0].conferences
    assert (conference.volumes, conference.proceedings, conference.isbn, conference.editors) == (
        (), VOLUMES[0].title, VOLUMES[0].isbn, VOLUMES[0].editors,
    )  # fmt: skip
    assert [paper.volume for paper in conference.papers] == [None, None]


def test_a_second_collection_parts_the_proceedings_and_a_further_ingest_changes_nothing(
    tmp_path: Path,
) -> None:
    ingested(project(tmp_path, LONG))
    (conference,) = ingested(project(tmp_path, SHORT, name="2026.ebbs"))[0].conferences
    assert [volume.id for volume in conference.volumes] == ["ebbs-short", "tides-long"]
    assert [paper.volume for paper in conference.papers] == ["ebbs-short", "tides-long", "tides-long"]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    ingested(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


BIBTEX = """@inproceedings{a, title = {Waves of Air}, author = {Reed, Bo}, year = 2026,
  isbn = {978-3-16-148410-0}, booktitle = {Proceedings of Tides (Volume 1: Long Papers)},
  editor = {Bee, Ann}}
@inproceedings{b, title = {Ebb}, author = {Dee, Cy}, year = 2026,
  isbn = {978-0-306-40615-7}, booktitle = {Proceedings of Tides (Volume 2: Short Papers)},
  editor = {Fox, Eve}}
"""


def test_the_books_of_a_bibtex_file_are_volumes_and_the_same_ones_as_those_of_the_anthology(
    tmp_path: Path,
) -> None:
    (project(tmp_path, LONG) / "content/sources/2026.tides.xml").unlink()
    (tmp_path / "content/sources/a.bib").write_text(BIBTEX)
    (conference,) = ingested(tmp_path)[0].conferences
    assert [(each.id, each.title, each.editors, each.isbn) for each in conference.volumes] == [
        (own, each.title, each.editors, each.isbn)
        for own, each in zip(("1-long", "2-short"), VOLUMES, strict=True)
    ]
    assert [(paper.id, paper.volume) for paper in conference.papers] == [
        ("ebb", "2-short"), ("waves-of-air", "1-long"),
    ]  # fmt: skip
    (conference,) = ingested(project(tmp_path, LONG, SHORT))[0].conferences
    assert [each.id for each in conference.volumes] == ["1-long", "2-short"]
    assert {paper.volume for paper in conference.papers} == {"1-long", "2-short"}


def test_a_volume_that_an_editor_renames_keeps_its_papers_and_an_unknown_one_is_told(tmp_path: Path) -> None:
    ingested(project(tmp_path, LONG))
    file = tmp_path / "content/2026/conference.yaml"
    file.write_text(file.read_text() + f"volumes: [{{id: long, title: '{VOLUMES[0].title}'}}]\n")
    found, reported = ingested(project(tmp_path, LONG, SHORT))
    assert [(paper.id, paper.volume) for paper in found.conferences[0].papers] == [
        ("ebb", None), ("waves-of-air", "long"), ("waves-of-sand", "long"),
    ]  # fmt: skip
    assert reported == [
        f"the volume '{VOLUMES[1].title}' is not one of those in conference.yaml [unknown-volume]"
    ]


def test_a_paper_is_in_a_volume_that_there_is() -> None:
    problems = ProblemLog()
    papers = (Paper(id="a", volume="lang"), Paper(id="b", volume="long"), Paper(id="c"))
    conference = Conference(id="2026", title="S", volumes=(Volume(id="long", title="Long"),), papers=papers)
    validate_volumes(conference, locate, problems)
    assert [(each.what, each.hint) for each in (*problems.errors, *problems.warnings)] == [
        ("no volume 'lang'", "did you mean 'long'?"),
        (
            "1 paper of 2026 in no volume: c",
            "write `volume:` into each, as `volume: long`; else they are cited as in none",
        ),
    ]


def test_each_citation_names_its_own_volume(files: Mapping[str, str], pages: dict[str, str]) -> None:
    bibtex = {
        key: re.findall(r"(?:booktitle|editor|isbn) += \{(.+)\}", files[f"2026/papers/{key}/{key}.bib"])
        for key in ("ebb", "waves-of-air")
    }
    assert bibtex == {
        "ebb": ["Fox, Eve", VOLUMES[1].title, "9780306406157"],
        "waves-of-air": ["Bee, Ann", VOLUMES[0].title, "9783161484100"],
    }
    csl = json.loads(files["2026/volumes/tides-short/tides-short.csl.json"])
    assert [(item["title"], item["container-title"], item["ISBN"]) for item in csl] == [
        ("Ebb", VOLUMES[1].title, "9780306406157")
    ]
    ris = files["2026/volumes/tides-long/tides-long.ris"].split("\r\n")
    assert [line[6:] for line in ris if line[:2] in ("TI", "T2")] == [
        "Waves of Sand", VOLUMES[0].title, "Waves of Air", VOLUMES[0].title,
    ]  # fmt: skip
    assert f'name="citation_conference_title" content="{VOLUMES[1].title}"' in pages["2026/papers/ebb/"]
    crossref = re.findall(r"<(?:proceedings_title|isbn|doi|resource)>([^<]+)", files["2026/crossref.xml"])
    assert crossref == [
        VOLUMES[0].title, "9783161484100",
        "10.5555/2026.tides-long", "https://x.example/2026/volumes/tides-long/",
        "10.5555/2026.tides-long.1", "https://x.example/2026/papers/waves-of-air/",
        VOLUMES[1].title, "9780306406157",
        "10.5555/2026.tides-short.1", "https://x.example/2026/papers/ebb/",
    ]  # fmt: skip
    assert re.findall(r'"title": "([^"]+)", "authors"', files["2026/CITATION.cff"]) == [
        each.title for each in VOLUMES
    ]


def test_a_volume_has_a_page_with_its_papers_by_page(pages: dict[str, str], files: Mapping[str, str]) -> None:
    page = pages["2026/volumes/tides-long/"]
    assert shown(page, "main h1, .facts dd") == [
        VOLUMES[0].title, "Sand Press", "9783161484100", "10.5555/2026.tides-long", "Ann Bee", "Front matter",
    ]  # fmt: skip
    assert shown(page, ".paper-title") == ["Waves of Sand", "Waves of Air"]
    assert links(page, "a.out-link") == {"Front matter": VOLUMES[0].front_matter}
    assert links(pages["2026/papers/ebb/"], ".facts a") == {
        VOLUMES[1].title: "../../../2026/volumes/tides-short/",
        "10.5555/2026.tides-short.1": "https://doi.org/10.5555/2026.tides-short.1",
    }
    assert links(pages["2026/"], ".facts a") == {
        each.title: f"../2026/volumes/{each.id}/" for each in VOLUMES
    }  # fmt: skip
    assert "- [Ebb](../../../2026/papers/ebb/index.md)" in files["2026/volumes/tides-short/index.md"]


def test_the_ids_of_the_anthology_lead_to_papers_and_volumes(
    series: Series, files: Mapping[str, str]
) -> None:
    site = planned(series)
    found = {
        own: page.route
        for page in site.pages
        for own in page.kind.ids(site.catalogue, page.subject)
        if own.startswith("2026.")
    }
    assert found == {
        "2026.tides-short.1": "2026/papers/ebb/",
        "2026.tides-long.1": "2026/papers/waves-of-air/",
        "2026.tides-long.2": "2026/papers/waves-of-sand/",
        "2026.tides-long": "2026/volumes/tides-long/",
        "2026.tides-short": "2026/volumes/tides-short/",
    }
    assert '["volume","Volume","Volumes"]' in files["search/index.json"]


def test_volumes_come_back_from_conference_json(series: Series, tmp_path: Path) -> None:
    (conference,) = series.conferences
    counted = replace(conference, volumes=(replace(VOLUMES[0], number="1"), VOLUMES[1]))
    back = read_back(planned(replace(series, conferences=(counted,))), "2026", ("conference.json",), tmp_path)
    assert back.volumes == counted.volumes
    assert [(paper.id, paper.volume) for paper in back.papers] == [
        (paper.id, paper.volume) for paper in conference.papers
    ]


def test_papers_are_chosen_by_their_volume_where_there_are_several(
    pages: dict[str, str], series: Series
) -> None:
    index = pages["2026/papers/"]
    assert shown(index, "[name=volume] option") == ["All", VOLUMES[0].title, VOLUMES[1].title]
    assert [card.attributes.get("data-volume") for card in LexborHTMLParser(index).css(".paper-card")] == [
        "tides-short",
        "tides-long",
        "tides-long",
    ]
    (conference,) = series.conferences
    papers = tuple(replace(paper, volume="tides-long") for paper in conference.papers)
    one = rendered(replace(series, conferences=(replace(conference, papers=papers),)))["2026/papers/"]
    assert (shown(one, "[name=volume]"), "data-volume" in one) == ([], False)


def test_the_table_of_papers_names_their_volumes_and_comes_back_with_them(
    series: Series, files: Mapping[str, str], tmp_path: Path
) -> None:
    table = csv.DictReader(io.StringIO(files["2026/papers.csv"], newline=""), strict=True)
    assert [(row["volume"], row["volume_title"]) for row in table] == [
        ("tides-short", VOLUMES[1].title), ("tides-long", VOLUMES[0].title), ("tides-long", VOLUMES[0].title),
    ]  # fmt: skip
    back = read_back(planned(series), "2026", ("papers.csv",), tmp_path)
    assert back.volumes == tuple(Volume(id=each.id, title=each.title) for each in reversed(VOLUMES))
    assert [(paper.id, paper.volume) for paper in back.papers] == [
        (paper.id, paper.volume) for paper in series.conferences[0].papers
    ]


DBLP = """<dblp>
<inproceedings key="conf/tides/Reed26"><author>Bo Reed 0001</author><title>Ebb.</title><year>2026</year>
<crossref>conf/tides/2026-2</crossref></inproceedings>
<inproceedings key="conf/tides/Fox26"><author>Eve Fox</author><title>Flow.</title><year>2026</year>
<crossref>conf/tides/2026-1</crossref></inproceedings>
<proceedings key="conf/tides/2026-1"><editor>Ann Bee 0002</editor><title>Tides 2026, Part I.</title>
<publisher>Sand Press</publisher><year>2026</year><isbn>978-3-16-148410-0</isbn><volume>7</volume>
<ee>https://doi.org/10.5555/1</ee></proceedings>
<proceedings key="conf/tides/2026-2"><title>Tides 2026, Part II.</title><year>2026</year></proceedings>
</dblp>
"""


def of_dblp(folder: Path, text: str) -> Conference:
    """The edition that records of DBLP make."""
    for name, body in (("site.yaml", "title: Tides\n"), ("sources/dblp.xml", text)):
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(body)
    problems = ProblemLog()
    ingest(folder, problems)
    assert problems.errors == []
    series = Content(folder).series(problems)
    assert series
    (conference,) = series.conferences
    return conference


def test_volumes_of_dblp_come_in_with_their_papers(tmp_path: Path) -> None:
    conference = of_dblp(tmp_path, DBLP)
    assert conference.volumes == (
        Volume(
            id="2026-1",
            title="Tides 2026, Part I",
            number="7",
            editors=(Editor(name="Ann Bee"),),
            isbn=Isbn.read("978-3-16-148410-0"),
            doi=Doi.read("10.5555/1"),
            publisher="Sand Press",
        ),
        Volume(id="2026-2", title="Tides 2026, Part II"),
    )
    assert {paper.id: paper.volume for paper in conference.papers} == {"ebb": "2026-2", "flow": "2026-1"}


def test_volumes_of_two_conferences_whose_keys_end_alike_are_two(tmp_path: Path) -> None:
    conference = of_dblp(tmp_path, DBLP.replace("tides/2026-2", "owls/2026-1"))
    assert [volume.id for volume in conference.volumes] == ["conf-tides-2026-1", "conf-owls-2026-1"]
    assert {paper.id: paper.volume for paper in conference.papers} == {
        "ebb": "conf-owls-2026-1", "flow": "conf-tides-2026-1",
    }  # fmt: skip
