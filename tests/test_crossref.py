"""The deposit for Crossref: the papers with a DOI, where everything that its schema demands is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]  # the package has no types

from site_gen.conference import Authorship, Conference, Editor, Paper, Series, Volume
from site_gen.conference.identifiers import Doi, Isbn, Issn
from site_gen.conference.page_ranges import PageRange
from tests.rendering import exported

TREES = Paper(
    id="trees",
    title="Trees & *owls* ]]> <b>",
    authors=(Authorship(name="José Núñez"), Authorship(missing="one"), Authorship(name="Plato")),
    abstract="We grow.",
    pages=PageRange.read("1–9"),
    doi=Doi.read("10.1000/trees"),
)
CONFERENCE = Conference(
    id="2026",
    title="Small 2026",
    year=2026,
    first_day=date(2026, 8, 29),
    last_day=date(2026, 8, 30),
    location="Berlin",
    proceedings="Proceedings of Small",
    volume="4",
    issn=Issn.read("1234-5679"),
    publisher="Small Press",
    editors=(Editor(name="Ada Bee"), Editor(name="Li")),
    licence="CC-BY-4.0",
    papers=(TREES, Paper(id="no-doi", title="No DOI"), Paper(id="no-title", doi=Doi.read("10.1000/x"))),
)
SERIES = Series(
    title="Small",
    base_url="https://x.example/s",
    contact="mailto:chair@x.example",
    conferences=(CONFERENCE,),
)


XSD = "{http://www.w3.org/2001/XMLSchema}"
MATHML = "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd"


@cache
def schema() -> etree.XMLSchema:
    """Crossref's own schema with all that it imports, out of a package that brings its files along.

    Its few assertions, of XSD 1.1, are left out, for libxml2 knows none: they are about the roles of people.
    """
    package = find_spec("commonmeta")
    assert package and package.origin
    files = Path(package.origin).parent / "resources" / "crossref"

    class Local(etree.Resolver):  # type: ignore[misc]  # the package has no types
        def resolve(self, url: str, _id: str, context: object) -> object:
            local = files / "standard-modules/mathml3/mathml3.xsd" if url == MATHML else Path(url)
            return self.resolve_filename(str(local), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    document = etree.parse(files / "crossref5.5.0.xsd", parser)
    for assertion in [*document.iter(f"{XSD}assert")]:
        assertion.getparent().remove(assertion)
    return etree.XMLSchema(document)


def faults(series: Series) -> list[str]:
    """What Crossref's schema finds in the deposit."""
    schema().validate(etree.fromstring(exported(series)["2026/crossref.xml"].encode()))
    return [f"{error.line}: {error.message}" for error in schema().error_log]


def lines(series: Series) -> list[str]:
    """The leaves of the deposit as "path: text"."""
    root = etree.fromstring(exported(series)["2026/crossref.xml"].encode())
    return [f"{path(leaf)}: {leaf.text or dict(leaf.attrib)}" for leaf in root.iter() if not len(leaf)]


def path(element: etree._Element) -> str:
    """The names on the way to an element, below the two outermost."""
    way = [*reversed(list(element.iterancestors())), element]
    return "/".join(etree.QName(each).localname for each in way[2:])


def test_a_deposit_has_what_is_known_of_each_paper_with_a_doi() -> None:
    assert lines(SERIES) == [
        "doi_batch_id: 2026-papers",
        "timestamp: 20260829000000",
        "depositor/depositor_name: Small Press",
        "depositor/email_address: chair@x.example",
        "registrant: Small Press",
        "conference/contributors/person_name/given_name: Ada",
        "conference/contributors/person_name/surname: Bee",
        "conference/contributors/person_name/surname: Li",
        "conference/event_metadata/conference_name: Small 2026",
        "conference/event_metadata/conference_location: Berlin",
        "conference/event_metadata/conference_date: {'start_day': '29', 'start_month': '8', "
        "'start_year': '2026', 'end_day': '30', 'end_month': '8', 'end_year': '2026'}",
        "conference/proceedings_series_metadata/series_metadata/titles/title: Proceedings of Small",
        "conference/proceedings_series_metadata/series_metadata/issn: 1234-5679",
        "conference/proceedings_series_metadata/proceedings_title: Proceedings of Small",
        "conference/proceedings_series_metadata/volume: 4",
        "conference/proceedings_series_metadata/publisher/publisher_name: Small Press",
        "conference/proceedings_series_metadata/publication_date/year: 2026",
        "conference/proceedings_series_metadata/noisbn: {'reason': 'simple_series'}",
        "conference/conference_paper/contributors/person_name/given_name: José",
        "conference/conference_paper/contributors/person_name/surname: Núñez",
        "conference/conference_paper/contributors/person_name/surname: Plato",
        "conference/conference_paper/titles/title: Trees & owls ]]> <b>",
        "conference/conference_paper/abstract/p: We grow.",
        "conference/conference_paper/publication_date/year: 2026",
        "conference/conference_paper/pages/first_page: 1",
        "conference/conference_paper/pages/last_page: 9",
        "conference/conference_paper/program/license_ref: https://creativecommons.org/licenses/by/4.0/",
        "conference/conference_paper/doi_data/doi: 10.1000/trees",
        "conference/conference_paper/doi_data/resource: https://x.example/s/2026/papers/trees/",
    ]


