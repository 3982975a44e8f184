"""Recognising sessions of content in a programme that was corrected since: moved, retitled, rearranged."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from site_gen.ingest.known import Known
from site_gen.ingest.link.linked import Group
from site_gen.ingest.link.recognition import Digest
from site_gen.ingest.link.session_traits import (
    Traits,
    all_traits,
    named_as,
    traits_of_known,
    traits_of_record,
)
from site_gen.ingest.records import Reading
from site_gen.problems import Place
from site_gen.values import replace

Key = Callable[[Traits], Iterable[Hashable]]
_T = TypeVar("_T")


def link_sessions(
    readings: Sequence[Reading], groups: Sequence[Group], known: Known, digest: Digest
) -> Mapping[Place, str]:
    """For the place of a session record the id of the session of content that it is; one to one."""
    if not known.sessions:
        return {}
    paper_of = {record.place: group.known for group in groups for record in group.records if group.known}
    of_content = {each.session.id: traits_of_known(each, digest) for each in known.sessions}
    recognised: dict[Place, str] = {}
    present = frozenset(reading.document.path for reading in readings)
    for reading in sorted(readings, key=lambda reading: reading.document.path):
        records = {record.place: traits_of_record(record, paper_of, digest) for record in reading.sessions}
        own = _with_ids_of_their_own(records)
        recognised |= _match(own, _as_counted(of_content, reading.document.path, present))
    return recognised


def _with_ids_of_their_own(records: Mapping[Place, Traits]) -> Mapping[Place, Traits]:
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


def _as_counted(known: Mapping[str, Traits], file: str, present: frozenset[str]) -> Mapping[str, Traits]:
    """Sessions of content with the numbers that a document, or one in whose place it is, gave them."""
    return {
        session: traits
        if traits.number is None or file in traits.counted_in or traits.counted_in.isdisjoint(present)
        else replace(traits, number=None)
        for session, traits in known.items()
    }


def _match(records: Mapping[Place, Traits], known: Mapping[str, Traits]) -> dict[Place, str]:
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
    pairs: Sequence[tuple[Place, str]],
    records: Mapping[Place, Traits],
    known: Mapping[str, Traits],
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


def _match_named(records: Mapping[Place, Traits], known: Mapping[str, Traits]) -> dict[Place, str]:
    """What has no id of its own, in content or in the document, beside what has."""
    with_id = {place: traits for place, traits in records.items() if traits.is_called}
    without = {place: traits for place, traits in records.items() if not traits.is_called}
    nameless = {session: traits for session, traits in known.items() if not traits.is_called}
    recognised = _match_likely(with_id, nameless)
    left = {session: traits for session, traits in known.items() if session not in recognised.values()}
    return recognised | _match_likely(without, left)


def _match_likely(records: Mapping[Place, Traits], known: Mapping[str, Traits]) -> dict[Place, str]:
    """The strongest likeness first; what fits several is left to a weaker one that may tell them apart."""
    recognised: dict[Place, str] = {}
    free_records, free_known = dict(records), dict(known)
    for key in _KEYS:
        for place, session in _unambiguous(free_records, free_known, key):
            recognised[place] = session
            del free_records[place], free_known[session]
    return recognised | dict(_in_order(free_records, free_known))


def _in_order(records: Mapping[Place, Traits], known: Mapping[str, Traits]) -> Iterator[tuple[Place, str]]:
    """Pairs of those that nothing tells apart, in their order: equal sessions keep their ids so.

    Content has no date of a session whose printed day is none, or contradicts itself; of one that was deleted
    the title alone is remembered. What is called off is sought among what was, from their ends.
    """
    alike: dict[Hashable, deque[str]] = defaultdict(deque)
    for session, traits in sorted(known.items(), key=lambda each: each[1].is_off):
        is_deleted = not named_as(traits, "title") and named_as(traits, "digest")
        alike[named_as(traits, "digest") if is_deleted else all_traits(traits)].append(session)
    ordered = sorted(records.items())
    off = [each for each in reversed(ordered) if each[1].is_off]
    for place, traits in [*(each for each in ordered if not each[1].is_off), *off]:
        remembered = named_as(traits, "digest")
        for each in (all_traits(traits), all_traits(replace(traits, day=None)), remembered or None):
            if alike.get(each):
                yield place, alike[each].pop() if traits.is_off else alike[each].popleft()
                break


def _unambiguous(
    records: Mapping[Place, Traits], known: Mapping[str, Traits], key: Key
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


def _by_key(traits: Mapping[_T, Traits], key: Key) -> Mapping[Hashable, Sequence[_T]]:
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


def _agree(left: Traits, right: Traits, key: Key) -> bool:
    """Whether the papers allow it: by slots most must be the same; without a title not all may differ."""
    most = 2 * len(left.papers & right.papers) >= max(len(left.papers), len(right.papers))
    if key in (_by_slots, _by_slots_of_any_kind):
        return most and bool(left.papers)
    return key is not _by_time or most or not (left.papers and right.papers)


def _named(name: str, *others: str) -> Key:
    """The key of a title as printed, remembered or slug, with other fields that must be equal."""

    def key(traits: Traits) -> Iterable[Hashable]:
        return [
            (each, *(getattr(traits, other) for other in others)) for each in traits.names if each[0] == name
        ]

    return key


def _by_guid(traits: Traits) -> Iterable[Hashable]:
    return [traits.guid] if traits.guid else []


def _by_number(traits: Traits) -> Iterable[Hashable]:
    return [traits.number] if traits.number is not None and not traits.guid else []


def _by_slots(traits: Traits) -> Iterable[Hashable]:
    return [(traits.kind, paper) for paper in traits.papers]


def _by_slots_of_any_kind(traits: Traits) -> Iterable[Hashable]:
    return traits.papers


def _by_people(traits: Traits) -> Iterable[Hashable]:
    return [(traits.kind, traits.people)] if traits.people else []


def _by_time(traits: Traits) -> Iterable[Hashable]:
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
