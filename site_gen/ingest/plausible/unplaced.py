"""What stands in a page and in nothing that is read of it: words that no reader took for anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import chain, pairwise

from site_gen.ingest.plausible.finding import Finding, doubt, shown
from site_gen.ingest.plausible.gate import report_doubts
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.times.typed_days import is_day_word
from site_gen.ingest.records import Document, Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, fold_long
from site_gen.values import dataclass

_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"\bhttps?:\S+|(?<!\S)[^\s@]++@\S*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG = 4  # letters: shorter words count with a capital, as names have it
_FEWEST = 2  # words of a line: one alone is a label more often than a loss
_WRITTEN_AS_ONE = 6  # letters of a script without cases, which may be many words
_OFTEN = 2  # lines that have a word: in more of them it is what the page calls something
_NOT_SAID = ("document", "format", "passed_over", "place")


def report_unplaced(reading: Reading, page: Document, problems: ProblemLog) -> None:
    """Report words of a page that stand in no value, in no line that is passed over and in no problem.

    A byline that is passed over is told still. The first line is what the page is called.
    """
    if not reading.format.is_of_lines:
        return
    lost = list(_lost(reading, page, {problem.place.line for problem in problems.all}))
    often = Counter(fold(word) for *_, words in lost for word in set(words))
    found = [
        Finding(f"nothing that is read holds {shown(' '.join(rare))} of {shown(text)}", place)
        for place, text, words in lost
        if _is_loss(rare := [word for word in words if often[fold(word)] <= _OFTEN])
    ]
    if found:
        hint = "write it as the others of its sort, or take it out"
        missed = doubt("unread-words", found, len(lost), hint, are_possible=True)
        report_doubts([missed], problems, are_odd=False)


def _lost(
    reading: Reading, page: Document, told: Collection[int]
) -> Iterator[tuple[Place, str, Sequence[str]]]:
    """The lines of a page below the first with words that no value holds, and these words.

    What goes on below a line that is told is told with it.
    """
    said = _Said.of(reading)
    passed = {each.place.line for each in reading.passed_over if not names_people(plain(each.value))}
    is_first, is_told = True, False
    for number, line in enumerate(page.text.split("\n"), start=1):
        place, text = page.place(number), _ADDRESS.sub(" ", plain(_TAG.sub(" ", line))) if line else ""
        words = [word for word in _WORD.findall(text) if len(word) >= _LONG or not word.islower()]
        lost = [word for word in words if not said.holds(fold(word))]
        is_told = place.line in told or (is_told and bool(lost or len(words) < _FEWEST))
        if lost and not (is_first or is_told or place.line in passed):
            yield place, text, lost
        is_first = is_first and not words


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of all values of a reading, folded; and of scripts without spaces any two letters."""

    words: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of(cls, reading: Reading) -> _Said:
        text = fold_long("\n".join(_texts(reading)))
        pairs = () if text.isascii() else map("".join, pairwise(text))
        return cls(frozenset(_WORD.findall(text)), frozenset(pairs))

    def holds(self, word: str) -> bool:
        if word in self.words or is_day_word(word):
            return True
        return not _is_cased(word) and all("".join(pair) in self.pairs for pair in pairwise(word))


def _is_cased(word: str) -> bool:
    return word.lower() != word.upper()


def _is_loss(words: list[str]) -> bool:
    """Whether the words of a line that nothing holds are more than a label."""
    return len(words) >= _FEWEST or any(
        len(word) >= _WRITTEN_AS_ONE and not _is_cased(word) for word in words
    )


def _texts(value: object) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts((*value, *value.values()))
    elif isinstance(value, tuple | list | frozenset):
        yield from chain.from_iterable(map(_texts, value))
    elif is_dataclass(value):
        names = (each.name for each in fields(value) if each.name not in _NOT_SAID)
        yield from chain.from_iterable(_texts(getattr(value, name)) for name in names)
