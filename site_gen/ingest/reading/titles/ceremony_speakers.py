"""Who opens or closes, behind the title of a ceremony: "Welcome by Ann Lee", "Opening (Bo Dee, Mayor)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import looks_named
from site_gen.ingest.reading.people.institutions import POSITION
from site_gen.ingest.reading.people.names import AND
from site_gen.ingest.reading.people.people import speakers_of, with_more, without_title
from site_gen.ingest.reading.texts.labels import CHAIR_WORDS
from site_gen.ingest.reading.times.days import has_digit
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import known_names
from site_gen.ingest.record_changes import Record, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

CEREMONY = re.compile(
    r"\b(?:welcome|opening|clos(?:e|ing)|(?:final|concluding) remarks|wrap[- ]?up"
    r"|(?:tagungs)?er[oö]ffnung|begr[uü](?:ß|ss)ung|gru(?:ß|ss)worte?|verabschiedung|(?:ab)?schlusswort"
    r"|ouverture|bienvenue|cl[oô]ture|apertura|bienvenida|inauguraci[oó]n|acto inaugural|clausura|benvenuto"
    r"|saluti|chiusura|abertura|boas[- ]vindas|encerramento|otwarcie|zamknięcie|açılış|kapanış"
    r"|открытие|закрытие)\b",
    re.IGNORECASE,
)
"""The words of what opens or closes a conference."""
_BEHIND = re.compile(
    r"(?P<title>[^()\[\]:–—]+?)\s*"
    r"(?:\((?P<inside>[^()]+)\)|(?:\s(?:by|durch|par|por|da|door|av)|\s?[:–—.]|\s-)\s+(?P<who>\S.*))"
)
_BETWEEN = re.compile(rf"\s*(?:;|(?<=\)),|,?\s?{AND})\s*(?![^()]*\))")  # people, not what stands in brackets
_PERSON = re.compile(r"(?P<name>[^(),]+?)\s*(?:,\s*(?P<behind>[^()]+?)\s*)?(?:\((?P<at>[^()]{2,100})\))?")
_TASK = re.compile(rf"\b(?:{CHAIR_WORDS})\b|{POSITION.pattern}", re.IGNORECASE)
_MOST_WORDS = 6  # of the title of a ceremony


@dataclass(frozen=True, slots=True)
class Named:
    """The title of a ceremony, and who is named behind it as it seems.

    It `is_sure` where more than two words with capitals says so: a degree, a place or a task. "By" does not:
    a company welcomes too.
    """

    title: str
    people: tuple[Participant, ...]
    is_sure: bool

    def is_known(self, names: Collection[str]) -> bool:
        """Whether these surely are people: something says so, or all are among these names."""
        return self.is_sure or (bool(self.people) and all(fold(each.name) in names for each in self.people))


def is_ceremony(title: str) -> bool:
    """Whether a title begins as what opens or closes a conference, perhaps with who does that."""
    if len(title.split()) > 2 * _MOST_WORDS:
        return False
    begin = _BEHIND.fullmatch(title)
    return CEREMONY.search(begin["title"] if begin else title) is not None


def named_behind(title: str) -> Named | None:
    """Who is named behind the title of a ceremony; None where nobody is, or it is none."""
    match = _BEHIND.fullmatch(title) if CEREMONY.search(title) else None
    bare = match["title"] if match else ""
    is_ceremony = CEREMONY.search(bare) and len(bare.split()) <= _MOST_WORDS
    if match is None or not is_ceremony or kind_of_words(bare) in PAUSES:
        return None
    people: list[Participant] = []
    is_sure = False
    for part in _BETWEEN.split(match["inside"] or match["who"]):
        person = _PERSON.fullmatch(part)
        name = without_title(squeeze(person["name"])) if person else ""
        if person is None or " " not in name or not looks_named(name) or names_room(part):
            return None
        behind = squeeze(person["behind"] or "")
        if behind and looks_named(behind) and not _TASK.search(behind):  # "Ann Lee, Bo Dee"
            return Named(title, (), is_sure=False)
        place = ", ".join(filter(None, (behind, squeeze(person["at"] or ""))))
        if has_digit(place):
            return None
        people.append(Participant(name=name, affiliation=place or None))
        is_sure = is_sure or bool(place) or name != squeeze(person["name"])
    return Named(squeeze(bare), tuple(people), is_sure)


def with_ceremony_speakers(reading: Reading) -> Reading:
    """A reading in which those speak who are surely named behind the titles of ceremonies."""
    if not any(_untold(reading)):
        return reading
    known = known_names(reading)

    def told(record: Record) -> Record:
        found = _speaker(record, known)
        return replace(record, title=found[0], people=found[1]) if found else record

    return with_changed_records(reading, slot=told, session=told)


def unsure_ceremonies(reading: Reading) -> Iterator[Fact[str]]:
    """The titles of ceremonies behind which two words may be a name, and may be anything else."""
    untold = [*_untold(reading)]
    known = known_names(reading) if untold else ()
    for title, named in untold:
        if not named.is_known(known):
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
    is_told = is_talk or speakers_of(record.people)
    return named_behind(record.title.value) if record.title and not is_told else None


def _speaker(
    record: SessionRecord | SlotRecord, known: Collection[str]
) -> tuple[Fact[str], Fact[tuple[Participant, ...]]] | None:
    """The title without who speaks, and all people; None where it surely names nobody."""
    named = _named(record)
    if record.title is None or named is None or not named.is_known(known):
        return None
    people = with_more(record.people, named.people, record.title.place)
    return replace(record.title, value=named.title), people
