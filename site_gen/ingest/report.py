"""The ingest report: what was joined, doubtful, missing and kept, as a machine-owned content file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from site_gen.content import Plain, write_mapping
from site_gen.content.paths import SOURCES, document_file
from site_gen.content.writing import write_scalar
from site_gen.ingest.assemble import DocumentReport, Repeat, Report
from site_gen.ingest.documents import Source
from site_gen.ingest.link import Doubt
from site_gen.ingest.merge import ONE, HandEdit, Merged, place_of
from site_gen.ingest.unknown_columns import UnknownColumn
from site_gen.problems import Place, Problem, ProblemLog
from site_gen.text import counted, squeeze
from site_gen.text.suggestions import listed

_MOST_COLUMNS = 6  # that are told one by one
_HEAD = "Written by ingest: what it joined, doubts, misses and left as you edited it."


def report_text(report: Report, merged: Merged, warnings: Sequence[Problem]) -> str:
    """The text of an edition's ingest report."""
    entries: dict[str, Plain] = {
        "documents": [_document(document) for document in report.documents],
        "kept_as_edited": [
            {
                "what": f"{kind}/{entity}: {_named(edit)}",
                "why": edit.verdict,
                "at": str(place),
                "sources": list(edit.places),
            }
            for (kind, entity), edit, place in merged.hand_edits
        ],
        "deleted_by_hand": [
            {"what": f"{kind}/{entity}", "sources": list(places)} for (kind, entity), places in merged.gone
        ],
        "filled_slots": [
            {
                "session": filled.session,
                "position": str(filled.position),
                "paper": filled.paper,
                "why": filled.why,
                "at": str(filled.place),
            }
            for filled in report.filled_slots
        ],
        "cut_abstracts": [{"paper": cut.paper, "at": str(cut.place)} for cut in report.cut_abstracts],
        "similar_names": [
            {"names": [pair.left, pair.right], "at": [str(pair.left_place), str(pair.right_place)]}
            for pair in report.similar_names
        ],
        "said_otherwise": [
            {
                "what": each.what,
                "taken": str(each.taken),
                "others": [{"says": says, "at": str(place)} for says, place in each.others],
            }
            for each in report.said_otherwise
        ],
        "warnings": [f"{problem.place}: {problem.what}" for problem in warnings],
    }
    return write_mapping({name: value for name, value in entries.items() if value}, _HEAD)


def document_line(document: DocumentReport, summary: str) -> str:
    """What became of one source document, in one line; `summary` tells its format and edition."""
    repeated = sum(len(each.places) - 1 for each in document.repeats)
    counts = (
        (document.read, "accepted paper", "accepted papers") if document.names else (document.read, "read"),
        (document.names, "name", "names"),
        (document.joined, "joined"),
        (document.unknown, "new"),
        (repeated, "repeated"),
        (document.sessions, "session", "sessions"),
        (document.people, "person", "people"),
        (document.otherwise, "said otherwise"),
        (len(document.doubtful), "doubtful"),
        (len(document.missing), "missing"),
    )
    numbers = ", ".join(counted(number, what[0], what[-1]) for number, *what in counts if number)
    stated = f"; it says {document.stated.value}, {document.read} found" if document.stated else ""
    private = f"; not imported: {_private(document.not_imported)}" if document.not_imported else ""
    left = ", ".join(f"{name} ({number})" for name, number in document.not_taken.items())
    private += f"; not taken: {left}" if left else ""
    remark = f"; {document.remark}" if document.remark else ""
    if document.sessions and document.repeats:
        remark += f"; repeated: {listed([*map(_repeat, document.repeats)])}"
    what = f"{numbers}{private}{remark}{stated}".removeprefix("; ")
    return f"{document.document}: {summary}: {what}"


def _repeat(repeat: Repeat) -> str:
    lines = ", ".join(str(place.line) for place in repeat.places)
    return f"'{repeat.title or repeat.paper}' (lines {lines})"


def column_lines(source: Source) -> list[str]:
    """What a table holds in columns of unknown names, and what to write where it shall be shown."""
    path, unknown = source.reading.document.path, source.reading.unknown_columns
    if not unknown:
        return []
    head = f"- file: sources/{PurePath(document_file(path)).name}\n" if not source.is_listed else ""
    where = "to its entry in" if source.is_listed else "to"
    columns = [
        *(head.rstrip("\n"),) * bool(head),
        f"  {'' if any(each.field for each in unknown) else '# '}columns:",
        *map(_column, unknown[:_MOST_COLUMNS]),
    ]
    more = f", the first {_MOST_COLUMNS}" if len(unknown) > _MOST_COLUMNS else ""
    many = counted(len(unknown), "column")
    return [
        f"{unknown[0].place}: {many} of unknown name{more}; to have one shown, add {where} {SOURCES}:",
        *(f"    {line}" for line in columns),
    ]


