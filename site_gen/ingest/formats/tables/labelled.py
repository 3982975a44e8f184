"""Records of labelled lines, one below the other: "Title: …", "Authors: …", "Abstract: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from site_gen.ingest.formats.tables.any_csv import ANY_CSV
from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV
from site_gen.ingest.reading.columns.columns import column_name, is_column_name
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.entries.labelled_items import with_titles
from site_gen.ingest.reading.tables.delimited import Delimited
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    ends_sentence,
    paragraphs,
    source_lines,
    stated_edition,
)
from site_gen.ingest.reading.texts.marked_text import bullet_end
from site_gen.ingest.reading.times.days import leading_when
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_KINDS = (PROGRAMME_CSV, ANY_CSV)
_SURE = 98
_LONGEST_NAME = 400  # of a byline
_FEWEST = 2  # records with a title and another label
_FEWEST_COLUMNS, _LONGEST_HEAD = 3, 4_000  # of a table; characters in which its header stands
_FEWEST_TIMES = 2  # lines that begin with one, of a programme
# A key of YAML is in small letters.
_LABEL = re.compile(
    r"(?:[-•]\s+(?=\*))?[*_#\s]*(?=[^\Wa-z])([^\W\d_][\w #/&().'’-]{0,38}?)[*_\s]*:[*_]*(?:\s+(.*)|$)"
)
_EMPHASISED = re.compile(r"([*_]{1,3})(?=[^\s*_])((?:(?!\1).)+)\1\s*$")  # all of a value
_TITLES = ("title", "paper title", "talk title", "titel", "titre", "titulo", "titolo")


@dataclass(slots=True)
class _Record:
    """One record: its lines by the label that they stand behind, and where it begins."""

    line: int
    values: dict[str, list[SourceLine]] = field(default_factory=dict)


def recognise(text: str) -> int:
    """How surely a text is such records: titles behind labels, each with a line of another known label."""
    document = Document("", text[:200_000])
    if sum(_begins_with_time(line.text) for line in source_lines(document)) >= _FEWEST_TIMES:
        return 0  # a programme, some of whose talks say more
    if _begins_with_header(text):
        return 0  # a table, some of whose cells hold such lines
    records = _records(document)[1]
    full = [each for each in records if _title(each) and len(each.values) > 1]
    if len(full) < _FEWEST or 2 * len(full) < len(records):
        return 0
    rows = _rows(document, records)
    return _SURE if any(kind.recognise(rows.text) for kind in _KINDS) else 0


def _begins_with_header(text: str) -> bool:
    """Whether the first line names the columns of a table."""
    first = next((line for line in text[:_LONGEST_HEAD].split("\n") if line.strip()), "")
    names = max((first.split(sign) for sign in ",;\t"), key=len)
    return sum(is_column_name(name.strip(' "')) for name in names) >= _FEWEST_COLUMNS


def _begins_with_time(text: str) -> bool:
    return leading_when(text[bullet_end(text) :].lstrip("*_ ")) is not None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the records as the rows of a table whose columns are the labels."""
    head, records = _records(document)
    rows = _rows(document, records)
    kind = max(_KINDS, key=lambda each: each.recognise(rows.text))
    reading = kind.read(rows, problems)
    _report_programme(document, head, problems)
    return replace(
        reading,
        document=document,
        format=LABELLED_LIST,
        edition=reading.edition or stated_edition(document, head),
        passed_over=passed_facts(document, head),
    )


def _report_programme(document: Document, head: Sequence[SourceLine], problems: ProblemLog) -> None:
    """Report the table of times that stands above the records, and is none of them."""
    timed = [line for line in head if line.text.startswith("|") and _begins_with_time(line.text.lstrip("| "))]
    if len(timed) >= _FEWEST_TIMES:
        what = f"a table of {len(timed)} times stands beside the records: it is not read"
        hint = "copy the programme into a document of its own"
        problems.warning("unread-line", what, document.place_of(timed[0]), hint, timed[0].text[:60])


def _records(document: Document) -> tuple[list[SourceLine], list[_Record]]:
    """The lines before the first label, and the records: a label that the record has begins the next one."""
    lines = with_titles(source_lines(document))
    labels = _labels(lines)
    head: list[SourceLine] = []
    records: list[_Record] = []
    below: list[SourceLine] | None = None
    for line in lines:
        match = _LABEL.fullmatch(line.text)
        label = column_name(match[1]) if match else ""
        if match is None or label not in labels:
            is_other = match is not None and below is not None and not _is_text(below)
            below = None if line.text.startswith("#") or is_other else below
            (head if below is None else below).append(line)
            continue
        if not records or label in records[-1].values or (label == labels[0] and records[-1].values):
            records.append(_Record(line.number))
        value = _EMPHASISED.sub(r"\2", match[2] or "")
        below = [replace(line, text=value, column=line.column + match.start(2))] if value else []
        records[-1].values[label] = below
    return head, records


def _is_text(lines: Sequence[SourceLine]) -> bool:
    """Whether lines are sentences, which may begin with a word and a colon; below a name that is a label."""
    return not lines or any(len(line.text) > _LONGEST_NAME or ends_sentence(line.text) for line in lines)


def _labels(lines: Sequence[SourceLine]) -> list[str]:
    """The labels of the records, in their order: known ones, and others that recur as often."""
    found = [column_name(match[1]) for line in lines if (match := _LABEL.fullmatch(line.text))]
    counts = Counter(found)
    most = max((counts[label] for label in counts if label in _TITLES), default=0)
    return [
        label
        for label in dict.fromkeys(found)
        if counts[label] > 1 and (is_column_name(label) or 2 * counts[label] > most > 1)
    ]


def _title(record: _Record) -> bool:
    return any(label in _TITLES for label in record.values)


def _rows(document: Document, records: Sequence[_Record]) -> Delimited:
    """The records as rows below their labels."""
    labels = list(dict.fromkeys(label for record in records for label in record.values))
    rows = ((each.line, [paragraphs(each.values.get(label, [])) for label in labels]) for each in records)
    return Delimited.of(document, chain([(1, labels)], rows))


LABELLED_LIST = SourceFormat(
    name="labelled-list", title="records of labelled lines", recognise=recognise, read=read,
    surest=_SURE, shape="lines",
)  # fmt: skip
