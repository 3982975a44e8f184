"""Merging: what the sources say into content/, without ever taking an editor's work back.

The unit is a field of an entity. What differs from what provenance remembers was edited by hand and
wins; what is remembered but gone was deleted by hand and stays away; what no provenance knows was
made by hand and wins.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.conference import Conference
from site_gen.content import Content
from site_gen.ingest.assemble import Assembled
from site_gen.ingest.merge.aliases import merge_aliases
from site_gen.ingest.merge.changes import Change
from site_gen.ingest.merge.entities import EditionMerger
from site_gen.ingest.merge.fields import HandEdit, Limits
from site_gen.ingest.merge.lost_lists import report_lost_lists
from site_gen.ingest.merge.merged import ONE, Merged
from site_gen.ingest.merge.provenance import EntityKey, Fields, documents_of, load_provenance, place_of
from site_gen.ingest.merge.refusals import clear_changes, report_titles_left
from site_gen.problems import ProblemLog

__all__ = [
    "ONE", "Change", "EntityKey", "Fields", "HandEdit", "Limits", "Merged", "documents_of", "load_provenance",
    "merge", "merge_aliases", "place_of", "report_lost_lists",
]  # fmt: skip


def merge(
    content: Content,
    conference: Conference,
    assembled: Assembled,
    provenance: Mapping[EntityKey, Fields],
    limits: Limits,
    problems: ProblemLog,
) -> Merged:
    """Merge an assembled edition into its content; nothing is written yet."""
    merger = EditionMerger(content, conference, provenance, limits, problems)
    merger.conference(assembled)
    merger.papers(assembled)
    merger.listed("sessions", assembled.sessions)
    merger.listed("awards", assembled.awards)
    if merger.merged.refused:
        clear_changes(content, conference, merger.merged, problems)
        report_titles_left(content, conference, merger.merged, problems)
    return merger.merged
