"""BibTeX: every entry that is a paper, with its accents decoded; a broken entry is a located problem."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)

from site_gen.conference import Volume
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import read_paragraphs
from site_gen.ingest.formats.bibtex.names import Bylines
from site_gen.ingest.formats.bibtex.values import Macros, field_value, say_the_same
from site_gen.ingest.reading.columns.verdicts import says_withdrawn
from site_gen.ingest.reading.metadata.books import (
    OF_BOOK,
    Book,
    editors_fact,
    proceedings_of,
    volumes_of,
    without_books,
)
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.metadata.licences import licence_of
from site_gen.ingest.reading.metadata.links import LINK_FIELDS, link_field, links_fact
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.texts.latex import plain_address, unicode_text, without_entities
from site_gen.ingest.records import Document, Fact, PaperRecord, PaperStatus, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

_KNOWN_TYPES = (
    "inproceedings|conference|article|incollection|inbook|book|booklet|misc|techreport|phdthesis|mastersthesis"
    "|unpublished|manual|proceedings|string|online|thesis|report|dataset|software|preamble|comment|collection"
)
_ENTRY_START = re.compile(rf"^[ \t]*@(?:{_KNOWN_TYPES})\s*[{{(]", re.IGNORECASE | re.MULTILINE)
_ANY_ENTRY = re.compile(r"^[ \t]*@[a-z]+\s*[{(]\s*[^\s,{}()=]+\s*,\s*\w+\s*=", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*[\w-]+\s*=\s*[\"{\w]|,\s*[\w-]+\s*=\s*[\"{\w]", re.MULTILINE)
_VOLUMES = frozenset(["proceedings", "collection", "mvproceedings", "book"])
_READ = frozenset(
    ["title", "author", "abstract", "pages", "doi", "keywords", "keyword", "copyright", "license", "licence",
     "rights", "language", "langid", "crossref", "year", "date", "booktitle", "editor", *OF_BOOK,
     *LINK_FIELDS]
)  # fmt: skip
# How a program sorts, dates and keeps an entry, and what says again when and how long.
_PLUMBING = re.compile(
    r"(?:month|day|key|label|options|numpages|pagetotal|articleno|urldate|timestamp|file|ids|bibsource|biburl"
    r"|groups|added-at|(?:inter|intra)hash|date-(?:added|modified)|creationdate|modificationdate|bdsk-.*|_.*)"
)
_YEAR = re.compile(r"((?:19|20)\d\d)(?:-\d\d.*)?")


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry: its type, key and place, and the raw text of its fields with their places."""

    kind: str
    key: str
    place: Place
    fields: Mapping[str, Fact[str]]


