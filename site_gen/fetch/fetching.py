"""Every document of sources.yaml that has an address → content/sources/; the last good copy stays."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from site_gen.conference import SourceDocument
from site_gen.content import Content
from site_gen.content.paths import SOURCE_DOCUMENTS, SOURCES
from site_gen.fetch.download import Download, Mark, NotFetched, download, token_name
from site_gen.fetch.judging import why_not
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import counted

_MARKS = Path(".plenary", "fetched.json")
_AFTER = timedelta(days=14)  # after the last day of an edition its sources do not change


@dataclass(slots=True)
class Fetched:
    """What became of each document, and how many there are and changed."""

    lines: list[str] = field(default_factory=list)
    asked: int = 0
    changed: int = 0

    @property
    def closing(self) -> str:
        """What was done, in one line, and what comes next."""
        if not self.asked:
            return f"No document of {SOURCES} has a `url:`"
        done = f"Fetched {counted(self.asked, 'document')}, {self.changed} changed → {SOURCE_DOCUMENTS}/"
        return f"{done}    Next: ingest" if self.changed else done


def fetch(
    project: Path,
    problems: ProblemLog,
    *,
    today: date,
    accept: bool = False,
    http: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> Fetched:
    """Fetch what changed. A copy that looks wrong is not taken, unless `accept`; nothing stops the others.

    `http` allows addresses that begin with http:. Tokens come from the environment alone.
    Raises Stop where a file cannot be written.
    """
    content = Content(project)
    entries, series = content.source_documents(problems), content.series(problems)
    fetched, marks = Fetched(), _read_marks(project)
    if problems.errors or series is None:
        return fetched
    ended = {each.id: each.last_day for each in series.conferences if each.last_day}
    for number, entry in enumerate(entries):
        if not entry.url or entry.ignore:
            continue
        fetched.asked += 1
        last_day = ended.get(entry.edition or "")
        if last_day and last_day + _AFTER < today and not accept:
            fetched.lines.append(f"{entry.file}: not fetched, its edition ended on {last_day}")
            continue
        one = _One(project, entry, content.place(SOURCES, [number, "url"]), marks)
        try:
            line = one.fetched(accept=accept, http=http, environment=environment)
        except NotFetched as error:
            problems.error("not-fetched", error.what, one.place, error.hint)
            continue
        fetched.changed += one.is_changed
        fetched.lines.append(line)
    _write(project / _MARKS, json.dumps(marks, indent=1, sort_keys=True).encode())
    return fetched


class _One:
    """One document and the file that holds its last good copy."""

    def __init__(
        self, project: Path, entry: SourceDocument, place: Place, marks: dict[str, list[str]]
    ) -> None:
        name = entry.file.removeprefix("content/").removeprefix("sources/")
        self.path = f"{SOURCE_DOCUMENTS}/{name}"
        self.place = place
        self.is_changed = False
        self._file = project / SOURCE_DOCUMENTS / name
        self._entry = entry
        self._address = str(entry.url)
        self._marks = marks
        if Path(name).name != name or name.startswith("."):
            raise Stop(ExitStatus.CONTENT, f"'{entry.file}' is no file of {SOURCE_DOCUMENTS}/")

    def fetched(self, *, accept: bool, http: bool, environment: Mapping[str, str]) -> str:
        """Get the document, and take it if it may be taken. Raises NotFetched."""
        if urlsplit(self._address).scheme != "https" and not http:
            raise NotFetched(f"{self._address} is not https:", "`fetch --http` takes it all the same")
        old = self._file.read_bytes() if self._file.is_file() else None
        token = environment.get(token_name(self._address))
        got = download(self._address, self._known(old), token)
        if got.body is None or got.body == old:
            self._note(old or b"", got.mark)
            return f"{self.path}: not changed"
        self._judge(got, old, accept=accept)
        _write(self._file, got.body)
        self._note(got.body, got.mark)
        self.is_changed = True
        return f"{self.path}: {'changed' if old else 'new'}, {len(got.body):,} bytes"

    def _judge(self, got: Download, old: bytes | None, *, accept: bool) -> None:
        why = why_not(self.path, old, got.body or b"", self._entry.encoding)
        if why and not accept:
            note = "; the last good copy stays" if old else ""
            hint = "look at it; `fetch --accept` takes it all the same"
            raise NotFetched(f"what {self._address} gives is not taken: {why}{note}", hint)

    def _known(self, old: bytes | None) -> Mark:
        """The mark of the copy that is there; none where it is not that which was fetched from here."""
        address, digest, etag, modified = self._marks.get(self.path, ["", "", "", ""])
        is_same = old is not None and address == self._address and digest == sha256(old).hexdigest()
        return Mark(etag, modified) if is_same else Mark()

    def _note(self, held: bytes, mark: Mark) -> None:
        self._marks[self.path] = [self._address, sha256(held).hexdigest(), mark.etag, mark.modified]


def _read_marks(project: Path) -> dict[str, list[str]]:
    """The marks of the last time by path; nothing where they are not there, or torn."""
    try:
        found = json.loads((project / _MARKS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    listed = found.items() if isinstance(found, dict) else ()
    return {path: [*map(str, mark)] for path, mark in listed if isinstance(mark, Sequence) and len(mark) == 4}


def _write(file: Path, held: bytes) -> None:
    """Write a file as a whole: the old one, or the new one."""
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(held)
        part.replace(file)
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot write {file}: {error.strerror}") from None
