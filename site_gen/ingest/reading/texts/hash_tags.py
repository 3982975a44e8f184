"""Tags before titles, by which a calendar is filtered: "#tut T1: Nests", "#lunch Lunch"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.record_changes import with_changed_records
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
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _titles(reading: Reading) -> Iterator[Fact[str]]:
    held: list[PaperRecord | SessionRecord | SlotRecord] = [*reading.every_paper(), *reading.sessions]
    held += [slot for session in reading.sessions for slot in session.slots]
    yield from (each.title for each in held if each.title)


def _bare(title: Fact[str] | None) -> Fact[str] | None:
    return (
        replace(title, value=_TAG.sub("", title.value, count=1) if _TAG.match(title.value) else title.value)
        if title
        else None
    )


def _paper(paper: PaperRecord) -> PaperRecord:
    return replace(paper, title=_bare(paper.title))


def _session(session: SessionRecord) -> SessionRecord:
    return replace(session, title=_bare(session.title))


def _slot(slot: SlotRecord) -> SlotRecord:
    paper = _paper(slot.paper) if slot.paper else None
    return replace(slot, title=_bare(slot.title), paper=paper)
