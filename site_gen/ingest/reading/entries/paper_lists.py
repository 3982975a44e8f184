"""Papers that lines list, cut into entries in the way that tells most titles and authors apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from site_gen.ingest.reading.entries.entry_splits import Split, best_split, fits, is_read, part
from site_gen.ingest.reading.entries.list_cuts import Entry, by_blanks, by_bullets, by_lines, by_pairs
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.link_words import without_badges

SHARE = 0.75  # of the entries must be told apart


@dataclass(slots=True)
class PaperList:
    """The entries of a list, the lines of the page, and how entries part title and authors.

    `others` are what stands in lists of the page that part in no such way; their lines are passed over too.
    """

    entries: list[Entry]
    others: list[Entry]
    passed: list[SourceLine]
    split: Split | None
    share: float

    @property
    def is_clear(self) -> bool:
        """Whether enough entries are told apart."""
        return self.share >= SHARE


def best_list(lines: Sequence[SourceLine]) -> PaperList:
    """The way to cut the lines into entries that tells most of them apart; the surest way first."""
    found = []
    for cut in (by_bullets, by_blanks, by_pairs, by_lines):
        entries, passed = cut(lines)
        found.append(_of_papers(entries, passed))
    return max(found, key=lambda each: (each.share >= SHARE, each.share * len(each.entries)))


def _of_papers(entries: list[Entry], passed: list[SourceLine]) -> PaperList:
    """The lists of a page that are of papers; others (of people, of dates) are passed over."""
    texts = without_badges([entry.texts for entry in entries])
    split = best_split(texts)
    fitting = [split is not None and fits(split, lines) for lines in texts]
    runs = Counter(entry.run for entry in entries)
    fit = Counter(entry.run for entry, is_fit in zip(entries, fitting, strict=True) if is_fit)
    separable = [is_fit or _is_separated(split, lines) for is_fit, lines in zip(fitting, texts, strict=True)]
    separated_of = Counter(
        entry.run for entry, is_separated in zip(entries, separable, strict=True) if is_separated
    )
    # One that fits shows how the others of its list part, where a title of two words looks like a name.
    of_papers = [2 * min(2 * fit[entry.run], separated_of[entry.run]) > runs[entry.run] for entry in entries]
    fits_at = [i for i, is_fit in enumerate(fitting) if is_fit and of_papers[i]]
    separated_at = {i for i, is_separated in enumerate(separable) if of_papers[i] and is_separated}
    inside = _reach(fits_at, separated_at)
    is_taken = [of_papers[i] and (entry.is_item or i in inside) for i, entry in enumerate(entries)]
    taken = [entry for entry, each in zip(entries, is_taken, strict=True) if each]
    others = [entry for entry, each in zip(entries, is_taken, strict=True) if not each]
    rest = [line for entry in others for line in entry.lines]
    # A title of two words may look like a name: where most titles do not, how the others part is known.
    separated = [i for i, each in enumerate(is_taken) if each and i in separated_at]
    share = (len(separated) if 2 * len(fits_at) > len(taken) else len(fits_at)) / len(taken) if taken else 0.0
    return PaperList(taken, others, sorted([*passed, *rest], key=lambda line: line.number), split, share)


def _reach(fits_at: Sequence[int], separated_at: Collection[int]) -> range:
    """From the first entry that fits to the last, and to those around them that are told as they are."""
    if not fits_at:
        return range(0)
    first, last = fits_at[0], fits_at[-1]
    while first - 1 in separated_at:
        first -= 1
    while last + 1 in separated_at:
        last += 1
    return range(first, last + 1)


def _is_separated(split: Split | None, lines: Sequence[str]) -> bool:
    halves = part(split, lines) if split else None
    return halves is not None and people_share(halves[1]) >= 0.5 and is_read(halves, lines)
