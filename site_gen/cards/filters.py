"""By what a reader may choose from a programme: kinds, tracks, rooms, how one takes part and who can."""

from __future__ import annotations

from collections.abc import Container, Iterable

from site_gen.cards.parts import SessionCard
from site_gen.conference.programme import SESSION_KINDS
from site_gen.locale import Locale
from site_gen.site import Edition
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a group: its id, as what is chosen from carries it in its markup, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in one respect; `name` is that of the query in the address."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filters(locale: Locale, edition: Edition, sessions: Iterable[SessionCard]) -> tuple[Choices, ...]:
    """What parts these sessions; a group with fewer than two choices parts nothing."""
    shown = list(sessions)
    kinds, tracks = {each.kind for each in shown}, {each.track for each in shown}
    rooms = {room for each in shown for room in each.rooms}
    attendances = {each.attendance for each in shown}
    groups = (
        Choices(
            "kind",
            locale.words.kind,
            _of(((kind, locale.words.session_kinds[kind]) for kind in SESSION_KINDS), kinds),
        ),
        Choices(
            "track",
            locale.words.track,
            _of(((each.id, each.name) for each in edition.tracks.values()), tracks),
        ),
        Choices(
            "room",
            locale.words.room,
            _of(((each.id, each.name) for each in edition.rooms.values()), rooms),
        ),
        Choices("attendance", locale.words.attendance, _of(locale.words.attendances.items(), attendances)),
    )
    accesses = {each for card in shown for each in card.access}
    access = Choices("access", locale.words.access, _of(locale.words.accesses.items(), accesses))
    # One way of access parts those sessions that have it from the others.
    return (*(group for group in groups if len(group.choices) > 1), *([access] if accesses else []))


def _of(known: Iterable[tuple[str, str]], wanted: Container[str]) -> tuple[Choice, ...]:
    """The choices among those known, in their order."""
    return tuple(Choice(own, name) for own, name in known if own in wanted)
