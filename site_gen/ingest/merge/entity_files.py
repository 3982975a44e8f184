"""Where the entities of an edition stand: papers in files of their own, others in one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from site_gen.content import Content, ItemList, Plain, edit_mapping, write_mapping
from site_gen.problems import Place, ProblemLog


class EntityFiles(Protocol):
    """Entities of one kind. Nothing is written: `changed` gives the texts that differ.

    Changing and adding raise ValueError where the file is not written with one key a line.
    """

    current: dict[str, dict[str, Plain]]

    def place(self, entity: str, *steps: str | int) -> Place:
        """Where an entity, or what steps lead to in it, stands."""

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        """Set fields, or remove those whose value is None."""

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:
        """Add an entity; in a list behind the one of the id `after`, or first."""

    def changed(self) -> Mapping[str, str | None]:
        """The texts of the files that are no longer as they were; None for one that goes."""


def report_style(error: ValueError, place: Place, problems: ProblemLog) -> None:
    """Report a file that cannot be changed as it is written."""
    problems.error("flow-style", f"cannot be changed: {error}", place, "write one key a line")


class SeparateFiles:
    """Entities with a file of their own; `file_of` gives its name, `schema` its JSON Schema's."""

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
        self._texts: dict[str, str | None] = {}

    def place(self, entity: str, *steps: str | int) -> Place:
        return self._content.place(self._file_of(entity), list(steps))

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        file = self._file_of(entity)
        self._texts[file] = edit_mapping(self._text(file), changes)

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:  # noqa: ARG002  # no order
        self._texts[self._file_of(entity)] = write_mapping(fields, self._schema)

    def remove(self, entity: str) -> None:
        """Take the file of an entity away."""
        self._texts[self._file_of(entity)] = None

    def is_as_written(self, entity: str) -> bool:
        """Whether a file holds no word, not even a comment, that ingest would not write."""
        written = write_mapping(self.current[entity], self._schema)
        return sorted(self._text(self._file_of(entity)).splitlines()) == sorted(written.splitlines())

    def changed(self) -> Mapping[str, str | None]:
        return self._texts

    def _text(self, file: str) -> str:
        return (self._texts[file] if file in self._texts else self._content.text(file, ProblemLog())) or ""


class ListFile:
    """Entities in one file that holds a list; `schema` is the comment of a new file."""

    def __init__(
        self, content: Content, current: dict[str, dict[str, Plain]], file: str, schema: str
    ) -> None:
        self.current = current
        self._content = content
        self._file = file
        self._head = f"# {schema}\n"
        self._before = content.text(file, ProblemLog())
        self._edited: ItemList | None = None

    @property
    def last(self) -> str | None:
        """The id of the last entity; None where there is none."""
        return next(reversed(self.current), None)

    @property
    def _items(self) -> ItemList:
        """The list, cut into its items at the first change."""
        if self._edited is None:
            self._edited = ItemList(self._before or self._head)
        return self._edited

    def place(self, entity: str, *steps: str | int) -> Place:
        return self._content.place(self._file, [entity, *steps])

    def change(self, entity: str, changes: Mapping[str, Plain]) -> None:
        self._items.change(entity, changes)

    def add(self, entity: str, fields: Mapping[str, Plain], after: str | None) -> None:
        self._items.insert({"id": entity, **fields}, after)

    def remove(self, entity: str) -> None:
        """Take an entity out of the list."""
        self._items.remove(entity)

    def changed(self) -> Mapping[str, str | None]:
        """The text, if it is no longer as it was; a file without items or words of an editor goes."""
        if self._edited is None:
            return {}
        text = self._edited.text
        if text == (self._before or self._head):
            return {}
        if text == self._head:
            return {self._file: None}
        # Comments alone would be read as a file that lost its entities.
        return {self._file: text if self.current else f"{text.rstrip()}\n[]\n"}
