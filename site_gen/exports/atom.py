"""Atom feeds (RFC 4287): of the series, and of the papers and awards of each edition.

Nothing here knows the clock: an entry is as old as its announcement says, else as the first day of its
edition, else as the first of its programme, else as the beginning of its year. An edition of which not
even the year is known has no feed. Ids are UUIDs made of the series' title and the route, so that they
stay when the site moves; links are relative where its base URL is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from site_gen import markup
from site_gen.markup.characters import clean
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site, link_from
from site_gen.text import fold, squeeze
from site_gen.views.cards import cards
from site_gen.views.times import dates_words
from site_gen.wording import WORDS

_FEEDS = UUID("b3c8d7c2-0f5a-5a8e-9c55-6a1f0e2d7b94")
_MOST_PAPERS_OF_SERIES = 100


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: `name` is what its id is made of, `link` a route or an address elsewhere."""

    name: str
    title: str
    link: str
    updated: date
    authors: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed; `about` is the route of the page that it follows."""

    route: str
    title: str
    about: str
    entries: tuple[_Entry, ...]


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    dated = {each: edition for each, edition in contents.editions.items() if _day_of(edition)}
    if dated:
        yield ("atom", "home"), "feed.xml", contents.locate("series")
    for edition_id, edition in dated.items():
        place = contents.locate("conference", edition_id)
        if edition.papers:
            yield ("atom", "papers", edition_id), f"{edition_id}/papers.xml", place
        if edition.conference.awards:
            yield ("atom", "awards", edition_id), f"{edition_id}/awards.xml", place


def _body(site: Site, key: Key) -> bytes:
    route = site.addresses[key]
    if key[1] == "home":
        entries = sorted(_of_series(site), key=lambda entry: entry.updated, reverse=True)
        return _written(site, _Feed(route, site.catalogue.series.title, "", tuple(entries)))
    edition = site.catalogue.editions[key[2]]
    of_edition = _papers if key[1] == "papers" else _awards
    word = WORDS.papers if key[1] == "papers" else WORDS.awards
    title = f"{edition.conference.title}: {word}"
    return _written(site, _Feed(route, title, site.address(*key[1:]), tuple(of_edition(site, edition))))


def _of_series(site: Site) -> Iterator[_Entry]:
    """Every edition with its announcements, and the papers of the newest one that has any."""
    dated = [edition for edition in site.catalogue.editions.values() if _day_of(edition)]
    for edition in dated:
        yield from _announcements(site, edition)
        yield _edition(site, edition)
    newest = next((edition for edition in dated if edition.papers), None)
    if newest:
        yield from islice(_papers(site, newest), _MOST_PAPERS_OF_SERIES)


def _edition(site: Site, edition: Edition) -> _Entry:
    conference = edition.conference
    route = site.address("edition", conference.id)
    dates = dates_words(conference.first_day, conference.last_day)
    known = [dates, conference.venue, conference.location]
    summary = markup.plain(conference.description or ", ".join(part for part in known if part))
    return _Entry(route, conference.title, route, _dated(edition), summary=summary)


def _announcements(site: Site, edition: Edition) -> Iterator[_Entry]:
    home = site.address("edition", edition.conference.id)
    for news in edition.conference.announcements:
        name = f"{home}#{news.date.isoformat()} {fold(news.title)}"
        link = markup.safe_url(news.link) if news.link else None
        yield _Entry(name, news.title, link or home, news.date, summary=markup.plain(news.text or ""))


def _papers(site: Site, edition: Edition) -> Iterator[_Entry]:
    for paper in edition.papers.values():
        card = cards(site).paper(edition.conference.id, paper.id)
        names = tuple(part.name for part in card.byline if part.name)
        summary = markup.plain(paper.abstract) if paper.abstract else ""
        yield _Entry(card.route, card.title.plain, card.route, _dated(edition), names, summary)


def _awards(site: Site, edition: Edition) -> Iterator[_Entry]:
    page = site.address("awards", edition.conference.id)
    for award in edition.conference.awards:
        for paper in award.papers:
            card = cards(site).paper(edition.conference.id, paper)
            names = tuple(part.name for part in card.byline if part.name)
            title = f"{award.name}: {card.title.plain}"
            yield _Entry(f"{page}#{award.id} {paper}", title, card.route, _dated(edition), names)


def _day_of(edition: Edition) -> date | None:
    conference = edition.conference
    if conference.first_day or edition.days:
        return conference.first_day or edition.days[0]
    return date(conference.year, 1, 1) if conference.year else None


def _dated(edition: Edition) -> date:
    """The day of an edition that has a feed."""
    day = _day_of(edition)
    if day is None:
        raise ValueError(f"nothing tells when {edition.conference.id} was")
    return day


def _written(site: Site, feed: _Feed) -> bytes:
    series = site.catalogue.series
    own = site.absolute(feed.route)
    updated = max((entry.updated for entry in feed.entries), default=date(1970, 1, 1))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(series.language)}>',
        _element("title", feed.title),
        _element("id", _id(site, feed.route)),
        _element("updated", _moment(updated)),
        f"<author>{_element('name', series.title)}</author>",
        _link(_address(site, feed, feed.about)),
        *([_link(own, "self")] if own else []),
        *(line for entry in feed.entries for line in _entry(site, feed, entry)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(site: Site, feed: _Feed, entry: _Entry) -> Iterable[str]:
    yield "<entry>"
    yield _element("title", entry.title)
    yield _element("id", _id(site, entry.name))
    yield _element("updated", _moment(entry.updated))
    yield from (f"<author>{_element('name', name)}</author>" for name in entry.authors)
    yield _link(_address(site, feed, entry.link))
    if entry.summary:
        yield _element("summary", entry.summary)
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(squeeze(clean(text)))}</{name}>"


def _link(address: str, rel: str = "alternate") -> str:
    return f'<link rel="{rel}" href={quoteattr(address)}/>'


def _address(site: Site, feed: _Feed, link: str) -> str:
    """The way from a feed to a route; an address elsewhere is as it is."""
    if link.startswith(("http:", "https:", "mailto:")):
        return link
    return site.absolute(link) or link_from(feed.route, link)


def _id(site: Site, name: str) -> str:
    return uuid5(_FEEDS, f"{fold(site.catalogue.series.title)}\n{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


ATOM = Export(
    name="atom",
    files=_files,
    body=_body,
    title="Atom feeds",
    description="News for feed readers: of the series, and of the papers and awards of each edition.",
    media_type="application/atom+xml",
)
