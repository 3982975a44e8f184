"""XML of EndNote, which Zotero and others write too: <xml><records><record> with a type and its texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of
from site_gen.ingest.formats.references.tagged_entries import TaggedEntry, name_of
from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_ROOT = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?<xml>\s*<records>\s*<record[\s>]")
_TEXTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "title": (("titles", "title"),),
    "book": (("titles", "secondary-title"), ("periodical", "full-title")),
    "year": (("dates", "year"),),
    "abstract": (("abstract",),),
    "doi": (("electronic-resource-num",),),
    "url": (("urls", "related-urls", "url"),),
    "pages": (("pages",),),
    "language": (("language",),),
    "volume": (("volume",),),
    "publisher": (("publisher",),),
}
_WHOLE = frozenset(["Book", "Edited Book"])
_OTHER = frozenset(
    ["Web Page", "Blog", "Map", "Patent", "Film or Broadcast", "Artwork", "Audiovisual Material"]
)
_OTHERS = {"notes": "notes", "research-notes": "research notes"}


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    return 98 if _ROOT.match(text[:1_000].lstrip("\ufeff")) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every record that is a paper."""
    root = read_xml(document, problems)
    records = root.each("records", "record") if root else ()
    return reading_of(document, ENDNOTE_XML, [_entry(each) for each in records], problems)


def _facts(element: XmlElement, *path: str) -> list[Fact[str]]:
    """The texts of the elements at the end of a path; a text may be parted into styles."""
    found = (Fact(_text(each).strip(), each.place) for each in element.each(*path))
    return [fact for fact in found if fact.value]


def _text(element: XmlElement) -> str:
    return "".join(part if isinstance(part, str) else _text(part) for part in element.parts)


def _entry(record: XmlElement) -> ReferenceEntry:
    named = {
        name: next(chain.from_iterable(_facts(record, *path) for path in paths), None)
        for name, paths in _TEXTS.items()
    }
    texts = {name: fact for name, fact in named.items() if fact}
    if "title" in texts:
        texts["title"] = Fact(squeeze(texts["title"].value), texts["title"].place)
    tags = TaggedEntry("", record.place, {"SN": _facts(record, "isbn")})
    kind = next((each.attributes.get("name", "") for each in record.all("ref-type")), "")
    return ReferenceEntry(
        place=record.place,
        key="",
        texts=texts | tags.numbers("SN"),
        authors=[name_of(fact) for fact in _facts(record, "contributors", "authors", "author")],
        editors=[name_of(fact) for fact in _facts(record, "contributors", "secondary-authors", "author")],
        keywords=_facts(record, "keywords", "keyword"),
        others={name: found[0].value for own, name in _OTHERS.items() if (found := _facts(record, own))},
        is_whole=kind in _WHOLE,
        is_other=kind if kind in _OTHER else "",
    )


ENDNOTE_XML = SourceFormat(
    name="endnote-xml", title="XML of EndNote", recognise=recognise, read=read,
    is_published=True, is_ordered=False,
)  # fmt: skip
