"""Sessions that stand in a document twice: in the programme, and once more in a list of who leads them."""

from __future__ import annotations

from collections import defaultdict

from site_gen.ingest.records import Reading, SessionRecord
from site_gen.problems import Place
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
        lists = [each for each in found if _is_of_people(each)]
        others = [each for each in found if each not in lists and each.people is None]
        if len(found) == _TWICE and len(lists) == len(others) == 1:
            led[others[0].place] = replace(others[0], people=lists[0].people)
            left.add(lists[0].place)
    sessions = (led.get(each.place, each) for each in reading.sessions if each.place not in left)
    return replace(reading, sessions=tuple(sessions)) if led else reading


def _is_of_people(session: SessionRecord) -> bool:
    """Whether nothing but title, time and people is told."""
    says_more = session.slots or session.room or session.description or session.track or session.guid
    return session.people is not None and not says_more
