"""Documents that content remembers and that are not here: a clone has none that is not in git."""

from __future__ import annotations

from site_gen.ingest.merge.fields import Limits
from site_gen.ingest.merge.provenance import EntityKey, Fields, documents_of
from site_gen.problems import Place, ProblemLog


class Absent:
    """Tells of each such document once, where something stays for its sake."""

    def __init__(self, limits: Limits, problems: ProblemLog) -> None:
        """`limits` know which documents are not here."""
        self._absent = limits.absent
        self._problems = problems
        self._reported: set[str] = set()

    def keep(self, entity: EntityKey, remembered: Fields) -> bool:
        """Whether all documents that told of an entity are not here, so that it stays."""
        documents = documents_of({entity: remembered})
        if not documents or not documents <= self._absent:
            return False
        for file in sorted(documents - self._reported):
            hint = "bring it back; or delete what only it says, and it is forgotten"
            what = "this document is not here: what content has of it stays"
            self._problems.warning("not-here", what, Place(file), hint)
        self._reported |= documents
        return True
