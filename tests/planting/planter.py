"""A series with a value of its own in every field, made of the dataclasses of the model by reflection.

A field added to the model is planted by itself. What the planter does not know (a new type, an id of
something else, a new switch) raises Unknown, which says what to add here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, time
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from site_gen.conference import (
    Author,
    Authorship,
    Editor,
    Link,
    Member,
    Paper,
    PaperFile,
    Participant,
    ProsePage,
    Series,
    Session,
    Slot,
    Sponsor,
)
from site_gen.conference.identifiers import Doi
from site_gen.conference.scalars import Flag, Id, StaticFile, Written
from tests.planting.scalars import CHOICES, IDENTIFIERS, OTHER_WORDS, SCALARS, Seeds, Shapes, Sown, Unknown

# What an id refers to: the path of the entity whose id it is.
REFERENCES = {
    "series.authors.not_same_as": "other author",
    "edition.editors.author": "series.authors",
    "edition.volumes.editors.author": "series.authors",
    "edition.committees.members.author": "series.authors",
    "edition.papers.authors.author": "series.authors",
    "edition.papers.volume": "edition.volumes",
    "edition.sessions.track": "edition.tracks",
    "edition.sessions.part_of": "other session",
    "edition.sessions.people.author": "series.authors",
    "edition.sessions.slots.paper": "edition.papers",
    "edition.sessions.slots.people.author": "series.authors",
    "edition.pages.part_of": "other page",
    "series.pages.part_of": "other page",
    "edition.awards.papers": "edition.papers",
    "edition.changes.session": "edition.sessions",
    "edition.changes.paper": "edition.papers",
    "series.theme.name": "theme",
    "files.edition": "edition",
    "files.paper": "edition.papers",
}

# How a switch is set, so that what it switches is there.
SWITCHES = {
    "series.authors.former_names.hidden": False,
    "series.theme.fonts.italic": False,
    "series.related_papers": True,
    "series.figures": True,
    "series.cards": False,
    "edition.changes.draft": False,
    "edition.papers.draft": False,
    "edition.sessions.draft": False,
    "edition.awards.draft": False,
    "edition.pages.draft": False,
    "series.pages.draft": False,
}

# Fields that stand in for others: an item of its own has each of them, with the fields that it needs and
# nothing else; the first item has all but these.
ALONE: Mapping[tuple[type, str], tuple[str, ...]] = {
    (Authorship, "missing"): (),
    (Authorship, "author"): ("name",),
    (Participant, "author"): (),
    (Member, "author"): (),
    (Editor, "author"): (),
    (Link, "rel"): (),
    (Slot, "paper"): ("start",),
    (Sponsor, "alt"): ("logo",),
}


def _contact(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"mailto:{word}@example.org", ((word,),)


def _route(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"{word}/", ((word,),)


def _day_of_2032(month: int, day: int) -> Callable[[Seeds], Sown]:
    """A day after all others, which are none of these: what ends on another day ends later."""
    chosen = date(2032, month, day)
    return lambda _: (chosen, ((chosen.isoformat(),), (f"{chosen:%Y%m%d}",), (f"{day} {chosen:%B %Y}",)))


def _day_change(seeds: Seeds) -> Sown:
    """A time of the night, before everything that is on by day."""
    clock = time(4, seeds.number() % 60)
    return clock, ((f"{clock:%H:%M}",),)


def _uuid(seeds: Seeds) -> Sown:
    """An id of another system that schedules can give out again."""
    guid = str(UUID(int=700_000 + seeds.number()))
    return guid, ((guid,),)


# Fields that take less than their type says.
PARTICULAR: Mapping[str, Callable[[Seeds], Sown]] = {
    "series.contact": _contact,
    "series.words": lambda _: ({}, ()),
    "series.redirects.old": _route,
    "series.redirects.new": _route,
    "edition.day_change": _day_change,
    "edition.rooms.guid": _uuid,
    "edition.sessions.people.guid": _uuid,
    "edition.sessions.slots.people.guid": _uuid,
    "edition.sessions.end_date": _day_of_2032(2, 28),
    "edition.sessions.slots.date": _day_of_2032(1, 28),
    "edition.sessions.slots.end_date": _day_of_2032(2, 29),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A value in a field; `path` leads there from the series ("edition.papers.title")."""

    path: str
    shapes: Shapes


