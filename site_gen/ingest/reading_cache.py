"""What each source document gave when it was read last: one with the same bytes is not read again.

A document that holds what is not for the public, or papers that were not accepted, is read every time:
nothing of these is written anywhere.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from site_gen.graph.fingerprints import tool
from site_gen.graph.store import load_cache, save_cache
from site_gen.ingest.formats import SOURCE_FORMATS
from site_gen.ingest.reading.columns.private_values import without_addresses
from site_gen.ingest.records import Reading, SourceFormat
from site_gen.problems import Problem, ProblemLog
from site_gen.values import replace

_FORMATS = {each.name: each for each in SOURCE_FORMATS}


class ReadingCache:
    """The readings of a project's documents, each in a file of its own in .plenary/readings/."""

    def __init__(self, project: Path) -> None:
        self._folder = project / ".plenary" / "readings"
        self._used: set[str] = set()

    def reading(
        self,
        path: str,
        held: bytes,
        asked: object,
        read: Callable[[ProblemLog], Reading | None],
        problems: ProblemLog,
    ) -> Reading | None:
        """What `read` makes of a document with these bytes, and of what else is asked, now or before.

        The problems are reported as when it was read, without email addresses. None, with errors, is never
        cached.
        """
        file = self._folder / _digest(path.encode("utf-8", "surrogateescape"))
        code = _digest(held, f"{tool()}\0{path}\0{asked!r}".encode("utf-8", "surrogateescape"))
        self._used.add(file.name)
        if (known := load_cache(file, code)) is not None and (held_before := _restored(known)):
            reading, found = held_before
            problems.extend(found)
            return reading
        log = ProblemLog()
        made = read(log)
        told = [_without_addresses(problem) for problem in log.all]
        problems.extend(told)
        if made and not log.errors and not made.is_private and not made.refused:
            self._folder.mkdir(parents=True, exist_ok=True)
            save_cache(file, code, _pickled(made, told))
        else:
            file.unlink(missing_ok=True)
        return made

    def prune(self) -> None:
        """Forget the documents that nobody asked for."""
        for file in self._folder.glob("*"):
            if file.name not in self._used:
                file.unlink(missing_ok=True)


def _digest(*parts: bytes) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d\0%b" % (len(part), part))
    return digest.hexdigest()


def _without_addresses(problem: Problem) -> Problem:
    """A problem that shows no email address of the line that it is of."""
    shown = (problem.what, problem.hint, problem.excerpt)
    what, hint, excerpt = map(without_addresses, shown)
    return (
        problem if (what, hint, excerpt) == shown else replace(problem, what=what, hint=hint, excerpt=excerpt)
    )


def _pickled(reading: Reading, told: list[Problem]) -> bytes:
    """A reading with its problems; a source format is written as its name."""
    held = BytesIO()
    pickler = pickle.Pickler(held, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {SourceFormat: lambda written: (_format_named, (written.name,))}
    pickler.dump((reading, told))
    return held.getvalue()


def _format_named(name: str) -> SourceFormat:
    return _FORMATS[name]


def _restored(held: bytes) -> tuple[Reading, list[Problem]] | None:
    """The reading and its problems; None where something else was put away, which is read again then."""
    try:
        restored: tuple[Reading, list[Problem]] = _Restored(BytesIO(held)).load()
    except pickle.UnpicklingError:
        return None
    return restored


class _Restored(pickle.Unpickler):
    """Takes out records, values of the model and problems, and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _format_named.__name__):
            return _format_named
        if module.startswith("site_gen.conference.") or module in _PLAIN_MODULES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a reading")


_PLAIN_MODULES = (
    "site_gen.ingest.facts", "site_gen.ingest.records", "site_gen.ingest.edition_records",
    "site_gen.ingest.unknown_columns", "site_gen.problems", "datetime",
)  # fmt: skip
