"""Texts below a closing or a pause that are none of its own: abstracts of talks below a programme."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import takewhile

from site_gen.ingest.reading.columns.columns import is_time_column
from site_gen.ingest.reading.entries.speaker_blocks import label_in
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock, time_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, is_boilerplate
from site_gen.ingest.reading.titles.ceremony_speakers import CEREMONY
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog
from site_gen.text import counted

_PRESIDING = re.compile(r",\s+(?:presid\w+|organi[sz]ers?|chairs?|moderators?)\W*$", re.IGNORECASE)
_HEADS_REFERENCES = re.compile(
    r"\W*(?:(?:selected )?references|bibliograph(?:y|ie)|further reading|literatur(?:e|verzeichnis)?"
    r"|r[eé]f[eé]rences|referencias|refer[eê]ncias|riferimenti|bibliograf[ií]a|参考文献|литература)\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TEXTS = ("title", "abstract", "life")


def without_texts_of_others(
    blocks: Sequence[TimedBlock], page: PageLines, document: Document, problems: ProblemLog
) -> list[SourceLine]:
    """Take what stands below another heading there out of the blocks, with all that follows, and tell it."""
    taken: list[SourceLine] = []
    for block in blocks:
        title = block.title or next(iter(block.lines), None)
        if title is None or not (kind_of_words(title.text) in PAUSES or CEREMONY.search(title.text)):
            continue
        kept = list(takewhile(lambda line: not page.is_text(line), block.lines))
        heads = [line for line in kept if line != title and not (label_of(line) or page.is_room(line))]
        if not heads or len(kept) == len(block.lines):
            continue
        first = block.lines.index(heads[0])
        rest, block.lines = block.lines[first:], block.lines[:first]
        taken += rest
        what = (
            f"{counted(len(rest), 'line')} from here on are none of what takes place last: they are not read"
        )
        hint = "give a list of talks with their abstracts as a document of its own"
        problems.warning("unread-line", what, document.place_of(rest[0]), hint, rest[0].text[:60])
    return taken


def without_references(
    lines: Sequence[SourceLine], days: Collection[int]
) -> tuple[list[SourceLine], dict[str, int]]:
    """The lines without what is cited below a text: a heading says so, and each reference has a year.

    How many there were is counted by what they are.
    """
    kept: list[SourceLine] = []
    taken, is_cited = 0, False
    for at, line in enumerate(lines):
        is_below = line.number not in days and not time_of(line)
        below = next((each for each in lines[at + 1 : at + 3] if each.text), None)
        if _HEADS_REFERENCES.fullmatch(line.text) and below and _is_reference(below, days):
            is_cited = True
            continue
        is_cited = is_cited and is_below and (not line.text or _is_reference(line, days))
        taken += is_cited and bool(line.text)
        kept += [] if is_cited and line.text else [line]
    return kept, {"references": taken} if taken else {}


def _is_reference(line: SourceLine, days: Collection[int]) -> bool:
    """Whether a line tells a publication: it is no day and begins with no time, and has a year."""
    return line.number not in days and not time_of(line) and _YEAR.search(line.text) is not None


def tell_texts_between(
    head: Sequence[SourceLine], first: int, document: Document, problems: ProblemLog
) -> None:
    """Tell of labelled texts behind the first day or time that stand below headings, and so in no session."""
    labels = ((line, label_in(line)) for line in head if line.number > first)
    between = [line for line, label in labels if label and label[1] and label[0] in _TEXTS]
    if between:
        more = f", nor {counted(len(between) - 1, 'line')} like it" if len(between) > 1 else ""
        what = f"this text stands below a heading without a time: it is not read{more}"
        hint = "write the heading as a line of its session, without signs, or give the texts as a document"
        problems.warning("unread-line", what, document.place_of(between[0]), hint, between[0].text[:60])


def tell_lines_between(
    head: Sequence[SourceLine],
    days: Collection[int],
    blocks: Sequence[TimedBlock],
    document: Document,
    problems: ProblemLog,
) -> None:
    """Tell of lines between a day and its first time, and of people above all times that a label calls so."""
    starts = sorted(block.line.number for block in blocks)
    edges = sorted({*days, *starts})
    behind = [
        line
        for line in head
        if starts and line.text and line.number not in days and line.number < starts[-1]
        if edges[0] < line.number
        and not names_room(line.text)
        and edges[bisect_left(edges, line.number) - 1] in days
    ]
    people = [line for line in head if not days and (label_of(line) or _PRESIDING.search(line.text))]
    rest = [line for line in (*behind, *people) if not (is_boilerplate(line.text) or _heads_column(line))]
    if rest:
        more = f", nor {counted(len(rest) - 1, 'line')} like it" if len(rest) > 1 else ""
        what = f"this line stands above the first time of its day: it is not read{more}"
        hint = "write what takes place behind its time, and 'Room: …' or 'Chair: …' below that"
        problems.warning("unread-line", what, document.place_of(rest[0]), hint, rest[0].text[:60])


def _heads_column(line: SourceLine) -> bool:
    """Whether a line is of the head of a table: its rule, or the names of its columns."""
    return line.text.startswith("|") or is_time_column(line.text.partition("\t")[0].strip("* "))
