"""DOIs, pages and numbers of books and series as sources give them, in the form of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from site_gen.conference.identifiers import Doi, Identifier, Isbn, Issn, Orcid, WrongIdentifier
from site_gen.conference.page_ranges import PageRange
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog

Kind = TypeVar("Kind", bound=Identifier)

_CODES: Mapping[type[Identifier], str] = {
    Doi: "bad-doi",
    Isbn: "bad-isbn",
    Issn: "bad-issn",
    Orcid: "bad-orcid",
    PageRange: "bad-pages",
}


def identifier_fact(kind: type[Kind], field: Fact[str] | None, problems: ProblemLog) -> Fact[Kind] | None:
    """What a field holds; None for an empty one, and for what is no identifier, after reporting it."""
    if field is None or not field.value.strip():
        return None
    try:
        return Fact(kind.read(field.value), field.place)
    except WrongIdentifier as wrong:
        problems.warning(_CODES[kind], str(wrong), field.place, hint=f"it is left out; {wrong.hint}")
        return None
