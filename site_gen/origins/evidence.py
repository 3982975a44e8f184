"""What is known of the fields of an entity: their places in content, and what ingest remembers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from site_gen.content import Content, Plain, digest
from site_gen.content.paths import document_file, report
from site_gen.content.provenance import (
    FieldProvenance,
    file_of,
    is_source_id,
    remembered,
)
from site_gen.content.reading import read_tree
from site_gen.origins.facts import Fact
from site_gen.problems import Place
from site_gen.values import dataclass

MADE_ONCE = "derived: made once from the first title; it never changes"
BY_HAND = "made by hand"
EDITED = "edited by hand: the sources say otherwise"
DELETED = "deleted by hand: the sources have it"
UNKNOWN = "no source says it"
ELSEWHERE = (
    "authors", "conferences", "pages", "papers", "sessions", "awards", "rooms", "tracks",
    "volumes", "year",
)  # fmt: skip
PAST = "no source says this any more"
CALLED = "by this its source calls it; kept to know it again"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entity's fields as content has them, and as ingest remembers them."""

    content: Content
    section: str
    edition: str
    entity: str
    fields: Mapping[str, Plain]
    provenance: Mapping[str, FieldProvenance]
    others: Mapping[str, tuple[str, ...]]

    def place(self, *steps: str | int) -> Place:
        """The place in content of what steps lead to."""
        entity = "" if self.section == "conference" else self.entity
        return self.content.locate(self.section, self.edition, entity, *steps)

    def sources(self, field: str) -> tuple[str, ...]:
        """The places in source documents that say a field; none where no document says it any more."""
        return () if self.is_past(field) or field not in self.provenance else self.provenance[field].places

    def is_past(self, field: str) -> bool:
        """Whether a field was once taken from documents of which none says it any more."""
        known = self.provenance.get(field)
        return known is not None and (
            known.is_past
            or not any((self.content.project / document_file(file)).exists() for file in known.files)
        )

    def source_of(self, field: str, position: int, number: int) -> tuple[str, ...]:
        """The places that say one of `number` values of a field; all places where they do not pair up.

        A value has one place in the document that lists them; one in another document behind it says
        the same value.
        """
        places = self.sources(field)
        paired: list[tuple[str, ...]] = []
        for place in places:
            if not paired or file_of(place) == file_of(places[0]):
                paired.append((place,))
            else:
                paired[-1] = (*paired[-1], place)
        return paired[position] if len(paired) == number else places

    def remark(self, field: str) -> str:
        """Whether a person had a hand in a field."""
        if self.is_past(field):
            return f"{PAST}; last seen in {', '.join(self.provenance[field].places)}"
        if field not in self.fields:
            return DELETED if field in self.provenance else UNKNOWN
        if field not in self.provenance:
            return BY_HAND
        return "" if digest(self.fields[field]) == self.provenance[field].digest else EDITED

    def remark_of_slot(self, position: int) -> str:
        """Whether a person had a hand in one slot of a session, and what other documents say of it."""
        remarks = (self._hand_in_slot(position), *self.others.get(f"slots {position + 1}", ()))
        return "; ".join(each for each in remarks if each)

    def _hand_in_slot(self, position: int) -> str:
        known, slots = self.provenance.get("slots"), self.fields.get("slots")
        if known is None or not isinstance(slots, list) or self.remark("slots") != EDITED:
            return self.remark("slots")
        return "" if remembered("slots", [slots[position]], ()).slots[0] in known.slots else EDITED

    def fact(self, field: str, value: str | None = None, remark: str = "") -> Fact:
        """The fact that a field is; `value` is what to show of it."""
        shown = _shown(self.fields.get(field)) if value is None else value
        place = self.place(field) if field in self.fields else None
        remarks = [each for each in (self.remark(field), remark, *self.others.get(field, ())) if each]
        return Fact(field, shown, place, self.sources(field), "; ".join(remarks))

    def rest(self, shown: Sequence[str]) -> Iterator[Fact]:
        """The fields that content has or ingest remembers, but for those told already."""
        for field in dict.fromkeys([*self.fields, *self.provenance]):
            if is_source_id(field):
                yield Fact(field, "", None, self.sources(field), CALLED)
            elif field not in shown:
                yield from self.listed(field)

    def listed(self, field: str) -> Iterator[Fact]:
        """A field, and where it is a list one fact an item."""
        values = self.fields.get(field)
        if not isinstance(values, list):
            yield self.fact(field)
            return
        yield self.fact(field, str(len(values)))
        for position, value in enumerate(values):
            yield Fact(
                f"{field.removesuffix('s')} {position + 1}", _shown(value), self.place(field, position)
            )


def _shown(value: Plain) -> str:
    """A plain value in one line."""
    if isinstance(value, dict):
        return " ".join(map(_shown, value.values()))
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return value or ""


def other_values(project: Path, edition: str, section: str, entity: str) -> Mapping[str, tuple[str, ...]]:
    """For each field of an entity the other values with their places; nothing where no report tells any."""
    file = project / report(edition)
    if not edition or not file.is_file():
        return {}
    listed = _listed(file.read_text(encoding="utf-8"))
    begin = f"{section}/{entity} "
    return {what.removeprefix(begin): values for what, values in listed.items() if what.startswith(begin)}


@lru_cache(maxsize=4)
def _listed(text: str) -> Mapping[str, tuple[str, ...]]:
    tree = read_tree(text)
    entries = tree.value.get("said_otherwise") if tree and isinstance(tree.value, dict) else None
    items = entries if isinstance(entries, list) else []
    return {
        str(item["what"]): tuple(map(_written, others))
        for item in items
        if isinstance(item, dict) and isinstance(others := item.get("others"), list)
    }


def _written(other: Plain) -> str:
    return f"{other['at']} says '{other['says']}'" if isinstance(other, dict) else ""