def recognise(text: str) -> int:
    """How surely a text is BibTeX: an entry begins on a line of its own and has a field."""
    head = text[:400_000]
    if _ANY_ENTRY.search(head):
        return 100
    start = _ENTRY_START.search(head)
    return 90 if start and _FIELD.search(head, start.end(), start.end() + 2000) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every entry that is a paper; entries of a whole volume give facts of the edition."""
    items = _inherit(list(_items(document, problems)), problems)
    own = [item for item in items if item.kind not in _VOLUMES]
    people = [field for item in items for name in ("author", "editor") if (field := item.fields.get(name))]
    bylines = Bylines(field.value for field in people)
    bylines.report_doubtful(people, problems)
    books = [_book(item, bylines, "booktitle") for item in own]
    volumes = volumes_of(books, problems)
    papers = [
        _in_volume(_paper(document, item, bylines, problems), volume)
        for item, volume in zip(own, volumes, strict=True)
    ]
    wholes = [_book(item, bylines, "title", "booktitle") for item in items if item.kind in _VOLUMES]
    proceedings = proceedings_of(wholes, [_book(item, bylines, "booktitle") for item in items], problems)
    return Reading(
        document=document,
        format=BIBTEX,
        papers=tuple(papers),
        edition=_edition(items, problems),
        proceedings=without_books(proceedings) if any(volumes) else proceedings,
        volumes=tuple(dict.fromkeys(filter(None, volumes))),
        not_taken=Counter(name for item in items for name in item.fields if not _is_known(item, name)),
    )


def _is_known(item: _Item, name: str) -> bool:
    """Whether a field is read, or is nothing that a reader would miss."""
    is_status = name == "note" and _status(item) is not None
    is_link = bool(link_field(name)) and "//" in item.fields[name].value
    return is_status or is_link or name in _READ or _PLUMBING.fullmatch(name) is not None


def _book(item: _Item, bylines: Bylines, *titles: str) -> Book:
    """What an entry says of the book that it is, or that it is in; one of these fields is the title."""
    known = ((name, _line(item.fields.get(name))) for name in OF_BOOK)
    title = next((found for name in titles if (found := _line(item.fields.get(name)))), None)
    editor = item.fields.get("editor")
    return Book(
        {name: fact for name, fact in (("title", title), *known) if fact},
        editors_fact(bylines.names(editor.value, editor.place.line), editor.place) if editor else None,
    )


def _in_volume(paper: PaperRecord, volume: Fact[Volume] | None) -> PaperRecord:
    return replace(paper, volume=Fact(volume.value.id, paper.place)) if volume else paper


def _items(document: Document, problems: ProblemLog) -> Iterator[_Item]:
    """The entries of a file in its order; what cannot be read is reported."""
    # The library logs what it skips; the same is told here as problems, with places.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    library = parse_string(document.text, parse_stack=[])
    macros = Macros.of({string.key.lower(): string.value for string in library.strings})
    for block in library.blocks:
        entry = _report(document, block, problems) if isinstance(block, ParsingFailedBlock) else block
        if isinstance(entry, Entry):
            yield _item(document, entry, macros, problems)


def _report(document: Document, block: ParsingFailedBlock, problems: ProblemLog) -> Entry | None:
    """Report a block that breaks the rules; its entry, where it could be read nevertheless."""
    place = document.place((block.start_line or 0) + 1)
    found = block.ignore_error_block
    if isinstance(block, DuplicateBlockKeyBlock) and say_the_same(block.previous_block, found):
        return found if isinstance(found, Entry) else None  # it stands twice, as when exports are joined
    if isinstance(block, DuplicateBlockKeyBlock):
        kind = "macro" if isinstance(found, String) else "key"
        first = (block.previous_block.start_line or 0) + 1
        what = f"the {kind} '{block.key}' stands in line {first} already"
        problems.error("duplicate-key", what, place, hint="give each entry a key of its own")
    elif isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        problems.error(
            "duplicate-field", f"this entry has two fields '{names}'", place, hint="keep one of them"
        )
    else:
        reason = squeeze(str(getattr(block.error, "abort_reason", block.error)))
        excerpt = squeeze((block.raw or "")[:60])
        hint = "close its braces and quotes"
        problems.error("broken-entry", f"this entry cannot be read: {reason}", place, hint, excerpt)
    return found if isinstance(found, Entry) else None


def _item(document: Document, entry: Entry, macros: Macros, problems: ProblemLog) -> _Item:
    fields: dict[str, Fact[str]] = {}
    for field in entry.fields:
        place = document.place(field.start_line + 1)
        value = field_value(str(field.value), macros, place, problems)
        if value.strip():
            fields.setdefault(field.key.lower(), Fact(value, place))
    place = document.place((entry.start_line or 0) + 1)
    return _Item(entry.entry_type.lower(), entry.key, place, fields)


def _inherit(items: list[_Item], problems: ProblemLog) -> list[_Item]:
    """The items, with what an entry lacks taken from the one that its crossref names."""
    by_key = {item.key.lower(): item for item in reversed(items)}
    return [_with_parent(item, by_key, problems) for item in items]


def _with_parent(item: _Item, by_key: Mapping[str, _Item], problems: ProblemLog) -> _Item:
    crossref = item.fields.get("crossref")
    if crossref is None:
        return item
    parent = by_key.get(squeeze(crossref.value).lower())
    if parent is None or parent is item:
        problems.warning("unknown-entry", f"no entry '{squeeze(crossref.value)}'", crossref.place)
        return item
    inherited = {key: parent.fields[key] for key in ("booktitle", "year", "volume") if key in parent.fields}
    if "booktitle" not in inherited and "title" in parent.fields:
        inherited["booktitle"] = parent.fields["title"]
    return _Item(item.kind, item.key, item.place, {**inherited, **item.fields})


def _source_id(item: _Item) -> Fact[str] | None:
    """What the file calls the paper; DBLP's keys are the same everywhere."""
    key = item.key[5:] if item.key.startswith("DBLP:") else ""
    return Fact(f"dblp:{key}" if key else f"bibtex:{item.key}", item.place) if item.key else None


