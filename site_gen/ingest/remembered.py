"""Which documents the provenance of content names: it is searched, not parsed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path


def remembered(project: Path, documents: Collection[str]) -> set[str]:
    """The documents that the provenance of any edition names; it is searched, not parsed."""
    if not documents:
        return set()
    written = {document: _as_written(document) for document in documents}
    found: set[str] = set()
    for text in _provenance(project):
        found |= {document for document, forms in written.items() if any(form in text for form in forms)}
    return found


def _as_written(document: str) -> tuple[bytes, ...]:
    """A place in a document as YAML may have it: plain, in double quotes, in single ones."""
    quoted = json.dumps(document, ensure_ascii=False)[1:-1]
    forms = (document, quoted, document.replace("'", "''"))
    return tuple(f"{form}:".encode(errors="surrogateescape") for form in dict.fromkeys(forms))


def _provenance(project: Path) -> Iterator[bytes]:
    return _read(project.glob("content/*/provenance/**/*.yaml"))


def _read(files: Iterable[Path]) -> Iterator[bytes]:
    for file in sorted(files):
        try:
            yield file.read_bytes()
        except OSError:  # what is no file, or may not be read, is told where it is needed
            continue


def editions_of(project: Path, document: str) -> list[str]:
    """The editions that hold anything of a document."""
    folders = sorted(path.parent for path in project.glob("content/*/provenance"))
    return [folder.name for folder in folders if _names(folder, _as_written(document))]


def _names(edition: Path, forms: Collection[bytes]) -> bool:
    return any(form in text for text in _read(edition.glob("provenance/**/*.yaml")) for form in forms)
