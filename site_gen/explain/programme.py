"""Explains sessions with their slots, and awards."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Award, Slot
from site_gen.explain.evidence import Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.explain.papers import MADE_ONCE
from site_gen.site.subjects import SessionOf


def explain_session(project: Project, edition: str, session_id: str) -> Explanation:
    """Where the facts of a session came from."""
    session = project.site.catalogue.editions[edition].sessions[session_id]
    evidence = project.evidence("sessions", edition, session_id, session)
    address = f"/{project.site.address(SessionOf(edition, session_id))}"
    facts = [
        Fact("id", session_id, evidence.place("id"), remark=MADE_ONCE),
        Fact("address", address, remark="derived: edition and id"),
        *(evidence.fact(field) for field in ("title", "date", "start")),
        *evidence.rest(("title", "date", "start", "slots")),
    ]
    for position, slot in enumerate(session.slots):
        sources = evidence.source_of("slots", position, len(session.slots))
        value, place = _slot(project, edition, slot), evidence.place("slots", position)
        remark = "empty: no source says what it holds" if slot.is_empty else ""
        edited = evidence.remark_of_slot(position)
        remarks = "; ".join(each for each in (remark, edited) if each)
        facts.append(Fact(f"slot {position + 1}", value, place, sources, remarks))
    return Explanation(f"session {edition}/{session_id}", tuple(facts))


def _slot(project: Project, edition: str, slot: Slot) -> str:
    papers = project.site.catalogue.editions[edition].papers
    parts = [f"{slot.start:%H:%M}" if slot.start else "", slot.title or ""]
    if slot.paper:
        title = papers[slot.paper].title if slot.paper in papers else None
        parts += [title or "an untitled paper", f"({edition}/{slot.paper})"]
    return " ".join(part for part in parts if part)


def explain_award(project: Project, edition: str, award_id: str) -> Explanation:
    """Where the facts of an award came from."""
    awards = project.site.catalogue.editions[edition].conference.awards
    award = next(each for each in awards if each.id == award_id)
    return Explanation(f"award {edition}/{award_id}", tuple(_award(project, edition, award)))


def _award(project: Project, edition: str, award: Award) -> Iterator[Fact]:
    papers = project.site.catalogue.editions[edition].papers
    evidence = project.evidence("awards", edition, award.id, award)
    yield evidence.fact("name")
    for position, paper in enumerate(award.papers):
        title = papers[paper].title if paper in papers else None
        yield Fact(
            f"paper {position + 1}",
            f"{title or 'an untitled paper'} ({edition}/{paper})",
            evidence.place("papers", position),
            evidence.source_of("papers", position, len(award.papers)),
            evidence.remark("papers"),
        )
