"""What an ingest changed, said in the words of an organiser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from site_gen.content import Plain
from site_gen.problems import Place
from site_gen.values import dataclass

ChangeKind = Literal["added", "retitled", "moved", "slot added", "slot dropped", "dropped", "changed"]

EntityName = Literal["paper", "session", "award", "conference", "author"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is no longer as it was; `what` says before and after where that is short."""

    kind: ChangeKind
    entity: EntityName
    id: str
    what: str
    place: Place

    def __str__(self) -> str:
        return f"{self.kind}: {self.entity} {self.id}" + (f": {self.what}" if self.what else "")


def session_changes(
    session_id: str, before: Mapping[str, Plain], changes: Mapping[str, Plain], place: Place
) -> list[Change]:
    """The changes of a session: retitled, moved, slots added and dropped, else just changed."""
    found: list[Change] = []
    if "title" in changes:
        found.append(Change("retitled", "session", session_id, _from_to(before, changes, ["title"]), place))
    moved = [name for name in ("date", "start", "end", "end_date", "room") if name in changes]
    if moved:
        found.append(Change("moved", "session", session_id, _from_to(before, changes, moved), place))
    if "slots" in changes:
        found += _slot_changes(session_id, before.get("slots"), changes["slots"], place)
    if not found and changes:
        found.append(Change("changed", "session", session_id, ", ".join(changes), place))
    return found


def _from_to(before: Mapping[str, Plain], changes: Mapping[str, Plain], names: Sequence[str]) -> str:
    old = " ".join(str(before.get(name) or "none") for name in names)
    new = " ".join(str(changes.get(name) or "none") for name in names)
    return f"{old} → {new}"


def _slot_changes(session_id: str, before: Plain, after: Plain, place: Place) -> list[Change]:
    old, new = Counter(_slot_names(before)), Counter(_slot_names(after))
    dropped = [Change("slot dropped", "session", session_id, name, place) for name in (old - new).elements()]
    added = [Change("slot added", "session", session_id, name, place) for name in (new - old).elements()]
    what = "slots" if _slot_names(before) == _slot_names(after) else "order of its slots"
    return dropped + added or [Change("changed", "session", session_id, what, place)]


def _slot_names(slots: Plain) -> list[str]:
    names = []
    for slot in slots if isinstance(slots, list) else []:
        named = slot.get("paper") or slot.get("title") if isinstance(slot, dict) else None
        names.append(str(named or "an empty slot"))
    return names
