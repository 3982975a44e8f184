"""ORCID iDs that sources give of authors: in authors.yaml, once, and as long as they are given."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

FIRST, SECOND = "0000-0002-1825-0097", "0000-0001-5109-3700"
DBLP = """<dblp>
<inproceedings key="conf/owl/A"><author orcid="{0}" pid="1/3">Wei Wang 0003</author><author>Ann Bee</author>
<title>Nests.</title><year>2025</year></inproceedings>
<inproceedings key="conf/owl/B"><author orcid="{1}" pid="1/7">Wei Wang {2}</author>
<author>Jos&eacute; Ramos</author>
<title>Barns.</title><year>2025</year></inproceedings>
</dblp>
"""
ACL = """<collection id="2025.owls"><volume id="1"><meta><booktitle>Owls</booktitle><year>2025</year></meta>
<paper id="1"><title>Nests</title><author orcid="{0}"><first>Wei</first><last>Wang</last></author></paper>
</volume></collection>
"""


def brought_in(project: Path, file: str, text: str) -> tuple[list[dict[str, str]], list[str]]:
    """What authors.yaml holds after an ingest of this document, and the codes of its problems."""
    (project / "content/sources").mkdir(parents=True, exist_ok=True)
    (project / "content/site.yaml").write_text("title: Owls\n")
    (project / "content/sources" / file).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingest(project, problems)
    authors = project / "content/authors.yaml"
    held = yaml.safe_load(authors.read_text("utf-8")) if authors.exists() else None
    return held or [], [each.code for each in problems.all]


def test_dblp_gives_each_of_two_people_of_one_name_their_own(tmp_path: Path) -> None:
    assert brought_in(tmp_path, "owl.xml", DBLP.format(FIRST, SECOND, "0007")) == (
        [
            {"id": "wei-wang-0003", "name": "Wei Wang", "orcid": FIRST},
            {"id": "wei-wang-0007", "name": "Wei Wang", "orcid": SECOND},
        ],
        [],
    )


def test_of_two_ids_of_one_person_none_is_taken(tmp_path: Path) -> None:
    assert brought_in(tmp_path, "owl.xml", DBLP.format(FIRST, SECOND, "0003")) == ([], ["several-orcids"])


def test_one_is_there_once_until_its_source_or_an_editor_takes_it_away(tmp_path: Path) -> None:
    text = DBLP.format(FIRST, FIRST, "0003")
    held = [{"id": "wei-wang", "name": "Wei Wang", "orcid": FIRST}]
    assert brought_in(tmp_path, "owl.xml", text) == (held, [])
    assert brought_in(tmp_path, "owl.xml", text.replace(f' orcid="{FIRST}"', "")) == ([], [])
    assert brought_in(tmp_path, "owl.xml", text) == (held, [])
    authors = tmp_path / "content/authors.yaml"
    authors.write_text(authors.read_text().replace(f"orcid: '{FIRST}'", "homepage: https://x.example/"))
    edited = [{"id": "wei-wang", "name": "Wei Wang", "homepage": "https://x.example/"}]
    assert brought_in(tmp_path, "owl.xml", text) == (edited, [])


def test_the_anthology_gives_them_too_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    held = [{"id": "wei-wang", "name": "Wei Wang", "orcid": FIRST}]
    assert brought_in(tmp_path / "a", "owls.xml", ACL.format(f"https://orcid.org/{FIRST}")) == (held, [])
    assert brought_in(tmp_path / "b", "owls.xml", ACL.format(FIRST[:-1] + "8")) == ([], ["bad-orcid"])


LISTED = """title,authors
Reading Lips,"Wei Zhang (0000-0002-1825-0097), Ana Cruz (UNAM) (0000-0002-1694-233X)"
Reading Maps,"Zhang, Wei [orcid.org/0000-0001-5109-3700]; Cruz, Ana (UNAM)"
"""
OBJECTS = """[
 {"id": 1, "title": "Reading Lips", "authors": [{"name": "Wei Zhang", "orcid": "0000-0002-1825-0097"}]},
 {"id": 2, "title": "Reading Maps", "authors": [{"name": "Wei Zhang", "orcid": "0000-0001-5109-3700"}]},
 {"id": 3, "title": "Reading Minds", "authors": [{"name": "Eva Roe", "orcid": "0000-0002-1825-0098"}]}]"""
MARRIED = """title,authors
Reading Lips,Ana Cruz (0000-0002-1694-233X)
Reading Maps,Ana Núñez (0000-0002-1694-233X)
"""
ZHANGS = [("Wei Zhang", FIRST), ("Wei Zhang", SECOND)]


@pytest.mark.parametrize(
    ("file", "text", "held", "codes"),
    [
        ("list-2031.csv", LISTED, [*ZHANGS, ("Ana Cruz", "0000-0002-1694-233X")], []),
        ("list-2031.json", OBJECTS, ZHANGS, ["bad-orcid"]),
        (
            "list-2031.csv",
            MARRIED,
            [("Ana Cruz", "0000-0002-1694-233X"), ("Ana Núñez", "0000-0002-1694-233X")],
            ["shared-orcid"],
        ),
    ],
)
def test_lists_that_print_them_beside_names_tell_people_apart(
    tmp_path: Path, file: str, text: str, held: list[tuple[str, str]], codes: list[str]
) -> None:
    people, problems = brought_in(tmp_path, file, text)
    assert [(each["name"], each["orcid"]) for each in people] == held
    assert problems == codes


TABLES = {
    "people.csv": f"Name,Affiliation,ORCID\nAnn Lee,MIT,{FIRST}\nBob Roe,CMU,https://orcid.org/{SECOND}\n",
    "authors.csv": (
        "Title,Author 1,Author 1 ORCID,Author 2,Author 2 ORCID\n"
        f"Nests in Barns,Ann Lee,{FIRST},Bob Roe,{SECOND}\n"
    ),
    "rows.csv": (
        "Paper,Title,First name,Last name,Affiliation,ORCID iD\n"
        f"1,Nests in Barns,Ann,Lee,MIT,{FIRST}\n1,Nests in Barns,Bob,Roe,CMU,{SECOND}\n"
    ),
    "lists.csv": f"Title,Authors,ORCIDs\nNests in Barns,Ann Lee; Bob Roe,{FIRST}; {SECOND}\n",
    "sessions.csv": (
        "Date,Time,Session,Title,Authors\n"
        f'2031-05-05,9:00-9:20,Nests,Nests in Barns,"Ann Lee ({FIRST}), Bob Roe ({SECOND})"\n'
    ),
    "speakers.csv": (
        "Date,Time,Session,Title,Speaker,ORCID\n"
        f"2031-05-05,9:00-9:20,Nests,Nests in Barns,Ann Lee,{FIRST}\n"
        f"2031-05-05,9:20-9:40,Nests,Barns in Fog,Bob Roe,{SECOND}\n"
    ),
}


@pytest.mark.parametrize("file", TABLES)
def test_tables_give_people_their_ids_in_columns_beside_their_names(tmp_path: Path, file: str) -> None:
    programme = TABLES["speakers.csv"].replace(FIRST, "").replace(SECOND, "")
    (tmp_path / "content/2031").mkdir(parents=True)
    (tmp_path / "content/2031/conference.yaml").write_text("title: Owls 2031\ntime_zone: UTC\n")
    if file == "people.csv":  # the others say where they speak
        brought_in(tmp_path, "programme.csv", programme)
    assert brought_in(tmp_path, file, TABLES[file]) == (
        [
            {"id": "ann-lee", "name": "Ann Lee", "orcid": FIRST},
            {"id": "bob-roe", "name": "Bob Roe", "orcid": SECOND},
        ],
        [],
    )
