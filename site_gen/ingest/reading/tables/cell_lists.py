"""Cells that hold several papers each: one a line or an item, with who wrote it beside or below its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.conference import SessionKind
from site_gen.conference.programme import slots_hold
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entry_splits import fits, is_explained, is_read, part, rest_of
from site_gen.ingest.reading.entries.paper_lists import best_list
from site_gen.ingest.reading.people.byline_layouts import has_affiliations, names_of, people_share
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.tables.table import Cell
from site_gen.ingest.reading.texts.lines import SourceLine, line_fact, text_fact
from site_gen.ingest.reading.texts.marked_text import bullet_end, plain
from site_gen.ingest.reading.titles.link_words import without_badges
from site_gen.ingest.records import Document, Fact, PaperRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_BETWEEN = re.compile(r"\s*;\s*")
_FEWEST_WORDS = 2  # of a title


@dataclass(frozen=True, slots=True)
class CellPaper:
    """A title of a cell, its byline, which is empty where nobody stands there, and its text.

    `affiliated` holds where the bylines beside it name institutions after commas.
    """

    title: SourceLine
    byline: str = ""
    texts: tuple[SourceLine, ...] = ()
    affiliated: bool = False


Lines = Sequence[SourceLine]


def lines_of(cell: Cell) -> list[SourceLine]:
    """The lines of a cell that hold words, each with that of the document."""
    texts = ((number, text.strip()) for number, text in enumerate(cell.text.split("\n"), start=cell.line))
    return [SourceLine(number, text) for number, text in texts if text]


def papers_of(cells: Sequence[Lines], *, are_several: bool) -> list[tuple[CellPaper, ...]]:
    """The papers of each cell of a column; none of one that is no list.

    `are_several` holds where the name of the column says that a cell holds several: "Papers".
    """
    if not are_several and all(len(lines) < 2 for lines in cells):
        return [() for _ in cells]
    numbered = [[SourceLine(n, line.text) for n, line in enumerate(lines)] for lines in cells]
    found = _with_people(numbered) or [
        tuple(_items(lines)) or (tuple(_titles(lines)) if are_several else ()) for lines in numbered
    ]
    if not any(len(papers) > 1 for papers in found):
        return [() for _ in cells]
    return [
        tuple(_placed(paper, lines) for paper in papers) for papers, lines in zip(found, cells, strict=True)
    ]


def _placed(paper: CellPaper, lines: Lines) -> CellPaper:
    """A paper with its lines in the document."""
    return replace(
        paper,
        title=replace(lines[paper.title.number], text=paper.title.text),
        texts=tuple(lines[text.number] for text in paper.texts),
    )


def _with_people(cells: Sequence[Lines]) -> list[tuple[CellPaper, ...]]:
    """The papers of cells whose lines part titles and people, all in one way; none where they do not."""
    joined: list[SourceLine] = []
    origin: dict[int, tuple[int, SourceLine]] = {}
    for index, lines in enumerate(cells):
        for line in lines:
            joined.append(SourceLine(len(joined), line.text))
            origin[joined[-1].number] = index, line
        joined.append(SourceLine(len(joined), ""))
    found = best_list(joined)
    if found.split is None or not found.is_clear:
        return []
    papers: dict[int, list[CellPaper]] = defaultdict(list)
    read: dict[int, int] = defaultdict(int)  # lines of each cell
    bare = without_badges([entry.texts for entry in found.entries])
    parted = [part(found.split, texts) for texts in bare]
    affiliated = has_affiliations(halves[1] for halves in parted if halves)
    for entry, texts, halves in zip(found.entries, bare, parted, strict=True):
        cell, first = origin[entry.lines[0].number]
        if halves and is_read(halves, texts) and is_explained(rest_of(texts, halves)):
            rest = rest_of(entry.texts, halves)
            below = tuple(origin[line.number][1] for line in entry.lines if line.text in rest)
            title = replace(first, text=halves[0])
            papers[cell].append(CellPaper(title, halves[1], below, affiliated))
            read[cell] += len(entry.lines)
    for index, lines in enumerate(cells):
        halves = part(found.split, [lines[0].text]) if len(lines) == 1 and not read[index] else None
        if halves and fits(found.split, [lines[0].text]):
            papers[index] = [CellPaper(replace(lines[0], text=halves[0]), halves[1], (), affiliated)]
            read[index] = 1
    return [tuple(papers[index]) if read[index] == len(lines) else () for index, lines in enumerate(cells)]


def _items(lines: Lines) -> Iterator[CellPaper]:
    """Titles that are items: lines without a bullet go on with the one above."""
    if not lines or not bullet_end(lines[0].text):
        return
    for line in lines:
        if bullet_end(line.text):
            parts = [line.text[bullet_end(line.text) :]]
            below = (each for each in lines if each.number > line.number)
            for each in below:
                if bullet_end(each.text):
                    break
                parts.append(each.text)
            yield CellPaper(replace(line, text=plain(" ".join(parts))))


def _titles(lines: Lines) -> Iterator[CellPaper]:
    """Titles that are lines of their own, or stand between semicolons in one."""
    texts = [(line, text) for line in lines for text in _parts(line.text, is_alone=len(lines) == 1)]
    named = sum(people_share(plain(text)) == 1 for _, text in texts)  # "Trees That Remember" could be
    if len(texts) > 1 and 2 * named < len(texts):
        yield from (CellPaper(replace(line, text=plain(text))) for line, text in texts)


def _parts(text: str, *, is_alone: bool) -> list[str]:
    parts = [part for part in _BETWEEN.split(text) if part] if is_alone else [text]
    return parts if all(len(part.split()) >= _FEWEST_WORDS for part in parts) else [text]


def slots_of(
    document: Document,
    papers: Sequence[CellPaper],
    kind: SessionKind,
    private: PrivateValues,
    problems: ProblemLog,
) -> tuple[SlotRecord, ...]:
    """The slots of a session of this kind."""
    is_talk = slots_hold(kind) == "talks"
    return tuple(_slot(document, paper, private, problems, is_talk=is_talk) for paper in papers)


def _slot(
    document: Document, paper: CellPaper, private: PrivateValues, problems: ProblemLog, *, is_talk: bool
) -> SlotRecord:
    """The slot of a paper with its authors, or of a talk with who gives it; a title alone may be either."""
    title = line_fact(document, replace(paper.title, text=private.without_addresses(paper.title.text)))
    text, place = text_fact(document, paper.texts), title.place
    names = names_of(paper.byline, paper.title.number, private, affiliated=paper.affiliated)
    if paper.byline and not is_talk:
        authors = authors_fact(document, names, problems)
        record = PaperRecord(place=place, title=title, authors=authors, abstract=text)
        return SlotRecord(place=place, paper=record)
    people = participants(names, "speaker") if paper.byline else ()
    return SlotRecord(
        place=place,
        paper=PaperRecord(place=place, title=title, is_mention=True),
        title=title,
        people=Fact(people, place) if people else None,
        description=text,
    )
