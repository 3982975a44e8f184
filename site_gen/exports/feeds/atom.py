"""Atom feeds (RFC 4287): of the series, and of the papers and awards of each edition.

Nothing here knows the clock: an entry is as old as its announcement says, else as the first day of its
edition, else as the first of its programme, else as the beginning of its year. An edition of which not
even the year is known has no feed. A day that may not have come yet – this version was written before it,
and nothing was announced or changed since – is that of this version. A correction is as new as it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from site_gen import WRITTEN, markup
from site_gen.cards.cards import cards
from site_gen.cards.news import anchor_of
from site_gen.cards.references import plain_abstract
from site_gen.cards.targets import destination
from site_gen.conference import Paper
from site_gen.exports.feeds.feeds import Entry, Feed, WrittenEntry, written, written_entry
from site_gen.graph.queries import stored
from site_gen.site import Edition, Export, Naming, Site, Subject
from site_gen.site.subjects import AwardsOf, EditionOf, PapersOf, SeriesHome
from site_gen.text import fold

_MOST_PAPERS_OF_SERIES = 100


def _files(site: Site) -> Iterator[Naming]:
    dated = {each: edition for each, edition in site.catalogue.editions.items() if _day_of(edition)}
    if dated:
        yield SeriesHome(), "feed.xml"
    for edition_id, edition in dated.items():
        if edition.papers:
            yield PapersOf(edition_id), f"{edition_id}/papers.xml"
        if edition.conference.awards:
            yield AwardsOf(edition_id), f"{edition_id}/awards.xml"


def _body(site: Site, subject: Subject) -> bytes:
    route = site.file_address(ATOM, subject)
    if isinstance(subject, SeriesHome):
        entries = sorted(_of_series(site, route), key=lambda entry: entry.updated, reverse=True)
        return written(site, Feed(route, site.catalogue.series.title, "", entries))
    edition = site.catalogue.editions[subject.edition]
    is_of_papers = isinstance(subject, PapersOf)
    of_edition = _papers if is_of_papers else _awards
    word = site.locale.words.papers if is_of_papers else site.locale.words.awards
    title = f"{edition.conference.title}: {word}"
    return written(site, Feed(route, title, site.address(subject), [*of_edition(site, route, edition)]))


def _of_series(site: Site, route: str) -> Iterator[WrittenEntry]:
    """Every edition with its announcements, and the papers of the newest one that has any."""
    dated = [edition for edition in site.catalogue.editions.values() if _day_of(edition)]
    for edition in dated:
        for entry in (*_announcements(site, edition), _edition(site, edition)):
            yield written_entry(site, route, entry)
    newest = next((edition for edition in dated if edition.papers), None)
    if newest:
        yield from islice(_papers(site, route, newest), _MOST_PAPERS_OF_SERIES)


def _edition(site: Site, edition: Edition) -> Entry:
    conference = edition.conference
    route = site.address(EditionOf(conference.id))
    dates = site.locale.span(conference.first_day, conference.last_day)
    known = [dates, conference.venue, conference.location]
    summary = markup.plain(conference.description or ", ".join(part for part in known if part))
    return Entry(route, conference.title, route, _dated(edition), summary=summary)


def _announcements(site: Site, edition: Edition) -> Iterator[Entry]:
    home = site.address(EditionOf(edition.conference.id))
    for news in edition.conference.announcements:
        name = f"{home}#{news.date.isoformat()} {fold(news.title)}"
        link = destination(site, edition.conference.id, news.link) if news.link else None
        title, summary = markup.plain(news.title), markup.plain(news.text or "")
        yield Entry(name, title, link or f"{home}#{anchor_of(news)}", news.date, summary=summary)


def _papers(site: Site, route: str, edition: Edition) -> Iterator[WrittenEntry]:
    return (_paper(site, route, edition.conference.id, paper) for paper in edition.papers)


@stored
def _paper(site: Site, route: str, edition_id: str, paper_id: str) -> WrittenEntry:
    edition = site.catalogue.editions[edition_id]
    card = cards(site).paper(edition_id, paper_id)
    names = tuple(part.name for part in card.byline if part.name)
    summary = plain_abstract(site, edition_id, paper_id)
    updated = _corrected(edition, edition.papers[paper_id])
    return written_entry(
        site, route, Entry(card.route, card.title.plain, card.route, updated, names, summary)
    )


def _awards(site: Site, route: str, edition: Edition) -> Iterator[WrittenEntry]:
    page = site.address(AwardsOf(edition.conference.id))
    for award in edition.conference.awards:
        for paper in award.papers:
            card = cards(site).paper(edition.conference.id, paper)
            names = tuple(part.name for part in card.byline if part.name)
            title = f"{award.name}: {card.title.plain}"
            updated = _corrected(edition, edition.papers[paper])
            yield written_entry(
                site, route, Entry(f"{page}#{award.id} {paper}", title, card.route, updated, names)
            )


def _day_of(edition: Edition) -> date | None:
    conference = edition.conference
    if conference.first_day or edition.days:
        return conference.first_day or edition.days[0]
    return date(conference.year, 1, 1) if conference.year else None


def _dated(edition: Edition) -> date:
    """The day of an edition that has a feed; one that may not have come is the day of this version."""
    day = _day_of(edition)
    if day is None:
        raise ValueError(f"nothing tells when {edition.conference.id} was")
    announced = (each.date for each in edition.conference.announcements)
    changed = (each.date for each in edition.changes if each.date)
    return day if day <= max([WRITTEN, *announced, *changed]) else WRITTEN


def _corrected(edition: Edition, paper: Paper) -> date:
    """The day of a paper, or that of its last correction, version or change."""
    changes = (each.date for each in edition.changes if each.date and each.paper == paper.id)
    versions = (each.date for each in paper.revisions if each.date)
    own = [paper.corrected] if paper.corrected else []
    return max([_dated(edition), *own, *versions, *changes])


ATOM = Export(
    name="atom",
    files=_files,
    body=_body,
    media_type="application/atom+xml",
    specification="https://www.rfc-editor.org/rfc/rfc4287",
)
