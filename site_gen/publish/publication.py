"""One publication: claims first, then files, then the one exchange."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.publish.claims import Claim, Claimed, check_claims, folders_of, parent_of
from site_gen.publish.exchange import Exchange, exchange_folders
from site_gen.publish.folder import output_folder
from site_gen.publish.foreign import mirror, refuse_foreign, rescue
from site_gen.publish.lock import Lock
from site_gen.publish.manifest import MANIFEST, Entry, Manifest
from site_gen.publish.state import State
from site_gen.publish.survey import Survey, survey, survey_folders
from site_gen.publish.tree import (
    Filed,
    FolderMark,
    Tree,
    folder_mark,
    link,
    read,
    remove,
    remove_files,
    status,
    write,
)
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
        self._committed = False
        self._first = not workshop.out.exists()
        self._state: State = workshop.enter()
        self._stage = _descriptor(workshop.standby)
        # Before the first publication nothing is live: the empty stage stands for that.
        self._live = os.dup(self._stage) if self._first else _descriptor(workshop.out)
        found = os.fstatvfs(self._stage)
        self._free = found.f_bavail * found.f_frsize
        self._found: Survey = survey(self._live, self._stage, self._state, claimed.folders)

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
        target = output_folder(project, out)
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
            os.close(self._stage)
            os.close(self._live)
            self._lock.release()

    def put(self, path: str, body: bytes) -> Entry:
        """Write an output; bytes that are live already keep their file and its time."""
        self._require_claim(path)
        sha256 = hashlib.sha256(body).hexdigest()
        if kept := self.keep(path, sha256):
            return kept
        with self._writing(path):
            write(self._stage, path, body)
        return Entry(path, len(body), sha256)

    def keep(self, path: str, sha256: str) -> Entry | None:
        """Publish the bytes that are live at this path again; None where these are not proved to be there."""
        self._require_claim(path)
        filed = self._found.sound.get(path)
        return Entry(path, filed[1], sha256) if filed and filed[0] == sha256 else None

    def read(self, path: str) -> bytes:
        """The bytes of an output that was put or kept before."""
        self._require_claim(path)
        return read(self._stage if status(self._stage, path) else self._live, path)

    def commit(self, entries: Iterable[Entry]) -> Published:
        """Publish these outputs, which must be all that were claimed, by one exchange of folders."""
        manifest = Manifest.of(entries)
        if {entry.path for entry in manifest.entries} != self._claimed.paths:
            raise ValueError("the entries are not the claims")
        written = [entry for entry in manifest.entries if not self._is_live(entry)]
        removed = self._state.live.files.keys() - self._claimed.paths
        if written or removed or not self._found.intact or not self._is_live_manifest(manifest):
            with self._writing(str(self._workshop.out)):
                self._publish(manifest)
        elif not (self._found.all_known and self._state.exact):
            with self._writing(str(self._workshop.folder)):
                self._renew(manifest)
        total = len(manifest.entries)
        return Published(total, len(written), len(removed), total - len(written))

    def _is_live(self, entry: Entry) -> bool:
        filed = self._found.sound.get(entry.path)
        return filed is not None and filed[0] == entry.sha256

    def _is_live_manifest(self, manifest: Manifest) -> bool:
        if self._first:
            return False
        return self._state.exact or self._workshop.live_manifest() == manifest.to_bytes()

    def _require_claim(self, path: str) -> None:
        if path not in self._claimed.paths:
            raise ValueError(f"'{path}' was not claimed")

    def _prepare(self, out: Path, problems: ProblemLog) -> None:
        """Leave in the stage nothing but files that are live and claimed, so that `put` finds room."""
        refused = ProblemLog()
        try:
            refuse_foreign(self._found.foreign, self._claimed, str(out), refused)
            _stop_for(refused, problems)
            keepable = self._found.linked & self._claimed.paths
            remove_files(self._stage, sorted(self._state.standby.files.keys() - keepable))
            for item in sorted({*self._state.standby.foreign} - {*self._found.foreign}):
                remove(self._stage, item)
        except BaseException:
            self.close()
            raise

    def _publish(self, manifest: Manifest) -> None:
        files = self._place(manifest)
        content = manifest.to_bytes()
        write(self._stage, MANIFEST, content)
        for item in self._found.foreign:
            mirror(self._live, self._stage, item)
        live = Tree(files, self._marks(files), self._found.foreign)
        # Superset: a file that is not listed would never be removed from the standby again.
        old = {**self._state.live.files, **self._found.sound}
        standby = Tree(old, self._found.folders, self._found.foreign)
        self._workshop.save(State(live, standby), content)
        newest = max((filed[2] for filed in files.values()), default=0)
        self._workshop.publish(self._exchange, newest)
        self._committed = True
        self._rescue()
        self._workshop.leave(content)

    def _place(self, manifest: Manifest) -> dict[str, Filed]:
        """Complete the stage: what is live and not yet in it is linked."""
        files: dict[str, Filed] = {}
        for entry in manifest.entries:
            filed = self._found.sound.get(entry.path)
            if filed is None or filed[0] != entry.sha256:
                files[entry.path] = self._filed(entry)
            elif entry.path in self._found.linked or link(self._live, self._stage, entry.path):
                files[entry.path] = filed
            else:
                files[entry.path] = self._filed(entry)
        return files

    def _filed(self, entry: Entry) -> Filed:
        found = status(self._stage, entry.path)
        if found is None or found.st_size != entry.size:
            raise ValueError(f"'{entry.path}' was not put")
        return (entry.sha256, found.st_size, found.st_mtime_ns, found.st_ino)

    def _marks(self, files: dict[str, Filed]) -> dict[str, FolderMark]:
        """The folders of the stage, parents first; one in which nothing was done keeps its old mark."""
        marks = self._state.standby.folders
        before = self._state.standby.files
        touched = {parent_of(path) for path in before.keys() ^ files.keys()}
        touched |= {parent_of(path) for path, filed in files.items() if before.get(path) != filed}
        touched |= folders_of(f"{folder}/" for folder in touched)
        found: dict[str, FolderMark] = {}
        for folder in sorted(folders_of(files)):
            old = None if folder in touched else marks.get(folder)
            mark = old or folder_mark(self._stage, folder)
            if mark:
                found[folder] = mark
        return found

    def _rescue(self) -> None:
        """What others wrote into the old tree between our survey and the exchange comes over."""
        if self._first:
            return
        before = Tree(self._state.live.files, self._found.folders, self._found.foreign)
        for item in survey_folders(self._live, before, self._claimed.folders).foreign:
            rescue(self._live, self._stage, item)

    def _renew(self, manifest: Manifest) -> None:
        """Nothing changed, but files had to be read: remember their times for the next build."""
        standby = Tree(self._state.standby.files, {}, self._state.standby.foreign)
        live = Tree(self._found.sound, self._found.folders, self._found.foreign)
        self._workshop.save(State(live, standby), manifest.to_bytes())

    def _abandon(self) -> None:
        """Keep of the standby what the state tells of it; without a state that is nothing."""
        known = self._state.standby.files
        if not known:
            self._workshop.forget_standby()
            return
        remove_files(self._stage, sorted(self._claimed.paths - known.keys()))
        for item in sorted({*self._found.foreign} - {*self._state.standby.foreign}):
            remove(self._stage, item)
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
                f"the disk is full: the new site needs more than {_size_of_new(self._stage):,} bytes, "
                f"{self._free:,} were free (while writing {path})",
                hint="make room and build again; the last good site is as it was",
            ) from error


def _descriptor(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


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


def _size_of_new(stage: int) -> int:
    """The bytes of the files that only the stage has."""
    return sum(
        found.st_size
        for _, _, files, folder in os.fwalk(dir_fd=stage)
        for found in (os.stat(name, dir_fd=folder, follow_symlinks=False) for name in files)
        if found.st_nlink == 1
    )
