"""Content files as they are written: plain values with the places of what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.content import paths
from site_gen.content.files import read_text
from site_gen.content.plain import Plain, Step, expand_keys
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

if TYPE_CHECKING:
    from site_gen.content.reading import YamlTree


@dataclass(frozen=True, slots=True)
class Written:
    """The folder content/ of a project, read file by file."""

    project: Path
    _trees: dict[str, YamlTree | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def text(self, file: str, problems: ProblemLog) -> str | None:
        """The text of a file as it stands; None where there is none or it is wrong, after telling so."""
        return read_text(self.project, file, problems)

    def mapping(self, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        """The keys of a file that holds one entity; None where there is no such file or it is wrong."""
        return self.mapping_of(self.text(file, problems), file, problems)

    def mapping_of(self, text: str | None, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        """The keys that stand in a text, which is that of the file."""
        written = self.keys_of(text, file, problems)
        return None if written is None else expand_keys(written)

    def listed(self, file: str, problems: ProblemLog, key: str = "id") -> list[dict[str, Plain]]:
        """The items of a file that holds a list of entities; none where there is no such file."""
        return self.items_of(self.text(file, problems), file, problems, key)

    def items_of(
        self, text: str | None, file: str, problems: ProblemLog, key: str = "id"
    ) -> list[dict[str, Plain]]:
        """The items that stand in a text, which is that of the file."""
        value = _plain(text, file, problems)
        items = value if isinstance(value, list) else []
        wrong = [number for number, item in enumerate(items) if not isinstance(item, dict)]
        if wrong or (value is not None and not isinstance(value, list)):
            hint = f"begin each item with '- {key}: …'"
            what = "this file holds a list of items with keys"
            problems.error("not-a-list", what, self.place(file, wrong[:1]), hint)
            return []
        return [expand_keys(item) for item in items if isinstance(item, dict)]

    def keys_of(self, text: str | None, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        """The keys that stand in a text, as written; None where there are none, after telling why."""
        value = _plain(text, file, problems)
        if value is None or isinstance(value, dict):
            return value
        problems.error("not-keys", "this file holds keys and values", Place(file, 1))
        return None

    def place(self, file: str, steps: Sequence[Step]) -> Place:
        """The place in a file of what steps lead to. Reads the file again: only problems need it."""
        if file not in self._trees:
            from site_gen.content.pages import front_matter  # late: these import yaml
            from site_gen.content.reading import read_tree

            text = self.text(file, ProblemLog()) or ""
            self._trees[file] = read_tree(front_matter(text) if file.endswith(".md") else text)
        tree = self._trees[file]
        return Place(file, *tree.position(steps)) if tree else Place(file)

    def locate(self, kind: str, edition: str = "", entity: str = "", *steps: Step) -> Place:
        """The place of an entity, or of what is inside it; without steps the file alone for a paper."""
        file = paths.file_of(kind, edition, entity)
        if kind in ("papers", "pages", "conference", "series"):
            return self.place(file, steps) if steps else Place(file)
        if kind in ("rooms", "tracks", "volumes"):
            return self.place(file, [kind, entity, *steps])
        return self.place(file, [entity, *steps]) if entity else Place(file)

    def source(self, kind: str, edition: str = "", entity: str = "") -> Place:
        """The file of an entity; unlike `locate` it costs nothing."""
        return Place(paths.file_of(kind, edition, entity))


_FILL = "bring its text back; if it shall hold nothing delete it, or write [] into a list"


def _emptiness(text: str) -> str:
    return "holds comments only" if "#" in text else "is empty"


def _plain(text: str | None, file: str, problems: ProblemLog) -> Plain:
    if text is None:
        return None
    from site_gen.content.reading import read_yaml  # late: it imports yaml

    before = problems.error_count
    value = read_yaml(text, file, problems)
    if value is None and problems.error_count == before:
        # Half saved, or emptied by mistake: that an edition lost all of it is never taken for a deletion.
        is_of_edition = file not in paths.SERIES_FILES and "/provenance/" not in file
        report = problems.error if is_of_edition else problems.warning
        report("empty-file", f"the file {_emptiness(text)}", Place(file, 1), _FILL)
    return value
