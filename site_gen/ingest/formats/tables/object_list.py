"""Lists of papers, talks or sessions as JSON or YAML with any keys: Jekyll's data, Mini-Conf, pretalx."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from site_gen.ingest.formats.tables.programme_csv import sessions_of
from site_gen.ingest.reading.columns.column_names import FIELDS, SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.events import as_events, as_sorted
from site_gen.ingest.reading.entries.row_sorts import sort_named
from site_gen.ingest.reading.objects.entry_rows import as_rows, with_joint_talks
from site_gen.ingest.reading.objects.item_rows import Entry, entries_of
from site_gen.ingest.reading.objects.item_titles import are_timed, has_titles
from site_gen.ingest.reading.objects.named_keys import with_named_keys
from site_gen.ingest.reading.objects.named_objects import people_in, with_named_objects
from site_gen.ingest.reading.objects.parallel_tracks import with_parallel_tracks
from site_gen.ingest.reading.objects.people_items import people_of
from site_gen.ingest.reading.objects.placed_items import Item, first_items, is_json, read_root
from site_gen.ingest.reading.objects.repeated_items import once
from site_gen.ingest.reading.tables.likely_fields import columns_not_taken, listed_once
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.paper_tables import TAKEN_AS_ACCEPTED, is_programme, report_none_accepted
from site_gen.ingest.reading.tables.programme_status import is_decided
from site_gen.ingest.reading.tables.session_columns import SESSION_FIELDS, in_sessions
from site_gen.ingest.reading.tables.table import Table
from site_gen.ingest.reading.tables.unread_times import report_unread_times
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.records import Document, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import fold

_YAML = re.compile(
    r"(?:[^\S\n]*(?:#[^\n]*)?\n)*+(?:---[ \t]*\n)?(?:[^\S\n]*(?:#[^\n]*)?\n)*+"
    r"(?:-\s+\{?)?[\w\"' .-]{1,60}:(?:\s|$)"
)
_OF_DAY = re.compile(r"(?<![\d:])0\d:[0-5]\d")  # who writes 05:00 counts to 24
_SHORTEST = 3  # characters of the title of a session
_SURE = 93  # a format that knows its own files is surer, one of copied pages is not
_SURE_OF_YAML = 99  # no other format reads it


def recognise(text: str) -> int:
    """How surely a text is such a list: its first objects have titles, and something else that is known."""
    if not is_json(text) and not _YAML.match(text[:4000]):
        return 0
    is_list = any(has_titles(items) for items in first_items(text))
    return (_SURE if is_json(text) else _SURE_OF_YAML) if is_list else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every list of the document that holds entries; of each it is told whether they have times."""
    return read_lists(document, read_root(document, problems), problems)


def read_lists(document: Document, root: Item | None, problems: ProblemLog) -> Reading:
    """Read every list of objects; without a root there is none, and it was told why."""
    whole, private = root, PrivateValues()
    root = with_named_objects(root, document) if root else None
    is_joined = bool(document.beside) and root is not whole
    found = people_in(whole, document.path) if whole and is_joined else []
    people = tuple(people_of(document, found, private))
    if root and is_joined and not (root.members or root.inner):
        return Reading(
            document=document,
            format=OBJECT_LIST,
            people=people,
            not_imported=private.counts,
            not_taken=private.not_taken,
            remark="its objects are read where others call them",
        )
    root = with_named_keys(with_parallel_tracks(root), document, SHEET_FIELDS, problems) if root else None
    lists = once(list(_lists(root))) if root else []
    if root and lists:
        _report_untitled(document, root, problems)
    tables = [(key, with_joint_talks(list(entries_of(items, key=key)))) for key, items in lists]
    readings = [
        as_sorted(_read(document, entries, problems), sort_named(key), problems)
        for key, entries in tables
        if entries
    ]
    if (
        is_joined and sort_named(PurePosixPath(document.path).stem) != "papers"
    ):  # beside a schedule it is what takes place
        readings = [as_events(each) for each in readings]
    if root and not readings and not problems.errors:
        what = "no list of objects with titles is found"
        problems.error(
            "no-records", what, document.place(1), "papers and talks have keys such as title and authors"
        )
    papers = tuple(paper for each in readings for paper in each.papers)
    sessions = _with_assigned(readings, problems, has_others=root is not None and _has_others(root))
    has_hours_of_day = _OF_DAY.search(document.text) is not None
    has_decisions = any(each.has_decisions for each in readings)
    return Reading(
        document=document,
        format=OBJECT_LIST,
        papers=papers,
        people=people,
        sessions=sessions if has_hours_of_day else with_afternoons(document, sessions, problems),
        not_imported=_sum((private.counts, *(each.not_imported for each in readings))),
        not_taken=_sum((private.not_taken, *(each.not_taken for each in readings))),
        unknown_columns=listed_once(each.unknown_columns for each in readings),
        has_decisions=has_decisions,
        refused=tuple(paper for each in readings for paper in each.refused),
        remark=TAKEN_AS_ACCEPTED if papers and not has_decisions else "",
    )


def _report_untitled(document: Document, root: Item, problems: ProblemLog) -> None:
    """Warn of lists beside those that are read whose objects say when they are, and have no title."""
    for key, items in _candidates(root):
        if not has_titles(items) and are_timed(items):
            what = f"the list '{key}' is not read: none of its keys is known to hold titles"
            hint = "name it in sources.yaml: columns: {title: …}"
            problems.warning("unread-table", what, document.place(items[0].place.line), hint)


