"""The slots of a session: each is merged for itself, key by key, so that an edit of one freezes one key.

A slot is known again by the id of its source, its paper or its title, else by its place among the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Literal

from site_gen.content import Plain, digest
from site_gen.content.provenance import FieldProvenance, SlotDigests
from site_gen.ingest.merge.fields import HandEdit, Limits, merge_fields
from site_gen.ingest.merge.provenance import Slot, slot_digests
from site_gen.values import dataclass

Identity = tuple[str, str]
"""What a slot is known by wherever it stands: "guid", "paper" or "title", and the digest of its value."""

_IDENTITIES = ("guid", "paper")
_PLACED = frozenset(["date", "start", "end", "end_date", "room", "board"])  # belong to a place, not to a talk
_SIGNS = (
    ("guid",),
    ("paper",),
    ("title",),
    ("start", "people"),
    (),
)  # the strongest first; () is an empty slot


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the other sessions of the edition have to do with the slots of one.

    `moved` are talks that sources put into another session than before; `edits` are keys that an editor
    gave them, `taken_away` those talks that an editor had deleted.
    """

    moved: Collection[Identity] = ()
    edits: Mapping[Identity, Slot] = field(default_factory=dict)
    taken_away: Collection[Identity] = ()


@dataclass(slots=True)
class SlotsMerged:
    """What becomes of the slots of a session, and the edits that stay."""

    slots: list[Plain] = field(default_factory=list)
    edits: list[HandEdit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """One slot as it is remembered, as content holds it and as the sources tell it now: its positions."""

    was: int | None
    held: int | None
    now: int | None


def identities(slot: SlotDigests) -> Iterator[Identity]:
    """What a slot is known by in any session; a talk that nothing else calls by its title."""
    found = [(name, slot[name]) for name in _IDENTITIES if name in slot]
    yield from found or ((name, slot[name]) for name in ("title",) if name in slot)


def edited_keys(held: Slot, was: SlotDigests) -> dict[str, Plain]:
    """What an editor gave a slot and what goes with it when its source moves it."""
    bound = {*_PLACED, *_IDENTITIES}
    return {
        name: value for name, value in held.items() if name not in bound and was.get(name) != digest(value)
    }


def merge_slots(
    now: Sequence[Slot],
    places: Sequence[str],
    held: Sequence[Slot],
    was: Sequence[SlotDigests],
    elsewhere: Elsewhere,
) -> SlotsMerged:
    """Merge what the sources say of the slots of a session, with the place of each, into what it holds."""
    merged = SlotsMerged()
    for row in _in_order(_rows(was, list(map(slot_digests, held)), list(map(slot_digests, now)))):
        source = None if row.now is None else now[row.now]
        row_places = tuple(places[:1] if row.now is None else places[row.now : row.now + 1])
        remembered = {} if row.was is None else was[row.was]
        if row.held is not None and source is not None:
            _take_both(source, held[row.held], remembered, row_places, row.held, merged)
        elif row.held is not None:
            _take_left(held[row.held], remembered, row_places, row.held, elsewhere, merged)
        elif source is not None:
            _take_new(source, remembered, row_places, elsewhere, merged)
    return merged


def with_left_out(
    now: Sequence[Slot], held: Sequence[Slot], was: Sequence[SlotDigests], moved: Collection[Identity]
) -> list[tuple[dict[str, Plain], int | None]]:
    """The slots with what was left out of their sources, each with its position in `now`.

    That is what content holds as these told it before, but for talks that stand elsewhere now.
    """
    whole: list[tuple[dict[str, Plain], int | None]] = []
    for row in _in_order(_rows(was, list(map(slot_digests, held)), list(map(slot_digests, now)))):
        source = None if row.now is None else now[row.now]
        remembered = {} if row.was is None else was[row.was]
        own = {} if row.held is None else held[row.held]
        unedited = {name: value for name, value in own.items() if remembered.get(name) == digest(value)}
        is_here = len(unedited) == len(own) and not any(each in moved for each in identities(remembered))
        if source is not None:
            whole.append(({**unedited, **source}, row.now))
        elif unedited and is_here:
            whole.append((unedited, None))
    return whole


def _take_both(
    source: Slot, held: Slot, was: SlotDigests, places: tuple[str, ...], position: int, merged: SlotsMerged
) -> None:
    """A slot that both have: each key for itself."""
    fields = merge_fields(
        {name: (value, places) for name, value in source.items()},
        held,
        {name: FieldProvenance(value, places) for name, value in was.items()},
        Limits(),
    )
    merged.edits += [replace(edit, slot=position) for edit in fields.hand_edits]
    whole = {**held, **fields.changes}
    merged.slots.append({name: value for name, value in whole.items() if value is not None})


def _take_left(
    held: Slot,
    was: SlotDigests,
    places: tuple[str, ...],
    position: int,
    elsewhere: Elsewhere,
    merged: SlotsMerged,
) -> None:
    """A slot that no source names here: one made or edited by hand stays, unless its talk moved."""
    if was and (slot_digests(held) == was or any(each in elsewhere.moved for each in identities(was))):
        return
    if was:
        merged.edits.append(HandEdit("slots", "conflict", None, places, position))
    merged.slots.append({**held})


def _take_new(
    source: Slot, was: SlotDigests, places: tuple[str, ...], elsewhere: Elsewhere, merged: SlotsMerged
) -> None:
    """A slot that content does not hold: one deleted by hand stays away, a moved one brings its edits."""
    known_by = list(identities(slot_digests(source)))
    if was or any(each in elsewhere.taken_away for each in known_by):
        merged.edits.append(HandEdit("slots", "deleted", {**source}, places))
        return
    edits = next((elsewhere.edits[each] for each in known_by if each in elsewhere.edits), {})
    merged.slots.append({**source, **edits})


def pairs_of_edited(was: Sequence[SlotDigests], held: Sequence[SlotDigests]) -> dict[int, int]:
    """For the position of a remembered slot that of the one that content holds, however it was edited.

    One that nothing identifies any more is the one that stands where it stood.
    """
    return _with_placed(_pairs(was, held), range(len(was)), range(len(held)))


def _with_placed(pairs: dict[int, int], was: Sequence[int], others: Collection[int]) -> dict[int, int]:
    """The pairs, and each slot without one with that of the others that stands where it stood."""
    taken = set(pairs.values())
    for position in was:
        before = pairs.get(position - 1) if position else -1
        if position in pairs or before is None:
            continue
        if before + 1 in others and before + 1 not in taken:
            pairs[position] = before + 1
            taken.add(before + 1)
    return pairs


def _rows(was: Sequence[SlotDigests], held: Sequence[SlotDigests], now: Sequence[SlotDigests]) -> list[_Row]:
    """Every slot once."""
    empty = {position for position, slot in enumerate(now) if not slot}  # whose talk was taken out of it
    held_of, now_of = pairs_of_edited(was, held), _with_placed(_pairs(was, now), range(len(was)), empty)
    made = _without(range(len(held)), held_of.values())
    new = _without(range(len(now)), now_of.values())
    both = _pairs([held[position] for position in made], [now[position] for position in new])
    agreed = {made[left]: new[right] for left, right in both.items()}
    rows = [_Row(position, held_of.get(position), now_of.get(position)) for position in range(len(was))]
    rows += [_Row(None, position, agreed.get(position)) for position in made]
    return rows + [_Row(None, None, position) for position in _without(new, agreed.values())]


def _without(positions: Iterable[int], taken: Iterable[int]) -> list[int]:
    """The positions that are not taken, in their order."""
    gone = set(taken)
    return [position for position in positions if position not in gone]


def _pairs(left: Sequence[SlotDigests], right: Sequence[SlotDigests]) -> dict[int, int]:
    """The slots that are the same: by id, paper, title, then who speaks when; empty ones in their order."""
    pairs: dict[int, int] = {}
    for names in _SIGNS:
        free: dict[tuple[str, ...], dict[int, None]] = {}  # in their order; one that is paired is taken out
        for position in _without(range(len(right)), pairs.values()):
            if (key := _key(right[position], names)) is not None:
                free.setdefault(key, {})[position] = None
        for position, slot in enumerate(left):
            key = None if position in pairs else _key(slot, names)
            if key is not None:
                fitting = (each for each in free.get(key, ()) if _may_be(slot, right[each]))
                if (found := next(fitting, None)) is not None:
                    pairs[position] = found
                    del free[key][found]
    return pairs


def _key(slot: SlotDigests, names: Sequence[str]) -> tuple[str, ...] | None:
    """What slots are compared by; None where one does not say it. Without names it is that of empty slots."""
    if not names and {*_IDENTITIES, "title"} & slot.keys():
        return None
    return tuple(slot[name] for name in names) if all(name in slot for name in names) else None


def _may_be(left: SlotDigests, right: SlotDigests) -> bool:
    """Whether no id tells two slots apart; one guid is one talk, whatever paper it is linked to."""
    shared = [name for name in _IDENTITIES if name in left and name in right]
    return not shared or left[shared[0]] == right[shared[0]]


def _in_order(rows: Sequence[_Row]) -> list[_Row]:
    """The rows in the sources' order, or in that of an editor who rearranged them."""
    of_held = sorted((row for row in rows if row.held is not None), key=lambda row: row.held or 0)
    of_now = sorted((row for row in rows if row.now is not None), key=lambda row: row.now or 0)
    remembered = [row.was for row in of_held if row.was is not None]
    if remembered != sorted(remembered):
        return _woven(of_held, [row for row in of_now if row.held is None], "now")
    return _woven(of_now, [row for row in of_held if row.now is None], "held")


def _woven(rows: Sequence[_Row], others: Sequence[_Row], side: Literal["held", "now"]) -> list[_Row]:
    """Rows with others among them, each behind the one that it follows on its side."""
    woven = list(rows)
    for row in others:
        own = getattr(row, side)
        earlier = [
            (at, index)
            for index, each in enumerate(woven)
            if (at := getattr(each, side)) is not None and at < own
        ]
        woven.insert(max(earlier)[1] + 1 if earlier else 0, row)
    return woven
