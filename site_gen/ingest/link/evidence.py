"""How much two units are alike: by title, by the beginning of the text, by authors."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from site_gen.ingest.link.traits import Byline, Unit, title_key
from site_gen.values import dataclass

SAME_TEXT = 0.9  # on real pages true pairs reach 0.99, all others stay below 0.5
OTHER_TEXT = 0.6
NEAR_TITLE = 0.95
NEAR_TITLE_OF_NUMBER = 0.7
OTHER_TITLE = 0.9  # at most, where a number differs or words were left out
SAME_AUTHORS = 0.8
SOME_AUTHORS = 0.5
LONG = 80  # characters; two papers of the same people do not begin the same for so long
_BETWEEN_PARTS = re.compile(r"[:?!]\s|\s[-–—]+\s|—|---?")
SHORT = 60  # a text shorter than this must be equal to count as the same


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 1 how alike titles, text beginnings and authors are; None where one has none.

    A title of 1 is equal; the texts of papers with other titles are 0 unless they begin the same.
    `shared_names` counts the names that stand in both bylines. `same_number` holds where both have one DOI,
    or one submission system may have given both the same number, `is_of_one_text` where texts of some
    length begin the same, and no number in the titles makes two parts of them. `is_shortened` holds where
    one title is the other one without its subtitle, or without what stands before it.
    """

    title: float | None
    text: float | None
    authors: float | None
    shared_names: int
    same_number: bool = False
    is_of_one_text: bool = False
    is_shortened: bool = False

    @property
    def same_text(self) -> bool:
        """Whether both texts begin the same."""
        return self.text is not None and self.text >= SAME_TEXT

    @property
    def same_authors(self) -> bool:
        """Whether the author sets are equal or nearly so."""
        return self.authors is not None and self.authors >= SAME_AUTHORS

    @property
    def same_title(self) -> bool:
        """Whether the titles are equal, or differ by a slip in a paper that is otherwise the same."""
        if self.title is None or self.title < NEAR_TITLE:
            return False
        return self.title == 1 or self.same_text or (self.authors or 0) >= SOME_AUTHORS

    @property
    def is_corrected(self) -> bool:
        """Whether an equal number and most of the rest show one submission, corrected in between."""
        near_title = self.title is not None and self.title >= NEAR_TITLE_OF_NUMBER
        return self.same_number and (near_title or self.same_authors or self.same_text)

    @property
    def is_retitled(self) -> bool:
        """Whether equal authors show one paper, with equal texts whatever its title was before."""
        has_subtitle = self.is_shortened and self.same_authors and (self.text is None or self.same_text)
        return has_subtitle or (self.is_of_one_text and self.authors == 1)

    @property
    def contradicts(self) -> bool:
        """Whether these can not be one paper, unless a person changed one of them."""
        if self.is_corrected or self.is_retitled:
            return False
        if self.title is not None and not self.same_title:
            return True
        if self.text is not None and self.text < SAME_TEXT and not self.same_title:
            return True
        are_others = self.authors is not None and self.authors < SOME_AUTHORS / 2
        return are_others and not (self.same_text and self.same_title)


def are_strangers(left: Unit, right: Unit) -> bool:
    """Whether two units surely are two papers: nothing of what both tell is nearly equal, no name is shared.

    Most of those are that share a phrase of their texts; to see it takes less than to compare them.
    """
    if not (left.title and right.title and left.byline and right.byline):
        return False
    if not left.byline.names.isdisjoint(right.byline.names):
        return False
    if (left.doi or left.number) and _numbers_agree(left, right):
        return False
    if fuzz.ratio(left.title, right.title, score_cutoff=100 * NEAR_TITLE):
        return False
    return (_texts_alike(left, right, SAME_TEXT) or 0) < SAME_TEXT


def compare(left: Unit, right: Unit) -> Likeness:
    """Compare two units in everything that both tell."""
    same_number = _numbers_agree(left, right)
    title = _titles_alike(left, right)
    authors, shared = None, 0
    if left.byline and right.byline:
        authors, shared = _authors_alike(left.byline, right.byline, is_near=(title or 0) >= NEAR_TITLE)
    is_other = title is not None and title < NEAR_TITLE and not same_number
    text = _texts_alike(left, right, SAME_TEXT if is_other else 0)
    is_long = min(len(left.beginning), len(right.beginning)) >= LONG
    is_of_one_text = is_long and left.versions == right.versions and (text or 0) >= SAME_TEXT
    is_shortened = title == OTHER_TITLE and left.versions == right.versions and _is_shortened(left, right)
    return Likeness(title, text, authors, shared, same_number, is_of_one_text, is_shortened)


