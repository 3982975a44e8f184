"""What ingest remembers of each field of each entity: where its value came from, and its digest.

One small file an entity, in content/<edition>/provenance/; machine-owned. A field whose digest
differs was edited by hand; one that is remembered but gone was deleted by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_gen.content import paths
from site_gen.content.loading import Content
from site_gen.content.plain import Plain, digest
from site_gen.content.writing import write_key, write_scalar
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

EntityKey = tuple[str, str]
"""The kind of an entity ("papers", "sessions", "awards", "conference", "authors") and its id."""

Slot = Mapping[str, Plain]
SlotDigests = Mapping[str, str]
"""What is remembered of a slot of a session: the digest of each of its keys."""

_HEAD = "Written by ingest; it remembers where each value came from. Edit the content file instead."
# A field as it is written where it has no slots and none of its places needs more than plain quotes.
_PLACE_TEXT = r"'[^'\\\n]*'|[A-Za-z][^'\"\\\n:#]*"
_SIMPLE = re.compile(
    r"(?P<field>[a-z_]+(?: [a-z_]+)?):\n  digest: (?P<quote>'?)(?P<digest>[0-9a-f]{16})(?P=quote)\n"
    rf"  (?P<kind>from|last-seen):\n(?P<places>(?:    - (?:{_PLACE_TEXT})\n)+)"
)
_PLACE = re.compile(r"    - '?(.*?)'?\n")


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """A field as ingest last took it from the sources: the digest of its value and its places.

    Where no source says it any more (`is_past`), the places are where it was last seen. `slots` are the
    digests of each slot, where the field is a session's list of them. Ids by which sources call an entity
    are remembered as fields of two words ("hotcrp number"), which no entity has.
    """

    digest: str
    places: tuple[str, ...]
    is_past: bool = False
    slots: tuple[SlotDigests, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """The source documents that say it."""
        return frozenset(map(file_of, self.places))


Fields = Mapping[str, FieldProvenance]


def remembered(name: str, value: Plain, places: tuple[str, ...]) -> FieldProvenance:
    """What is remembered of a field that the sources say now."""
    slots = tuple(map(slot_digests, slots_of(value))) if name == "slots" else ()
    return FieldProvenance(digest(value), places, slots=slots)


def slot_digests(slot: Slot) -> SlotDigests:
    """What is remembered of a slot: the digest of each key."""
    return {name: digest(value) for name, value in slot.items()}


def slots_of(slots: Plain) -> list[Slot]:
    """The slots that a plain value lists."""
    return [slot for slot in slots if isinstance(slot, dict)] if isinstance(slots, list) else []


def is_source_id(field: str) -> bool:
    """Whether what is remembered is an id by which a source calls the entity, and no field of it."""
    return " " in field


def file_of(place: str) -> str:
    """The source document of a remembered place."""
    return re.sub(r"(:\d+){1,2}$", "", place)


def load_provenance(content: Content, edition: str, problems: ProblemLog) -> dict[EntityKey, Fields]:
    """All that is remembered of an edition; empty before its first ingest."""
    return {
        (kind, entity): entity_provenance(content, edition, kind, entity, problems)
        for kind, entity in _entities(content.project, edition)
    }


def entity_provenance(
    content: Content, edition: str, kind: str, entity: str, problems: ProblemLog
) -> dict[str, FieldProvenance]:
    """What is remembered of one entity; empty for one that was made by hand."""
    file = paths.provenance(edition, kind, entity)
    text = content.text(file, problems)
    simple = _read_simple(text) if text else {}
    if simple is not None:
        return simple
    mapping = content.mapping_of(text, file, problems) or {}
    return {field: _read(value) for field, value in mapping.items()}


def _read_simple(text: str) -> dict[str, FieldProvenance] | None:
    """What a file as ingest writes nearly all remembers; None where it must be read as YAML.

    A project has as many as papers and people, and each ingest reads them all.
    """
    fields: dict[str, FieldProvenance] = {}
    head = f"# {_HEAD}\n"
    end = len(head) if text.startswith(head) else 0
    while end < len(text):
        found = _SIMPLE.match(text, end)
        if found is None or found["field"] in fields:
            return None
        places = tuple(_PLACE.findall(found["places"]))
        fields[found["field"]] = FieldProvenance(found["digest"], places, found["kind"] == "last-seen")
        end = found.end()
    return fields


def provenance_text(fields: Fields) -> str:
    """The text of an entity's provenance file."""
    return "".join((f"# {_HEAD}\n", *(_field_text(name, value) for name, value in fields.items())))


def _field_text(name: str, value: FieldProvenance) -> str:
    """The lines of one field; nearly all are as simple as they are read."""
    if value.slots or not value.places:
        return write_key(name, _written(value))
    seen = "last-seen" if value.is_past else "from"
    places = "".join(f"    - {write_scalar(place)}\n" for place in value.places)
    return f"{write_scalar(name)}:\n  digest: {write_scalar(value.digest)}\n  {seen}:\n{places}"


def _read(value: Plain) -> FieldProvenance:
    if not isinstance(value, dict):
        return FieldProvenance("", ())
    seen, places, slots = (value.get(name) for name in ("last-seen", "from", "slots"))
    is_past = isinstance(seen, list)
    listed = seen if is_past else places
    texts = tuple(map(str, listed)) if isinstance(listed, list) else ()
    of_slots = tuple(map(_digests, slots)) if isinstance(slots, list) else ()
    return FieldProvenance(str(value.get("digest", "")), texts, is_past, of_slots)


def _digests(slot: Plain) -> SlotDigests:
    return {name: str(value) for name, value in slot.items()} if isinstance(slot, dict) else {}


def _written(value: FieldProvenance) -> dict[str, Plain]:
    written: dict[str, Plain] = {"digest": value.digest}
    written["last-seen" if value.is_past else "from"] = list(value.places)
    return {**written, "slots": [{**slot} for slot in value.slots]} if value.slots else written


def _entities(project: Path, edition: str) -> Iterator[EntityKey]:
    for path in sorted(project.glob(paths.provenance(edition, "*", "*"))):
        yield path.parent.name, path.stem
