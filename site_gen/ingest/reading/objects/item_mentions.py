"""Lists of texts in objects that name others: the papers of a session, or the sessions that a paper is in."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import Columns, column_name
from site_gen.ingest.reading.objects.item_texts import is_scalar_list, scalars
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.tables.table import Cell

PAPERS = frozenset(
    [f"{name}{end}" for name in ("talk", "paper", "presentation", "contribution") for end in ("", "s")]
)
_MENTIONS = PAPERS | {*PROGRAMME_FIELDS["paper"], "ids", "talk ids", "submissions", "submission ids"}


def texts_under(item: Item, keys: Sequence[str], columns: Columns, field: str) -> list[Cell]:
    """What a list of texts holds: the papers that a session names, or the sessions that a paper is in."""
    for index in columns.of_field.get(field, ()):
        if found := _texts(item, keys[index]):
            return found
    return []


def papers_in(item: Item) -> list[Cell]:
    """The papers that stand in a session by their titles or ids, under a key as "talks" or "ids"."""
    key = named_papers(item)
    return _texts(item, key) if key else []


def named_papers(item: Item) -> str:
    """The key of an object under which papers stand by their titles or ids; empty where there is none."""
    held = (key for key, value in item.members.items() if key not in item.inner and is_scalar_list(value))
    return next((key for key in held if column_name(key) in _MENTIONS), "")


def _texts(item: Item, key: str) -> list[Cell]:
    value = item.members.get(key)
    line = item.places.get(key, item.place).line
    return (
        [Cell(text, line) for text in scalars(value)]
        if isinstance(value, list) and is_scalar_list(value)
        else []
    )
