"""What an ingest added and changed, counted for its closing line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.conference import Paper, Series, Session
from site_gen.ingest.merge import Change
from site_gen.text import counted, fold
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many slots the new sessions have, and how many people content did not know before."""

    slots: int = 0
    people: int = 0


def count_added(
    series: Series, papers: Iterable[Paper], sessions: Iterable[Session], changes: Iterable[Change]
) -> Counts:
    """The counts of what documents gave, as far as it was added to a series."""
    added = {(change.entity, change.id) for change in changes if change.kind == "added"}
    new_papers = [paper for paper in papers if ("paper", paper.id) in added]
    new_sessions = [session for session in sessions if ("session", session.id) in added]
    known = {
        name for conference in series.conferences for name in _names(conference.papers, conference.sessions)
    }
    return Counts(
        sum(len(session.slots) for session in new_sessions), len(_names(new_papers, new_sessions) - known)
    )


def _names(papers: Iterable[Paper], sessions: Iterable[Session]) -> set[str]:
    """The folded names of all who wrote a paper, or have a role in a session or slot."""
    names = {fold(author.name) for paper in papers for author in paper.authors if author.name}
    for session in sessions:
        slots = (person for slot in session.slots for person in slot.people)
        names |= {fold(person.name) for person in (*session.people, *slots)}
    return names


def summary_of(changes: Sequence[Change], counts: Counts) -> str:
    """ "113 papers, 28 sessions with 116 slots, 87 people added, 2 changed"."""
    added = {(change.entity, change.id) for change in changes if change.kind == "added"}
    changed = {(change.entity, change.id) for change in changes} - added
    papers, sessions, awards = (
        sum(entity == kind for entity, _ in added) for kind in ("paper", "session", "award")
    )
    parts = [counted(papers, "paper")] if papers or not sessions else []
    if sessions:
        slots = f" with {counted(counts.slots, 'slot')}" if counts.slots else ""
        parts.append(counted(sessions, "session") + slots)
    parts += [counted(awards, "award")] if awards else []
    parts += [counted(counts.people, "person", "people")] if counts.people else []
    return f"{', '.join(parts)} added, {len(changed)} changed"
