"""Which field a column of an unknown name may hold, told by its values: a proposal, never taken by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from site_gen.ingest.reading.columns.column_values import can_be, says
from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.columns.private_values import count_addresses
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.tables.table import Row, Table
from site_gen.ingest.reading.times.programme_times import read_dated, read_times
from site_gen.ingest.records import OTHER_COLUMNS
from site_gen.ingest.unknown_columns import UnknownColumn
from site_gen.text import squeeze

_MOST_ROWS = 40
_SHOWN = 3  # values of a column
_LONG = 200  # characters of an abstract, on the average
_PLACES = 12  # different values at most, where a column names rooms


def columns_not_taken(table: Table, fields: Mapping[str, Sequence[str]]) -> tuple[UnknownColumn, ...]:
    """The columns of which nobody knows what they hold; those of private values are none of them."""
    columns, header = table.layout.columns, table.layout.header
    unknown = [index for index, kind in columns.others.items() if kind == OTHER_COLUMNS]
    likely = likely_fields(columns, unknown, table.rows, fields)
    return tuple(
        UnknownColumn(name, _shown(values), likely.get(index, ""), table.place(header.line))
        for index in unknown
        if (name := squeeze(header.text(index))) and (values := values_of(table.rows, index))
        if not any(map(count_addresses, values))
    )


def listed_once(listed: Iterable[Sequence[UnknownColumn]]) -> tuple[UnknownColumn, ...]:
    """The unknown columns of several tables of a document, each name once."""
    found: dict[str, UnknownColumn] = {}
    for column in (each for columns in listed for each in columns):
        found.setdefault(column.name, column)
    return tuple(found.values())


def likely_fields(
    columns: Columns, unknown: Sequence[int], rows: Sequence[Row], fields: Collection[str]
) -> dict[int, str]:
    """The field that each unknown column may hold: none twice, and none that the table has already."""
    free = [name for name in fields if name not in columns.of_field]
    if columns.of_author and "authors" in free:
        free.remove("authors")
    found = {}
    for index in unknown:
        values = values_of(rows, index)
        field = next((name for name in _may_be(values) if name in free and can_be(name, values)), None)
        if values and field:
            found[index] = field
            free.remove(field)
    return found


def values_of(rows: Sequence[Row], index: int) -> list[str]:
    """What stands in a column, in its first rows."""
    cells = (squeeze(row.text(index)) for row in rows[:_MOST_ROWS])
    return [cell for cell in cells if says(cell)]


def _shown(values: Sequence[str]) -> tuple[str, ...]:
    cut = (value if len(value) <= 40 else f"{value[:39].rstrip()}…" for value in values)
    return tuple(dict.fromkeys(cut))[:_SHOWN]


def _may_be(values: Sequence[str]) -> Iterator[str]:
    """The fields of which the values can be, the likeliest first."""
    if _all(values, _is_time):
        yield from ("time", "start", "end")
    elif _all(values, _is_day):
        yield "date"
    elif _all(values, lambda value: value.startswith(("https://", "http://"))):
        yield from ("paper_link", "website")
    elif _all(values, lambda value: value.strip("#").isdecimal()):
        yield from ("number",)
    elif _all(values, are_names):
        yield from ("speaker", "authors", "chair")
    elif sum(map(len, values)) > _LONG * len(values):
        yield "abstract"
    elif not _all(values, lambda value: value.endswith(".")):  # a sentence is no title
        different = set(values)
        of_words = [value for value in different if " " in value or any(map(str.isdecimal, value))]
        if 2 * len(of_words) < len(different):
            return  # a word alone, as "red" or "yes", may be anything
        if len(different) < len(values) and len(different) <= _PLACES:
            yield "room"
        else:
            yield from ("session", "title", "talk")


def _all(values: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(values) and all(map(fits, values))


def _is_time(value: str) -> bool:
    try:
        return read_times(value, "unknown").start is not None and not value.strip().isdecimal()
    except ValueError:
        return False


def _is_day(value: str) -> bool:
    try:
        return read_dated(value, "unknown").day is not None
    except ValueError:
        return False


def are_names(value: str) -> bool:
    """Whether a value is names of people: of two words at least, none of them a sign as in "Hall B"."""
    words = value.split()
    is_place = any(len(word) == 1 and word.isalnum() for word in words[1:])
    return len(words) > 1 and not is_place and are_people(value)
