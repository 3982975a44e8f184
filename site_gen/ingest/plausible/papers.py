"""Papers that are none, titles that carry the page's badges, abstracts that hold their neighbour's title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

from site_gen.conference import Authorship
from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.people.institutions import POSITION
from site_gen.ingest.reading.times.days import match_times
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.reading.titles.badges import badges, recurring
from site_gen.ingest.reading.titles.link_words import is_row_of_links
from site_gen.ingest.reading.titles.title_times import has_times, without_title_times
from site_gen.ingest.reading.titles.title_types import with_types
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_IN_BRACKETS = re.compile(r"\]\s*\[[^\[\]]{1,40}\]\s*$")
_SENTENCE_END = re.compile(r"""(?:[.!?…:;。！？]|\.\.\.)["'”’»)\]}*_$\d]*$""")
_LONGEST_TITLE, _LONGEST_TAIL = 400, 300
_MARKED = re.compile(r"[-+*>•▪◦]\s+#*\s*\S|#+\s")
_WITH_PERSON = re.compile(
    r"(?:[A-Z][\w.'’-]* ){2,4}\([^()]*\b(?:Univ\w*|Institut\w*|Research|Tech\w*|Lab\w*|Inc)\b[^()]*\)$"
)
_SLUG = re.compile(  # "doe22locks" and "ada" too
    r"(?=\D)[a-z\d]+(?:[-_/.][a-z\d]+)+|[a-z]+\d{2,4}[a-z]*|[a-z]{3,20}"
)
_PLACEHOLDER = re.compile(r"\{\{-?\s*+[\w.]+\.\w+[^{}]*\}\}")  # of a template: "{{ paper.title }}"
_INITIALS = r"(?:[A-Z]\.[ -]?){1,3}[A-Z][^\W\d_'’-]+(?:[ '’-][A-Z][^\W\d_]+)?"
_BYLINE = re.compile(rf"{_INITIALS}(?:(?:, | and |, and ){_INITIALS})+")  # "A. Lee, B. Roe and C. Dee"
_ADDRESS = re.compile(r"\s(?:https?://|www\.)\S+$")
_NUMBERS = re.compile(r"\W*\d+(?:[\W_]+\d+)+\W*")
_RULE = re.compile(r"[-=_*~|:+\s]{3,}")
# What no title is, as a whole.
_NO_TITLES = {
    "a rule of the page": _RULE, "numbers alone": _NUMBERS, "the names of people": _BYLINE,
    "a placeholder of a template, whose values stand elsewhere": _PLACEHOLDER,
}  # fmt: skip
_PART = re.compile(  # "Nests (Part 2)", "Nests, Teil II", "Nests (2/2)"
    r"(?<![\s,:;(\[–—-])[\s,:;(\[–—-]*+"
    r"(?:\b(?:part|teil|partie|parte|deel|del)\.? ?(?:\d{1,2}|[IVX]{1,4}|[A-D])\b|\d ?/ ?\d)[)\]]?",
    re.IGNORECASE,
)
_LONGEST_POSITION = 120
_MANY_POSITIONS = 0.4
_DIGITS = re.compile(r"\d+")
_TWICE = 2
_FEW = 4  # below this many values nothing is said of what most of them share


def not_papers(reading: Reading) -> Doubt:
    """Papers without title and authors whose text is no sentence: headings, counters of the page."""
    papers = [paper for paper in reading.every_paper() if not paper.is_mention]
    found = [
        Finding(f"{_text(paper)} stands for a paper, without title and authors", paper.place)
        for paper in papers
        if not (paper.title or paper.authors or paper.submission or _has_sentence(paper))
    ]
    hint = "if it is a heading or a remark, mark it so or take it out; else give it its title and authors"
    return doubt("implausible-paper", found, len(papers), hint)


def _has_sentence(paper: PaperRecord) -> bool:
    text = paper.abstract.value if paper.abstract else ""
    return len(text) > _LONGEST_TAIL or _SENTENCE_END.search(text[-12:]) is not None


def _text(paper: PaperRecord) -> str:
    return shown(paper.abstract.value) if paper.abstract else "an entry"


