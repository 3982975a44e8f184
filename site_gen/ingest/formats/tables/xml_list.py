"""Lists of papers, talks or sessions in XML that somebody's own program writes, with any elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.formats.tables.object_list import read_lists
from site_gen.ingest.reading.objects.item_titles import has_titles
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.objects.placed_xml import read_xml
from site_gen.ingest.reading.objects.xml_items import item_of
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.values import replace

_SURE = 60  # what knows its own elements is surer
_XML = re.compile(r"(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s)*+<[A-Za-z]", re.DOTALL)
_OF_PAGES = frozenset(["html", "body", "div", "p", "table", "ul", "svg", "rss", "feed"])


def recognise(text: str) -> int:
    """How surely a text is XML with objects that have titles, and no page, picture or news."""
    root = read_xml(Document("", text), ProblemLog()) if _XML.match(text) else None
    if root is None or not _OF_PAGES.isdisjoint([root.name.lower(), *(each.name for each in root.children)]):
        return 0
    return _SURE if any(has_titles(items) for items in _lists(item_of(root))) else 0


def _lists(item: Item) -> Iterator[tuple[Item, ...]]:
    yield from item.inner.values()
    for items in item.inner.values():
        for each in items[:1]:
            yield from _lists(each)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every list of the document that holds entries."""
    root = read_xml(document, problems)
    reading = read_lists(document, item_of(root) if root else None, problems)
    return replace(reading, format=XML_LIST)


XML_LIST = SourceFormat(
    name="xml-list", title="list of objects in XML", recognise=recognise, read=read,
    surest=_SURE, is_ordered=False, is_general=True,
)  # fmt: skip
