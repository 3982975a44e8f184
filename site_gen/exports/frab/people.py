"""Who takes part in the events of a schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.conference import Authorship, Participant
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event, identity
from site_gen.site.scheduled import number_of
from site_gen.text import fold
from site_gen.values import dataclass
from site_gen.writers.event_texts import plain_paragraphs
from site_gen.writers.links import uri


@dataclass(frozen=True, slots=True)
class SchedulePerson:
    """Somebody who takes part; `number` is the id in the old style, the same in every edition.

    `biography` is empty, and `picture` None, where they are not known; without a base URL no picture has an
    address.
    """

    guid: str
    number: int
    name: str
    biography: str
    picture: str | None


def people_of(site: Site, event: Event) -> tuple[SchedulePerson, ...]:
    """Each person once: those of the session and its slots; of a slot, its speakers and authors."""
    found: dict[str, SchedulePerson] = {}
    for each in _taking_part(site, event):
        person = _person(site, event, each)
        if person:
            before = found.setdefault(person.guid, person)
            found[person.guid] = replace(
                before,
                biography=before.biography or person.biography,
                picture=before.picture or person.picture,
            )
    return tuple(found.values())


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
    speaker = printed if isinstance(printed, Participant) else None
    picture = site.static.get(speaker.picture or "") if speaker else None
    return SchedulePerson(
        guid=str(guid),
        number=number_of(guid),
        name=plain_line(name),
        biography=plain_paragraphs((speaker and speaker.biography) or ""),
        picture=uri(address) if picture and (address := site.absolute(picture)) else None,
    )
