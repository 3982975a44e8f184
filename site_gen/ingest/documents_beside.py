"""Documents of objects beside each other: files of sessions, a schedule and speakers that call each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from site_gen.conference import SourceDocument
from site_gen.ingest.formats import OBJECT_LIST, detect
from site_gen.ingest.records import Document
from site_gen.ingest.source_files import text_of
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_SUFFIXES = (".json", ".yml", ".yaml")
_LARGEST = 4 << 20  # bytes of a file that others may call


@dataclass(frozen=True, slots=True)
class DocumentsBeside:
    """The files of objects of a project, by their editions as sources.yaml says them."""

    project: Path
    of_edition: Mapping[str | None, tuple[str, ...]]

    @classmethod
    def of(
        cls, project: Path, paths: Sequence[str], entries: Mapping[str, SourceDocument]
    ) -> DocumentsBeside:
        """Those among the documents of a project."""
        found: dict[str | None, tuple[str, ...]] = {}
        for path in paths:
            file = project / path
            if PurePosixPath(path).suffix.lower() in _SUFFIXES and file.stat().st_size <= _LARGEST:
                edition = entries[path].edition if path in entries else None
                found[edition] = (*found.get(edition, ()), path)
        return cls(project, found)

    def held(self, path: str) -> tuple[tuple[str, bytes], ...]:
        """The paths and bytes of those beside a document that is one of them."""
        group = next((paths for paths in self.of_edition.values() if path in paths), ())
        return tuple((each, (self.project / each).read_bytes()) for each in group if each != path)


def documents_beside(held: Sequence[tuple[str, bytes]]) -> tuple[Document, ...]:
    """The documents that these files are; what is wrong in them is told where they are read themselves.

    What a system wrote calls and is called by its own rules.
    """
    texts = ((path, _text(path, each)) for path, each in held)
    return tuple(Document(path, text) for path, text in texts if text)


@lru_cache(maxsize=32)  # each is beside all others
def _text(path: str, held: bytes) -> str:
    """The text of a file of objects; empty where a format of a system knows it."""
    text = text_of(held, path, None, ProblemLog()) or ""
    return text if detect(text) in (None, OBJECT_LIST) else ""
