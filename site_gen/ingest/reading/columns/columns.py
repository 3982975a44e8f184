"""What the columns of a table hold, told by their names: fields for the public, and all others by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache

from site_gen.ingest.reading.columns.column_languages import in_one_language
from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS, SHEET_FIELDS
from site_gen.ingest.reading.columns.column_values import (
    are_days,
    are_levels,
    are_moments,
    are_several_words,
    are_times,
    can_be,
)
from site_gen.ingest.reading.columns.meanings import meaning_of
from site_gen.ingest.reading.columns.numbered_authors import is_numbered_author, numbered_authors
from site_gen.ingest.reading.columns.printed_columns import PrintedColumns
from site_gen.ingest.reading.columns.private_values import kind_of_column
from site_gen.ingest.reading.columns.shown_columns import recognise_shown
from site_gen.ingest.reading.columns.title_columns import (
    leave_conference,
    part_titles,
    recognise_papers,
    recognise_topics,
)
from site_gen.ingest.reading.columns.verdicts import are_verdicts
from site_gen.ingest.reading.times.printed_zones import without_zone_in_name
from site_gen.text import fold
from site_gen.values import dataclass

_KNOWN = frozenset(name for names in SHEET_FIELDS.values() for name in names)
_TIMED = ("date", "start", "time", "session_start")
_WHOLE_OR_FAMILY = ("name", "names", "speaker name", "author name")
_NAMES = ("name", "subject", "what", "betreff", "summary", "activity", "label")  # of an event with a time
_LONGEST_NAME = 400  # characters of a column's name that are looked at
_SIGNS = re.compile(r"[\s_\-/.:?*()\[\]]+")
_NEEDED = re.compile(r"\((?:required|optional|from [^()]{1,60})\)", re.IGNORECASE)  # or of another table
# "Autor/in", "Referent*innen", "Auteur·es", "Moderador(a)": both forms in one.
_BOTH_FORMS = re.compile(
    r"(?<=[^\W\d_])(?:[/*:·_](?:innen|in|es?|as?|os?|i|s|trice)|\((?:innen|in|e?s|en|e|as?|r)\)|\.e(?:\.s)?)(?![^\W\d_])",
    re.IGNORECASE,
)
_WRITINGS = re.compile(r"[\x20-\x7e]*[A-Za-z][\x20-\x7e]*|[^\x00-\u024f]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by position: of each field, of numbered authors, and the kinds of all others.

    `timed` are the fields whose cells surely say times, not only numbers.
    """

    of_field: Mapping[str, tuple[int, ...]]
    of_author: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    others: Mapping[int, str] = field(default_factory=dict)
    timed: frozenset[str] = frozenset()

    def has(self, *names: str) -> bool:
        """Whether the table has a column for each of these fields."""
        return all(name in self.of_field for name in names)

    def has_any(self, names: Iterable[str]) -> bool:
        """Whether the table has a column for one of these fields."""
        return not self.of_field.keys().isdisjoint(names)

    @property
    def has_papers(self) -> bool:
        """Whether the rows tell of papers: a title with anything else, or a number with authors."""
        named = bool(self.of_author) or self.has("authors") or self.has("last")
        known = len(self.of_field) + bool(self.of_author)
        return (self.has("title") and known > 1) or (self.has("number") and named)


@lru_cache(maxsize=2000)
def column_name(printed: str) -> str:
    """A column's name for comparing: "Paper_Title" and "paperTitle" are "paper title"."""
    printed, _ = without_zone_in_name(_NEEDED.sub("", printed[:_LONGEST_NAME]).strip())
    bare = _name(_BOTH_FORMS.sub("", printed))
    if bare in _KNOWN or printed.isascii():
        return bare if bare in _KNOWN else _name(printed)
    # "日期/Date", "题目 Title": one name in two writings.
    both = [_name(part.strip(" |")) for part in _WRITINGS.findall(printed)]
    return both[-1] if len(both) == 2 and _KNOWN.issuperset(both) else _name(printed)


def _name(printed: str) -> str:
    plain = _SIGNS.sub(" ", fold(printed)).strip()
    return plain if plain in _KNOWN else _SIGNS.sub(" ", fold(_CAMEL.sub(" ", printed))).strip()


