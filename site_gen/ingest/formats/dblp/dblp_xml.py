"""XML of DBLP: its records, a person's page, what its search gives, or what one submits (dblp.org/xml/)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Volume
from site_gen.ingest.formats.dblp.publications import Publication
from site_gen.ingest.formats.dblp.volumes import (
    books_not_taken,
    found_books,
    found_papers,
    proceedings_of,
    volumes_of,
)
from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.reading.texts.rich_text import raised_number
from site_gen.ingest.reading.times.years import usual_year, year_in
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog

_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*|<!DOCTYPE[^>\[]*>\s*)*+<(?:dblp|dblpperson|dblpsubmission"
    r"|result)[\s>]",
    re.DOTALL,
)
_PAPERS = frozenset(["inproceedings", "article", "incollection", "informal", "publ"])
_HOLDERS = frozenset(["r", "section"])


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    head = text[:4_000]
    is_export = _ROOT.match(head) and ("<dblp" in head or "<hits" in head or "dblp" in head.lower())
    return 98 if is_export else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every paper; what is said of the only volume belongs to the edition."""
    root = read_xml(document, problems)
    if root is None:
        return Reading(document=document, format=DBLP_XML)
    records = [*_records(root)]
    hits = [_publication(info) for info in root.each("hits", "hit", "info")]
    found = [_publication(each) for each in records if each.name in _PAPERS] + found_papers(hits)
    books = [_publication(each) for each in records if each.name == "proceedings"]
    volumes = volumes_of(books, problems)
    return Reading(
        document=document,
        format=DBLP_XML,
        papers=tuple(_in_volume(each.paper(document, problems), each, volumes) for each in found),
        edition=usual_year(year_in(each.texts.get("year")) for each in [*found, *books]),
        proceedings=proceedings_of([*books, *found_books(hits)], problems),
        volumes=tuple(volumes.values()),
        not_taken={**books_not_taken(found_books(hits)), **_others(records)},
    )


def _others(records: Sequence[XmlElement]) -> Counter[str]:
    """What else a file holds than papers and their volumes, by its name: a person, theses."""
    others = (each for each in records if each.name not in {*_PAPERS, "proceedings"})
    return Counter(each.name for each in others if "key" in each.attributes)


def _in_volume(paper: PaperRecord, record: Publication, volumes: Mapping[str, Fact[Volume]]) -> PaperRecord:
    """A paper with the volume whose key it refers to."""
    volume = volumes.get(record.texts["crossref"].value) if "crossref" in record.texts else None
    return replace(paper, volume=Fact(volume.value.id, paper.place)) if volume else paper


def _records(root: XmlElement) -> Iterator[XmlElement]:
    """The records directly inside, those in an <r> of their own, and those of a table of contents."""
    for child in root.children:
        if child.name in _HOLDERS:
            yield from _records(child)
        else:
            yield child
            yield from (each for toc in child.all("toc") for each in _records(toc))


def _publication(element: XmlElement) -> Publication:
    authors = [*element.all("author"), *element.each("authors", "author")]
    texts = {child.name: Fact(whole_text(child).strip(), child.place) for child in reversed(element.children)}
    return Publication(
        place=element.place,
        texts={name: fact for name, fact in texts.items() if fact.value},
        authors=[Fact(whole_text(author), author.place) for author in authors],
        addresses=[Fact(each.text.strip(), each.place) for each in element.all("ee")],
        editors=[Fact(whole_text(each), each.place) for each in element.all("editor")],
        orcids={
            whole_text(author): Fact(orcid, author.place)
            for author in authors
            if (orcid := author.attributes.get("orcid", "").strip())
        },
        key=element.attributes.get("key") or (texts["key"].value if "key" in texts else ""),
    )


def whole_text(element: XmlElement) -> str:
    """The text of an element and of all in it: titles hold <i> and <sub>."""
    text = "".join(part if isinstance(part, str) else whole_text(part) for part in element.parts)
    return raised_number(element.name, text) if element.name in ("sub", "sup") else text


DBLP_XML = SourceFormat(
    name="dblp-xml", title="XML of DBLP", recognise=recognise, read=read, is_published=True, is_ordered=False
)
