"""Objects that others call by their ids, in another file or their own: "speakers: [ann_lee]".

A key calls objects of a file or list that has its name, or that of what it stands in: "sessionIds: [7]" those
of sessions.yml. They are put where they are called, so that all is read as where they stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from site_gen.ingest.reading.columns.column_names import FIELDS
from site_gen.ingest.reading.columns.columns import column_name, is_column_name
from site_gen.ingest.reading.objects.item_columns import OF_PERSON
from site_gen.ingest.reading.objects.item_texts import people_text
from site_gen.ingest.reading.objects.placed_items import Item, read_root
from site_gen.ingest.reading.objects.placed_json import Json, plain_text
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass, replace

_IDS = ("id", "key", "slug", "uid", "code")
_ID_ENDS = re.compile(r"(?<=\w)[_-]?(?:id|Id|ID|ref|Ref|key|Key|slug|Slug)s?$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_TITLES = frozenset(["title", "name"])
_NAMES = frozenset(["name", "full name", "fullname", "last name", "lastname", "surname", "family name"])
_OF_TALK = frozenset(["abstract", "duration", "start", "time", "room", "slides", "talk title"])
_DEEPEST = 3  # objects that call others, which call others
_MOST_CALLED = 100_000  # objects, each as often as it is called


@dataclass(frozen=True, slots=True)
class _Named:
    """Objects by their ids; `words` are those of the name of their file or list."""

    words: frozenset[str]
    objects: Mapping[str, Item]
    are_people: bool


def with_named_objects(root: Item, document: Document) -> Item:
    """The objects of a document, with those of the documents beside it that they call; people of its own.

    What these call of it is not in it: it is read there. People are texts where they are called, and are read
    by themselves.
    """
    own = [each for each in _named_in(root, document.path) if each.are_people]
    others = [named for each in document.beside for named in _named_beside(each)]
    left = _without(root, _called_elsewhere(root, document))
    made = _resolved(left, "", [*others, *own], 0, [])
    if made is root or not document.beside:
        return made
    return _resolved(_without(left, people_in(root, document.path)), "", [*others, *own], 0, [])


def with_called_beside(document: Document) -> Document:
    """A document with those beside it where its objects call some of them, or are called by them."""
    root = _kept_root(document.path, document.text) if document.beside else None
    is_joined = root is not None and with_named_objects(root, document) is not root
    return document if is_joined else replace(document, beside=())


def people_in(root: Item, path: str) -> list[Item]:
    """The objects of a document that are people, and of which others have the names alone."""
    return [item for each in _named_in(root, path) if each.are_people for item in each.objects.values()]


def _called_elsewhere(root: Item, document: Document) -> list[Item]:
    """The objects of a document that those of the documents beside it call."""
    named, used = list(_named_in(root, document.path)), list[Item]()
    for each in document.beside if named else ():
        if other := _kept_root(each.path, each.text):
            _resolved(other, "", named, 0, used)
    return used


def _without(item: Item, used: Sequence[Item]) -> Item:
    """An object without those that are used elsewhere."""
    if not used:
        return item
    ids = set(map(id, used))
    kept = {key: tuple(each for each in kids if id(each) not in ids) for key, kids in item.inner.items()}
    inner = {key: kids for key, kids in kept.items() if kids or not item.inner[key]}
    gone = item.inner.keys() - inner.keys()
    members = {key: value for key, value in item.members.items() if key not in gone}
    return Item(item.place, members, item.places, inner, item.name)


def _are_papers(items: Sequence[Item]) -> bool:
    """Whether objects have authors: sessions that mention papers are linked with these as all others."""
    return any(column_name(key) in FIELDS["authors"] for item in items for key in item.members)


def _are_people(items: Sequence[Item]) -> bool:
    """Whether most objects have names and what only people have, and nothing that only talks have."""
    keys = [set(map(column_name, item.members)) for item in items]
    described = sum(not OF_PERSON.isdisjoint(names) and not _NAMES.isdisjoint(names) for names in keys)
    return 2 * described > len(items) and all(map(_OF_TALK.isdisjoint, keys))


@lru_cache(maxsize=8)  # each document of a project is asked for by each of the others
def _kept_root(path: str, text: str) -> Item | None:
    return read_root(Document(path, text), ProblemLog())


def _named_beside(document: Document) -> list[_Named]:
    root = _kept_root(document.path, document.text)
    return list(_named_in(root, document.path)) if root else []


def _lists_in(root: Item, path: str) -> Iterator[tuple[str, list[tuple[str, Item]]]]:
    """The lists of objects in a document with their names and ids; also objects below keys of their own."""
    stem = PurePosixPath(path).stem
    holders = [(stem, root)]
    for key, items in root.inner.items():
        if isinstance(root.members.get(key), dict):
            holders.append((key, items[0]))
        else:
            yield key or stem, [(_id(item), item) for item in items]
    for name, holder in holders:
        if holder.members and len(holder.inner) == len(holder.members):
            yield name, [(key, items[0]) for key, items in holder.inner.items() if len(items) == 1]


def _named_in(root: Item, path: str) -> Iterator[_Named]:
    for name, found in _lists_in(root, path):
        counts = Counter(text for text, _ in found)
        by_id = {text: item for text, item in found if text and counts[text] == 1}
        if by_id and not _are_papers([*by_id.values()]):
            yield _Named(_words(name), by_id, _are_people([*by_id.values()]))


def _id(item: Item) -> str:
    keys = {column_name(key): key for key in item.members}
    return next((plain_text(item.members[keys[name]]) for name in _IDS if name in keys), "")


def _words(name: str) -> frozenset[str]:
    """The words of a name, in the singular."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(column_name(_ID_ENDS.sub("", name))))


