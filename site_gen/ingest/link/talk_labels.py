"""What programmes call an invited talk whose title they do not know: "Keynote 2", "Plenary lecture II"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from site_gen.ingest.record_changes import each_changed
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place
from site_gen.values import dataclass, replace

Label = tuple[str, int]
_LABEL = re.compile(
    r"(?P<kind>keynote|invited|plenary|guest|tutorial)s?(?:\s+(?:speaker|speech|talk|lecture|address|session))?"
    r"\s*(?:#|no\.?)?\s*(?P<number>\d{1,2}|[IVX]{1,4})\b\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def label_of_talk(record: SessionRecord) -> Label | None:
    """The label that a session begins with, or that its document has beside its title."""
    printed = [each.value for each in (record.label, record.title) if each]
    return next((label for text in printed if (label := _label(text)[0])), None)


def _label(text: str) -> tuple[Label | None, str]:
    """The label that a text begins with, and what stands behind it."""
    match = _LABEL.match(text)
    number = match["number"].lower() if match else ""
    count = int(number) if number.isdecimal() else _ROMAN.get(number, 0)
    return ((match["kind"].lower(), count), match["rest"]) if match and count else (None, "")


def with_labelled_talks(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in which a talk that is only such a label is the one that another document describes.

    What describes it is no session then.
    """
    described = _described(readings)
    if not described:
        return list(readings)
    slots = [slot for reading in readings for each in reading.sessions for slot in each.slots]
    named: dict[Label, list[SlotRecord]] = defaultdict(list)
    for slot in slots:
        if label := _bare_label(slot):
            named[label].append(slot)
    found = {
        named[label][0].place: talk for label, talk in described.items() if len(named.get(label, ())) == 1
    }
    return [_filled(reading, found) for reading in readings] if found else list(readings)


def _described(readings: Sequence[Reading]) -> dict[Label, SessionRecord]:
    """The talks without a time that have a label of their own."""
    talks: dict[Label, list[SessionRecord]] = defaultdict(list)
    for reading in readings:
        for each in reading.sessions:
            is_told = not (each.day or each.start or each.slots) and each.people is not None
            if is_told and (label := label_of_talk(each)):
                talks[label].append(each)
    return {label: found[0] for label, found in talks.items() if len(found) == 1}


def _bare_label(slot: SlotRecord) -> Label | None:
    """The label of a slot that says no more than that."""
    if slot.title is None or slot.paper or slot.people:
        return None
    label, rest = _label(slot.title.value)
    return label if not any(map(str.isalnum, rest)) else None


@dataclass(frozen=True, slots=True)
class _Filling:
    talks: dict[Place, SessionRecord]

    def slot(self, slot: SlotRecord) -> SlotRecord:
        """A slot that is such a label, with what is told of the talk."""
        talk = self.talks.get(slot.place)
        if talk is None or slot.title is None:
            return slot
        title = slot.title
        if talk.title:
            is_labelled = _label(talk.title.value)[0] is not None
            value = talk.title.value if is_labelled else f"{slot.title.value}: {talk.title.value}"
            title = Fact(value, talk.title.place)
        description = slot.description or talk.description
        return replace(slot, title=title, people=talk.people, description=description)


def _filled(reading: Reading, talks: dict[Place, SessionRecord]) -> Reading:
    used = {talk.place for talk in talks.values()}
    filling = _Filling(talks)
    kept = [each for each in reading.sessions if each.place not in used]
    sessions = [replace(each, slots=each_changed(filling.slot, each.slots)) for each in kept]
    return replace(reading, sessions=tuple(sessions))
