"""The awards list of a virtual site, copied: under each award's heading its papers, in page order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_gen.ingest.reading.entries.entries import (
    Entry,
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
from site_gen.ingest.reading.people.names import has_dots, is_dotted_byline
from site_gen.ingest.reading.texts.cuts import is_cut
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    ends_sentence,
    in_brackets,
    is_abstract_label,
    line_fact,
    source_lines,
    stated_edition,
    warn_cut_texts,
    warn_unread,
    without_boilerplate,
)
from site_gen.ingest.records import Document, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog

_SUREST = 95
_KIND = (
    r"(?:papers?|awards?|demos?|demonstrations?|posters?|artifacts?|talks?|thesis|reviewers?|mentions?"
    r"|contributions?)"
)
_ENDS_AS_AWARD = re.compile(
    r".*\b(?:awards?|prizes?|(?:hono(?:u)?rable )?mentions?|runners?[- ]?up|finalists?|nominees?|winners?)"
    r"(?:\s*\(.{1,40}\)|\s+(?:19|20)\d\d|\s*[#\d]{1,3}|\s*[:!])?",
    re.IGNORECASE,
)
_BEGINS_AS_AWARD = re.compile(
    r"(?:\W{0,3}\s*)?(?:[A-Z]\w{1,9} )?(?:(?:19|20)\d\d )?"
    r"(?:best|outstanding|distinguished|test[- ]of[- ]time|honou?rable)\b"
    rf"(?: [\w&/-]+){{0,4}} {_KIND}(?: [\w&/-]+){{0,2}}(?:\s*\(.{{1,40}}\))?",
    re.IGNORECASE,
)
_WITH_TITLE = re.compile(r"([^:]{6,70}?)\s*:\s+(\S.*)")
HEADING_LIMIT = 90


@dataclass(slots=True)
class _Block:
    """An award's heading and the lines below it, up to the next heading or paper.

    `has_abstract` tells whether a byline and, after it, a text have been read already. `other` is the heading
    of a list below those of the awards: what stands below that was given none.
    """

    heading: SourceLine
    lines: list[SourceLine] = field(default_factory=list)
    is_further: bool = False
    has_byline: bool = False
    has_abstract: bool = False
    other: SourceLine | None = None

    def add(self, line: SourceLine) -> None:
        """Take the next line."""
        self.lines.append(line)
        if not self.has_byline and is_dotted_byline(line.text):
            self.has_byline, self.has_abstract = True, False
        elif ends_sentence(line.text) and not is_abstract_label(line.text):
            self.has_abstract = True


def is_award_heading(text: str) -> bool:
    """Whether a line names an award: it begins as "Best Paper …" or ends in "… Award"."""
    if not 6 <= len(text) <= HEADING_LIMIT or text.endswith(".") or has_dots(text):
        return False
    if len(text.split()) > 10 or "," in text:
        return False
    return bool(_ENDS_AS_AWARD.fullmatch(text) or _BEGINS_AS_AWARD.fullmatch(text))


def recognise(text: str) -> int:
    """How surely a text is an awards list: award headings with a byline or a text below them."""
    score = 0
    lines = [line for line in (raw.strip() for raw in text[:400_000].split("\n")) if line]
    for index, line in enumerate(lines):
        if is_award_heading(_split_heading(line)[0]) and _is_followed(lines[index + 1 : index + 5]):
            score += 1
    if not score:
        return 0
    return min(_SUREST, 60 + 10 * score)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry as a record of its own; a paper that stands twice is two records."""
    passed: list[SourceLine] = []
    lines = without_boilerplate(source_lines(document), passed)
    head, blocks = _blocks(lines)
    warn_unread(document, head, problems)
    titles = titles_shown([block.lines for block in blocks])
    papers = []
    texts = []
    for index, block in enumerate(blocks):
        entry = read_entry(block.lines, titles)
        passed.extend(marks(entry))
        passed.extend([block.other] if block.other and block.other not in passed else [])
        if entry.is_empty:
            passed.append(block.heading)
            _note_bare(document, blocks, index, problems)
            continue
        papers.append(_record(document, block, entry, problems))
        warn_gaps(papers[-1], problems)
        texts.append(entry.abstract)
        if index == len(blocks) - 1:
            report_cut_entry(document, entry, problems)
    warn_cut_texts(document, texts, problems)
    report_open_brackets(document, [line for block in blocks for line in block.lines], problems)
    return Reading(
        document=document,
        format=AWARDS_PAGE,
        papers=tuple(papers),
        edition=stated_edition(document, [*head, *(block.heading for block in blocks)]),
        passed_over=passed_facts(document, [*passed, *head]),
    )


