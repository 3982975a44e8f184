"""The list of papers.cool: numbered headings with badges, authors, and a summary below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from site_gen.ingest.reading.entries.entries import passed_facts, report_bare_heading, warn_gaps
from site_gen.ingest.reading.people.names import PrintedName, authors_fact, report_open_byline, split_names
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    ends_sentence,
    is_abstract_label,
    report_cut_text,
    source_lines,
    stated_count,
    stated_edition,
    text_fact,
    warn_cut_texts,
    warn_unread,
    without_boilerplate,
)
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_SUREST = 98
_HEADING = re.compile(r"#\s?(\d{1,6})\b[.:]?\s*(.*)")
# The digits in "[Kimi1]" count views; a title may end in brackets too, so the badges are named.
_BADGE = re.compile(
    r"\s*\[\s*+(?:PDF|Copy|Kimi|REL|HTML|Site|Link|Code|DOI|arXiv|OpenReview|Abstract|Summary|Stars?|Video|FAQ|AI)"
    r"\s*+[(:+]?\s*+\d*+\s*+\)?\s*+\]$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\[\s*+([^\[\]]{1,40}?)\s*+\]$")
_COUNT = re.compile(r"\s*[(:+]?\s*+\d*+\s*+\)?$")
_FEW_HEADINGS = 3  # below this, what recurs at the ends of headings tells nothing
_FIELD = re.compile(
    r"(authors?|subjects?|publish(?:ed)?|updated|keywords?|comments?|categor(?:y|ies)|date|doi|journal)\s*:\s*(.*)",
    re.IGNORECASE,
)
# What the site shows below the abstract.
_BELOW = re.compile(
    r"(subjects?|publish(?:ed)?|updated|categor(?:y|ies)|dates?)\s*[:：]\s*(.{0,300})", re.IGNORECASE
)
_AUTHORS = re.compile(r"authors?\s*:.*", re.IGNORECASE)
_NO_SUMMARY = re.compile(r"no (?:summary|abstract)(?: was)?(?: provided| available)?\.?", re.IGNORECASE)
_SEMICOLONS = re.compile(r"\s*;\s*")
_COMMAS = re.compile(r"\s*,(?!\s*(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\b)\s*")


@dataclass(slots=True)
class _Block:
    """A heading with its title, and the lines below it."""

    heading: SourceLine
    title: SourceLine
    has_badge: bool
    lines: list[SourceLine] = field(default_factory=list)


@dataclass(slots=True)
class _Parts:
    """The lines of one paper by their meaning; `strays` are parts of fields or of another paper."""

    authors: list[SourceLine] = field(default_factory=list)
    strays: list[SourceLine] = field(default_factory=list)
    keywords: SourceLine | None = None
    abstract: list[SourceLine] = field(default_factory=list)


def recognise(text: str) -> int:
    """How surely a text is such a list: numbered headings with badges, or with authors below them."""
    lines = [line for line in (raw.strip() for raw in text[:400_000].split("\n")) if line]
    score = 0
    for index, line in enumerate(lines):
        if _HEADING.match(line):
            below = lines[index + 1] if index + 1 < len(lines) else ""
            score += bool(_BADGE.search(line)) or below.lower().startswith(("author:", "authors:"))
    return min(_SUREST, 70 + 10 * score) if score else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every numbered paper; "No summary was provided." means that the abstract is missing."""
    passed: list[SourceLine] = []
    lines = without_boilerplate(source_lines(document), passed)
    head, blocks = _blocks(lines, _badges([line.text for line in lines]))
    parts = [_parts(block, passed) for block in blocks]
    papers = [_paper(document, *each, problems) for each in zip(blocks, parts, strict=True)]
    _report_cut_headings(document, blocks, problems)
    warn_cut_texts(document, [each.abstract for each in parts], problems)
    if blocks:
        _report_cut(document, blocks[-1], parts[-1], problems)
    warn_unread(document, head, problems)
    return Reading(
        document=document,
        format=PAPERS_COOL,
        papers=tuple(papers),
        edition=stated_edition(document, head),
        stated=stated_count(document, head),
        passed_over=passed_facts(document, [*passed, *head]),
    )


