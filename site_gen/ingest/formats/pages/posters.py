"""The posters list of a virtual site, copied: for each paper its type, title, byline, time and abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from site_gen.ingest.formats.pages.event_sessions import Event, sessions_of
from site_gen.ingest.reading.entries.entries import (
    TITLE_LIMIT,
    is_entry,
    is_title,
    marks,
    paper_record,
    passed_facts,
    read_entry,
    report_bare_heading,
    report_cut_entry,
    report_open_brackets,
    titles_shown,
    warn_gaps,
)
from site_gen.ingest.reading.people.names import is_byline, is_person
from site_gen.ingest.reading.texts.lines import (
    SHORT_LINE,
    SourceLine,
    is_abstract_label,
    is_boilerplate,
    is_count,
    source_lines,
    stated_count,
    stated_edition,
    warn_cut_texts,
    warn_unread,
    without_boilerplate,
)
from site_gen.ingest.reading.times.days import is_when
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_Where = Literal["above", "below"]

_SUREST = 95
_EVENT = (
    r"(?:posters?|orals?|spotlights?|tutorial|workshop|talk|demo|demonstration|competition|panel|social|keynote"
    r"|invited talk|expo|paper|session|highlight|affinity (?:event|workshop|poster)|position(?: paper)?)"
)
_QUALIFIER = (
    r"(?:spotlight|oral|highlight(?:ed)?|virtual|in-person|journal(?: track)?|late[- ]breaking|regular|long"
    r"|short|expo|affinity|conference|main|industry|research|education|demo|poster|position(?: paper)?"
    r"|datasets? (?:&|and) benchmarks?|creative ai|workshop|accepted|contributed|invited|notable|best)"
)
_PART = r"(?: presentation| session| talk)?(?: #?\d{1,4}[a-z]?)?"
_TYPE = re.compile(rf"(?:{_QUALIFIER}(?: track)?[ :,/-]+){{0,3}}{_EVENT}{_PART}", re.IGNORECASE)
# "In-Person Poster presentation / top 25% paper" stands on pages of ICLR.
_GRADED_TYPE = re.compile(r"(?:in-person|virtual)? ?(?:poster|oral)? ?presentation / .{4,40}", re.IGNORECASE)
# A line that ends an event of the newer layout: what follows it until the next type is the page's.
_EVENT_END = re.compile(r"view full details|successful page load|chat is not available\.?", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """A type line and the lines below it, up to the next type line."""

    heading: SourceLine
    lines: list[SourceLine] = field(default_factory=list)
    is_closed: bool = False


def is_type_line(text: str) -> bool:
    """Whether a line is the type of an event: "Poster", "Spotlight Poster", "Tutorial"."""
    if not 4 <= len(text) <= SHORT_LINE:
        return False
    return bool(_TYPE.fullmatch(text) or _GRADED_TYPE.fullmatch(text))


def recognise(text: str) -> int:
    """How surely a text is a posters list: type lines with a byline, a label or a time below them."""
    lines = [line for line in (raw.strip() for raw in text[:400_000].split("\n")) if line]
    score = 0
    for index, line in enumerate(lines):
        score += is_type_line(line) and _is_followed(lines[index + 1 : index + 5])
    return min(_SUREST, 60 + 10 * score) if score else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry as a record; only where the page tells when its events are, it makes sessions."""
    lines = source_lines(document)
    return _read(document, lines, _titles(lines), problems)


def read_titles_above(document: Document, problems: ProblemLog) -> Reading:
    """Read a page whose titles stand above the type lines."""
    return _read(document, source_lines(document), "above", problems)


def _read(document: Document, lines: Sequence[SourceLine], where: _Where, problems: ProblemLog) -> Reading:
    passed: list[SourceLine] = []
    head, blocks, foot = _blocks(lines, where)
    if where == "above":
        _move_titles(head, blocks)
    titles = titles_shown([block.lines for block in blocks])
    events = []
    texts = []
    for index, block in enumerate(blocks):
        entry = read_entry(without_boilerplate(block.lines, passed), titles)
        used = (entry.when, entry.board, entry.room) if entry.when else ()
        passed.extend(line for line in marks(entry) if line not in used)
        if entry.is_empty:
            passed.append(block.heading)
            _note_bare(document, blocks, index, problems)
            continue
        paper = paper_record(document, entry, block.heading, problems)
        events.append(Event(block.heading, paper, entry.when, entry.board, entry.room))
        warn_gaps(paper, problems)
        texts.append(entry.abstract)
        if index == len(blocks) - 1:
            report_cut_entry(document, entry, problems)
    warn_unread(document, [*head, *foot], problems)
    warn_cut_texts(document, texts, problems)
    report_open_brackets(document, [line for block in blocks for line in block.lines], problems)
    papers, sessions = sessions_of(document, events, problems)
    return Reading(
        document=document,
        format=POSTERS_PAGE,
        papers=papers,
        sessions=sessions,
        edition=stated_edition(document, head),
        stated=stated_count(document, head),
        passed_over=passed_facts(document, [*passed, *head, *foot]),
    )


