"""What the entries of a BibTeX file say of the proceedings that their papers are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from site_gen.conference import Editor
from site_gen.conference.identifiers import Identifier, Isbn, Issn, WrongIdentifier
from site_gen.ingest.formats.bibtex.names import bibtex_names
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.latex import unicode_text
from site_gen.ingest.records import Fact, ProceedingsRecord
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

Fields = Mapping[str, Fact[str]]
Kind = TypeVar("Kind", bound=Identifier)


def proceedings_of(
    volumes: Sequence[Fields], entries: Sequence[Fields], problems: ProblemLog
) -> ProceedingsRecord:
    """What all entries agree upon; what those of whole volumes say counts before what papers say.

    A publisher, an ISBN, an ISSN and editors are those of all papers only where half of the papers name them.
    """
    return ProceedingsRecord(
        proceedings=agreed(volumes, "title") or agreed(volumes, "booktitle") or agreed(entries, "booktitle"),
        volume=agreed(volumes, "volume") or agreed(entries, "volume"),
        issn=_number(Issn, volumes, entries, "issn", problems),
        isbn=_number(Isbn, volumes, entries, "isbn", problems),
        publisher=_common(volumes, entries, "publisher"),
        editors=_editors(_raw(volumes, "editor") or _raw(_if_common(entries, "editor"), "editor")),
    )


def _number(
    kind: type[Kind], volumes: Sequence[Fields], entries: Sequence[Fields], name: str, problems: ProblemLog
) -> Fact[Kind] | None:
    """A common number; entries agree upon it in whatever form each of them writes it."""
    alike = [[_in_one_form(kind, fields, name) for fields in listed] for listed in (volumes, entries)]
    return identifier_fact(kind, _common(alike[0], alike[1], name), problems)


def _in_one_form(kind: type[Kind], fields: Fields, name: str) -> Fields:
    """The fields with a number as the model writes it; a wrong one stays as it is."""
    told = fields.get(name)
    try:
        return (
            {**fields, name: Fact(kind.read(unicode_text(told.value)).text, told.place)} if told else fields
        )
    except WrongIdentifier:
        return fields


def _common(volumes: Sequence[Fields], entries: Sequence[Fields], name: str) -> Fact[str] | None:
    return agreed(volumes, name) or agreed(_if_common(entries, name), name)


def _if_common(entries: Sequence[Fields], name: str) -> Sequence[Fields]:
    """The entries, if half of them have a field; else none."""
    return entries if 2 * sum(name in fields for fields in entries) >= len(entries) else ()


def number_of(
    kind: type[Kind], entries: Sequence[Fields], name: str, problems: ProblemLog
) -> Fact[Kind] | None:
    """A number on which entries agree; None otherwise."""
    alike = [_in_one_form(kind, fields, name) for fields in entries]
    return identifier_fact(kind, agreed(alike, name), problems)


def editors_of(entries: Sequence[Fields]) -> Fact[tuple[Editor, ...]] | None:
    """The editors on which entries agree; None otherwise."""
    return _editors(_raw(entries, "editor"))


def agreed(entries: Sequence[Fields], name: str) -> Fact[str] | None:
    """A field on one line that has one and the same value in all entries that have it; None otherwise."""
    fact = _raw(entries, name)
    text = squeeze(unicode_text(fact.value)) if fact else ""
    return Fact(text, fact.place) if fact and text else None


def _raw(entries: Sequence[Fields], name: str) -> Fact[str] | None:
    values: dict[str, Fact[str]] = {}
    for fields in entries:
        if name in fields:
            values.setdefault(squeeze(unicode_text(fields[name].value)), fields[name])
    return next(iter(values.values())) if len(values) == 1 else None


def _editors(fact: Fact[str] | None) -> Fact[tuple[Editor, ...]] | None:
    names = bibtex_names(fact.value, fact.place.line) if fact else []
    known = tuple(
        Editor(name=each.name, family=each.family)
        for each in names
        if each.name and each.name.lower() != "others"
    )
    return Fact(known, fact.place) if fact and known else None
