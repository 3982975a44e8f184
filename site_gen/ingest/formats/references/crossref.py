"""Crossref: works as its API gives them, a list, the answer to a query, or one; titles stand in lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from site_gen.ingest.formats.references.entries import ReferenceEntry, reading_of, unread
from site_gen.ingest.reading.objects.placed_json import JsonObject, listed, plain_text, read_objects
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.orcids import with_orcid_apart
from site_gen.ingest.records import ConferenceRecord, Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

T = TypeVar("T")

_HEAD = 60_000
_WORK = re.compile(
    r'"message-type"\s*:\s*"work|"(?:is-referenced-by-count|references?-count|content-domain)"\s*:'
    r'|"type"\s*:\s*"(?:proceedings|journal|posted|book)-\w+"'
)
_LISTED = re.compile(r'"title"\s*:\s*\[\s*"')
_TEXTS = {
    "book": "container-title", "doi": "DOI", "pages": "page", "language": "language", "volume": "volume",
    "isbn": "ISBN", "issn": "ISSN", "publisher": "publisher", "abstract": "abstract",
}  # fmt: skip
_DATES = ("published-print", "published-online", "published", "issued")
_WHOLES = frozenset(
    ["book", "proceedings", "proceedings-series", "journal", "journal-issue", "journal-volume", "edited-book",
     "reference-book", "book-series", "book-set"]
)  # fmt: skip
# What the server says of its own doing, and where else a work stands.
_PLUMBING_TEXT = """
type title subtitle author editor event link indexed created deposited score prefix source member resource
reference reference-count references-count is-referenced-by-count content-domain relation issn-type isbn-type
short-container-title original-title short-title subject assertion update-policy alternative-id accepted
published-other journal-issue issue URL publisher-location edition-number
proceedings-subject archive article-number
"""
_KNOWN = frozenset([*_PLUMBING_TEXT.split(), *_TEXTS.values(), *_DATES])


def recognise(text: str) -> int:
    """How surely a text is of Crossref: what only it says of works, whose titles stand in lists."""
    head = text[:_HEAD]
    is_json = head.lstrip()[:1] in ("[", "{")
    return 98 if is_json and _LISTED.search(head) and _WORK.search(head) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every work that is a paper; what all say of their conference is said of the edition."""
    works = list(_works(document, problems))
    reading = reading_of(document, CROSSREF, list(map(_entry, works)), problems)
    conference = ConferenceRecord(
        location=_shared(works, _location),
        first_day=_shared(works, lambda work: _day_of_event(work, "start")),
        last_day=_shared(works, lambda work: _day_of_event(work, "end")),
    )
    return replace(reading, conference=conference)


def _works(document: Document, problems: ProblemLog) -> Iterator[JsonObject]:
    for each in read_objects(document, "items", problems):
        message = each.object("message")
        if message and "items" in message.members:
            yield from message.objects("items")
        else:
            yield message or each


def _entry(work: JsonObject) -> ReferenceEntry:
    texts = {name: fact for name, key in _TEXTS.items() if (fact := _text(work, key))}
    found = {
        "title": _title(work), "year": _year(work), "pdf": _pdf(work), "paper": _page(work),
        "licence": _licence(work), "pages": texts.get("pages") or _text(work, "article-number"),
    }  # fmt: skip
    return ReferenceEntry(
        place=work.place,
        key="",
        texts=texts | {name: fact for name, fact in found.items() if fact},
        authors=list(_names(work, "author")),
        editors=list(_names(work, "editor")),
        others=unread(work, {*_KNOWN, "license"} if found["licence"] else _KNOWN),
        is_whole=work.text_of("type") in _WHOLES,
    )


def _text(work: JsonObject, key: str) -> Fact[str] | None:
    """A text that stands alone or first in a list; None where there is none."""
    value = work.members.get(key)
    text = plain_text(next(iter(listed(value)), None) if isinstance(value, list) else value)
    return Fact(text, work.place_of(key)) if text.strip() else None


def _title(work: JsonObject) -> Fact[str] | None:
    title, rest = _text(work, "title"), _text(work, "subtitle")
    if title is None or rest is None or rest.value.casefold() in title.value.casefold():
        return title
    return Fact(f"{title.value.rstrip(' :')}: {rest.value}", title.place)


def _year(work: JsonObject) -> Fact[str] | None:
    found = ((key, work.object(key)) for key in _DATES)
    years = ((_date_parts(held)[:1], work.place_of(key)) for key, held in found if held)
    return next((Fact(str(year[0]), place) for year, place in years if year), None)


def _page(work: JsonObject) -> Fact[str] | None:
    """The page of the work; the address of its DOI is none."""
    address = _text(work, "URL")
    return address if address and "doi.org/" not in address.value else None


def _pdf(work: JsonObject) -> Fact[str] | None:
    pdfs = (each for each in work.objects("link") if each.text_of("content-type").endswith("/pdf"))
    return next((fact for each in pdfs if (fact := _text(each, "URL"))), None)


def _licence(work: JsonObject) -> Fact[str] | None:
    """The licence of the work as it was published; publishers list their terms for miners beside it."""
    listed = [each for each in work.objects("license") if each.text_of("content-version") in ("vor", "")]
    return next((fact for each in listed if (fact := _text(each, "URL")) and _is_open(fact.value)), None)


def _is_open(address: str) -> bool:
    return "creativecommons.org/" in address


def _names(work: JsonObject, key: str) -> Iterator[PrintedName]:
    for person in work.objects(key):
        texts = {name: squeeze(plain_text(value)) for name, value in person.members.items()}
        family = squeeze(f"{texts.get('family', '')} {texts.get('suffix', '')}")
        institutions = tuple(_institutions(person))
        line = person.place.line
        _, called = with_orcid_apart(texts.get("ORCID", ""))
        if family:
            yield replace(one_name(texts.get("given", ""), family, line, institutions), called=called)
        else:  # a body stays whole
            name = texts.get("name", "")
            yield PrintedName(name, line, family=name if " " in name else None, affiliations=institutions)


def _institutions(person: JsonObject) -> Iterator[str]:
    for each in listed(person.members.get("affiliation")):
        name = squeeze(plain_text(each.get("name")) if isinstance(each, dict) else plain_text(each))
        if name:
            yield name


def _shared(works: Sequence[JsonObject], of: Callable[[JsonObject], Fact[T] | None]) -> Fact[T] | None:
    """What most works say, and none of them otherwise; None where they do not."""
    facts = [fact for work in works if (fact := of(work))]
    values = {str(fact.value) for fact in facts}
    return facts[0] if len(values) == 1 and 2 * len(facts) > len(works) else None


def _location(work: JsonObject) -> Fact[str] | None:
    event = work.object("event")
    return _text(event, "location") if event else None


def _day_of_event(work: JsonObject, key: str) -> Fact[date] | None:
    """The first or last day of the conference; None where it is not a whole date."""
    event = work.object("event")
    held = event.object(key) if event else None
    parts = _date_parts(held) if held else []
    try:
        return Fact(date(*parts), held.place) if held and len(parts) == 3 else None
    except ValueError:
        return None


def _date_parts(held: JsonObject) -> list[int]:
    """Year, month and day, as far as they are said."""
    parts: Sequence[object] = listed(next(iter(listed(held.members.get("date-parts"))), None))
    texts = [each for each in parts if isinstance(each, str)]
    return [int(text) for text in texts if text.isdecimal() and len(text) < 5]


CROSSREF = SourceFormat(
    name="crossref", title="Crossref", recognise=recognise, read=read, is_published=True, is_ordered=False
)
