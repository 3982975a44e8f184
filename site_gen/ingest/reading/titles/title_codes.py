"""The codes that a list prints beside each title: "45 On Nests", "P-12: On Nests", "On Nests (#7)"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.column_names import names_number
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.days import has_digit
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_CODE = r"(?P<code>[A-Za-z]{0,4}[-.]?\d{1,5}(?:[-.][A-Za-z]?\d{1,3}|[A-Za-z]\d{0,3}){0,2})"
_HEAD = re.compile(
    r"(?P<open>[\[(]?)(?:(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:\.?\s*:\s*|\.?\s+|\.))?#?\s?"
    rf"{_CODE}(?P<close>[\])]?)"
    r"(?P<sign>\s*[:.|–—-](?=\s))?(?:\s*title\s*:)?\s+(?=\S)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)\.?\s*[:#]?\s*)?{_CODE}\W*", re.I)
_LONGEST = 30  # characters of a code with its word
_SHARE = 5  # at least each fifth line is a code, where they stand above the titles
_TAIL = re.compile(
    r"\s*(?P<open>[\[(])\s*(?:(?P<sign>#)\s?(?=\d))?(?P<code>(?:(?<=#)|(?<=# )|[A-Z]{1,3}[-.]?)\d{1,5})\s*"
    r"(?P<close>[\])])$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEARLY_ALL, _FEWEST, _FEWEST_BARE = 0.9, 3, 4  # titles with a code; fewest of them
_FEWEST_POSTERS = 2  # of one session

Layout = tuple[str, str, str, str]
"""What stands around a code: a bracket, a word before it, a bracket, a sign."""


@dataclass(frozen=True, slots=True)
class _Code:
    """A code, what stands around it, and the title without it."""

    layout: Layout
    code: str
    bare: str


def with_codes_apart(reading: Reading) -> Reading:
    """A reading whose titles are without the codes that nearly all of them begin with, each with another.

    What a word calls the number of a paper is that of its submission; other codes, and numbers that only
    count the papers, are told as not taken.
    Published titles stand as they are printed.
    """
    titles = [title.value for paper in reading.every_paper() if (title := paper.title)]
    layout = _layout(titles)
    if layout is None:
        return reading
    left: Counter[str] = Counter(reading.not_taken)
    codes = [found.code for title in titles if (found := _found(title)) and found.layout == layout]
    is_count = codes == [str(number) for number, _ in enumerate(codes, 1)]  # no number of a submission
    bare = with_changed_records(
        reading,
        paper=lambda each: _paper(each, layout, left, is_count=is_count),
        slot=lambda each: _slot(each, layout, left, is_count=is_count),
    )
    return replace(bare, not_taken=dict(left))


def with_boards(reading: Reading) -> Reading:
    """A reading in which the codes before the titles of posters and demos are the boards of their slots."""
    return with_changed_records(reading, session=_session)


def _session(session: SessionRecord) -> SessionRecord:
    if not session.kind or session.kind.value not in ("poster", "demo"):
        return session
    titles = [slot.called for slot in session.slots]
    layout = _layout([title.value for title in titles if title], _FEWEST_POSTERS)
    if layout is None:
        return session
    slots = []
    for slot, title in zip(session.slots, titles, strict=True):
        bare, code = _parted(title, layout)
        paper = replace(slot.paper, title=bare) if slot.paper and not slot.title else slot.paper
        own = bare if slot.title else None
        board = slot.board or code
        slots.append(replace(slot, title=own, paper=paper, board=board) if code else slot)
    return replace(session, slots=tuple(slots))


def with_codes_before(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a list, codes that stand above the titles in lines of their own before them."""
    pairs = zip(lines, [*lines[1:], None], strict=False)
    alone = {
        line.number: code for line, below in pairs if below and below.text and (code := _alone(line.text))
    }
    filled = sum(bool(line.text) for line in lines)
    are_codes = len(set(alone.values())) == len(alone) >= max(_FEWEST, filled / _SHARE)
    if not are_codes or all(map(_YEAR.fullmatch, alone.values())):
        return list(lines)
    found: list[SourceLine] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above and above.number in alone:
            line = replace(line, text=f"{above.text.rstrip(' .:')} {line.text}")
        if line.number not in alone:
            found.append(line)
    return found


def _alone(text: str) -> str:
    """The code that a line is; nothing for others."""
    match = _ALONE.fullmatch(text) if len(text) < _LONGEST else None
    word = fold(match["word"] or "") if match else ""
    return match["code"] if match and (not word or names_number(word)) else ""


def _layout(titles: Sequence[str], fewest_coded: int = _FEWEST) -> Layout | None:
    """How nearly all titles print their codes; None where they have none, or the same one twice."""
    codes: dict[Layout, list[_Code]] = defaultdict(list)
    for found in filter(None, map(_found, titles)):
        codes[found.layout].append(found)
    for layout, own in codes.items():
        is_bare = not any(layout) and any(each.code.isdecimal() for each in own)
        fewest = max(_FEWEST_BARE if is_bare else fewest_coded, _NEARLY_ALL * len(titles))
        are_codes = len({each.code for each in own}) == len(own) == len({each.bare for each in own})
        if len(own) >= fewest and are_codes:
            return None if is_bare and all(_YEAR.fullmatch(each.code) for each in own) else layout
    return None


def _found(title: str) -> _Code | None:
    """The code beside a title; None where none can be one."""
    if not has_digit(title):
        return None
    tail = _TAIL.search(title)
    if tail:
        return _Code(
            (tail["open"], "", tail["close"], tail["sign"] or "behind"), tail["code"], title[: tail.start()]
        )
    head = _HEAD.match(title)
    word = fold(head["word"] or "") if head else ""
    if head is None or (word and not names_number(word)):
        return None
    layout = (head["open"], word, head["close"], (head["sign"] or "").strip())
    return _Code(layout, head["code"], title[head.end() :])


def _paper(paper: PaperRecord, layout: Layout, left: Counter[str], *, is_count: bool) -> PaperRecord:
    bare, code = _parted(paper.title, layout)
    if code is None:
        return paper
    if layout[1] and paper.submission is None and not is_count:
        return replace(paper, title=bare, submission=code)
    left["codes beside titles"] += 1
    return replace(paper, title=bare)


def _slot(slot: SlotRecord, layout: Layout, left: Counter[str], *, is_count: bool) -> SlotRecord:
    bare, code = _parted(slot.title, layout)
    if code:
        left["codes beside titles"] += 1
    paper = _paper(slot.paper, layout, left, is_count=is_count) if slot.paper else None
    return replace(slot, title=bare, paper=paper)


def _parted(title: Fact[str] | None, layout: Layout) -> tuple[Fact[str] | None, Fact[str] | None]:
    """A title without its code, and the code."""
    found = _found(title.value) if title else None
    if title is None or found is None or found.layout != layout:
        return title, None
    return replace(title, value=squeeze(found.bare)), Fact(found.code, title.place)
