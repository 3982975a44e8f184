"""The byline of a paper out of those that its sources print, and the spellings that become aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.conference import Authorship
from site_gen.ingest.assemble.assembled import Alias
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog
from site_gen.text import fold, words
from site_gen.text.unspaced import is_unspaced
from site_gen.values import dataclass

Byline = tuple[Authorship, ...]
Pair = tuple[Authorship, Authorship]


def joined_byline(facts: Sequence[Fact[Byline]]) -> tuple[Byline, list[Alias]]:
    """The byline of a paper and the other spellings of its people; `facts` hold the best source first.

    The best source's byline counts, unless another is as long and has fewer missing names. A name
    that is missing is filled, and spelt as the best source spells it, where bylines align.
    """
    if not facts:
        return (), []
    bylines = [Fact(_without_repeats(fact.value), fact.place) for fact in facts]
    base = bylines.index(_fullest(bylines))
    spelt = [_Spelling(authorship, base) for authorship in bylines[base].value]
    aliases: list[Alias] = []
    for rank, other in enumerate(bylines):
        if rank != base:
            aliases += _spell_with(spelt, other.value, rank, bylines)
    byline = _without_repeats(tuple(spelling.authorship for spelling in spelt))
    names = {fold(authorship.name) for authorship in byline if authorship.name} if aliases else set()
    return byline, [alias for alias in aliases if fold(alias.alias) not in names]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """An authorship as the byline of that rank (0 is the best) spells it."""

    authorship: Authorship
    rank: int


def _fullest(bylines: Sequence[Fact[Byline]]) -> Fact[Byline]:
    """The best byline, or one that is as long and misses fewer names."""
    best = bylines[0]
    for other in bylines[1:]:
        if _missing(other.value) < _missing(best.value) and len(other.value) >= len(best.value):
            best = other
    return best


def _missing(byline: Byline) -> float:
    """How many names a byline lacks; "and others" is more than any number."""
    if any(authorship.missing == "others" for authorship in byline):
        return float("inf")
    return sum(authorship.missing is not None for authorship in byline)


def _without_repeats(byline: Byline) -> Byline:
    seen: set[tuple[str, str | None]] = set()
    distinct: list[Authorship] = []
    for authorship in byline:
        name = (fold(authorship.name or ""), authorship.author)
        if not name[0] or name not in seen:
            distinct.append(authorship)
        seen.add(name)
    return tuple(distinct)


def _spell_with(
    spelt: list[_Spelling], other: Byline, rank: int, bylines: Sequence[Fact[Byline]]
) -> list[Alias]:
    """Take from another byline names for blanks and better spellings; returns the aliases found."""
    byline = tuple(spelling.authorship for spelling in spelt)
    if other == byline and rank > max((spelling.rank for spelling in spelt), default=0):
        return []
    aliases: list[Alias] = []
    pairs = aligned(byline, other)
    for position, partner in sorted(pairs.items()):
        own, new = spelt[position], _Spelling(partner, rank)
        better, worse = (new, own) if new.rank < own.rank else (own, new)
        if is_short(better.authorship.name, worse.authorship.name):
            better, worse = worse, better
        spelt[position] = _Spelling(_completed(better.authorship, worse.authorship), better.rank)
        name, alias = better.authorship.name, worse.authorship.name
        if name and alias and fold(name) != fold(alias) and len(words(alias)) > 1:
            aliases.append(Alias(name, alias, bylines[worse.rank].place))
    return aliases


def is_short(name: str | None, other: str | None) -> bool:
    """Whether a name is missing, or has initials, or a family name alone, of the other: "A. Lee", "Lee"."""
    if not name or not other:
        return not name
    own, rest = words(name), words(other)
    initials = 0
    for word in own:
        found = next((each for each in rest if each == word or (len(word) == 1 and each[0] == word)), None)
        if found is None:
            return False
        initials += found != word
        rest.remove(found)
    return initials > 0 or (len(own) == 1 and bool(rest))


def _completed(better: Authorship, worse: Authorship) -> Authorship:
    """A better authorship with what only the worse one tells."""
    return replace(
        better,
        family=better.family or worse.family,
        author=better.author or worse.author,
        affiliations=better.affiliations or worse.affiliations,
    )


def aligned(left: Byline, right: Byline) -> dict[int, Authorship]:
    """For positions of the left byline the authorship of the right one that is surely the same.

    Equal names are. Where the equal names stand in the same order, so is what stands alone between
    the same two neighbours; several in a row only where each pair has a word or initials in common. Without
    equal names all of them have a word in common, one by one.
    """
    positions = {key: place for place, key in _counted_keys(right)}
    anchors = [(place, positions[key]) for place, key in _counted_keys(left) if key in positions]
    pairs = {place: right[partner] for place, partner in anchors}
    if not anchors and len(left) == len(right) and all(map(_share_word, left, right)):
        return dict(enumerate(right))
    if anchors and anchors == sorted(anchors, key=lambda anchor: anchor[1]):
        ends = [(-1, -1), *anchors, (len(left), len(right))]
        for before, after in pairwise(ends):
            pairs.update(_aligned_gap(left, right, before, after))
    return pairs


def _counted_keys(byline: Byline) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The position and key of each name; a name that comes again is that of somebody else."""
    seen: Counter[tuple[str, ...]] = Counter()
    for place, authorship in enumerate(byline):
        if authorship.name:
            key = _key(authorship)
            seen[key] += 1
            yield place, (*key, str(seen[key]))


