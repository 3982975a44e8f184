"""What the sources say of one entity, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_gen.conference.programme import CALLED_OFF
from site_gen.content import Plain, digest
from site_gen.ingest.assemble import AssembledEntity
from site_gen.ingest.merge.provenance import FieldProvenance, Fields, place_texts
from site_gen.problems import Place

Sourced = Mapping[str, tuple[Plain, tuple[str, ...]]]
"""The value of each field of an entity and its places."""


def of_called_off(sourced: Sourced, current: Mapping[str, Plain], before: Fields) -> Sourced:
    """What sources say of a session; one that is called off stays where it was, whoever says that still."""
    status = sourced["status"][0] if "status" in sourced else ""
    if status not in CALLED_OFF:
        return sourced
    held = {name: (current[name], each.places) for name, each in before.items() if name in current}
    return {**held, **sourced}


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
