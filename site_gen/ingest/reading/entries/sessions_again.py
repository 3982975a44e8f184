"""Sessions that stand in a document twice: as they are, or once more in a list of who leads them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from typing import Any

from site_gen.ingest.records import Fact, Reading, SessionRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold
from site_gen.values import replace

_TWICE = 2


def with_sessions_once(reading: Reading) -> Reading:
    """A reading in which each session has who leads it, told elsewhere with its title and time alone."""
    if reading.format.is_own or not any(map(_is_of_people, reading.sessions)):
        return reading
    named: dict[tuple[object, ...], list[SessionRecord]] = defaultdict(list)
    for each in reading.sessions:
        if each.title and each.start:
            end = each.end.value if each.end else None
            named[each.day and each.day.value, each.start.value, end, fold(each.title.value)].append(each)
    led: dict[Place, SessionRecord] = {}
    left: set[Place] = set()
    for found in named.values():
        lists = [each for each in found if _is_of_people(each)] if len(found) == _TWICE else []
        others = [each for each in found if each.people is None]
        if len(lists) == len(others) == 1:
            led[others[0].place] = replace(others[0], people=lists[0].people)
            left.add(lists[0].place)
    sessions = (led.get(each.place, each) for each in reading.sessions if each.place not in left)
    return replace(reading, sessions=tuple(sessions)) if led else reading


def _is_of_people(session: SessionRecord) -> bool:
    """Whether nothing but title, time and people is told."""
    says_more = session.slots or session.room or session.description or session.track or session.guid
    return session.people is not None and not says_more


def without_repeated_sessions(reading: Reading, problems: ProblemLog) -> Reading:
    """A reading in which each session stands once, with a warning: a row or a page may have come in twice.

    They are one where all that is told of both is the same, their title, day and time among it. What has a
    title and a time alone may take place each day.
    """
    if reading.format.is_own:
        return reading
    alike: dict[object, list[SessionRecord]] = defaultdict(list)
    for each in reading.sessions:
        if each.title and each.day and each.start:
            alike[each.title.value, each.day.value, each.start.value].append(each)
    kept: dict[Place, Place] = {}
    for found in alike.values():
        first_of: dict[object, SessionRecord] = {}
        for each in found if len(found) > 1 else ():
            first = first_of.setdefault(_told(each), each)
            if first is not each and first.place != each.place:
                kept[each.place] = first.place
                what = f"'{each.title.value if each.title else ''}' stands at line {first.place.line} already"
                hint = "if these are two, say in which room each is"
                problems.warning("repeated-session", f"{what}, with all that is said here", each.place, hint)
    sessions = tuple(
        replace(each, part_of=kept.get(each.part_of, each.part_of)) if each.part_of else each
        for each in reading.sessions
        if each.place not in kept
    )
    return replace(reading, sessions=sessions) if kept else reading


def _told(value: Any) -> object:
    """What a record says, wherever it says it."""
    if isinstance(value, Fact):
        return _told(value.value)
    if isinstance(value, tuple):
        return tuple(map(_told, value))
    if isinstance(value, Place):
        return None
    names = _names(type(value))
    return tuple(_told(getattr(value, name)) for name in names) if names else value


def _names(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a class of records; none of any other."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]


_NAMES: dict[type[Any], tuple[str, ...]] = {}  # asked for each of many thousand values
