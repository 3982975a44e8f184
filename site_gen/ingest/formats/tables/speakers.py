"""A table of those who speak: name, institution, biography, homepage; when they do stands in a programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.conference import Participant
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.columns.column_names import FIELDS, ORCIDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.columns.translated_names import translated
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.orcids import participant_id
from site_gen.ingest.reading.people.people import without_title
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.paper_tables import required_layout, table_header
from site_gen.ingest.reading.tables.table import HEAD, Row, find_layout, read_table
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_SURE = 60  # what is a table of papers or a programme too is that
_NAMES = ("name", "full name", "speaker name", "name des vortragenden", "nombre completo", "nom complet")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": (*_NAMES, *translated("name"), *PROGRAMME_FIELDS["speaker"], *PROGRAMME_FIELDS["chair"]),
    "first": FIELDS["first"],
    "last": FIELDS["last"],
    "affiliation": FIELDS["affiliation"],
    "biography": PROGRAMME_FIELDS["biography"],
    "orcid": ORCIDS,
    "homepage": ("homepage", "website", "web site", "web", "url", "web page", "webseite", "sitio web"),
}


def _is_table(columns: Columns) -> bool:
    is_named = columns.has("name") or columns.has("first", "last")
    return is_named and (columns.has("biography") or columns.has("affiliation"))


def recognise(text: str) -> int:
    """How surely a text is a table of people: it names them and where they work, and no talk or paper."""
    return _SURE if table_header(text) is None and find_layout(text[:HEAD], _FIELDS, _is_table) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the person of each row."""
    layout = required_layout(document, _FIELDS, _is_table, problems)
    if layout is None:
        return Reading(document=document, format=SPEAKERS)
    rows = PaperRows(read_table(document, layout, problems), problems)
    people = tuple(person for row in rows.table.rows for person in _people(rows, row))
    return Reading(
        document=document,
        format=SPEAKERS,
        people=people,
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
    )


def _people(rows: PaperRows, row: Row) -> Iterator[Fact[Participant]]:
    rows.count_others(row)
    names = rows.identified(row, list(_names(rows, row)))
    affiliation, life = rows.line(row, "affiliation"), rows.paragraphs(row, "biography")
    for name in names:
        printed = next(iter(name.affiliations), None)
        person = Participant(
            name=without_title(name.name),
            author=participant_id(name.called),
            affiliation=affiliation.value if affiliation else printed,
            homepage=_homepage(rows, row),
            biography=life.value if life and len(names) == 1 else None,
        )
        yield Fact(person, rows.table.place(row.line))


def _names(rows: PaperRows, row: Row) -> Iterator[PrintedName]:
    first, last = (rows.table.field(row, name) for name in ("first", "last"))
    if rows.table.field(row, "name"):
        yield from (name for name in rows.names(row, "name") if name.name)
    elif last:
        yield one_name(first.text if first else "", last.text, last.line)


def _homepage(rows: PaperRows, row: Row) -> str | None:
    fact = rows.line(row, "homepage")
    if fact and not fact.value.startswith("http"):
        rows.private.leave("homepage without https:")
        return None
    try:
        return read_url(fact.value) if fact else None
    except ValueError as error:
        rows.problems.warning("bad-address", str(error), rows.table.place(row.line), "the link is left out")
        return None


SPEAKERS = SourceFormat(
    name="speakers", title="table of people", recognise=recognise, read=read, is_ordered=False
)
