"""Entries of a copied page: the lines of one paper told apart as title, byline, room and abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from site_gen.ingest.reading.people.names import (
    authors_fact,
    dotted_names,
    ends_in_dot,
    is_byline,
    is_dotted_byline,
    is_person,
    report_open_byline,
)
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    ends_sentence,
    is_abstract_label,
    is_open_bracket,
    line_fact,
    report_cut_text,
    room_of,
    text_fact,
)
from site_gen.ingest.reading.times.days import is_when
from site_gen.ingest.records import Document, Fact, PaperRecord
from site_gen.problems import ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

TITLE_LIMIT = 300
Titles = Literal["shown", "none", "unknown"]
_LABELLED = re.compile(r"abstract\s*:\s+(\S.*)", re.IGNORECASE)
# "Great Hall #1902": where a poster hangs.
_BOARD = re.compile(r"(?:[A-Z][^.:?]{0,60}\s)?#\d{1,5}|(?:poster )?board\s+#?\d{1,5}", re.IGNORECASE)
_BEFORE_TITLE = re.compile(
    r"((?:(?:poster )?board\s+#?|poster\s+#|#)\d{1,5}[.:|]?)\s+(?:[-–—]\s+)?(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one paper by their meaning; what is not there is empty.

    `passed` are lines that carry no data of the paper itself: when its event is, where its poster hangs.
    """

    title: tuple[SourceLine, ...] = ()
    byline: tuple[SourceLine, ...] = ()
    room: SourceLine | None = None
    abstract: tuple[SourceLine, ...] = ()
    passed: tuple[SourceLine, ...] = ()

    @property
    def when(self) -> SourceLine | None:
        """The line that tells when the event is; None where none does."""
        return next((line for line in self.passed if is_when(line.text)), None)

    @property
    def board(self) -> SourceLine | None:
        """The line that tells where a poster hangs; None where none does."""
        return next((line for line in self.passed if not is_when(line.text)), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told of the paper."""
        return not (self.title or self.byline or any(line.text for line in self.abstract))


def read_entry(lines: Sequence[SourceLine], titles: Titles) -> Entry:
    """Tell the lines of one paper apart; `titles` says whether the page shows any elsewhere."""
    remaining, room, passed = _without_marks(lines)
    label = next((i for i, line in enumerate(remaining) if is_abstract_label(line.text)), None)
    if label is not None:
        title, byline = _labelled_head([line for line in remaining[:label] if line.text], titles)
        rest = remaining[label + 1 :]
    else:
        title, byline, rest = _open_head(remaining, titles)
    return Entry(tuple(title), tuple(byline), room, tuple(rest), tuple(passed))


def titles_shown(entries: Sequence[Sequence[SourceLine]]) -> Titles:
    """Whether a page shows titles: more bylines stand second in their entry than first.

    "none" is told where all bylines stand first: there a short line above a text is one unusual name.
    """
    heads = [
        [line.text for line in lines if line.text and room_of(line.text) is None][:2] for lines in entries
    ]
    first = sum(is_dotted_byline(head[0]) for head in heads if head)
    second = sum(
        len(head) == 2 and not is_dotted_byline(head[0]) and is_dotted_byline(head[1]) for head in heads
    )
    if second > first:
        return "shown"
    bylines = sum(is_dotted_byline(head[0]) or is_person(head[0]) for head in heads if head)
    return "none" if first and not second and 2 * bylines > len(heads) else "unknown"


def marks(entry: Entry) -> tuple[SourceLine, ...]:
    """The lines of an entry that are no data where rooms do not count."""
    return (*entry.passed, entry.room) if entry.room else entry.passed


def warn_gaps(paper: PaperRecord, problems: ProblemLog) -> None:
    """Warn of a paper that the page gives without authors or without an abstract."""
    if paper.authors is None:
        problems.warning("no-authors", "this entry names no author", paper.place)
    if paper.abstract is None:
        problems.warning("no-abstract", "this entry has no abstract", paper.place)


def paper_record(
    document: Document, entry: Entry, place: SourceLine, problems: ProblemLog, award: Fact[str] | None = None
) -> PaperRecord:
    """The record of an entry, whose heading stands at `place`."""
    title = squeeze(" ".join(line.text for line in entry.title))
    first = entry.title[0] if entry.title else place
    return PaperRecord(
        place=document.place_of(place),
        title=Fact(title, document.place_of(first)) if title else None,
        authors=authors_fact(document, list(dotted_names(entry.byline)), problems) if entry.byline else None,
        abstract=text_fact(document, entry.abstract),
        award=award,
    )


def report_cut_entry(document: Document, entry: Entry, problems: ProblemLog) -> None:
    """Report what is visibly broken in the last entry of a document."""
    texts = [line for line in entry.abstract if line.text]
    if texts:
        report_cut_text(document, texts[-1], problems)
    elif entry.byline and ends_in_dot(entry.byline[-1].text):
        report_open_byline(document, entry.byline[-1], problems)


def report_open_brackets(document: Document, lines: Sequence[SourceLine], problems: ProblemLog) -> None:
    """Report lines such as "[ Exhibit Ha", whose brackets a cut left open."""
    for line in lines:
        if is_open_bracket(line.text):
            problems.error(
                "breaks-off",
                "this line is cut: its bracket has no other half",
                document.place_of(line),
                hint="copy it again",
                excerpt=line.text,
            )


def report_bare_heading(document: Document, heading: SourceLine, problems: ProblemLog) -> None:
    """Report a heading with nothing after it."""
    problems.error(
        "empty-record",
        f"nothing stands below the heading '{heading.text[:60]}'",
        document.place_of(heading),
        hint="copy the rest of the page, or take the heading out",
    )


def passed_facts(document: Document, lines: Sequence[SourceLine]) -> tuple[Fact[str], ...]:
    """The lines that were passed over, in the document's order, without blank ones."""
    return tuple(
        line_fact(document, line) for line in sorted(lines, key=lambda line: line.number) if line.text
    )


def _without_marks(
    lines: Sequence[SourceLine],
) -> tuple[list[SourceLine], SourceLine | None, list[SourceLine]]:
    """The lines without the room and the time of the event, which stand before the abstract's text."""
    remaining: list[SourceLine] = []
    passed: list[SourceLine] = []
    room = None
    for line in lines:
        labelled = _LABELLED.match(line.text)
        if room is None and room_of(line.text) is not None:
            room = line
        elif len(line.text) < TITLE_LIMIT and (is_when(line.text) or _BOARD.fullmatch(line.text)):
            passed.append(line)
        elif not any(each.text for each in remaining) and (board := _BEFORE_TITLE.match(line.text)):
            passed.append(SourceLine(line.number, board[1], line.column))
            remaining.append(SourceLine(line.number, line.text[board.end() :], line.column + board.end()))
        elif labelled:
            remaining.append(SourceLine(line.number, "Abstract", line.column))
            remaining.append(SourceLine(line.number, labelled[1], line.column + labelled.start(1)))
        else:
            remaining.append(line)
    return remaining, room, passed


def _labelled_head(head: list[SourceLine], titles: Titles) -> tuple[list[SourceLine], list[SourceLine]]:
    """Title and byline where a label shows which lines they are."""
    dotted = next((i for i, line in enumerate(head) if is_dotted_byline(line.text)), None)
    if dotted is not None:
        return head[:dotted], head[dotted:]
    if len(head) > 1:
        return head[:-1], head[-1:]
    is_title = bool(head) and titles == "shown" and not is_person(head[0].text)
    return (head, []) if is_title else ([], head)


def _open_head(
    lines: list[SourceLine], titles: Titles
) -> tuple[list[SourceLine], list[SourceLine], list[SourceLine]]:
    """Title, byline and the rest where no label parts them."""
    filled = [i for i, line in enumerate(lines) if line.text][:2]
    first = lines[filled[0]].text if filled else ""
    second = lines[filled[1]].text if len(filled) == 2 else ""
    if is_dotted_byline(first) or (is_person(first) and not _is_byline_below(first, second, titles)):
        return [], *_byline_at(lines, filled[0])
    if is_dotted_byline(second) or (is_title(first) and is_person(second)):
        return [lines[filled[0]]], *_byline_at(lines, filled[1])
    if titles == "none" and _is_odd_name(first):
        return [], *_byline_at(lines, filled[0])
    if is_title(first) and (titles == "shown" or (second and len(first) * 2 < len(second))):
        return [lines[filled[0]]], [], lines[filled[0] + 1 :]
    return [], [], lines


def _is_odd_name(text: str) -> bool:
    """Whether a line can be the name of one author that does not look like one: "Madonna"."""
    return 0 < len(text) <= 40 and len(text.split()) <= 3 and not ends_sentence(text)


def _is_byline_below(first: str, second: str, titles: Titles) -> bool:
    """Whether the name-like first line is a title, as a byline follows it."""
    return is_dotted_byline(second) or (is_person(second) and (titles == "shown" or not is_person(first)))


def _byline_at(lines: list[SourceLine], start: int) -> tuple[list[SourceLine], list[SourceLine]]:
    """The byline that begins at a line and may go on below it, and the lines after it."""
    end = start + 1
    while end < len(lines) and ends_in_dot(lines[end - 1].text) and is_byline(lines[end].text):
        end += 1
    return lines[start:end], lines[end:]


def is_entry(lines: Sequence[str]) -> bool:
    """Whether lines begin as a paper does: a byline, or one author, with a text after it."""
    if any(is_dotted_byline(line) for line in lines[:2]):
        return True
    one = next((i for i, line in enumerate(lines[:2]) if is_person(line)), None)
    return one is not None and any(len(line) > 60 and ends_sentence(line) for line in lines[one + 1 :])


def is_title(text: str) -> bool:
    """Whether a line can be a title: not long, and no sentence."""
    if not text or len(text) > TITLE_LIMIT or text.startswith(("http://", "https://")):
        return False
    return not ends_sentence(text) or (text.endswith(("?", "!")) and len(text) < 160)
