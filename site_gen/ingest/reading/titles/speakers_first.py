"""Who speaks, before a comma and the title of a talk, where nearly all talks stand so: "Bo Roe, Moths"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import are_people, is_person, split_people
from site_gen.ingest.reading.people.people import speakers_of, with_more, without_title
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import is_one_talk
from site_gen.ingest.record_changes import Record, renamed, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold

_BEFORE = re.compile(r"(?P<people>[^,:;()]{4,80}),\s+(?P<title>\S.*)")
_SENTENCE = re.compile(r"(?:\S+\s+){2,}[^\W\dA-Z_]\S*(?:\s+\S+)+|(?:\S+\s+)+[^\W\dA-Z_]\S*(?:\s+\S+){2,}")
_FEWEST, _NEARLY_ALL, _LIKELY = 3, 0.8, 0.6  # talks that name somebody first, and their share of all
_READS = 3  # a title of so many reads as one, with a word in small letters inside

Parted = tuple[tuple[str, ...], str]


def with_speakers_first(reading: Reading) -> Reading:
    """A reading in which those speak who stand before the titles of nearly all talks, each somebody else.

    Where what stands behind them may be places, nothing is changed.
    """
    if not _are_sure(reading):
        return reading
    return with_changed_records(reading, slot=_told, session=_told)


def unsure_speakers_first(reading: Reading) -> Iterator[Fact[str]]:
    """The titles that begin as if they named who speaks, where most do and nothing shows that it is so."""
    titles = [*_untold(reading)]
    found = [title for title in titles if _first(title.value)]
    if len(found) > 1 and len(found) >= _LIKELY * len(titles):
        yield from found


def _are_sure(reading: Reading) -> bool:
    titles = [title.value for title in _untold(reading)]
    if sum("," in title for title in titles) < _FEWEST:
        return False
    parted = [each for title in titles if (each := _parted(title))]
    people = {tuple(map(fold, names)) for names, _ in parted}
    reads = sum(_SENTENCE.fullmatch(title) is not None for _, title in parted)
    is_most = len(parted) >= max(_FEWEST, _NEARLY_ALL * len(titles))
    return is_most and len(people) >= _NEARLY_ALL * len(parted) and _READS * reads >= len(parted)


def _first(title: str) -> re.Match[str] | None:
    """A title that begins with names of people and a comma; None for others."""
    match = _BEFORE.fullmatch(title)
    names = split_people(match["people"]) if match else []
    are_names = are_people(without_title(match["people"])) if match else False
    return match if are_names and all(" " in each for each in names) else None


def _parted(title: str) -> Parted | None:
    """Who stands before a title, and this; None where somebody else or a place may stand behind them."""
    match = _first(title)
    if match is None:
        return None
    behind = match["title"].partition(",")[0].strip()
    is_other = (" " in behind and is_person(behind)) or is_institution(match["title"]) or names_room(behind)
    is_title = any(map(str.isalpha, behind)) and not behind[0].islower() and not is_other
    return (tuple(map(without_title, split_people(match["people"]))), match["title"]) if is_title else None


def _untold(reading: Reading) -> Iterator[Fact[str]]:
    records: tuple[SessionRecord | SlotRecord, ...] = (*reading.sessions, *reading.every_slot())
    yield from (each.title for each in records if each.title and _is_untold(each))


def _is_untold(record: SessionRecord | SlotRecord) -> bool:
    """Whether a record is a talk of which nobody is told to give it, and its title has several words."""
    title = record.title.value if record.title else ""
    if isinstance(record, SessionRecord):
        is_talk = is_one_talk(record) and not record.slots
    else:
        is_talk = record.paper is None or (record.paper.is_mention and record.paper.authors is None)
    is_other = kind_of_words(title) != "other" or is_section(title) or is_ceremony(title)
    return is_talk and " " in title and not is_other and not speakers_of(record.people)


def _told(record: Record) -> Record:
    parted = _parted(record.title.value) if record.title and _is_untold(record) else None
    if parted is None or record.title is None:
        return record
    title = replace(record.title, value=parted[1])
    people = with_more(record.people, [Participant(name=name) for name in parted[0]], title.place)
    if isinstance(record, SlotRecord):
        return replace(renamed(record, title), people=people)
    return replace(record, title=title, people=people)
