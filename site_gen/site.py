"""The site before any rendering: every page and export with its route, and the look-ups they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TypeVar
from urllib.parse import urlsplit

from site_gen.model import (
    Award,
    Change,
    Conference,
    Paper,
    PaperFile,
    Room,
    Series,
    Session,
    Slot,
    Track,
)
from site_gen.people import People
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import slug, sort_key

T = TypeVar("T")

Key = tuple[str, ...]
"""What a page or export is of: its kind, then the edition's id and the entity's, where it has them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `route` is its path inside the site ("2022/papers/x/", "404.html", "" for home)."""

    kind: PageKind
    key: Key
    route: str
    source: Place

    @property
    def file(self) -> str:
        """The file that is served at the route."""
        return self.route if self.route.endswith(".html") else self.route + "index.html"


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: which pages there are, and what the template of one shows.

    `pages` names each page as (key, route, source); `view` makes the frozen value that `template`
    marks up, of nothing but the site's facts.
    """

    name: str
    template: str
    pages: Callable[[Catalogue], Iterable[tuple[Key, str, Place]]]
    view: Callable[[Site, Key], object]


@dataclass(frozen=True, slots=True)
class Export:
    """A machine-readable file: `files` names each as (key, route, source), `body` makes its bytes.

    The key of a file begins with `name`; where the file lies beside a page, that page's key follows.
    `title`, `description` and `media_type` are what a list of all exports says of it.
    """

    name: str
    files: Callable[[Catalogue], Iterable[tuple[Key, str, Place]]]
    body: Callable[[Site, Key], bytes]
    title: str = ""
    description: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export."""

    export: Export
    key: Key
    route: str
    source: Place


@dataclass(frozen=True, slots=True)
class Appearance:
    """A slot in which a paper appears; `position` counts from 1."""

    session: Session
    slot: Slot
    position: int


@dataclass(frozen=True, slots=True)
class Edition:
    """A conference with the look-ups that pages and exports need.

    `papers` are ordered by title, those without one last. `days` are those of the programme.
    `changes` are those that are approved, as in the content file.
    `sessions` is ordered by day and start; a session without a start follows the one before it in
    the content file. `on_day[None]` are sessions without a date.
    """

    conference: Conference
    papers: Mapping[str, Paper]
    sessions: Mapping[str, Session]
    days: tuple[date, ...]
    on_day: Mapping[date | None, tuple[Session, ...]]
    appearances: Mapping[str, tuple[Appearance, ...]]
    awards: Mapping[str, tuple[Award, ...]]
    parts: Mapping[str, tuple[Session, ...]]
    rooms: Mapping[str, Room]
    tracks: Mapping[str, Track]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The series with its people and, newest first, its editions; `locate` tells the file of an entity."""

    series: Series
    people: People
    editions: Mapping[str, Edition]
    locate: Locate


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """All that will be published; compared by identity, so that what is made of it can be cached.

    `addresses` tells the route of every page and export by its key, `static` the published path of
    every static file by its name. `base_url` ends in "/"; it is None where nobody said where the
    site will live.
    """

    catalogue: Catalogue
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    addresses: Mapping[Key, str]
    base_url: str | None = None
    static: Mapping[str, str] = field(default_factory=dict)
    paper_files: tuple[PaperFile, ...] = ()

    def address(self, *key: str) -> str:
        """The route of a page or export that exists; raises KeyError for one that does not."""
        return self.addresses[key]

    def absolute(self, route: str) -> str | None:
        """The full address of a route; None where the base URL is not known."""
        return None if self.base_url is None else self.base_url + route

    @property
    def base_path(self) -> str:
        """The path of the base URL, "/" where it is not known."""
        return urlsplit(self.base_url or "/").path or "/"


def file_route(file: PaperFile) -> str:
    """Where a file of a paper is published: beside its page, under its own name."""
    return f"{file.edition}/papers/{file.paper}/{file.name}"


def link_from(here: str, route: str) -> str:
    """The relative link from the page at one route to another route, right under any sub-path."""
    return "../" * here.count("/") + route or "./"


SERIES_NAMES = frozenset(["authors", "awards", "search", "my", "data", "assets", "report"])
EDITION_NAMES = frozenset(
    ["schedule", "sessions", "papers", "awards", "rooms", "tracks", "changes", "committees"]
)


