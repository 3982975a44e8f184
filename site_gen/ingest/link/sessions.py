"""Recognising sessions of content in a programme that was corrected since: moved, retitled, rearranged."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from site_gen.ingest.known import Known, KnownSession
from site_gen.ingest.link.linked import Group
from site_gen.ingest.link.recognition import Digest
from site_gen.ingest.link.traits import name_key, title_key
from site_gen.ingest.records import Reading, SessionRecord
from site_gen.problems import Place
from site_gen.text import slug
from site_gen.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of a session; `names` are its title as printed, as remembered and as an id."""

    names: frozenset[tuple[str, str]]
    kind: str
    day: tuple[int, int] | None
    start: str | None
    papers: frozenset[str]
    people: frozenset[str]
    guid: str | None = None
    number: int | None = None
    counted_in: frozenset[str] = frozenset()

    @property
    def is_called(self) -> bool:
        """Whether its system has an id for it."""
        return self.guid is not None or self.number is not None

    @property
    def is_timed(self) -> bool:
        """Whether day and start are known."""
        return self.day is not None and self.start is not None


Key = Callable[[_Traits], Iterable[Hashable]]
_T = TypeVar("_T")


def link_sessions(
    readings: Sequence[Reading], groups: Sequence[Group], known: Known, digest: Digest
) -> Mapping[Place, str]:
    """For the place of a session record the id of the session of content that it is; one to one."""
    if not known.sessions:
        return {}
    paper_of = {record.place: group.known for group in groups for record in group.records if group.known}
    of_content = {each.session.id: _traits_of_known(each, digest) for each in known.sessions}
    recognised: dict[Place, str] = {}
    present = frozenset(reading.document.path for reading in readings)
    for reading in sorted(readings, key=lambda reading: reading.document.path):
        records = {record.place: _traits_of_record(record, paper_of, digest) for record in reading.sessions}
        own = _with_ids_of_their_own(records)
        recognised |= _match(own, _as_counted(of_content, reading.document.path, present))
    return recognised


def _with_ids_of_their_own(records: Mapping[Place, _Traits]) -> Mapping[Place, _Traits]:
    """Without the ids that a document gives several sessions, as each time of what is repeated: content has
    them at the first one only, and they call none of them."""
    guids = Counter(traits.guid for traits in records.values())
    numbers = Counter(traits.number for traits in records.values())
    return {
        place: replace(
            traits,
            guid=traits.guid if guids[traits.guid] == 1 else None,
            number=traits.number if numbers[traits.number] == 1 else None,
        )
        for place, traits in records.items()
    }


def _as_counted(known: Mapping[str, _Traits], file: str, present: frozenset[str]) -> Mapping[str, _Traits]:
    """Sessions of content with the numbers that a document, or one in whose place it is, gave them."""
    return {
        session: traits
        if traits.number is None or file in traits.counted_in or traits.counted_in.isdisjoint(present)
        else replace(traits, number=None)
        for session, traits in known.items()
    }


def _traits_of_record(record: SessionRecord, paper_of: Mapping[Place, str], digest: Digest) -> _Traits:
    title = record.title.value if record.title else None
    names = (("title", title_key(title)), ("digest", digest(title)), ("id", slug(title))) if title else ()
    slot_papers = (paper_of.get(slot.paper.place) for slot in record.slots if slot.paper)
    return _Traits(
        frozenset(name for name in names if name[1]),
        record.kind.value if record.kind else "other",  # as content has it that says none
        (record.day.value.month, record.day.value.day) if record.day else None,
        record.start.value.isoformat() if record.start else None,
        frozenset(paper for paper in slot_papers if paper),
        frozenset(name_key(person.name) for person in (record.people.value if record.people else ())),
        digest(record.guid.value) if record.guid else None,
        record.number.value if record.number else None,
    )


def _traits_of_known(known: KnownSession, digest: Digest) -> _Traits:
    session = known.session
    names = {
        ("id", session.id),
        ("digest", known.provenance.get("title", "")),
        ("title", title_key(session.title or "")),
    }
    return _Traits(
        frozenset(name for name in names if name[1]),
        session.kind,
        (session.date.month, session.date.day) if session.date else None,
        session.start.isoformat() if session.start else None,
        frozenset(slot.paper for slot in session.slots if slot.paper),
        frozenset(name_key(person.name) for person in session.people),
        digest(session.guid) if session.guid else known.provenance.get("guid"),
        session.number,
        known.counted_in,
    )


def _match(records: Mapping[Place, _Traits], known: Mapping[str, _Traits]) -> dict[Place, str]:
    """By the ids that their system calls them by, then by likeness."""
    recognised: dict[Place, str] = {}
    free_records, free_known = dict(records), dict(known)
    for key in (_by_guid, _by_number):
        found = _unambiguous(free_records, free_known, key)
        if key is _by_number and _are_rows(found, free_records, free_known):
            continue
        for place, session in found:
            recognised[place] = session
            del free_records[place], free_known[session]
    if recognised:  # the system still calls them as before: what it calls otherwise is something else
        return recognised | _match_named(free_records, free_known)
    return _match_likely(free_records, free_known)


def _are_rows(
    pairs: Sequence[tuple[Place, str]], records: Mapping[Place, _Traits], known: Mapping[str, _Traits]
) -> bool:
    """Whether numbers only count rows: more sessions have now that of another one than have their own."""
    names = {name: session for _, session in pairs for name in known[session].names if name[0] != "id"}
    owners = [({names[name] for name in records[place].names if name in names}, own) for place, own in pairs]
    others = sum(bool(owner) and own not in owner for owner, own in owners)
    alike = sum(
        own in owner or bool(records[place].people and records[place].people == known[own].people)
        for (place, own), (owner, _) in zip(pairs, owners, strict=True)
    )
    return others > alike


