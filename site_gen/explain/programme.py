"""Explains what an edition is made of: sessions, awards, days, rooms and tracks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.conference import Award, Session, Slot
from site_gen.explain.evidence import Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.explain.papers import MADE_ONCE
from site_gen.site import Edition
from site_gen.site.subjects import SessionOf
from site_gen.text import counted


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


def explain_awards(project: Project, edition: str) -> Explanation:
    """Where the awards of an edition came from."""
    awards = project.site.catalogue.editions[edition].conference.awards
    facts = [fact for award in awards for fact in _award(project, edition, award)]
    return Explanation(f"awards of {edition}", tuple(facts))


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


def explain_sessions(project: Project, edition: str, day: str = "") -> Explanation:
    """Where the sessions of an edition came from, or those of one day."""
    found = project.site.catalogue.editions[edition]
    held = [(each, found.day_of(each)) for each in found.sessions.values()]
    sessions = [each for each, of in held if not day or (of and of.isoformat() == day)]
    what = f"schedule of {edition}" + (f", {day}" if day else "")
    return Explanation(
        f"{what}: {counted(len(sessions), 'session')}", tuple(_sessions(project, edition, sessions))
    )


def _sessions(project: Project, edition: str, sessions: Iterable[Session]) -> Iterator[Fact]:
    for session in sessions:
        evidence = project.evidence("sessions", edition, session.id, session)
        when = [
            session.date.isoformat() if session.date else "",
            f"{session.start:%H:%M}" if session.start else "",
        ]
        value = " ".join(part for part in (*when, session.title or "untitled") if part)
        place, sources = evidence.place(), evidence.sources("title")
        yield Fact(f"session {edition}/{session.id}", value, place, sources, evidence.remark("title"))


def explain_room(project: Project, edition: str, room_id: str) -> Explanation:
    """Where a room came from: the conference file, or only the sessions that name it."""
    contents = project.site.catalogue.editions[edition]
    room = contents.room(room_id)
    if room in contents.conference.rooms:
        named = Fact("name", room.name, project.content.locate("rooms", edition, room_id, "name"))
    else:
        named = Fact(
            "name", room.name, remark="derived: only sessions name this room; its id is the name's slug"
        )
    sessions = _sessions(project, edition, contents.in_room(room))
    return Explanation(f"room {edition}/{room_id}", (named, *sessions))


def explain_track(project: Project, edition: str, track_id: str) -> Explanation:
    """Where a track and its sessions came from."""
    contents: Edition = project.site.catalogue.editions[edition]
    place = project.content.locate("tracks", edition, track_id, "name")
    named = Fact("name", contents.tracks[track_id].name, place)
    sessions = _sessions(project, edition, contents.of_track(track_id))
    return Explanation(f"track {edition}/{track_id}", (named, *sessions))
