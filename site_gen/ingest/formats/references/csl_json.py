"""CSL-JSON (Zotero, pandoc, our own `.csl.json`): a list of items of the Citation Style Language, 1.0.2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of, unread
from site_gen.ingest.reading.columns.verdicts import says_withdrawn
from site_gen.ingest.reading.objects.placed_json import JsonObject, listed, plain_text, read_objects, texts_in
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_TYPES = frozenset(
    ["article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset",
     "document", "manuscript", "paper-conference", "report", "review", "software", "speech", "thesis"]
)  # fmt: skip
_HEAD = re.compile(r"\s*\[\s*\{")
_TYPE = re.compile(r'"type"\s*:\s*"([a-z-]+)"')
_MARK = re.compile(r'"(?:issued|container-title|author)"\s*:\s*[\[{"]')
_TEXTS = {
    "title": "title", "book": "container-title", "abstract": "abstract", "doi": "DOI", "paper": "URL",
    "pages": "page", "language": "language", "volume": "volume", "isbn": "ISBN", "issn": "ISSN",
    "publisher": "publisher",
}  # fmt: skip
_WHOLES = frozenset(["book"])
# When and where a paper was published, what the event was called, and what the program noted that wrote it.
_PLUMBING = frozenset(
    ["id", "type", "citation-key", "accessed", "source", "issue", "collection-title", "collection-number",
     "event", "event-title", "event-place", "event-date", "publisher-place", "number-of-pages", "submitted",
     "title-short", "container-title-short", "call-number", "archive", "archive_location", "number", "genre",
     "journalAbbreviation", "shortTitle", "categories", "system_id", "custom", "license", "section"]
)  # fmt: skip


def recognise(text: str) -> int:
    """How surely a text is CSL-JSON: a list of objects with a type of it, and people, a book or a day."""
    head = text[:6_000]
    kinds = _TYPE.findall(head) if _HEAD.match(head) else []
    return 97 if not _TYPES.isdisjoint(kinds) and _MARK.search(head) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every item that is a paper."""
    items = read_objects(document, "", problems)
    return reading_of(document, CSL_JSON, [_entry(item) for item in items], problems)


def _entry(item: JsonObject) -> ReferenceEntry:
    named = {name: item.text_of(key) for name, key in _TEXTS.items()}
    year = _year(item)
    known = {name: Fact(text, item.place_of(_TEXTS[name])) for name, text in named.items() if text.strip()}
    custom = item.object("custom")
    for name in ("volume-id", "volume-doi"):
        if custom and (text := custom.text_of(name)):
            known[name] = Fact(text, custom.place_of(name))
    note = item.text_of("note")
    if says_withdrawn(note):
        known["note"] = Fact(note, item.place_of("note"))
    words = item.text_of("keyword")
    kind = item.text_of("type")
    read_keys = {*_TEXTS.values(), "author", "editor", "issued", "keyword"} | _PLUMBING
    read_keys |= {"note"} & known.keys()
    return ReferenceEntry(
        place=item.place,
        key=item.text_of("id"),
        texts=known | ({"year": Fact(year, item.place_of("issued"))} if year else {}),
        authors=list(_names(item, "author")),
        editors=list(_names(item, "editor")),
        keywords=[Fact(word, item.place_of("keyword")) for word in re.split(r"[,;]", words) if word.strip()],
        others=unread(item, read_keys),
        is_whole=kind in _WHOLES and not named["book"],
        is_other="" if kind in _TYPES or kind in _WHOLES else kind,
    )


def _year(item: JsonObject) -> str:
    """The year in which it was issued, of {"date-parts": [[2023, 5]]}, {"raw": "2023"} or "2023-05"."""
    return next((text for text in texts_in(item.members.get("issued")) if re.search(r"\d{4}", text)), "")


def _names(item: JsonObject, key: str) -> Iterator[PrintedName]:
    line = item.place_of(key).line
    for each in listed(item.members.get(key)):
        if isinstance(each, dict):
            yield _name({part: squeeze(plain_text(text)) for part, text in each.items()}, line)
        elif isinstance(each, str):
            yield PrintedName(squeeze(each), line)


def _name(parts: Mapping[str, str], line: int) -> PrintedName:
    """A name of its parts; a literal is a body, or a person's name that nobody takes apart."""
    whole = parts.get("literal", "") or parts.get("name", "")
    if whole or not (parts.get("family") and parts.get("given")):
        name = whole or parts.get("family", "") or parts.get("given", "")
        return PrintedName(name, line, family=name if " " in name else None)
    before = (parts.get("dropping-particle", ""), parts.get("non-dropping-particle", ""))
    shown = one_name(parts["given"], squeeze(" ".join((*before, parts["family"]))), line)
    suffix = parts.get("suffix", "")
    family = shown.family or (shown.name.split()[-1] if suffix else None)
    return PrintedName(squeeze(f"{shown.name} {suffix}"), line, family=family)


CSL_JSON = SourceFormat(
    name="csl-json", title="CSL-JSON", recognise=recognise, read=read, is_published=True, is_ordered=False
)
