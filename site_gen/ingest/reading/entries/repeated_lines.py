"""Lines that a copied page has below each of its papers: when it was published, who may read it, buttons."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine, is_abstract_label
from site_gen.ingest.reading.texts.marked_text import bullet_end
from site_gen.ingest.reading.titles.title_types import is_type

_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d")
_COUNT = re.compile(r"\d{1,4} (?!Pages?)[A-Z][a-z]+")  # "3 Replies", "1 Reply"
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
    entries = _of_papers([filled[at + 1 : end] for at, end in zip(bylines, ends, strict=True)])
    for line in (line for entry in entries for line in entry if _may_repeat(line)):
        found[_shape(line.text)].append(line.number)
    shapes = [{_shape(line.text) for line in entry} for entry in entries]
    often = [
        numbers
        for shape, numbers in found.items()
        if len(numbers) == len(entries) and all(shape in each for each in shapes)
    ]
    if len(often) < _FEWEST:
        return ()
    repeated = {number for numbers in often for number in numbers}
    end = _end(entries, repeated)
    behind = [line for line in filled if end and line.number > end]
    is_of_page = all(len(line.text) < _LONGEST and not is_abstract_label(line.text) for line in behind)
    return repeated | {line.number for line in behind if is_of_page}


def _of_papers(entries: Sequence[Sequence[SourceLine]]) -> Sequence[Sequence[SourceLine]]:
    """What stands below bylines, from the first to the last that have the lines which most have.

    Above and below them the page has others that look like names: "About Owlnet", "All Venues".
    """
    shapes = [{_shape(line.text) for line in entry if _may_repeat(line)} for entry in entries]
    counts = Counter(shape for each in shapes for shape in each)
    often = {shape for shape, count in counts.items() if _FEWEST <= count == max(counts.values())}
    have = [at for at, each in enumerate(shapes) if often and often <= each]
    return entries[have[0] : have[-1] + 1] if len(have) >= _FEWEST else entries


def _end(entries: Sequence[Sequence[SourceLine]], repeated: Collection[int]) -> int:
    """The last line of the last paper, where each of the others ends in a line like it; 0 where none does."""
    lasts = [[line for line in entry if line.number in repeated][-1] for entry in entries]
    below = [entry[entry.index(last) + 1 :] for entry, last in zip(entries, lasts, strict=True)]
    same = {tuple(line.text for line in each) for each in below[:-1]}
    found = next(iter(same)) if len(same) == 1 else None
    if found is None or tuple(line.text for line in below[-1][: len(found)]) != found:
        return 0
    return below[-1][len(found) - 1].number if found else lasts[-1].number


def _is_byline(line: SourceLine) -> bool:
    is_short = len(line.text) < 20 * _LONGEST and not bullet_end(line.text)
    return is_short and names_people(line.text)


def _may_repeat(line: SourceLine) -> bool:
    """Whether a line may be of the page: no label of an abstract, and no field without a day."""
    is_field = ": " in line.text and not _DAY.search(line.text)
    return len(line.text) < _LONGEST and not is_field and not is_abstract_label(line.text)


def _shape(text: str) -> str:
    """A line without its days, and without a type at its end: "OWLS 2024 poster"; counts are alike."""
    if _COUNT.fullmatch(text):
        return "0"
    words = _DAY.sub("0", text).split()
    return " ".join(words[:-1] if len(words) > 1 and is_type(words[-1]) else words)
