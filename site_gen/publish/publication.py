"""One publication: claims first, then files, then the one exchange."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from types import TracebackType

from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.publish.claims import Claim, Claimed, check_claims
from site_gen.publish.exchange import Exchange, exchange_folders
from site_gen.publish.foreign import refuse_foreign
from site_gen.publish.lock import Lock
from site_gen.publish.manifest import Entry, Manifest
from site_gen.publish.stage import Stage
from site_gen.publish.vacancy import vacant_folder
from site_gen.publish.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did, in files: `total` = `written` + `unchanged`; `removed` were ours before."""

    total: int
    written: int
    removed: int
    unchanged: int


class Publication:
    """One publication of a site, and the lock of the project while it lasts.

    A context manager; leaving it without `commit` leaves the last good site byte for byte and removes what
    was prepared. `put` and `keep` may be called in processes forked meanwhile; these must have ended before
    `commit` and before the context is left.
    """

    def __init__(self, workshop: Workshop, lock: Lock, claimed: Claimed, exchange: Exchange) -> None:
        """Use `open`."""
        self._workshop, self._lock, self._claimed, self._exchange = workshop, lock, claimed, exchange
        self._owner = os.getpid()
        self._first = not workshop.out.exists()
        self._stage = Stage.open(workshop.standby, workshop.out, claimed, workshop.enter())
        self._free = _free_bytes(self._stage.descriptor)
        self._committed = False
        # Whether the standby can still be described by the state when the publication is given up.
        self._reusable = bool(self._stage.state.standby.files)

    @classmethod
    def open(
        cls,
        project: Path,
        out: Path,
        claims: Iterable[Claim],
        problems: ProblemLog,
        patience: float = 10.0,
        exchange: Exchange = exchange_folders,
    ) -> Publication:
        """Check all claims and begin; nothing in `out` changes before `commit`.

        `patience` is how many seconds to wait for another build. Raises Stop where the folder is refused,
        and, after noting problems, where claims are refused or foreign files stand in their way.
        """
        target = vacant_folder(project, out)
        refused = ProblemLog()
        claimed = check_claims(claims, refused)
        _stop_for(refused, problems)
        with _environment(f"{out}"):
            lock = Lock.acquire(project.resolve() / ".plenary" / "lock", patience)
            try:
                publication = cls(Workshop.of(project, target), lock, claimed, exchange)
            except BaseException:
                lock.release()
                raise
            publication._prepare(out, problems)
        return publication

    def __enter__(self) -> Publication:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the publication; without `commit` before it nothing was published."""
        if os.getpid() != self._owner:  # an exception that leaves a forked worker ends nothing here
            return
        try:
            if not self._committed:
                self._abandon()
        finally:
            self._stage.close()
            self._lock.release()

    def put(self, path: str, body: bytes) -> Entry:
        """Write an output; bytes that are live already keep their file and its time."""
        self._require_claim(path)
        entry = Entry(path, len(body), hashlib.sha256(body).hexdigest())
        if not self._stage.is_live(path, entry.sha256):
            with self._writing(path):
                self._stage.put(path, body)
        return entry

    def put_file(self, path: str, source: Path) -> Entry:
        """Publish a copy of a file without holding all of it in memory.

        Raises Stop where the file cannot be read.
        """
        self._require_claim(path)
        try:
            with source.open("rb") as opened:
                return self._put_opened(path, opened)
        except OSError as error:
            raise _stop(f"cannot read {source.name}", error) from error

    def _put_opened(self, path: str, opened: BufferedReader) -> Entry:
        sha256, size = hashlib.file_digest(opened, "sha256").hexdigest(), opened.tell()
        if not self._stage.is_live(path, sha256):
            opened.seek(0)
            with self._writing(path):
                self._stage.copy(path, opened)
        return Entry(path, size, sha256)

    def keep(self, path: str, sha256: str) -> Entry | None:
        """Publish the bytes that are live at this path again; None where these are not proved to be there."""
        self._require_claim(path)
        if not self._stage.is_live(path, sha256):
            return None
        return Entry(path, self._stage.found.sound[path][1], sha256)

    def read(self, path: str) -> bytes:
        """The bytes of an output that was put or kept before."""
        self._require_claim(path)
        return self._stage.read(path)

    def commit(self, entries: Iterable[Entry]) -> Published:
        """Publish these outputs, which must be all that were claimed, by one exchange of folders.

        Where nothing changed nothing is written, not even the manifest.
        """
        manifest = Manifest.of(entries)
        if {entry.path for entry in manifest.entries} != self._claimed.paths:
            raise ValueError("the entries are not the claims")
        total, written = len(manifest.entries), self._count_new(manifest)
        removed = len(self._stage.state.live.files.keys() - self._claimed.paths)
        with self._writing(str(self._workshop.out)):
            if written or removed or not self._is_whole(manifest):
                self._publish(manifest)
            elif not (self._stage.found.all_known and self._stage.state.exact):
                self._workshop.save(self._stage.unchanged(), manifest.to_bytes())
        return Published(total, written, removed, total - written)

    def _count_new(self, manifest: Manifest) -> int:
        return sum(not self._stage.is_live(entry.path, entry.sha256) for entry in manifest.entries)

    def _is_whole(self, manifest: Manifest) -> bool:
        """Whether the live tree holds all of its files and this manifest."""
        if self._first or not self._stage.found.intact:
            return False
        return self._stage.state.exact or self._workshop.live_manifest() == manifest.to_bytes()

    def _require_claim(self, path: str) -> None:
        if path not in self._claimed.paths:
            raise ValueError(f"'{path}' was not claimed")

    def _prepare(self, out: Path, problems: ProblemLog) -> None:
        refused = ProblemLog()
        try:
            refuse_foreign(self._stage.found.foreign, self._claimed, str(out), refused)
            _stop_for(refused, problems)
            self._stage.clear()
        except BaseException:
            self.close()
            raise

    def _publish(self, manifest: Manifest) -> None:
        self._reusable = False
        content = manifest.to_bytes()
        state = self._stage.complete(manifest, content)
        self._workshop.save(state, content)
        newest = max((filed[2] for filed in state.live.files.values()), default=0)
        self._workshop.publish(self._exchange, newest)
        self._committed = True
        if self._first or self._stage.rescue():
            self._workshop.leave(content)

    def _abandon(self) -> None:
        if not self._reusable:
            self._workshop.forget_standby()
            return
        self._stage.abandon()
        self._workshop.keep_standby()

    @contextmanager
    def _writing(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise _stop(f"cannot write {path}", error) from error
            raise Stop(
                ExitStatus.ENVIRONMENT,
                f"the disk is full: the new site needs more than {self._stage.size_of_new():,} bytes, "
                f"{self._free:,} were free (while writing {path})",
                hint="make room and build again; the last good site is as it was",
            ) from error


def _stop_for(refused: ProblemLog, problems: ProblemLog) -> None:
    problems.extend(refused.all)
    if refused.errors:
        raise Stop(ExitStatus.CONTENT, "nothing was published")


@contextmanager
def _environment(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _stop(f"cannot publish to {what}", error) from error


def _stop(what: str, error: OSError) -> Stop:
    """One line that names the file, for an error of the system."""
    file = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
    return Stop(ExitStatus.ENVIRONMENT, f"{what}: {file}{error.strerror}")


def _free_bytes(folder: int) -> int:
    found = os.fstatvfs(folder)
    return found.f_bavail * found.f_frsize
