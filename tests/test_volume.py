"""Who edited the proceedings, and the licence of papers: on pages and in every export that tells them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bibtexparser.entrypoint import parse_string
from selectolax.lexbor import LexborHTMLParser

from site_gen.cards.licences import licence_link
from site_gen.conference import Author, Conference, Editor, FormerName, Paper, Series
from site_gen.conference.people import gather
from site_gen.conference.scalars import read_licence
from site_gen.problems import ProblemLog
from tests.rendering import by, exported, links, locate, rendered, shown

BASE = "https://x.example/"
SERIES = Series(
    title="S",
    authors=(Author(id="new", name="New Name", former_names=(FormerName(name="Old Name", hidden=True),)),),
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            proceedings="Proceedings of S",
            editors=(
                Editor(name="Ada Bee", affiliation="X & Y"),
                Editor(name="María de la Cruz", family="de la Cruz", homepage="https://m.example/"),
                Editor(name="Old Name"),
            ),
            licence="CC-BY-4.0",
            papers=(
                Paper(id="a", title="A", authors=by("Ada Bee")),
                Paper(id="b", title="B", licence="https://b.example/terms"),
            ),
        ),
    ),
)
FILES = exported(replace(SERIES, exports="all"), base_url=BASE)
PAGES = rendered(SERIES, base_url=BASE)


def test_an_edition_names_its_editors_and_licence() -> None:
    html = PAGES["2022/"]
    assert shown(html, ".facts dt") == ["Proceedings", "Editors", "Licence"]
    assert shown(html, ".facts .inline-list li") == ["Ada Bee (X & Y)", "María de la Cruz", "New Name"]
    assert links(html, ".facts a") == {
        "Ada Bee": "../authors/ada-bee/",
        "María de la Cruz": "https://m.example/",
        "New Name": "../authors/new/",
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_a_paper_has_the_licence_of_its_edition_unless_its_own() -> None:
    assert links(PAGES["2022/papers/a/"], "a[rel=license]") == {
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"
    }
    assert links(PAGES["2022/papers/b/"], "a[rel=license]") == {"b.example/terms": "https://b.example/terms"}


def test_bibtex_has_editors_and_copyright() -> None:
    entries = parse_string(FILES["2022/papers.bib"]).entries
    assert [(entry["editor"], entry["copyright"]) for entry in entries] == [
        ("Bee, Ada and de la Cruz, María and Name, New", "CC-BY-4.0"),
        ("Bee, Ada and de la Cruz, María and Name, New", "https://b.example/terms"),
    ]


def test_ris_has_editors_and_says_the_licence_in_a_note() -> None:
    lines = FILES["2022/papers/a/a.ris"].split("\r\n")
    assert [line for line in lines if line[:2] in ("A2", "N1")] == [
        "A2  - Bee, Ada",
        "A2  - de la Cruz, María",
        "A2  - Name, New",
        "N1  - Licence: CC BY 4.0.",
    ]


def test_csl_has_editors_and_says_the_licence_in_a_note() -> None:
    (item,) = json.loads(FILES["2022/papers/a/a.csl.json"])
    assert (item["editor"], item["note"]) == (
        [
            {"family": "Bee", "given": "Ada"},
            {"family": "de la Cruz", "given": "María"},
            {"family": "Name", "given": "New"},
        ],
        "Licence: CC BY 4.0.",
    )


def test_linked_data_of_a_paper_has_its_licence_and_the_editors_of_its_volume() -> None:
    found = LexborHTMLParser(PAGES["2022/papers/a/"]).css_first("script[type='application/ld+json']")
    assert found
    paper = json.loads(found.text())["@graph"][0]
    assert paper["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert paper["isPartOf"]["editor"][0] == {
        "@type": "Person",
        "@id": "https://x.example/authors/ada-bee/",
        "url": "https://x.example/authors/ada-bee/",
        "name": "Ada Bee",
        "affiliation": {"@type": "Organization", "name": "X & Y"},
    }
    assert [each["name"] for each in paper["isPartOf"]["editor"]] == [
        "Ada Bee",
        "María de la Cruz",
        "New Name",
    ]


def test_an_editor_who_is_nobody_known_is_a_located_problem() -> None:
    problems = ProblemLog()
    conference = Conference(id="2022", title="S", editors=(Editor(name="Ada", author="adda"),))
    gather(
        Series(title="S", authors=(Author(id="ada", name="Ada"),), conferences=(conference,)),
        locate,
        problems,
    )
    assert [str(problem) for problem in problems.all] == [
        "content/2022/conference: error: no person 'adda' [unknown-author]\n    hint: did you mean 'ada'?"
    ]


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("cc-by-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-NC-SA-3.0-DE", "CC BY-NC-SA 3.0 DE", "https://creativecommons.org/licenses/by-nc-sa/3.0/de/"),
        ("MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
        (
            "https://creativecommons.org/licenses/by-nc/4.0/",
            "CC BY-NC 4.0",
            "https://creativecommons.org/licenses/by-nc/4.0/",
        ),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("https://x.example/licence/", "x.example/licence", "https://x.example/licence/"),
    ],
)
def test_a_licence_is_an_id_of_spdx_or_an_address(written: str, name: str, address: str) -> None:
    link = licence_link(read_licence(written))
    assert (link.label, link.url) == (name, address)


@pytest.mark.parametrize("written", ["CC BY 4.0", "CC-BY", "CC-BY-4", "javascript:x", "free to use", "-"])
def test_what_is_no_licence_is_refused_with_a_way_out(written: str) -> None:
    with pytest.raises(ValueError, match="is no licence; write its id of SPDX, as CC-BY-4"):
        read_licence(written)
