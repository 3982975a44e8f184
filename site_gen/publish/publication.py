"""One publication: planned outputs first, then files, then the one exchange."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from types import TracebackType

from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.publish.exchange import Exchange, exchange_folders
from site_gen.publish.folder_guard import guarded_folder
from site_gen.publish.foreign import refuse_foreign
from site_gen.publish.lock import Lock
from site_gen.publish.manifest import Entry, Manifest
from site_gen.publish.planned_outputs import PlannedOutput, PlannedOutputs, check_outputs
from site_gen.publish.staged_site import StagedSite
from site_gen.publish.staging import StagingDirectory
from site_gen.values import dataclass


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

    def __init__(
        self, staging: StagingDirectory, lock: Lock, planned: PlannedOutputs, exchange: Exchange
    ) -> None:
        """Use `open`."""
        self._staging, self._lock, self._planned, self._exchange = staging, lock, planned, exchange
        self._owner = os.getpid()
        self._first = not staging.out.exists()
        self._staged = StagedSite.open(staging.previous, staging.out, planned, staging.enter())
        self._free = _free_bytes(self._staged.descriptor)
        self._committed = False
        # Whether the previous tree can still be described by the state when the publication is given up.
        self._reusable = bool(self._staged.state.previous.files)

    @classmethod
    def open(
        cls,
        project: Path,
        out: Path,
        outputs: Iterable[PlannedOutput],
        problems: ProblemLog,
        patience: float = 10.0,
        exchange: Exchange = exchange_folders,
    ) -> Publication:
        """Check all planned outputs and begin; nothing in `out` changes before `commit`.

        `patience` is how many seconds to wait for another build. Raises Stop where the folder is refused,
        and, after noting problems, where outputs are refused or foreign files stand in their way.
        """
        target = guarded_folder(project, out)
        refused = ProblemLog()
        planned = check_outputs(outputs, refused)
        _stop_for(refused, problems)
        with _environment(f"{out}"):
            lock = Lock.acquire(project.resolve() / ".plenary" / "lock", patience)
            try:
                publication = cls(StagingDirectory.of(project, target), lock, planned, exchange)
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
                with suppress(OSError):  # a disk that is read-only now; the next build finds the mark
                    self._abandon()
        finally:
            self._staged.close()
            self._lock.release()

    def put(self, path: str, body: bytes) -> Entry:
        """Write an output; bytes that are live already keep their file and its time."""
        self._require_planned(path)
        entry = Entry(path, len(body), hashlib.sha256(body).hexdigest())
        if not self._staged.is_live(path, entry.sha256):
            with self._writing(path):
                self._staged.put(path, body)
        return entry

    def put_file(self, path: str, source: Path) -> Entry:
        """Publish a copy of a file without holding all of it in memory.

        Raises Stop where the file cannot be read.
        """
        self._require_planned(path)
        try:
            with source.open("rb") as opened:
                return self._put_opened(path, opened)
        except OSError as error:
            raise _stop(f"cannot read {source.name}", error) from error

    def _put_opened(self, path: str, opened: BufferedReader) -> Entry:
        sha256, size = hashlib.file_digest(opened, "sha256").hexdigest(), opened.tell()
        if not self._staged.is_live(path, sha256):
            opened.seek(0)
            with self._writing(path):
                self._staged.copy(path, opened)
        return Entry(path, size, sha256)

    def keep(self, path: str, sha256: str) -> Entry | None:
        """Publish the bytes that are live at this path again; None where these are not proved to be there."""
        self._require_planned(path)
        if not self._staged.is_live(path, sha256):
            return None
        return Entry(path, self._staged.found.sound[path][1], sha256)

    def read(self, path: str) -> bytes:
        """The bytes of an output that was put or kept before."""
        self._require_planned(path)
        return self._staged.read(path)

    def commit(self, entries: Iterable[Entry]) -> Published:
        """Publish these outputs, which must be all that were planned, by one exchange of folders.

        Where nothing changed nothing is written, not even the manifest.
        """
        manifest = Manifest.of(entries)
        if {entry.path for entry in manifest.entries} != self._planned.paths:
            raise ValueError("the entries are not the planned outputs")
        total, written = len(manifest.entries), self._count_new(manifest)
        removed = len(self._staged.state.live.files.keys() - self._planned.paths)
        with self._writing(str(self._staging.out)):
            if written or removed or not self._is_whole(manifest):
                self._publish(manifest)
            elif not (self._staged.found.all_known and self._staged.state.exact):
                self._staging.save(self._staged.unchanged(), manifest.to_bytes())
        return Published(total, written, removed, total - written)

    def _count_new(self, manifest: Manifest) -> int:
        return sum(not self._staged.is_live(entry.path, entry.sha256) for entry in manifest.entries)

    def _is_whole(self, manifest: Manifest) -> bool:
        """Whether the live tree holds all of its files and this manifest."""
        if self._first or not self._staged.found.intact:
            return False
        return self._staged.state.exact or self._staging.live_manifest() == manifest.to_bytes()

    def _require_planned(self, path: str) -> None:
        if path not in self._planned.paths:
            raise ValueError(f"'{path}' was not planned")

    def _prepare(self, out: Path, problems: ProblemLog) -> None:
        refused = ProblemLog()
        try:
            refuse_foreign(self._staged.found.foreign, self._planned, str(out), refused)
            _stop_for(refused, problems)
            self._staged.clear()
        except BaseException:
            self.close()
            raise

    def _publish(self, manifest: Manifest) -> None:
        self._reusable = False
        content = manifest.to_bytes()
        state = self._staged.complete(manifest, content)
        self._staging.save(state, content)
        newest = max((filed[2] for filed in state.live.files.values()), default=0)
        self._staging.publish(self._exchange, newest)
        self._committed = True
        if self._first or self._staged.rescue():
            self._staging.leave(content)

    def _abandon(self) -> None:
        if not self._reusable:
            self._staging.remove_previous()
            return
        self._staged.abandon()
        self._staging.keep_previous()

    @contextmanager
    def _writing(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise _stop(f"cannot write {path}", error) from error
            raise Stop(
                ExitStatus.ENVIRONMENT,
                f"the disk is full: the new site needs more than {self._staged.size_of_new():,} bytes, "
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
