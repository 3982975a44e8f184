"""RIS (EndNote, Zotero, Scopus): tagged lines as "TI  - A paper", an entry from TY to ER."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of
from site_gen.ingest.formats.references.tagged_entries import TaggedEntry, name_of
from site_gen.ingest.reading.columns.verdicts import says_withdrawn
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)")
_OTHERS = frozenset(
    ["ELEC", "WEB", "BLOG", "ICOMM", "PCOMM", "MAP", "MUSIC", "SOUND", "VIDEO", "ADVS", "ART", "PAT", "STAT",
     "BILL", "CASE", "HEAR", "LEGAL"]
)  # fmt: skip
_START = re.compile(r"\s*(?:[^\n]{0,200}\n){0,20}?TY  ?- [A-Z]{2,8}\s*\n")
_VOLUMES = frozenset(["CONFPROC", "BOOK", "EDBOOK"])
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"),
    "book": ("T2", "BT", "C3"),
    "year": ("PY", "Y1", "DA"),
    "abstract": ("AB", "N2"),
    "doi": ("DO",),
    "url": ("UR",),
    "language": ("LA",),
    "volume": ("VL",),
    "publisher": ("PB",),
}
_AUTHORS, _EDITORS, _PAGES, _FILES = ("AU", "A1"), ("ED", "A2"), ("SP", "EP"), ("L1", "L2", "LK")
# What else says where and when a paper was published, and what the program that exported it noted.
_PLUMBING = frozenset(
    ["T3", "JO", "JF", "JA", "J2", "C1", "C2", "CY", "Y2", "IS", "PP", "ID", "DB", "DP", "M1", "M3", "U1",
     "U2", "AN", "CN", "ET", "ST", "TA", "TT", "LB", "SE"]
)  # fmt: skip
_NOTES = {"N1": "notes", "RN": "research notes"}
_READ = {tag for tags in _TEXTS.values() for tag in tags} | _PLUMBING
_READ |= {"TY", "ER", "KW", "SN", *_AUTHORS, *_EDITORS, *_PAGES, *_FILES}
_OF_VOLUME = re.compile(r"(volume-(?:id|doi)): (\S+)")  # in the fields that RIS leaves to each program


def recognise(text: str) -> int:
    """How surely a text is RIS: its first entry begins with its type."""
    return 98 if _START.match(text[:6_000]) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry that is a paper."""
    return reading_of(document, RIS, [_entry(each) for each in _tags(document, problems)], problems)


def _tags(document: Document, problems: ProblemLog) -> Iterator[TaggedEntry]:
    """The entries; a line without a tag goes on with the value above it."""
    entry: TaggedEntry | None = None
    for number, line in enumerate(document.text.split("\n"), start=1):
        match, place = _LINE.fullmatch(line.strip("\ufeff")), document.place(number)
        if match and match["tag"] == "TY":
            if entry:
                _report_open(entry, problems)
                yield entry
            entry = TaggedEntry(match["value"].strip(), place)
        elif match and match["tag"] == "ER":
            if entry:
                yield entry
            entry = None
        elif match and entry:
            entry.add(match["tag"], match["value"], place)
        elif entry:
            entry.go_on(line, "\n")
    if entry:
        _report_open(entry, problems)
        yield entry


def _report_open(entry: TaggedEntry, problems: ProblemLog) -> None:
    what = "this entry is not closed by a line 'ER  -'"
    problems.error("broken-entry", what, entry.place, "export the file again")


def _entry(tags: TaggedEntry) -> ReferenceEntry:
    found = {name: fact for name, of in _TEXTS.items() if (fact := tags.first(*of))}
    files = (fact for fact in tags.all(*_FILES) if fact.value.startswith("http"))
    numbers = tags.numbers("SN")
    key = tags.first("ID")
    note = next((fact for fact in tags.all("N1") if says_withdrawn(fact.value)), None)
    stated = ((_OF_VOLUME.fullmatch(fact.value), fact.place) for fact in tags.all("U1", "U2"))
    of_volume = {match[1]: Fact(match[2], place) for match, place in stated if match}
    further = {
        "pdf": next(files, None),
        "pages": tags.pages("SP", "EP"),
        "note": note,
        **numbers,
        **of_volume,
    }
    return ReferenceEntry(
        place=tags.place,
        key=key.value if key else "",
        texts=found | {name: fact for name, fact in further.items() if fact},
        authors=[name_of(fact) for fact in tags.all(*_AUTHORS)],
        editors=[name_of(fact) for fact in tags.all(*_EDITORS)],
        keywords=list(tags.keywords("KW")),
        others={
            _NOTES.get(tag, f"field {tag}"): facts[0].value
            for tag, facts in sorted(tags.values.items())
            if tag not in _READ and facts and not (tag == "N1" and note)
        },
        is_whole=tags.kind in _VOLUMES,
        is_other=tags.kind if tags.kind in _OTHERS else "",
    )


RIS = SourceFormat(
    name="ris", title="RIS", recognise=recognise, read=read, is_published=True, is_ordered=False
)