def _blocks(
    lines: Sequence[SourceLine], where: _Where
) -> tuple[list[SourceLine], list[_Block], list[SourceLine]]:
    """The lines before the first entry, the entries, and the page's lines after their ends."""
    head: list[SourceLine] = []
    foot: list[SourceLine] = []
    blocks: list[_Block] = []
    for index, line in enumerate(lines):
        if is_type_line(line.text) and not _is_menu(lines, index):
            blocks.append(_Block(line))
        elif not blocks:
            head.append(line)
        elif blocks[-1].is_closed:
            foot.append(line)
        else:
            blocks[-1].lines.append(line)
            # Titles that stand above come after the end of the entry before.
            blocks[-1].is_closed = where == "below" and _EVENT_END.fullmatch(line.text) is not None
    return head, blocks, foot


def _titles(lines: Sequence[SourceLine]) -> _Where:
    """Where the titles stand: above, if most type lines have one above them and a byline below."""
    filled = [line for line in lines if line.text and not is_boilerplate(line.text)]
    types = [index for index, line in enumerate(filled) if is_type_line(line.text)]
    above = [
        index
        for index in types
        if index
        and _can_be_title(filled[index - 1])
        and not is_byline(filled[index - 1].text)
        and _is_followed_by_byline(filled, index)
    ]
    return "above" if 2 * len(above) > len(types) else "below"


def _can_be_title(line: SourceLine) -> bool:
    is_other = is_type_line(line.text) or is_when(line.text) or is_count(line.text)
    return is_title(line.text) and not is_other


def _is_followed_by_byline(filled: Sequence[SourceLine], index: int) -> bool:
    return index + 1 < len(filled) and is_byline(filled[index + 1].text)


def _move_titles(head: list[SourceLine], blocks: Sequence[_Block]) -> None:
    """Give each entry the last line above its type line, where that can be a title."""
    above = head
    for block in blocks:
        last = next((i for i in reversed(range(len(above))) if _is_shown(above[i].text)), None)
        is_apart = bool(last) and not above[(last or 1) - 1].text and len(above[last or 0].text) < TITLE_LIMIT
        if last is not None and (_can_be_title(above[last]) or (above is not head and is_apart)):
            block.lines.insert(0, above.pop(last))
        above = block.lines


def _is_shown(text: str) -> bool:
    return bool(text) and not is_boilerplate(text)


def _is_menu(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a type line is the page's title: "Posters" above the first "Poster"."""
    following = next((line.text for line in lines[index + 1 : index + 12] if line.text), "")
    return is_type_line(following) and following.lower() != lines[index].text.lower()


def _note_bare(document: Document, blocks: list[_Block], index: int, problems: ProblemLog) -> None:
    """An entry without any line is reported; at the end of the document it was cut."""
    heading = blocks[index].heading
    if index == len(blocks) - 1:
        report_bare_heading(document, heading, problems)
    else:
        problems.warning(
            "empty-record",
            f"nothing stands below this '{heading.text}'",
            document.place_of(heading),
        )


def _is_followed(lines: Sequence[str]) -> bool:
    """Whether a byline stands below a type line, first or after the title, or a label does."""
    if is_entry(lines) or any(is_abstract_label(line) for line in lines[1:3]):
        return True
    timed = any(is_when(line) for line in lines[1:4] if len(line) < TITLE_LIMIT)
    return timed and any(is_person(line) for line in lines[:2])


POSTERS_PAGE = SourceFormat(
    name="posters-page", title="copied list of posters", recognise=recognise, read=read,
    surest=_SUREST, layouts=(read_titles_above,), shape="lines",
)  # fmt: skip
