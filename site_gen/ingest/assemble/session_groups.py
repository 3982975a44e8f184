"""Which records of several documents are one session of the edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.link import Linked
from site_gen.ingest.records import Reading, SessionRecord
from site_gen.text import fold, words

Records = list[SessionRecord]
_MOST_ALIKE = 40  # documents that have a session of one title and day, and are compared


def same_sessions(readings: Sequence[Reading], linked: Linked, precedence: Precedence) -> list[Records]:
    """The records of each session, in page order: two documents may describe the same one."""
    records = [record for reading in readings for record in reading.sessions]
    records.sort(key=lambda record: precedence.order(record.place))
    systems = {reading.document.path: reading.format.name for reading in readings}
    of_guid: dict[tuple[str, str], object] = {}
    often = {
        key
        for key, count in Counter((record.place.file, _key(record)) for record in records).items()
        if count > 1
    }
    crowded = {key for _, key in often}
    apart = _documents_apart(records, often)
    by_place = {record.place: record for record in records}

    def key_of(record: SessionRecord) -> object:
        known = ("code", record.code.value) if record.code else linked.sessions.get(record.place)
        if known is None and record.place in linked.same_sessions:
            return key_of(by_place[linked.same_sessions[record.place]])
        if known is None and record.title is None:
            return record.place
        start = record.start.value if record.start and _key(record) in crowded else None
        return known or (_key(record), start)

    sessions: dict[object, Records] = defaultdict(list)
    for record in records:
        key = key_of(record)
        if record.guid:  # two documents of one system agree in this whatever else they say
            key = of_guid.get((systems[record.place.file], record.guid.value), key)
        if any(_are_two(other, record, systems, apart) for other in sessions[key]):
            key = record.place
        sessions[key].append(record)
        if record.guid:
            of_guid[systems[record.place.file], record.guid.value] = key
    return [found for found in sessions.values() if found]


def _are_two(
    left: SessionRecord,
    right: SessionRecord,
    systems: Mapping[str, str],
    apart: Collection[tuple[str, ...]],
) -> bool:
    """Whether a document tells both, or one system calls them by different ids.

    So are two of one title that are at other times or in other rooms, as the openings of a conference and of
    its workshop, where their documents do not tell one programme.
    """
    if left.place.file == right.place.file:
        return True
    if _files(left, right) in apart and not left.guid and _are_apart(left, right):
        return True
    if not (left.guid and right.guid) or systems[left.place.file] != systems[right.place.file]:
        return False
    return left.guid.value != right.guid.value


def _key(record: SessionRecord) -> tuple[str, str | None, tuple[int, int] | None]:
    day = record.day.value if record.day else None
    return (
        fold(record.title.value) if record.title else "",
        record.kind.value if record.kind and record.kind.value != "other" else None,
        (day.month, day.day) if day else None,
    )


def _documents_apart(
    records: Sequence[SessionRecord], often: Collection[tuple[str, object]]
) -> frozenset[tuple[str, ...]]:
    """The pairs of documents of whose sessions with one title and day most are at other times.

    Where they share less than half of them, other rooms part them too: corrections may move all they name.
    So do other rooms and other talks in all that have any in both.
    """
    of_key: dict[object, Records] = defaultdict(list)
    for record in records:
        if record.title and record.start and (record.place.file, _key(record)) not in often:
            of_key[_key(record)].append(record)
    size = Counter(record.place.file for found in of_key.values() for record in found)
    shared, timed, placed, filled, proven = (Counter[tuple[str, ...]]() for _ in range(5))
    for found in of_key.values():
        for left, right in combinations(found[:_MOST_ALIKE], 2):
            files = _files(left, right)
            are_others = _inside(left).isdisjoint(_inside(right))
            shared[files] += 1
            timed[files] += are_others and _are_at_other_times(left, right)
            placed[files] += are_others and (_are_elsewhere(left, right) or _are_at_other_times(left, right))
            if left.slots and right.slots:
                filled[files] += 1
                proven[files] += are_others and _are_elsewhere(left, right)
    return frozenset(
        files
        for files, number in shared.items()
        if 2 * timed[files] >= number
        or (2 * placed[files] >= number and 2 * number < min(size[file] for file in files))
        or 0 < filled[files] == proven[files]
    )


def _files(left: SessionRecord, right: SessionRecord) -> tuple[str, ...]:
    return tuple(sorted((left.place.file, right.place.file)))


def _are_apart(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether one has ended when the other begins, or is elsewhere, and no talk or person is in both."""
    are_apart = _are_elsewhere(left, right) or _are_at_other_times(left, right)
    return are_apart and _inside(left).isdisjoint(_inside(right))


def _are_elsewhere(left: SessionRecord, right: SessionRecord) -> bool:
    rooms = [frozenset(words(each.room.value)) for each in (left, right) if each.room]
    return len(rooms) > 1 and not (rooms[0] <= rooms[1] or rooms[1] <= rooms[0])


def _are_at_other_times(left: SessionRecord, right: SessionRecord) -> bool:
    if not (left.start and right.start) or left.start.value == right.start.value:
        return False
    first, second = sorted((left, right), key=lambda each: each.start.value.isoformat() if each.start else "")
    ended = not first.end or (not first.end_later and second.start and first.end.value <= second.start.value)
    return bool(ended)


def _inside(record: SessionRecord) -> set[str]:
    """The talks and the people of a session."""
    titles = (slot.called for slot in record.slots)
    numbers = (slot.paper.submission for slot in record.slots if slot.paper)
    people = record.people.value if record.people else ()
    return {fold(each.value) for each in (*titles, *numbers) if each} | {fold(each.name) for each in people}