def badges_in_titles(reading: Reading) -> Doubt:
    """Titles that end in words of the page: in brackets, several in a row, or the same on most titles."""
    bare = with_types(reading) if reading.format.is_copied else reading
    titles = [paper.title for paper in bare.every_paper() if paper.title]
    often = recurring(title.value for title in titles)
    ends = Counter(_end(title.value) for title in titles)
    shared = {end for end, count in ends.items() if end and count >= _FEW and 2 * count > len(titles)}
    found = [
        Finding(f"the title {shown(title.value[-60:])} ends in what the page shows beside it", title.place)
        for title in titles
        if _IN_BRACKETS.search(title.value[-90:])
        or often.intersection(badges(title.value))
        or _end(title.value) in shared
    ]
    hint = "take the words in brackets, or those that all titles end in, out of the titles"
    return doubt("implausible-title", found, len(titles), hint)


def _end(title: str) -> str:
    """The last sentence of a title, without its numbers: "Journal of Owls 17"; empty where it has but one."""
    end = title.rpartition(". ")[2]
    return _DIGITS.sub("", end).strip(" ,.") if end != title else ""


def no_titles(reading: Reading) -> Doubt:
    """Titles that are longer than any title, or several lines, or a time."""
    titles = [paper.title for paper in reading.every_paper() if paper.title]
    found = [
        Finding(f"the title {shown(title.value)} is {why}", title.place)
        for title in titles
        if (why := _no_title(title.value))
    ]
    hint = "a title is one line: part it from its text"
    if any("of a template" in finding.what for finding in found):
        hint = "copy the page as a browser shows it, or give the data that the template prints"
    return doubt("implausible-title", found, len(titles), hint)


def times_in_titles(reading: Reading) -> Doubt:
    """Titles that begin or end with times other than those that are told: of a session, or of the talk."""
    bare = without_title_times(reading)
    slots = [slot for slot in bare.every_slot() if slot.title and not slot.paper]
    held: list[PaperRecord | SessionRecord | SlotRecord] = [*bare.every_paper(), *bare.sessions, *slots]
    titles = [each.title for each in held if each.title] if reading.format.is_copied else []
    found = [
        Finding(
            f"the title {shown(title.value)} has times in it, which are read as nothing else", title.place
        )
        for title in titles
        if has_times(title.value)
    ]
    hint = "write the times at the beginning of a line of their own, or into a column"
    return doubt("implausible-title", found, len(titles), hint, are_possible=True)


def positions_as_titles(reading: Reading) -> Doubt:
    """Titles that are what a person is, where each paper has one author: a list of people, not of papers."""
    papers = [paper for paper in reading.every_paper() if paper.title and not paper.is_mention]
    titles = [paper.title for paper in papers if paper.title]
    is_of_people = bool(papers) and all(paper.authors and len(paper.authors.value) == 1 for paper in papers)
    found = [
        Finding(f"the title {shown(title.value)} is a person's", title.place)
        for title in titles
        if is_of_people and len(title.value) < _LONGEST_POSITION and POSITION.search(title.value)
    ]
    if len(found) < max(2, _MANY_POSITIONS * len(titles)):
        found = []
    hint = "if this lists people, take it out of sources/; else name the column of the talks in sources.yaml"
    return doubt("implausible-title", found, len(titles), hint)


def names_of_files(reading: Reading) -> Doubt:
    """Titles that are names of files or entries elsewhere, as "talks/fast-trees": the texts stand there."""
    held: list[PaperRecord | SessionRecord | SlotRecord] = [*reading.sessions, *reading.every_slot()]
    titles = [each.title for each in (*held, *reading.every_paper()) if each.title]
    found = [
        Finding(f"the title {shown(title.value)} is the name of something that stands elsewhere", title.place)
        for title in titles
        if _SLUG.fullmatch(title.value)
    ]
    if len(found) < 2 or 3 * len(found) < len(titles):
        found = []
    hint = "give the document that they stand in too, or put titles in their place"
    return doubt("implausible-title", found, len(titles), hint)


def repeated_titles(reading: Reading) -> Doubt:
    """Titles that several papers by other people have too: what sort of paper it is was read as its title."""
    papers = [paper for paper in reading.every_paper() if paper.title and paper.authors]
    often = Counter(paper.title.value for paper in papers if paper.title)
    bylines: dict[str, set[object]] = defaultdict(set)
    for paper in papers:
        if paper.title and paper.authors and often[paper.title.value] > 1:
            bylines[paper.title.value].add(paper.authors.value)
    found = [
        Finding(f"the title {shown(paper.title.value)} is that of another paper too", paper.title.place)
        for paper in papers
        if paper.title and len(bylines.get(paper.title.value, ())) > 1
    ]
    if 4 * len(found) < len(papers):
        found = []
    is_chance = len(found) == _TWICE and len(papers) >= _FEW  # two people may have had one idea
    hint = "say which column or line holds the titles, if they are none"
    return doubt("implausible-title", found, len(papers), hint, are_possible=is_chance)