def _with_assigned(
    readings: Sequence[Reading], problems: ProblemLog, *, has_others: bool
) -> tuple[SessionRecord, ...]:
    """The sessions, those that papers name by an id of the document as the ones that have it.

    Where others have a day, a name that none of these has is told, for it may be such an id; so is one that
    is too short for a title where lists are not read.
    """
    sessions = [session for each in readings for session in each.sessions]
    ids = {str(fact.value): n for n, each in enumerate(sessions) if (fact := each.guid or each.number)}
    listed = {fold(each.title.value) for each in sessions if each.title and each.day}
    found = list(sessions)
    named: set[int] = set()
    for n, each in enumerate(sessions):
        if each.title is None or each.day or each.guid or each.number:
            continue
        target = ids.get(each.title.value)
        if target is not None:
            found[target] = replace(found[target], slots=(*found[target].slots, *each.slots))
            named.add(n)
        elif fold(each.title.value) not in listed and (
            listed or (has_others and len(each.title.value) < _SHORTEST)
        ):
            what = f"no session of this document is called '{each.title.value}', as a paper says"
            hint = "give its session this id or title; until then it is one of its own, without a time"
            problems.warning("unknown-session", what, each.title.place, hint)
    return tuple(each for n, each in enumerate(found) if n not in named)


def _lists(root: Item) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The lists of entries at the top, or as deep as they lie inside what holds them, each by its key."""
    found = [(key, items) for key, items in _candidates(root) if has_titles(items)]
    if found:
        yield from found
        return
    for items in root.inner.values():
        for item in items:
            yield from _lists(item)


def _has_others(root: Item) -> bool:
    """Whether lists stand beside those of entries that hold none: of sessions without a title or a time."""
    return not all(has_titles(items) for _, items in _candidates(root))


def _candidates(root: Item) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The lists directly inside, and a mapping of objects that are alike as a list of them."""
    alone = [items[0] for key, items in root.inner.items() if key and isinstance(root.members.get(key), dict)]
    if len(alone) != len(root.members) or not alone:
        yield from root.inner.items()
    elif any(len(each.inner) < len(each.members) for each in alone):
        yield root.name, tuple(alone)
    else:  # they say nothing but hold others, each sort under a key of its own
        for each in alone:
            yield from ((each.name, items) for _, items in _candidates(each))


def _read(document: Document, entries: Sequence[Entry], problems: ProblemLog) -> Reading:
    if not any("authors" in entry.cells for entry in entries):
        _take_speakers(entries)
    if not any({"title", "session"} & entry.cells.keys() for entry in entries):
        for entry in entries:  # what is called a talk is all that has a title
            entry.cells |= {"title": entry.cells.pop("talk")} if "talk" in entry.cells else {}
    layout, listed = as_rows(entries, entries[0].line)
    rows = PaperRows(Table(document, layout, listed), problems)
    if _is_programme(layout.columns) and not _assigns(layout.columns):
        sessions = sessions_of(rows)
        rows.leave_unread()
        return Reading(
            document=document,
            format=OBJECT_LIST,
            sessions=sessions,
            not_imported=rows.private.counts,
            not_taken=rows.private.not_taken,
            unknown_columns=columns_not_taken(rows.table, SHEET_FIELDS),
            has_decisions=rows.has_decisions and is_decided(rows),
        )
    report_unread_times(rows.table, problems)
    assigned = in_sessions(rows, [(row, rows.record(row)) for row in rows.accepted()])
    if not (assigned.papers or assigned.sessions):
        report_none_accepted(rows)
    else:
        rows.leave_unread()
    return Reading(
        document=document,
        format=OBJECT_LIST,
        papers=assigned.papers,
        sessions=assigned.sessions,
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
        unknown_columns=() if rows.has_decisions else columns_not_taken(rows.table, SHEET_FIELDS),
        has_decisions=rows.has_decisions,
        refused=rows.refused(),
    )


def _take_speakers(entries: Sequence[Entry]) -> None:
    """Take who speaks for the author, where no entry has a time or authors."""
    if any({"start", "time", "session", "session_start", "date"} & entry.cells.keys() for entry in entries):
        return
    for entry in entries:
        if "speaker" in entry.cells:
            entry.cells["authors"] = entry.cells.pop("speaker")


def _is_programme(columns: Columns) -> bool:
    """Whether entries are of a programme: they have sessions, or a time and a title."""
    is_timed = columns.has_any(("start", "time"))
    return is_programme(columns) or columns.has("session") or (is_timed and columns.has("title"))


def _assigns(columns: Columns) -> bool:
    """Whether entries are papers, each with its session and nothing else of a programme."""
    is_paper = columns.has("title") and (columns.has("authors") or columns.has("abstract"))
    return is_paper and not (columns.of_field.keys() - FIELDS.keys() - SESSION_FIELDS.keys())


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(total)


OBJECT_LIST = SourceFormat(
    name="object-list", title="list of objects in JSON or YAML", recognise=recognise, read=read,
    surest=_SURE_OF_YAML, is_ordered=False, is_general=True,
)  # fmt: skip
