"""RIS (EndNote, Zotero, Scopus): tagged lines as "TI  - A paper", an entry from TY to ER."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from site_gen.conference import Authorship, Link
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import read_paragraphs
from site_gen.ingest.reading.author_lists import one_name
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.links import links_fact
from site_gen.ingest.reading.names import PrintedName, authors_fact
from site_gen.ingest.reading.private_values import PrivateValues
from site_gen.ingest.reading.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.years import usual_year, year_in
from site_gen.ingest.records import Document, Fact, PaperRecord, ProceedingsRecord, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)")
_START = re.compile(r"\s*(?:[^\n]{0,200}\n){0,20}?TY  ?- [A-Z]{2,8}\s*\n")
_VOLUMES = frozenset(["CONFPROC", "BOOK", "EDBOOK"])
_TITLES = ("TI", "T1", "CT")
_READ = frozenset(
    ["TY", "AU", "A1", "AB", "N2", "DO", "SP", "EP", "KW", "UR", "L1", "L2", "LK", "PY", "Y1", "ER", *_TITLES]
)
# What says where and when a paper was published, and what the program that exported it noted.
_PLUMBING = frozenset(
    ["T2", "T3", "BT", "JO", "JF", "JA", "J2", "C1", "C2", "C3", "CY", "DA", "Y2", "VL", "IS", "SN", "PB",
     "PP", "ID", "DB", "DP", "LA", "M1", "M3", "U1", "U2", "AN", "CN", "ET", "ST", "TA", "TT", "LB", "SE"]
)  # fmt: skip


@dataclass(slots=True)
class _Entry:
    """An entry: its type, its place, and the values of each tag with their places."""

    kind: str
    place: Place
    values: dict[str, list[Fact[str]]] = field(default_factory=dict)

    def first(self, *tags: str) -> Fact[str] | None:
        """The first value of the first of these tags; None where the entry has none."""
        return next((fact for tag in tags for fact in self.values.get(tag, ())), None)

    def all(self, *tags: str) -> list[Fact[str]]:
        """Every value of these tags, in the order of the document."""
        found = (fact for tag in tags for fact in self.values.get(tag, ()))
        return sorted(found, key=lambda fact: fact.place)


def recognise(text: str) -> int:
    """How surely a text is RIS: its first entry begins with its type."""
    return 98 if _START.match(text[:6_000]) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry that is a paper."""
    private = PrivateValues()
    entries = list(_entries(document, problems))
    papers = [entry for entry in entries if entry.kind not in _VOLUMES]
    named = (fact for entry in papers if (fact := entry.first("T2", "BT", "C3")))
    books = {fact.value: fact for each in named if (fact := Fact(" ".join(each.value.split()), each.place))}
    return Reading(
        document=document,
        format=RIS,
        papers=tuple(_paper(document, entry, private, problems) for entry in papers),
        edition=usual_year(year_in(entry.first("PY", "Y1", "DA")) for entry in papers),
        proceedings=ProceedingsRecord(proceedings=next(iter(books.values())) if len(books) == 1 else None),
        not_imported=private.counts,
    )


def _entries(document: Document, problems: ProblemLog) -> Iterator[_Entry]:
    """The entries; a line without a tag goes on with the value above it."""
    entry, last = None, None
    for number, line in enumerate(document.text.split("\n"), start=1):
        match, place = _LINE.fullmatch(line.strip("\ufeff")), document.place(number)
        if match and match["tag"] == "TY":
            if entry:
                _report_open(entry, problems)
                yield entry
            entry, last = _Entry(match["value"].strip(), place), None
        elif match and match["tag"] == "ER":
            if entry:
                yield entry
            entry = None
        elif match and entry:
            last = entry.values.setdefault(match["tag"], [])
            last += [Fact(match["value"].strip(), place)] if match["value"].strip() else []
        elif entry and last and line.strip():
            last[-1] = Fact(f"{last[-1].value}\n{line.strip()}", last[-1].place)
    if entry:
        _report_open(entry, problems)
        yield entry


def _report_open(entry: _Entry, problems: ProblemLog) -> None:
    what = "this entry is not closed by a line 'ER  -'"
    problems.error("broken-entry", what, entry.place, "export the file again")


def _paper(document: Document, entry: _Entry, private: PrivateValues, problems: ProblemLog) -> PaperRecord:
    for tag in sorted(entry.values.keys() - _READ - _PLUMBING):
        private.count("note" if tag in ("N1", "RN") else f"field {tag}")
    doi = entry.first("DO")
    return PaperRecord(
        place=entry.place,
        title=_line(entry.first(*_TITLES), private),
        authors=_authors(document, entry.all("AU", "A1"), problems),
        abstract=_abstract(entry.first("AB", "N2"), private),
        links=_links(entry, doi, problems),
        pages=identifier_fact(PageRange, _pages(entry), problems),
        doi=identifier_fact(Doi, doi, problems),
        keywords=_keywords(entry.all("KW"), private),
    )


def _line(fact: Fact[str] | None, private: PrivateValues) -> Fact[str] | None:
    text = squeeze(without_tags(private.without_addresses(fact.value))) if fact else ""
    return Fact(text, fact.place) if fact and text else None


def _abstract(fact: Fact[str] | None, private: PrivateValues) -> Fact[str] | None:
    text = read_paragraphs(markdown_of(private.without_addresses(fact.value))) if fact else ""
    return Fact(text, fact.place) if fact and text else None


def _authors(
    document: Document, names: Sequence[Fact[str]], problems: ProblemLog
) -> Fact[tuple[Authorship, ...]] | None:
    printed = [_name(fact) for fact in names]
    return authors_fact(document, printed, problems) if printed else None


def _name(fact: Fact[str]) -> PrintedName:
    """ "Family, Given" or "Family, Given, Suffix"; a name without a comma stands as it is."""
    family, *given = [part.strip() for part in squeeze(fact.value).split(",") if part.strip()] or [""]
    if not given:
        return PrintedName(family, fact.place.line)
    shown = one_name(given[0], family, fact.place.line)
    return PrintedName(" ".join([shown.name, *given[1:]]), shown.line, family=shown.family)


def _pages(entry: _Entry) -> Fact[str] | None:
    first, last = entry.first("SP"), entry.first("EP")
    if first and last and not re.search(r"\d\s*[-–—]\s*\d", first.value):
        return Fact(f"{first.value}-{last.value}", first.place)
    return first


def _keywords(values: Sequence[Fact[str]], private: PrivateValues) -> Fact[tuple[str, ...]] | None:
    listed = [squeeze(private.without_addresses(word)) for fact in values for word in fact.value.split(";")]
    kept = tuple(dict.fromkeys(word for word in listed if word))
    return Fact(kept, values[0].place) if kept else None


def _links(entry: _Entry, doi: Fact[str] | None, problems: ProblemLog) -> Fact[tuple[Link, ...]] | None:
    pdf = next((fact for fact in entry.all("L1", "L2", "LK") if fact.value.startswith("http")), None)
    fields = {"doi": doi, "url": entry.first("UR"), "pdf": pdf}
    return links_fact({name: fact for name, fact in fields.items() if fact}, problems)


RIS = SourceFormat(
    name="ris", title="RIS", recognise=recognise, read=read, is_published=True, is_ordered=False
)
