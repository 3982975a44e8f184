"""What a search can find, in columns: rows of one kind and edition each a group, those with a text first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen import markup
from site_gen.exports.search.words import number, search_words
from site_gen.graph.queries import kept
from site_gen.site import SearchPerson, SearchPlace, SearchRow, Site, Subject
from site_gen.site.search_rows import SearchName
from site_gen.text import slug
from site_gen.text.json_text import Json

_LONGEST_ID, _LONGEST_PERSON_ID = 60, 100


@dataclass(slots=True)
class Table:
    """Values that many entries share, each by its place."""

    values: list[Json] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, name: str, value: Json = None) -> Json:
        """The place of the value of this name, which is the name itself where nothing else is given; None
        for an empty name."""
        if not name:
            return None
        if name not in self._places:
            self._places[name] = len(self.values)
            self.values.append(name if value is None else value)
        return self._places[name]


class Names:
    """The names that entries show, each in a row, in the order in which they come up first."""

    def __init__(self, people: Mapping[str, SearchPerson]) -> None:
        """No name has come up yet; `people` are those with a page, by its route."""
        self._people = people
        self._rows: dict[tuple[str, str | None], int] = {}

    def row(self, shown: SearchName) -> str:
        """The row of a name, counted back from the next new one; empty for a missing name."""
        if not shown.name:
            return ""
        key = (markup.plain(shown.name), shown.route if shown.route in self._people else None)
        if key in self._rows:
            return number(len(self._rows) - self._rows[key])
        self._rows[key] = len(self._rows)
        return number(0)

    def rows(self, shown: Iterable[SearchName]) -> str:
        """The rows of names, in order."""
        return "".join(map(self.row, shown))

    def table(self) -> dict[str, Json]:
        """All rows, and after them the people whom no entry names.

        `ids` tells of each row the id of the person's page ("" where it follows from the name), the
        row of the same person under the name of that page, or null for somebody without one.
        """
        rows = dict(self._rows)
        for route, person in self._people.items():
            rows.setdefault((person.name, route), len(rows))
        aliases = {
            str(rows[person.name, route]): list[Json](person.aliases)
            for route, person in self._people.items()
            if person.aliases
        }
        folders = {_parted(route)[0] for route in self._people}
        prefix = folders.pop() if len(folders) == 1 else ""
        return {
            "prefix": prefix,
            "limit": _LONGEST_PERSON_ID,
            "names": [name for name, _ in rows],
            "ids": [self._page(name, route, prefix, rows) for name, route in rows],
            "aliases": dict(sorted(aliases.items(), key=lambda each: int(each[0]))),
        }

    def _page(
        self, name: str, route: str | None, prefix: str, rows: Mapping[tuple[str, str | None], int]
    ) -> Json:
        if route is None:
            return None
        own = self._people[route].name
        if name != own:
            return rows[own, route]
        return _short(route.removeprefix(prefix).removesuffix("/"), name, _LONGEST_PERSON_ID)


@dataclass(slots=True)
class Group:
    """Rows of one kind and edition, of pages of one kind in one folder."""

    pages: str
    kind: str
    edition: str
    prefix: str
    rows: list[SearchRow] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """All rows of a site in their groups, with what they share."""

    names: Names
    kinds: Mapping[str, tuple[str, str]]
    groups: Sequence[Group]
    synonyms: Mapping[str, str]
    stop_words: str
    editions: Table = field(default_factory=Table)
    days: Table = field(default_factory=Table)
    rooms: Table = field(default_factory=Table)
    tracks: Table = field(default_factory=Table)
    awards: Table = field(default_factory=Table)
    labels: Table = field(default_factory=Table)

    @property
    def words(self) -> Iterator[Sequence[str]]:
        """The words that stand in the text of every row and not in its title, by row in order."""
        return (row.text.split() for group in self.groups for row in group.rows)

    def documents(self) -> list[Json]:
        """The groups as they are written."""
        entries = self._entries()
        return [self._document(group, entries) for group in self.groups]

    def _entries(self) -> dict[str, int]:
        """The number of the entry at each route, of those where others may take place."""
        numbered = enumerate(row for group in self.groups for row in group.rows)
        entries: dict[str, int] = {}
        for entry, row in numbered:
            if not row.places:
                entries.setdefault(row.route, entry)
        return entries

    def _document(self, group: Group, entries: Mapping[str, int]) -> dict[str, Json]:
        """A group; a column that says nothing of any row is left out."""
        rows = [self._columns(row, entries) for row in group.rows]
        columns: dict[str, list[Json]] = {name: [row[name] for row in rows] for name in rows[0]}
        said = {
            name: values for name, values in columns.items() if name == "titles" or any(map(_says, values))
        }
        edition = self.editions.place(group.edition)
        return {"kind": group.kind, "edition": edition, "prefix": group.prefix, "limit": _LONGEST_ID, **said}

    def _columns(self, row: SearchRow, entries: Mapping[str, int]) -> dict[str, Json]:
        return {
            "titles": row.title,
            "ids": _short(_parted(row.route)[1], row.title, _LONGEST_ID),
            "names": self.names.rows(row.names),
            "places": [_place(entries[each.route], each) for each in row.places if each.route in entries],
            "awards": [self.awards.place(award) for award in row.awards],
            "days": self.days.place(row.day.day, [row.day.day, row.day.text]) if row.day else None,
            "starts": row.start,
            "rooms": self.rooms.place(row.room),
            "tracks": self.tracks.place(row.track),
            "labels": self.labels.place(row.label),
            "states": row.state,
        }


def _place(entry: int, place: SearchPlace) -> Json:
    """A place as the entry there, with what follows it as far as that says something."""
    if place.board:
        return [entry, place.start, place.board]
    return [entry, place.start] if place.start else [entry]


def find_all(site: Site) -> Found:
    """Everything that a search of the site can find; the newest edition comes first."""
    groups: dict[tuple[str, str, str, str], Group] = {}
    people: dict[str, SearchPerson] = {}
    for page_kind, edition, row in _rows(site):
        if isinstance(row, SearchPerson):
            people[row.route] = row
        else:
            folder, _ = _parted(row.route)
            key = page_kind, row.kind, edition, folder
            group = groups.setdefault(key, Group(*key))
            group.rows.append(row)
    kinds = _kinds(site, groups.values())
    words = site.locale.words
    found = Found(
        names=Names(people),
        kinds=kinds,
        groups=_in_order(groups.values(), [*kinds], [*site.catalogue.editions]),
        synonyms={
            str(name): words.search.synonyms.get(kind, "") for kind, name in words.session_kinds.items()
        },
        stop_words=words.search.stop_words,
    )
    for own, known in site.catalogue.editions.items():
        found.editions.place(own, [own, known.conference.title])
    return found


def _rows(site: Site) -> Iterator[tuple[str, str, SearchRow | SearchPerson]]:
    """All rows, each with the kind of its page and its edition."""
    searched = {kind.name for kind in site.kinds if kind.forms.search_rows}
    for page in site.pages:
        if page.kind.name in searched:
            for row in _rows_of(site, page.subject):
                yield page.kind.name, page.subject.edition, row


@kept
def _rows_of(site: Site, subject: Subject) -> tuple[SearchRow | SearchPerson, ...]:
    """The rows of a page whose kind has some; the text of each is the words that its title lacks."""
    form = site.kind_of(subject).forms.search_rows
    return tuple(map(_with_words, form(site.view(subject)))) if form else ()


def _with_words(row: SearchRow | SearchPerson) -> SearchRow | SearchPerson:
    if isinstance(row, SearchPerson) or not row.text:
        return row
    return replace(row, text=" ".join(sorted(search_words(row.text) - search_words(row.title))))


def _kinds(site: Site, groups: Iterable[Group]) -> dict[str, tuple[str, str]]:
    """What one and several of each kind are called: by the locale, by the kinds of pages, else by its id."""
    named = dict(site.locale.words.search.kinds)
    of_pages = {own: names for kind in site.kinds for own, names in kind.results(site.locale).items()}
    for group in groups:
        named.setdefault(group.kind, of_pages.get(group.kind, (group.kind, group.kind)))
    return named


def _in_order(groups: Iterable[Group], kinds: Sequence[str], editions: Sequence[str]) -> list[Group]:
    """Groups of what has texts first; by kind, then by edition, those of the series last."""
    groups = list(groups)
    with_texts = {(group.pages, group.kind) for group in groups if any(row.text for row in group.rows)}
    places = {edition: place for place, edition in enumerate(editions)}
    ranks = {kind: rank for rank, kind in enumerate(kinds)}

    def order(group: Group) -> tuple[bool, int, int]:
        lacks_texts = (group.pages, group.kind) not in with_texts
        return lacks_texts, ranks[group.kind], places.get(group.edition, len(places))

    return sorted(groups, key=order)


def _parted(route: str) -> tuple[str, str]:
    """The folder that a page lies in, and its own name there."""
    folder, slash, name = route.removesuffix("/").rpartition("/")
    return folder + slash, name


def _short(own_id: str, title: str, limit: int) -> str:
    """An id, empty where a script finds it by the title."""
    return "" if title.isascii() and slug(title, limit) == own_id else own_id


def _says(value: Json) -> bool:
    return value is not None and value not in ("", [])
