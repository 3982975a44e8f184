"""What stands below title and authors of an entry: its abstract, its keywords, and what is told instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.reading.entries.list_cuts import Entry
from site_gen.ingest.reading.texts.lines import SourceLine, begins_abstract, is_abstract_label, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import ADDRESS
from site_gen.ingest.records import Document, Fact
from site_gen.problems import ProblemLog

_ABSTRACT = re.compile(r"(?:\*{0,2})abstract(?:\*{0,2})\s*[:.—–-]\s*(?:\*{0,2})\s*(?=\S)", re.IGNORECASE)
# "[(pdf)](/papers/3.pdf)"
_LINKS_ALONE = re.compile(rf"(?:\(?\[[^\[\]]{{1,30}}\]\({ADDRESS}\)\)?[\s|,;·]*)+")
_PARTING = re.compile(r"\s*[,;·]\s*")  # between keywords

# What stands before a title: "[12] Nests", "#8: Nests", "Paper 12: Nests"; "1. Nests" only counts.
_NUMBER = re.compile(
    r"\W{0,4}?(?:\[#?(\d{1,5})\]|#\s?(\d{1,5})\b|(?:paper|submission|id|no)\W{1,2}(\d{1,5})\b)", re.IGNORECASE
)

Below = tuple[int, str]  # the number of a line, and what it says


def abstract_lines(
    document: Document, entry: Entry, rest: Collection[str], problems: ProblemLog
) -> list[SourceLine]:
    """The lines of an entry's abstract; what stands between authors and the label of an abstract is told."""
    below = (line for line in entry.lines if line.text in rest and not _LINKS_ALONE.fullmatch(line.text))
    lines = [line for line in below if not is_boilerplate(line.text)]
    labels = (
        at for at, line in enumerate(lines) if begins_abstract(line.text) or is_abstract_label(line.text)
    )
    first = next(labels, 0)
    for line in lines[:first]:
        what = "this line above an abstract is not read"
        hint = "write institutions in brackets behind the names, or take it out"
        problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
    texts = (replace(line, text=_ABSTRACT.sub("", line.text)) for line in lines[first:])
    return [line for line in texts if not is_abstract_label(line.text)]


def submissions(document: Document, entries: Sequence[Entry]) -> Mapping[int, Fact[str]]:
    """The numbers of submissions before all entries, by the numbers of their first lines; none that count."""
    lines = document.text.split("\n")
    found: dict[int, Fact[str]] = {}
    for entry in entries:
        first = entry.lines[0].number
        match = _NUMBER.match(lines[first - 1])
        if match:
            found[first] = Fact(match[1] or match[2] or match[3], document.place(first))
    numbers = [int(fact.value) for fact in found.values()]
    is_count = sorted(numbers) == [*range(1, len(numbers) + 1)]
    return found if len(numbers) == len(entries) == len({*numbers}) and not is_count else {}


def below_entries(entries: Sequence[Entry], lines: Mapping[int, str]) -> Mapping[int, Below]:
    """What stands in such lines of each entry, above the next, by the number of its first line."""
    starts = [entry.lines[0].number for entry in entries]
    above = ((bisect_right(starts, number), (number, text)) for number, text in lines.items())
    return {starts[at - 1]: found for at, found in above if at}


def keywords_fact(document: Document, below: Below | None) -> Fact[tuple[str, ...]] | None:
    """The keywords of such a line."""
    words = tuple(filter(None, _PARTING.split(below[1].rstrip(". ")))) if below else ()
    return Fact(words, document.place(below[0])) if below else None


def award_fact(document: Document, below: Below | None) -> Fact[str] | None:
    """The award of such a line."""
    return Fact(below[1], document.place(below[0])) if below else None
