"""What tables of people say of those who have a role in the programme: institution, biography, homepage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord
from site_gen.text import fold, words
from site_gen.text.suggestions import listed

DESCRIPTIVE = ("affiliation", "homepage", "biography")
People = Fact[tuple[Participant, ...]]


def with_described(readings: Sequence[Reading]) -> list[Reading]:
    """The readings whose people are described where a table says more of them.

    Who is in no session of any document is named in the line of the table.
    """
    descriptions = [fact for reading in readings for fact in reading.people]
    if not descriptions:
        return list(readings)
    known: dict[str, Participant] = {}
    for fact in descriptions:
        known.setdefault(fold(fact.value.name), fact.value)
    described = [
        with_changed_records(
            reading,
            slot=lambda slot: replace(slot, people=_people(slot.people, known)),
            session=lambda session: _session(session, known),
        )
        for reading in readings
    ]
    named = {
        fold(each.name) for reading in described for people in reading.every_people() for each in people.value
    }
    return [_with_absent_named(each, named) for each in described]


def _with_absent_named(reading: Reading, named: set[str]) -> Reading:
    absent = [fact for fact in reading.people if fold(fact.value.name) not in named]
    if not absent:
        return reading
    names = listed([f"'{fact.value.name}' (line {fact.place.line})" for fact in absent])
    return replace(reading, remark=f"in no session: {names}")


def _session(session: SessionRecord, known: Mapping[str, Participant]) -> SessionRecord:
    session = _with_speaker(session, known)
    return replace(session, people=_people(session.people, known))


def _with_speaker(session: SessionRecord, known: Mapping[str, Participant]) -> SessionRecord:
    """An invited talk by the one person of a table whom its title names: "Keynote: Ann Lee"."""
    is_invited = session.kind is not None and session.kind.value == "invited-talk"
    people = session.people.value if session.people else ()
    if session.title is None or not is_invited or any(each.role == "speaker" for each in people):
        return session
    title = f" {' '.join(words(session.title.value))} "
    found = [person for person in known.values() if f" {' '.join(words(person.name))} " in title]
    if len(found) != 1:
        return session
    return replace(session, people=Fact((*people, Participant(name=found[0].name)), session.title.place))


def _people(people: People | None, known: Mapping[str, Participant]) -> People | None:
    if people is None or not any(fold(each.name) in known for each in people.value):
        return people
    return replace(people, value=tuple(_person(each, known.get(fold(each.name))) for each in people.value))


def _person(person: Participant, description: Participant | None) -> Participant:
    """A person with what is told; what the programme says itself stays."""
    if description is None:
        return person
    more = {name: getattr(description, name) for name in DESCRIPTIVE if not getattr(person, name)}
    return replace(person, **more)