def _resolved(item: Item, above: str, named: Sequence[_Named], depth: int, used: list[Item]) -> Item:
    """An object with those that it calls in it, which are noted; `above` is the key that it stands under.

    One without a title that calls another by the name of what it stands in is that one, and says more of it.
    """
    if depth > _DEEPEST or not named or len(used) > _MOST_CALLED:
        return item
    members: dict[str, Any] = {}
    places: dict[str, Place] = {}
    inner: dict[str, tuple[Item, ...]] = {}
    called: Item | None = None
    is_other = False
    for key in dict.fromkeys((*item.members, *item.inner)):  # a list at the top is a member of nothing
        value, name, own = item.members.get(key), key, item.inner.get(key, ())
        kids = tuple(_resolved(kid, key, named, depth, used) for kid in own)
        held: list[Any] = [kid.members for kid in kids]
        is_new = any(kid is not old for kid, old in zip(kids, own, strict=True))
        if key in item.members and not kids and (found := _called(item, key, above, named)):
            of, originals = found
            objects = [_at(each, text, item.places.get(key, item.place)) for text, each in originals]
            is_bare = called is None and _TITLES.isdisjoint(item.members) and not is_column_name(key)
            if of.are_people:
                held, is_new = [people_text({**each.members}) for each in objects], True
            elif isinstance(value, list) or _words(key) & of.words:
                others = [each for each in named if each is not of]
                made = [_resolved(each, "", others, depth + 1, used) for each in objects]
                kids = _grouped(value, made, item.place)
                held, is_new = [kid.members for kid in kids], True
            elif is_bare:
                called = objects[0]
            used += [each for _, each in originals] if is_new or called is objects[0] else []
            name = _ID_ENDS.sub("", key) if is_new else key
        if key in item.members:
            members[name] = value if not is_new else held if isinstance(value, list) else held[0]
            places[name] = item.places.get(key, item.place)
        inner |= {name: kids} if kids else {}
        is_other = is_other or is_new
    if called:
        members, places = {**called.members, **members}, {**called.places, **places}
        inner = {**called.inner, **inner}
    return Item(item.place, members, places, inner, item.name) if is_other or called else item


def _called(
    item: Item, key: str, above: str, named: Sequence[_Named]
) -> tuple[_Named, list[tuple[str, Item]]] | None:
    """The objects that the value of a key calls, each with its id, all of one name."""
    value = item.members[key]
    texts = [plain_text(each) for each in _flat(value)] if isinstance(value, list) else [plain_text(value)]
    if not texts or not all(texts) or column_name(key) in _IDS:
        return None
    words, is_paper = _words(key) | _words(above), _are_papers([item])
    for each in named:
        may_call = words & each.words and (each.are_people or not is_paper)
        if may_call and all(text in each.objects for text in texts):
            return each, [(text, each.objects[text]) for text in texts]
    return None


def _flat(value: Sequence[Json]) -> list[Json]:
    """What stands in a list, or in the lists in it: "[[101], [], [102, 103]]"."""
    return [inside for each in value for inside in (each if isinstance(each, list) else [each])]


def _grouped(value: Json, objects: Sequence[Item], place: Place) -> tuple[Item, ...]:
    """Objects as a list that calls them has them: what stands in a list of its own is in an object."""
    if not isinstance(value, list) or not any(isinstance(each, list) for each in value):
        return tuple(objects)
    left, groups = iter(objects), list[Item]()
    for each in value:
        kids = tuple(islice(left, len(each) if isinstance(each, list) else 1))
        members: dict[str, Any] = {"items": [kid.members for kid in kids]} if kids else {}
        groups.append(Item(place, members, {}, {"items": kids} if kids else {}))
    return tuple(groups)


def _at(item: Item, text: str, place: Place) -> Item:
    """An object where it is called, with its id, though that be the key that it stands under."""
    members = {"id": text, **item.members} if text and not _id(item) else item.members
    inner = {key: tuple(_at(kid, "", place) for kid in kids) for key, kids in item.inner.items()}
    return Item(place, members, dict.fromkeys(members, place), inner, item.name)
