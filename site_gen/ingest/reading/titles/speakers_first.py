"""Who speaks, before the title of a talk, where nearly all stand so: "Bo Roe, Moths", "Bo Roe. Moths"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import is_family_name, is_person, split_people
from site_gen.ingest.reading.people.people import speakers_of, with_more, without_title
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import is_one_talk
from site_gen.ingest.record_changes import Record, renamed, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold
from site_gen.values import dataclass

_BEFORE = re.compile(
    r"(?P<people>[^,:;()/\"“„«]{4,80}?)(?:\s*\((?P<place>[^()]{2,80})\))?"
    r"(?P<sign>[,;]\s|(?<=[^\W\d_]{2})\.\s|\s/\s|\s(?=[\"“„«]))\s*(?P<title>\S.*)"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?)+(?=\S)")
_LONGEST = 300  # characters
_QUOTED = re.compile(r"[\"“„«]([^\"”“»]+)[\"”“»]\.?")
_FEWEST, _NEARLY_ALL, _LIKELY = 3, 0.8, 0.6  # talks that name somebody first, and their share of all
_READS = 3  # a title of so many reads as one
_SHORTEST = 4  # words of a title that reads as one, with a word in small letters inside


@dataclass(frozen=True, slots=True)
class _Told:
    """Who stands before a title, where one of them works, the sign between, and the title behind it."""

    names: tuple[str, ...]
    place: str | None
    sign: str
    title: str

    @property
    def reads(self) -> bool:
        """Whether the title surely is one: it stands in quotes, or words in small letters are in it."""
        words = self.title.split()
        return not self.sign or (len(words) >= _SHORTEST and any(word[0].islower() for word in words[1:-1]))


def with_speakers_first(reading: Reading) -> Reading:
    """A reading in which those speak who stand before the titles of nearly all talks, each somebody else.

    Where what stands behind them may be places, nothing is changed.
    """
    sign = _sure_sign(reading)
    if sign is None:
        return reading
    return with_changed_records(
        reading,
        slot=lambda each: _with_speakers(each, sign),
        session=lambda each: _with_speakers(each, sign),
    )


def unsure_speakers_first(reading: Reading) -> Iterator[Fact[str]]:
    """The titles that begin as if they named who speaks, where most do and nothing shows that it is so."""
    titles = [*_untold(reading)]
    found = [title for title in titles if _first(title.value)]
    if len(found) > 1 and len(found) >= _LIKELY * len(titles):
        yield from found


def _sure_sign(reading: Reading) -> str | None:
    """What parts speakers from the titles of nearly all talks; None where that is not sure."""
    titles = [title.value for title in _untold(reading)]
    parted = [each for title in titles if (each := _parted(title))] if len(titles) >= _FEWEST else []
    sign = Counter(each.sign for each in parted).most_common(1)[0][0] if parted else ""
    alike = [each for each in parted if each.sign == sign]
    people = {tuple(map(fold, each.names)) for each in alike}
    is_most = len(alike) >= max(_FEWEST, _NEARLY_ALL * len(titles))
    are_others = len(people) >= _NEARLY_ALL * len(alike)
    return (
        sign if is_most and are_others and _READS * sum(each.reads for each in alike) >= len(alike) else None
    )


def _first(title: str) -> re.Match[str] | None:
    """A title that begins with names of people and a sign behind them; None for others."""
    match = _BEFORE.fullmatch(title) if len(title) < _LONGEST else None
    names = split_people(match["people"]) if match else []
    return match if names and all(map(_is_name, names)) else None


def _is_name(text: str) -> bool:
    """Whether a text is the name of a person, with a given name or its initials: "B. Roe"."""
    bare = without_title(text)
    initials = _INITIALS.match(bare)
    return is_family_name(bare[initials.end() :]) if initials else " " in bare and is_person(bare)


def _parted(title: str) -> _Told | None:
    """Who stands before a title, and this; None where somebody else or a place may stand behind them."""
    match = _first(title)
    if match is None:
        return None
    names = tuple(map(without_title, split_people(match["people"])))
    quoted = _QUOTED.fullmatch(match["title"])
    behind = match["title"].partition(",")[0].strip()
    is_other = (" " in behind and is_person(behind)) or is_institution(match["title"]) or names_room(behind)
    is_title = any(map(str.isalpha, behind)) and not behind[0].islower() and not is_other
    if not (quoted or is_title) or (match["place"] and len(names) > 1):
        return None
    return _Told(names, match["place"], match["sign"].strip(), quoted[1] if quoted else match["title"])


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


def _with_speakers(record: Record, sign: str | None) -> Record:
    told = _parted(record.title.value) if record.title and _is_untold(record) else None
    if told is None or record.title is None or told.sign != sign:
        return record
    title = replace(record.title, value=told.title)
    named = [Participant(name=name, affiliation=told.place) for name in told.names]
    people = with_more(record.people, named, title.place)
    if isinstance(record, SlotRecord):
        return replace(renamed(record, title), people=people)
    return replace(record, title=title, people=people)