def catalogue(series: Series, people: People, locate: Locate) -> Catalogue:
    """Make the look-ups of a series."""
    conferences = sorted(series.conferences, key=lambda each: (each.year or 0, each.id), reverse=True)
    return Catalogue(series, people, {each.id: _edition(each) for each in conferences}, locate)


def plan(
    contents: Catalogue,
    page_kinds: Sequence[PageKind],
    exports: Sequence[Export],
    problems: ProblemLog,
    base_url: str | None = None,
    static: Mapping[str, str] | None = None,
    paper_files: Iterable[PaperFile] = (),
) -> Site:
    """Name every page and export of a site; nothing is rendered yet.

    `base_url` stands in for that of the series, everywhere.
    """
    if base_url:
        contents = replace(contents, series=replace(contents.series, base_url=base_url))
    _refuse_reserved_names(contents, problems)
    pages = tuple(Page(kind, *named) for kind in page_kinds for named in kind.pages(contents))
    files = tuple(File(export, *named) for export in exports for named in export.files(contents))
    addresses = {page.key: page.route for page in pages} | {file.key: file.route for file in files}
    base = contents.series.base_url
    return Site(
        catalogue=contents,
        pages=pages,
        files=files,
        addresses=addresses,
        base_url=base.rstrip("/") + "/" if base else None,
        static=static or {},
        paper_files=tuple(paper_files),
    )


def _refuse_reserved_names(contents: Catalogue, problems: ProblemLog) -> None:
    hint = "choose another id: this name is an address of its own"
    for page in contents.series.pages:
        if page.id in SERIES_NAMES or page.id in contents.editions:
            problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                           contents.locate("pages", "", page.id), hint)  # fmt: skip
    for edition_id, edition in contents.editions.items():
        if edition_id in SERIES_NAMES:
            problems.error("reserved-name", f"an edition cannot be named '{edition_id}'",
                           contents.locate("conference", edition_id), hint)  # fmt: skip
        for page in edition.conference.pages:
            if page.id in EDITION_NAMES:
                problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                               contents.locate("pages", edition_id, page.id), hint)  # fmt: skip


def _edition(conference: Conference) -> Edition:
    papers = sorted(
        conference.papers, key=lambda paper: (paper.title is None, sort_key(paper.title or paper.id))
    )
    on_day = _by_day(conference.sessions)
    ordered = [session for day in sorted(on_day, key=_day_order) for session in on_day[day]]
    return Edition(
        conference=conference,
        papers={paper.id: paper for paper in papers},
        sessions={session.id: session for session in ordered},
        days=tuple(sorted(day for day in on_day if day)),
        on_day=on_day,
        appearances=_appearances(ordered),
        awards=_grouped((paper, award) for award in conference.awards for paper in award.papers),
        parts=_grouped((session.part_of, session) for session in ordered if session.part_of),
        rooms=_rooms(conference),
        tracks={track.id: track for track in conference.tracks},
        changes=tuple(change for change in conference.changes if not change.draft),
    )


def _by_day(sessions: Sequence[Session]) -> dict[date | None, tuple[Session, ...]]:
    days: dict[date | None, list[tuple[time, Session]]] = defaultdict(list)
    for session in sessions:
        before = days[session.date][-1][0] if days[session.date] else time.min
        start = session.start.replace(tzinfo=None) if session.start else before
        days[session.date].append((start, session))
    return {
        day: tuple(session for _, session in sorted(timed, key=lambda pair: pair[0]))
        for day, timed in days.items()
    }


def _day_order(day: date | None) -> date:
    return day or date.max


def _appearances(sessions: Sequence[Session]) -> dict[str, tuple[Appearance, ...]]:
    return _grouped(
        (slot.paper, Appearance(session, slot, position))
        for session in sessions
        for position, slot in enumerate(session.slots, start=1)
        if slot.paper
    )


def _rooms(conference: Conference) -> dict[str, Room]:
    """The rooms by name: those of the conference file, then those that only sessions name."""
    rooms = {room.name: room for room in conference.rooms}
    for session in conference.sessions:
        for name in (session.room, *(slot.room for slot in session.slots)):
            if name and name not in rooms and slug(name):
                rooms[name] = Room(id=slug(name), name=name)
    return rooms


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
