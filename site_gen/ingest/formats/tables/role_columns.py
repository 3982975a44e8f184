"""The columns of a programme that name people, and what labels in their cells say of some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from site_gen.conference import Role
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.role_labels import Roles, in_roles, roles_in, unknown_label
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Cell, Row


@dataclass
class RoleColumns:
    """Reads the cells of the columns of one programme that are called by a role."""

    rows: PaperRows
    _roles: dict[str, Roles] = field(default_factory=dict)
    _reported: set[Cell] = field(default_factory=set)

    def people(self, row: Row, role: Role) -> Iterator[tuple[Role, list[PrintedName]]]:
        """Those whom the column of a role names, by what labels before them say: "Moderator: Ann Lee"."""
        for cell in self.rows.table.fields(row, role):
            parts = in_roles(cell.text, self._roles_in(role))
            if parts is None and (label := unknown_label(cell.text)):
                self._report(cell, label)
                continue
            for own, text in [(None, cell.text)] if parts is None else parts:
                people = self.rows.split(Cell(text, cell.line), role)
                yield own or role, [each for each in people if each.name]

    def _roles_in(self, name: str) -> Roles:
        if name not in self._roles:
            table = self.rows.table
            rows = (*table.rows, *table.headings)
            self._roles[name] = roles_in([cell.text for row in rows for cell in table.fields(row, name)])
        return self._roles[name]

    def _report(self, cell: Cell, label: str) -> None:
        if cell in self._reported:
            return
        self._reported.add(cell)
        what = f"'{label}' before a name is nothing that is known: nobody is read of this cell"
        hint = f"write the name alone, or in a column of its own that is called '{label}'"
        self.rows.problems.warning("doubtful-name", what, self.rows.table.place(cell.line), hint)
