"""A document that no source format recognises: what it begins with, and what it is near to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from site_gen.content import Plain
from site_gen.content.paths import SOURCES, document_file
from site_gen.content.writing import write_item
from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import Columns, columns_of
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.objects.placed_items import is_json, read_root
from site_gen.ingest.reading.objects.placed_xml import read_xml
from site_gen.ingest.reading.tables.likely_fields import likely_fields
from site_gen.ingest.reading.tables.paper_tables import is_programme
from site_gen.ingest.reading.tables.table import Row, widest_rows
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog
from site_gen.text import squeeze
from site_gen.text.suggestions import listed

_HEAD_ROWS = 12
_FEWEST_CELLS = 3  # of a row that is one of a table
_SHOWN = 3  # headings or lines that are named
_LONGEST = 50
_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_OF_THE_EDITION = re.compile(r"sponsor|committee|komitee|comit[eé]\b", re.IGNORECASE)
_CLOCK = r"\d{1,2}\s?[:.h]\s?\d\d"
_PEOPLE = r"[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*)+(?:, | and )[^\W\d_]\w"

# What a text must hold at least once, and twice in the last two, to be near a format; what that asks for.
_NEAREST: Sequence[tuple[str, int, str, str]] = (
    (
        r"^BEGIN:V",
        1,
        "iCalendar",
        "it begins with BEGIN:VCALENDAR and holds events from BEGIN:VEVENT to END:VEVENT",
    ),
    (r"^[ \t]*@\w+[ \t]*[{(]", 1, "BibTeX", "each entry begins like @inproceedings{key, and has a title"),
    (r"^TY {1,2}- ", 1, "RIS", "each entry begins with 'TY  - ', has a title (TI) and ends with 'ER  - '"),
    (
        r"\A\s*(?:<\?xml[^<>]*\?>\s*)?<(?:rss|feed|rdf:RDF)\b",
        1,
        "a feed of news",
        "it does not say what its entries are: give them as a table (CSV) with columns such as title",
    ),
    (
        r"\A\s*<",
        1,
        "XML",
        "that of frab, the ACL Anthology, DBLP and EndNote is read, and elements as title, authors, start",
    ),
    (
        r"\A\s*[{\[]",
        1,
        "a list of objects",
        "in JSON papers have keys such as title and authors, sessions title and start",
    ),
    (
        r"^[ \t]*- \w+:|^\w+:[ \t]*$",
        2,
        "a list of objects",
        "in YAML papers have keys such as title and authors, sessions title and start",
    ),
    (
        r"^\s*\\(?:documentclass|usepackage|begin\{|(?:sub)*section\*?\{|paper\b|input\{)",
        1,
        "LaTeX",
        "give it as Markdown (pandoc -t gfm -o programme.md programme.tex), or its tables as CSV",
    ),
    (
        r"^={3,}(?: +={3,})+$|^\+[-=]{3,}\+|^\.\. [\w-]+::",
        1,
        "reStructuredText",
        "give it as Markdown (pandoc -t gfm -o programme.md programme.rst), or its tables as CSV",
    ),
    (
        rf"^[^\w\n]*{_CLOCK}",
        2,
        "a programme by times",
        "times stand before or above titles, as 9:00-10:30, under lines that say the day",
    ),
    (
        rf"^[^\w\n]*{_PEOPLE}",
        2,
        "a list of accepted papers",
        "each has its title in one line and its authors in the next one, and all look alike",
    ),
)


def report_unlike(document: Document, problems: ProblemLog) -> None:
    """Report a document whose format nobody knows, with a way to have it read and one to leave it out."""
    if _report_broken(document, problems):
        return
    rows = widest_rows(document.text)[:_HEAD_ROWS]
    header = next((row for row in rows if _filled(row) >= _FEWEST_CELLS), None)
    if header and not document.text.lstrip().startswith(("{", "[", "<")):
        what, hints = _of_table(header, [row for row in rows if row.line > header.line], document.path)
    else:
        what, hints = _of_text(document.text)
    hint = "\n".join(
        [*hints, f"to leave it out, write into {SOURCES}:", *_entry(document.path), "  ignore: yes"]
    )
    problems.error("unknown-format", what, document.place(header.line if header else 1), hint)


def _report_broken(document: Document, problems: ProblemLog) -> bool:
    """Whether a document is JSON, YAML or XML that is broken, after telling where."""
    is_yaml = document.path.endswith((".yaml", ".yml"))
    found = ProblemLog()
    if is_json(document.text) or is_yaml:
        read_root(document, found)
    elif document.text.lstrip().startswith("<?xml"):
        read_xml(document, found)
    problems.extend(found.errors)
    return bool(found.errors)


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _entry(path: str, **members: Plain) -> list[str]:
    return write_item({"file": f"sources/{PurePath(document_file(path)).name}", **members}).splitlines()


def _of_table(header: Row, below: Sequence[Row], path: str) -> tuple[str, list[str]]:
    """What the header of a table names, what a programme or a list of papers lacks, and a mapping of it."""
    columns = columns_of(header.cells, {}, SHEET_FIELDS, [row.cells for row in below])
    likely = likely_fields(columns, [*columns.others], below, SHEET_FIELDS)
    whole = Columns({**columns.of_field, **{field: (index,) for index, field in likely.items()}})
    names = {index: squeeze(header.text(index)) for index in range(len(header.cells))}
    shown = listed([f"'{_cut(name)}'" for name in names.values() if name])
    what = f"no source format recognises this table, whose columns are {shown}"
    is_near_programme = any(map(whole.has, ("time", "start", "date")))
    nearest = (
        "nearest: a programme, which has a column of days or times and one of sessions or titles"
        if is_near_programme
        else "nearest: a list of papers, which has a column of titles and one of authors"
    )
    if _OF_THE_EDITION.search(" ".join([PurePath(path).stem, *names.values()])):
        nearest = "sponsors and committees are written into conference.yaml of their edition; " + nearest
    mapped: dict[str, Plain] = {field: names[index] for index, field in likely.items() if names[index]}
    if not mapped or not (is_programme(whole) or whole.has_papers):
        return what, [f"{nearest}; name them in the first row, or under columns: in {SOURCES}"]
    return what, [f"{nearest}; write into {SOURCES}:", *_entry(path, columns=mapped)]


def _of_text(text: str) -> tuple[str, list[str]]:
    """What a text begins with, and the nearest format with what it asks for."""
    lines = [squeeze(line) for line in text.split("\n")]
    headings = [match[1] for match in map(_HEADING.match, lines) if match]
    begins = [line for line in headings or lines if line][:_SHOWN]
    shown = ", ".join(f"'{_cut(line)}'" for line in begins)
    how = "with the headings" if headings else "which begins"
    what = f"no source format recognises this document, {how} {shown}"
    for pattern, fewest, name, asked in _NEAREST:
        if len(re.findall(pattern, text[:60_000], re.MULTILINE)) >= fewest:
            return what, [f"nearest: {name} – {asked}"]
    return what, []


def _cut(text: str) -> str:
    text = PrivateValues().without_addresses(text, "…")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
