"""The rule for one field of one entity: who wins, an editor or the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from site_gen.content import Plain, digest
from site_gen.content.paths import document_file
from site_gen.ingest.merge.provenance import FieldProvenance, Fields, remembered
from site_gen.values import dataclass

Verdict = Literal["edited", "conflict", "deleted", "made-by-hand"]
"""Why a field stays as an editor left it; a conflict is an edit whose source changed too."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which source documents may change content in this ingest.

    `only` are the documents that an ingest is limited to; empty for all. What content has of `unread` ones
    stays. Of `partial` ones something wrong was left out, so that what they do not say may still hold.
    `absent` are those that content remembers and that are not there: somebody may only not have them.
    """

    only: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    def may_change(self, files: frozenset[str]) -> bool:
        """Whether what these documents say may change content."""
        return (
            not self.only or any(document_file(file) in self.only for file in files)
        ) and not files & self.unread

    def may_drop(self, files: frozenset[str]) -> bool:
        """Whether what these documents said, and do not say any more, may leave content."""
        return self.may_change(files) and not files & self.partial


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A field that stays as an editor left it, and what the sources say instead.

    It may be one of the slot at a position of the session; "slots" is then the slot itself.
    """

    field: str
    verdict: Verdict
    source_value: Plain
    places: tuple[str, ...]
    slot: int | None = None

    @property
    def steps(self) -> tuple[str | int, ...]:
        """What leads to it in its entity; the entity itself where it is gone."""
        of_slot = () if self.slot is None else ("slots", self.slot)
        is_whole = self.verdict == "deleted" or (self.slot is not None and self.field == "slots")
        return of_slot if is_whole else (*of_slot, self.field)


@dataclass(slots=True)
class FieldsMerged:
    """What becomes of an entity's fields: those to set (or, with None, to remove), and the rest."""

    changes: dict[str, Plain] = field(default_factory=dict)
    provenance: dict[str, FieldProvenance] = field(default_factory=dict)
    hand_edits: list[HandEdit] = field(default_factory=list)


def merge_fields(
    sourced: Mapping[str, tuple[Plain, tuple[str, ...]]],
    current: Mapping[str, Plain],
    provenance: Fields,
    limits: Limits,
) -> FieldsMerged:
    """Merge what the sources say of an entity (value and places a field) into what content holds."""
    merged = FieldsMerged()
    for name, (value, places) in sourced.items():
        now = remembered(name, value, places)
        before = provenance.get(name)
        if before and not before.is_past and (before.digest, before.files) == (now.digest, now.files):
            now = before  # that its line moved is no news: a row less would touch a hundred files
        if not limits.may_change(now.files | (before.files if before else frozenset())):
            if before:
                merged.provenance[name] = before
            continue
        verdict = _verdict(name, now, before, current)
        if verdict:
            merged.hand_edits.append(HandEdit(name, verdict, value, places))
        elif name not in current or digest(current[name]) != now.digest:
            merged.changes[name] = value
        if before or name not in current:  # what was made by hand stays the editor's own
            merged.provenance[name] = now
    _forget(sourced, current, provenance, limits, merged)
    return merged


def _verdict(
    name: str, now: FieldProvenance, before: FieldProvenance | None, current: Mapping[str, Plain]
) -> Verdict | None:
    """Why an editor wins; None where the sources do, or where both agree."""
    if name not in current:
        return "deleted" if before else None
    held = digest(current[name])
    if held == now.digest:
        return None
    if before is None:
        return "made-by-hand"
    if held == before.digest:
        return None
    return "edited" if now.digest == before.digest else "conflict"


def of_the_past(provenance: Fields, limits: Limits) -> dict[str, FieldProvenance]:
    """What is remembered of an entity that no source names any more."""
    return {
        name: replace(each, is_past=True) if limits.may_drop(each.files) else each
        for name, each in provenance.items()
    }


def _forget(
    sourced: Mapping[str, tuple[Plain, tuple[str, ...]]],
    current: Mapping[str, Plain],
    provenance: Fields,
    limits: Limits,
    merged: FieldsMerged,
) -> None:
    """Fields that no source says any more: ours go, edited ones become the editor's own."""
    for name, before in provenance.items():
        if name in sourced:
            continue
        if not limits.may_drop(before.files):
            merged.provenance[name] = before
        elif name not in current:
            merged.provenance[name] = replace(before, is_past=True)
        elif digest(current[name]) == before.digest:
            merged.changes[name] = None
