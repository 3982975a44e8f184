"""What the records of proceedings in DBLP's XML say: of the one volume, or of each of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Editor, Volume
from site_gen.conference.identifiers import Doi, Isbn
from site_gen.ingest.formats.dblp.publications import Publication, doi_of
from site_gen.ingest.reading.metadata.books import editors_fact
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.ingest.records import Fact, ProceedingsRecord
from site_gen.problems import ProblemLog
from site_gen.text import slug, squeeze

_EDITORSHIPS = frozenset(["Editorship", "Books and Theses"])


def proceedings_of(records: Sequence[Publication], problems: ProblemLog) -> ProceedingsRecord:
    """What the one volume says of itself; of several nothing holds for all."""
    if len(records) != 1:
        return ProceedingsRecord()
    (only,) = records
    return ProceedingsRecord(
        proceedings=_line(only, "title"),
        publisher=_line(only, "publisher"),
        isbn=identifier_fact(Isbn, only.texts.get("isbn"), problems),
        editors=_editors(only),
    )


def found_books(hits: Iterable[Publication]) -> list[Publication]:
    """The books among what a search found; whom it names as their authors edited them."""
    books = [each for each in hits if _type(each) in _EDITORSHIPS]
    return [replace(each, authors=(), editors=each.editors or each.authors) for each in books]


def found_papers(hits: Iterable[Publication]) -> list[Publication]:
    """The papers among what a search found."""
    return [each for each in hits if _type(each) not in _EDITORSHIPS]


def books_not_taken(books: Sequence[Publication]) -> dict[str, int]:
    """The books of a search that found several: no paper says which one it is in."""
    return {"volumes": len(books)} if len(books) > 1 else {}


def _type(record: Publication) -> str:
    return record.texts["type"].value if "type" in record.texts else ""


def volumes_of(records: Sequence[Publication], problems: ProblemLog) -> Mapping[str, Fact[Volume]]:
    """The volumes by the keys of their records, where there are several with a title."""
    titled = [each for each in records if each.key and "title" in each.texts]
    ends = Counter(map(_end_of_key, titled))
    found = {}
    for each in titled:
        end = _end_of_key(each)
        found[each.key] = _volume(each, end if ends[end] == 1 else slug(each.key), problems)
    return found if len(found) > 1 else {}


def _end_of_key(record: Publication) -> str:
    """What a volume is called, unless another one is: "2025-1" of conf/tides/2025-1."""
    return slug(record.key.rpartition("/")[2]) or slug(record.key)


def _volume(record: Publication, own_id: str, problems: ProblemLog) -> Fact[Volume]:
    title, publisher, number = (_line(record, name) for name in ("title", "publisher", "volume"))
    isbn = identifier_fact(Isbn, record.texts.get("isbn"), problems)
    doi = identifier_fact(Doi, doi_of(record), problems)
    editors = _editors(record)
    made = Volume(
        id=own_id,
        title=title.value if title else "",
        number=number.value if number else None,
        editors=editors.value if editors else (),
        isbn=isbn.value if isbn else None,
        doi=doi.value if doi else None,
        publisher=publisher.value if publisher else None,
    )
    return Fact(made, record.place)


def _editors(record: Publication) -> Fact[tuple[Editor, ...]] | None:
    names = [PrintedName(squeeze(without_tags(each.value)), each.place.line) for each in record.editors]
    return editors_fact(names, record.place)


def _line(record: Publication, name: str) -> Fact[str] | None:
    fact = record.texts.get(name)
    text = squeeze(without_tags(fact.value)).removesuffix(".") if fact else ""
    return Fact(text, fact.place) if fact and text else None