def with_(**changes: Any) -> Series:
    """The series with other facts of its edition."""
    return replace(SERIES, conferences=(replace(CONFERENCE, **changes),))


@pytest.mark.parametrize(
    "series",
    [
        SERIES,
        with_(issn=None, isbn=Isbn.read("978-3-16-148410-0"), volume=None),
        with_(issn=None, first_day=None, last_day=None, location=None, venue=None),
        with_(papers=(Paper(id="bare", title="Bare", doi=Doi.read("10.1000/bare")),)),
        with_(
            papers=(
                replace(TREES, pages=PageRange.read("7"), licence="https://x.example/terms", abstract=None),
            )
        ),
        with_(
            papers=(replace(TREES, authors=(Authorship(name="泽浩 刘"), Authorship(name="A. B. Cee, Jr."))),)
        ),
    ],
)
def test_a_deposit_is_valid_for_crossref(series: Series) -> None:
    assert faults(series) == []


def test_the_schema_finds_what_is_wrong() -> None:
    assert faults(with_(title="S"))[0].endswith("this underruns the allowed minimum length of '3'.")


def test_a_doi_of_a_form_that_the_schema_does_not_know_is_not_deposited() -> None:
    papers = (TREES, Paper(id="parted", title="Parted", doi=Doi.read("10.1000.10/parted")))
    assert lines(with_(papers=papers)) == lines(SERIES)


@pytest.mark.parametrize(
    "series",
    [
        replace(SERIES, contact=None),
        replace(SERIES, contact="https://x.example/contact"),
        replace(SERIES, base_url=None),
        replace(SERIES, conferences=(replace(CONFERENCE, publisher=None),)),
        replace(SERIES, conferences=(replace(CONFERENCE, proceedings=None),)),
        replace(SERIES, conferences=(replace(CONFERENCE, papers=CONFERENCE.papers[1:]),)),
    ],
)
def test_without_what_the_schema_demands_there_is_no_deposit(series: Series) -> None:
    assert "2026/crossref.xml" not in exported(series)


def test_a_volume_without_issn_is_no_series() -> None:
    alone = replace(CONFERENCE, issn=None, isbn=Isbn.read("978-3-16-148410-0"))
    found = [line for line in lines(replace(SERIES, conferences=(alone,))) if "/proceedings" in line]
    assert found == [
        "conference/proceedings_metadata/proceedings_title: Proceedings of Small",
        "conference/proceedings_metadata/publisher/publisher_name: Small Press",
        "conference/proceedings_metadata/publication_date/year: 2026",
        "conference/proceedings_metadata/isbn: 9783161484100",
    ]


def test_volumes_of_one_series_name_it_alike_and_a_series_without_a_title_is_none() -> None:
    """Crossref refuses an ISSN under another title than the one that it was registered with."""
    volumes = (
        Volume(id="long", title="Long Papers", number="1"),
        Volume(id="short", title="Short Papers", number="2"),
    )
    papers = (
        replace(TREES, volume="long"),
        Paper(id="ebb", title="Ebb", doi=Doi.read("10.1000/ebb"), volume="short"),
    )

    def titles(series: Series) -> list[str]:
        assert faults(series) == []
        ends = ("/titles/title", "/issn", "/proceedings_title", "/volume")
        told = [line for line in lines(series) if "/proceedings" in line]
        return [line.removeprefix("conference/") for line in told if line.partition(": ")[0].endswith(ends)]

    series_title = "proceedings_series_metadata/series_metadata/titles/title: Proceedings of Small"
    issn = "proceedings_series_metadata/series_metadata/issn: 1234-5679"
    assert titles(with_(volumes=volumes, papers=papers)) == [
        series_title,
        issn,
        "proceedings_series_metadata/proceedings_title: Long Papers",
        "proceedings_series_metadata/volume: 1",
        series_title,
        issn,
        "proceedings_series_metadata/proceedings_title: Short Papers",
        "proceedings_series_metadata/volume: 2",
    ]
    assert titles(with_(volumes=volumes, papers=papers, proceedings=None)) == [
        "proceedings_metadata/proceedings_title: Long Papers",
        "proceedings_metadata/proceedings_title: Short Papers",
    ]
