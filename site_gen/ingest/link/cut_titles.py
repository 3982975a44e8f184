"""Titles of a programme that are not whole, "Trees at Ni…", or have a slip, "Tres at Night": what fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from site_gen.ingest.known import Known
from site_gen.ingest.link.evidence import NEAR_TITLE
from site_gen.ingest.link.linked import Doubt
from site_gen.ingest.link.paper_titles import PaperTitle, TitlesByKey, paper_titles
from site_gen.ingest.link.traits import is_version, title_key
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.texts.cuts import CUT_SIGN, looks_cut
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.text.suggestions import listed
from site_gen.values import replace

_NUMBERED = re.compile(r"(?:[A-Z]{0,2}[-.]?\d{1,4}[.:)]?|\(\d{1,4}\)|#\d{1,4}:?)\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_FEWEST_LETTERS = 8  # of a title that ends in a sign of a cut
_MOST_ALIKE = 500  # titles that begin or end with one word, and are compared
_FEWEST_WORDS = 4  # of one that does not


def with_whole_titles(
    readings: Sequence[Reading], known: Known, problems: ProblemLog
) -> tuple[list[Reading], tuple[Doubt, ...]]:
    """The readings with whole titles where a slot names a paper by the beginning of its title, or nearly so.

    So does an entry that says nothing but a title, as those of awards do, beside papers with authors. Each
    is a doubt too: an editor should look at it. What fits several papers, or none, stays as it is; a title
    that is surely cut is warned of then, for the site shows it so.
    """
    if not any(map(_names_papers, readings)) and not any(map(_has_bare_entries, readings)):
        return list(readings), ()
    printed = paper_titles(readings, known)
    titles = _Titles(printed, problems)
    completed = [_read(reading, titles) for reading in readings]
    by_authors = _Titles([each for each in printed if each.authors], problems, printed)
    completed = [_with_whole_entries(reading, by_authors) for reading in completed]
    return completed, (*titles.doubts, *by_authors.doubts)


@dataclass(slots=True)
class _Titles:
    """The titles of all papers, for finding one by its beginning."""

    printed: Sequence[PaperTitle]
    problems: ProblemLog
    all_printed: Sequence[PaperTitle] = ()
    doubts: list[Doubt] = field(default_factory=list)
    _alike: dict[str, list[PaperTitle]] = field(init=False)  # all papers of one title
    _by_key: TitlesByKey = field(init=False)
    _by_main: dict[str, list[PaperTitle]] = field(init=False)  # the part before a colon
    _by_end: dict[str, dict[str, PaperTitle]] = field(init=False)  # by the first word, and by the last
    _keys: list[str] = field(init=False)  # in alphabetical order

    def __post_init__(self) -> None:
        self._by_key = TitlesByKey(self.printed)
        self._alike, self._by_main, self._by_end = defaultdict(list), defaultdict(list), defaultdict(dict)
        for title in self.all_printed:
            self._alike[title_key(title.printed)].append(title)
        for title in self._by_key:
            self._by_main[title_key(title.printed.partition(":")[0])].append(title)
            key = title_key(title.printed)
            for end in _ends(key):
                self._by_end[end][key] = title
        self._keys = sorted(title_key(title.printed) for title in self._by_key)

    def whole(self, slot: SlotRecord, paper: PaperRecord) -> PaperRecord:
        """A mention with the whole title of the one paper whose title begins so, or is near."""
        if not paper.title or not paper.is_mention or paper.submission:
            return paper
        return self.whole_of(slot, paper, paper.title)

    def entry(self, paper: PaperRecord) -> PaperRecord:
        """An entry that says only a title: as a mention if it is of an award, which alone is told."""
        if paper.title is None or not _is_bare(paper) or title_key(paper.title.value) in self._by_key:
            return paper
        if not paper.award:
            self._doubt_near(paper, paper.title)
            return paper
        found = self.whole_of(SlotRecord(place=paper.place), paper, paper.title)
        if found is paper and self.printed and not self._is_elsewhere(paper.title):
            what = f"no other document has a paper '{paper.title.value}', which is given an award here"
            hint = "correct the title; if it is a paper of its own, say its authors"
            self.problems.warning("award-alone", what, paper.title.place, hint)
        return found

    def slot(self, slot: SlotRecord) -> SlotRecord:
        """A slot whose paper says only a title, as a mention."""
        paper = slot.paper
        if paper is None or paper.title is None or not _is_bare(paper):
            return slot
        is_known = title_key(paper.title.value) in self._by_key
        return slot if is_known else replace(slot, paper=self.whole_of(slot, paper, paper.title))

    def _doubt_near(self, paper: PaperRecord, title: Fact[str]) -> None:
        """Doubt an entry of a list whose title is near that of a paper, or its beginning."""
        candidates = self._beginning(title.value)
        near = candidates[0] if len(candidates) == 1 else self._near(title.value)
        if near and near.place.file != paper.place.file:
            what = "the titles are nearly equal, and one of them says no authors"
            self.doubts.append(Doubt(near.place, paper.place, what))

    def _is_elsewhere(self, title: Fact[str]) -> bool:
        """Whether another document has a paper of a title, or content has one that this one did not say."""
        own = title.place.file
        alike = self._alike.get(title_key(title.value), ())
        return any(own not in (each.place.file, each.origin.file) for each in alike)

    def whole_of(self, slot: SlotRecord, paper: PaperRecord, title: Fact[str]) -> PaperRecord:
        """A paper that a slot names, with the whole title."""
        if named := self._named(title.value):
            self._doubt_left_out(slot, title.value, named)
            return replace(paper, title=Fact(named.printed, title.place))
        candidates = self._beginning(title.value)
        if not candidates and (near := self._near(title.value)) and not near.is_of_others(slot.people):
            what = f"the title is '{title.value}' here; no other one is as near as '{near.printed}'"
            self.doubts.append(Doubt(slot.place, near.place, what))
            return replace(paper, title=Fact(near.printed, title.place))
        found = candidates[0] if len(candidates) == 1 else None
        if found is None or found.is_of_others(slot.people):
            self._warn_if_cut(title, candidates)
            return paper
        what = f"the title is cut; only '{found.printed}' begins so"
        self.doubts.append(Doubt(slot.place, found.place, what))
        return replace(paper, title=Fact(found.printed, title.place))

    def _near(self, printed: str) -> PaperTitle | None:
        """The one paper whose title differs by a slip."""
        key = title_key(printed)
        if key in self._by_key:
            return None
        alike = {each: title for end in _ends(key) for each, title in self._by_end.get(end, {}).items()}
        if len(alike) > _MOST_ALIKE:
            return None
        near = process.extract(key, alike.keys(), scorer=fuzz.ratio, score_cutoff=100 * NEAR_TITLE, limit=2)
        found = [each for each, _, _ in near if _versions(each) == _versions(key)]
        return alike[found[0]] if len(found) == 1 else None

    def _named(self, printed: str) -> PaperTitle | None:
        """The paper whose whole title stands behind its number or board, or before who gives it."""
        if title_key(printed) in self._by_key:
            return None
        number = _NUMBERED.match(printed)
        bare = printed[number.end() :] if number else printed
        for each in (bare, _IN_BRACKETS.sub("", bare)):
            found = self._by_key.get(title_key(each))
            if found and len(title_key(each).split()) > 1:
                return found
        beside = self._by_key.beside_authors(bare)
        return beside[0] if beside else None

    def _doubt_left_out(self, slot: SlotRecord, printed: str, paper: PaperTitle) -> None:
        """Doubt what stands in brackets behind a title, and is no name of somebody who gives it."""
        behind = _IN_BRACKETS.search(printed)
        names = behind[0].strip(" ()") if behind else ""
        if (
            behind
            and behind[0].strip() not in paper.printed
            and not (are_people(names) or paper.is_by(names))
        ):
            what = f"'{behind[0].strip()}' behind the title is left out"
            self.doubts.append(Doubt(slot.place, paper.place, what))

    def _warn_if_cut(self, title: Fact[str], candidates: Sequence[PaperTitle]) -> None:
        """Warn of a title that stays cut: several papers begin so, or a bracket is open."""
        bare = CUT_SIGN.sub("", title.value)
        if bare == title.value or not (len(candidates) > 1 or looks_cut(bare)):
            return
        names = [f"'{each.printed}'" for each in candidates]
        begin = f"; {len(names)} papers begin so: {listed(names, most=3)}" if names else ""
        what = f"this title is cut: '{title.value}'{begin}"
        self.problems.warning("cut-title", what, title.place, "write the rest of it into the document")

    def _beginning(self, printed: str) -> list[PaperTitle]:
        """The papers whose title begins as one that is cut; none where it is a whole one."""
        key, bare = title_key(printed), CUT_SIGN.sub("", printed)
        if not key or key in self._by_key:
            return []
        is_cut = bare != printed
        beginning = title_key(bare)
        if len(beginning.replace(" ", "")) < _FEWEST_LETTERS:
            return []
        if not is_cut and len(beginning.split()) < _FEWEST_WORDS:
            is_kind = kind_of_words(printed) != "other"  # "Opening Keynote" is called as many are
            return [] if is_kind else self._by_main.get(beginning, [])
        begin = beginning if is_cut else f"{beginning} "
        first, last = bisect_left(self._keys, begin), bisect_left(self._keys, f"{begin}\U0010ffff")
        return [found for key in self._keys[first:last] if (found := self._by_key.get(key))]


def _is_bare(paper: PaperRecord) -> bool:
    """Whether an entry says only what a paper is called, and perhaps its award."""
    names = ("authors", "abstract", "submission", "doi", "links", "pages", "keywords", "source_id")
    return not paper.is_mention and not any(getattr(paper, name) for name in names)


def _has_bare_entries(reading: Reading) -> bool:
    return any(map(_is_bare, reading.every_paper()))


def _with_whole_entries(reading: Reading, titles: _Titles) -> Reading:
    if not _has_bare_entries(reading):
        return reading
    return with_changed_records(reading, paper=titles.entry, slot=titles.slot)


def _ends(key: str) -> set[str]:
    """The words at both ends of a title: a slip leaves one of them as it is."""
    parts = key.split()
    return {f"{parts[0]} …", f"… {parts[-1]}"} if parts else set()


def _versions(key: str) -> list[str]:
    return [word for word in key.split() if is_version(word)]


def _names_papers(reading: Reading) -> bool:
    return any(slot.paper for slot in reading.every_slot())


def _read(reading: Reading, titles: _Titles) -> Reading:
    if not _names_papers(reading):
        return reading

    def with_titles(slot: SlotRecord) -> SlotRecord:
        return replace(slot, paper=titles.whole(slot, slot.paper)) if slot.paper else slot

    return with_changed_records(reading, slot=with_titles)