class Planter:
    """Plants entities. Classes of `swaps` stand in for those of the model.

    `planted` is every value so far, `classes` those that were made, `static_files` the files that they name.
    """

    def __init__(self, swaps: Mapping[type, type] | None = None) -> None:
        """Nothing is planted yet."""
        self.planted: list[Planted] = []
        self.classes: set[type] = set()
        self.static_files: list[str] = []
        self._swaps = swaps or {}
        self._seeds = Seeds()
        self._ids: dict[str, str] = {}
        self._family = ""
        self._choices: set[str] = set()

    def series(self) -> Series:
        """A series with everything, and the few things beside that its references need."""
        made: Series = self._made(Series, "series", {})
        [conference] = made.conferences
        [room], [session] = conference.rooms, conference.sessions
        author, whole = self.id_of("other author"), self.id_of("other session")
        other_session = Session(
            id=whole, title=whole.title(), date=session.date, start=time(20), room=room.name
        )
        paper = self.id_of("other paper")  # one that is in no volume: it is cited as the edition's
        doi = f"10.1000/{paper}"
        papers = (*conference.papers, Paper(id=paper, title=paper.title(), doi=Doi.read(doi)))
        page = ProsePage(id=self.id_of("other page"), title=self.id_of("other page").title())
        pages = (*conference.pages, page)
        conference = replace(conference, papers=papers, sessions=(session, other_session), pages=pages)
        other_author = Author(id=author, name=author.title())
        authors, pages = (*made.authors, other_author), (*made.pages, page)
        return replace(made, authors=authors, conferences=(conference,), pages=pages)

    def paper_file(self) -> PaperFile:
        """A file of the planted paper."""
        made: PaperFile = self._made(PaperFile, "files", {})
        return made

    def id_of(self, path: str) -> str:
        """The id of what is planted at a path, made when first asked for."""
        if path not in self._ids:
            self._ids[path] = self._seeds.word().lower()
        return self._ids[path]

    def _made(self, cls: type, path: str, only: Mapping[str, bool]) -> Any:
        """An entity with `only` these fields, each noted or not; with all of them where none is named."""
        self.classes.add(cls)
        cls = self._swaps.get(cls, cls)
        hints = get_type_hints(cls, include_extras=True)
        wanted = only or {each.name: True for each in fields(cls)}
        values = {name: self._field(cls, name, hints[name], path, is_noted=wanted[name]) for name in wanted}
        return cls(**values)

    def _items(self, cls: Any, path: str) -> tuple[Any, ...]:
        """An item with everything, and one for each field that stands in for others."""
        if not is_dataclass(cls) or cls in IDENTIFIERS:
            return (self._value(cls, path),)
        assert isinstance(cls, type)
        alone = {name: along for (of, name), along in ALONE.items() if of is cls}
        needed = [each.name for each in fields(cls) if each.default is each.default_factory is MISSING]
        names = [each.name for each in fields(self._swaps.get(cls, cls))]
        full = {name: name not in alone for name in names if name not in alone or name in needed}
        others = (
            dict.fromkeys([*needed, *along, name], False) | {name: True} for name, along in alone.items()
        )
        return tuple(self._made(cls, path, only) for only in (full, *others))

    def _field(self, cls: type, name: str, hint: Any, path: str, *, is_noted: bool) -> Any:
        own = "edition" if f"{path}.{name}" == "series.conferences" else f"{path}.{name}"
        before = len(self.planted)
        default = next(each.default for each in fields(cls) if each.name == name)
        value = self._named(cls, name, own) or self._value(hint, own, default)
        if not is_noted:
            del self.planted[before:]
        return value

    def _named(self, cls: type, name: str, path: str) -> str:
        """What several fields of an entity agree on: its id, a name and the family name in it; else empty."""
        if name == "id":
            return self._note(path, self.id_of(path.removesuffix(".id")))
        if not {"name", "family"} <= get_type_hints(cls).keys():
            return ""
        if name == "name":
            self._family = f"{self._seeds.word()} {self._seeds.word()}"
            return self._note(path, f"{self._seeds.word()} {self._family}")
        return self._note(path, self._family) if name == "family" else ""

    def _note(self, path: str, text: str) -> str:
        self.planted.append(Planted(path, (tuple(text.split()),)))
        return text

    def _value(self, hint: Any, path: str, default: object = None) -> Any:
        """A value of a type, noted, and not the default; raises Unknown for a type without any."""
        args = get_args(hint)
        if get_origin(hint) in (UnionType, Union):
            [hint] = [each for each in args if each is not NoneType]
            return self._value(hint, path, default)
        if get_origin(hint) is tuple:
            return self._items(args[0], path)
        if get_origin(hint) is Literal:
            return self._choice(args, path, default)
        if is_dataclass(hint) and hint not in IDENTIFIERS:
            assert isinstance(hint, type)
            return self._made(hint, path, {})
        if hint == Flag:
            return self._switch(path)
        return self._reference(path) if hint == Id else self._sown(hint, path)

    def _choice(self, choices: tuple[str, ...], path: str, default: object) -> str:
        """A choice in the words that show it, which are those of no other field."""
        if choices not in CHOICES:
            raise Unknown(f"{path} is one of {choices}: say in CHOICES which words show them")
        words = CHOICES[choices]
        chosen = next(
            each for each in choices if each != default and words.get(each, each) not in ("", *self._choices)
        )
        shown = (words.get(chosen, chosen), *OTHER_WORDS.get(chosen, ()))
        self._choices.update(shown)
        self.planted.append(Planted(path, tuple((each,) for each in (chosen, *shown)) if words else ()))
        return chosen

    def _switch(self, path: str) -> bool:
        if path not in SWITCHES:
            raise Unknown(f"{path} is a switch: say in SWITCHES how it is set")
        self.planted.append(Planted(path, ()))
        return SWITCHES[path]

    def _reference(self, path: str) -> str:
        if path not in REFERENCES:
            raise Unknown(f"{path} is an id: say in REFERENCES what it refers to")
        return self._note(path, self.id_of(REFERENCES[path]))

    def _sown(self, hint: Any, path: str) -> object:
        """A value of a scalar, by what reads it from a content file."""
        readers = [each.read for each in getattr(hint, "__metadata__", ()) if isinstance(each, Written)]
        sow = PARTICULAR.get(path) or (SCALARS.get(readers[0]) if readers else IDENTIFIERS.get(hint))
        if sow is None:
            raise Unknown(f"{path} is of a new type: say in SCALARS or IDENTIFIERS what its values are")
        value, shapes = sow(self._seeds)
        self.planted.append(Planted(path, shapes))
        if hint == StaticFile:
            self.static_files.append(str(value))
        return value