def papers_in_parts(reading: Reading) -> Doubt:
    """Papers with one text whose titles differ by the number of a part alone: a talk that goes on later."""
    first: dict[tuple[str, str], Fact[str]] = {}
    found = []
    texts = Counter(paper.abstract.value for paper in reading.every_paper() if paper.abstract)
    for paper in reading.every_paper():
        if paper.title is None or paper.abstract is None or texts[paper.abstract.value] == 1:
            continue
        if not _PART.search(paper.title.value):
            continue
        whole = _PART.sub("", paper.title.value).strip()
        other = first.setdefault((whole, paper.abstract.value), paper.title)
        if whole and other.value != paper.title.value:
            what = f"{shown(paper.title.value)} has the text of {shown(other.value)}: they are two papers"
            found.append(Finding(what, paper.title.place))
    hint = "if it is one talk in two parts, give it one title, and its second part a row of the programme"
    return doubt("maybe-one-paper", found, len(found), hint, are_possible=True)


def _no_title(title: str) -> str:
    """Why a text is no title; empty where it can be one."""
    if len(title) > _LONGEST_TITLE or "\n" in title:
        return "longer than a title"
    if ("://" in title or "www." in title) and _ADDRESS.search(title):
        return "a title with an address behind it"
    if _MARKED.match(title):
        return "a line with the marks of the page before it"
    if title.endswith(")") and _WITH_PERSON.search(title):
        return "a title with a person and an institution behind it"
    if typed_day(title):
        return "a day"
    if is_row_of_links(title):
        return "what links are called by"
    if match_times(title):
        return "a time"
    return next((what for what, pattern in _NO_TITLES.items() if pattern.fullmatch(title)), "")


def glued_abstracts(reading: Reading) -> Doubt:
    """Abstracts that end in what is no sentence, in the same way nearly everywhere: the next one's title."""
    abstracts = [paper.abstract for paper in reading.every_paper() if paper.abstract]
    tails = [_tail(abstract.value) for abstract in abstracts]
    glued = [(abstract, tail) for abstract, tail in zip(abstracts, tails, strict=True) if tail]
    if 2 * len(glued) < len(abstracts):
        glued = []
    found = [
        Finding(f"the abstract ends in {shown(tail)}, which looks like the next title", abstract.place)
        for abstract, tail in glued
    ]
    hint = "copy the page again with its titles and labels in their places"
    return doubt("implausible-abstract", found, len(abstracts), hint)


def _tail(abstract: str) -> str:
    """A last paragraph that is short and no sentence, below one that ends as a sentence; else empty."""
    before, gap, last = abstract.rstrip().rpartition("\n\n")
    is_tail = gap and len(last) < _LONGEST_TAIL and not _SENTENCE_END.search(last[-12:])
    return last if is_tail and _SENTENCE_END.search(before[-12:]) else ""


def shared_values(reading: Reading) -> Doubt:
    """A title, byline or abstract that nearly all titled papers have: a column was misread."""
    papers = [paper for paper in reading.every_paper() if paper.title]
    kinds: Sequence[tuple[str, list[Fact[str | tuple[Authorship, ...]]]]] = (
        ("title", [Fact(each.title.value, each.title.place) for each in papers if each.title]),
        ("byline", [Fact(each.authors.value, each.authors.place) for each in papers if each.authors]),
        ("abstract", [Fact(each.abstract.value, each.abstract.place) for each in papers if each.abstract]),
    )
    found = [
        Finding(f"{count} of {len(facts)} papers have one {what}", facts[0].place)
        for what, facts in kinds
        if len(facts) > _FEW and _most(len(fact.value) for fact in facts) > 0.8 * len(facts)
        if (count := _most(fact.value for fact in facts)) > 0.8 * len(facts)
    ]
    return doubt("implausible-paper", found, len(found), "say which column or line holds it")


def _most(values: Iterable[Hashable]) -> int:
    """How often the value comes that comes most often."""
    return Counter(values).most_common(1)[0][1]
