"""Titles of a programme that are not whole, "Trees at Ni…" or the part before a colon: the one that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from site_gen.conference import Authorship
from site_gen.ingest.known import Known, KnownPaper
from site_gen.ingest.link.linked import Doubt
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.reading.texts.cuts import CUT_SIGN, looks_cut
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold
from site_gen.text.suggestions import listed

_NUMBERED = re.compile(r"(?:[A-Z]{0,2}[-.]?\d{1,4}[.:)]?|\(\d{1,4}\)|#\d{1,4}:?)\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_FEWEST_LETTERS = 8  # of a title that ends in a sign of a cut
_FEWEST_WORDS = 4  # of one that does not


def with_whole_titles(
    readings: Sequence[Reading], known: Known, problems: ProblemLog
) -> tuple[list[Reading], tuple[Doubt, ...]]:
    """The readings with whole titles where a slot names a paper by the beginning of its title.

    Each is a doubt too: an editor should look at it. What fits several papers, or none, stays as it is;
    a title that is surely cut is warned of then, for the site shows it so.
    """
    titles = _Titles([*_titles(readings), *map(_title, known.papers)], problems)
    completed = [_read(reading, titles) for reading in readings]
    return completed, tuple(titles.doubts)


Title = tuple[str, Place, frozenset[str]]  # as printed, where, and the folded names of its authors


def _title(known: KnownPaper) -> Title:
    return known.paper.title or "", known.place, _names(known.paper.authors)


def _names(byline: Iterable[Authorship]) -> frozenset[str]:
    return frozenset(fold(each.name) for each in byline if each.name)


def _titles(readings: Iterable[Reading]) -> Iterable[Title]:
    for reading in readings:
        for paper in reading.every_paper():
            if paper.title and not paper.is_mention:
                yield paper.title.value, paper.place, _names(paper.authors.value if paper.authors else ())


@dataclass(slots=True)
class _Titles:
    """The titles of all papers, for finding one by its beginning."""

    printed: Sequence[Title]
    problems: ProblemLog
    doubts: list[Doubt] = field(default_factory=list)
    _by_key: dict[str, Title] = field(init=False)

    def __post_init__(self) -> None:
        self._by_key = {}
        for title in self.printed:
            if key := title_key(title[0]):
                self._by_key.setdefault(key, title)

    def whole(self, slot: SlotRecord, paper: PaperRecord) -> PaperRecord:
        """A mention with the whole title of the one paper whose title begins so."""
        if not paper.title or not paper.is_mention or paper.submission:
            return paper
        if named := self._named(paper.title.value):
            return replace(paper, title=Fact(named[0], paper.title.place))
        candidates = self._beginning(paper.title.value)
        found = candidates[0] if len(candidates) == 1 else None
        if found is None or _is_somebody_else(slot, found):
            self._warn_if_cut(paper.title, candidates)
            return paper
        self.doubts.append(Doubt(slot.place, found[1], f"the title is cut; only '{found[0]}' begins so"))
        return replace(paper, title=Fact(found[0], paper.title.place))

    def _named(self, printed: str) -> Title | None:
        """The paper whose whole title stands behind its number or board, or before who gives it."""
        if title_key(printed) in self._by_key:
            return None
        number = _NUMBERED.match(printed)
        bare = printed[number.end() :] if number else printed
        for each in (bare, _IN_BRACKETS.sub("", bare)):
            found = self._by_key.get(title_key(each))
            if found and len(title_key(each).split()) > 1:
                return found
        return None

    def _warn_if_cut(self, title: Fact[str], candidates: Sequence[Title]) -> None:
        """Warn of a title that stays cut: several papers begin so, or a bracket is open."""
        bare = CUT_SIGN.sub("", title.value)
        if bare == title.value or not (len(candidates) > 1 or looks_cut(bare)):
            return
        names = [f"'{each[0]}'" for each in candidates]
        begin = f"; {len(names)} papers begin so: {listed(names, most=3)}" if names else ""
        what = f"this title is cut: '{title.value}'{begin}"
        self.problems.warning("cut-title", what, title.place, "write the rest of it into the document")

    def _beginning(self, printed: str) -> list[Title]:
        """The papers whose title begins as one that is cut; none where it is a whole one."""
        key, bare = title_key(printed), CUT_SIGN.sub("", printed)
        if not key or key in self._by_key:
            return []
        is_cut = bare != printed
        beginning = title_key(bare)
        if len(beginning.replace(" ", "")) < _FEWEST_LETTERS:
            return []
        if not is_cut and len(beginning.split()) < _FEWEST_WORDS:
            of_main = ((title_key(each[0].partition(":")[0]), each) for each in self._by_key.values())
            return [each for main, each in of_main if main == beginning]
        end = "" if is_cut else " "
        return [each for own, each in self._by_key.items() if own.startswith(beginning + end)]


def _is_somebody_else(slot: SlotRecord, title: Title) -> bool:
    """Whether a slot names speakers of whom none is an author."""
    names = {fold(each.name) for each in slot.people.value} if slot.people else set()
    return bool(names and title[2]) and names.isdisjoint(title[2])


def _read(reading: Reading, titles: _Titles) -> Reading:
    if not any(slot.paper for session in reading.sessions for slot in session.slots):
        return reading
    return replace(reading, sessions=tuple(_session(session, titles) for session in reading.sessions))


def _session(session: SessionRecord, titles: _Titles) -> SessionRecord:
    slots = tuple(
        replace(slot, paper=titles.whole(slot, slot.paper)) if slot.paper else slot for slot in session.slots
    )
    return replace(session, slots=slots)
