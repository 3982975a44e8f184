"""How much two sessions of two documents are alike: in title, room, papers, speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from site_gen.conference import Participant
from site_gen.ingest.link.traits import is_version, name_key, title_key
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.records import SessionRecord
from site_gen.text import words

Likeness = Callable[[SessionRecord, SessionRecord], bool]

_FEWEST, _FEWEST_OF_KIND = 2, 3  # words that a title says; where one of them says what it is: a panel
_NEAR = 90  # of a hundred: titles that differ by a slip
_OF_ROOMS = frozenset(["room", "rooms", "saal", "salle", "sala", "raum"])
_OF_ANY_TITLE = frozenset(
    ["session", "sessions", "track", "part", "block", "talk", "talks", "the", "and", "of"]
)


def _room(record: SessionRecord) -> frozenset[str]:
    return frozenset(words(record.room.value)) - _OF_ROOMS if record.room else frozenset()


def may_share_room(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether one room has all words of the other, or one is not told."""
    one, other = _room(left), _room(right)
    return one <= other or other <= one


def _share_room(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether both are in one room; a lunch there is not what else takes place in it."""
    kinds = {each.kind.value if each.kind else "other" for each in (left, right)}
    may_be_one = len(kinds) == 1 or kinds.isdisjoint(PAUSES)
    return may_be_one and bool(_room(left) and _room(right)) and may_share_room(left, right)


def key_of_title(record: SessionRecord) -> str:
    """The title for comparing; empty where there is none."""
    return title_key(record.title.value) if record.title else ""


def share_papers(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether half of the papers of one are in the other."""
    one, other = set(titles_inside(left)), set(titles_inside(right))
    return bool(one & other) and 2 * len(one & other) >= min(len(one), len(other))


def titles_inside(record: SessionRecord) -> Iterable[str]:
    """The titles of the papers and talks of a session, for comparing."""
    titles = (slot.called for slot in record.slots)
    return [title_key(title.value) for title in titles if title]


def are_titled_alike(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether all words of one title that say something stand in the other, or the two differ by a slip."""
    one, other = (frozenset(key_of_title(each).split()) - _OF_ANY_TITLE for each in (left, right))
    is_part = bool(one and other) and (one <= other or other <= one)
    return is_part or bool(one and other and fuzz.ratio(key_of_title(left), key_of_title(right)) >= _NEAR)


def are_surely_one(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether two sessions that begin at once are alike in title and room, or are called the same.

    What has another number, other papers or other speakers is another one.
    """
    if _are_others(left, right):
        return False
    if _share_room(left, right):
        return are_titled_alike(left, right)
    titles = (key_of_title(each).split() for each in (left, right))
    one, other = (
        [word for word in title if word not in _OF_ANY_TITLE and not is_version(word)] for title in titles
    )
    return bool(one) and one == other and _are_of_kinds_alike(left, right)


def are_maybe_one(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether two sessions that begin at once are called alike, not the same, and one holds nothing."""
    kinds = {each.kind.value for each in (left, right) if each.kind}
    is_empty = not (left.slots and right.slots) and kinds.isdisjoint(PAUSES)
    is_alike = is_empty and are_titled_alike(left, right) and key_of_title(left) != key_of_title(right)
    return is_alike and not _are_others(left, right) and _are_of_kinds_alike(left, right)


def is_likely_moved(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether two sessions of one title at different times are one that moved: what each day has is none.

    So the title says of what it is, in words enough, or both name somebody or hold something in common.
    """
    titles = [each.title.value if each.title else "" for each in (left, right)]
    kinds = {kind_of_words(title) for title in titles}
    are_usual = not kinds.union(each.kind.value for each in (left, right) if each.kind).isdisjoint(PAUSES)
    if are_usual or any(map(is_ceremony, titles)) or _are_others(left, right):
        return False
    said = [
        [word for word in title_key(title).split() if word not in _OF_ANY_TITLE and not is_version(word)]
        for title in titles
    ]
    one, other = (frozenset(name_key(each.name) for each in _people(record)) for record in (left, right))
    fewest = _FEWEST if "other" in kinds else _FEWEST_OF_KIND
    has_common = bool(one & other) or share_papers(left, right)
    return all(said) and (has_common or max(map(len, said)) >= fewest)


def _people(record: SessionRecord) -> Sequence[Participant]:
    return record.people.value if record.people else ()


def _are_others(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether both have numbers, papers or speakers, and none in common."""
    numbers = [set(filter(is_version, key_of_title(each).split())) for each in (left, right)]
    inside = [set(titles_inside(each)) for each in (left, right)]
    speakers = [speakers_of(each) for each in (left, right)]
    return any(one and other and one.isdisjoint(other) for one, other in (numbers, inside, speakers))


def _are_of_kinds_alike(left: SessionRecord, right: SessionRecord) -> bool:
    return len({each.kind.value for each in (left, right) if each.kind}) < 2


def _are_of_one_kind(left: SessionRecord, right: SessionRecord) -> bool:
    """Whether both are of one kind, as a keynote; not where each names other speakers."""
    if left.kind is None or right.kind is None or left.kind.value != right.kind.value:
        return False
    one, other = speakers_of(left), speakers_of(right)
    return not (one and other) or not one.isdisjoint(other)


def speakers_of(record: SessionRecord) -> set[str]:
    """The names of those who speak, for comparing."""
    people = record.people.value if record.people else ()
    return {name_key(each.name) for each in people if each.role == "speaker"}


LIKENESSES: tuple[Likeness, ...] = (share_papers, are_titled_alike, _share_room, _are_of_one_kind)
