"""Sessions of one programme that two documents tell, by other titles: "Seeing" and "Session 2: Seeing".

Titles, kinds and rooms alone are alike in many programmes. Two documents tell the same one where nearly all
sessions of the shorter one begin and end when one of the other does. A session whose time a document does
not know is the only one of its title elsewhere, a talk the only one that names its speaker.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from site_gen.ingest.link.session_likeness import (
    LIKENESSES,
    Likeness,
    are_surely_one,
    are_titled_alike,
    key_of_title,
    may_share_room,
    share_papers,
    speakers_of,
)
from site_gen.ingest.link.talk_labels import label_of_talk
from site_gen.ingest.link.traits import name_key
from site_gen.ingest.records import Reading, SessionRecord
from site_gen.problems import Place
from site_gen.text import words
from site_gen.values import replace

Time = tuple[int, int, str, str]
Pair = tuple[SessionRecord, SessionRecord]

_FEWEST, _NEARLY_ALL = 2, 0.7  # times of two documents that are equal, and of those of the shorter one
MOST, _MOST_PAIRS = 60, 100_000  # sessions at one time that are compared, and pairs of those without a time


def same_sessions(readings: Sequence[Reading]) -> Mapping[Place, Place]:
    """For the place of a session record that of the one in another document which tells the same session.

    The other one stands in the better document, or in the first of equal ones.
    """
    told = _titled_by_others(readings)
    best_first = sorted(
        (_without(each, told) for each in readings),
        key=lambda each: (each.document.precedence, each.document.path),
    )
    timed = {each.document.path: timed_sessions(each) for each in best_first}
    same: dict[Place, Place] = {}
    for left, right in _at_one_time(list(timed.values()), same):
        same.setdefault(right.place, same.get(left.place, left.place))
    for reading in best_first:
        elsewhere = [
            each
            for path, sessions in timed.items()
            if path != reading.document.path
            for at_once in sessions.values()
            for each in at_once
            if each.place not in same
        ]
        for left, right in [*_talks(reading, elsewhere), *_titled(reading, elsewhere)]:
            same.setdefault(left.place, same.get(right.place, right.place))
    _join_by_ids(best_first, same)
    for first, second in combinations(map(by_title, best_first), 2):
        for left, right in _on_other_days(first, second):
            same.setdefault(right.place, same.get(left.place, left.place))
    return same | told


def _at_one_time(
    timed: Sequence[Mapping[Time, Sequence[SessionRecord]]], same: Mapping[Place, Place]
) -> Iterator[Pair]:
    """Pairs of sessions that begin and end at once, then of those left that only begin at once; the better
    one first. `same` has what was paired until now.
    """
    for better, other in combinations(timed, 2):
        likenesses = LIKENESSES if _are_of_one_programme(better, other) else LIKENESSES[:1]
        for moment in sorted(better.keys() & other.keys()):
            yield from _pairs(better[moment], other[moment], likenesses)
    for left, right in combinations(map(begun, timed), 2):
        for begin in sorted(left.keys() & right.keys()):
            one, two = ([each for each in side[begin] if each.place not in same] for side in (left, right))
            yield from _pairs(one, two, (are_surely_one,))


def _titled_by_others(readings: Sequence[Reading]) -> dict[Place, Place]:
    """For the place of a session that has the title of one in another document that of this one."""
    titled = [(each.title, each) for reading in readings for each in reading.sessions if each.title]
    owners = {title.place: each.place for title, each in titled if title.place.file == each.place.file}
    return {each.place: owners[title.place] for title, each in titled if title.place.file != each.place.file}


def _without(reading: Reading, told: Mapping[Place, Place]) -> Reading:
    sessions = [each for each in reading.sessions if each.place not in told]
    return replace(reading, sessions=tuple(sessions)) if told else reading


def _join_by_ids(readings: Sequence[Reading], same: dict[Place, Place]) -> None:
    """Join sessions that a document calls by the ids that another one has for them: "S1"."""
    by_id: dict[str, list[SessionRecord]] = defaultdict(list)
    for record in (record for reading in readings for record in reading.sessions):
        if record.guid:
            by_id[record.guid.value].append(record)
    for record in (record for reading in readings for record in reading.sessions if by_id):
        owners = by_id.get(record.title.value, ()) if record.title and not record.guid else ()
        if len(owners) == 1 and owners[0].place.file != record.place.file:
            same.setdefault(record.place, same.get(owners[0].place, owners[0].place))


def _on_other_days(better: Mapping[str, SessionRecord], other: Mapping[str, SessionRecord]) -> list[Pair]:
    """Sessions of one title and the same talks that two programmes have on different days.

    They have another session on one day: each of two documents of a day each may have the posters.
    """
    pairs = [(better[title], other[title]) for title in better.keys() & other.keys()]
    moved = [(one, another) for one, another in pairs if day_of(one) != day_of(another)]
    if len(moved) == len(pairs):
        return []
    return sorted(
        ((one, another) for one, another in moved if share_papers(one, another)),
        key=lambda pair: pair[0].place,
    )


def day_of(record: SessionRecord) -> tuple[int | None, int | None]:
    """Month and day; None where they are not known."""
    day = record.day.value if record.day else None
    return (day.month, day.day) if day else (None, None)


def by_title(reading: Reading) -> Mapping[str, SessionRecord]:
    """The sessions with a day whose title no other one of a document has."""
    titles = [(key_of_title(each), each) for each in reading.sessions]
    often = Counter(title for title, _ in titles)
    return {title: each for title, each in titles if title and each.day and often[title] == 1}


def _talks(reading: Reading, elsewhere: Sequence[SessionRecord]) -> list[Pair]:
    """The invited talks without a time, each with the only session that names its speaker, or its number."""
    talks = [each for each in _untimed(reading) if _holds_talks(each)]
    invited = [each for each in elsewhere if _holds_talks(each)]
    if len(talks) * len(invited) > _MOST_PAIRS:
        return []
    named = _clear([(talk, each) for talk in talks for each in invited if _names_speaker(each, talk)])
    found = {each.place for pair in named for each in pair}
    free = [each for each in invited if each.place not in found and not _has_speaker(each)]
    labels = {each.place: label_of_talk(each) for each in (*talks, *free)}
    labelled = [
        (talk, each)
        for talk in talks
        for each in free
        if talk.place not in found and labels[talk.place] and labels[talk.place] == labels[each.place]
    ]
    return [*named, *_clear(labelled)]


def _titled(reading: Reading, elsewhere: Sequence[SessionRecord]) -> list[Pair]:
    """The sessions without a time, each with the only one called so; by words of titles if most have one."""
    untimed = [each for each in _untimed(reading) if not _holds_talks(each)]
    named = [each for each in _untimed(reading) if _holds_talks(each)]
    called: dict[str, list[SessionRecord]] = defaultdict(list)
    for each in elsewhere:
        called[key_of_title(each)].append(each)
    only = {title: found[0] for title, found in called.items() if title and len(found) == 1}
    called_so = ((own, only[key_of_title(own)]) for own in (*untimed, *named) if key_of_title(own) in only)
    equal = _clear([(own, each) for own, each in called_so if _may_begin_at_once(own, each)])
    found = {each.place for pair in equal for each in pair}
    rest = [each for each in untimed if each.place not in found]
    free = [each for each in elsewhere if each.place not in found]
    if len(rest) * len(free) > _MOST_PAIRS:
        return equal
    alike = _clear([
        (own, each) for own in rest for each in free
        if _may_begin_at_once(own, each) and are_titled_alike(own, each)
    ])  # fmt: skip
    return [*equal, *alike] if len(equal) + len(alike) >= _NEARLY_ALL * len(untimed) else equal


def _untimed(reading: Reading) -> list[SessionRecord]:
    """The sessions that stand on no day; some may have a time."""
    return [each for each in reading.sessions if not each.day]


def _may_begin_at_once(own: SessionRecord, other: SessionRecord) -> bool:
    """Whether two sessions have one time of the day, or one has none."""
    return own.start is None or other.start is None or own.start.value == other.start.value


def _clear(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of which neither fits another one."""
    counts = Counter(record.place for pair in pairs for record in pair)
    return [(one, other) for one, other in pairs if counts[one.place] == counts[other.place] == 1]


