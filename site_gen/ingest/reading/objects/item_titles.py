"""Which objects are papers, talks or sessions: those with titles, and something else that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.column_values import LINKS
from site_gen.ingest.reading.columns.columns import Columns, column_name, columns_of, may_be_of
from site_gen.ingest.reading.objects.item_mentions import PAPERS, named_papers
from site_gen.ingest.reading.objects.item_texts import cell_text
from site_gen.ingest.reading.objects.placed_items import FIRST, Item
from site_gen.ingest.reading.people.byline_layouts import looks_named

ALL_FIELDS: Mapping[str, tuple[str, ...]] = {**FIELDS, **PROGRAMME_FIELDS}
TITLES = ("title", "session", "talk")
_TIMES = ("start", "time", "session_start", "date")
_TELLING = frozenset([*TITLES, *_TIMES, "paper"])  # objects without these and a name are none
_NO_COLUMNS = Columns({})
_SUBTITLES = ("subtitle", "sub title", "untertitel", "sous titre", "subtitulo", "sottotitolo")
_WRAPPERS = frozenset(["content", "slot", "attributes", "fields", "data", "metadata"])


def has_titles(items: Sequence[Item], is_above_timed: bool = False) -> bool:
    """Whether objects are entries of a programme or a list of papers, or hold such.

    What holds them may say when they are.
    """
    sample, keys = _sample(items)
    is_named = any(column_name(key) in ("name", "long name") for key in keys)
    is_telling = is_named or may_be_of(keys, ALL_FIELDS, _TELLING)
    columns = _columns(sample, keys) if is_telling else _NO_COLUMNS
    is_timed = columns.has_any(_TIMES)
    is_titled = columns.has_any(TITLES)
    is_described = is_timed or columns.has_any(("authors", "abstract", "speaker", "number", "room"))
    by_others = any(column_name(keys[index]) != "name" for index in columns.of_field.get("authors", ()))
    is_titled = is_titled or (is_named and by_others)
    is_keyed = all(item.name for item in sample) and columns.has("paper")
    is_bare = is_titled and not is_named and not columns.has_any(LINKS)
    holds_papers = (is_named or is_titled) and any(map(named_papers, sample))
    is_then = is_above_timed and (columns.has("session") or columns.has("talk") or is_bare or holds_papers)
    if (is_titled and is_described) or ((is_named or is_keyed) and is_timed) or is_then:
        return True
    return any(has_titles(kids, is_timed) for item in sample[:3] for kids in item.inner.values())


def are_papers_by_number(key: str, items: Sequence[Item]) -> bool:
    """Whether objects only name papers, each by its number, and say when each is or nothing else."""
    sample, keys = _sample(items)
    columns = _columns(sample, keys)
    is_numbered = columns.has("number") or columns.has("paper")
    return column_name(key) in PAPERS and is_numbered and (len(keys) == 1 or are_timed(items))


def titled(key: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Talks with their titles, where nothing but a name is told of each; none of other objects."""
    names = {name for item in items for name in item.members}
    if column_name(key) not in PAPERS or {column_name(name) for name in names} != {"name"}:
        return ()
    (name,) = names
    return tuple(
        replace(
            item, members={"title": item.members[name]}, places={"title": item.places.get(name, item.place)}
        )
        for item in items
        if name in item.members
    )


def are_timed(items: Sequence[Item]) -> bool:
    """Whether objects say when something begins."""
    columns = _columns(*_sample(items))
    return columns.has("start") or columns.has("time")


def are_told(items: Sequence[Item]) -> bool:
    """Whether objects say who or when, as talks do; the categories and the meeting of a paper do not."""
    return _columns(*_sample(items)).has_any((*_TIMES, "authors", "speaker"))


def _sample(items: Sequence[Item]) -> tuple[Sequence[Item], tuple[str, ...]]:
    """The first objects, and the keys that they have."""
    sample = [unwrapped(item) for item in items[:FIRST]]
    return sample, tuple(dict.fromkeys(key for item in sample for key in item.members))


def _columns(sample: Sequence[Item], keys: tuple[str, ...]) -> Columns:
    return columns_of_cells(
        keys, tuple(tuple(cell_text(item.members.get(key)) for key in keys) for item in sample)
    )


def columns_of_cells(keys: tuple[str, ...], below: tuple[tuple[str, ...], ...]) -> Columns:
    """What keys mean above some cells; of few, which may be those of many objects, it is kept."""
    return _kept(keys, below) if len(below) <= FIRST else columns_of(keys, {}, ALL_FIELDS, below)


@lru_cache(maxsize=1024)  # the room or track of a talk is that of others, and is asked about at each level
def _kept(keys: tuple[str, ...], below: tuple[tuple[str, ...], ...]) -> Columns:
    return columns_of(keys, {}, ALL_FIELDS, below)


def unwrapped(item: Item) -> Item:
    """An object with what a wrapper inside it holds ("content" of notes, "slot" of pretalx) as its own.

    What has a title beside others that have one is no wrapper: a slot among the sessions of a day.
    """
    for key, inside in item.inner.items():
        is_wrapper = column_name(key) in _WRAPPERS and isinstance(item.members.get(key), dict)
        if is_wrapper and not (_has_title(inside) and sum(map(_has_title, item.inner.values())) > 1):
            inner = inside[0]
            members = {**inner.members, **{name: each for name, each in item.members.items() if name != key}}
            places, kids = {**inner.places, **item.places}, {**inner.inner, **item.inner}
            return Item(item.place, members, places, {n: k for n, k in kids.items() if n != key}, item.name)
    return item


def _has_title(items: Sequence[Item]) -> bool:
    return any(column_name(key) == "title" for item in items[:FIRST] for key in item.members)


def below_speakers(items: Sequence[Item]) -> list[Item]:
    """The objects, where the title of most that have a subtitle is who speaks, and that is the title."""
    keys = {column_name(key): key for item in items for key in item.members}
    title, below = keys.get("title", ""), next((keys[each] for each in _SUBTITLES if each in keys), "")
    both = [item for item in items if item.members.get(title) and item.members.get(below)]
    named = [item for item in both if looks_named(cell_text(item.members[title]))]
    if not named or 3 * len(named) < 2 * len(both) or any("speaker" in item.members for item in items):
        return list(items)
    found = []
    for item in items:
        new = {title: "speaker", below: title} if item in named else {}
        members = {new.get(key, key): value for key, value in item.members.items()}
        places = {new.get(key, key): place for key, place in item.places.items()}
        found.append(Item(item.place, members, places, item.inner, item.name))
    return found
