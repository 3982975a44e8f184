"""Where the entities of an edition stand: papers in files of their own, others in one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from site_gen.content import Content, Plain, edit_item, edit_mapping, insert_item, remove_item, write_mapping
from site_gen.problems import Place, ProblemLog


class Shelf(Protocol):
    """Entities of one kind. Nothing is written: `files` tells the texts that changed."""

    current: dict[str, dict[str, Plain]]

    def place(self, entity: str, field: str = "") -> Place:
        """Where an entity, or a field of it, stands."""

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        """Set fields, or remove those whose value is None."""

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:
        """Add an entity, in a list behind the one of the id `after`."""

    def files(self) -> dict[str, str]:
        """The texts of the files that are no longer as they were."""


class FileShelf:
    """Entities with a file of their own; `file_of` tells its name, `schema` its JSON Schema's."""

    def __init__(
        self,
        content: Content,
        current: dict[str, dict[str, Plain]],
        file_of: Callable[[str], str],
        schema: str,
    ) -> None:
        self.current = current
        self._content = content
        self._file_of = file_of
        self._schema = schema
        self._texts: dict[str, str] = {}

    def place(self, entity: str, field: str = "") -> Place:
        return self._content.place(self._file_of(entity), [field] if field else [])

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        file = self._file_of(entity)
        text = self._texts.get(file) or self._content.text(file, ProblemLog()) or ""
        self._texts[file] = edit_mapping(text, changes)

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:  # noqa: ARG002  # no order
        self._texts[self._file_of(entity)] = write_mapping(fields, self._schema)

    def files(self) -> dict[str, str]:
        return self._texts


class ListShelf:
    """Entities in one file that holds a list."""

    def __init__(
        self, content: Content, current: dict[str, dict[str, Plain]], file: str, schema: str
    ) -> None:
        self.current = current
        self._content = content
        self._file = file
        self._before = content.text(file, ProblemLog())
        self._text = self._before or f"# {schema}\n"

    def place(self, entity: str, field: str = "") -> Place:
        return self._content.place(self._file, [entity, field] if field else [entity])

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        self._text = edit_item(self._text, entity, changes)

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:
        self._text = insert_item(self._text, {"id": entity, **fields}, after)

    def remove(self, entity: str) -> None:
        """Take an entity out of the list."""
        self._text = remove_item(self._text, entity)

    def files(self) -> dict[str, str]:
        changed = self._text != self._before and (self._before is not None or self.has_items)
        return {self._file: self._text} if changed else {}

    @property
    def has_items(self) -> bool:
        """Whether the list holds anything."""
        return any(line.startswith("- ") for line in self._text.splitlines())


def order_before(ids: Sequence[str], entity: str, present: Mapping[str, object]) -> str | None:
    """The nearest id before an entity in the new order that is there already."""
    before = ids[: ids.index(entity)]
    return next((other for other in reversed(before) if other in present), None)
