"""The home of an edition: when and where, its days, invited talks, awards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.model import Award, Conference
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, PageKind, Site
from site_gen.text import counted
from site_gen.views.cards import cards, links_of
from site_gen.views.frame import Head, head
from site_gen.views.parts import Html, Named, OutLink, PaperCard, SessionCard
from site_gen.views.times import Moment, dates_words, day_moment
from site_gen.wording import WORDS


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing that is known of the edition: its volume, its ISSN."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something there are: "36", "papers"."""

    number: int
    noun: str
    route: str


@dataclass(frozen=True, slots=True)
class DayLink:
    """A day of the programme with what it holds, in words."""

    day: Moment
    route: str
    contents: str


@dataclass(frozen=True, slots=True)
class AwardPapers:
    """An award with its papers."""

    name: str
    papers: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """The home of an edition. `days` and `awards` may be empty; `website` is None if not known."""

    head: Head
    title: str
    dates: str
    place: str
    description: Html | None
    figures: tuple[Figure, ...]
    days: tuple[DayLink, ...]
    invited: tuple[SessionCard, ...]
    awards: tuple[AwardPapers, ...]
    rooms: tuple[Named, ...]
    tracks: tuple[Named, ...]
    facts: tuple[Fact, ...]
    links: tuple[OutLink, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition in contents.editions:
        yield ("edition", edition), f"{edition}/", contents.locate("conference", edition)


def _view(site: Site, key: Key) -> EditionView:
    edition_id = key[1]
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    return EditionView(
        head=head(site, key, conference.title, edition_id, description=_description(conference)),
        title=conference.title,
        dates=dates_words(conference.first_day, conference.last_day),
        place=_place(conference),
        description=markup.abstract(conference.description) if conference.description else None,
        figures=_figures(site, edition),
        days=_days(site, edition),
        invited=tuple(
            cards(site).session(edition_id, session.id)
            for session in edition.sessions.values()
            if session.kind == "invited-talk"
        ),
        awards=tuple(_award(site, edition_id, award) for award in conference.awards),
        rooms=tuple(
            Named(room.name, site.address("room", edition_id, room.id)) for room in edition.rooms.values()
        ),
        tracks=tuple(
            Named(track.name, site.address("track", edition_id, track.id))
            for track in edition.tracks.values()
        ),
        facts=_facts(conference),
        links=links_of(conference.links),
    )


def _place(conference: Conference) -> str:
    return ", ".join(part for part in (conference.venue, conference.location) if part)


def _description(conference: Conference) -> str:
    dates = dates_words(conference.first_day, conference.last_day)
    known = ". ".join(part for part in (conference.title, dates, _place(conference)) if part)
    return conference.description or known + "."


def _figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    found = {
        "papers": (len(edition.papers), "paper"),
        "schedule": (len(edition.sessions), "session"),
        "awards": (len(edition.conference.awards), "award"),
    }
    return tuple(
        Figure(number, counted(number, noun).partition(" ")[2], site.address(kind, edition.conference.id))
        for kind, (number, noun) in found.items()
        if number
    )


def _days(site: Site, edition: Edition) -> tuple[DayLink, ...]:
    return tuple(
        DayLink(
            day_moment(day),
            site.address("day", edition.conference.id, day.isoformat()),
            counted(len(edition.on_day[day]), "session"),
        )
        for day in edition.days
    )


def _award(site: Site, edition: str, award: Award) -> AwardPapers:
    return AwardPapers(award.name, tuple(cards(site).paper(edition, paper) for paper in award.papers))


def _facts(conference: Conference) -> tuple[Fact, ...]:
    known = {
        WORDS.proceedings: conference.proceedings,
        WORDS.volume: conference.volume,
        WORDS.publisher: conference.publisher,
        WORDS.issn: conference.issn,
        WORDS.isbn: conference.isbn,
    }
    return tuple(Fact(label, text) for label, text in known.items() if text)


EDITION = PageKind("edition", "edition.html", _pages, _view)
