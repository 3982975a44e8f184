"""One edition in an ingest: what its documents say is made ready, linked, assembled and merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.conference import Series
from site_gen.conference.former_names import hidden_names
from site_gen.content import Content, digest, paths
from site_gen.ingest.assemble import COMPARED, EXTENDED, Held, assemble
from site_gen.ingest.documents import Source
from site_gen.ingest.known_content import known_of
from site_gen.ingest.link import ZoneSought, link, new_doubts, prepared, without_cancelled
from site_gen.ingest.merge import EntityKey, Fields, Limits, Merged, merge
from site_gen.ingest.report import report_text
from site_gen.problems import ProblemLog


class EditionIngest:
    """An edition whose documents are read: `assembled` is what they say of it, together."""

    def __init__(
        self,
        content: Content,
        series: Series,
        edition: str,
        sources: Sequence[Source],
        provenance: Mapping[EntityKey, Fields],
        not_read: frozenset[str],
        problems: ProblemLog,
    ) -> None:
        held = {conference.id: conference for conference in series.conferences}
        self.id = edition
        self._content = content
        self._documents = {source.reading.document.path for source in sources}
        self._conference = held.get(edition) or content.conference(edition, series, problems)
        self._provenance = provenance
        self._not_read = not_read
        known = known_of(content, self._conference, provenance, hidden_names(series.authors))
        own_zone = self._conference.time_zone if self._is_by_hand("time_zone") else None
        sought = ZoneSought(own_zone, series.time_zone, paths.conference(edition))
        readings = [source.reading for source in sources]
        readings, zone = prepared(readings, self._conference, known, series.language, sought, problems)
        linked = link(readings, known, digest, problems)
        self.news = list(new_doubts(linked))
        readings = without_cancelled(readings, linked, known)
        closed = frozenset(name for name in (*EXTENDED, *COMPARED) if self._is_by_hand(name))
        self.assembled = assemble(Held(self._conference, closed), readings, linked, known, problems, zone)

    def _is_by_hand(self, name: str) -> bool:
        """Whether an editor wrote the value of a field of the conference, or a document that is not read."""
        held = getattr(self._conference, name)
        before = self._provenance.get(("conference", self.id), {}).get(name)
        return bool(held) and (
            before is None or before.digest != digest(held) or bool(before.files & self._not_read)
        )

    def merge(self, limits: Limits, problems: ProblemLog) -> Merged:
        """What becomes of the edition's content."""
        return merge(self._content, self._conference, self.assembled, self._provenance, limits, problems)

    def report(self, merged: Merged, problems: ProblemLog) -> str:
        """The text of the edition's report."""
        warnings = [problem for problem in problems.warnings if problem.place.file in self._documents]
        return report_text(self.assembled.report, merged, warnings)
