"""Rows of a table → records of accepted papers: an allow-list of fields, all else is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.conference import Authorship, Role
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.columns.verdicts import Verdict, are_types, verdict
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.byline_layouts import are_family_first, names_of
from site_gen.ingest.reading.people.institutions import have_workplaces, may_be_two, parted_at_plus
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.people.numbered_affiliations import are_marks, numbered_names, with_numbered
from site_gen.ingest.reading.tables.coded_sessions import with_coded_sessions
from site_gen.ingest.reading.tables.misspelt_columns import report_misspelt
from site_gen.ingest.reading.tables.orcid_cells import with_orcids
from site_gen.ingest.reading.tables.person_rows import with_people_joined
from site_gen.ingest.reading.tables.row_links import RowLinks
from site_gen.ingest.reading.tables.table import Cell, Row, Table
from site_gen.ingest.reading.texts.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.titles.title_links import LINKS, without_link_elements
from site_gen.ingest.records import Fact, PaperRecord
from site_gen.problems import ProblemLog
from site_gen.text import fold, squeeze

_LIST = re.compile(r"\s*[;|\n；、]\s*")
_PARTS_OF_NAME = ("first", "last", "affiliation")
_COUNTED = re.compile(r"[(\[]?\d{1,2}[)\].:]?\s")
_FIRST = re.compile(r"[(\[]?1[)\].:]\s+")  # the only one is that of the only name
_PRINTED_LIST = re.compile(r"\[(['\"])[^\[\]]*\1\]")
_QUOTED = re.compile(r"\s*(['\"])([^'\"]*)\1\s*")
_ABSTRACT_LABEL = re.compile(r"^\s*abstract\s*[:—–]\s*", re.IGNORECASE)  # as the page had it
_SHOWN = 80  # letters of a row in a message
_COMMAS = re.compile(r"\s*[,，]\s*")
_NUMBER = re.compile(r"#?\s*([\w-]{1,40}(?:\.[\w-]{1,40}){0,3})\.?")


@dataclass(slots=True)
class PaperRows:
    """Reads the rows of one table; counts what it leaves out."""

    table: Table
    problems: ProblemLog
    private: PrivateValues = field(default_factory=PrivateValues)
    _have_workplaces: dict[str, bool] = field(default_factory=dict)
    _are_family_first: dict[str, bool] = field(default_factory=dict)
    _rooms: dict[str, str] = field(default_factory=dict)
    _bylines: dict[Row, Fact[tuple[Authorship, ...]] | None] = field(default_factory=dict)
    _are_types: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.table = with_coded_sessions(with_people_joined(self.table))
        decisions = (cell.text for row in self.table.rows for cell in self.table.fields(row, "decision"))
        self._are_types = are_types(list(decisions))
        report_misspelt(self.table, self.problems)

    @property
    def has_decisions(self) -> bool:
        """Whether a column says which papers are accepted."""
        return self.table.layout.columns.has("decision")

    def accepted(self) -> Iterator[Row]:
        """The rows of accepted papers; the others are counted, and nothing of them is read."""
        if self.table.headings:
            self.private.pass_over("headings between rows", len(self.table.headings))
        for row in self.table.rows:
            found = self.verdict(row)
            if found == "accepted":
                self.count_others(row)
                yield row
            else:
                self.private.count(f"{found} rows")

    def pass_over(self, row: Row) -> None:
        """Name a row that is a heading of nothing, and count it."""
        self.private.pass_over("headings between rows", 1)
        text = self.private.without_addresses(squeeze(" · ".join(filter(None, map(str.strip, row.cells)))))
        what = f"'{text[:_SHOWN]}' is a heading between rows, of nothing: it is left out"
        hint = "if it is an entry, give it a title and a time in columns of their own"
        self.problems.warning("heading-row", what, self.table.place(row.line), hint)

    def refused(self) -> tuple[PaperRecord, ...]:
        """The papers that are not accepted; nothing of them is counted or told."""
        silent = PaperRows(self.table, ProblemLog())
        return tuple(silent.record(row) for row in self.table.rows if silent.verdict(row) != "accepted")

    def verdict(self, row: Row) -> Verdict:
        """What the row says of its paper; without a column of decisions it is accepted."""
        if self.is_hidden(row):
            return "rejected"
        deleted = self.table.field(row, "deleted")
        if deleted and verdict(deleted.text) != "rejected":  # "no" says that it stays
            return "withdrawn"
        if not self.has_decisions or self._are_types:
            return "accepted"
        verdicts = [verdict(cell.text) for cell in self.table.fields(row, "decision")]
        return next(
            (each for each in verdicts if each != "accepted"), "accepted" if verdicts else "undecided"
        )

    def is_hidden(self, row: Row) -> bool:
        """Whether a column says that the row is not for the public."""
        return any(verdict(cell.text) == "accepted" for cell in self.table.fields(row, "hidden"))

    def count_others(self, row: Row) -> None:
        """Count what a row has in columns that are not taken."""
        for index, kind in self.table.layout.columns.others.items():
            self.private.cell(kind, self.table.layout.header.text(index), row.text(index))

    def record(self, row: Row) -> PaperRecord:
        """The record of a row that is one paper."""
        doi = identifier_fact(Doi, self.line(row, "doi"), self.problems)
        authors = self.authors(row) or self._only_author(row)
        links = RowLinks(self.table, self.private, self.problems)
        return PaperRecord(
            place=self.table.place(row.line),
            title=self.line(row, "title"),
            authors=authors,
            abstract=self.paragraphs(row, "abstract"),
            award=self.line(row, "award"),
            links=links.of(row, doi, len(authors.value) if authors else 0),
            pages=identifier_fact(PageRange, self._pages(row), self.problems),
            doi=doi,
            keywords=self._keywords(row),
            submission=self.number(row),
        )

    def line(self, row: Row, name: str) -> Fact[str] | None:
        """A field on one line."""
        cell = self.table.field(row, name)
        text, links = without_link_elements(cell.text) if cell else ("", 0)
        if links:
            self.private.pass_over(LINKS, links)
        return self.private.line(without_tags(text), self.table.place(cell.line)) if cell else None

    def paragraphs(self, row: Row, name: str) -> Fact[str] | None:
        """A field of running text."""
        cell = self.table.field(row, name)
        text = _ABSTRACT_LABEL.sub("", markdown_of(cell.text)) if cell else ""
        return self.private.paragraphs(text, self.table.place(cell.line)) if cell else None

    def _pages(self, row: Row) -> Fact[str] | None:
        """The pages, in one column or in two for the first and the last."""
        first, last = self.line(row, "first_page"), self.line(row, "last_page")
        joined = Fact(f"{first.value}-{last.value}", first.place) if first and last else first
        return self.line(row, "pages") or joined

    def number(self, row: Row) -> Fact[str] | None:
        """The number of the submission, without a sign before it."""
        cell = self.table.field(row, "number")
        match = _NUMBER.fullmatch(cell.text.strip()) if cell else None
        return Fact(match[1], self.table.place(cell.line)) if cell and match else None

    def authors(self, row: Row) -> Fact[tuple[Authorship, ...]] | None:
        """The byline of a row, from one column, or from several that have a number each."""
        if row not in self._bylines:
            self._bylines[row] = self._byline(row)
        return self._bylines[row]

    def _byline(self, row: Row) -> Fact[tuple[Authorship, ...]] | None:
        cell, affiliations = self.table.field(row, "authors"), self.table.field(row, "affiliation")
        listed = affiliations.text if affiliations else ""
        raised = numbered_names(cell.text, cell.line, listed, self.private) if cell else []
        names = raised or [*self.names(row, "authors"), *self._numbered_authors(row)]
        if any(map(are_marks, names)):
            names = with_numbered(names, self.private.without_addresses(listed))
        elif affiliations and names and not raised:
            names = self._with_affiliations(names, affiliations)
        names = self.identified(row, names)
        if names or self.table.layout.columns.has("authors"):
            names += self._other_authors(row, names)
        return authors_fact(self.table.document, names, self.problems) if names else None

    def identified(self, row: Row, names: list[PrintedName]) -> list[PrintedName]:
        """The people of a row, with the ORCID iDs of a column of their own."""
        cell = self.table.field(row, "orcid") if names else None
        return self._identified(names, cell) if cell else names

    def _identified(self, names: list[PrintedName], cell: Cell) -> list[PrintedName]:
        return with_orcids(names, cell, self.table.place(cell.line), self.private, self.problems)

    def _other_authors(self, row: Row, first: Sequence[PrintedName]) -> list[PrintedName]:
        """The authors whom a column of their own names besides the first ones."""
        known = {fold(name.name) for name in first}
        return [name for name in self.names(row, "coauthors") if fold(name.name) not in known]

    @property
    def rooms(self) -> Mapping[str, str]:
        """The rooms that the table names, by their folded names."""
        if not self._rooms:
            cells = (cell for row in self.table.rows for cell in self.table.fields(row, "room"))
            self._rooms = {fold(cell.text): squeeze(cell.text) for cell in cells if cell.text.strip()}
        return self._rooms

    def leave_unread(self) -> None:
        """Note the columns of known fields that nothing was made of; an end says how long something is."""
        for name, filled in self.table.unread():
            if name != "duration" or not self.table.layout.columns.has("end"):
                self.private.leave(name, filled)

    def _only_author(self, row: Row) -> Fact[tuple[Authorship, ...]] | None:
        names = self.in_parts(row)
        names += self._other_authors(row, names) if names else []
        return authors_fact(self.table.document, names, self.problems) if names else None

    def in_parts(self, row: Row) -> list[PrintedName]:
        """The one person of a row whose given and family names stand in columns of their own."""
        cells = {name: cell for name in _PARTS_OF_NAME if (cell := self.table.field(row, name))}
        return self.identified(row, self.author(cells)) if "last" in cells else []

    def affiliated(self, row: Row, names: list[PrintedName], role: Role) -> list[PrintedName]:
        """Who speaks, with the institutions of a column that lists one for each."""
        if role == "speaker" and not self.table.layout.columns.has("authors"):
            names = self.identified(row, names)
        cell = self.table.field(row, "affiliation") if role == "speaker" and names else None
        if cell is None or any(name.affiliations for name in names):
            return names
        return self._with_affiliations(names, cell)

    def names(self, row: Row, field: str) -> list[PrintedName]:
        """Those whom the cells of a field name, and where they work, if cells say that behind commas."""
        return [name for cell in self.table.fields(row, field) for name in self.split(cell, field)]

    def split(self, cell: Cell, field: str) -> list[PrintedName]:
        """Those whom a cell of a field names."""
        if field not in self._have_workplaces:
            cells = [cell.text for row in self.table.rows for cell in self.table.fields(row, field)]
            self._have_workplaces[field] = have_workplaces(cells)
            self._are_family_first[field] = are_family_first(cells)
        if self._have_workplaces[field]:
            text = self.private.without_addresses(cell.text)
            if may_be_two(text):
                name, _, place = text.partition(",")
                what = f"'{squeeze(place)}' is read as where {squeeze(name)} works, as in the other rows"
                hint = "where it is a second person, write a semicolon between the two"
                self.problems.warning("doubtful-name", what, self.table.place(cell.line), hint)
            return names_of(text, cell.line, self.private, affiliated=True)
        of_one = f"{cell.text};" if self._are_family_first[field] and "," in cell.text else cell.text
        return split_authors(of_one, cell.line, self.private)

    def _numbered_authors(self, row: Row) -> list[PrintedName]:
        names = []
        for parts in self.table.layout.columns.of_author.values():
            cells = {name: row.cell(index) for name, index in parts.items()}
            own = self.author(cells)
            names += self._identified(own, cells["orcid"]) if own and "orcid" in cells else own
        return names

    def author(self, cells: dict[str, Cell]) -> list[PrintedName]:
        """The name that stands in cells of its own: whole, or given and family name apart."""
        texts = {name: self.private.without_addresses(cell.text) for name, cell in cells.items()}
        affiliation = squeeze(texts.get("affiliation", ""))
        affiliations = (affiliation,) if affiliation else ()
        if texts.get("authors", "").strip():
            whole = texts["authors"]
            cell = cells["authors"]
            names = split_authors(whole, cell.line, self.private)
            return (
                [one_name(names[0].name, "", cell.line, affiliations or names[0].affiliations)]
                if names
                else []
            )
        given, family = texts.get("first", ""), texts.get("last", "")
        if not (given + family).strip():
            return []
        line = min(cells[name].line for name in ("first", "last") if name in cells)
        return [one_name(given, family, line, affiliations)]

    def _with_affiliations(self, names: Sequence[PrintedName], cell: Cell) -> list[PrintedName]:
        """The names with the affiliations of a column that lists one an author; others are left out."""
        parts = [squeeze(part) for part in _LIST.split(self.private.without_addresses(cell.text))]
        # Between two separators stands an author of whom none is known.
        listed = parts if len(parts) == len(names) else [part for part in parts if part]
        if len(listed) == 1:
            listed = [_FIRST.sub("", listed[0])]
        are_numbered = len(listed) > 1 and all(_COUNTED.match(part) for part in listed if part)
        if len(listed) != len(names) or are_numbered:  # numbers stand for them in the byline
            self.private.leave("affiliations")
            return list(names)
        return [
            replace(name, affiliations=own)
            for name, own in zip(names, map(parted_at_plus, listed), strict=True)
        ]

    def _keywords(self, row: Row) -> Fact[tuple[str, ...]] | None:
        if not (cells := self.table.fields(row, "keywords")):
            return None
        text = self.private.without_addresses("\n".join(cell.text for cell in cells)).strip()
        if _PRINTED_LIST.fullmatch(text):  # "['trees', 'owls']", as a program prints it
            text = _QUOTED.sub(r"\2", text.strip("[]"))
        separator = _LIST if _LIST.search(text) else _COMMAS
        listed = tuple(dict.fromkeys(squeeze(word) for word in separator.split(text) if word.strip()))
        return Fact(listed, self.table.place(cells[0].line)) if listed else None
