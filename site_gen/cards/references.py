"""What is known of a paper as a reference, in whatever format it is then written."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.citation_keys import citation_keys
from site_gen.cards.licences import licence_link
from site_gen.cards.names import PersonName, person_name
from site_gen.conference import Conference, Editor, Paper
from site_gen.conference.identifiers import Doi, Isbn, Issn
from site_gen.conference.page_ranges import PageRange
from site_gen.graph.queries import query
from site_gen.locale import Locale, Words
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.subjects import PaperOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper as others cite it. What is not known is empty; `year`, pages and identifiers are then None.

    Of the names that are missing `lacks_names` tells. `raw_title` is as content has it, `title` is
    without markup. `link` is the publisher's page, `address` that of this site where its base URL is
    known, `licence` an id of SPDX or an address, `language` a tag where it is not the site's. `notes` say
    what is out of the ordinary, in sentences, and `remarks` do in a format that has neither "and others" nor
    a place for a licence.
    """

    key: str
    title: str
    raw_title: str
    names: tuple[PersonName, ...]
    lacks_names: bool
    book: str
    event: str
    place: str
    year: int | None
    in_volume: str
    volume_doi: Doi | None
    volume: str
    pages: PageRange | None
    editors: tuple[PersonName, ...]
    publisher: str
    isbn: Isbn | None
    issn: Issn | None
    doi: Doi | None
    link: str
    address: str
    licence: str
    language: str
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    remarks: str

    @property
    def url(self) -> str:
        """Where to find the paper: its DOI, else the publisher's page, else its page here."""
        return self.doi.url if self.doi else self.link or self.address

    @property
    def first_and_last_page(self) -> tuple[str, str]:
        """The ends of a range of pages; of a single page both are it, of none they are empty."""
        return (self.pages.first, self.pages.last) if self.pages else ("", "")


@query
def plain_abstract(site: Site, edition: str, paper: str) -> str:
    """The abstract of a paper on one line, without markup; empty where there is none."""
    abstract = site.catalogue.editions[edition].papers[paper].abstract
    return markup.plain(abstract) if abstract else ""


@query
def reference(site: Site, edition_id: str, paper_id: str) -> Reference:
    """The reference of a paper."""
    edition, locale = site.catalogue.editions[edition_id], site.locale
    paper = edition.papers[paper_id]
    book = _book(site, edition_id, paper.volume or "")
    title = cards(site).paper(edition_id, paper_id).title
    names = [person_name(site.catalogue.people, each) for each in paper.authors]
    licence = paper.licence or book.licence
    notes = tuple(_notes(locale.words, paper))
    published = links_of(locale, (link for link in paper.links if link.rel == "paper"))
    return Reference(
        key=citation_keys(site)[edition_id, paper_id],
        title="" if title.stand_in else title.plain,
        raw_title=paper.title or "",
        names=tuple(name for name in names if name),
        lacks_names=None in names,
        book=book.title,
        event=book.event,
        place=book.place,
        year=book.year,
        in_volume=book.volume_id,
        volume_doi=book.volume_doi,
        volume=book.volume,
        pages=paper.pages,
        editors=book.editors,
        publisher=book.publisher,
        isbn=book.isbn,
        issn=book.issn,
        doi=paper.doi,
        link=published[0].url if published else "",
        address=site.absolute(site.address(PaperOf(edition_id, paper_id))) or "",
        licence=licence,
        language=paper.language or "",
        keywords=tuple(plain_line(word) for word in paper.keywords),
        notes=notes,
        remarks=_remarks(locale, notes, licence, lacks_names=None in names),
    )


@dataclass(frozen=True, slots=True)
class _Book:
    """The proceedings of an edition, or a volume of them, as all their papers are cited."""

    title: str
    event: str
    place: str
    year: int | None
    volume_id: str
    volume_doi: Doi | None
    volume: str
    editors: tuple[PersonName, ...]
    publisher: str
    isbn: Isbn | None
    issn: Issn | None
    licence: str


@query
def _book(site: Site, edition_id: str, volume_id: str) -> _Book:
    edition = site.catalogue.editions[edition_id]
    conference, volume = edition.conference, edition.volumes.get(volume_id)
    own, known_id = volume or conference, volume.id if volume else ""
    names = (person_name(site.catalogue.people, each) for each in editors_of(site, edition_id, known_id))
    return _Book(
        title=plain_line(volume.title if volume else conference.proceedings or conference.title),
        event=plain_line(conference.title),
        place=plain_line(conference.location or ""),
        year=year_of(conference),
        volume_id=known_id,
        volume_doi=volume.doi if volume else None,
        volume=plain_line((volume and volume.number) or conference.volume or ""),
        editors=tuple(name for name in names if name),
        publisher=plain_line(own.publisher or conference.publisher or ""),
        isbn=own.isbn,
        issn=conference.issn,
        licence=conference.licence or "",
    )


def editors_of(site: Site, edition_id: str, volume: str) -> tuple[Editor, ...]:
    """The editors of a volume; those of the edition where it has none of its own or is none ("")."""
    edition = site.catalogue.editions[edition_id]
    own = edition.volumes[volume].editors if volume else ()
    return own or edition.conference.editors


def year_of(conference: Conference) -> int | None:
    """The year of a conference, which its first day tells too."""
    return conference.year or (conference.first_day.year if conference.first_day else None)


def _remarks(locale: Locale, notes: tuple[str, ...], licence: str, *, lacks_names: bool) -> str:
    lacking = [locale.words.phrases.authors_lacking] if lacks_names else []
    licensed = [locale.words.phrases.licence.format(name=licence_link(licence).label)] if licence else []
    return " ".join([*lacking, *notes, *licensed])


def _notes(words: Words, paper: Paper) -> Iterator[str]:
    if paper.title is None:
        yield words.phrases.no_title
    if paper.status == "withdrawn":
        yield words.phrases.withdrawn
    for text in (paper.note, paper.erratum):
        if text:
            yield plain_line(text)
