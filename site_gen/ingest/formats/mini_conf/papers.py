"""papers.csv of Mini-Conf: UID, title, authors, abstract, keywords, sessions; "|" parts values in a cell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from site_gen.conference import Status
from site_gen.conference.programme import CALLED_OFF
from site_gen.ingest.reading.columns.column_names import FIELDS
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.paper_tables import report_no_header
from site_gen.ingest.reading.tables.programme_status import is_decided, status_of
from site_gen.ingest.reading.tables.table import find_layout, read_table
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze

_FIELDS = {**FIELDS, "sessions": ("sessions", "session")}


def recognise(text: str) -> int:
    """How surely a text is the list of papers of a Mini-Conf site."""
    names = {name.strip().strip('"') for name in text.partition("\n")[0].split(",")}
    return 98 if {"UID", "title", "authors"} <= names and names & {"sessions", "session"} else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every paper, and a session for each name that the column of sessions has."""
    layout = find_layout(document.text, _FIELDS, lambda columns: columns.has_papers)
    if layout is None:
        report_no_header(document, problems)
        return Reading(document=document, format=MINICONF_PAPERS)
    rows = PaperRows(read_table(document, layout, problems), problems)
    papers: list[PaperRecord] = []
    slots: dict[str, list[SlotRecord]] = defaultdict(list)
    places: dict[str, Place] = {}
    decided = rows.has_decisions and is_decided(rows)
    for row in rows.table.rows:
        status = status_of(rows, row, decided=decided)
        if status is None:
            rows.private.count(f"{rows.verdict(row)} rows")
            continue
        rows.count_others(row)
        paper = rows.record(row)
        cell = rows.table.field(row, "sessions")
        names = dict.fromkeys(squeeze(name) for name in cell.text.split("|") if name.strip()) if cell else ()
        for number, name in enumerate(names, start=1):
            places.setdefault(name, replace(paper.place, column=number))
            slots[name].append(_slot(paper, status))
        papers += () if names or status in CALLED_OFF else (paper,)
    return Reading(
        document=document,
        format=MINICONF_PAPERS,
        papers=tuple(papers),
        sessions=tuple(_session(name, places[name], held) for name, held in sorted(slots.items())),
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
        has_decisions=rows.has_decisions,
    )


def _slot(paper: PaperRecord, status: Status) -> SlotRecord:
    """The slot of a paper; one that is called off only names it, and is known from before or not at all."""
    if status not in CALLED_OFF:
        return SlotRecord(place=paper.place, paper=paper)
    named = PaperRecord(place=paper.place, title=paper.title, submission=paper.submission, is_mention=True)
    return SlotRecord(place=paper.place, paper=named, status=Fact(status, paper.place))


def _session(name: str, place: Place, slots: list[SlotRecord]) -> SessionRecord:
    """The session that a name stands for; the calendar tells the rest of it."""
    kind = kind_of_words(name)
    return SessionRecord(
        place=place,
        kind=Fact(kind, place) if kind != "other" else None,
        title=Fact(name, place),
        slots=tuple(slots),
        code=Fact(name, place),
    )


MINICONF_PAPERS = SourceFormat(
    name="miniconf-papers", title="papers of Mini-Conf", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_system=True, parts_names=True,
)  # fmt: skip
