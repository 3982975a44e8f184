"""What the sources say of one entity, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from site_gen.conference import Conference
from site_gen.conference.programme import CALLED_OFF
from site_gen.content import Plain, digest, expand_keys, fields_to_plain, to_plain, validated
from site_gen.ingest.assemble import AssembledEntity
from site_gen.ingest.merge.fields import Limits
from site_gen.ingest.merge.provenance import FieldProvenance, Fields, place_texts
from site_gen.ingest.records import Fact
from site_gen.problems import Place, ProblemLog

Sourced = Mapping[str, tuple[Plain, tuple[str, ...]]]
"""The value of each field of an entity and its places."""


def sourced_of(entities: Sequence[AssembledEntity[Any]], problems: ProblemLog) -> list[Sourced]:
    """What the sources say of each entity, just as content will hold and read it."""
    if not entities:
        return []

    def where(steps: Sequence[str | int]) -> Place:
        entity = entities[int(steps[0])]
        named = entity.sources.get(str(steps[1])) if len(steps) > 1 else None
        return (named or entity.places)[0]

    kind = type(entities[0].value)
    written = [fields_to_plain(entity.value) for entity in entities]
    whole = [expand_keys({"id": each.value.id, **own}) for each, own in zip(entities, written, strict=True)]
    values = validated(kind, whole, where, problems)
    return [
        {
            name: (value, places_of(entity, name))
            for name, value in (fields_to_plain(read) if read and read != entity.value else own).items()
        }
        for entity, own, read in zip(entities, written, values, strict=True)
    ]


def edition_sourced_of(
    conference: Conference, facts: Mapping[str, Fact[Any]], problems: ProblemLog
) -> Sourced:
    """What the sources say of the edition itself, just as content will hold and read it."""
    written = {name: to_plain(fact.value) for name, fact in facts.items()}
    places = {name: fact.place for name, fact in facts.items()}
    whole = expand_keys({"id": conference.id, "title": conference.title, **written})

    def where(steps: Sequence[str | int]) -> Place:
        return places.get(str(steps[1]), Place("")) if len(steps) > 1 else Place("")

    (read,) = validated(Conference, [whole], where, problems)
    held = fields_to_plain(read) if read else written
    return {name: (held.get(name), place_texts((places[name],))) for name in written if name in held}


def of_called_off(sourced: Sourced, current: Mapping[str, Plain], before: Fields) -> Sourced:
    """What sources say of a session; one that is called off stays where it was, whoever says that still."""
    status = sourced["status"][0] if "status" in sourced else ""
    if status not in CALLED_OFF:
        return sourced
    held = {name: (current[name], each.places) for name, each in before.items() if name in current}
    return {**held, **sourced}


def described_as_before(sourced: Sourced, current: Mapping[str, Plain]) -> Sourced:
    """What sources say of a session, whose people are described as content has them: a document that
    described them is not read now, or not there."""
    held = {str(each["name"]): each for each in _people(current) if isinstance(each, dict) and "name" in each}

    def person(value: Plain) -> Plain:
        own = value if isinstance(value, dict) else {"name": value}
        known = held.get(str(own.get("name")))
        return {**known, **own} if known else value

    def described(value: Plain) -> Plain:
        return [person(each) for each in value] if isinstance(value, list) else value

    def slot(value: Plain) -> Plain:
        if isinstance(value, dict) and "people" in value:
            return {**value, "people": described(value["people"])}
        return value

    completed = dict(sourced)
    if "people" in completed:
        completed["people"] = (described(completed["people"][0]), completed["people"][1])
    slots, places = completed.get("slots", ([], ()))
    if isinstance(slots, list) and slots:
        completed["slots"] = ([slot(each) for each in slots], places)
    return completed


def with_left_out_papers(
    sourced: Sourced, current: Mapping[str, Plain], before: Fields, limits: Limits
) -> Sourced:
    """What sources say of an award, with the papers that a wrong row of theirs leaves out."""
    known, held = before.get("papers"), current.get("papers")
    value, places = sourced.get("papers", ([], ()))
    if known is None or not known.files & limits.partial or digest(held) != known.digest:
        return sourced
    now = value if isinstance(value, list) else []
    missing = [each for each in held if each not in now] if isinstance(held, list) else []
    one_each = places if len(places) == len(now) else places[:1] * len(now)
    paper_places = (*one_each, *known.places[:1] * len(missing))
    return {**sourced, "papers": ([*now, *missing], paper_places)} if missing else sourced


def _people(session: Mapping[str, Plain]) -> list[Plain]:
    slots = session.get("slots")
    listed = [session, *(slots if isinstance(slots, list) else [])]
    named = [each.get("people") for each in listed if isinstance(each, Mapping)]
    return [each for people in named if isinstance(people, list) for each in people]


def places_of(entity: AssembledEntity[Any], field: str) -> tuple[str, ...]:
    """The places of a field; what else proves one of its items stands behind the place of that item."""
    found: list[Place] = []
    for number, place in enumerate(entity.sources.get(field) or entity.places, start=1):
        found += [place, *entity.sources.get(f"{field} {number}", ())]
    return place_texts(tuple(found))


def ids_of(entity: AssembledEntity[Any]) -> Fields:
    """What is remembered of the ids by which sources call an entity."""
    return {
        name: FieldProvenance(digest(value), place_texts(places))
        for name, (value, places) in entity.ids.items()
    }


def all_places(sourced: Sourced) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for _, places in sourced.values() for place in places))
