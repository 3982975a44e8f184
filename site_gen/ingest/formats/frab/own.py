"""Our own schedule.json and schedule.xml read back: slots, bylines and roles, which frab has no place for.

The description of an event tells them in lines of its own ("Chair: Ann Bee", "Part of: Oral one"). The
duration of an event whose end is not known is a stop-gap, and is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from site_gen.conference import Authorship, Link, LinkRel, Participant, Role, SessionKind
from site_gen.ingest.formats.frab.schedule import EventReader, FrabEvent, FrabLink
from site_gen.ingest.records import Fact, PaperRecord, SessionRecord, SlotRecord
from site_gen.locale import LINKS, MISSING_NAMES, ROLES, WORDS, untitled_paper, untitled_session

END_NOT_KNOWN = "The end is not known; the duration is only what the format of this file demands."
NO_ROOM = "Room not given"

_KINDS: dict[str, SessionKind] = {kind: kind for kind in get_args(SessionKind)}
_ROLES: dict[str, Role] = {ROLES[role]: role for role in get_args(Role)}
_RELS: dict[str, LinkRel] = {LINKS[rel]: rel for rel in get_args(LinkRel)}
# What a type of the schema says where the title of a link is the organisers' own.
_RELS_OF_TYPES: dict[str, LinkRel] = {
    "article": "paper", "media": "video", "paper": "pdf", "slides": "slides", "related": "poster",
}  # fmt: skip

People = tuple[Participant, ...]


def own_sessions(reader: EventReader, events: Sequence[FrabEvent]) -> Iterator[SessionRecord]:
    """The sessions of a file of our own.

    An event whose subtitle is the title of no event is a slot of that session, which begins with its
    first slot; when it ends the file does not say.
    """
    titles = {event.text("title") for event in events}
    slots: dict[tuple[str, ...], list[FrabEvent]] = defaultdict(list)
    for event in events:
        if event.text("subtitle") and event.text("subtitle") not in titles:
            slots[_session_of(event)].append(event)
        else:
            yield _session(reader, event)
    for of_session in slots.values():
        yield _session_of_slots(reader, sorted(of_session, key=lambda each: each.text("date")))


def _session_of(event: FrabEvent) -> tuple[str, ...]:
    return event.text("subtitle"), event.text("type"), event.text("date")[:10]


def _session(reader: EventReader, event: FrabEvent) -> SessionRecord:
    when = reader.when(event, is_end_known=_is_end_known(event))
    return SessionRecord(
        place=event.place,
        kind=_kind(event),
        title=_title(reader, event, "title"),
        day=when.day,
        start=when.start,
        end=when.end,
        room=_room(reader, event),
        people=_people(event, _lines(event)),
        description=reader.paragraphs(event.texts.get("abstract")),
        links=_links(reader, event),
        language=reader.language(event),
    )


def _session_of_slots(reader: EventReader, events: Sequence[FrabEvent]) -> SessionRecord:
    first = events[0]
    when = reader.when(first, is_end_known=False)
    people = next((found for each in events if (found := _people(each, _lines_of_session(each)))), None)
    slots = tuple(_slot(reader, each) for each in events)
    # A paper has a language of its own; what is said of other talks is the session's.
    languages = (reader.language(each) for each, slot in zip(events, slots, strict=True) if not slot.paper)
    return SessionRecord(
        place=first.place,
        kind=_kind(first),
        title=_title(reader, first, "subtitle"),
        day=when.day,
        start=when.start,
        people=people,
        language=next(languages, None),
        slots=slots,
    )


def _slot(reader: EventReader, event: FrabEvent) -> SlotRecord:
    when = reader.when(event, is_end_known=_is_end_known(event))
    lines = _lines_of_slot(event)
    title = reader.line(event.texts.get("title"))
    byline = _byline(event, lines)
    is_paper = byline is not None or "/papers/" in event.text("url")
    return SlotRecord(
        place=event.place,
        paper=_paper(reader, event, title, byline) if is_paper else None,
        title=title,
        room=_room(reader, event),
        board=_board(event, lines),
        start=when.start,
        end=when.end,
        people=_people(event, lines),
    )


def _paper(
    reader: EventReader,
    event: FrabEvent,
    title: Fact[str] | None,
    byline: Fact[tuple[Authorship, ...]] | None,
) -> PaperRecord:
    return PaperRecord(
        place=event.place,
        title=title if title and title.value != _stand_in(byline) else None,
        authors=byline,
        abstract=reader.paragraphs(event.texts.get("abstract")),
        links=_links(reader, event),
        language=reader.language(event),
    )


def _title(reader: EventReader, event: FrabEvent, name: str) -> Fact[str] | None:
    """The title of a session; None for words that stand in for one."""
    title, kind = reader.line(event.texts.get(name)), _kind(event)
    return title if title and title.value != untitled_session(kind.value if kind else "other") else None


def _stand_in(byline: Fact[tuple[Authorship, ...]] | None) -> str:
    """The words that stand in for the title of a paper with this byline."""
    return untitled_paper([each.name for each in byline.value if each.name] if byline else [])


def _is_end_known(event: FrabEvent) -> bool:
    return not event.text("description").endswith(END_NOT_KNOWN)


def _kind(event: FrabEvent) -> Fact[SessionKind] | None:
    fact = event.texts.get("type")
    return Fact(_KINDS[fact.value], fact.place) if fact and fact.value in _KINDS else None


def _room(reader: EventReader, event: FrabEvent) -> Fact[str] | None:
    return None if event.text("room") == NO_ROOM else reader.line(event.texts.get("room"))


def _links(reader: EventReader, event: FrabEvent) -> Fact[tuple[Link, ...]] | None:
    """The links of an event; a title that is only the word for its type is none."""
    untitled = (replace(link, title="" if link.title in _RELS else link.title) for link in event.links)
    rels = map(_rel, event.links)
    return reader.links(zip(untitled, rels, strict=True))


def _rel(link: FrabLink) -> LinkRel:
    return _RELS.get(link.title) or _RELS_OF_TYPES.get(link.type, "website")


def _lines(event: FrabEvent) -> list[str]:
    return event.text("description").split("\n")


def _lines_of_slot(event: FrabEvent) -> list[str]:
    """The lines about the slot: those above the one that names its session, in the same paragraph."""
    lines, end = _lines(event), _end_of_slot(event)
    start = max((number for number, line in enumerate(lines[:end]) if not line), default=-1)
    return lines[start + 1 : end]


def _lines_of_session(event: FrabEvent) -> list[str]:
    return _lines(event)[_end_of_slot(event) + 1 :]


def _end_of_slot(event: FrabEvent) -> int:
    """Which line names the session; the last where none does."""
    lines, told = _lines(event), f"{WORDS.part_of}: {event.text('subtitle')}"
    return lines.index(told) if told in lines else len(lines) - 1


def _people(event: FrabEvent, lines: Iterable[str]) -> Fact[People] | None:
    """Who has a role: a line names it, and somebody whom the event lists."""
    found = [person for line in lines if (person := _participant(event, line))]
    return Fact(tuple(found), event.place) if found else None


def _participant(event: FrabEvent, line: str) -> Participant | None:
    label, colon, told = line.partition(": ")
    if not colon or label not in _ROLES:
        return None
    for name in sorted({person.value for person in event.persons}, key=len, reverse=True):
        if told == name:
            return Participant(name=name, role=_ROLES[label])
        if told.startswith(f"{name} (") and told.endswith(")"):
            affiliation = told[len(name) + 2 : -1]
            return Participant(name=name, role=_ROLES[label], affiliation=affiliation)
    return _outside(told, _ROLES[label])


def _outside(told: str, role: Role) -> Participant:
    """Somebody of the session, whom the events of its slots do not list."""
    name, bracket, affiliation = told.partition(" (")
    return Participant(name=name, role=role, affiliation=affiliation.removesuffix(")") if bracket else None)


def _board(event: FrabEvent, lines: Iterable[str]) -> Fact[str] | None:
    label = f"{WORDS.board}: "
    found = next((line for line in lines if line.startswith(label)), None)
    return Fact(found.removeprefix(label), event.place) if found else None


def _byline(event: FrabEvent, lines: Sequence[str]) -> Fact[tuple[Authorship, ...]] | None:
    """The names in the first line, which is none where a role or a board stands there."""
    label = lines[0].partition(": ")[0] if lines else ""
    if not lines or label in _ROLES or label == WORDS.board:
        return None
    names = sorted({person.value for person in event.persons}, key=len, reverse=True)
    return Fact(tuple(_authorships(lines[0], names)), event.place)


def _authorships(line: str, names: Sequence[str]) -> Iterator[Authorship]:
    """The names of a line in order: those that the event lists, with commas in them or not."""
    rest = line + ", "
    while rest:
        name = next((each for each in names if rest.startswith(f"{each}, ")), None)
        told = name or rest.partition(", ")[0]
        rest = rest[len(told) + 2 :]
        yield _authorship(told, is_listed=name is not None)


def _authorship(told: str, *, is_listed: bool) -> Authorship:
    if not is_listed and told == MISSING_NAMES["others"]:
        return Authorship(missing="others")
    if not is_listed and told == MISSING_NAMES["one"]:
        return Authorship(missing="one")
    return Authorship(name=told)
