"""What is said of a reference to something that is not there."""

from __future__ import annotations

from collections.abc import Collection

from site_gen.problems import Place, ProblemLog
from site_gen.text import counted
from site_gen.text.suggestions import suggestion


def report_unknown(
    kind: str, wanted: str, known: Collection[str], place: Place, problems: ProblemLog
) -> None:
    """Report that there is no such room, paper or session, with the nearest one that there is."""
    hint = suggestion(wanted, known, f"the edition has {counted(len(known), kind)}")
    problems.error(f"unknown-{kind}", f"no {kind} '{wanted}'", place, hint)