def _column(column: UnknownColumn) -> str:
    """The line of a column under `columns:`; a comment where nobody can tell which field it holds."""
    values = ", ".join(f"'{value}'" for value in column.values)
    line = f"{column.field or 'FIELD'}: {write_scalar(column.name)}"  # one line, however long
    return f"    {'' if column.field else '# '}{line}  # {values}"


def refused_lines(places: Iterable[Place]) -> Iterator[str]:
    """How many papers a source does not accept any more, and where it says so; nothing else of them."""
    lines: dict[str, list[int]] = defaultdict(list)
    for place in sorted(places):
        lines[place.file].append(place.line)
    for file, numbers in lines.items():
        papers = counted(len(numbers), "paper")
        at = ", ".join(map(str, numbers))
        yield f"{file}: {papers} that content held not accepted any more (line {at}): taken out of content"


def _private(counts: Mapping[str, int]) -> str:
    """The kinds that are not for the public; rows with their number: "email, score, 310 rejected rows"."""
    rows = {kind: number for kind, number in counts.items() if "rows" in kind.split()}
    parts = [kind for kind in counts if kind not in rows]
    parts += [counted(number, kind.replace("rows", "row"), kind) for kind, number in rows.items()]
    return ", ".join(parts)


def _document(document: DocumentReport) -> dict[str, Plain]:
    entries: dict[str, Plain] = {
        "document": document.document,
        "format": document.format,
        "read": str(document.read),
        "sessions": str(document.sessions),
        "people": str(document.people),
        "joined": str(document.joined),
        "new": str(document.new),
        "repeated": [{"paper": each.paper, "at": [*map(str, each.places)]} for each in document.repeats],
        "lines_passed_over": _lines(document.passed_over),
        "not_taken": {name: str(number) for name, number in document.not_taken.items()},
        "not_imported": {kind: str(number) for kind, number in document.not_imported.items()},
        "doubtful": [_doubt(doubt) for doubt in document.doubtful],
        "missing": [
            {"what": f"{missing.part} of {missing.id}", "at": str(missing.place)}
            for missing in document.missing
        ],
    }
    if document.stated:
        stated = f"says {document.stated.value}, {document.read} found"
        entries["counts_disagree"] = f"{stated} ({document.stated.place})"
    return {name: value for name, value in entries.items() if value not in ([], {}, "0", "")}


def _lines(numbers: Iterable[int]) -> str:
    """Numbers of lines, those of a run by its ends: "1, 4-9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _doubt(doubt: Doubt) -> dict[str, Plain]:
    return {"records": [str(doubt.left), str(doubt.right)], "why": doubt.why}


def _named(edit: HandEdit) -> str:
    """What was edited, as the report lists it: "slot 2 status"."""
    of_slot = "" if edit.slot is None else f"slot {edit.slot + 1} "
    return edit.field if not of_slot else f"{of_slot}{edit.field}".removesuffix(" slots")


def _subject(edit: HandEdit) -> str:
    """What was edited, as a warning says it: "'status' of slot 2"."""
    if isinstance(edit.source_value, dict):
        named = edit.source_value.get("paper") or edit.source_value.get("title")
        return f"the slot '{named}'" if named else "an empty slot"
    if edit.slot is None:
        return f"'{edit.field}'"
    slot = f"slot {edit.slot + 1}"
    return slot if edit.field == "slots" else f"'{edit.field}' of {slot}"


def _value(value: Plain) -> str:
    """What a source says, in one line: the names in a list, the beginning of what is long."""
    items = value if isinstance(value, list) else [value]
    keys = ("name", "title", "paper", "url")
    names = [
        next((each[key] for key in keys if key in each), "") if isinstance(each, dict) else each
        for each in items
    ]
    text = squeeze(", ".join(str(name) for name in names if name))
    if not text:
        return "otherwise"
    return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}'"


_LONGEST = 80  # characters of a value that are told
_WHY = {
    "edited": "was edited by hand and is kept",
    "conflict": "was edited by hand and is kept, though its source changed",
    "deleted": "was deleted by hand and is not brought back",
    "made-by-hand": "was made by hand and is kept",
}


def report_hand_edits(merged: Merged, problems: ProblemLog) -> None:
    """Warn of what stays as an editor left it though a source says otherwise, with both places."""
    for (_, entity), edit, place in merged.hand_edits:
        value = "otherwise" if edit.verdict == "deleted" else _value(edit.source_value)
        source = f"; {edit.places[0]} says {value}" if edit.places else ""
        what = f"{_subject(edit)} of '{entity}' {_WHY[edit.verdict]}{source}"
        problems.warning(f"kept-{edit.verdict}", what, place)
    for (kind, entity), places in merged.gone:
        if places:
            what = f"the {ONE[kind]} '{entity}' was deleted by hand and is not brought back"
            problems.warning("deleted-by-hand", what, place_of(places[0]))
