"""ORCID iDs that stand in a column of their own: of the one person of a row, or one for each of several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.orcids import CALLED, checked, with_orcid_apart
from site_gen.ingest.reading.tables.table import Cell
from site_gen.problems import Place, ProblemLog

_BETWEEN = re.compile(r"\s*[;,|\n、；，]\s*")


def with_orcids(
    names: Sequence[PrintedName], cell: Cell, place: Place, private: PrivateValues, problems: ProblemLog
) -> list[PrintedName]:
    """The names with the iDs of a cell; as they are, which is told, where it does not hold one for each."""
    listed = _BETWEEN.split(cell.text.strip())
    if len(listed) != len(names):
        private.leave("ORCID iDs")
        return list(names)
    return [
        replace(name, called=called) if (called := _called(text, place, problems)) else name
        for name, text in zip(names, listed, strict=True)
    ]


def _called(text: str, place: Place, problems: ProblemLog) -> str:
    """What a source calls a person by an iD; nothing, which is told, where a text is none."""
    bare = text.strip()
    _, called = with_orcid_apart(bare)
    return checked(called or f"{CALLED}{bare}", place, problems) if bare else ""
