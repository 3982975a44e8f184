"""A book of abstracts: each paper below a line of its code, "P-12": title, authors, institutions, text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from site_gen.ingest.formats.lists.book_heads import BookHead, head_of
from site_gen.ingest.formats.lists.list_headings import ListHeading, sessions_of, with_award
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    is_abstract_label,
    source_lines,
    stated_edition,
    text_fact,
)
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog

_CODE = re.compile(
    r"[#*_\s]*(?P<kind>(?:[^\W\d_]{1,12}[ .:#-]*){1,3}|#)(?P<number>\d{1,4}[a-z]?)[.:)*_\s]*", re.IGNORECASE
)
_KEYWORDS = re.compile(r"[*_]*(?:key ?words|index terms)[*_]*\s*[:.—–-][*_]*\s*(?P<words>.+)", re.IGNORECASE)
_PAGE = re.compile(r"[-–— ]*\d{1,4}[-–— ]*|page \d{1,4}(?: (?:of|/) \d{1,4})?", re.IGNORECASE)
_LONGEST_CODE = 30
_FEWEST = 3  # codes of one kind
_SURE = 45  # more than that of any list of lines, less than that of what has marks of its own
_READ = 0.75  # of the entries have a title and authors
_SHORTEST = 80  # characters of a text
_HEAD = 200_000


@dataclass(slots=True)
class _Entry:
    """The lines below one code, and the heading that the code stands below."""

    code: SourceLine
    heading: SourceLine | None
    lines: list[SourceLine] = field(default_factory=list)


def recognise(text: str) -> int:
    """How surely a text is such a book: below most codes stand a title, authors and a text."""
    entries = _entries(source_lines(Document("", text[:_HEAD])))[1]
    heads = [head_of(entry.lines) for entry in entries]
    readable = [head for head in heads if head and sum(len(line.text) for line in head.rest) >= _SHORTEST]
    lines = Counter(line.text for head in readable for line in (*head.title, *head.places))
    if 2 * max(lines.values(), default=0) > len(readable):  # "Title" and "Speaker" in lines of their own
        return 0
    return _SURE if readable and len(readable) >= _READ * len(entries) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read what stands below every code; one whose title and authors are not told apart is an error."""
    passed, entries = _entries(source_lines(document))
    private = PrivateValues()
    papers: list[PaperRecord] = []
    headings: list[ListHeading | None] = []
    for entry in entries:
        head = head_of(entry.lines)
        if head is None:
            what = f"title and authors below {entry.code.text} are not told apart as in the others"
            hint = "write the title in a line, the authors in the next one and the text below"
            problems.error("unread-entry", what, document.place_of(entry.code), hint)
        else:
            headings.append(ListHeading.of(entry.heading) if entry.heading else None)
            paper = _paper(document, entry, head, private, problems)
            papers.append(with_award(document, paper, headings[-1]))
    read_headings = [
        entry.heading for entry in entries if entry.heading and ListHeading.of(entry.heading).is_read
    ]
    return Reading(
        document=document,
        format=ABSTRACTS_BOOK,
        papers=tuple(
            paper
            for paper, heading in zip(papers, headings, strict=True)
            if not (heading and heading.is_session)
        ),
        sessions=tuple(sessions_of(document, papers, headings, private)),
        edition=stated_edition(document, passed),
        passed_over=passed_facts(document, [line for line in passed if line not in read_headings]),
        not_imported=private.counts,
        not_taken=private.not_taken,
    )


def _entries(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[_Entry]]:
    """The lines that are of no entry, and the entries: what stands below each code up to the next one.

    A heading above a code, alone between blank lines, is none of the entry's above it.
    """
    codes = _codes(lines)
    passed: list[SourceLine] = []
    entries: list[_Entry] = []
    heading: SourceLine | None = None
    for line in lines:
        if line.number in codes:
            above = _heading(entries[-1].lines if entries else passed)
            if above and entries:
                entries[-1].lines.remove(above)
                passed.append(above)
            heading = above or heading
            entries.append(_Entry(line, heading))
        elif line.text and _PAGE.fullmatch(line.text):
            passed.append(line)
        else:
            (entries[-1].lines if entries else passed).append(line)
    return passed, entries


def _heading(lines: Sequence[SourceLine]) -> SourceLine | None:
    """The last of the lines, where it is a heading: marked so, or short and alone between blank lines."""
    filled = [line for line in lines if line.text]
    if not filled or filled[-1] == lines[-1]:
        return None
    last = filled[-1]
    is_parted = len(filled) == 1 or filled[-2].number < last.number - 1
    is_short = len(last.text) < _SHORTEST and last.text[-1].isalnum()
    return last if last.text.startswith("#") or (is_parted and is_short) else None


def _codes(lines: Sequence[SourceLine]) -> set[int]:
    """The numbers of the lines that are codes: several of one kind, no two alike, and others of its shape."""
    found = [
        (line, match["kind"].casefold().strip(), match["number"])
        for line in lines
        if len(line.text) <= _LONGEST_CODE and (match := _CODE.fullmatch(line.text))
    ]
    kinds = Counter(kind for _, kind, _ in found)
    often = Counter((kind, number) for _, kind, number in found)
    repeated = {kind for (kind, _), count in often.items() if count > 1}
    shapes = {_shape(kind) for kind, count in kinds.items() if count >= _FEWEST and kind not in repeated}
    return {line.number for line, kind, _ in found if kind not in repeated and _shape(kind) in shapes}


def _shape(kind: str) -> tuple[int, str]:
    """How codes of a kind look: how many words stand before the number, and what parts them from it."""
    return len(re.findall(r"[^\W\d_]+", kind)), re.sub(r"[^\W\d_]+", "", kind)


def _paper(
    document: Document, entry: _Entry, head: BookHead, private: PrivateValues, problems: ProblemLog
) -> PaperRecord:
    place = document.place_of(head.title[0])
    words = next(((line, match) for line in head.rest if (match := _KEYWORDS.match(line.text))), None)
    end = head.rest.index(words[0]) if words else len(head.rest)
    text = [line for line in head.rest[:end] if not is_abstract_label(line.text)]
    text = [replace(line, text=_without_label(line.text)) for line in text]
    code = Fact(entry.code.text.strip("#*_ .:)"), document.place_of(entry.code))
    title = " ".join(line.text for line in head.title).strip("#*_ ")
    return PaperRecord(
        place=place,
        submission=code,
        title=Fact(title, place),
        authors=authors_fact(document, head.names(private), problems),
        abstract=text_fact(document, text),
        keywords=_keywords(document, *words) if words else None,
    )


def _without_label(text: str) -> str:
    """A line without "Abstract:" before it."""
    return re.sub(r"^[*_]*abstract[*_]*\s*[:.—–-][*_]*\s*", "", text, flags=re.IGNORECASE)


def _keywords(document: Document, line: SourceLine, match: re.Match[str]) -> Fact[tuple[str, ...]]:
    parted: Iterator[str] = (word.strip(" .") for word in re.split(r"[,;•·]", match["words"]))
    return Fact(tuple(filter(None, parted)), document.place_of(line))


ABSTRACTS_BOOK = SourceFormat(
    name="abstracts-book", title="book of abstracts", recognise=recognise, read=read,
    surest=_SURE, shape="lines",
)  # fmt: skip
