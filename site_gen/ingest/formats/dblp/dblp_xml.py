"""XML of DBLP: <dblp> with its records, a person's page, or what its search gives (https://dblp.org/xml/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.conference.identifiers import Isbn
from site_gen.ingest.formats.dblp.publications import Publication
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.placed_xml import XmlElement, read_xml
from site_gen.ingest.reading.rich_text import raised_number
from site_gen.ingest.reading.years import usual_year, year_in
from site_gen.ingest.records import Document, Fact, ProceedingsRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:dblp|dblpperson|result)[\s>]",
    re.DOTALL,
)
_PAPERS = frozenset(["inproceedings", "article", "incollection", "informal"])
_EDITORSHIPS = frozenset(["Editorship", "Books and Theses"])


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    head = text[:4_000]
    is_export = _ROOT.match(head) and ("<dblp" in head or "<hits" in head or "dblp" in head.lower())
    return 98 if is_export else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every paper; what is said of the volume belongs to the edition."""
    root = read_xml(document, problems)
    if root is None:
        return Reading(document=document, format=DBLP_XML)
    records = [*_records(root)]
    found = [_publication(each) for each in records if each.name in _PAPERS] + list(_hits(root))
    return Reading(
        document=document,
        format=DBLP_XML,
        papers=tuple(each.paper(document, problems) for each in found),
        edition=usual_year(year_in(each.texts.get("year")) for each in found),
        proceedings=_proceedings([each for each in records if each.name == "proceedings"], problems),
    )


def _records(root: XmlElement) -> Iterator[XmlElement]:
    """The records directly inside, and those that stand in an <r> of their own."""
    for child in root.children:
        yield from child.children if child.name == "r" else [child]


def _hits(root: XmlElement) -> Iterator[Publication]:
    """What a search found."""
    for info in root.each("hits", "hit", "info"):
        kind = info.first("type")
        if kind is None or kind.text.strip() not in _EDITORSHIPS:
            yield _publication(info)


def _publication(element: XmlElement) -> Publication:
    authors = [*element.all("author"), *element.each("authors", "author")]
    texts = {child.name: Fact(whole_text(child).strip(), child.place) for child in reversed(element.children)}
    return Publication(
        place=element.place,
        texts={name: fact for name, fact in texts.items() if fact.value},
        authors=[Fact(whole_text(author), author.place) for author in authors],
        addresses=[Fact(each.text.strip(), each.place) for each in element.all("ee")],
        key=element.attributes.get("key") or (texts["key"].value if "key" in texts else ""),
    )


def whole_text(element: XmlElement) -> str:
    """The text of an element and of all in it: titles hold <i> and <sub>."""
    text = "".join(part if isinstance(part, str) else whole_text(part) for part in element.parts)
    return raised_number(element.name, text) if element.name in ("sub", "sup") else text


def _proceedings(volumes: Sequence[XmlElement], problems: ProblemLog) -> ProceedingsRecord:
    """What the one volume says of itself; of several nothing holds for all."""
    if len(volumes) != 1:
        return ProceedingsRecord()

    def fact(name: str) -> Fact[str] | None:
        found = volumes[0].first(name)
        text = squeeze(whole_text(found)).removesuffix(".") if found else ""
        return Fact(text, found.place) if found and text else None

    return ProceedingsRecord(
        proceedings=fact("title"),
        publisher=fact("publisher"),
        isbn=identifier_fact(Isbn, fact("isbn"), problems),
    )


DBLP_XML = SourceFormat(
    name="dblp-xml", title="XML of DBLP", recognise=recognise, read=read, is_published=True, is_ordered=False
)
