"""What an object of a programme is by the name of its element or list: <break>, <keynote>, "panels"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.meanings import meaning_of
from site_gen.ingest.reading.objects.item_titles import are_timed
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.values import replace

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_KIND = "kind"


def with_kinds(items: Sequence[Item], key: str) -> list[Item]:
    """Objects of a list under a key; those that say when they begin, or who speaks, and not what they are
    with that.
    """
    return [_with_kind(each, each.name or key) for each in items]


def _with_kind(item: Item, name: str) -> Item:
    words = " ".join(_WORD.findall(_CAMEL.sub(" ", name))).lower()
    if kind_of(words) == kind_of_words(words) == "other":
        return item
    meant = {meaning_of(column_name(each)) for each in item.members}
    if _KIND in meant or not (are_timed((item,)) or "speaker" in meant):
        return item
    return replace(item, members={**item.members, _KIND: words}, places={**item.places, _KIND: item.place})
