"""The deposit for Crossref: the papers with a DOI, where everything that its schema demands is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree  # type: ignore[import-untyped]  # the package has no types

from site_gen.model import Authorship, Conference, Paper, Series
from tests.rendering import exported

TREES = Paper(
    id="trees",
    title="Trees & *owls* ]]> <b>",
    authors=(Authorship(name="José Núñez"), Authorship(missing="one"), Authorship(name="Plato")),
    abstract="We grow.",
    pages="1–9",
    doi="10.1000/trees",
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
    issn="1234-5679",
    publisher="Small Press",
    papers=(TREES, Paper(id="no-doi", title="No DOI"), Paper(id="no-title", doi="10.1000/x")),
)
SERIES = Series(
    title="Small",
    base_url="https://x.example/s",
    contact="mailto:chair@x.example",
    conferences=(CONFERENCE,),
)


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
        "conference/conference_paper/doi_data/doi: 10.1000/trees",
        "conference/conference_paper/doi_data/resource: https://x.example/s/2026/papers/trees/",
    ]


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
    alone = replace(CONFERENCE, issn=None, isbn="978-3-16-148410-0")
    found = [line for line in lines(replace(SERIES, conferences=(alone,))) if "/proceedings" in line]
    assert found == [
        "conference/proceedings_metadata/proceedings_title: Proceedings of Small",
        "conference/proceedings_metadata/publisher/publisher_name: Small Press",
        "conference/proceedings_metadata/publication_date/year: 2026",
        "conference/proceedings_metadata/isbn: 978-3-16-148410-0",
    ]
