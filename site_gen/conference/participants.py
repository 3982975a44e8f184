"""The people of a programme with their places in content."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Conference, Participant, Session

Steps = tuple[str | int, ...]


def participants(session: Session) -> Iterator[tuple[Steps, Participant]]:
    """Everybody with a role in a session or its slots, each with the steps that lead there inside it."""
    for position, person in enumerate(session.people):
        yield ("people", position), person
    for number, slot in enumerate(session.slots):
        for position, person in enumerate(slot.people):
            yield ("slots", number, "people", position), person


def all_participants(conference: Conference) -> Iterator[tuple[Steps, Participant]]:
    """The same of a whole conference, each with what `locate` finds the place by."""
    for session in conference.sessions:
        for steps, person in participants(session):
            yield ("sessions", conference.id, session.id, *steps), person
