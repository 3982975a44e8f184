"""Assembling: the papers, sessions and awards of an edition, each field from its best source."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.assemble.assembled import (
    Alias,
    Assembled,
    AssembledEntity,
    CutAbstract,
    DocumentReport,
    FilledSlot,
    Missing,
    Report,
    SimilarNames,
)
from site_gen.ingest.linker import Linked
from site_gen.ingest.records import Known, Reading
from site_gen.problems import ProblemLog

__all__ = [
    "Alias",
    "Assembled",
    "AssembledEntity",
    "CutAbstract",
    "DocumentReport",
    "FilledSlot",
    "Missing",
    "Report",
    "SimilarNames",
    "assemble",
]


def assemble(
    edition: str,
    year: int | None,
    readings: Sequence[Reading],
    linked: Linked,
    known: Known,
    problems: ProblemLog,
) -> Assembled:
    """Make the entities of an edition out of its linked records; known ones keep their ids.

    `year` is the edition's, for days that are printed without one.
    """
    raise NotImplementedError((edition, year, readings, linked, known, problems))
