"""What the search of DBLP gives in JSON (https://dblp.org/search/publ/api?format=json)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.formats.dblp.publications import Publication
from site_gen.ingest.formats.dblp.volumes import books_not_taken, found_books, found_papers, proceedings_of
from site_gen.ingest.reading.objects.placed_json import JsonObject, plain_text, read_objects
from site_gen.ingest.reading.times.years import usual_year, year_in
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_HITS = re.compile(r'"hits"\s*:\s*\{')


def recognise(text: str) -> int:
    """How surely a text is such an answer."""
    head = text[:20_000]
    is_answer = head.lstrip().startswith("{") and _HITS.search(head) and '"info"' in head
    return 98 if is_answer and '"authors"' in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every hit that is a paper."""
    hits = [_publication(info) for root in read_objects(document, "", problems) for info in _infos(root)]
    found, books = found_papers(hits), found_books(hits)
    return Reading(
        document=document,
        format=DBLP_JSON,
        papers=tuple(each.paper(document, problems) for each in found),
        edition=usual_year(year_in(each.texts.get("year")) for each in found),
        proceedings=proceedings_of(books, problems),
        not_taken=books_not_taken(books),
    )


def _infos(root: JsonObject) -> Iterator[JsonObject]:
    result = root.object("result") or root
    hits = result.object("hits")
    for hit in hits.objects("hit") if hits else ():
        info = hit.object("info")
        if info:
            yield info


def _publication(info: JsonObject) -> Publication:
    offsets = info.offsets
    texts = {
        key: Fact(text, info.text.place(offsets[key]))
        for key, value in info.members.items()
        if (text := plain_text(value).strip())
    }
    addresses = info.members.get("ee")
    listed = addresses if isinstance(addresses, list) else [addresses]
    return Publication(
        place=info.place,
        texts=texts,
        authors=list(_authors(info)),
        addresses=[Fact(text, info.place) for each in listed if (text := plain_text(each).strip())],
        key=info.text_of("key").strip(),
    )


def _authors(info: JsonObject) -> Iterator[Fact[str]]:
    """The authors: one, or a list of them, each a text or an object with its text."""
    authors = info.members.get("authors")
    held = authors.get("author") if isinstance(authors, dict) else authors
    place = info.text.place(info.offsets["authors"]) if authors else info.place
    for author in held if isinstance(held, list) else [held]:
        name = plain_text(author.get("text") if isinstance(author, dict) else author)
        if name:
            yield Fact(name, place)


DBLP_JSON = SourceFormat(
    name="dblp-json", title="search of DBLP in JSON", recognise=recognise, read=read,
    is_published=True, is_ordered=False,
)  # fmt: skip
