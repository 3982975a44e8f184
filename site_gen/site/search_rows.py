"""What a search finds: the rows that a view gives of itself."""

from __future__ import annotations

from typing import Protocol

from site_gen.values import dataclass


class SearchName(Protocol):
    """A name as a row shows it, with the route of the person's page; empty where a name is missing."""

    @property
    def name(self) -> str: ...
    @property
    def route(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """Where a row takes place: the route of another row; a start of its own and a board may be empty."""

    route: str
    start: str = ""
    board: str = ""


@dataclass(frozen=True, slots=True)
class SearchDay:
    """A day, as yyyy-mm-dd and as it is shown."""

    day: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A result of the search; `route` may lead to a part of a page. What it does not say is empty.

    `kind` is the id of what it is, by which results are chosen; `label` says more exactly in words. `text` is
    searched but not shown. What has `places` is on their days, in their rooms and tracks.
    """

    kind: str
    route: str
    title: str
    text: str = ""
    names: tuple[SearchName, ...] = ()
    places: tuple[SearchPlace, ...] = ()
    day: SearchDay | None = None
    start: str = ""
    room: str = ""
    track: str = ""
    awards: tuple[str, ...] = ()
    label: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class SearchPerson:
    """Somebody whom the names of rows lead to, by the route; `aliases` are further names."""

    route: str
    name: str
    aliases: tuple[str, ...] = ()