def _match_named(records: Mapping[Place, _Traits], known: Mapping[str, _Traits]) -> dict[Place, str]:
    """What has no id of its own, in content or in the document, beside what has."""
    with_id = {place: traits for place, traits in records.items() if traits.is_called}
    without = {place: traits for place, traits in records.items() if not traits.is_called}
    nameless = {session: traits for session, traits in known.items() if not traits.is_called}
    recognised = _match_likely(with_id, nameless)
    left = {session: traits for session, traits in known.items() if session not in recognised.values()}
    return recognised | _match_likely(without, left)


def _match_likely(records: Mapping[Place, _Traits], known: Mapping[str, _Traits]) -> dict[Place, str]:
    """The strongest likeness first; what fits several is left to a weaker one that may tell them apart."""
    recognised: dict[Place, str] = {}
    free_records, free_known = dict(records), dict(known)
    for key in _KEYS:
        for place, session in _unambiguous(free_records, free_known, key):
            recognised[place] = session
            del free_records[place], free_known[session]
    return recognised | dict(_in_order(free_records, free_known))


def _in_order(records: Mapping[Place, _Traits], known: Mapping[str, _Traits]) -> Iterator[tuple[Place, str]]:
    """Pairs of those that nothing tells apart, in their order: equal sessions keep their ids so.

    Content has no date of a session whose printed day is none, or contradicts itself; of one that was deleted
    the title alone is remembered.
    """
    alike: dict[Hashable, deque[str]] = defaultdict(deque)
    for session, traits in known.items():
        is_deleted = not _named_as(traits, "title") and _named_as(traits, "digest")
        alike[_named_as(traits, "digest") if is_deleted else _all_traits(traits)].append(session)
    for place, traits in sorted(records.items()):
        remembered = _named_as(traits, "digest")
        for each in (_all_traits(traits), _all_traits(replace(traits, day=None)), remembered or None):
            if alike.get(each):
                yield place, alike[each].popleft()
                break


def _all_traits(traits: _Traits) -> Hashable:
    return (_named_as(traits, "title"), traits.kind, traits.day, traits.start)


def _named_as(traits: _Traits, way: str) -> frozenset[tuple[str, str]]:
    """The title as printed, as remembered, or as an id; empty where there is none."""
    return frozenset(name for name in traits.names if name[0] == way)


def _unambiguous(
    records: Mapping[Place, _Traits], known: Mapping[str, _Traits], key: Key
) -> list[tuple[Place, str]]:
    """Pairs that share a key (slots: most papers), where neither shares one with any other."""
    if not records or not known:
        return []
    owners, claimants = _by_key(known, key), _by_key(records, key)
    found = []
    for place, traits in records.items():
        sessions = (each for value in key(traits) for each in owners.get(value, ()))
        session = _only(each for each in sessions if _agree(traits, known[each], key))
        if session is not None:
            places = (each for value in key(known[session]) for each in claimants.get(value, ()))
            if _only(each for each in places if _agree(records[each], known[session], key)) is not None:
                found.append((place, session))
    return sorted(found)


def _by_key(traits: Mapping[_T, _Traits], key: Key) -> Mapping[Hashable, Sequence[_T]]:
    named: dict[Hashable, list[_T]] = defaultdict(list)
    for name, each in traits.items():
        for value in key(each):
            named[value].append(name)
    return named


def _only(found: Iterable[_T]) -> _T | None:
    """The one that is found, once or several times; None where none is, or, at the second, where several are.

    Thousands of equal sessions are not compared with each other so.
    """
    first = None
    for each in found:
        if first is not None and each != first:
            return None
        first = each
    return first


def _agree(left: _Traits, right: _Traits, key: Key) -> bool:
    """Whether the papers allow it: by slots most must be the same; without a title not all may differ."""
    most = 2 * len(left.papers & right.papers) >= max(len(left.papers), len(right.papers))
    if key in (_by_slots, _by_slots_of_any_kind):
        return most and bool(left.papers)
    return key is not _by_time or most or not (left.papers and right.papers)


def _named(name: str, *others: str) -> Key:
    """The key of a title as printed, remembered or slug, with other fields that must be equal."""

    def key(traits: _Traits) -> Iterable[Hashable]:
        return [
            (each, *(getattr(traits, other) for other in others)) for each in traits.names if each[0] == name
        ]

    return key


def _by_guid(traits: _Traits) -> Iterable[Hashable]:
    return [traits.guid] if traits.guid else []


def _by_number(traits: _Traits) -> Iterable[Hashable]:
    return [traits.number] if traits.number is not None and not traits.guid else []


def _by_slots(traits: _Traits) -> Iterable[Hashable]:
    return [(traits.kind, paper) for paper in traits.papers]


def _by_slots_of_any_kind(traits: _Traits) -> Iterable[Hashable]:
    return traits.papers


def _by_people(traits: _Traits) -> Iterable[Hashable]:
    return [(traits.kind, traits.people)] if traits.people else []


def _by_time(traits: _Traits) -> Iterable[Hashable]:
    return [(traits.kind, traits.day, traits.start)] if traits.is_timed else []


_KEYS: tuple[Key, ...] = (
    *(_named(name, "kind", "day", "start") for name in ("digest", "title")),
    *(_named(name, "day", "start") for name in ("digest", "title")),
    *(_named(name, "kind", "day") for name in ("digest", "title")),
    *(_named(name, "kind") for name in ("digest", "title")),
    *(_named(name) for name in ("digest", "title", "id")),
    _by_slots,
    _by_slots_of_any_kind,
    _by_people,
    _by_time,
)
