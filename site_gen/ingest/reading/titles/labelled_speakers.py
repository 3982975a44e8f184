"""Titles of talks that name who speaks behind a label: "Keynote: Ann Lee (Barn Ltd) – Why Owls Turn"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import looks_named
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import is_person, split_people
from site_gen.ingest.reading.people.people import is_titled, speakers_of, with_more, without_title
from site_gen.ingest.reading.titles.award_words import AWARD
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import is_one_talk
from site_gen.ingest.reading.titles.title_types import is_type
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:()\[\]–—]{2,40}?)(?:\s*:|\s+[–—-])\s+(?=\S)")
_SIGN = re.compile(
    r"\s+[–—-]{1,2}\s+|:\s+|,?\s+(?=[\"“„«][^\"”“»]+[\"”“»]$)"  # before a title
)
_QUOTES = '"“”„«» '
_QUOTED = re.compile(r"[\"“„«][^\"”“»]+[\"”“»]")
_PLACE = re.compile(r"\s*\((?P<place>[^()]{2,100})\)\s*$")
_LENGTH = re.compile(r"\s*\(\d{1,3} ?(?:h|hrs?|hours?|min|mins|minutes)\)\s*$", re.I)
_COUNT = re.compile(r"\s*#?\d{1,2}$")
_TALK = re.compile(r"(?:talk|lecture|address|presentation|keynote|speaker|plenary)s?$")
# "Ann Lee (invited talk), title: Why Owls Turn".
_TITLED = re.compile(
    r"(?P<who>[^:]{3,160}?)[,;.]?\s(?:[–—-]\s)?(?:talk )?"
    r"(?:title|titel|titre|t[ií]tulo|titolo|tytuł|thema|tema|тема)\s*:\s+(?P<title>\S.*)",
    re.IGNORECASE,
)
_TYPED = re.compile(r"(?P<who>[^:()]{3,60}\([^()]{3,60}\)):\s+(?P<title>\S.*)")  # "Ann Lee (keynote): Owls"
_SPEAKER = re.compile(r"\bspeakers?$")
_OF_TITLE = "title"  # what stands for the label of a talk whose title has one of its own
_FEWEST = 2  # titles with one label that name somebody


@dataclass(frozen=True, slots=True)
class _Told:
    """What a title says: its label, who speaks, where they work, and what the talk is called."""

    label: str
    names: tuple[str, ...]
    place: str
    title: str
    is_titled: bool = False  # the title is surely one: it has a label, or the name says of what it is

    @property
    def word(self) -> str:
        """The label without its number, folded: that of all titles which are labelled so."""
        return _word(self.label)


def names_speaker(title: str) -> bool:
    """Whether a title has a label of a talk, and behind it names with where they work, or a title.

    Names alone are enough behind a label of speakers.
    """
    told = _told(title)
    return told is not None and bool(told.place or told.title or _SPEAKER.search(told.word))


def waits_for_title(title: str) -> bool:
    """Whether a title says by its label who speaks, and not what the talk is called."""
    told = _told(title)
    return told is not None and not told.title


def names_surely(title: str) -> bool:
    """Whether somebody with a degree, or who works somewhere, stands behind the label of a title."""
    told, match = _told(title), _LABEL.match(title)
    return told is not None and bool(told.place or (match and is_titled(title[match.end() :])))


def with_labelled_speakers(reading: Reading) -> Reading:
    """A reading in which those speak whom titles name behind the labels of talks.

    Without a place of work, labels must name people wherever they stand, for two words may be a topic.
    """
    told = [title.value for title in _untold(reading)]
    labels = _of_people(told)
    if not any(_is_sure(title, labels) for title in told):
        return reading

    def session(record: SessionRecord) -> SessionRecord:
        found = _speaker(record, labels) if is_one_talk(record) else None
        return replace(record, title=found[0], people=found[1]) if found else record

    def slot(record: SlotRecord) -> SlotRecord:
        found = _speaker(record, labels)
        if found is None:
            return record
        paper = replace(record.paper, title=found[0]) if record.paper else None
        return replace(record, title=found[0], people=found[1], paper=paper)

    return with_changed_records(reading, slot=slot, session=session)


def _untold(reading: Reading) -> Iterator[Fact[str]]:
    """The titles of what nobody is told to speak in."""
    for session in reading.sessions:
        own = (session,) if is_one_talk(session) else ()
        records: Iterable[SessionRecord | SlotRecord] = (*own, *session.slots)
        yield from (each.title for each in records if each.title and _is_untold(each))


def _is_untold(record: SessionRecord | SlotRecord) -> bool:
    is_paper = isinstance(record, SlotRecord) and record.paper is not None and not record.paper.is_mention
    return not is_paper and not speakers_of(record.people)


def _speaker(
    record: SessionRecord | SlotRecord, labels: Collection[str]
) -> tuple[Fact[str], Fact[tuple[Participant, ...]]] | None:
    """The title without who speaks, and all people; None where it surely names nobody."""
    if record.title is None or not _is_untold(record) or not _is_sure(record.title.value, labels):
        return None
    told = _told(record.title.value)
    assert told is not None
    place = record.title.place
    speakers = tuple(Participant(name=each, affiliation=told.place or None) for each in told.names)
    return Fact(told.title or told.label, place), with_more(record.people, speakers, place)


def _is_sure(title: str, labels: Collection[str]) -> bool:
    told = _told(title)
    if told is None:
        return False
    is_placed = bool(told.place) and (bool(told.title) or is_institution(told.place))
    return is_placed or told.is_titled or told.word in labels or _SPEAKER.search(told.word) is not None


def _of_people(titles: Collection[str]) -> frozenset[str]:
    """The labels of talks behind which people stand in each title."""
    named: dict[str, list[_Told | None]] = defaultdict(list)
    for title in titles:
        match = _LABEL.match(title)
        if match:
            named[_word(match["label"])].append(_told(title))
    return frozenset(
        label for label, found in named.items()
        if all(found) and len({each.names for each in found if each}) >= _FEWEST
    )  # fmt: skip


def _word(label: str) -> str:
    return fold(_COUNT.sub("", label))


def _told(title: str) -> _Told | None:
    """What a title says behind the label of a talk, or before that of its title; None if it names nobody."""
    titled = _TITLED.fullmatch(title) or _TYPED.fullmatch(title)
    before = _before_title(titled["who"], titled["title"]) if titled else None
    if before and titled and (titled.re is _TITLED or before.label != _OF_TITLE):
        return before
    match = _LABEL.match(title)
    if match is None or not _is_of_talk(_word(match["label"])):
        return None
    rest = _LENGTH.sub("", title[match.end() :])
    if labelled := _TITLED.fullmatch(rest):  # "Keynote: Ann Lee (Leeds), title: Owls"
        told = _before_title(labelled["who"], labelled["title"])
        return replace(told, label=squeeze(match["label"])) if told else None
    sign = _SIGN.search(rest)
    who, stated = (rest[: sign.start()], rest[sign.end() :]) if sign else (rest, "")
    behind, is_quoted = stated.strip(_QUOTES), _QUOTED.fullmatch(stated.strip()) is not None
    place = _PLACE.search(who)
    bare = who[: place.start()] if place else who
    if place is None and is_institution(bare.partition(", ")[2]):
        bare, _, at = bare.partition(", ")
    else:
        at = place["place"] if place else ""
    names = tuple(without_title(squeeze(each)) for each in split_people(bare))
    are_people = bool(names) and all(is_person(each) and " " in each for each in names)
    if (
        not are_people
        or names_room(at)
        or _names_somebody(at)
        or (not is_quoted and looks_named(_PLACE.sub("", behind)))
    ):  # "Formal Methods – Ann Lee"
        return None
    return _Told(squeeze(match["label"]), names, squeeze(at), squeeze(behind), is_titled=is_quoted)


def _before_title(who: str, title: str) -> _Told | None:
    """Who stands before the label of a title, with where they work as brackets say; None if nobody does."""
    place = _PLACE.search(who)
    said = [each.strip() for each in place["place"].split(",")] if place else []
    talks = [each for each in said if _is_of_talk(fold(each))]
    names = tuple(
        without_title(squeeze(each)) for each in split_people(who[: place.start()] if place else who)
    )
    if not names or not all(is_person(each) and " " in each for each in names):
        return None
    at = ", ".join(each for each in said if each not in talks)
    label = talks[0] if talks else _OF_TITLE
    return _Told(label, names, at, squeeze(title.strip(_QUOTES)), is_titled=True)


def _names_somebody(place: str) -> bool:
    """Whether what stands in brackets is who speaks, and no place: "Building Nests (Ann Lee, ETH)"."""
    name, comma, _ = place.partition(",")
    return bool(comma) and looks_named(name) and " " in name


def _is_of_talk(word: str) -> bool:
    is_talk = kind_of_words(word) == "invited-talk" or is_type(word) or _TALK.search(word) is not None
    return is_talk and not is_section(word) and not AWARD.search(word)
