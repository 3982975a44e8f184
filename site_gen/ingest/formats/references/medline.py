"""MEDLINE, as PubMed gives it (.nbib): tagged lines as "TI  - A paper", an entry from PMID on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of
from site_gen.ingest.formats.references.tagged_entries import TaggedEntry, name_of
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_START = re.compile(r"\A\s*PMID- ?\d+\s*\n(?:[A-Z]{2,4} *- |\s)")
_LINE = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}- (?P<value>.*)")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "BTI"),
    "book": ("JT", "TA"),
    "year": ("DP",),
    "abstract": ("AB",),
    "language": ("LA",),
    "volume": ("VI",),
    "pages": ("PG",),
}
_DOI = re.compile(r"(\S+) \[doi\]")
_NUMBERED = re.compile(r"(\d{4}-\d{3}[\dX])\b.*")
_OTHERS = {"MH": "MeSH terms", "GR": "grants", "COIS": "conflicts of interest", "CIN": "comments"}


def recognise(text: str) -> int:
    """How surely a text is such an export: it begins with the number of an entry."""
    return 98 if _START.match(text[:2_000]) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry."""
    return reading_of(document, MEDLINE, [_entry(each) for each in _entries(document)], problems)


def _entries(document: Document) -> Iterator[TaggedEntry]:
    """The entries; an indented line goes on with the value above it."""
    entry: TaggedEntry | None = None
    for number, line in enumerate(document.text.split("\n"), start=1):
        match, place = _LINE.fullmatch(line.strip("\ufeff\r")), document.place(number)
        if match and match["tag"] == "PMID":
            if entry:
                yield entry
            entry = TaggedEntry("", place)
        elif match and entry:
            entry.add(match["tag"], match["value"], place)
        elif entry:
            entry.go_on(line, " ")
    if entry:
        yield entry


def _entry(tags: TaggedEntry) -> ReferenceEntry:
    texts = {name: fact for name, of in _TEXTS.items() if (fact := tags.first(*of))}
    if "title" in texts:  # PubMed closes every title with a full stop
        texts["title"] = replace(texts["title"], value=texts["title"].value.removesuffix("."))
    dois = ((_DOI.fullmatch(fact.value), fact.place) for fact in tags.all("LID", "AID"))
    doi = next((Fact(match[1], place) for match, place in dois if match), None)
    series = ((_NUMBERED.fullmatch(fact.value), fact.place) for fact in tags.all("IS"))
    issn = next((Fact(match[1], place) for match, place in series if match), None)
    return ReferenceEntry(
        place=tags.place,
        key="",
        texts=texts | ({"doi": doi} if doi else {}) | ({"issn": issn} if issn else {}),
        authors=_authors(tags),
        editors=[name_of(fact) for fact in tags.all("FED") or tags.all("ED")],
        keywords=list(tags.keywords("OT")),
        others={name: tags.all(tag)[0].value for tag, name in _OTHERS.items() if tags.all(tag)},
    )


def _authors(tags: TaggedEntry) -> list[PrintedName]:
    """The authors, each with the addresses that stand below the name."""
    named = tags.all("FAU", "CN") or tags.all("AU")
    found = []
    for fact, below in zip(named, [*named[1:], None], strict=False):
        addresses = (each for each in tags.all("AD") if _is_between(each, fact, below))
        found.append(replace(name_of(fact), affiliations=tuple(each.value.rstrip(".") for each in addresses)))
    return found


def _is_between(address: Fact[str], name: Fact[str], below: Fact[str] | None) -> bool:
    return name.place < address.place and (below is None or address.place < below.place)


MEDLINE = SourceFormat(
    name="medline", title="MEDLINE", recognise=recognise, read=read, is_published=True, is_ordered=False
)
