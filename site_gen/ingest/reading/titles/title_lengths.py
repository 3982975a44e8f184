"""How long talks take, behind their titles: "Nests (20 min)", "Owls (20 min + 5 min Q&A)", "Eggs + Q&A"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from site_gen.ingest.reading.times.lengths import is_length
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord

_QUESTIONS = r"(?:q&a|questions(?: (?:&|and) answers)?|discussion)"
_BEHIND = re.compile(
    r"(?<=\S)\s*(?:[(\[]\s*(?P<inside>[^()\[\]]{3,40})\s*[)\]]"
    r"|[\s,](?:\+|plus|incl(?:\.|uding)?)\s+(?:\d{1,2} ?min\S* )?(?P<alone>q ?& ?a))\s*$",
    re.IGNORECASE,
)
_SIGNS = r"[+,;/]|\b(?:plus|and|incl\.?|including|with|for)(?=\s)"
_PART = re.compile(rf"\s*(?:{_SIGNS}|(?={_QUESTIONS}$))\s*", re.IGNORECASE)
_Q_AND_A = re.compile(r"\bq ?(?:&|and|\+) ?a\b", re.IGNORECASE)
_MORE = re.compile(r"(?:\+|(?:incl\.?|including|with|plus|and)\s)\s*Q&A", re.IGNORECASE)
_MINUTES = re.compile(r"\d\s?(?:min|['’′])", re.IGNORECASE)
_FEWEST = 2  # titles with a length alone: "Fast Screening (5 min)" may be called so
_LEFT = "lengths of talks"


def without_title_lengths(reading: Reading) -> Reading:
    """A reading whose talks are called without how long they take, and whether questions follow.

    It is told as not taken: when talks begin tells the same. Published titles stay as they are printed.
    """
    found = [bool(told[1]) for title in _titles(reading) if (told := _parted(title.value))]
    if not found or not (any(found) or len(found) >= _FEWEST):
        return reading
    are_lengths = len(found) >= _FEWEST
    left: Counter[str] = Counter(reading.not_taken)

    def bare(title: Fact[str] | None) -> Fact[str] | None:
        told = _parted(title.value) if title else None
        if title is None or told is None or not (told[1] or are_lengths):
            return title
        left[_LEFT] += 1
        return replace(title, value=told[0])

    def paper(record: PaperRecord) -> PaperRecord:
        return replace(record, title=bare(record.title))

    def slot(record: SlotRecord) -> SlotRecord:
        own = paper(record.paper) if record.paper else None
        if own and record.title and record.paper and record.title == record.paper.title:
            return replace(record, paper=own, title=own.title)
        return replace(record, paper=own, title=bare(record.title) if record.people or own else record.title)

    changed = with_changed_records(reading, paper=paper, slot=slot)
    return replace(changed, not_taken=left)


def _titles(reading: Reading) -> Iterator[Fact[str]]:
    for each in reading.every_paper():
        yield from [each.title] if each.title else []
    for slot in reading.every_slot():
        yield from [slot.title] if slot.title and slot.people and not slot.paper else []


def _parted(title: str) -> tuple[str, bool] | None:
    """A title without its length, and whether that speaks of questions; None where it has none.

    "Nests (with discussion)" is a title.
    """
    match = _BEHIND.search(title)
    if match is None:
        return None
    bare = title[: match.start()].rstrip(" ,–—-")
    if match["alone"]:
        return bare, True
    inside = _Q_AND_A.sub("Q&A", match["inside"].strip())
    parts = [part for part in _PART.split(inside) if part]
    asked = [re.fullmatch(_QUESTIONS, part, re.IGNORECASE) is not None for part in parts]
    has_lengths = _MINUTES.search(inside) is not None
    are_told = all(is_asked or is_length(part) for part, is_asked in zip(parts, asked, strict=True))
    is_more = has_lengths or _MORE.fullmatch(inside) is not None
    return (bare, any(asked)) if bare and are_told and is_more and parts else None
