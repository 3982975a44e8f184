"""EndNote: lines as "%T A paper", an entry from %0 on; in Refer blank lines part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of
from site_gen.ingest.formats.references.tagged_entries import TaggedEntry, name_of
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_START = re.compile(r"\A\s*(?:%[0A-Z] [^\n]*\n){2}")
_LINE = re.compile(r"%(?P<tag>[0-9A-Z@!#$&()*+<=>?\[\]^~]) (?P<value>.*)")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("T",),
    "book": ("B", "S", "J"),  # the ACL Anthology calls its books a series
    "year": ("D",),
    "abstract": ("X",),
    "doi": ("R",),
    "url": ("U",),
    "pdf": (">",),
    "pages": ("P",),
    "language": ("G",),
    "volume": ("V",),
    "publisher": ("I",),
}
_WHOLE = frozenset(["book", "edited book"])
_OTHERS = {"Z": "notes", "O": "notes"}


def recognise(text: str) -> int:
    """How surely a text is such an export: it begins with tags, and one of them is of a title."""
    head = text[:4_000].lstrip("\ufeff")
    return 98 if _START.match(head) and "%T " in head and ("%A " in head or "%0 " in head) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry that is a paper."""
    return reading_of(document, ENDNOTE, [_entry(each) for each in _entries(document)], problems)


def _entries(document: Document) -> Iterator[TaggedEntry]:
    """The entries; a line without a tag goes on with the value above it."""
    entry: TaggedEntry | None = None
    for number, line in enumerate(document.text.split("\n"), start=1):
        match, place = _LINE.fullmatch(line.strip("\ufeff\r")), document.place(number)
        if match and (entry is None or match["tag"] == "0"):
            if entry:
                yield entry
            entry = TaggedEntry("", place)
        if match and match["tag"] == "0" and entry:
            entry.kind = match["value"].strip().lower()
        elif match and entry:
            entry.add(match["tag"], match["value"], place)
        elif entry and not line.strip() and not entry.kind:  # Refer parts its entries by blank lines
            yield entry
            entry = None
        elif entry:
            entry.go_on(line, "\n")
    if entry and entry.values:
        yield entry


def _entry(tags: TaggedEntry) -> ReferenceEntry:
    texts = {name: fact for name, of in _TEXTS.items() if (fact := tags.first(*of))}
    words = (word for fact in tags.keywords("K") for word in fact.value.split("\n"))
    place = tags.first("K")
    return ReferenceEntry(
        place=tags.place,
        key="",
        texts=texts | tags.numbers("@"),
        authors=[name_of(fact) for fact in tags.all("A")],
        editors=[name_of(fact) for fact in tags.all("E", "Y")],
        keywords=[Fact(word, place.place) for word in words if word] if place else [],
        others={name: tags.all(tag)[0].value for tag, name in _OTHERS.items() if tags.all(tag)},
        is_whole=tags.kind in _WHOLE,
    )


ENDNOTE = SourceFormat(
    name="endnote", title="EndNote", recognise=recognise, read=read, is_published=True, is_ordered=False
)
