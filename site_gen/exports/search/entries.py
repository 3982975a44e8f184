"""What a search can find, in columns: of one kind and edition each a group, those with a text first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from site_gen import markup
from site_gen.cards.cards import cards, open_aliases
from site_gen.cards.references import plain_abstract
from site_gen.cards.times import day_moment
from site_gen.conference import Member, Participant, ProsePage, Session, Slot
from site_gen.conference.people import People, Printed
from site_gen.exports.search.words import number
from site_gen.locale import Locale
from site_gen.site import Appearance, Edition, Site
from site_gen.site.subjects import AwardsOf, CommitteesOf, ProseOf, RoomOf, SessionOf, TrackOf
from site_gen.text import slug
from site_gen.text.json_text import Json

_LONGEST_ID, _LONGEST_PERSON_ID = 60, 100
_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(slots=True)
class Table:
    """Values that many entries share, each by its place."""

    values: list[Json] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, name: str, value: Json = None) -> int:
        """The place of the value of this name, which is the name itself where nothing else is given."""
        if name not in self._places:
            self._places[name] = len(self.values)
            self.values.append(name if value is None else value)
        return self._places[name]


class Names:
    """The names that entries show, each in a row, in the order in which they come up first."""

    def __init__(self, people: People) -> None:
        """No name has come up yet."""
        self._people = people
        self._rows: dict[tuple[str, str | None], int] = {}

    def row(self, printed: Printed) -> str:
        """The row of a printed name, counted back from the next new one; empty for a missing name."""
        name = self._people.shown_name(printed)
        if name is None:
            return ""
        person = self._people.id_of(printed)
        key = (markup.plain(name), person if person in self._people.authors else None)
        if key in self._rows:
            return number(len(self._rows) - self._rows[key])
        self._rows[key] = len(self._rows)
        return number(0)

    def rows(self, printed: Iterable[Printed]) -> str:
        """The rows of names, in order."""
        return "".join(map(self.row, printed))

    def table(self) -> dict[str, Json]:
        """All rows, and after them the people whom no entry names.

        `ids` tells of each row the id of the person's page ("" where it follows from the name), the
        row of the same person under the name of that page, or null for somebody without one.
        """
        authors = self._people.authors
        rows = dict(self._rows)
        for person, author in authors.items():
            rows.setdefault((author.name, person), len(rows))
        aliases = {
            str(rows[author.name, person]): list[Json](names)
            for person, author in authors.items()
            if (names := open_aliases(self._people, author))
        }
        return {
            "prefix": "authors/",
            "limit": _LONGEST_PERSON_ID,
            "names": [name for name, _ in rows],
            "ids": [self._page(name, person, rows) for name, person in rows],
            "aliases": dict(sorted(aliases.items(), key=lambda each: int(each[0]))),
        }

    def _page(self, name: str, person: str | None, rows: dict[tuple[str, str | None], int]) -> Json:
        if person is None:
            return None
        own = self._people.authors[person].name
        return _short(person, name, _LONGEST_PERSON_ID) if name == own else rows[own, person]


@dataclass(slots=True)
class Group:
    """Entries of one kind and edition; a column that says nothing of any of them is left out."""

    kind: str
    edition: str
    prefix: str = ""
    columns: dict[str, list[Json]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def add(self, route: str, title: str, text: str = "", **columns: Json) -> None:
        """Add an entry; every entry of a group has the same columns."""
        folder, name = _parted(route)
        self.prefix = folder
        columns = {"titles": title, "ids": _short(name, title, _LONGEST_ID), **columns}
        for column, value in columns.items():
            self.columns.setdefault(column, []).append(value)
        self.texts.append(text)

    def document(self, edition: int | None) -> dict[str, Json]:
        """The group as it is written."""
        said = {
            name: values
            for name, values in self.columns.items()
            if name == "titles" or any(map(_says, values))
        }
        return {"kind": self.kind, "edition": edition, "prefix": self.prefix, "limit": _LONGEST_ID, **said}


@dataclass(slots=True)
class Found:
    """All entries of a site, with what they share."""

    names: Names
    editions: Table = field(default_factory=Table)
    days: Table = field(default_factory=Table)
    rooms: Table = field(default_factory=Table)
    tracks: Table = field(default_factory=Table)
    awards: Table = field(default_factory=Table)
    labels: Table = field(default_factory=Table)
    groups: list[Group] = field(default_factory=list)

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """The title and the text of every entry in a group, in order."""
        for group in self.groups:
            for title, text in zip(group.columns.get("titles", ()), group.texts, strict=True):
                yield str(title), text


def find_all(site: Site) -> Found:
    """Everything that a search of the site can find; the newest edition comes first."""
    found = Found(Names(site.catalogue.people))
    editions = site.catalogue.editions
    for edition_id, edition in editions.items():
        title = edition.conference.title
        found.editions.place(edition_id, [edition_id, title])
        found.groups.append(_papers(site, edition_id, found))
    for edition_id, edition in editions.items():
        found.groups += (_sessions(site, edition_id, found), _talks(site, edition_id, found))
        found.groups.append(_prose(site, edition_id, edition.conference.pages))
    found.groups.append(_prose(site, "", site.catalogue.series.pages))
    for edition_id, edition in editions.items():
        found.groups += _lists(site, edition_id, edition, found)
    found.groups = [group for group in found.groups if group.texts]
    return found


def _papers(site: Site, edition_id: str, found: Found) -> Group:
    group, edition = Group("paper", edition_id), site.catalogue.editions[edition_id]
    places = {session: place for place, session in enumerate(edition.sessions)}
    for paper_id, paper in edition.papers.items():
        card = cards(site).paper(edition_id, paper_id)
        group.add(
            card.route,
            card.title.plain,
            " ".join([plain_abstract(site, edition_id, paper_id), *paper.keywords]),
            names=found.names.rows(paper.authors),
            places=[_place(each, places) for each in edition.appearances.get(paper_id, ())],
            awards=[found.awards.place(award.name) for award in edition.awards.get(paper_id, ())],
            states=card.status,
        )
    return group


def _place(appearance: Appearance, places: dict[str, int]) -> Json:
    """Where a paper appears: the place of the session among those of its edition, and a time of its own."""
    start = appearance.slot.start
    session: Json = places[appearance.session.id]
    return [session, f"{start:%H:%M}"] if start else [session]


def _sessions(site: Site, edition_id: str, found: Found) -> Group:
    group, edition = Group("session", edition_id), site.catalogue.editions[edition_id]
    for session in edition.sessions.values():
        card = cards(site).session(edition_id, session.id)
        track = edition.tracks.get(session.track or "")
        group.add(
            card.route,
            card.title.plain,
            markup.plain(f"{session.description or ''} {session.note or ''}"),
            names=found.names.rows(session.people),
            days=_day(site.locale, session, found),
            starts=card.start.text if card.start else "",
            rooms=found.rooms.place(session.room) if session.room else None,
            tracks=found.tracks.place(track.name) if track else None,
            labels=found.labels.place(site.locale.words.session_kinds[session.kind]),
            states=card.status,
        )
    return group


def _day(locale: Locale, session: Session, found: Found) -> Json:
    if session.date is None:
        return None
    return found.days.place(
        session.date.isoformat(), [session.date.isoformat(), day_moment(locale, session.date).text]
    )


def _talks(site: Site, edition_id: str, found: Found) -> Group:
    """The slots that hold something of their own; they are found on the page of their session."""
    group, edition = Group("talk", edition_id), site.catalogue.editions[edition_id]
    for place, session in enumerate(edition.sessions.values()):
        for slot in session.slots:
            if slot.title and slot.title != session.title:
                group.add(
                    site.address(SessionOf(edition_id, session.id)),
                    markup.plain(slot.title),
                    markup.plain(slot.description or ""),
                    names=found.names.rows(_people_of(slot, edition)),
                    places=[[place, f"{slot.start:%H:%M}"] if slot.start else [place]],
                    states=site.locale.words.statuses[slot.status],
                )
    return group


def _people_of(slot: Slot, edition: Edition) -> tuple[Printed, ...]:
    return (*slot.people, *(edition.papers[slot.paper].authors if slot.paper else ()))


def _prose(site: Site, edition_id: str, pages: Iterable[ProsePage]) -> Group:
    group = Group("page", edition_id)
    for page in pages:
        text = markup.plain(_LINK_TARGET.sub("]", page.markdown))
        group.add(site.address(ProseOf(edition_id, page.id)), page.title, text)
    return group


def _lists(site: Site, edition_id: str, edition: Edition, found: Found) -> Iterator[Group]:
    """What has an address in an edition, and no text of its own."""
    awards, committees = Group("award", edition_id), Group("page", edition_id)
    rooms, tracks = Group("room", edition_id), Group("track", edition_id)
    for award in edition.conference.awards:
        route = f"{site.address(AwardsOf(edition_id))}#{award.id}"
        awards.add(route, markup.plain(award.name), awards=[found.awards.place(award.name)])
    members = _members(edition)
    if members:
        route = site.address(CommitteesOf(edition_id))
        committees.add(route, site.locale.words.committees, names=found.names.rows(members))
    for room in edition.rooms.values():
        rooms.add(site.address(RoomOf(edition_id, room.id)), markup.plain(room.name))
    for track in edition.tracks.values():
        route = site.address(TrackOf(edition_id, track.id))
        tracks.add(route, markup.plain(track.name), tracks=found.tracks.place(track.name))
    yield from (awards, committees, rooms, tracks)


def _members(edition: Edition) -> list[Participant | Member]:
    return [member for committee in edition.conference.committees for member in committee.members]


def _parted(route: str) -> tuple[str, str]:
    """The folder that a page lies in, and its own name there."""
    folder, slash, name = route.removesuffix("/").rpartition("/")
    return folder + slash, name


def _short(own_id: str, title: str, limit: int) -> str:
    """An id, empty where a script finds it by the title."""
    return "" if title.isascii() and slug(title, limit) == own_id else own_id


def _says(value: Json) -> bool:
    return value is not None and value not in ("", [])
