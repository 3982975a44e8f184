"""A document's own duplicates: an awards page may print a paper twice, a programme in two sessions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from site_gen.ingest.link.evidence import compare
from site_gen.ingest.link.traits import Byline, Unit, title_words, unit_of_records
from site_gen.ingest.records import PaperRecord

_SHOWN = re.compile(r"[-_ .:/][^\W\d_]{4,}")  # behind a number: "-Oral"
ENOUGH_TEXT = 80  # characters; equal texts of this length need no byline in both copies


def units_of_document(records: Sequence[PaperRecord], system: str) -> list[Unit]:
    """The papers of one document, every one once, in its order; `system` gave them their numbers."""
    units = [unit_of_records([record], system) for record in records]
    groups: list[list[int]] = []
    firsts: list[Unit] = []  # what all copies of each tell together
    buckets: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(units)), key=lambda at: _is_number_alone(units[at])):
        unit = units[at]
        keys = [key for key in (unit.title, unit.beginning, *(unit.number or ())[1:]) if key]
        same = (
            position
            for key in keys
            for position in buckets[key]
            if _is_number_alone(unit) or _is_repeated(firsts[position], unit)
        )
        position = next(same, len(groups))
        if position == len(groups):
            groups.append([])
            firsts.append(unit)
        elif _adds_to(unit, firsts[position]):
            firsts[position] = unit_of_records([records[each] for each in (*groups[position], at)], system)
        groups[position].append(at)
        for key in keys:
            if position not in buckets[key][-1:]:
                buckets[key].append(position)
    return [
        first if len(copies) == 1 else unit_of_records([records[at] for at in sorted(copies)], system)
        for copies, first in sorted(zip(map(sorted, groups), firsts, strict=True), key=lambda each: each[0])
    ]


def _adds_to(unit: Unit, first: Unit) -> bool:
    """Whether a copy has what the others lack, or a better text."""
    is_better = (unit.cut, -len(unit.text)) < (first.cut, -len(first.text))
    return (
        (unit.text != "" and (is_better or not first.text))
        or (unit.printed_title != "" and not first.printed_title)
        or (unit.byline is not None and first.byline is None)
        or (unit.number is not None and first.number is None)
    )


def _is_repeated(first: Unit, unit: Unit) -> bool:
    """Whether a record is a paper again: all that both tell is the same, and that is not little.

    One copy's byline may be cut, where the texts are the same. One document spells a title in one way.
    """
    likeness = compare(first, unit)
    long_text = likeness.same_text and len(unit.beginning) >= ENOUGH_TEXT
    differs = (
        (likeness.title is not None and not _same_title(first, unit))
        or (likeness.text is not None and not likeness.same_text)
        or not (_same_byline(first.byline, unit.byline) or (long_text and _is_cut(first.byline, unit.byline)))
    )
    if differs or not _may_be_one_submission(first, unit):
        return False
    if _are_published_apart(first, unit):
        return False
    if (first.byline is None) == (unit.byline is None):
        return True
    return likeness.title is not None or long_text or _is_number_alone(first) or _is_number_alone(unit)


def _may_be_one_submission(first: Unit, unit: Unit) -> bool:
    """Whether the numbers do not differ, or one says more of how a paper is shown: 12 and 12-Poster.

    Those have all else in common.
    """
    if not (first.number and unit.number) or first.number == unit.number:
        return True
    shorter, longer = sorted((first.number[-1], unit.number[-1]), key=len)
    is_told = bool(first.title and unit.title and first.byline and unit.byline)
    return is_told and longer.startswith(shorter) and bool(_SHOWN.fullmatch(longer[len(shorter) :]))


def _same_title(first: Unit, unit: Unit) -> bool:
    return first.title == unit.title and title_words(first.printed_title) == title_words(unit.printed_title)


def _are_published_apart(first: Unit, unit: Unit) -> bool:
    """Whether both have DOIs and none in common, or stand on other pages of other volumes: an abstract first.

    A correction and what it corrects have one title.
    """
    if not (first.records and unit.records):
        return False
    dois, volumes, pages = (
        [{fact.value for record in each.records if (fact := getattr(record, name))} for each in (first, unit)]
        for name in ("doi", "volume", "pages")
    )
    return _differ(*dois) or (_differ(*volumes) and _differ(*pages))


def _differ(left: set[object], right: set[object]) -> bool:
    return bool(left) and bool(right) and left.isdisjoint(right)


def _is_number_alone(unit: Unit) -> bool:
    """Whether only the number of a paper is told, as a programme does beside the list of papers."""
    return unit.number is not None and not (unit.title or unit.beginning or unit.byline)


def _same_byline(left: Byline | None, right: Byline | None) -> bool:
    """Whether two bylines do not differ: there may be one only."""
    return left is None or right is None or left == right


def _is_cut(left: Byline | None, right: Byline | None) -> bool:
    """Whether one byline is the beginning of the other; its last name may have been cut too."""
    if left is None or right is None:
        return False
    shorter, longer = sorted((left.names, right.names), key=len)
    return 0 < len(shorter & longer) >= len(shorter) - 1
