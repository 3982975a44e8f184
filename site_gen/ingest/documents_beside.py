"""Documents of objects beside each other: files of sessions, a schedule and speakers that call each other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from site_gen.conference import SourceDocument
from site_gen.ingest.formats import OBJECT_LIST, detect
from site_gen.ingest.records import Document
from site_gen.ingest.source_files import bytes_of, text_of
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_SUFFIXES = (".json", ".yml", ".yaml")
_LARGEST = 1 << 20  # bytes of a file that others may call
_MOST = 8  # files of one edition that call each other: a file for each talk does not


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that others of its edition may call: its text, and what tells of a change in it."""

    document: Document
    digest: str


def documents_beside(
    project: Path, paths: Sequence[str], entries: Mapping[str, SourceDocument]
) -> dict[str, tuple[Beside, ...]]:
    """What stands beside each document, which is a file of objects; editions are those of sources.yaml.

    A file is left out where it is large, where its edition has many, or where a system wrote it, which calls
    by its own rules. What is wrong in it is told where it is read itself.
    """
    editions: dict[str | None, list[str]] = {}
    for path in paths:
        if PurePosixPath(path).suffix.lower() in _SUFFIXES:
            editions.setdefault(entries[path].edition if path in entries else None, []).append(path)
    found: dict[str, tuple[Beside, ...]] = dict.fromkeys(paths, ())
    for together in editions.values():
        if 1 < len(together) <= _MOST:
            held = {path: beside for path in together if (beside := _beside(project, path))}
            found |= {
                path: tuple(beside for other, beside in held.items() if other != path) for path in together
            }
    return found


def _beside(project: Path, path: str) -> Beside | None:
    try:
        held = bytes_of(project / path) or b""
    except OSError:
        return None
    text = text_of(held, path, None, ProblemLog()) if len(held) <= _LARGEST else None
    if not text or detect(text) not in (None, OBJECT_LIST):
        return None
    return Beside(Document(path, text), hashlib.blake2b(held, digest_size=16).hexdigest())
