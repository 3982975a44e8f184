"""The id by which a source calls an event or paper: public, or only good for one ingest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.records import Fact, PaperRecord, SourceFormat
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_LONGEST = 250
# A name or two with a few digits at most: "ada.lovelace@…". Ids that programs make look otherwise.
_MAILBOX = re.compile(r"(?:[A-Z]?[a-z]+[._-]){0,3}[A-Z]?[a-z]+\d{0,4}@[\w.-]+")


def public_id(fact: Fact[str] | None) -> Fact[str] | None:
    """An id that may be kept and published; None for none and for the mail address of somebody."""
    text = squeeze(fact.value) if fact else ""
    if not fact or not text or len(text) > _LONGEST or _MAILBOX.fullmatch(text):
        return None
    return Fact(text, fact.place)


@dataclass(frozen=True, slots=True)
class SourceId:
    """An id by which a source calls a paper; `name` tells whose ids these are ("hotcrp number").

    It is one `of_document` where another document of that format may count anew.
    """

    name: str
    fact: Fact[str]
    of_document: bool


FORMER_TITLE = "former title"  # by which a programme still names a paper that another document retitled


def ids_of_paper(record: PaperRecord, source_format: SourceFormat) -> Iterator[SourceId]:
    """The ids by which a document calls a paper; none that holds somebody's mail address."""
    if number := public_id(record.submission):
        yield SourceId(f"{source_format.name} number", number, of_document=not source_format.is_system)
    if own := public_id(record.source_id):
        scheme = own.value.partition(":")[0]
        is_key = source_format.has_own_keys and scheme == source_format.name
        yield SourceId(f"{scheme} id", own, of_document=is_key)
    if record.is_mention and record.title:
        yield SourceId(FORMER_TITLE, Fact(fold(record.title.value), record.title.place), of_document=True)