def _paper(document: Document, item: _Item, bylines: Bylines, problems: ProblemLog) -> PaperRecord:
    fields = item.fields
    author = fields.get("author")
    paper = PaperRecord(
        place=item.place,
        title=_line(fields.get("title")),
        authors=authors_fact(document, bylines.names(author.value, author.place.line), problems)
        if author
        else None,
        abstract=_abstract(fields.get("abstract")),
        links=links_fact(fields, problems),
        pages=identifier_fact(PageRange, _line(fields.get("pages")), problems),
        doi=identifier_fact(Doi, _address(fields.get("doi")), problems),
        keywords=_keywords(fields.get("keywords") or fields.get("keyword")),
        licence=_licence(fields),
        source_id=_source_id(item),
        language=language_fact(fields.get("language") or fields.get("langid")),
        status=_status(item),
    )
    if paper.title is None:
        problems.warning("no-title", f"the entry '{item.key}' has no title", item.place)
    if paper.authors is None:
        problems.warning("no-authors", f"the entry '{item.key}' names no author", item.place)
    return paper


def _status(item: _Item) -> Fact[PaperStatus] | None:
    note = _line(item.fields.get("note"))
    return Fact("withdrawn", note.place) if note and says_withdrawn(note.value) else None


def _line(field: Fact[str] | None) -> Fact[str] | None:
    text = squeeze(unicode_text(field.value)) if field else ""
    return Fact(text, field.place) if field and text else None


def _abstract(field: Fact[str] | None) -> Fact[str] | None:
    text = read_paragraphs(unicode_text(field.value)) if field else ""
    return Fact(text, field.place) if field and text else None


def _address(field: Fact[str] | None) -> Fact[str] | None:
    return Fact(plain_address(field.value), field.place) if field else None


def _keywords(field: Fact[str] | None) -> Fact[tuple[str, ...]] | None:
    if field is None:
        return None
    words = [squeeze(unicode_text(word)) for word in re.split("[,;]", without_entities(field.value))]
    keywords = tuple(dict.fromkeys(word for word in words if word))
    return Fact(keywords, field.place) if keywords else None


def _licence(fields: Mapping[str, Fact[str]]) -> Fact[str] | None:
    """What `copyright` or a field like it says, where that is a licence."""
    for name in ("copyright", "license", "licence", "rights"):
        field = fields.get(name)
        found = licence_of(unicode_text(plain_address(field.value))) if field else None
        if field and found:
            return Fact(found, field.place)
    return None


def _edition(items: list[_Item], problems: ProblemLog) -> Fact[str] | None:
    """The year of all entries, or of two thirds of them; None where no year is so common.

    An entry of another year than most is told.
    """
    years = [year for item in items if (year := _year(item))]
    counts = Counter(year.value for year in years)
    usual, count = next(iter(counts.most_common(1)), ("", 0))
    if 2 * count <= len(years):
        return None
    for year in years:
        if year.value != usual:
            what = f"this entry is of {year.value}, most others are of {usual}"
            hint = "mend its year, or move the entry to the file of its edition"
            problems.warning("wrong-year", what, year.place, hint)
    return next(year for year in years if year.value == usual) if 3 * count >= 2 * len(years) else None


def _year(item: _Item) -> Fact[str] | None:
    field = item.fields.get("year") or item.fields.get("date")
    match = _YEAR.fullmatch(squeeze(unicode_text(field.value))) if field else None
    return Fact(match[1], field.place) if field and match else None


BIBTEX = SourceFormat(
    name="bibtex", title="BibTeX", recognise=recognise, read=read,
    is_published=True, is_ordered=False, has_own_keys=True,
)  # fmt: skip
