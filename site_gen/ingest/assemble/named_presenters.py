"""Who presents a paper is called as in its byline: "A. Lee", beside a paper of Ann Lee and Bob Roe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from site_gen.conference import Paper, Participant, Session, Slot
from site_gen.ingest.assemble.assembled import AssembledEntity
from site_gen.ingest.assemble.bylines import is_short
from site_gen.ingest.link.traits import name_key
from site_gen.ingest.record_changes import each_changed
from site_gen.text import fold
from site_gen.values import replace

Names = Mapping[str, Sequence[str]]


def with_named_presenters(
    sessions: Iterable[AssembledEntity[Session]], papers: Iterable[AssembledEntity[Paper]]
) -> tuple[AssembledEntity[Session], ...]:
    """The sessions, where who speaks on a paper has the name of its only author that may be meant."""
    names = {each.value.id: [own.name for own in each.value.authors if own.name] for each in papers}
    return tuple(replace(each, value=_session(each.value, names)) for each in sessions)


def _session(session: Session, names: Names) -> Session:
    slots = each_changed(partial(_slot, names=names), session.slots)
    alone = slots[0].paper if len(slots) == 1 else None
    people = _people(session.people, names.get(alone or "", ()))
    is_same = slots is session.slots and people is session.people
    return session if is_same else replace(session, slots=slots, people=people)


def _slot(slot: Slot, names: Names) -> Slot:
    people = _people(slot.people, names.get(slot.paper or "", ()))
    return slot if people is slot.people else replace(slot, people=people)


def _people(people: tuple[Participant, ...], authors: Sequence[str]) -> tuple[Participant, ...]:
    if not people or not authors:
        return people
    found = tuple(_person(each, authors) for each in people)
    return people if found == people or len({fold(each.name) for each in found}) < len(found) else found


def _person(person: Participant, authors: Sequence[str]) -> Participant:
    if person.role == "chair" or any(fold(person.name) == fold(each) for each in authors):
        return person
    fitting = [
        each for each in authors if name_key(each) == name_key(person.name) or is_short(person.name, each)
    ]
    return replace(person, name=fitting[0]) if len(fitting) == 1 else person