def _numbers_agree(left: Unit, right: Unit) -> bool:
    """Whether the DOIs are equal, or the numbers, and of one system as far as is known."""
    if left.doi and left.doi == right.doi:
        return True
    if left.number is None or right.number is None or left.number[1] != right.number[1]:
        return False
    return left.number[0] == right.number[0] or "" in (left.number[0], right.number[0])


def _titles_alike(left: Unit, right: Unit) -> float | None:
    if not left.title or not right.title:
        return None
    if left.title == right.title:
        return 1.0
    ratio = fuzz.ratio(left.title, right.title) / 100
    if left.versions != right.versions:
        return min(ratio, OTHER_TITLE)
    return min(0.999, max(ratio, OTHER_TITLE if _is_part(left.title, right.title) else 0))


def are_other_titles(left: str, right: str) -> bool:
    """Whether two titles of one paper differ by more than a slip or a subtitle."""
    one, other = title_key(left), title_key(right)
    return fuzz.ratio(one, other) / 100 < NEAR_TITLE and not _is_part(one, other)


def _is_part(left: str, right: str) -> bool:
    """Whether one title has no word that the other has not."""
    if left.partition(" ")[0] not in right and right.partition(" ")[0] not in left:
        return False  # as of most
    shorter, longer = sorted((left.split(), right.split()), key=len)
    return len(shorter) > 2 and set(shorter) <= set(longer)


def _is_shortened(left: Unit, right: Unit) -> bool:
    """Whether one title is a part of the other, up to a colon or dash, or from there on."""
    shorter, longer = sorted((left, right), key=lambda each: len(each.title))
    return any(title_key(part) == shorter.title for part in _BETWEEN_PARTS.split(longer.printed_title))


def _texts_alike(left: Unit, right: Unit, least: float) -> float | None:
    """How alike two texts are; 0 where that is less than what is asked for."""
    if not left.beginning or not right.beginning:
        return None
    shorter, longer = (left, right) if len(left.beginning) <= len(right.beginning) else (right, left)
    length = len(shorter.beginning)
    if length < SHORT and not (shorter.cut and length >= SHORT // 3):
        ratio = fuzz.ratio(shorter.beginning, longer.beginning) / 100
        return ratio if ratio == 1 else min(ratio, OTHER_TEXT)
    return fuzz.ratio(shorter.beginning, longer.beginning[:length], score_cutoff=100 * least) / 100


def _authors_alike(left: Byline, right: Byline, *, is_near: bool) -> tuple[float, int]:
    """How alike two author sets are, and how many names they share; missing names are excused.

    Other spellings count where half of the names are equal, or the titles are near: "A. Lee" alone is many.
    Beside a near title a byline that has some of the names and no other is a part of the other one.
    """
    shared = left.names & right.names
    left_only, right_only = left.names - shared, right.names - shared
    variants = 0
    are_half = 2 * len(shared) >= max(len(left.names), len(right.names))
    if left_only and right_only and (are_half or is_near):
        variants = _variants(left_only, right_only)
    unexcused_left = 0 if right.others else max(0, len(left_only) - variants - right.missing)
    unexcused_right = 0 if left.others else max(0, len(right_only) - variants - left.missing)
    matched = len(shared) + variants
    if not matched:
        return 0.0, 0
    whole = matched + max(unexcused_left, unexcused_right)
    is_part = is_near and not (unexcused_left and unexcused_right)
    return max((len(shared) + 0.75 * variants) / whole, SOME_AUTHORS / 2 if is_part else 0), len(shared)


def _variants(left: frozenset[str], right: frozenset[str]) -> int:
    """How many names of the left could be spellings of one on the right: initials, a name more."""
    free = sorted(right)
    count = 0
    for name in sorted(left):
        match = next((other for other in free if are_compatible(name, other)), None)
        if match:
            free.remove(match)
            count += 1
    return count


@cache
def are_compatible(left: str, right: str) -> bool:
    """Whether every word of the shorter name stands in the longer one, whole or as its initial.

    A script without spaces has one word for both: 王小明 is "Xiaoming Wang". "Ji-soo Park" is "Jisoo Park".
    """
    shorter, longer = sorted((left.split(), right.split()), key=len)
    joined = [word for word in shorter if word not in longer]
    parts = [word for word in longer if word not in shorter]
    if len(joined) == 1 and len(parts) == 2 and joined[0] in ("".join(parts), "".join(parts[::-1])):
        return True
    rest = list(longer)
    whole = 0
    for word in sorted(shorter, key=len, reverse=True):
        found = word if word in rest else next((other for other in rest if _is_initial(word, other)), None)
        if found is None:
            return False
        whole += found == word and len(word) > 1
        rest.remove(found)
    return whole > 0


def _is_initial(left: str, right: str) -> bool:
    return left[0] == right[0] and 1 in (len(left), len(right))