def is_column_name(printed: str) -> bool:
    """Whether a text names a column, as far as is known here."""
    name = column_name(printed) if len(printed) < 60 else ""
    return name in _KNOWN or is_numbered_author(name)


def is_time_column(printed: str) -> bool:
    """Whether a name is that of a column of times."""
    names = {name for field in ("start", "end", "time") for name in PROGRAMME_FIELDS[field]}
    return column_name(printed) in names or _meaning(printed) in ("start", "end")


def columns_of(
    header: Sequence[str],
    mapped: Mapping[str, str],
    fields: Mapping[str, tuple[str, ...]],
    below: Sequence[Sequence[str]] = (),
) -> Columns:
    """The columns of a header: those that sources.yaml gives, then by known names, then by their words.

    `below` are rows of the table: a column whose cells cannot be what its name says is not of that field.
    """
    names, printed = _called(tuple(header))
    of_field = _mapped(names, mapped)
    taken = {index for indices in of_field.values() for index in indices}
    values = [[row[index] for row in below if index < len(row)] for index in range(len(names))]
    for name, found, is_known in _likely(tuple(header), _Same(fields)):
        sure = name == "decision" and is_known  # none of its rows may be decided yet
        held = found if name not in of_field else ()
        free = tuple(index for index in held if index not in taken and (sure or can_be(name, values[index])))
        if free and not is_known:
            # A second one of that meaning is told as not taken, unless it is called the same.
            free = tuple(index for index in free if names[index] == names[free[0]])
        if free:
            of_field[name] = free
            taken.update(free)
    part_titles(of_field, values)
    if "title" in fields:
        recognise_papers(of_field, names, values)
        recognise_topics(of_field, names)
    _recognise_family_names(of_field, names, values)
    _recognise_first_authors(of_field, printed)
    _recognise_by_values(of_field, fields, values, taken)
    if "decision" in fields:
        recognise_shown(of_field, names, values, [each for held in of_field.values() for each in held])
    _recognise_days(of_field, printed, values)
    if "session" not in mapped:
        leave_conference(of_field, names, values)
    of_author, of_field = numbered_authors(names, of_field)
    taken = {index for indices in of_field.values() for index in indices}
    taken |= {index for parts in of_author.values() for index in parts.values()}
    others = {index: kind_of_column(name) for index, name in enumerate(names) if index not in taken}
    timed = (name for name in _TIMED if name in of_field and are_times(values[of_field[name][0]]))
    return Columns(of_field, of_author, others, frozenset(timed))


@lru_cache(maxsize=256)  # of objects each has its header, and most the same one
def _called(header: tuple[str, ...]) -> tuple[tuple[str, ...], PrintedColumns]:
    """What the columns of a header are called, and where."""
    printed = in_one_language(header)
    names = tuple(map(column_name, printed))
    return names, PrintedColumns.of(names, [_meaning(name) for name in printed])


class _Same:
    """The names of fields, equal to themselves alone: there are a thousand, and few sets of them."""

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        self.fields = fields

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.fields is other.fields

    def __hash__(self) -> int:
        return id(self.fields)


@lru_cache(maxsize=256)
def _likely(header: tuple[str, ...], same: _Same) -> tuple[tuple[str, tuple[int, ...], bool], ...]:
    """The columns that may be those of each field by their names alone."""
    return tuple(_called(header)[1].of_fields(same.fields))


def may_be_of(
    header: tuple[str, ...], fields: Mapping[str, tuple[str, ...]], wanted: Collection[str]
) -> bool:
    """Whether columns may be those of one of the wanted fields, by their names alone."""
    return any(name in wanted for name, _, _ in _likely(header, _Same(fields)))


def with_named_events(columns: Columns, header: Sequence[str]) -> Columns:
    """The columns, where what has a time and a "name" or a "subject" is called so."""
    names = [column_name(name) for name in header]
    is_timed = columns.has_any(("start", "time", "session_start")) or columns.timed
    found = next((name for name in _NAMES if name in names), None)
    if not is_timed or found is None or columns.has_any(("title", "session", "talk", "talk_speaker")):
        return columns
    name = names.index(found)
    held = {field: indices for field, indices in columns.of_field.items() if name not in indices}
    others = {index: kind for index, kind in columns.others.items() if index != name}
    return replace(columns, of_field={**held, "session": (name,)}, others=others)


