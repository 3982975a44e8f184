"""Linking: which records of the source documents, and which papers and sessions of content, are one.

Nothing is joined on one weak likeness: see `evidence` and `title_words` for what counts, `matching` for
how the strongest goes first, one to one, with a margin over the runner-up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.ingest.known import Known
from site_gen.ingest.link.cancelled import without_cancelled
from site_gen.ingest.link.cut_titles import with_whole_titles
from site_gen.ingest.link.described import DESCRIPTIVE
from site_gen.ingest.link.homonyms import Person, disambiguate
from site_gen.ingest.link.linked import Doubt, Group, Linked
from site_gen.ingest.link.local_zone import ZoneSought
from site_gen.ingest.link.papers import link_papers, new_doubts
from site_gen.ingest.link.preparation import prepared
from site_gen.ingest.link.refused import refused_papers
from site_gen.ingest.link.same_sessions import same_sessions
from site_gen.ingest.link.session_doubts import report_session_doubts
from site_gen.ingest.link.sessions import link_sessions
from site_gen.ingest.link.turned_names import report_turned_names
from site_gen.ingest.records import Reading
from site_gen.problems import ProblemLog

__all__ = [
    "DESCRIPTIVE",
    "Doubt",
    "Group",
    "Linked",
    "Person",
    "ZoneSought",
    "disambiguate",
    "link",
    "new_doubts",
    "prepared",
    "without_cancelled",
]


def link(
    readings: Sequence[Reading], known: Known, digest: Callable[[object], str], problems: ProblemLog
) -> Linked:
    """Link the readings of one edition with each other and with what content holds of it.

    `digest` is the function that made the remembered digests. A deleted paper is recognised when
    `known.papers` holds it with what is remembered of it; its group then has the deleted id.
    """
    readings, of_cut_titles = with_whole_titles(readings, known, problems)
    groups, doubts = link_papers(readings, known, digest)
    sessions = link_sessions(readings, groups, known, digest)
    refused = refused_papers(readings, groups, known, digest)
    same = same_sessions(readings)
    report_session_doubts(readings, same, problems)
    report_turned_names(readings, problems)
    return Linked(groups, (*doubts, *of_cut_titles), sessions, same, refused)
