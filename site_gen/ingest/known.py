"""What content holds of an edition already, and what ingest remembers of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_gen.conference import Paper, Session
from site_gen.ingest.records import NOWHERE
from site_gen.problems import Place
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class KnownId:
    """What is remembered of an id by which sources call a paper or session: its digest, and which do."""

    digest: str
    files: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPaper:
    """A paper that content holds already.

    `provenance` maps each field that ingest once wrote to the digest of the value it wrote; it is
    empty for a paper made by hand. `origin` is where a source said it. `ids` are the ids by which
    sources call it.
    """

    paper: Paper
    place: Place
    provenance: Mapping[str, str]
    origin: Place = NOWHERE
    ids: Mapping[str, KnownId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSession:
    """A session that content holds already; `provenance` as for a paper. `counted_in` are the source
    documents that gave it its number.
    """

    session: Session
    place: Place
    provenance: Mapping[str, str]
    counted_in: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What content holds of an edition before an ingest.

    `deleted` are ids of papers and sessions that ingest once made and an organiser took away. `present_names`
    are those that people prefer, by their hidden former ones, folded.
    """

    papers: tuple[KnownPaper, ...] = ()
    sessions: tuple[KnownSession, ...] = ()
    deleted: frozenset[str] = frozenset()
    present_names: Mapping[str, str] = field(default_factory=dict)
