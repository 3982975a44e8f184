"""What several documents say of one session: who is in it, and which title says most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.link import DESCRIPTIVE
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import SessionRecord
from site_gen.text import fold, words

_WORDS_OF_KIND = 2  # "Invited talk"


def completed_people(lists: Sequence[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    """The people of the best record, with what only others say of the same ones, and of roles it has not."""
    best, *others = lists
    found: list[Participant] = []
    for person in best:
        same = [each for other in others for each in other if fold(each.name) == fold(person.name)]
        for each in same:
            more = {name: getattr(each, name) for name in DESCRIPTIVE if not getattr(person, name)}
            person = replace(person, **more)
        found.append(person)
    for other in others:
        roles = {person.role for person in found}
        found += [each for each in other if each.role not in roles]
    return tuple(found)


def saying_more(records: Sequence[SessionRecord]) -> Sequence[SessionRecord]:
    """The records whose title says more than an id, who speaks, or its kind, "Keynote: Ann Lee"; else all."""
    people = (each.name for record in records if record.people for each in record.people.value)
    names = frozenset(word for name in people for word in words(name))
    ids = {record.guid.value for record in records if record.guid}

    def says_nothing(record: SessionRecord) -> bool:
        if record.title and record.title.value in ids:
            return True
        rest = [word for word in words(record.title.value) if word not in names] if record.title else []
        return not rest or (len(rest) <= _WORDS_OF_KIND and kind_of_words(" ".join(rest)) == "invited-talk")

    return [each for each in records if not says_nothing(each)] or records