def _aligned_gap(
    left: Byline, right: Byline, before: tuple[int, int], after: tuple[int, int]
) -> Iterator[tuple[int, Authorship]]:
    """Pairs of a stretch without equal names, where it is as long in both bylines."""
    places = range(before[0] + 1, after[0])
    partners = range(before[1] + 1, after[1])
    gap = [(left[place], right[partner]) for place, partner in zip(places, partners, strict=False)]
    if len(places) != len(partners) or any("others" in (one.missing, other.missing) for one, other in gap):
        return
    if len(gap) > 1 and not all(_may_be_one(one, other) for one, other in gap):
        return
    yield from ((place, right[partner]) for place, partner in zip(places, partners, strict=True))


def _may_be_one(left: Authorship, right: Authorship) -> bool:
    """Whether one name is missing, or the two have a word or all initials in common."""
    if not left.name or not right.name:
        return True
    own, other = words(left.name), words(right.name)
    return bool(set(own) & set(other)) or sorted(word[0] for word in own) == sorted(word[0] for word in other)


def _share_word(left: Authorship, right: Authorship) -> bool:
    own, other = (set(words(each.name or "")) for each in (left, right))
    return any(len(word) > 1 for word in own & other)


def _key(authorship: Authorship) -> tuple[str, ...]:
    """A name for comparing, whichever of given and family name stands first."""
    name = authorship.name or ""
    if is_unspaced(name):
        name = name.replace(" ", "")
    return tuple(sorted(words(name))) or (fold(name),)


def agreed_aliases(aliases: Sequence[Alias], bylines: Sequence[Byline]) -> tuple[Alias, ...]:
    """The aliases that point to one person only and stand in no byline beside that person."""
    owners: dict[str, set[str]] = {}
    for alias in aliases:
        owners.setdefault(fold(alias.alias), set()).add(fold(alias.name))
    together = _names_together(bylines, owners)
    agreed: dict[tuple[str, str], Alias] = {}
    for alias in sorted(aliases):
        key = (fold(alias.alias), fold(alias.name))
        if len(owners[key[0]]) == 1 and key not in together:
            agreed.setdefault(key, alias)
    return tuple(sorted(agreed.values()))


def agreed_orcids(
    aliases: Sequence[Alias], bylines: Sequence[Byline], others: Collection[str], problems: ProblemLog
) -> tuple[Alias, ...]:
    """The ORCID iDs of people in bylines, and of others by their folded names.

    There is none of one to whom sources give several, which is told.
    """
    if not aliases:
        return ()
    names = {fold(authorship.name) for byline in bylines for authorship in byline if authorship.name}
    names.update(others)
    of_person: dict[tuple[str, str], dict[str, Alias]] = {}
    for alias in sorted(aliases):
        if fold(alias.name) in names:
            of_person.setdefault((fold(alias.name), alias.author), {}).setdefault(alias.orcid, alias)
    for stated in of_person.values():
        if len(stated) > 1:
            first, second, *_ = stated.values()
            what = f"{second.name} has the ORCID iD {second.orcid} here, and {first.orcid} at {first.place}"
            hint = "none is taken: write the right one as `orcid:` into authors.yaml"
            problems.warning("several-orcids", what, second.place, hint)
    agreed = tuple(next(iter(stated.values())) for stated in of_person.values() if len(stated) == 1)
    _report_shared(agreed, problems)
    return agreed


def _report_shared(orcids: Sequence[Alias], problems: ProblemLog) -> None:
    """Warn of an iD that sources give to people of several names."""
    first: dict[str, Alias] = {}
    for each in sorted(orcids, key=lambda each: each.place):
        owner = first.setdefault(each.orcid, each)
        if owner is not each:
            what = f"{each.name} has the ORCID iD {each.orcid} here, as {owner.name} has at {owner.place}"
            hint = "if they are one person, make one of the names an alias of the other in authors.yaml"
            problems.warning("shared-orcid", what, each.place, hint)


def _names_together(bylines: Sequence[Byline], owners: dict[str, set[str]]) -> set[tuple[str, str]]:
    """Pairs of an alias and its person's name that stand in one byline, so that they are two people."""
    together: set[tuple[str, str]] = set()
    for byline in bylines if owners else ():
        names = {fold(authorship.name) for authorship in byline if authorship.name}
        together |= {(alias, name) for alias in names & owners.keys() for name in owners[alias] & names}
    return together
