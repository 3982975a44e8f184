"""Objects of JSON and YAML alike: their members, where each stands, and the objects inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import islice

from site_gen.content import Plain
from site_gen.content.reading import SourceTree, YamlTree, read_yaml_tree
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, read_objects
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_DEEPEST = 8
_YAML_FILE = re.compile(r"(?:^|\.ya?ml)$", re.IGNORECASE)  # or one whose name is not known yet
_LAST_COMMA = re.compile(r",\s*[\]}]")
_LONGEST = 1_000_000  # characters: YAML takes long
_HEAD = 20_000  # characters of a YAML text by which it is known
_LEVELS = 4  # how deep a list may lie inside what holds it
FIRST = 5  # objects of a list that tell what it is of


@dataclass(frozen=True, slots=True)
class Item:
    """An object: its members, the place of each, and the objects directly inside each of them.

    `name` is the key under which it stands in a mapping of objects; empty in a list.
    """

    place: Place
    members: Mapping[str, Json]
    places: Mapping[str, Place] = field(default_factory=dict)
    inner: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    name: str = ""


def read_root(document: Document, problems: ProblemLog, most: int | None = None) -> Item | None:
    """The whole document as one object; a list, or an object a line, stands under the empty key.

    Broken text is a problem. Of each list of JSON so many objects are made as are asked for.
    """
    if is_json(document.text):
        of_json = ProblemLog()
        root = _root_of_json(document, of_json, most)
        may_be_yaml = _YAML_FILE.search(document.path) and len(document.text) < _LONGEST
        if root is None and may_be_yaml and _LAST_COMMA.search(document.text):
            of_yaml = ProblemLog()  # which allows a comma behind the last item
            root = _root_of_yaml(document, of_yaml)
            of_json = of_json if root is None else of_yaml
        problems.extend(of_json.all)
        return root
    return _root_of_yaml(document, problems)


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does, and not as the template of a page: "{% for", "{{ page"."""
    return text.lstrip()[:1] in ("[", "{") and text.lstrip()[:2] not in ("{%", "{{")


def _root_of_json(document: Document, problems: ProblemLog, most: int | None = None) -> Item | None:
    """The whole document, or so many objects of each of its lists."""
    before = len(problems.errors)
    start = len(document.text) - len(document.text.lstrip())
    objects = read_objects(document, "", problems)
    if len(problems.errors) > before:
        return None
    if document.text[start : start + 1] == "{" and len(objects) < 2:
        return _of_json(objects[0], most=most) if objects else None
    items = tuple(_of_json(each, most=most) for each in objects[:most])
    return Item(document.place(1), {}, {}, {"": items})


def _of_json(found: JsonObject, name: str = "", depth: int = 0, most: int | None = None) -> Item:
    if depth > _DEEPEST:
        return Item(found.place, found.members, name=name)
    places = {key: found.text.place(offset) for key, offset in found.offsets.items()}
    inner = {
        key: held
        for key, value in found.members.items()
        if isinstance(value, (list, dict)) and (held := tuple(_inside(found, key, depth + 1, most)))
    }
    return Item(found.place, found.members, places, inner, name)


def _inside(found: JsonObject, key: str, depth: int, most: int | None) -> Iterator[Item]:
    """The objects of a list, of a mapping of objects, or the one object, under a key."""
    if whole := found.object(key):
        yield _of_json(whole, key, depth, most)
    else:
        yield from (_of_json(each, "", depth, most) for each in islice(found.each_object(key), most))


def _root_of_yaml(document: Document, problems: ProblemLog) -> Item | None:
    tree = read_yaml_tree(document.text, document.path, problems, SourceTree)
    if tree is None or not isinstance(tree.value, (list, dict)):
        return None
    if isinstance(tree.value, list):
        return Item(document.place(1), {}, {}, {"": tuple(_of_list(document, tree, tree.value, 0))})
    return _of_mapping(document, tree, tree.value, document.place(1))


def _of_mapping(
    document: Document, tree: YamlTree, found: dict[str, Plain], place: Place, name: str = "", depth: int = 0
) -> Item:
    places = {key: document.place(*tree.mark(found, key)) for key in found}
    inner: dict[str, tuple[Item, ...]] = {}
    for key, value in found.items():
        if isinstance(value, list) and depth < _DEEPEST:
            inner[key] = tuple(_of_list(document, tree, value, depth + 1))
        elif isinstance(value, dict) and depth < _DEEPEST:
            inner[key] = (_of_mapping(document, tree, value, places[key], key, depth + 1),)
    members: dict[str, Json] = {**found}  # type: ignore[dict-item]  # what YAML holds is JSON without booleans
    return Item(place, members, places, {key: items for key, items in inner.items() if items}, name)


def _of_list(document: Document, tree: YamlTree, found: list[Plain], depth: int) -> Iterator[Item]:
    for number, value in enumerate(found):
        if isinstance(value, dict):
            place = document.place(*tree.mark(found, number))
            yield _of_mapping(document, tree, value, place, depth=depth)
        elif isinstance(value, list) and depth < _DEEPEST:
            yield from _of_list(document, tree, value, depth + 1)


def first_items(text: str) -> Iterator[tuple[Item, ...]]:
    """The first objects of the lists of a text, as far as they can be read at once; none of broken text."""
    problems, head = ProblemLog(), Document("", text if is_json(text) else _head(text))
    root = read_root(head, problems, FIRST)
    open_items = [root] if root else []
    for _ in range(_LEVELS):
        for item in open_items:
            yield from item.inner.values()
            yield tuple(inside for items in item.inner.values() for inside in items)
        open_items = [inside for item in open_items for items in item.inner.values() for inside in items[:1]]


def _head(text: str) -> str:
    """The first entries of a YAML text, cut where an entry begins."""
    if len(text) <= _HEAD:
        return text
    starts = [match.start() for match in re.finditer(r"^[^\s#]", text[:_HEAD], re.MULTILINE)]
    last = starts[-1] if starts else 0
    items = list(re.finditer(r"^( *)- ", text[last:_HEAD], re.MULTILINE))
    # What begins last may hold all: "days:" with its lists. Then it is cut where the last item of one begins.
    for indent in sorted({len(item[1]) for item in items}):
        alike = [item.start() for item in items if len(item[1]) == indent]
        if len(alike) > 1:
            return text[: last + alike[-1]]
    return text[:last] if len(starts) > 1 else text
