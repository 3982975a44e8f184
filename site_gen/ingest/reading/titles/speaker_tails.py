"""Who speaks, at the end of the title of an invited talk: "Keynote: Why Owls Turn, Ann Lee (Barn Ltd)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.people.names import is_person
from site_gen.ingest.reading.people.people import speakers_of, with_more, without_title
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.record_changes import Record, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_PLACE = re.compile(r"\s*\((?P<place>[^()]{2,100})\)$")
_SIGN = re.compile(r"\s*[,;/|–—-]\s+(?=[^,;/|–—]+$)")
_WORDS = (4, 3, 2)  # of a name, the longest first
_FEWEST = 3  # words of the title that is left, its label among them


@dataclass(frozen=True, slots=True)
class Tail:
    """A title, and a name at its end with where that works; `is_parted` is whether a sign stands between."""

    title: str
    name: str
    place: str
    is_parted: bool


def tails(title: str) -> Iterator[Tail]:
    """The ways in which a title may end in a name, the surest first."""
    match = _PLACE.search(title)
    bare, place = (title[: match.start()], match["place"]) if match else (title, "")
    sign = _SIGN.search(bare)
    if sign:
        yield Tail(bare[: sign.start()], squeeze(bare[sign.end() :]), place, True)
        return
    words = bare.split()
    for count in _WORDS:
        if len(words) >= count + _FEWEST:
            yield Tail(" ".join(words[:-count]), " ".join(words[-count:]), place, False)


def untold(reading: Reading) -> Iterator[tuple[Fact[str], Tail]]:
    """The invited talks of which nobody is told to speak, and whose title ends as if it named somebody."""
    titles = [*_untold_titles(reading)]
    known = known_names(reading) if titles else ()
    for title in titles:
        for tail in tails(title.value):
            is_name = is_person(without_title(tail.name)) and " " in tail.name
            if is_name and (tail.is_parted or tail.place) and fold(tail.name) not in known:
                yield title, tail
                break


def with_speakers(reading: Reading) -> Reading:
    """A reading in which those speak whom the title of an invited talk names, and the document elsewhere."""
    if not any(_untold_titles(reading)):
        return reading
    known = known_names(reading)
    return with_changed_records(
        reading, slot=lambda each: _told(each, known), session=lambda each: _told(each, known)
    )


def known_names(reading: Reading) -> frozenset[str]:
    """The names of all whom the document names as authors or in a programme, folded."""
    names = [each.name for paper in reading.every_paper() if paper.authors for each in paper.authors.value]
    names += [each.name for people in reading.every_people() for each in people.value]
    return frozenset(fold(without_title(name)) for name in names if name and " " in name)


def is_one_talk(session: SessionRecord) -> bool:
    """Whether a session is a talk: it holds nothing, or only what that is called."""
    return len(session.slots) < 2 and not any(each.paper or each.people for each in session.slots)


def _untold_titles(reading: Reading) -> Iterator[Fact[str]]:
    for session in reading.sessions:
        if session.title and _is_untold(session.title, session.people) and is_one_talk(session):
            yield session.title
        for slot in session.slots:
            if slot.title and slot.paper is None and _is_untold(slot.title, slot.people):
                yield slot.title


def _is_untold(title: Fact[str], people: Fact[tuple[Participant, ...]] | None) -> bool:
    return not speakers_of(people) and kind_of_words(title.value) == "invited-talk"


def _told(record: Record, known: Collection[str]) -> Record:
    """A talk, or a session of one, in which who stands behind its title and is known speaks."""
    is_held = record.slots if isinstance(record, SessionRecord) else record.paper
    if record.title is None or is_held or not _is_untold(record.title, record.people):
        return record
    for tail in tails(record.title.value):
        name = without_title(tail.name)
        if fold(name) in known:
            speaker = Participant(name=name, affiliation=tail.place or None)
            title = replace(record.title, value=tail.title)
            return replace(record, title=title, people=with_more(record.people, [speaker], title.place))
    return record
