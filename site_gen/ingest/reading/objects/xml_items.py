"""Objects of any XML: an element with elements or attributes is one, its members are called as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.objects.placed_json import Json
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.text import squeeze
from site_gen.values import replace

_DEEPEST = 8
_ITEM = re.compile(r"(?:[-*+•]|\d{1,2}[.)])\s")
_OF_TEXT = "name"  # what the text is of an element with attributes: <author at="ETH">Ann Lee</author>


def item_of(element: XmlElement, depth: int = 0) -> Item:
    """An element as an object; a list are elements of one name, and those of one name that fill one."""
    members: dict[str, Json] = {k: v for k, v in element.attributes.items() if not k.startswith("xmlns")}
    places = dict.fromkeys(members, element.place)
    inner: dict[str, tuple[Item, ...]] = {}
    for name, same in _by_name(element).items():
        listed = _listed(same)
        values = [_value(each, depth + 1) for each in listed]
        plain: list[Json] = [{**each.members} if isinstance(each, Item) else each for each in values]
        items = tuple(each for each in values if isinstance(each, Item))
        is_one = len(listed) == 1 and listed[0] is same[0]
        members[name] = plain[0] if is_one else plain
        places[name] = same[0].place
        if items:
            inner[name] = tuple(replace(each, name=name) for each in items) if is_one else items
    text = squeeze(element.text)
    if text and not element.children:
        members[_OF_TEXT], places[_OF_TEXT] = text, element.place
    return Item(element.place, members, places, inner)


def _by_name(element: XmlElement) -> dict[str, list[XmlElement]]:
    found: dict[str, list[XmlElement]] = defaultdict(list)
    for each in element.children:
        found[each.name.rpartition(":")[2]].append(each)
    return found


def _listed(same: Sequence[XmlElement]) -> Sequence[XmlElement]:
    """Elements of one name, or the ones of another name that are all that lies in the only one of them."""
    (first, *more) = same
    inside = first.children
    if more or first.attributes or len({each.name for each in inside}) != 1:
        return same
    is_list = len(inside) > 1 or inside[0].children or first.name.startswith(inside[0].name)
    return inside if is_list and not first.text.strip() else same


def _value(element: XmlElement, depth: int) -> Item | str:
    """An object, or the text of an element that has nothing else, or has words among its elements."""
    is_of_words = bool(element.children) and bool(element.text.strip())
    if is_of_words or depth > _DEEPEST or not (element.children or element.attributes):
        return _parts(_words(element))
    return item_of(element, depth)


def _parts(text: str) -> str:
    """A text in one line, but for its paragraphs and the items of its lists."""
    lines: list[str] = []
    for line in map(squeeze, text.strip().splitlines()):
        is_new = not line or not (lines and lines[-1]) or _ITEM.match(line)
        lines[-1:] = [*lines[-1:], line] if is_new else [f"{lines[-1]} {line}"]
    return "\n".join(lines)


def _words(element: XmlElement) -> str:
    return "".join(each if isinstance(each, str) else _words(each) for each in element.parts)
