"""A list of accepted papers, in text or Markdown: entries by bullets, blank lines or pairs of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.conference.page_ranges import PageRange
from site_gen.ingest.formats.lists.entry_texts import (
    abstract_lines,
    award_fact,
    below_entries,
    keywords_fact,
    submissions,
)
from site_gen.ingest.formats.lists.lines_beside import warn_beside
from site_gen.ingest.formats.lists.linked_titles import linked_titles
from site_gen.ingest.formats.lists.list_headings import (
    ListHeading,
    heading_of,
    is_award_of_people,
    parts_of,
    sessions_of,
    with_award,
)
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.entries.entry_splits import is_read, part, rest_of
from site_gen.ingest.reading.entries.link_rows import without_link_rows
from site_gen.ingest.reading.entries.list_cuts import (
    Entry,
    report_years,
    with_joined_people,
    without_numbers,
)
from site_gen.ingest.reading.entries.paper_lists import PaperList, best_list
from site_gen.ingest.reading.entries.people_above import with_titles_first
from site_gen.ingest.reading.entries.reference_tails import without_tails
from site_gen.ingest.reading.entries.repeated_lines import repeated_lines
from site_gen.ingest.reading.entries.volume_pages import is_volume, without_matter_of_volume
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.people.byline_layouts import has_affiliations, names_of
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.people.wrapped_lines import unwrapped, with_whole_items
from site_gen.ingest.reading.tables.table import is_headless
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    source_lines,
    stated_edition,
    text_fact,
)
from site_gen.ingest.reading.texts.marked_text import plain, split_breaks
from site_gen.ingest.reading.times.days import leading_when
from site_gen.ingest.reading.titles.award_words import award_lines
from site_gen.ingest.reading.titles.awards_of_people import awards_apart
from site_gen.ingest.reading.titles.link_words import without_badges
from site_gen.ingest.reading.titles.title_codes import with_codes_before
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog

_HEAD, _MOST_LINES, _LONGEST = 60_000, 4_000, 8_000  # what a text is judged by
_FEWEST = 2  # papers behind a volume
_SURE = 31  # any format with marks of its own is surer; where a programme's is implausible it is asked
# "Fast Locks. 54-63 https://owls.example/4.pdf"
_OTHER = re.compile(r"\s*(?:[{<@]|\[(?![^\[\]\n]+\]\())")  # data or a page; Markdown may begin with a link
_COMMENTS = re.compile(r"\A(?:\s*<!--.*?-->)+", re.DOTALL)
_KEYWORDS = re.compile(r"(?:author )?key ?words?\s*:\s*(\S.*)", re.IGNORECASE)
_SUMMARY = re.compile(r"(?:TL;? ?DR|One-sentence summary)\s*:\s*\S", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«](?P<title>[^\"“”„«»]+)[\"”“»]\.?")
_BEHIND_TITLE = re.compile(
    r"(?:\.\s+(?P<pages>\d{1,5}[-–]\d{1,5})\.?)?(?:\s+[(<]?(?P<address>https?://[^\s()<>]+)[)>]?)?$"
)


def recognise(text: str) -> int:
    """How surely a text is such a list: its entries are titles with names of people."""
    if _OTHER.match(_COMMENTS.sub("", text[:_HEAD])) or not text.strip():
        return 0
    if not 0 < text.count("\n", 0, _HEAD) < _MOST_LINES:
        return 0
    if max(len(line) for line in text[:_HEAD].split("\n")) > _LONGEST or is_headless(text[:_HEAD]):
        return 0
    if sum(leading_when(line.strip()) is not None for line in text[:_HEAD].split("\n")) > 1:
        return 0  # a programme
    lines = _lines(Document("", text[: text.rfind("\n", 0, _HEAD)] if len(text) > _HEAD else text))
    found = best_list(_bare(lines).lines)
    if not found.is_clear and linked_titles(Document("", text), lines, ProblemLog()):
        return _SURE
    return _SURE if found.is_clear and (len(found.entries) > 1 or len(text) > 2_000) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry; one that is not told apart as the others is an error at its line."""
    lines = _lines(document)
    bare = _bare(lines)
    found = best_list(bare.lines)
    if not found.is_clear and (linked := linked_titles(document, lines, problems)):
        return _of_links(document, lines, linked)
    private = PrivateValues()
    report_years(document, found.passed, problems)
    headed = list(_papers(document, bare, found, private, problems))
    papers, headings = [paper for paper, _ in headed], [heading for _, heading in headed]
    warn_beside(document, found, problems)
    volume = papers[:1] if len(papers) > _FEWEST and is_volume(papers[0]) else []
    awarded = [each for each in papers if is_award_of_people(each)]
    not_taken = {
        "pages of the volume": len(volume), "TL;DR": bare.summaries, "awards of people": len(awarded),
        "headings of the list": parts_of(headed, lines),
    }  # fmt: skip
    passed = [*bare.passed, *(line for line in found.passed if not ListHeading.of(line).is_read)]
    return Reading(
        document=document,
        format=ACCEPTED_LIST,
        papers=tuple(
            paper
            for paper, heading in headed
            if not (heading and heading.is_session) and paper not in [*volume, *awarded]
        ),
        sessions=tuple(sessions_of(document, papers, headings, private)),
        edition=stated_edition(document, found.passed),
        passed_over=passed_facts(document, passed),
        not_imported=private.counts,
        not_taken={name: number for name, number in not_taken.items() if number},
    )


