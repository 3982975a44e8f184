"""What the entries of a BibTeX file say of the proceedings that their papers are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.conference import Editor
from site_gen.conference.identifiers import Isbn, Issn
from site_gen.ingest.formats.bibtex.names import bibtex_names
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.latex import unicode_text
from site_gen.ingest.records import Fact, ProceedingsRecord
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

Fields = Mapping[str, Fact[str]]


def proceedings_of(
    volumes: Sequence[Fields], entries: Sequence[Fields], problems: ProblemLog
) -> ProceedingsRecord:
    """What all entries agree upon; what those of whole volumes say counts before what papers say.

    A publisher, an ISBN, an ISSN and editors are those of all papers only where half of the papers name them.
    """
    return ProceedingsRecord(
        proceedings=_agreed(volumes, "title")
        or _agreed(volumes, "booktitle")
        or _agreed(entries, "booktitle"),
        volume=_agreed(volumes, "volume") or _agreed(entries, "volume"),
        issn=identifier_fact(Issn, _common(volumes, entries, "issn"), problems),
        isbn=identifier_fact(Isbn, _common(volumes, entries, "isbn"), problems),
        publisher=_common(volumes, entries, "publisher"),
        editors=_editors(_raw(volumes, "editor") or _raw(_if_common(entries, "editor"), "editor")),
    )


def _common(volumes: Sequence[Fields], entries: Sequence[Fields], name: str) -> Fact[str] | None:
    return _agreed(volumes, name) or _agreed(_if_common(entries, name), name)


def _if_common(entries: Sequence[Fields], name: str) -> Sequence[Fields]:
    """The entries, if half of them have a field; else none."""
    return entries if 2 * sum(name in fields for fields in entries) >= len(entries) else ()


def _agreed(entries: Sequence[Fields], name: str) -> Fact[str] | None:
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
