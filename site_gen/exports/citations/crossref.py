"""`<edition>/crossref.xml`: what a publisher deposits at Crossref to register the DOIs of an edition.

Made for an edition with a year, a publisher and a title of its proceedings or of their volumes, and only of
papers with a DOI, where the site's address and the email address of its contact are known: the schema
demands all of them (version 5.5.0, https://www.crossref.org/documentation/schema-library/). A paper without a
title has no place in it. Crossref takes a later deposit by its larger timestamp; here it follows from the
content, so that the publisher sets it when depositing again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_gen.cards.licences import licence_link
from site_gen.cards.names import PersonName
from site_gen.cards.references import Reference, plain_abstract, reference, year_of
from site_gen.conference import Paper
from site_gen.markup.characters import plain_line
from site_gen.site import Catalogue, Edition, Export, Site, Subject
from site_gen.site.naming import of_editions
from site_gen.site.subjects import VolumeOf
from site_gen.writers.links import uri

_SCHEMA = "http://www.crossref.org/schema/5.5.0"
_ACCESS = "http://www.crossref.org/AccessIndicators.xsd"
_JATS = "http://www.ncbi.nlm.nih.gov/JATS1"
_LOCATION = f"{_SCHEMA} https://data.crossref.org/schemas/crossref5.5.0.xsd"
_MAILTO = "mailto:"
_DOI = re.compile(r"10\.[0-9]{4,9}/.{1,200}")
"""What the schema takes; a prefix with a further point is no DOI there."""


def _has_all(contents: Catalogue, edition: Edition) -> bool:
    """Whether everything is known that the schema demands."""
    series = contents.series
    is_reached = bool(series.base_url) and (series.contact or "").startswith(_MAILTO)
    return is_reached and bool(year_of(edition.conference)) and any(_deposited(edition))


def _body(site: Site, subject: Subject) -> bytes:
    edition = site.catalogue.editions[subject.edition]
    root = Element("doi_batch", {
        "version": "5.5.0",
        "xmlns": _SCHEMA,
        "xmlns:ai": _ACCESS,
        "xmlns:jats": _JATS,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": _LOCATION,
    })  # fmt: skip
    _head(root, site, edition, reference(site, subject.edition, next(_deposited(edition))[0]).publisher)
    body = SubElement(root, "body")
    for papers in _deposited(edition):
        conference, book = SubElement(body, "conference"), reference(site, subject.edition, papers[0])
        _people(conference, book.editors, "editor")
        _event(conference, edition)
        _proceedings(conference, site, subject.edition, book)
        for paper in papers:
            abstract = plain_abstract(site, subject.edition, paper)
            _paper(conference, reference(site, subject.edition, paper), abstract)
    indent(root, space=" ")
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _deposited(edition: Edition) -> Iterator[list[str]]:
    """The ids of the papers that are deposited, those of a volume together, what is in none first."""
    known = edition.conference
    for volume in (None, *edition.volumes.values()):
        own = volume.id if volume else None
        papers = [each.id for each in edition.papers.values() if each.volume == own]
        found = [paper for paper in sorted(papers) if _is_deposited(edition.papers[paper])]
        is_titled = volume or known.proceedings
        if found and is_titled and (known.publisher or (volume and volume.publisher)):
            yield found


def _head(root: Element, site: Site, edition: Edition, publisher: str) -> None:
    series, conference = site.catalogue.series, edition.conference
    head = SubElement(root, "head")
    first = conference.first_day or date(year_of(conference) or date.min.year, 1, 1)
    _texts(head, doi_batch_id=f"{conference.id}-papers", timestamp=f"{first:%Y%m%d}000000")
    depositor = SubElement(head, "depositor")
    address = (series.contact or "").removeprefix(_MAILTO).partition("?")[0]
    _texts(depositor, depositor_name=publisher, email_address=address)
    _texts(head, registrant=publisher)


def _event(parent: Element, edition: Edition) -> None:
    conference = edition.conference
    event = SubElement(parent, "event_metadata")
    _texts(
        event,
        conference_name=plain_line(conference.title),
        conference_location=plain_line(conference.place or ""),
    )
    first, last = conference.first_day, conference.last_day or conference.first_day
    if first and last:
        days = {"start": first, "end": last}
        parts = ("day", "month", "year")
        dates = {f"{name}_{part}": str(getattr(day, part)) for name, day in days.items() for part in parts}
        SubElement(event, "conference_date", dates)


def _proceedings(parent: Element, site: Site, edition: str, book: Reference) -> None:
    """The volume. It is one of a series, and only then has a number, where ISSN and title of that are known:
    Crossref refuses an ISSN under another title than its first one."""
    known = site.catalogue.editions[edition]
    series_title = plain_line(known.conference.proceedings or "") if book.issn else ""
    if series_title:
        volume = SubElement(parent, "proceedings_series_metadata")
        series = SubElement(volume, "series_metadata")
        SubElement(SubElement(series, "titles"), "title").text = series_title
        _texts(series, issn=str(book.issn))
    else:
        language = site.catalogue.series.language.partition("-")[0]
        volume = SubElement(parent, "proceedings_metadata", language=language)
    _texts(volume, proceedings_title=book.book, volume=book.volume if series_title else "")
    SubElement(SubElement(volume, "publisher"), "publisher_name").text = book.publisher
    _published(volume, book)
    if book.isbn:
        _texts(volume, isbn=str(book.isbn))
    else:
        SubElement(volume, "noisbn", reason="simple_series")
    of_volume = known.volumes.get(book.in_volume)
    if of_volume and of_volume.doi and _DOI.fullmatch(of_volume.doi.text):
        address = site.absolute(site.address(VolumeOf(edition, of_volume.id))) or ""
        _texts(SubElement(volume, "doi_data"), doi=str(of_volume.doi), resource=uri(address))


def _paper(parent: Element, paper: Reference, abstract: str) -> None:
    element = SubElement(parent, "conference_paper", publication_type="full_text")
    _people(element, paper.names, "author")
    _texts(SubElement(element, "titles"), title=paper.title)
    if abstract:
        SubElement(SubElement(element, "jats:abstract"), "jats:p").text = abstract
    _published(element, paper)
    first, last = paper.first_and_last_page
    if first:
        _texts(SubElement(element, "pages"), first_page=first, last_page=last if last != first else "")
    _licence(element, paper.licence)
    _texts(SubElement(element, "doi_data"), doi=str(paper.doi), resource=uri(paper.address))


def _people(parent: Element, names: Sequence[PersonName], role: str) -> None:
    if not names:
        return
    contributors = SubElement(parent, "contributors")
    for position, name in enumerate(names):
        sequence = "additional" if position else "first"
        sort = "organization" if name.is_body else "person_name"
        element = SubElement(contributors, sort, sequence=sequence, contributor_role=role)
        if name.is_body:
            element.text = name.whole
        else:
            _texts(element, given_name=name.given, surname=name.family or name.whole, suffix=name.suffix)


def _licence(parent: Element, licence: str) -> None:
    """The licence of the version of record, by the address of its text."""
    if licence:
        program = SubElement(parent, "ai:program", name="AccessIndicators")
        SubElement(program, "ai:license_ref", applies_to="vor").text = uri(licence_link(licence).url)


def _published(parent: Element, of: Reference) -> None:
    _texts(SubElement(parent, "publication_date", media_type="online"), year=str(of.year))


def _is_deposited(paper: Paper) -> bool:
    return bool(paper.title and paper.doi and _DOI.fullmatch(paper.doi.text))


def _texts(parent: Element, **texts: str) -> None:
    """An element for each text, in the order given; none for an empty one."""
    for name, text in texts.items():
        if text:
            SubElement(parent, name).text = text


CROSSREF = Export(
    name="crossref",
    files=of_editions("crossref.xml", _has_all),
    body=_body,
    media_type="application/xml",
    is_alternate=False,
    specification="https://www.crossref.org/documentation/schema-library/",
    is_archived=True,
)
