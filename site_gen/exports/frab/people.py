"""Who takes part in the events of a schedule, and the numbers that its format wants beside each guid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from site_gen.conference import Authorship, Participant
from site_gen.site import Site
from site_gen.site.events import Event, identity
from site_gen.text import fold
from site_gen.writers.event_texts import plain_line

_NUMBERS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class SchedulePerson:
    """Somebody who takes part; `number` is the id in the old style, the same in every edition."""

    guid: str
    number: int
    name: str


def people_of(site: Site, event: Event) -> tuple[SchedulePerson, ...]:
    """Each person once: those of the session and its slots; of a slot, its speakers and authors."""
    found: dict[str, SchedulePerson] = {}
    for each in _taking_part(site, event):
        person = _person(site, event, each)
        if person:
            found.setdefault(person.guid, person)
    return tuple(found.values())


def numbered(guids: Iterable[UUID], given: Mapping[UUID, int | None] | None = None) -> dict[UUID, int]:
    """A number for each guid: the given one, else made of it alone unless two make the same.

    All are below 2³¹, for readers of old.
    """
    numbers: dict[UUID, int] = {}
    taken: set[int] = set()
    for guid, number in sorted((given or {}).items()):
        if number and number < 2**31 and number not in taken:
            numbers[guid] = number
            taken.add(number)
    for guid in sorted(set(guids) - numbers.keys()):
        number = _number(guid)
        while number in taken:
            number = number % _NUMBERS + 1
        taken.add(number)
        numbers[guid] = number
    return numbers


def _taking_part(site: Site, event: Event) -> Iterator[Participant | Authorship]:
    if event.slot is None:
        yield from event.session.people
        for slot in event.session.slots:
            yield from slot.people
        return
    yield from event.slot.people
    if event.slot.paper:
        yield from site.catalogue.editions[event.edition].papers[event.slot.paper].authors


def _person(site: Site, event: Event, printed: Participant | Authorship) -> SchedulePerson | None:
    """The person behind a printed name; None where the name is missing."""
    people = site.catalogue.people
    name, who = people.shown_name(printed), people.id_of(printed)
    if name is None:
        return None
    path = ("authors", who) if who else (event.edition, "people", fold(name))
    guid = identity(site.catalogue.series, *path)
    return SchedulePerson(str(guid), _number(guid), plain_line(name))


def _number(guid: UUID) -> int:
    return guid.int % _NUMBERS + 1
