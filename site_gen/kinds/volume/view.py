"""A volume of an edition's proceedings: what it is, who edited it, and its papers by page."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.cards import cards, doi_link
from site_gen.cards.linked_data import elsewhere, node, person_node
from site_gen.cards.organisers import organisers
from site_gen.cards.parts import Labelled, Named, OutLink, PaperCard, Person
from site_gen.cards.references import editors_of
from site_gen.conference import Conference, Volume
from site_gen.locale import Words
from site_gen.locale.sentences import papers_of
from site_gen.site import About, Absolute, Forms, Node, SearchRow, Site
from site_gen.site.subjects import VolumeOf
from site_gen.text.json_text import Json
from site_gen.values import dataclass

_LONG = 200  # papers of a volume that lists them in short


@dataclass(frozen=True, slots=True)
class VolumeView:
    """A volume. `count` says in words how many papers it has; what is not known is empty or None.

    One that `is_long` lists its papers without links of their authors.
    """

    about: About
    edition: Named
    route: str
    title: str
    facts: tuple[Labelled, ...]
    editors: tuple[Person, ...]
    doi: OutLink | None
    front_matter: OutLink | None
    count: str
    papers: tuple[PaperCard, ...]
    is_long: bool
    number: str
    publisher: str


def _view(site: Site, subject: VolumeOf) -> VolumeView:
    edition = site.catalogue.editions[subject.edition]
    volume, papers = edition.volumes[subject.volume], site.papers(subject)
    front_matter = markup.safe_url(volume.front_matter) if volume.front_matter else None
    return VolumeView(
        about=About(volume.title, papers_of(site.locale, len(papers), volume.title)),
        edition=cards(site).edition_name(subject.edition),
        route=site.address(subject),
        title=volume.title,
        facts=_facts(site.locale.words, volume, edition.conference),
        editors=organisers(site, editors_of(site, subject.edition, subject.volume)),
        doi=doi_link(volume.doi) if volume.doi else None,
        front_matter=OutLink("website", site.locale.words.front_matter, front_matter)
        if front_matter
        else None,
        count=site.locale.count("paper", len(papers)),
        papers=tuple(cards(site).paper(*paper) for paper in papers),
        is_long=len(papers) > _LONG,
        number=volume.number or edition.conference.volume or "",
        publisher=volume.publisher or edition.conference.publisher or "",
    )


def _facts(words: Words, volume: Volume, conference: Conference) -> tuple[Labelled, ...]:
    return Labelled.known(
        {
            words.volume: volume.number or conference.volume,
            words.publisher: volume.publisher or conference.publisher,
            words.issn: str(conference.issn or ""),
            words.isbn: str(volume.isbn or ""),
        }
    )


def _linked_data(view: VolumeView, absolute: Absolute) -> Node:
    publisher: Json = {"@type": "Organization", "name": view.publisher} if view.publisher else None
    return node(absolute, "PublicationVolume", view.route) | {
        "name": view.title,
        "volumeNumber": view.number,
        "editor": [person_node(absolute, each) for each in view.editors],
        "publisher": publisher,
        "sameAs": elsewhere(view.doi.url if view.doi else "", ""),
    }


def _search_rows(view: VolumeView) -> Iterator[SearchRow]:
    yield SearchRow("volume", view.route, markup.plain(view.title), names=view.editors)


FORMS = Forms(_view, linked_data=_linked_data, search_rows=_search_rows)
