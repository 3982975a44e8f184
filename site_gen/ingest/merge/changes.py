"""What an ingest changed, said in the words of an organiser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from site_gen.content import Plain
from site_gen.problems import Place
from site_gen.text.suggestions import listed
from site_gen.values import dataclass

ChangeKind = Literal["added", "retitled", "moved", "slot added", "slot dropped", "dropped", "changed"]

_MOST_SLOTS = 3  # that are named of one session
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
        what = ", ".join(_named(name, value) for name, value in changes.items())
        found.append(Change("changed", "session", session_id, what, place))
    return found


def _from_to(before: Mapping[str, Plain], changes: Mapping[str, Plain], names: Sequence[str]) -> str:
    old = " ".join(str(before.get(name) or "none") for name in names)
    new = " ".join(str(changes.get(name) or "none") for name in names)
    return f"{old} → {new}"


def _slot_changes(session_id: str, before: Plain, after: Plain, place: Place) -> list[Change]:
    old, new = Counter(_slot_names(before)), Counter(_slot_names(after))
    dropped = [Change("slot dropped", "session", session_id, name, place) for name in (old - new).elements()]
    added = [Change("slot added", "session", session_id, name, place) for name in (new - old).elements()]
    is_same = _slot_names(before) == _slot_names(after)
    what = listed(list(_slots_changed(before, after)), _MOST_SLOTS) if is_same else "order of its slots"
    return dropped + added or [Change("changed", "session", session_id, what, place)]


def _slots_changed(before: Plain, after: Plain) -> Iterator[str]:
    """The slots of which something is another, each with what that is."""
    for name, old, new in zip(_slot_names(after), _slots(before), _slots(after), strict=True):
        fields = [_named(each, new.get(each)) for each in {**old, **new} if old.get(each) != new.get(each)]
        if fields:
            yield f"{name} ({', '.join(fields)})"


def _named(field: str, value: Plain) -> str:
    """A field that changed; a status with what it is now."""
    return f"{field} {value}" if field == "status" and value else field


def _slots(slots: Plain) -> list[Mapping[str, Plain]]:
    return [slot if isinstance(slot, dict) else {} for slot in slots] if isinstance(slots, list) else []


def _slot_names(slots: Plain) -> list[str]:
    names = []
    for slot in slots if isinstance(slots, list) else []:
        named = slot.get("paper") or slot.get("title") if isinstance(slot, dict) else None
        names.append(str(named or "an empty slot"))
    return names
