"""How what a search can find is written: in columns, each row of a group at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from site_gen import markup
from site_gen.exports.search.found import Found, Group, parted
from site_gen.exports.search.words import number
from site_gen.site import SearchPerson, SearchPlace, SearchRow
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
        folders = {parted(route)[0] for route in self._people}
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


class Entries:
    """All that is found, as it is written, and what its rows share."""

    def __init__(self, found: Found) -> None:
        """Nothing is written yet."""
        self._found = found
        self._names = Names(found.people)
        self._editions, self._days, self._rooms = Table(), Table(), Table()
        self._tracks, self._awards, self._labels = Table(), Table(), Table()
        self._numbers = {
            row.route: entry
            for entry, row in reversed([*enumerate(found.rows)])
            if not row.places  # those where others may take place; the first one at a route
        }

    def document(self) -> dict[str, Json]:
        """The whole."""
        found = self._found
        for own, title in found.editions.items():
            self._editions.place(own, [own, title])
        groups: list[Json] = [self._group(group) for group in found.groups]
        return {
            "kinds": [[kind, *names] for kind, names in found.kinds.items()],
            "editions": self._editions.values,
            "days": self._days.values,
            "rooms": self._rooms.values,
            "tracks": self._tracks.values,
            "awards": self._awards.values,
            "labels": self._labels.values,
            "kind_synonyms": list(found.kind_synonyms.values()),
            "synonyms": [found.synonyms.get(str(label), "") for label in self._labels.values],
            "stops": found.stop_words,
            "groups": groups,
            "people": self._names.table(),
        }

    def _group(self, group: Group) -> dict[str, Json]:
        """A group; a column that says nothing of any row is left out."""
        rows = [self._columns(row) for row in group.rows]
        columns: dict[str, list[Json]] = {name: [row[name] for row in rows] for name in rows[0]}
        shown = {
            name: values for name, values in columns.items() if name == "titles" or any(map(_says, values))
        }
        edition = self._editions.place(group.edition)
        return {"kind": group.kind, "edition": edition, "prefix": group.prefix, "limit": _LONGEST_ID, **shown}

    def _columns(self, row: SearchRow) -> dict[str, Json]:
        return {
            "titles": row.title,
            "ids": _short(parted(row.route)[1], row.title, _LONGEST_ID),
            "names": self._names.rows(row.names),
            "places": [
                _place(self._numbers[each.route], each) for each in row.places if each.route in self._numbers
            ],
            "awards": [self._awards.place(award) for award in row.awards],
            "days": self._days.place(row.day.day, [row.day.day, row.day.text]) if row.day else None,
            "starts": row.start,
            "rooms": self._rooms.place(row.room),
            "tracks": self._tracks.place(row.track),
            "labels": self._labels.place(row.label),
            "states": row.state,
        }


def _place(entry: int, place: SearchPlace) -> Json:
    """A place as the entry there, with what follows it as far as that says something."""
    if place.board:
        return [entry, place.start, place.board]
    return [entry, place.start] if place.start else [entry]


def _short(own_id: str, title: str, limit: int) -> str:
    """An id, empty where a script finds it by the title."""
    return "" if title.isascii() and slug(title, limit) == own_id else own_id


def _says(value: Json) -> bool:
    return value is not None and value not in ("", [])
