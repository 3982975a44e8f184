"""Tags before titles, by which a calendar is filtered: "#tut T1: Nests", "#lunch Lunch"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.record_changes import with_changed_titles
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

_TAG = re.compile(r"#[a-z][\w-]{0,20}\s+(?=\S)")
_FEWEST = 2  # "#MeToo in the field" may begin one title


def without_hash_tags(reading: Reading) -> Reading:
    """A reading without the tags that most of its titles begin with."""
    titles = [title.value for title in _titles(reading)]
    tagged = sum(_TAG.match(title) is not None for title in titles)
    if tagged < _FEWEST or 2 * tagged < len(titles):
        return reading
    return with_changed_titles(reading, _bare)


def _titles(reading: Reading) -> Iterator[Fact[str]]:
    held: list[PaperRecord | SessionRecord | SlotRecord] = [*reading.every_paper(), *reading.sessions]
    yield from (each.title for each in (*held, *reading.every_slot()) if each.title)


def _bare(title: Fact[str]) -> Fact[str]:
    match = _TAG.match(title.value)
    return replace(title, value=title.value[match.end() :]) if match else title