def _badges(texts: Iterable[str]) -> frozenset[str]:
    """The bracketed words that recur at the ends of most headings: the page's, whatever they say."""
    ends = [set(_words_at_end(text)) for text in texts if _HEADING.match(text)]
    often = Counter(word for words in ends for word in words)
    return frozenset(
        word for word, count in often.items() if len(ends) >= _FEW_HEADINGS and 2 * count > len(ends)
    )


def _words_at_end(text: str) -> Iterator[str]:
    """The bracketed words at the end of a heading, the last one first, without their counts."""
    while match := _IN_BRACKETS.search(text):
        yield _COUNT.sub("", match[1]).casefold()
        text = text[: match.start()]


def _blocks(lines: Sequence[SourceLine], badges: frozenset[str]) -> tuple[list[SourceLine], list[_Block]]:
    head: list[SourceLine] = []
    blocks: list[_Block] = []
    for index, line in enumerate(lines):
        block = _heading_block(lines, index, badges)
        if block:
            blocks.append(block)
        else:
            (blocks[-1].lines if blocks else head).append(line)
    return head, blocks


def _heading_block(lines: Sequence[SourceLine], index: int, badges: frozenset[str]) -> _Block | None:
    """The block that begins at a line: a heading has badges, authors below it, or the page was cut there."""
    line = lines[index]
    match = _HEADING.match(line.text)
    if not match:
        return None
    title = _without_badges(match[2], badges)
    below = lines[index + 1 : index + 4]
    is_last = len(below) < 3 and not any(other.text for other in below)
    if title == match[2] and not is_last and not _has_authors(below, 0 if title else 1):
        return None
    title_line = SourceLine(line.number, title, line.column + match.start(2))
    return _Block(line, title_line, has_badge=title != match[2])


def _report_cut_headings(document: Document, blocks: Sequence[_Block], problems: ProblemLog) -> None:
    """Report headings without a badge where most others have them."""
    bare = [block for block in blocks if not block.has_badge]
    if len(bare) < len(blocks):
        _warn_unknown_badges(document, bare, problems)
    if 2 * len(bare) >= len(blocks):
        return
    for line in (block.heading for block in bare if any(each.text for each in block.lines)):
        what = "this heading is cut: it has no badge as the others have"
        place = document.place(line.number, line.column + len(line.text))
        problems.error("breaks-off", what, place, hint="copy it again", excerpt=line.text[-60:])


def _warn_unknown_badges(document: Document, bare: Sequence[_Block], problems: ProblemLog) -> None:
    """Warn of words in brackets at the end of a heading without a badge, on a page that has badges."""
    for block in bare:
        if words := _IN_BRACKETS.search(block.title.text):
            what = f"'{words[0].strip()}' at the end of this title may be a badge of the page"
            place = document.place_of(block.title)
            problems.warning("unknown-badge", what, place, "take it out if it is none of the title")


def _without_badges(text: str, badges: frozenset[str] = frozenset()) -> str:
    """A heading up to the first badge of its end; what follows one badge is another."""
    title, rest = text, text
    while match := _IN_BRACKETS.search(rest):
        rest = rest[: match.start()]
        if _BADGE.fullmatch(match[0]) or _COUNT.sub("", match[1]).casefold() in badges:
            title = rest
    return title


def _has_authors(below: Sequence[SourceLine], titles: int) -> bool:
    """Whether the first line below a heading, after its title if that is apart, names authors."""
    filled = [line.text.lower() for line in below if line.text][: 1 + titles]
    return bool(filled) and filled[-1].startswith(("author:", "authors:"))


