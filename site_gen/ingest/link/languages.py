"""The language of a paper or session, which is told only where it is not the site's."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.record_changes import each_changed
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace


def without_language(readings: Sequence[Reading], language: str) -> list[Reading]:
    """The readings without what only says that something is in this language, or in one of its regions."""

    def other(fact: Fact[str] | None) -> Fact[str] | None:
        stated = fact.value.lower() if fact else ""
        return fact if fact and language.lower() not in (stated, stated.partition("-")[0]) else None

    def paper(record: PaperRecord) -> PaperRecord:
        return replace(record, language=other(record.language)) if record.language else record

    def slot(record: SlotRecord) -> SlotRecord:
        return replace(record, paper=record.paper and paper(record.paper))

    def session(record: SessionRecord) -> SessionRecord:
        return replace(record, language=other(record.language), slots=each_changed(slot, record.slots))

    return [
        replace(
            reading,
            papers=each_changed(paper, reading.papers),
            sessions=each_changed(session, reading.sessions),
        )
        for reading in readings
    ]