def _record(document: Document, block: _Block, entry: Entry, problems: ProblemLog) -> PaperRecord:
    place = block.heading
    if block.is_further:
        place = next(line for line in (*entry.title, *entry.byline, *entry.abstract) if line.text)
    award = None if block.other else line_fact(document, block.heading)
    return paper_record(document, entry, place, problems, award=award)


def _blocks(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[_Block]]:
    """The lines before the first heading, and one block for each paper."""
    head: list[SourceLine] = []
    blocks: list[_Block] = []
    for line in lines:
        award, title = _split_heading(line.text)
        if is_award_heading(award):
            blocks.append(_Block(SourceLine(line.number, award, line.column)))
            if title:
                column = line.column + line.text.index(title, len(award))
                blocks[-1].add(SourceLine(line.number, title, column))
        elif not blocks:
            head.append(line)
        else:
            if is_dotted_byline(line.text) and blocks[-1].has_abstract:
                blocks.append(_further_block(blocks[-1]))
            blocks[-1].add(line)
    return head, blocks


def _further_block(block: _Block) -> _Block:
    """A block for the next paper under one heading; it takes the title that stands before its byline."""
    further = _Block(block.heading, is_further=True, other=block.other)
    last = _last(block)
    if is_title(block.lines[last].text) and _before(block, last).has_abstract:
        for line in block.lines[last:]:
            further.add(line)
        del block.lines[last:]
        above = _last(block)
        text = block.lines[above].text if block.lines else ""
        if is_title(text) and not is_cut(text) and _before(block, above).has_abstract:
            further.other = block.lines[above]
            del block.lines[above:]
    return further


def _last(block: _Block) -> int:
    """Where the last line of a block stands that is not blank."""
    return max((i for i, line in enumerate(block.lines) if line.text), default=0)


def _before(block: _Block, last: int) -> _Block:
    """A block without its last lines."""
    shorter = _Block(block.heading)
    for line in block.lines[:last]:
        shorter.add(line)
    return shorter


def _split_heading(text: str) -> tuple[str, str]:
    """The award and the paper's title that may stand after it in one line."""
    match = _WITH_TITLE.fullmatch(text) if len(text) < 300 else None
    if match and is_award_heading(match[1]) and not match[2].startswith("http"):
        return match[1], match[2]
    return text, ""


def _note_bare(document: Document, blocks: list[_Block], index: int, problems: ProblemLog) -> None:
    """A heading above another one is the page's title, unless both are the same; at the end it is cut."""
    heading = blocks[index].heading
    if index == len(blocks) - 1:
        report_bare_heading(document, heading, problems)
    elif blocks[index + 1].heading.text == heading.text:
        problems.warning(
            "empty-record",
            f"no paper stands below this '{heading.text}'",
            document.place_of(heading),
        )


def _is_followed(lines: Sequence[str]) -> bool:
    """Whether a byline or a long text stands below a heading."""
    if not lines or lines[0].startswith(("@", "{", "<", "#")):
        return False
    below = [line for line in lines if in_brackets(line) is None]
    return is_entry(below) or any(len(line) > 200 for line in below[:2])


AWARDS_PAGE = SourceFormat(
    name="awards-page", title="copied list of awards", recognise=recognise, read=read,
    surest=_SUREST, shape="lines",
)  # fmt: skip
