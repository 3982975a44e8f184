"""What linking gives: groups of records that are one paper, doubtful pairs, recognised sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_gen.ingest.records import PaperRecord
from site_gen.problems import Place
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """All records of one paper, those of the best source first.

    `known` is the id of the paper of content that it is; None for one that content does not hold.
    """

    records: tuple[PaperRecord, ...]
    known: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two records that may be one paper; the evidence is too weak to join them."""

    left: Place
    right: Place
    why: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The records of all source documents of one edition, linked.

    Every paper record is in exactly one group; the groups are ordered by the place of their first
    record. `sessions` tells for the place of a session record which session of content it is, `same_sessions`
    which record of a better document tells the same one.
    `refused` tells for the id of a paper that content holds where a source does not accept it any more.
    """

    groups: tuple[Group, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sessions: Mapping[Place, str] = field(default_factory=dict)
    same_sessions: Mapping[Place, Place] = field(default_factory=dict)
    refused: Mapping[str, Place] = field(default_factory=dict)
