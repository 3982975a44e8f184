"""The people of a programme with their places in content."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Conference, Participant

Steps = tuple[str | int, ...]


def participants(conference: Conference) -> Iterator[tuple[str, Steps, Participant]]:
    """Everybody with a role in a session or slot: the session's id, the steps inside it, the person."""
    for session in conference.sessions:
        for position, person in enumerate(session.people):
            yield session.id, ("people", position), person
        for number, slot in enumerate(session.slots):
            for position, person in enumerate(slot.people):
                yield session.id, ("slots", number, "people", position), person
