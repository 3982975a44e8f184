"""Who takes part in the events of a schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from site_gen.conference import Authorship, Participant
from site_gen.conference.participants import participants
from site_gen.graph.queries import resource
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event, identity, uuid_of
from site_gen.site.scheduled import number_of
from site_gen.text import fold
from site_gen.values import dataclass
from site_gen.writers.event_texts import plain_paragraphs
from site_gen.writers.links import uri


@dataclass(frozen=True, slots=True)
class SchedulePerson:
    """Somebody who takes part; `number` is the id in the old style.

    It is the source's, else made, the same in every edition. `biography` is empty, and `picture` None, where
    they are not known; without a base URL no picture has an address.
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


@resource
def source_numbers(site: Site, edition: str) -> dict[str, int]:
    """The numbers by which the source calls the people of an edition, by the ids made of their names.

    A number that is said of two people is that of neither.
    """
    bearers: dict[int, dict[str, None]] = {}
    for each, made in _called_by_source(site, edition):
        if each.number and each.number < 2**31:
            bearers.setdefault(each.number, {})[made] = None
    return {next(iter(made)): number for number, made in bearers.items() if len(made) == 1}


@resource
def source_ids(site: Site, edition: str) -> dict[str, str]:
    """What the source calls the people of an edition, where that is a UUID, by the ids made of their names.

    Who had another name is called by the made one: the other may be made of that name.
    """
    found: dict[str, str] = {}
    for each, made in _called_by_source(site, edition):
        if each.guid:
            found.setdefault(made, uuid_of(each.guid, UUID(made)))
    return found


def _called_by_source(site: Site, edition: str) -> Iterator[tuple[Participant, str]]:
    """The people of an edition whose name is shown as it is printed, with the id made of it."""
    people = site.catalogue.people
    for session in site.catalogue.editions[edition].sessions.values():
        for _, each in participants(session):
            name, who = people.shown_name(each), people.id_of(each)
            if name and name == each.name:
                yield each, str(_made(site, edition, name, who))


def _made(site: Site, edition: str, name: str, who: str | None) -> UUID:
    path = ("authors", who) if who else (edition, "people", fold(name))
    return identity(site.catalogue.series, *path)


def _person(site: Site, event: Event, printed: Participant | Authorship) -> SchedulePerson | None:
    """The person behind a printed name; None where the name is missing."""
    people = site.catalogue.people
    name, who = people.shown_name(printed), people.id_of(printed)
    if name is None:
        return None
    guid = _made(site, event.edition, name, who)
    speaker = printed if isinstance(printed, Participant) else None
    picture = site.static.get(speaker.picture or "") if speaker else None
    return SchedulePerson(
        guid=source_ids(site, event.edition).get(str(guid), str(guid)),
        number=source_numbers(site, event.edition).get(str(guid)) or number_of(guid),
        name=plain_line(name),
        biography=plain_paragraphs((speaker and speaker.biography) or ""),
        picture=uri(address) if picture and (address := site.absolute(picture)) else None,
    )
