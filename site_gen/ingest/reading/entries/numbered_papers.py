"""Papers that a programme names by their numbers alone: "Papers: 12, 17", "Woods (papers 12, 17)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.column_names import FIELDS, SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.people.names import AND
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_LISTED = re.compile(
    rf"(?P<label>[^\W\d_][^\d:#()\[\]]{{2,30}}?)\s*[:#]?\s*(?P<numbers>#?\d{{1,5}}(?:\s*(?:[,;]|{AND})\s*#?\d{{1,5}})+|#\d{{1,5}})\.?"
)
_ONE = re.compile(r"(?P<label>[^\W\d_][^\d:#()\[\]]{2,30}?)\s*:\s*(?P<numbers>#?\d{1,5})")
_BEHIND = re.compile(r"\s*[(\[](?P<listed>[^()\[\]]*\d)[)\]]$")
_NUMBER = re.compile(r"\d+")
_NAMES = frozenset(
    (*SHEET_FIELDS["paper"], *SHEET_FIELDS["talk"], *FIELDS["number"], "submissions", "submission")
)


@recurring
def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of the papers that a line names, and nothing else; none for other lines."""
    match = _LISTED.fullmatch(text) or _ONE.fullmatch(text)
    name = column_name(match["label"].strip(" .")) if match else ""
    is_of_papers = name in _NAMES or name.removesuffix(" nos").removesuffix(" ids") in _NAMES
    return tuple(_NUMBER.findall(match["numbers"])) if match and is_of_papers else ()


def with_numbered_papers(reading: Reading) -> Reading:
    """A reading whose sessions hold the papers that their titles, or lines below them, name by number."""
    return with_changed_records(reading, session=_session)


def _session(session: SessionRecord) -> SessionRecord:
    slots = tuple(own for slot in session.slots for own in _slots(slot))
    match = _BEHIND.search(session.title.value) if session.title else None
    numbers = numbers_in(match["listed"].strip()) if match and match.start() else ()
    if session.title and match and numbers:
        title = replace(session.title, value=session.title.value[: match.start()])
        return replace(session, title=title, slots=(*slots, *_mentions(numbers, title)))
    return replace(session, slots=slots) if slots != session.slots else session


def _slots(slot: SlotRecord) -> Iterator[SlotRecord]:
    """A slot, or one for each paper that its title names by number."""
    numbers = numbers_in(plain(slot.title.value)) if slot.title and slot.paper is None else ()
    if slot.title and numbers and slot.people is None:
        yield from _mentions(numbers, slot.title)
    else:
        yield slot


def _mentions(numbers: Sequence[str], named: Fact[str]) -> Iterator[SlotRecord]:
    for number in numbers:
        paper = PaperRecord(place=named.place, submission=Fact(number, named.place), is_mention=True)
        yield SlotRecord(place=named.place, paper=paper)
