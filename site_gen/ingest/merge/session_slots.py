"""The slots of the sessions of an edition: what an editor did to some, and which talks moved between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from site_gen.content import Plain, digest
from site_gen.ingest.merge.fields import FieldsMerged, Limits
from site_gen.ingest.merge.provenance import (
    EntityKey,
    FieldProvenance,
    Fields,
    Slot,
    SlotDigests,
    remembered,
    slot_digests,
    slots_of,
)
from site_gen.ingest.merge.slots import (
    Elsewhere,
    Identity,
    edited_keys,
    identities,
    merge_slots,
    pairs_of_edited,
    with_left_out,
)
from site_gen.ingest.merge.sourced import Sourced, described_as_before, of_called_off
from site_gen.values import dataclass

SLOTS = "slots"
SourcedValue = tuple[Plain, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Edited:
    """A session whose slots an editor changed: as remembered, as they are, and as its sources tell them."""

    was: tuple[SlotDigests, ...]
    held: list[Slot]
    now: frozenset[Identity]

    def left(self) -> Iterator[tuple[Identity, dict[str, Plain] | None]]:
        """The talks that its sources do not put here any more, with their edits; None for a deleted one."""
        held_of = pairs_of_edited(self.was, [slot_digests(slot) for slot in self.held])
        for position, slot in enumerate(self.was):
            at = held_of.get(position)
            edits = None if at is None else edited_keys(self.held[at], slot)
            yield from ((each, edits) for each in identities(slot) if each not in self.now)


class SessionSlots:
    """Merges the slots of sessions that an editor changed; the others follow their sources as they are."""

    def __init__(
        self,
        sourced: Mapping[str, Plain],
        held: Mapping[str, Mapping[str, Plain]],
        provenance: Mapping[EntityKey, Fields],
        limits: Limits,
    ) -> None:
        """`sourced` are the slots that the sources give each session, `held` the fields of known ones."""
        self._limits = limits
        before = {
            session: known
            for session in {*held, *sourced}
            if (known := provenance.get(("sessions", session), {}).get(SLOTS))
        }
        now = {session: _identities(slots) for session, slots in sourced.items()}
        self._edited = {
            session: _Edited(known.slots, slots_of(held[session].get(SLOTS)), now.get(session, frozenset()))
            for session, known in before.items()
            if known.slots and _is_edited(held.get(session), known)
        }
        self._elsewhere = self._moved(now, before)

    def _moved(
        self, now: Mapping[str, frozenset[Identity]], before: Mapping[str, FieldProvenance]
    ) -> Elsewhere:
        """The talks that stand in another session than they did; a title of several tells nothing."""
        of_before = {session: _remembered(known) for session, known in before.items()}
        several = _of_several(now.values()) | _of_several(of_before.values())
        moved = frozenset(
            each
            for session, known_by in now.items()
            for each in known_by - of_before.get(session, frozenset()) - several
        )
        left = dict(
            each for session in self._edited.values() for each in session.left() if each[0] not in several
        )
        edits = {each: keys for each, keys in left.items() if keys}
        return Elsewhere(moved, edits, frozenset(each for each, keys in left.items() if keys is None))

    def completed(self, sourced: Sourced, current: Mapping[str, Plain], before: Fields) -> Sourced:
        """What sources say of a session, with what those that are not read, or not wholly, said before."""
        sourced = of_called_off(sourced, current, before)
        if self._limits.unread or self._limits.absent:
            sourced = described_as_before(sourced, current)
        known = before.get(SLOTS)
        was = known.slots or _as_held(current.get(SLOTS), known) if known else None
        if known is None or not was or not known.files & self._limits.partial:
            return sourced
        value, places = sourced.get(SLOTS, ([], ()))
        now = slots_of(value)
        one_each = places if len(places) == len(now) else places[:1] * len(now)
        whole = with_left_out(now, slots_of(current.get(SLOTS)), was, self._elsewhere.moved)
        slots: list[Plain] = [slot for slot, _ in whole]
        slot_places = tuple(known.places[0] if at is None else one_each[at] for _, at in whole)
        return {**sourced, SLOTS: (slots, slot_places)} if slots else sourced

    def added(self, fields: Mapping[str, Plain]) -> dict[str, Plain]:
        """The fields of a session that is new, with the edits of talks that moved into it."""
        if SLOTS not in fields or not self._edited:
            return {**fields}
        slots = merge_slots(slots_of(fields[SLOTS]), (), (), (), self._elsewhere).slots
        return {name: slots if name == SLOTS else value for name, value in fields.items()}

    def merge(
        self,
        session: str,
        sourced: SourcedValue | None,
        current: Mapping[str, Plain],
        before: Fields,
        merged: FieldsMerged,
    ) -> None:
        """Correct what became of the slots of a session as one field, where each is merged for itself."""
        known = before.get(SLOTS)
        value, places = sourced or ([], known.places if known else ())
        if known is None or SLOTS not in current or not self._concerns(session, value):
            return
        files = remembered(SLOTS, value, places).files | known.files
        was = known.slots or _as_held(current[SLOTS], known)
        if was is None or not self._limits.may_change(files):
            return
        now, held = slots_of(value), slots_of(current[SLOTS])
        one_each = places if len(places) == len(now) else places[:1] * len(now)
        found = merge_slots(now, one_each, held, was, self._elsewhere)
        merged.changes.pop(SLOTS, None)
        merged.hand_edits = [edit for edit in merged.hand_edits if edit.field != SLOTS] + found.edits
        if found.slots != current[SLOTS]:
            merged.changes[SLOTS] = found.slots or None

    def _concerns(self, session: str, slots: Plain) -> bool:
        """Whether an editor had a hand in the slots of a session, or in a talk that moved into it."""
        hands = {*self._elsewhere.edits, *self._elsewhere.taken_away}
        return session in self._edited or (bool(hands) and not hands.isdisjoint(_identities(slots)))

    def without_moved(self, session: str, current: Mapping[str, Plain]) -> dict[str, Plain]:
        """The change of a session that no source names any more: talks that stand elsewhere now leave it."""
        edited = self._edited.get(session)
        slots = slots_of(current.get(SLOTS))
        remaining = [slot for slot in slots if not self._is_elsewhere(slot, edited)]
        return {SLOTS: [{**slot} for slot in remaining] or None} if len(remaining) < len(slots) else {}

    def _is_elsewhere(self, slot: Slot, edited: _Edited | None) -> bool:
        own = set(identities(slot_digests(slot)))
        was = {each for known in edited.was for each in identities(known)} if edited else own
        return bool(own & was & set(self._elsewhere.moved))


def _identities(slots: Plain) -> frozenset[Identity]:
    return frozenset(each for slot in slots_of(slots) for each in identities(slot_digests(slot)))


def _remembered(known: FieldProvenance) -> frozenset[Identity]:
    return frozenset(each for slot in known.slots for each in identities(slot))


def _of_several(sessions: Iterable[frozenset[Identity]]) -> frozenset[Identity]:
    """The titles that talks of several sessions have: "Discussion"."""
    counts = Counter(each for session in sessions for each in session if each[0] == "title")
    return frozenset(each for each, count in counts.items() if count > 1)


def _is_edited(held: Mapping[str, Plain] | None, known: FieldProvenance) -> bool:
    return held is not None and SLOTS in held and digest(held[SLOTS]) != known.digest


def _as_held(slots: Plain, known: FieldProvenance) -> tuple[SlotDigests, ...] | None:
    """What was not yet remembered slot by slot, where nobody edited it."""
    return remembered(SLOTS, slots, known.places).slots if digest(slots) == known.digest else None
