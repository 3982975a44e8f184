"""`index.md`: the Markdown twin of a page, beside it (CommonMark), for assistants and for reading offline.

Texts of others are escaped so that they read back as they are, and long ones are quotations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from site_gen.cards.cards import cards
from site_gen.cards.times import day_moment
from site_gen.exports.data.edition_twins import (
    award_history_text,
    changes_text,
    committees_text,
    news_text,
    prose_text,
    room_text,
    schedule_text,
    track_text,
)
from site_gen.exports.data.twins import (
    Lines,
    author_text,
    authors_text,
    awards_text,
    day_text,
    edition_text,
    home_text,
    paper_text,
    papers_text,
    session_text,
)
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site
from site_gen.writers.markdown import THIRD_PARTY, line

Twin = tuple[str, Lines]
"""A title, and the lines below it."""


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("markdown", "home"), "index.md", contents.locate("series")
    yield ("markdown", "authors"), "authors/index.md", contents.locate("authors")
    for author in contents.people.authors:
        place = contents.locate("authors", "", author)
        yield ("markdown", "author", author), f"authors/{author}/index.md", place
    if any(edition.conference.awards for edition in contents.editions.values()):
        yield ("markdown", "award-history"), "awards/index.md", contents.locate("series")
    for page in contents.series.pages:
        yield ("markdown", "prose", "", page.id), f"{page.id}/index.md", contents.locate("pages", "", page.id)
    for edition_id, edition in contents.editions.items():
        yield from _of_edition(contents, edition_id, edition)


def _of_edition(contents: Catalogue, edition_id: str, edition: Edition) -> Iterator[tuple[Key, str, Place]]:
    place = contents.locate("conference", edition_id)
    yield ("markdown", "edition", edition_id), f"{edition_id}/index.md", place
    for kind in _lists(edition):
        yield ("markdown", kind, edition_id), f"{edition_id}/{kind}/index.md", place
    for day in edition.days:
        key, route = ("markdown", "day", edition_id, day.isoformat()), f"{edition_id}/schedule/{day}/index.md"
        yield key, route, place
    for kind, folder, entity in _entities(edition):
        place = contents.locate(folder, edition_id, entity)
        yield ("markdown", kind, edition_id, entity), f"{edition_id}/{folder}/{entity}/index.md", place
    for page in edition.conference.pages:
        place = contents.locate("pages", edition_id, page.id)
        yield ("markdown", "prose", edition_id, page.id), f"{edition_id}/{page.id}/index.md", place


def _lists(edition: Edition) -> Iterator[str]:
    """The lists of an edition that have a page."""
    yield "papers"
    there = {
        "awards": edition.conference.awards,
        "schedule": edition.sessions,
        "changes": edition.changes,
        "committees": edition.conference.committees,
    }
    yield from (kind for kind, found in there.items() if found)


def _entities(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """What has a page of its own: its kind, the folder of its kind, its id."""
    yield from (("paper", "papers", paper) for paper in edition.papers)
    yield from (("session", "sessions", session) for session in edition.sessions)
    yield from (("room", "rooms", room.id) for room in edition.rooms.values())
    yield from (("track", "tracks", track) for track in edition.tracks)


def _body(site: Site, key: Key) -> bytes:
    up = "../" * site.addresses[key].count("/")
    title, lines = _TWINS[key[1]](site, up, *key[2:])
    return "\n".join([f"# {line(title)}", "", f"_{THIRD_PARTY}_", "", *lines, ""]).encode()


def _home(site: Site, up: str) -> Twin:
    return site.catalogue.series.title, home_text(site, up)


def _author(site: Site, up: str, author: str) -> Twin:
    return site.catalogue.people.authors[author].name, author_text(site, up, author)


def _edition(site: Site, up: str, edition: str) -> Twin:
    title = site.catalogue.editions[edition].conference.title
    return title, [*edition_text(site, up, edition), *news_text(site, edition)]


def _paper(site: Site, up: str, edition: str, paper: str) -> Twin:
    return cards(site).paper(edition, paper).title.plain, paper_text(site, up, edition, paper)


def _session(site: Site, up: str, edition: str, session: str) -> Twin:
    found = site.catalogue.editions[edition].sessions[session]
    return cards(site).session(edition, session).title.plain, session_text(site, up, edition, found)


def _day(site: Site, up: str, edition: str, day: str) -> Twin:
    return day_moment(site.locale, date.fromisoformat(day)).text, day_text(site, up, edition, day)


_TWINS: Mapping[str, Callable[..., Twin]] = {
    "home": _home,
    "authors": lambda site, up: (site.locale.words.authors, authors_text(site, up)),
    "author": _author,
    "award-history": lambda site, up: (site.locale.words.all_awards, award_history_text(site, up)),
    "edition": _edition,
    "papers": lambda site, up, edition: (site.locale.words.papers, papers_text(site, up, edition)),
    "awards": lambda site, up, edition: (site.locale.words.awards, awards_text(site, up, edition)),
    "schedule": lambda site, up, edition: (site.locale.words.schedule, schedule_text(site, up, edition)),
    "changes": lambda site, up, edition: (site.locale.words.changes, changes_text(site, up, edition)),
    "committees": lambda site, up, edition: (
        site.locale.words.committees,
        committees_text(site, up, edition),
    ),
    "day": _day,
    "paper": _paper,
    "session": _session,
    "room": room_text,
    "track": track_text,
    "prose": lambda site, _up, edition, page: prose_text(site, edition, page),
}

MARKDOWN = Export(
    name="markdown",
    files=_files,
    body=_body,
    title="Markdown",
    description="Beside a page its twin in Markdown: add index.md to its address.",
    media_type="text/markdown",
)