def _recognise_by_values(
    of_field: dict[str, tuple[int, ...]],
    fields: Mapping[str, tuple[str, ...]],
    values: Sequence[Sequence[str]],
    taken: Collection[int],
) -> None:
    """Decisions, and who is no author, are told by what stands in a column, whatever its name."""
    free = [index for index in range(len(values)) if index not in taken]
    decisions = tuple(index for index in free if are_verdicts(values[index]))[:1]
    if decisions and "decision" in fields and "decision" not in of_field:
        of_field["decision"] = decisions
    levels = (index for index in free if are_levels(values[index]))
    if "session" in of_field and (level := next(levels, None)) is not None:
        of_field["level"] = (level,)
    contacts = tuple(index for index in free if "contact_only" in values[index])
    if contacts and "iscontact" not in of_field:
        of_field["iscontact"] = contacts


def _recognise_family_names(
    of_field: dict[str, tuple[int, ...]], names: Sequence[str], values: Sequence[Sequence[str]]
) -> None:
    """Beside given names a column called "Name" holds those of the families."""
    found = [index for index, name in enumerate(names) if name in _WHOLE_OR_FAMILY]
    if "first" not in of_field or "last" in of_field or not found or are_several_words(values[found[0]]):
        return
    others = {name: tuple(at for at in held if at != found[0]) for name, held in of_field.items()}
    of_field.clear()
    of_field |= {name: held for name, held in others.items() if held} | {"last": (found[0],)}


def _recognise_first_authors(of_field: dict[str, tuple[int, ...]], printed: PrintedColumns) -> None:
    """Beside other authors, and no column of all of them, the first one stands in a column of his own."""
    if "coauthors" in of_field and printed.of_known_name("", FIELDS["authors"]) == ():
        of_field |= {"authors": first} if (first := printed.of_first_authors()) else {}


def _recognise_days(
    of_field: dict[str, tuple[int, ...]], printed: PrintedColumns, values: Sequence[Sequence[str]]
) -> None:
    """Columns called "start", "end" or, beside times, "session" that hold days are those of the days."""
    sessions = of_field.get("session", ())
    is_timed = any(name in of_field for name in ("start", "time"))
    if is_timed and "date" not in of_field and sessions and are_days(values[sessions[0]]):
        of_field["date"] = of_field.pop("session")
    taken = {index for indices in of_field.values() for index in indices}

    def others(name: str, check: Callable[[Sequence[str]], bool]) -> tuple[int, ...]:
        """The columns that another name of a field calls, and that hold what is looked for."""
        called = {
            at for each in PROGRAMME_FIELDS[name] for at in printed.by_name.get(each.replace(" ", ""), ())
        }
        return tuple(at for at in sorted(called - taken) if check(values[at]))

    dated = values[of_field["date"][0]] if "date" in of_field else ()
    if not are_days(dated):
        if "date" in of_field:  # "1", beside the day itself
            of_field["date"] = others("date", are_days) or of_field["date"]
        for name in ("start", "end"):  # "start_datetime" says more than "start_time"
            if name in of_field and (moments := others(name, are_moments)):
                of_field[name] = moments[:1]
        starts = of_field.get("start", ())
        if starts and all(map(str.isdecimal, dated)) and are_moments(values[starts[0]]):
            of_field.pop("date", None)  # "10", beside moments
    for name, field_of_days in (("start", "date"), ("end", "end_date")):
        synonyms = PROGRAMME_FIELDS[name]
        found = (*printed.of_known_name(name, synonyms), *printed.of_meaning(name))
        days = tuple(index for index in found if index not in taken and are_days(values[index]))[:1]
        if days and field_of_days not in of_field:
            of_field[field_of_days] = days


def _mapped(names: Sequence[str], mapped: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    found = {
        name: tuple(index for index, own in enumerate(names) if own == column_name(column))
        for name, column in mapped.items()
    }
    return {name: indices for name, indices in found.items() if indices}


@lru_cache(maxsize=2000)
def _meaning(printed: str) -> str | None:
    """The field that a name means, with its brackets and signs as printed."""
    return meaning_of(fold(_CAMEL.sub(" ", without_zone_in_name(printed[:_LONGEST_NAME])[0])))
