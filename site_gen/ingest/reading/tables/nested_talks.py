"""Rows of a programme that stand below the row of their session, inside its times: they are its talks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_gen.conference import Authorship, Participant
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Fact, PaperRecord, PartialDay, SessionRecord, SlotRecord
from site_gen.text import fold

_FEWEST = 2  # talks
_TALKS = frozenset(
    ["talk", "paper", "presentation", "contribution", "vortrag", "expose", "communication", "ponencia",
     "charla", "comunicacion", "intervento", "relazione", "comunicazione", "palestra", "apresentacao"]
)  # fmt: skip


def with_talks_inside(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions; what follows below one, inside its times, one by one, are its talks.

    The session is numbered, or they are called talks and it is not. The last of them may end after it.
    """
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
    if len(inside) < _FEWEST and not (inside and _is_called_talk(inside[0])):
        found += inside
        return
    found[-1] = replace(found[-1], slots=tuple(map(_slot, inside)))


def _goes_on(session: SessionRecord, inside: list[SessionRecord], talk: SessionRecord) -> bool:
    """Whether a row is the next talk of a session: the first begins with it, others after those above."""
    title = session.title.value if session.title else ""
    is_called_so = _is_called_talk(talk) and not (session.type or _is_of_kind(session))
    if session.slots or not (is_section(title) or is_called_so) or not session.start or session.end_later:
        return False
    if session.end is None and (talk.people is None or talk.end is not None):
        return False  # where nothing says when it ends, a talk is of somebody
    if talk.slots or talk.start is None or _day(talk) != _day(session) or _is_of_kind(talk) or talk.end_later:
        return False
    if talk.title is None or is_section(talk.title.value) or (talk.links and not talk.people):
        return False
    if _has_chair(talk) or _is_elsewhere(talk, session):
        return False
    above = inside[-1] if inside else None
    is_after, is_next = talk.start.value == session.start.value, False
    if above and above.start:
        is_after = (
            talk.start.value >= (above.end or above.start).value and talk.start.value != above.start.value
        )
        is_next = above.end is not None and above.end.value == talk.start.value
    if session.end is None:
        return is_after
    ends_inside = (talk.end or talk.start).value <= session.end.value
    return is_after and (ends_inside or (is_next and talk.start.value < session.end.value))


def _day(record: SessionRecord) -> PartialDay | None:
    return record.day.value if record.day else None


def _is_of_kind(record: SessionRecord) -> bool:
    return record.kind is not None and record.kind.value != "other"


def _is_called_talk(record: SessionRecord) -> bool:
    return record.type is not None and fold(record.type.value) in _TALKS


def _is_called_paper(record: SessionRecord) -> bool:
    return record.type is not None and fold(record.type.value) == "paper"


def _has_chair(talk: SessionRecord) -> bool:
    return talk.people is not None and any(each.role == "chair" for each in talk.people.value)


def _is_elsewhere(talk: SessionRecord, session: SessionRecord) -> bool:
    own, room = talk.room, session.room
    return own is not None and (room is None or fold(own.value) != fold(room.value))


def _slot(talk: SessionRecord) -> SlotRecord:
    """The slot of a talk, of a paper where people stand beside its title."""
    slot = SlotRecord(
        place=talk.place, start=talk.start, end=talk.end, type=talk.type, status=talk.status, note=talk.note,
        guid=talk.guid,
    )  # fmt: skip
    if talk.people is None or (_is_called_talk(talk) and not _is_called_paper(talk)):
        return replace(
            slot, title=talk.title, people=talk.people, description=talk.description, links=talk.links
        )
    authors = Fact(tuple(map(_authorship, talk.people.value)), talk.people.place)
    paper = PaperRecord(place=talk.place, title=talk.title, authors=authors, abstract=talk.description)
    return replace(slot, paper=replace(paper, links=talk.links))


def _authorship(person: Participant) -> Authorship:
    return Authorship(name=person.name, affiliations=(person.affiliation,) if person.affiliation else ())
