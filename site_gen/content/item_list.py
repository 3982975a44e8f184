"""A content file that holds a list, cut into its items once: a change touches the lines of one item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.content.editing import as_in, edited, end_of, in_block_style, joined, without_mark
from site_gen.content.outline import Entity, Outline, comments, outline
from site_gen.content.plain import Plain
from site_gen.content.writing import write_item


@dataclass(slots=True, eq=False)
class _Item:
    """An item: the lines above it that are nobody's (blank ones, comments), its own, and the next item.

    `is_block` holds where each key begins a line. The end of the file is an item without lines.
    """

    above: list[str]
    lines: list[str] = field(default_factory=list)
    is_block: bool = True
    previous: _Item | None = None
    following: _Item | None = None


class ItemList:
    """The text of a file that holds a list, while some of its items change.

    Each method raises ValueError where it would have to touch what is written in flow style, as {a: b},
    and KeyError where there is no item of that id. Every byte that nothing changes stays as it is.
    """

    def __init__(self, text: str) -> None:
        self._mark, plain = without_mark(text)
        found = outline(plain)
        self._sample = found.lines[:1]
        self._empty_list = found.empty_list[0] if found.empty_list else None
        self._first, self._end, self._items = _cut(found)

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._mark + joined(self._sample, list(self._lines()))

    def change(self, item: str, changes: Mapping[str, Plain]) -> None:
        """Set keys of an item; remove those whose value is None."""
        held = self._item(item)
        lines, entity = _outlined(held)
        changed = joined(self._sample, edited(lines, entity, changes, self._sample))
        held.lines = changed.splitlines(keepends=True)
        end = end_of(_outlined(held)[1])
        behind = _behind(held)  # a comment that stood behind the last key is left there
        behind.above = [*held.lines[end:], *behind.above]
        held.lines = held.lines[:end]

    def insert(self, item: Mapping[str, Plain], after: str | None) -> None:
        """Add an item behind the one of the id `after`, or first where that is None."""
        if self._first is self._end:
            self._insert_only(item)
            return
        first = _checked(self._first)
        written = self._written(item, first.lines[0].index("-"))
        blank = as_in(self._sample, "\n")
        if after is None:
            comment = _first_of_comments(first.above)
            new = _Item(first.above[:comment], written)
            first.above = [blank, *first.above[comment:]]
            self._put(new, item, first)
        else:
            self._put(_Item([blank], written), item, _behind(self._item(after)))

    def remove(self, item: str) -> None:
        """Take an item away; its comments stay."""
        held = self._item(item)
        lines, entity = _outlined(held)
        own_comments = [
            as_in(lines, comment + "\n") for key in entity.keys for comment in comments(lines, key)
        ]
        behind = _behind(held)
        blank = next((i for i, line in enumerate(behind.above) if line.strip()), len(behind.above))
        behind.above = [*held.above, *own_comments, *behind.above[blank:]]
        behind.previous = held.previous
        if held.previous:
            held.previous.following = behind
        else:
            self._first = behind
        del self._items[item]

    def _insert_only(self, item: Mapping[str, Plain]) -> None:
        """Add the first item of an empty list, which may be written as []."""
        lines = self._end.above
        if self._empty_list is not None:
            lines[self._empty_list] = _without_empty_list(lines[self._empty_list])
            self._empty_list = None
        self._end.above = []
        self._put(_Item(lines, self._written(item, 0)), item, self._end)

    def _put(self, new: _Item, item: Mapping[str, Plain], behind: _Item) -> None:
        new.previous, new.following = behind.previous, behind
        if behind.previous:
            behind.previous.following = new
        else:
            self._first = new
        behind.previous = new
        self._items.setdefault(str(item.get("id", "")), new)

    def _written(self, item: Mapping[str, Plain], indent: int) -> list[str]:
        return as_in(self._sample, write_item(item, indent)).splitlines(keepends=True)

    def _item(self, item: str) -> _Item:
        return _checked(self._items[item])

    def _lines(self) -> Iterator[str]:
        each: _Item | None = self._first
        while each:
            yield from each.above
            yield from each.lines
            each = each.following


def edit_item(text: str, item: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds a list, with keys of the item of that id set or removed.

    Raises ValueError where the item is written in flow style, KeyError where there is none.
    """
    items = ItemList(text)
    items.change(item, changes)
    return items.text


def insert_item(text: str, item: Mapping[str, Plain], after: str | None) -> str:
    """The text of a file that holds a list, with one more item behind the one of the id `after`.

    The item comes first where `after` is None. Raises ValueError where the list is written in flow
    style, KeyError where there is no such item.
    """
    items = ItemList(text)
    items.insert(item, after)
    return items.text


def remove_item(text: str, item: str) -> str:
    """The text of a file that holds a list without the item of that id; its comments stay.

    Raises ValueError where the item is written in flow style, KeyError where there is none.
    """
    items = ItemList(text)
    items.remove(item)
    return items.text


def _cut(found: Outline) -> tuple[_Item, _Item, dict[str, _Item]]:
    """The lines of a file as items: the first, the end of the file, and each by its id."""
    items: dict[str, _Item] = {}
    chain: list[_Item] = []
    done = 0
    for entity in found.entities:
        start = _hyphen(found.lines, entity, done)
        end = max(end_of(entity), start) if entity.keys else start
        new = _Item(found.lines[done:start], found.lines[start:end], _is_block(found.lines, entity))
        items.setdefault(entity.id, new)
        chain.append(new)
        done = end
    chain.append(_Item(found.lines[done:]))
    for number, each in enumerate(chain[1:]):
        each.previous, chain[number].following = chain[number], each
    return chain[0], chain[-1], items


def _hyphen(lines: Sequence[str], entity: Entity, floor: int) -> int:
    """The number of the line with the hyphen of an item; `floor` where it has no line of its own."""
    line = entity.keys[0].start[0] if entity.keys else floor
    while line > floor and not lines[line].lstrip().startswith("-"):
        line -= 1
    return max(line, floor)


def _is_block(lines: Sequence[str], entity: Entity) -> bool:
    try:
        in_block_style(lines, entity)
    except ValueError:
        return False
    return bool(entity.keys)


def _checked(item: _Item) -> _Item:
    if not item.is_block:
        raise ValueError("not written with one key a line")
    return item


def _behind(item: _Item) -> _Item:
    """What follows an item: another one, or the end of the file."""
    assert item.following
    return item.following


def _outlined(item: _Item) -> tuple[list[str], Entity]:
    found = outline("".join(item.lines))
    return found.lines, found.entities[0]


def _first_of_comments(above: Sequence[str]) -> int:
    """Where the comments right above an item begin; those on top of a file are the file's own."""
    at = len(above)
    while at and above[at - 1].lstrip().startswith("#"):
        at -= 1
    return at or len(above)


def _without_empty_list(line: str) -> str:
    before, _, after = line.partition("[")
    rest = before + after.partition("]")[2].lstrip(" ")
    return rest if rest.strip() else ""
