"""Assembling: the papers, sessions and awards of an edition, each field from its best source."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.conference import Session
from site_gen.conference.participants import participants
from site_gen.ingest.assemble.assembled import (
    Alias,
    Assembled,
    AssembledEntity,
    CutAbstract,
    DocumentReport,
    FilledSlot,
    Missing,
    Repeat,
    Report,
    SimilarNames,
)
from site_gen.ingest.assemble.awards import assemble_awards
from site_gen.ingest.assemble.bylines import agreed_aliases, agreed_orcids
from site_gen.ingest.assemble.edition import assemble_edition, report_proceedings
from site_gen.ingest.assemble.held import COMPARED, EXTENDED, Held
from site_gen.ingest.assemble.named_presenters import with_named_presenters
from site_gen.ingest.assemble.other_values import said_otherwise
from site_gen.ingest.assemble.papers import PapersFound, assemble_papers, stated_aliases
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.assemble.reporting import cut_abstracts, document_reports, with_otherwise
from site_gen.ingest.assemble.rooms import assemble_rooms
from site_gen.ingest.assemble.sessions import assemble_sessions
from site_gen.ingest.assemble.side_events import report_disagreements, without_side_events
from site_gen.ingest.assemble.similar import similar_names
from site_gen.ingest.assemble.slots import fill_slots
from site_gen.ingest.assemble.tracks import assemble_tracks
from site_gen.ingest.assemble.versions import report_versions
from site_gen.ingest.assemble.volumes import assemble_volumes
from site_gen.ingest.known import Known
from site_gen.ingest.link import Linked
from site_gen.ingest.records import Fact, Reading
from site_gen.problems import ProblemLog
from site_gen.text import fold

__all__ = [
    "COMPARED",
    "EXTENDED",
    "Alias",
    "Assembled",
    "AssembledEntity",
    "CutAbstract",
    "DocumentReport",
    "FilledSlot",
    "Held",
    "Missing",
    "Repeat",
    "Report",
    "SimilarNames",
    "assemble",
]


def assemble(
    held: Held,
    readings: Sequence[Reading],
    linked: Linked,
    known: Known,
    problems: ProblemLog,
    zone: Fact[str] | None = None,
) -> Assembled:
    """Make the entities of an edition out of its linked records; known ones keep their ids.

    `zone` is the one that all documents tell their times in; None where content has its own.
    """
    readings = without_side_events(readings, held)
    precedence = Precedence.of(readings)
    report_disagreements(readings, held, precedence, problems)
    volumes = assemble_volumes(readings, held, precedence, problems)
    report_proceedings(readings, held, volumes, precedence, problems)
    found = assemble_papers(linked.groups, known, precedence, volumes.ids, problems)
    tracks = assemble_tracks(readings, held, precedence, problems)
    drafted = assemble_sessions(
        held.conference.year, readings, linked, known, found.ids, tracks, precedence, problems
    )
    sessions, filled = fill_slots(with_named_presenters(drafted, found.papers), readings, found.ids)
    report_versions(readings, [*found.papers, *sessions], problems)
    aliases, orcids = _aliases(readings, found, sessions, problems)
    otherwise = said_otherwise(found.papers, sessions)
    documents = document_reports(
        held.conference.id, readings, found.papers, sessions, linked.doubts, known, precedence
    )
    report = Report(
        with_otherwise(documents, otherwise),
        cut_abstracts(found.papers),
        filled,
        similar_names(found.papers, aliases),
        otherwise,
    )
    agreed = {
        "time_zone": zone,
        "volumes": volumes.listed,
        "tracks": tracks.listed,
        "rooms": assemble_rooms(readings, held, precedence),
    }
    return Assembled(
        papers=found.papers,
        sessions=sessions,
        awards=assemble_awards(readings, found.ids, precedence, problems),
        edition=assemble_edition(readings, agreed, found.licence, volumes, precedence),
        aliases=(*aliases, *orcids),
        refused=linked.refused,
        report=report,
    )


def _aliases(
    readings: Sequence[Reading],
    found: PapersFound,
    sessions: Sequence[AssembledEntity[Session]],
    problems: ProblemLog,
) -> tuple[tuple[Alias, ...], tuple[Alias, ...]]:
    """The spellings that sources prove to be one person's, and the ORCID iDs of all who are named."""
    bylines = [paper.value.authors for paper in found.papers]
    stated = [*found.aliases, *stated_aliases(each for reading in readings for each in reading.variants)]
    names = {fold(person.name) for each in sessions for _, person in participants(each.value)}
    aliases = agreed_aliases([each for each in found.aliases if each.alias], bylines)
    return aliases, agreed_orcids([each for each in stated if each.orcid], bylines, names, problems)
