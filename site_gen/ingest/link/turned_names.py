"""Names that documents print in both orders: "Guyader Vincent" here, "Vincent Guyader" there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement

from site_gen.ingest.records import Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

_FEW = 20  # among so many names one in both orders is told; in long lists some are two people
_Words = tuple[str, ...]
_Named = Mapping[_Words, tuple[str, Place]]


def report_turned_names(readings: Sequence[Reading], problems: ProblemLog) -> None:
    """Warn of a document that has family names first, as others, or other lines, of the same people show."""
    for names, others in combinations_with_replacement(map(_named, readings), 2):
        pairs = [(names[words], others[words[::-1]]) for words in names if words[::-1] in others]
        if names is others:  # what stands first is told in the other one
            pairs = [(first, second) for first, second in pairs if first[1] < second[1]]
        if not pairs or _FEW * len(pairs) < min(len(names), len(others)):
            continue
        (name, first), (printed, place) = min(pairs, key=lambda pair: pair[1][1])
        more = f", and {len(pairs) - 1} more like it" if len(pairs) > 1 else ""
        what = f"'{printed}' is '{name}' in {first}{more}: one of both has the family name first"
        hint = "write family names behind given names, or a comma behind each: 'Guyader, Vincent; Roe, Bo'"
        problems.warning("doubtful-name", what, place, hint)


def _named(reading: Reading) -> _Named:
    """The names of two words of a document, by these words, each as it is printed first."""
    found: dict[_Words, tuple[str, Place]] = {}
    for name, place in _names(reading):
        words = tuple(fold(name).split())
        if len(words) == 2 and words[0] != words[1]:
            found.setdefault(words, (name, place))
    return found


def _names(reading: Reading) -> Iterator[tuple[str, Place]]:
    for paper in reading.every_paper():
        for author in paper.authors.value if paper.authors else ():
            if paper.authors and author.name:
                yield author.name, paper.authors.place
    for people in reading.every_people():
        for each in people.value:
            yield each.name, people.place
