"""Rows of a programme that stand below the row of their session, inside its times: they are its talks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_gen.conference import Authorship, Participant
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Fact, PaperRecord, SessionRecord, SlotRecord
from site_gen.text import fold

_FEWEST = 2  # talks


def with_talks_inside(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions; what follows below a numbered one, inside its times, one by one, are its talks."""
    found: list[SessionRecord] = []
    inside: list[SessionRecord] = []  # right below the last one found
    for session in sessions:
        if found and _goes_on(found[-1], inside, session):
            inside.append(session)
            continue
        _take(found, inside)
        inside = []
        found.append(session)
    _take(found, inside)
    return tuple(found)


def _take(found: list[SessionRecord], inside: list[SessionRecord]) -> None:
    """Make the talks of the last session of what is inside its times; one alone may be another session."""
    if len(inside) < _FEWEST:
        found += inside
    else:
        found[-1] = replace(found[-1], slots=tuple(map(_slot, inside)))


def _goes_on(session: SessionRecord, inside: list[SessionRecord], talk: SessionRecord) -> bool:
    """Whether a row is the next talk of a session: the first begins with it, others after those above."""
    title = session.title.value if session.title else ""
    if session.slots or not is_section(title) or session.start is None or session.end_later:
        return False
    if session.end is None and (talk.people is None or talk.end is not None):
        return False  # where nothing says when it ends, a talk is of somebody
    if talk.slots or talk.start is None or talk.day != session.day or talk.kind or talk.end_later:
        return False
    if talk.title is None or is_section(talk.title.value) or (talk.links and not talk.people):
        return False
    if _has_chair(talk) or _is_elsewhere(talk, session):
        return False
    above = inside[-1] if inside else None
    is_after = talk.start.value == session.start.value
    if above and above.start:
        is_after = talk.start.value >= (above.end or above.start).value and talk.start != above.start
    return is_after and (session.end is None or (talk.end or talk.start).value <= session.end.value)


def _has_chair(talk: SessionRecord) -> bool:
    return talk.people is not None and any(each.role == "chair" for each in talk.people.value)


def _is_elsewhere(talk: SessionRecord, session: SessionRecord) -> bool:
    own, room = talk.room, session.room
    return own is not None and (room is None or fold(own.value) != fold(room.value))


def _slot(talk: SessionRecord) -> SlotRecord:
    """The slot of a talk, of a paper where people stand beside its title."""
    slot = SlotRecord(
        place=talk.place, start=talk.start, end=talk.end, status=talk.status, note=talk.note, guid=talk.guid
    )
    if talk.people is None:
        return replace(slot, title=talk.title, description=talk.description)
    authors = Fact(tuple(map(_authorship, talk.people.value)), talk.people.place)
    paper = PaperRecord(place=talk.place, title=talk.title, authors=authors, abstract=talk.description)
    return replace(slot, paper=replace(paper, links=talk.links))


def _authorship(person: Participant) -> Authorship:
    return Authorship(name=person.name, affiliations=(person.affiliation,) if person.affiliation else ())
