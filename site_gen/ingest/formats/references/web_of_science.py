"""Web of Science: tagged lines as "TI A paper" from PT to ER, or a table with tags as header."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of
from site_gen.ingest.formats.references.tagged_entries import TaggedEntry, name_of
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_TAGGED = re.compile(r"\A\s*(?:FN [^\n]*\n\s*(?:VR [^\n]*\n)?)?\s*PT [A-Z]\s*\n(?:AU|TI|BA|CA|GP) ")
_TABLE = re.compile(r"\A\ufeff?\s*PT\tAU\t(?:[^\n]*\t)?TI\t")
_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI",),
    "book": ("SO", "CT"),
    "year": ("PY",),
    "abstract": ("AB",),
    "doi": ("DI",),
    "language": ("LA",),
    "volume": ("VL",),
    "publisher": ("PU",),
}
# A line of each is a value of its own; in the table they stand between semicolons.
_LISTS = frozenset(["AU", "AF", "BE", "ED", "DE", "ID", "C1", "CA", "GP", "BA", "BF", "C3"])
_OTHERS = {"ID": "keywords of Web of Science", "CA": "group authors", "NR": "references counted"}
_ADDRESS = re.compile(r"\[(?P<names>[^\[\]]+)\]\s*(?P<place>[^\[]*[^\[\s;.])")


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    return 98 if _TAGGED.match(text[:4_000]) or _TABLE.match(text[:4_000]) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry; who works where is told by the addresses with names before them."""
    entries = _rows(document) if _TABLE.match(document.text) else _tagged(document, problems)
    return reading_of(document, WEB_OF_SCIENCE, [_entry(each) for each in entries], problems)


def _tagged(document: Document, problems: ProblemLog) -> Iterator[TaggedEntry]:
    """The entries; an indented line goes on with the tag above it."""
    entry, tag = None, ""
    for number, line in enumerate(document.text.split("\n"), start=1):
        match, place = _LINE.fullmatch(line.strip("\ufeff\r")), document.place(number)
        if match and match["tag"] in ("ER", "PT"):
            if entry:
                yield entry
            entry = TaggedEntry(match["value"] or "", place) if match["tag"] == "PT" else None
        elif entry and (value := (match["value"] or "" if match else line).strip()):
            tag = match["tag"] if match else tag
            held = entry.values.setdefault(tag, [])
            if match or tag in _LISTS or not held:
                held.append(Fact(value, place))
            else:
                held[-1] = Fact(f"{held[-1].value} {value}", held[-1].place)
    if entry:
        what = "this entry is not closed by a line 'ER'"
        problems.error("broken-entry", what, entry.place, "export the file again")
        yield entry


def _rows(document: Document) -> Iterator[TaggedEntry]:
    """The rows of the table, each an entry."""
    header, *rows = document.text.split("\n")
    tags = [tag.strip("\ufeff \r") for tag in header.split("\t")]
    for number, row in enumerate(rows, start=2):
        cells = [cell.strip() for cell in row.split("\t")]
        if not any(cells):
            continue
        place = document.place(number)
        values = {
            tag: [Fact(each, place) for part in _listed(tag, cell) if (each := part.strip())]
            for tag, cell in zip(tags, cells, strict=False)
        }
        yield TaggedEntry(cells[0], place, {tag: facts for tag, facts in values.items() if facts})


def _listed(tag: str, cell: str) -> list[str]:
    if tag == "C1":
        return [match[0] for match in _ADDRESS.finditer(cell)] or [cell]
    return cell.split(";") if tag in _LISTS else [cell]


def _entry(tags: TaggedEntry) -> ReferenceEntry:
    texts = {name: fact for name, of in _TEXTS.items() if (fact := tags.first(*of))}
    pages = tags.pages("BP", "EP") or tags.first("AR")
    further = {"pages": pages, **tags.numbers("SN"), **tags.numbers("BN")}
    return ReferenceEntry(
        place=tags.place,
        key="",
        texts=texts | {name: fact for name, fact in further.items() if fact},
        authors=_authors(tags),
        editors=[name_of(fact) for fact in tags.all("BE", "ED")],
        keywords=list(tags.keywords("DE")),
        others={name: tags.all(tag)[0].value for tag, name in _OTHERS.items() if tags.all(tag)},
    )


def _authors(tags: TaggedEntry) -> list[PrintedName]:
    """The authors by their full names, with the addresses before which they stand."""
    places: dict[str, list[str]] = defaultdict(list)
    for fact in tags.all("C1"):
        for match in _ADDRESS.finditer(fact.value):
            for name in match["names"].split(";"):
                places[squeeze(name)].append(match["place"].strip())
    named = tags.all("AF") or tags.all("AU")
    return [
        replace(name_of(fact), affiliations=tuple(dict.fromkeys(places.get(squeeze(fact.value), ()))))
        for fact in named
    ]


WEB_OF_SCIENCE = SourceFormat(
    name="web-of-science", title="Web of Science", recognise=recognise, read=read,
    is_published=True, is_ordered=False,
)  # fmt: skip