def _paper(document: Document, block: _Block, parts: _Parts, problems: ProblemLog) -> PaperRecord:
    title = squeeze(block.title.text)
    paper = PaperRecord(
        place=document.place_of(block.heading),
        title=Fact(title, document.place_of(block.title)) if title else None,
        authors=authors_fact(document, _names(parts.authors), problems) if parts.authors else None,
        abstract=text_fact(document, parts.abstract),
        keywords=_keywords(document, parts.keywords),
    )
    warn_gaps(paper, problems)
    for line in parts.strays:
        _report_stray(document, line, problems)
    return paper


def _parts(block: _Block, passed: list[SourceLine]) -> _Parts:
    """Sort the lines of a paper; a field's line counts only above the abstract."""
    parts = _Parts()
    is_open = has_text = False
    for line in block.lines:
        match = (_BELOW if has_text else _FIELD).fullmatch(line.text)
        if match:
            value = SourceLine(line.number, match[2], line.column + match.start(2))
            is_open = _take_field(parts, match[1].lower(), value, line, passed)
        elif _is_stray(line.text, has_text, is_open, bool(parts.authors)):
            parts.strays.append(line)
            is_open = False
        elif is_open and line.text:
            parts.authors.append(line)
            is_open = _goes_on(line.text)
        elif _NO_SUMMARY.fullmatch(line.text) or is_abstract_label(line.text):
            passed.append(line)
        elif not block.title.text and line.text:
            block.title = SourceLine(line.number, _without_badges(line.text), line.column)
            block.has_badge = block.has_badge or block.title.text != line.text
        else:
            parts.abstract.append(line)
            has_text = has_text or bool(line.text)
    return parts


def _is_stray(text: str, has_text: bool, is_open: bool, has_authors: bool) -> bool:
    """Whether a line is what a cut left: a list of authors in the text, a text in the list, "Autho"."""
    if has_text:
        return bool(_AUTHORS.fullmatch(text)) and (";" in text or "," in text)
    if is_open:
        return ends_sentence(text) and len(text.split()) > 8
    return not has_authors and len(text) > 1 and "authors:".startswith(text.lower())


def _report_stray(document: Document, line: SourceLine, problems: ProblemLog) -> None:
    problems.error(
        "breaks-off",
        "the line above this one, or this line, is cut",
        document.place_of(line),
        hint="copy this paper again: '#1 Title [PDF]', 'Authors: …', then its abstract",
        excerpt=line.text[:60],
    )


def _take_field(
    parts: _Parts, name: str, value: SourceLine, line: SourceLine, passed: list[SourceLine]
) -> bool:
    """Put a field's value in its place; True where a list of authors goes on in the next line."""
    if name.startswith("author"):
        parts.authors.append(value)
        return _goes_on(value.text)
    if name.startswith("keyword"):
        parts.keywords = value
    else:
        passed.append(line)
    return False


def _goes_on(text: str) -> bool:
    return not text or text.endswith((";", ","))


def _names(lines: Sequence[SourceLine]) -> list[PrintedName]:
    separator = _SEMICOLONS if any(";" in line.text for line in lines) else _COMMAS
    names: list[PrintedName] = []
    for index, line in enumerate(lines):
        found = list(split_names(line, separator))
        is_joined = index + 1 < len(lines) and not found[-1].name
        names.extend(found[:-1] if is_joined else found)
    return names


def _keywords(document: Document, line: SourceLine | None) -> Fact[tuple[str, ...]] | None:
    if line is None:
        return None
    words = [squeeze(word) for word in re.split("[;,]", line.text)]
    keywords = tuple(word for word in words if word)
    return Fact(keywords, document.place_of(line)) if keywords else None


def _report_cut(document: Document, block: _Block, parts: _Parts, problems: ProblemLog) -> None:
    texts = [line for line in block.lines if line.text]
    abstract = [line for line in parts.abstract if line.text]
    if not texts:
        report_bare_heading(document, block.heading, problems)
    elif abstract:
        report_cut_text(document, abstract[-1], problems)
    elif texts[-1].text.endswith((";", ",", ":")):
        report_open_byline(document, texts[-1], problems)


PAPERS_COOL = SourceFormat(
    name="papers-cool", title="list of papers.cool", recognise=recognise, read=read, surest=_SUREST
)
