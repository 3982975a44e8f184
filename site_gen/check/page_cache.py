"""What was read on pages when they were checked last: a page with the same bytes is not read again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from site_gen.check.page import Fault, Link, PageFacts, Picture, read_html
from site_gen.graph.fingerprints import tool
from site_gen.graph.store import load_cache, save_cache
from site_gen.workers import share_out

_Plain = tuple[Any, ...]

_LISTED = (Link, Picture, Fault)  # the last fields of PageFacts, in their order
_PROCESSES = 2
_WORTH_A_PROCESS = 200  # pages


class PageCache:
    """The facts of pages by the SHA-256 of their bytes."""

    def __init__(self, project: Path) -> None:
        """With what the last check of the project kept."""
        self._file = project / ".plenary" / "checked"
        self._known: dict[str, _Plain] = load_cache(self._file, tool()) or {}
        self._cached = frozenset(self._known)
        self._now: dict[str, _Plain] = {}

    def read_ahead(self, pages: Iterable[tuple[str, Path]]) -> None:
        """Read pages, of which the SHA-256 is told, in several processes at once."""
        new = [(sha256, file) for sha256, file in pages if sha256 not in self._known]
        processes = min(_PROCESSES, os.cpu_count() or 1) if len(new) >= _WORTH_A_PROCESS else 1
        for found in share_out(new, _read, processes):
            self._known.update(found)

    def facts(self, sha256: str, body: bytes) -> PageFacts:
        """The facts of the page with these bytes. Raises UnicodeDecodeError for what is no UTF-8."""
        known = self._now[sha256] = self._known.get(sha256) or _plain(read_html(body.decode()))
        *others, links, pictures, faults = known
        held = zip(_LISTED, (links, pictures, faults), strict=True)
        lists = ([kind(*each) for each in listed] for kind, listed in held)
        return PageFacts(*others, *lists)

    def save(self) -> None:
        """Keep what served, for the next check; a project that may not be written to stays as it is."""
        if self._now.keys() != self._cached:
            with suppress(OSError):
                save_cache(self._file, tool(), self._now)


def _read(pages: Sequence[tuple[str, Path]]) -> dict[str, _Plain]:
    """What can be read and is as it was built; what is not is left to those who tell of it."""
    found = {}
    for sha256, file in pages:
        with suppress(OSError, UnicodeDecodeError):
            body = file.read_bytes()
            if hashlib.sha256(body).hexdigest() == sha256:
                found[sha256] = _plain(read_html(body.decode()))
    return found


def _plain(facts: PageFacts) -> _Plain:
    *others, links, pictures, faults = (getattr(facts, field.name) for field in fields(facts))
    return (*others, *([tuple(each) for each in held] for held in (links, pictures, faults)))
