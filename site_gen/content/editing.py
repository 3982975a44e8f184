"""Change some keys of a content file; every other byte, comments included, stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.content.outline import Entity, Key, comments, outline
from site_gen.content.plain import Plain
from site_gen.content.writing import write_key

_BOM = "\ufeff"


def edit_mapping(text: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds one entity, with keys set or, where the value is None, removed.

    Raises ValueError where the entity is written in flow style, as {a: b}.
    """
    mark, plain = without_mark(text)
    found = outline(plain)
    entity = found.entities[0] if found.entities else Entity("", in_flow_style=False)
    sample = found.lines[:1]
    return mark + joined(sample, edited(found.lines, entity, changes, sample))


def without_mark(text: str) -> tuple[str, str]:
    """The byte order mark that a text may begin with, and the text behind it."""
    return (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)


def in_block_style(lines: Sequence[str], entity: Entity) -> None:
    """Raise ValueError unless each key of an entity begins a line."""
    for key in entity.keys:
        line, column = key.start
        if entity.in_flow_style or lines[line][:column].strip(" -"):
            raise ValueError("not written with one key a line")


def end_of(entity: Entity) -> int:
    """The number of the line behind an entity."""
    return entity.keys[-1].end[0] + 1


def edited(
    lines: Sequence[str], entity: Entity, changes: Mapping[str, Plain], sample: Sequence[str]
) -> list[str]:
    """The lines with keys of an entity set or removed, new text with the line ends of a sample."""
    in_block_style(lines, entity)
    changed = list(lines)
    present = {key.name for key in entity.keys}
    indent = entity.keys[0].start[1] if entity.keys else 0
    at = end_of(entity) if entity.keys else len(lines)
    changed[at:at] = [
        as_in(sample, write_key(name, value, indent))
        for name, value in changes.items()
        if name not in present and value is not None
    ]
    for key in reversed(entity.keys):
        if key.name in changes:
            written = "".join(_replaced(lines, key, changes[key.name]))
            changed[key.start[0] : key.end[0] + 1] = [as_in(sample, written)]
    return changed


def _replaced(lines: Sequence[str], key: Key, value: Plain) -> list[str]:
    """The lines that take the place of a key's own; comments that stood inside go before it."""
    column = key.start[1]
    before = lines[key.start[0]][:column]
    own_comments = list(comments(lines, key))
    written = "" if value is None else write_key(key.name, value, column)[column:]
    if len(own_comments) == 1 and written.count("\n") == 1 and len(key.lines) == 1:
        return [f"{before}{written[:-1]}  {own_comments[0]}\n"]
    own_lines = [f"{' ' * column}{comment}\n" for comment in own_comments]
    if not before.strip():
        return [*own_lines, before + written if written else ""]
    # The hyphen of an item stands before the key: comments go below.
    return [before + written if written else before.rstrip() + "\n", *own_lines]


def as_in(sample: Sequence[str], written: str) -> str:
    """Written text with the line ends of a sample: the first lines of the file."""
    return written.replace("\n", "\r\n") if sample and sample[0].endswith("\r\n") else written


def joined(sample: Sequence[str], pieces: Sequence[str]) -> str:
    """A text out of lines; one without a line end gets it where another line follows."""
    filled = [piece for piece in pieces if piece]
    ended = [piece if piece.endswith("\n") else as_in(sample, piece + "\n") for piece in filled[:-1]]
    return "".join([*ended, *filled[-1:]])
