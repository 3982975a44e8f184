"""Names that may be one person's: only suggested, for an organiser to decide in authors.yaml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.conference import Paper
from site_gen.ingest.assemble.assembled import Alias, AssembledEntity, SimilarNames
from site_gen.problems import Place
from site_gen.text import fold, words

LONG_ENOUGH = 8  # letters; among shorter names one letter makes another person
AMBIGUOUS = 3  # an initial that fits more names than this suggests nothing
Pair = tuple[str, str]


def similar_names(
    papers: Sequence[AssembledEntity[Paper]], aliases: Iterable[Alias]
) -> tuple[SimilarNames, ...]:
    """Pairs of names with one family name and fitting initials, or one letter apart.

    Two names in one byline are two people; an alias is told already.
    """
    printed, papers_of = _printed_names(papers)
    joined = {frozenset((fold(alias.name), fold(alias.alias))) for alias in aliases}
    found = {
        (left, right)
        for left, right in {*_same_family(printed), *_one_letter_apart(printed)}
        if frozenset((left, right)) not in joined and papers_of[left].isdisjoint(papers_of[right])
    }
    return tuple(
        SimilarNames(printed[left][0], printed[right][0], printed[left][1], printed[right][1])
        for left, right in sorted(found)
    )


def _printed_names(
    papers: Sequence[AssembledEntity[Paper]],
) -> tuple[dict[str, tuple[str, Place]], dict[str, set[str]]]:
    """Every folded name with its first spelling and place, and with the papers that have it."""
    printed: dict[str, tuple[str, Place]] = {}
    papers_of: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for authorship in paper.value.authors:
            if authorship.name:
                folded = fold(authorship.name)
                printed.setdefault(folded, (authorship.name, paper.sources["authors"][0]))
                papers_of[folded].add(paper.value.id)
    return printed, papers_of


def _same_family(names: Mapping[str, object]) -> Iterator[Pair]:
    """Pairs such as "j. dean" and "jeff dean", or "jeffrey a. dean" and "jeffrey dean"."""
    families: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for name in sorted(names):
        *given, family = words(name) or [""]
        if given:
            families[family].append((name, given))
    for of_family in families.values():
        by_initial: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for name, given in of_family:
            by_initial[name[0]].append((name, given))
        for alike in by_initial.values():
            for name, given in alike if len(alike) > 1 else ():
                fitting = [other for other, full in alike if other != name and _shortens(given, full)]
                if 0 < len(fitting) <= AMBIGUOUS:
                    yield from (_ordered(name, other) for other in fitting)


def _shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each given name of the first is one of the second or its initial, in order."""
    if len(short) > len(full) or short == full:
        return False
    pairs = zip(short, full, strict=False)
    return all(one == two or (len(one) == 1 and two.startswith(one)) for one, two in pairs)


def _one_letter_apart(names: Mapping[str, object]) -> Iterator[Pair]:
    """Pairs of longer names of which one letter was added, left out, changed, or two exchanged."""
    first: dict[int, str] = {}  # by the hash of what is left: there are many, and few are shared
    sharing: dict[int, list[str]] = defaultdict(list)
    for name in sorted(names):
        if len(name.replace(" ", "")) >= LONG_ENOUGH:
            for key in {hash(name), *(hash(name[:at] + name[at + 1 :]) for at in range(len(name)))}:
                if (other := first.setdefault(key, name)) is not name:
                    sharing[key] = [*(sharing.get(key) or [other]), name]
    for alike in sharing.values():
        for index, left in enumerate(alike):
            yield from (_ordered(left, right) for right in alike[index + 1 :] if _one_edit(left, right))


def _one_edit(left: str, right: str) -> bool:
    start = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    own, other = left[start:], right[start:]
    return (
        own[1:] == other[1:]
        or own[1:] == other
        or own == other[1:]
        or (own[:2] == other[1::-1] and own[2:] == other[2:])
    )


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