def _of_links(document: Document, lines: Sequence[SourceLine], papers: Sequence[PaperRecord]) -> Reading:
    """The reading of a list of titles alone, each with links."""
    places = {paper.place for paper in papers}
    beside = [each for each in lines if each.text and document.place_of(each) not in places]
    facts = passed_facts(document, beside)
    return Reading(document=document, format=ACCEPTED_LIST, papers=tuple(papers), passed_over=facts)


def _papers(
    document: Document, bare: _Bare, found: PaperList, private: PrivateValues, problems: ProblemLog
) -> Iterator[tuple[PaperRecord, ListHeading | None]]:
    """The papers, each with its heading; an entry that is not told apart as the others is reported."""
    texts = without_badges([entry.texts for entry in found.entries])
    halves = [part(found.split, lines) if found.split else None for lines in texts]
    affiliated = has_affiliations(pair[1] for pair in halves if pair)
    numbers = submissions(document, found.entries)
    keywords, awards = (below_entries(found.entries, each) for each in (bare.keywords, bare.awards))
    for entry, words, pair in zip(found.entries, texts, halves, strict=True):
        if not pair or not is_read(pair, words):
            _report(document, entry, problems)
            continue
        first = entry.lines[0].number
        heading = heading_of(first, found.passed)
        paper = _paper(document, entry, pair, private, problems, affiliated=affiliated)
        paper = replace(
            paper,
            pages=paper.pages or _pages_below(document, entry, bare.pages, problems),
            award=award_fact(document, awards.get(first)),
            keywords=keywords_fact(document, keywords.get(first)),
            submission=numbers.get(first),
        )
        yield with_award(document, paper, heading), heading


def _lines(document: Document) -> list[SourceLine]:
    """The lines, those with breaks in them as several, without comments and front matter of a page."""
    lines: list[SourceLine] = []
    is_front = document.text.startswith("---\n")
    for line in source_lines(document):
        if is_front:
            is_front = line.number == 1 or line.text != "---"
        elif not line.text.startswith(("<!--", "{:", "{%", "![")):
            texts = (split_breaks(line.text) if len(line.text) < _LONGEST else [line.text]) or [""]
            lines.extend(SourceLine(line.number, text, line.column) for text in texts)
    return unwrapped(without_numbers(with_joined_people(with_codes_before(with_whole_items(lines)))))


@dataclass(slots=True)
class _Bare:
    """Lines of titles, authors and abstracts, and what others say of them, by the number of their lines.

    `passed` are those of the page itself.
    """

    lines: list[SourceLine]
    pages: Mapping[int, str]
    keywords: Mapping[int, str]
    awards: Mapping[int, str]
    summaries: int
    passed: list[SourceLine]


def _bare(lines: Sequence[SourceLine]) -> _Bare:
    """The lines without those of the page, pages of references and volumes, keywords and short summaries."""
    own, behind = awards_apart(without_link_rows(lines))
    repeated = repeated_lines(own)
    keywords = {line.number: match[1] for line in own if (match := _KEYWORDS.fullmatch(line.text))}
    summaries = {line.number for line in own if _SUMMARY.match(line.text)}
    awards = award_lines(own)
    others = {*repeated, *keywords, *summaries, *awards}
    bare, pages = without_tails(with_titles_first([line for line in own if line.number not in others]))
    bare = without_matter_of_volume(bare, pages)
    kept = {line.number for line in bare} | {*pages, *keywords, *awards}
    passed = [each for each in lines if each.number not in kept]
    return _Bare(bare, pages, keywords, {**awards, **behind}, len(summaries), passed)


def _paper(
    document: Document,
    entry: Entry,
    halves: tuple[str, str],
    private: PrivateValues,
    problems: ProblemLog,
    *,
    affiliated: bool,
) -> PaperRecord:
    first = entry.lines[0]
    place = document.place_of(first)
    title, byline = halves
    behind = _BEHIND_TITLE.search(title)
    title = title[: behind.start()] if behind else title
    quoted = _QUOTED.fullmatch(title)
    title = quoted["title"] if quoted else title
    address = {"url": Fact(behind["address"], place)} if behind and behind["address"] else {}
    line = next((each for each in entry.lines if byline and byline in plain(each.text)), first)
    names = names_of(byline, line.number, private, affiliated=affiliated)
    texts = abstract_lines(document, entry, rest_of(entry.texts, halves), problems)
    return PaperRecord(
        place=place,
        title=Fact(title.strip(" .,;") if title.endswith((".", ",", ";")) else title, place),
        authors=authors_fact(document, names, problems),
        links=links_fact(address, problems),
        pages=identifier_fact(PageRange, Fact(behind["pages"], place), problems)
        if behind and behind["pages"]
        else None,
        abstract=text_fact(document, texts),
    )


def _pages_below(
    document: Document, entry: Entry, pages: Mapping[int, str], problems: ProblemLog
) -> Fact[PageRange] | None:
    """The pages that the end of a reference tells, in one of its lines or right below them."""
    numbers = [line.number for line in entry.lines]
    number = next((each for each in (*numbers, numbers[-1] + 1) if each in pages), None)
    return (
        identifier_fact(PageRange, Fact(pages[number], document.place(number)), problems) if number else None
    )


def _report(document: Document, entry: Entry, problems: ProblemLog) -> None:
    first = entry.lines[0]
    problems.error(
        "unread-entry",
        "title and authors of this entry are not told apart as in the others",
        document.place_of(first),
        hint="write it as the others, or take it out",
        excerpt=first.text[:60],
    )


ACCEPTED_LIST = SourceFormat(
    name="accepted-list", title="list of accepted papers", recognise=recognise, read=read,
    surest=_SURE, shape="lines",
)  # fmt: skip
