"""Who opens or closes, behind the title of a ceremony: "Welcome by Ann Lee", "Opening (Bo Dee, Mayor)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import looks_named
from site_gen.ingest.reading.people.institutions import POSITION
from site_gen.ingest.reading.people.people import without_title
from site_gen.ingest.reading.texts.labels import CHAIR_WORDS
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import known_names
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

CEREMONY = re.compile(
    r"\b(?:welcome|opening|clos(?:e|ing)|(?:final|concluding) remarks|wrap[- ]?up)\b", re.IGNORECASE
)
"""The words of what opens or closes a conference."""
_BEHIND = re.compile(
    r"(?P<title>[^()\[\]:–—]+?)\s*"
    r"(?:\((?P<inside>[^()]+)\)|(?:\s(?P<by>by)|\s?[–—]|\s-)\s+(?P<who>[^()]+?)(?:\s*\((?P<at>[^()]{2,100})\))?)"
)
_TASK = re.compile(rf"\b(?:{CHAIR_WORDS})\b|{POSITION.pattern}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 6  # of the title of a ceremony


@dataclass(frozen=True, slots=True)
class Named:
    """The title of a ceremony, who is named behind it as it seems, and what else is said of them.

    It `is_sure` where more than two words with capitals says so: "by", a degree, a place or a task.
    """

    title: str
    name: str
    place: str
    is_sure: bool


def named_behind(title: str) -> Named | None:
    """Who is named behind the title of a ceremony; None where nobody is, or it is none."""
    match = _BEHIND.fullmatch(title) if CEREMONY.search(title) else None
    bare = match["title"] if match else ""
    is_ceremony = CEREMONY.search(bare) and len(bare.split()) <= _MOST_WORDS
    if match is None or not is_ceremony or kind_of_words(bare) in PAUSES:
        return None
    printed, _, behind = (match["inside"] or match["who"]).partition(",")
    name, place = without_title(squeeze(printed)), squeeze(match["at"] or behind)
    if " " not in name or not looks_named(name) or names_room(f"{printed} {place}") or _DIGIT.search(place):
        return None
    if behind and looks_named(place) and not _TASK.search(place):  # "Ann Lee, Bo Dee"
        return Named(title, title, "", False)
    return Named(squeeze(bare), name, place, bool(match["by"] or place or name != squeeze(printed)))


def with_ceremony_speakers(reading: Reading) -> Reading:
    """A reading in which those speak who are surely named behind the titles of ceremonies."""
    if reading.format.is_own or reading.format.is_published or not any(_untold(reading)):
        return reading
    known = known_names(reading)

    def session(record: SessionRecord) -> SessionRecord:
        found = _speaker(record, known)
        return replace(record, title=found[0], people=found[1]) if found else record

    def slot(record: SlotRecord) -> SlotRecord:
        found = _speaker(record, known)
        return replace(record, title=found[0], people=found[1]) if found else record

    return with_changed_records(reading, paper=lambda each: each, slot=slot, session=session)


def unsure_ceremonies(reading: Reading) -> Iterator[Fact[str]]:
    """The titles of ceremonies behind which two words may be a name, and may be anything else."""
    known = known_names(reading)
    for title, named in _untold(reading):
        if not (named.is_sure or fold(named.name) in known):
            yield title


def _untold(reading: Reading) -> Iterator[tuple[Fact[str], Named]]:
    for session in reading.sessions:
        records: Iterable[SessionRecord | SlotRecord] = (session, *session.slots)
        for record in records:
            named = _named(record)
            if record.title and named:
                yield record.title, named


def _named(record: SessionRecord | SlotRecord) -> Named | None:
    """Who is named behind the title of a ceremony in which nobody is told to speak."""
    is_talk = record.slots if isinstance(record, SessionRecord) else record.paper
    speaks = record.people and any(each.role != "chair" for each in record.people.value)
    return named_behind(record.title.value) if record.title and not (is_talk or speaks) else None


def _speaker(
    record: SessionRecord | SlotRecord, known: Collection[str]
) -> tuple[Fact[str], Fact[tuple[Participant, ...]]] | None:
    """The title without who speaks, and all people; None where it surely names nobody."""
    named = _named(record)
    if record.title is None or named is None or not (named.is_sure or fold(named.name) in known):
        return None
    speaker = Participant(name=named.name, affiliation=named.place or None)
    people = (*(record.people.value if record.people else ()), speaker)
    return replace(record.title, value=named.title), Fact(people, record.title.place)
