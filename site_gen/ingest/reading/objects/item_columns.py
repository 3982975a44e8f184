"""What the keys of listed objects mean, and which of them hold lists of entries of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from site_gen.ingest.reading.columns.columns import Columns, column_name
from site_gen.ingest.reading.columns.meanings import meaning_of
from site_gen.ingest.reading.objects.item_mentions import PAPERS
from site_gen.ingest.reading.objects.item_texts import are_ids, cell_text
from site_gen.ingest.reading.objects.item_titles import (
    ALL_FIELDS,
    TITLES,
    are_papers_by_number,
    are_told,
    columns_of_cells,
    has_titles,
    titled,
)
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.objects.placed_json import Json
from site_gen.ingest.reading.people.names import is_person

PEOPLE = frozenset(["authors", "coauthors", "speaker", "chair", "panelist", "organiser"])
_NAMED_PEOPLE = frozenset(name for field in PEOPLE for name in ALL_FIELDS[field])
OF_PERSON = frozenset(
    ["bio", "biography", "affiliation", "company", "organization", "organisation", "photo", "avatar",
     "headshot", "twitter", "linkedin", "position", "job title", "tagline", "pronouns", "firstname",
     "first name"]
)  # fmt: skip
_UNPARTED = {"paperid": "paper id", "submissionid": "submission id"}
_NAMES = ("long name", "full name", "name", "label")


def columns_of_items(keys: Sequence[str], items: Sequence[Item]) -> Columns:
    """What each key of listed objects means; a bare "name" is a title where they are of a programme."""
    below = tuple(tuple(cell_text(item.members.get(key)) for key in keys) for item in items)
    lists = {key for item in items[:10] for key, kids in item.inner.items() if _holds(item, key, kids)}
    lists |= {key for key in keys if _is_of_objects([item.members.get(key) for item in items])}
    # A list of talks is no talk, whatever it is called.
    written = tuple("" if key in lists else _UNPARTED.get(key.lower(), key) for key in keys)
    columns = columns_of_cells(written, below)
    names = [column_name(key) for key in keys]
    if (found := _named_beside_titles(columns, names, below)) is not None:
        return found
    if not columns.has_any(TITLES):
        for name in _NAMES:  # what has a time and a "name" is called so
            index = names.index(name) if name in names else -1
            if index >= 0 and _is_of_programme(columns, keys, items):
                field = "speaker" if _are_people(names, [row[index] for row in below]) else "title"
                fields = {**columns.of_field, field: (index,)}
                fields = {each: held for each, held in fields.items() if each == field or index not in held}
                others = {other: kind for other, kind in columns.others.items() if other != index}
                return Columns(fields, columns.of_author, others)
    return columns


def keys_of_names(keys: Sequence[str], columns: Columns, items: Sequence[Item]) -> set[str]:
    """The keys of people under which names stand, and not the ids of those who stand elsewhere."""
    people = {keys[at] for field in PEOPLE for at in columns.of_field.get(field, ())}
    return {key for key in people if not are_ids(item.members.get(key) for item in items)}


def _are_people(names: Collection[str], values: Sequence[str]) -> bool:
    """Whether named objects are people, each with what they speak on: they have what only people have."""
    named = [value for value in values if value]
    return not OF_PERSON.isdisjoint(names) and 5 * sum(map(is_person, named)) >= 4 * len(named) > 0


def _named_beside_titles(
    columns: Columns, names: Sequence[str], below: Sequence[Sequence[str]]
) -> Columns | None:
    """The columns where all have a "name" and few a title too: a session has the one, its talk the other."""
    titles = columns.of_field.get("title", ())
    index = names.index("name") if "name" in names else -1
    if len(titles) != 1 or index < 0 or columns.has("session") or not columns.has("time"):
        return None
    has_both = [bool(row[index]) for row in below if row[titles[0]]]
    if not all(has_both) or 2 * len(has_both) > sum(bool(row[index]) for row in below):
        return None
    fields = {field: held for field, held in columns.of_field.items() if index not in held}
    others = {other: kind for other, kind in columns.others.items() if other != index}
    return Columns({**fields, "session": (index,)}, columns.of_author, others)


def _holds(item: Item, key: str, kids: tuple[Item, ...]) -> bool:
    """Whether a key holds a list of entries, and is no list of people."""
    is_people = meaning_of(column_name(key)) in PEOPLE or column_name(key) in _NAMED_PEOPLE
    return isinstance(item.members.get(key), list) and not is_people and has_titles(kids)


def _is_of_objects(values: Sequence[Json]) -> bool:
    """Whether all that a key has is mappings of objects by their ids, some of them empty, and no text."""
    held = [value for value in values if value is not None]
    return bool(held) and all(
        isinstance(value, dict)
        and all(isinstance(each, dict) for each in value.values())
        and not cell_text(value)  # as of the name of a room in a language
        for value in held
    )


def _is_of_programme(columns: Columns, keys: Sequence[str], items: Sequence[Item]) -> bool:
    is_described = columns.has_any(("start", "time", "session_start", "authors"))
    return is_described or any(kids_of(item, keys, columns) for item in items[:10])


def kids_of(item: Item, keys: Sequence[str], columns: Columns) -> list[tuple[str, tuple[Item, ...]]]:
    """The lists inside an object that hold entries of their own: those with titles, that are not people.

    In a paper, which has authors or an abstract and no time, only what says who or when is one.
    """
    told = [n for field in ("authors", "abstract") for n in columns.of_field.get(field, ())]
    is_paper = columns.has("title") and any(item.members.get(keys[n]) for n in told)
    people = {keys[index] for field in PEOPLE for index in columns.of_field.get(field, ())}
    is_timed = columns.has_any(("start", "time"))
    held = (
        (key, kids) for key, kids in item.inner.items() if isinstance(item.members.get(key), (list, dict))
    )
    return [
        (key, titled(key, kids) or kids)
        for key, kids in held
        if key not in people
        and (is_timed or not is_paper or column_name(key) in PAPERS or are_told(kids))
        and (
            has_titles(kids, is_timed) or are_papers_by_number(key, kids) or (is_timed and titled(key, kids))
        )
    ]
