"""A folder on another machine as a target, by the rsync program: pages go after what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from site_gen.deploy.delivery import Delivery
from site_gen.deploy.programs import Ended, run, without_secrets
from site_gen.deploy.target_state import (
    PENDING,
    WORK,
    TargetState,
    pending_manifest,
    published_exports,
    read_manifest,
)
from site_gen.deploy.tree import Tree
from site_gen.problems import ExitStatus, Stop
from site_gen.publish import MANIFEST, PEOPLE_JSON
from site_gen.publish.planned_outputs import folders_of
from site_gen.values import dataclass

_LISTED = re.compile(rb"(\S)\S{9}\S* +[\d,.]+ +\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (.*)")
_PARTIAL = 23  # rsync's status when some files were not transferred, or are not there
_AGAIN = "run deploy again: it completes what broke off"


@dataclass(frozen=True, slots=True)
class RsyncTarget:
    """What rsync can reach: `user@host:path`, `rsync://…`, or a folder. It need not exist yet."""

    address: str

    @property
    def title(self) -> str:
        return without_secrets(self.address).rstrip("/")

    @property
    def root(self) -> str:
        return self.title

    def proposal(self) -> str:
        return ""

    def look(self, tree: Tree) -> TargetState:
        files = self._files()
        with TemporaryDirectory(prefix="plenary-") as name:
            fetched = Path(name)
            if files:
                self._fetch(fetched)
            pending = _bytes(fetched / PENDING)
            published = read_manifest(_bytes(fetched / MANIFEST), self.title)
            return TargetState(
                published=published,
                exports=published_exports(published, lambda path: _bytes(fetched / path)),
                pending=pending_manifest(pending, begun=any(_is_work(path) for path in files)),
                files=frozenset(path for path in files if path != MANIFEST and not _is_work(path)),
                same=self._same(tree, files),
            )

    def extras(self, _state: TargetState, _address: str) -> dict[str, bytes]:
        return {}

    def publish(self, delivery: Delivery) -> None:
        changes, folder = delivery.changes, delivery.tree.folder
        with TemporaryDirectory(prefix="plenary-") as name:
            notes = Path(name)
            (notes / WORK).mkdir()
            (notes / PENDING).write_bytes(delivery.pending.to_bytes())
            self._put(notes, [PENDING])
        self._delete(changes.in_the_way)
        for step in (*changes.steps, (MANIFEST,)):
            self._put(folder, step, f"--temp-dir={WORK}")
        for step in changes.last_steps:
            self._delete(step)
        self._delete([], f"/{WORK}/***")  # only now: until here it tells what is ours

    def _files(self) -> frozenset[str]:
        """Everything at the target that is not a folder; nothing where it does not exist."""
        ended = self._run("-r", "-8", "--list-only", self._inside)
        if ended.status == _PARTIAL and "No such file" in ended.complaint:
            return frozenset()
        self._require(ended, f"cannot read {self.title}")
        return frozenset(_listed(ended.output))

    def _fetch(self, folder: Path) -> None:
        """What tells of the site there, and the notes of a broken deployment, as far as they are there."""
        wanted = [f"--include=/{path}" for path in (MANIFEST, PEOPLE_JSON, f"{WORK}/", PENDING)]
        wanted += ["--include=/*/", "--include=/*/conference.json"]
        ended = self._run("-r", *wanted, "--exclude=*", self._inside, f"{folder}/")
        self._require(ended, f"cannot read {self.title}")

    def _same(self, tree: Tree, files: frozenset[str]) -> frozenset[str]:
        """The paths at which the very bytes of the tree lie, by a dry run that compares checksums."""
        there = sorted(tree.paths & files)
        if not there:
            return frozenset()
        ended = self._send(tree.folder, there, "-n", "-c", "-8", "--out-format=%i %n")
        self._require(ended, f"cannot compare with {self.title}")
        lines = (line.partition(b" ") for line in ended.output.splitlines())
        return frozenset(there) - {
            name.decode("utf-8", "replace") for how, _, name in lines if how[1:2] == b"f"
        }

    def _put(self, folder: Path, paths: Iterable[str], *options: str) -> None:
        if names := list(paths):
            ended = self._send(folder, names, "-I", "--chmod=D755,F644", *options)
            self._require(ended, f"publishing to {self.title} broke off", _AGAIN)

    def _send(self, folder: Path, paths: Iterable[str], *options: str) -> Ended:
        names = "\0".join(paths).encode()
        return self._run(*options, "--from0", "--files-from=-", f"{folder}/", self._inside, given=names)

    def _delete(self, paths: Iterable[str], *patterns: str) -> None:
        """Remove files, and folders that are empty then: an empty folder is mirrored, but all that is
        not named is protected."""
        names = sorted(paths)
        named = [f"/{folder}/" for folder in sorted(folders_of(names))] + [f"/{name}" for name in names]
        if not named and not patterns:
            return
        included = [*patterns, *(_literal(pattern) for pattern in named)]
        with TemporaryDirectory(prefix="plenary-") as empty:
            options = ["-r", "--delete", "--from0", "--include-from=-", "--exclude=*"]
            ended = self._run(*options, f"{empty}/", self._inside, given="\0".join(included).encode())
        self._require(ended, f"removing old files from {self.title} broke off", _AGAIN)

    @property
    def _inside(self) -> str:
        return f"{self.address.rstrip('/')}/"

    def _run(self, *arguments: str, given: bytes = b"") -> Ended:
        return run(["rsync", *arguments], given=given)

    def _require(self, ended: Ended, what: str, hint: str = "") -> None:
        if ended.status:
            raise Stop(ExitStatus.ENVIRONMENT, f"{what}: {ended.complaint or f'rsync {ended.status}'}", hint)


def _listed(listing: bytes) -> Iterator[str]:
    for line in listing.splitlines():
        found = _LISTED.fullmatch(line)
        if found and found[1] != b"d":
            yield found[2].partition(b" -> ")[0].decode("utf-8", "replace")


def _literal(pattern: str) -> str:
    """A path as a pattern that matches only itself; without wildcards a backslash means itself."""
    return re.sub(r"([\\*?\[])", r"\\\1", pattern) if re.search(r"[*?\[]", pattern) else pattern


def _is_work(path: str) -> bool:
    return path.startswith(f"{WORK}/")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