def _holds_talks(record: SessionRecord) -> bool:
    return record.kind is not None and record.kind.value == "invited-talk"


def _has_speaker(record: SessionRecord) -> bool:
    return bool(speakers_of(record))


def _names_speaker(record: SessionRecord, talk: SessionRecord) -> bool:
    """Whether a session names who speaks in a talk, among its people or in its title."""
    named = {name_key(each.name) for each in record.people.value} if record.people else set()
    in_title = frozenset(words(record.title.value)) if record.title else frozenset()
    speakers = talk.people.value if talk.people else ()
    return any(name_key(each.name) in named or in_title >= set(words(each.name)) for each in speakers)


def timed_sessions(reading: Reading) -> Mapping[Time, Sequence[SessionRecord]]:
    """The sessions of a document by when they begin and end."""
    found: dict[Time, list[SessionRecord]] = defaultdict(list)
    for each in reading.sessions:
        if each.day and each.day.value.month and each.day.value.day and each.start:
            end = each.end.value.isoformat() if each.end else ""
            found[each.day.value.month, each.day.value.day, each.start.value.isoformat(), end].append(each)
    return found


def begun(
    timed: Mapping[Time, Sequence[SessionRecord]],
) -> Mapping[tuple[int, int, str], Sequence[SessionRecord]]:
    """The sessions of a document by when they begin, whenever they end."""
    found: dict[tuple[int, int, str], list[SessionRecord]] = defaultdict(list)
    for (month, day, start, _), sessions in timed.items():
        found[month, day, start] += sessions
    return found


def _are_of_one_programme(
    left: Mapping[Time, Sequence[SessionRecord]], right: Mapping[Time, Sequence[SessionRecord]]
) -> bool:
    shared = len(left.keys() & right.keys())
    return shared >= max(_FEWEST, _NEARLY_ALL * min(len(left), len(right)))


def _pairs(
    left: Sequence[SessionRecord], right: Sequence[SessionRecord], likenesses: Sequence[Likeness]
) -> Iterator[Pair]:
    """Pairs of sessions at one time, by the surest likeness first; where one fits several, none."""
    if max(len(left), len(right)) > MOST:
        return
    free_left, free_right = list(left), list(right)
    for are_alike in likenesses:
        fitting = [
            (one, other)
            for one in free_left
            for other in free_right
            if may_share_room(one, other) and are_alike(one, other)
        ]
        for one, other in _clear(fitting):
            yield one, other
            free_left.remove(one)
            free_right.remove(other)
