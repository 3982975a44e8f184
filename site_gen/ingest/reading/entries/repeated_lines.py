"""Lines that a copied page has below each of its papers: when it was published, who may read it, buttons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from site_gen.ingest.reading.entries.title_types import is_type
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine, is_abstract_label
from site_gen.ingest.reading.texts.marked_text import bullet_end

_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d")
_FEWEST = 2  # papers, and such lines of each
_LONGEST = 100


def repeated_lines(lines: Sequence[SourceLine]) -> Collection[int]:
    """The numbers of lines that stand below each byline of a page, the same but for a day and a type."""
    filled = [line for line in lines if line.text]
    bylines = [at for at, line in enumerate(filled) if _is_byline(line)]
    if len(bylines) < _FEWEST or bylines[0] == 0:
        return ()
    found: dict[str, list[int]] = defaultdict(list)
    ends = [*(at - 1 for at in bylines[1:]), len(filled)]
    entries = [filled[at + 1 : end] for at, end in zip(bylines, ends, strict=True)]
    for line in (line for entry in entries for line in entry if _may_repeat(line)):
        found[_shape(line.text)].append(line.number)
    shapes = [{_shape(line.text) for line in entry} for entry in entries]
    often = [
        numbers
        for shape, numbers in found.items()
        if len(numbers) == len(entries) and all(shape in each for each in shapes)
    ]
    return {number for numbers in often for number in numbers} if len(often) >= _FEWEST else ()


def _is_byline(line: SourceLine) -> bool:
    is_short = len(line.text) < 20 * _LONGEST and not bullet_end(line.text)
    return is_short and names_people(line.text)


def _may_repeat(line: SourceLine) -> bool:
    """Whether a line may be of the page: no label of an abstract, and no field without a day."""
    is_field = ": " in line.text and not _DAY.search(line.text)
    return len(line.text) < _LONGEST and not is_field and not is_abstract_label(line.text)


def _shape(text: str) -> str:
    """A line without its days, and without a type at its end: "OWLS 2024 poster"."""
    words = _DAY.sub("0", text).split()
    return " ".join(words[:-1] if len(words) > 1 and is_type(words[-1]) else words)
