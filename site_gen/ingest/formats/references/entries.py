"""An entry of a bibliography in the names that these formats share, and what all entries give."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace

from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import PrivateValues, kind_of_column
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
from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.objects.placed_json import JsonObject, texts_in
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.texts.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.times.years import usual_year, year_in
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

# Crossref has it in the abstract, and so have all that ask Crossref.
_HEADING = re.compile(r"<(?:jats:)?title>\s*(?:abstract|summary)[.:]?\s*</(?:jats:)?title>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """An entry, which its file calls by `key`; that may be empty.

    `texts` are title, book, year, abstract, doi, url, paper (its own page), pdf, pages, language, note and
    those of `OF_BOOK`, as far as it has them; `others` is what else it says, by the names of its format;
    `is_whole` holds where it is a book itself, `is_other` names what is neither: "webpage".
    """

    place: Place
    key: str
    texts: Mapping[str, Fact[str]]
    authors: Sequence[PrintedName] = ()
    editors: Sequence[PrintedName] = ()
    keywords: Sequence[Fact[str]] = ()
    others: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = False
    is_other: str = ""


def reading_of(
    document: Document, of: SourceFormat, entries: Sequence[ReferenceEntry], problems: ProblemLog
) -> Reading:
    """The papers of a bibliography, its year, and the book or the books that they are in."""
    reader = _Reader(document, problems)
    papers = [each for each in entries if not (each.is_whole or each.is_other)]
    for each in entries:
        if each.is_other:
            reader.private.leave(f"entries of type {each.is_other}")
    books = [reader.book(each, "book") for each in papers]
    volumes = volumes_of(books, problems)
    proceedings = proceedings_of(
        [reader.book(each, "title") for each in entries if each.is_whole], books, problems
    )
    records = [
        replace(reader.paper(entry), volume=Fact(volume.value.id, volume.place) if volume else None)
        for entry, volume in zip(papers, volumes, strict=True)
    ]
    return Reading(
        document=document,
        format=of,
        papers=tuple(records),
        edition=usual_year(year_in(entry.texts.get("year")) for entry in papers),
        proceedings=without_books(proceedings) if any(volumes) else proceedings,
        volumes=tuple(dict.fromkeys(filter(None, volumes))),
        not_imported=reader.private.counts,
        not_taken=reader.private.not_taken,
    )


def unread(item: JsonObject, known: Collection[str]) -> dict[str, str]:
    """What else an item says, by its keys; `known` are those that are read, or that nobody would miss."""
    return {
        key: " ".join(texts_in(value))
        for key, value in item.members.items()
        if key not in known and value not in (None, "", [], {})
    }


def _abstract_of(text: str) -> str:
    """An abstract without the heading that says that it is one."""
    return markdown_of(_HEADING.sub("", text))


@dataclass(slots=True)
class _Reader:
    """Reads the entries of a document; counts what it leaves out."""

    document: Document
    problems: ProblemLog
    private: PrivateValues = field(default_factory=PrivateValues)

    def paper(self, entry: ReferenceEntry) -> PaperRecord:
        for name, text in entry.others.items():
            self.private.cell(kind_of_column(column_name(name)), name, text)
        texts, note = entry.texts, entry.texts.get("note")
        fields = {name: texts[name] for name in ("doi", "url", "paper", "pdf") if name in texts}
        return PaperRecord(
            place=entry.place,
            title=self._text(texts.get("title"), without_tags, self.private.line),
            authors=authors_fact(self.document, entry.authors, self.problems) if entry.authors else None,
            abstract=self._text(texts.get("abstract"), _abstract_of, self.private.paragraphs),
            links=links_fact(fields, self.problems),
            pages=identifier_fact(PageRange, texts.get("pages"), self.problems),
            doi=identifier_fact(Doi, texts.get("doi"), self.problems),
            keywords=self._keywords(entry.keywords),
            licence=self._licence(texts.get("licence")),
            language=language_fact(texts.get("language")),
            status=Fact("withdrawn", note.place) if note and says_withdrawn(note.value) else None,
            submission=Fact(entry.key, entry.place) if entry.key else None,
        )

    def book(self, entry: ReferenceEntry, title: str) -> Book:
        """The book that an entry is, or is in; the text of this name is its title."""
        named = {"title": entry.texts.get(title), **{name: entry.texts.get(name) for name in OF_BOOK}}
        known = {
            name: Fact(squeeze(without_tags(fact.value)), fact.place) for name, fact in named.items() if fact
        }
        return Book(known, editors_fact(entry.editors, entry.place))

    def _text(
        self,
        fact: Fact[str] | None,
        plain: Callable[[str], str],
        read: Callable[[str, Place], Fact[str] | None],
    ) -> Fact[str] | None:
        return read(plain(fact.value), fact.place) if fact else None

    def _licence(self, fact: Fact[str] | None) -> Fact[str] | None:
        found = licence_of(fact.value) if fact else None
        return Fact(found, fact.place) if fact and found else None

    def _keywords(self, values: Sequence[Fact[str]]) -> Fact[tuple[str, ...]] | None:
        listed = [squeeze(self.private.without_addresses(fact.value)) for fact in values]
        keywords = tuple(dict.fromkeys(word for word in listed if word))
        return Fact(keywords, values[0].place) if keywords else None
