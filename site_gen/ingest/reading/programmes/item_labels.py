"""Deeper items that say something of the one above them by labels: "* Fast Locks", "  * Author: Ann Lee"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import bullet_end, plain
from site_gen.text import fold

_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w ]{1,24}?)\s*:\s+(?P<value>\S.*)")
_AUTHORS = re.compile(r"(?P<one>\w+ )?(?:authors?|autor(?:in|en|es|as?|i|e)?|auteure?s?)(?: names?)?")
_OF_TALK = ("title", "abstract")  # what is read below each talk, however many have it
_FEWEST = 3  # items that have a label below them


def with_labelled_items(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], Mapping[str, int]]:
    """The lines with the authors of each item as a byline below it, and how often others were left by labels.

    Of a label of one author ("Lead author") the others are not told.
    """
    labels = _labels(lines)
    left: Counter[str] = Counter()
    found: list[SourceLine] = []
    for line in lines:
        label, value = _labelled(line)
        byline = labels.get(label)
        if label not in labels or label in _OF_TALK:
            found.append(line)
        elif byline:
            text = f"{value} et al." if byline["one"] else value
            found.append(replace(line, text=text, column=line.column + max(line.text.find(value), 0)))
        elif label_of(SourceLine(line.number, f"{label}: {value}")):
            found.append(replace(line, text=f"{label.capitalize()}: {value}"))
        else:
            left[label] += 1
    return found, left


def _labels(lines: Sequence[SourceLine]) -> Mapping[str, re.Match[str] | None]:
    """The labels that stand below items again and again, each with what tells that it is one of authors."""
    behind: dict[str, list[str]] = defaultdict(list)
    others: set[str] = set()  # words before a colon in lines of other sorts
    for above, line in pairwise(lines):
        label, value = _labelled(line)
        is_deeper = bullet_end(above.text) and line.column >= above.column
        is_first = line.column > above.column and not _labelled(above)[0]
        if label and is_deeper and (is_first or _labelled(above)[0] not in ("", label)):
            behind[label].append(value)
        elif label:
            others.add(label)
    authors = {label: _AUTHORS.fullmatch(label) for label in behind}
    return {
        label: authors[label] for label, values in behind.items()
        if len(values) >= _FEWEST and label not in others
        and (not authors[label] or all(people_share(value) == 1 for value in values))
    }  # fmt: skip


def _labelled(line: SourceLine) -> tuple[str, str]:
    """The label and the value of an item; empty for other lines."""
    end = bullet_end(line.text)
    match = _LABELLED.fullmatch(plain(line.text[end:])) if end else None
    return (fold(match["label"]), match["value"]) if match else ("", "")
