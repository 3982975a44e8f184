"""What Google Scholar reads of a paper's page (its inclusion guidelines; Highwire Press's tags).

What is not known has no tag: a missing name, an unknown title, a PDF that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.cards.references import Reference
from site_gen.site import Edition

Tag = tuple[str, str]
"""The name and the content of a meta element."""


def citation_tags(found: Reference, published: date | None, language: str, pdf: str) -> tuple[Tag, ...]:
    """The tags of a paper; `pdf` is its full address, empty where there is none."""
    first, last = found.first_and_last_page
    single = {
        "citation_title": found.title,
        "citation_publication_date": _date(found, published),
        "citation_conference_title": found.book if found.in_volume else found.event,
        "citation_language": language,
        "citation_volume": found.volume,
        "citation_firstpage": first,
        "citation_lastpage": last,
        "citation_doi": str(found.doi or ""),
        "citation_publisher": found.publisher,
        "citation_isbn": str(found.isbn or ""),
        "citation_issn": str(found.issn or ""),
        "citation_abstract_html_url": found.address,
        "citation_pdf_url": pdf,
    }
    return (*_authors(found), *((name, text) for name, text in single.items() if text), *_keywords(found))


def published_on(edition: Edition, paper: str) -> date | None:
    """The day of a paper's first place in the programme, else the first day of the edition."""
    days = (each.session.date for each in edition.appearances.get(paper, ()))
    return next((day for day in days if day), edition.conference.first_day)


def _date(found: Reference, day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else str(found.year or "")


def _authors(found: Reference) -> Iterator[Tag]:
    for name in found.names:
        yield "citation_author", name.whole


def _keywords(found: Reference) -> Iterator[Tag]:
    for word in found.keywords:
        yield "citation_keywords", word
