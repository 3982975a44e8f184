"""Change some keys of a content file; every other byte, comments included, stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.content.outline import Entity, Key, Outline, comments, outline
from site_gen.content.plain import Plain
from site_gen.content.writing import write_item, write_key

_BOM = "\ufeff"


def edit_mapping(text: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds one entity, with keys set or, where the value is None, removed.

    Raises ValueError where the entity is written in flow style, as {a: b}.
    """
    found = outline(text.removeprefix(_BOM))
    entity = found.entities[0] if found.entities else Entity("", in_flow_style=False)
    return _joined(text, _edited(found.lines, entity, changes))


def edit_item(text: str, item: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds a list, with keys of the item of that id set or removed.

    Raises ValueError where the item is written in flow style, KeyError where there is none.
    """
    found = outline(text.removeprefix(_BOM))
    return _joined(text, _edited(found.lines, _item(found, item), changes))


def insert_item(text: str, item: Mapping[str, Plain], after: str | None) -> str:
    """The text of a file that holds a list, with one more item behind the one of the id `after`.

    The item comes first where `after` is None. Raises ValueError where the list is written in flow
    style, KeyError where there is no such item.
    """
    found = outline(text.removeprefix(_BOM))
    lines = found.lines
    if found.empty_list:
        _take_empty_list(lines, found.empty_list[0])
    if not found.entities:
        return _joined(text, [*lines, _as_in(lines, write_item(item))])
    first = _hyphen(lines, found.entities[0])
    written = _as_in(lines, write_item(item, lines[first].index("-")))
    blank = _as_in(lines, "\n")
    if after is None:
        at = _above_comments(lines, first)
        return _joined(text, [*lines[:at], written, blank, *lines[at:]])
    at = _end(_item(found, after))
    return _joined(text, [*lines[:at], blank, written, *lines[at:]])


def remove_item(text: str, item: str) -> str:
    """The text of a file that holds a list without the item of that id; its comments stay.

    Raises ValueError where the item is written in flow style, KeyError where there is none.
    """
    found = outline(text.removeprefix(_BOM))
    lines = found.lines
    entity = _item(found, item)
    start, end = _hyphen(lines, entity), _end(entity)
    kept = [_as_in(lines, comment + "\n") for key in entity.keys for comment in comments(lines, key)]
    while end < len(lines) and not lines[end].strip():
        end += 1
    return _joined(text, [*lines[:start], *kept, *lines[end:]])


def _item(found: Outline, item: str) -> Entity:
    for entity in found.entities:
        if entity.id == item:
            return _in_block_style(found.lines, entity)
    raise KeyError(item)


def _in_block_style(lines: Sequence[str], entity: Entity) -> Entity:
    """The entity, if each of its keys begins a line; else ValueError."""
    for key in entity.keys:
        line, column = key.start
        if entity.in_flow_style or lines[line][:column].strip(" -"):
            raise ValueError("not written with one key a line")
    return entity


def _hyphen(lines: Sequence[str], entity: Entity) -> int:
    """The number of the line with the hyphen of an item."""
    _in_block_style(lines, entity)
    line = entity.keys[0].start[0]
    while not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def _end(entity: Entity) -> int:
    """The number of the line behind an entity."""
    return entity.keys[-1].end[0] + 1


def _above_comments(lines: Sequence[str], line: int) -> int:
    """The number of the line above the comments of a line; those on top of a file are the file's own."""
    above = line
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    return above or line


def _take_empty_list(lines: list[str], line: int) -> None:
    before, _, after = lines[line].partition("[")
    rest = before + after.partition("]")[2].lstrip(" ")
    lines[line] = rest if rest.strip() else ""


def _edited(lines: Sequence[str], entity: Entity, changes: Mapping[str, Plain]) -> list[str]:
    _in_block_style(lines, entity)
    edited = list(lines)
    present = {key.name for key in entity.keys}
    indent = entity.keys[0].start[1] if entity.keys else 0
    at = _end(entity) if entity.keys else len(lines)
    edited[at:at] = [
        _as_in(lines, write_key(name, value, indent))
        for name, value in changes.items()
        if name not in present and value is not None
    ]
    for key in reversed(entity.keys):
        if key.name in changes:
            written = "".join(_replaced(lines, key, changes[key.name]))
            edited[key.start[0] : key.end[0] + 1] = [_as_in(lines, written)]
    return edited


def _replaced(lines: Sequence[str], key: Key, value: Plain) -> list[str]:
    """The lines that take the place of a key's own; comments that stood inside go before it."""
    column = key.start[1]
    before = lines[key.start[0]][:column]
    kept = list(comments(lines, key))
    written = "" if value is None else write_key(key.name, value, column)[column:]
    if len(kept) == 1 and written.count("\n") == 1 and len(key.lines) == 1:
        return [f"{before}{written[:-1]}  {kept[0]}\n"]
    own_lines = [f"{' ' * column}{comment}\n" for comment in kept]
    if not before.strip():
        return [*own_lines, before + written if written else ""]
    # The hyphen of an item stands before the key: comments go below.
    return [before + written if written else before.rstrip() + "\n", *own_lines]


def _as_in(lines: Sequence[str], written: str) -> str:
    """Written lines with the line ends of the file."""
    return written.replace("\n", "\r\n") if lines and lines[0].endswith("\r\n") else written


def _joined(text: str, pieces: Sequence[str]) -> str:
    """The text of a file out of lines; one without a line end gets it where another line follows."""
    filled = [piece for piece in pieces if piece]
    ended = [piece if piece.endswith("\n") else _as_in(filled, piece + "\n") for piece in filled[:-1]]
    return (_BOM if text.startswith(_BOM) else "") + "".join([*ended, *filled[-1:]])
