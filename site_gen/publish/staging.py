"""The staging directory: the hidden folder on the output's file system where the next site is prepared."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from site_gen.problems import ExitStatus, Stop
from site_gen.publish.exchange import Exchange, flush, recover
from site_gen.publish.folder import nearest_folder
from site_gen.publish.manifest import MANIFEST
from site_gen.publish.state import State, load_state, state_of_manifest
from site_gen.publish.tree import Tree, has_inode, open_root
from site_gen.values import dataclass

_TICK = 0.011  # seconds; no kernel counts the times of files in longer steps on the usual file systems
_UNFINISHED = "unfinished-"


@dataclass(frozen=True, slots=True)
class StagingDirectory:
    """Where one output folder is prepared: its previous tree, its states and its dirty mark.

    The previous tree is what the last publication took out of `out`. While the mark is there, it is
    unfinished work. A state is named after the manifest of the live tree it describes, so one that was
    written for an exchange that never happened is never believed.
    """

    folder: Path
    out: Path

    @classmethod
    def of(cls, project: Path, out: Path) -> StagingDirectory:
        """In .plenary/ of the project; beside the output folder where that is on another file system."""
        inside = project.resolve() / ".plenary"
        if nearest_folder(inside).stat().st_dev == nearest_folder(out).stat().st_dev:
            name = hashlib.sha256(os.fsencode(os.path.relpath(out, project.resolve()))).hexdigest()[:12]
            return cls(inside / f"published-{name}", out)
        return cls(out.parent / f".{out.name}.plenary", out)

    @property
    def previous(self) -> Path:
        """The tree that becomes the next site."""
        return self.folder / "previous"

    @property
    def _mark(self) -> Path:
        return self.folder / "dirty"

    @property
    def _aside(self) -> Path:
        return self.folder / "aside"

    def _state_file(self, manifest: bytes) -> Path:
        return self.folder / f"state-{hashlib.sha256(manifest).hexdigest()[:32]}"

    def knows_site(self) -> bool:
        """Whether the state of a published site is kept."""
        return any(self.folder.glob("state-*"))

    def enter(self) -> State:
        """Mend what a killed build left, mark the previous tree unfinished and say what both trees hold."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if remains := recover(self.out, self._aside):
            shutil.rmtree(remains)
        state, usable = self._load(), not self._mark.exists() and self.previous.is_dir()
        self._mark.touch()
        if usable and state.previous.files:
            return state
        self._discard_unfinished()
        self.previous.mkdir()
        self.previous.chmod(0o755)  # whatever the mask of the user
        return replace(state, previous=Tree())

    def _discard_unfinished(self) -> None:
        """Remove an unfinished tree, and what could not be removed of earlier ones.

        It goes out of the way first: a worker may outlive its killed build by a moment and still write in it.
        """
        if self.previous.exists():
            self.previous.rename(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.folder))
        for unfinished in self.folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(unfinished, ignore_errors=True)

    def _load(self) -> State:
        if not self.out.exists():
            return State(Tree(), Tree())
        content = self.live_manifest()
        if content is None:
            return self._without_manifest()
        known = load_state(self._state_file(content)) or state_of_manifest(content)
        return known or self._without_manifest()

    def load_exact(self) -> State | None:
        """The state of the live tree as the last publication left it; None where it is not known."""
        content = self.live_manifest()
        return load_state(self._state_file(content)) if content is not None else None

    def live_manifest(self) -> bytes | None:
        """The bytes of the manifest in the output folder; None where there is none."""
        try:
            return (self.out / MANIFEST).read_bytes()
        except FileNotFoundError:
            return None

    def _without_manifest(self) -> State:
        """The manifest was removed or broken: ours is what still has the inode that we know."""
        states = [load_state(file) for file in self.folder.glob("state-*")]
        known = states[0] if len(states) == 1 else None
        if known is None and (self.out / MANIFEST).exists():
            raise Stop(
                ExitStatus.USAGE,
                f"{self.out / MANIFEST} is not a manifest of ours",
                hint="choose another output folder, or move that file away",
            )
        if known is None:
            return State(Tree(), Tree())
        with descriptor_of(self.out) as live:
            files = {
                path: filed for path, filed in known.live.files.items() if has_inode(live, path, filed[3])
            }
        return State(replace(known.live, files=files), known.previous, exact=False)

    def save(self, state: State, manifest: bytes) -> None:
        """Keep a state for the site of this manifest, which may not be live yet."""
        file = self._state_file(manifest)
        draft = file.with_name("draft")
        draft.write_bytes(state.to_bytes())
        draft.replace(file)

    def publish(self, exchange: Exchange, newest: int) -> None:
        """Bring the previous tree to the disk and exchange it; its newest file is of `newest`, in ns."""
        with descriptor_of(self.folder) as descriptor:
            flush(descriptor)
        # A change by hand in the same tick as our last write would leave the file's time as it is.
        time.sleep(max(0.0, min(_TICK, _TICK - (time.time_ns() - newest) / 1e9)))
        self.out.parent.mkdir(parents=True, exist_ok=True)
        exchange(self.previous, self.out, self._aside)

    def leave(self, manifest: bytes) -> None:
        """The previous tree can be relied on again: forget the mark, other sites and versions."""
        self._mark.unlink(missing_ok=True)
        current = (self.previous, self._state_file(manifest))
        for item in [item for item in self.folder.iterdir() if item not in current]:
            if item.is_dir() and not item.is_symlink():
                # A worker of a killed build may still write here: the next build removes what stays.
                shutil.rmtree(item, ignore_errors=True)
            else:
                item.unlink()

    def remove_previous(self) -> None:
        """Remove an unfinished tree, and the staging directory where nothing else is in it."""
        shutil.rmtree(self.previous, ignore_errors=True)
        self._mark.unlink(missing_ok=True)
        if not any(self.folder.iterdir()):
            self.folder.rmdir()

    def keep_previous(self) -> None:
        """The previous tree holds nothing but what the state lists."""
        self._mark.unlink(missing_ok=True)


@contextmanager
def descriptor_of(folder: Path) -> Iterator[int]:
    """A descriptor of a folder, for as long as it is needed."""
    descriptor = open_root(folder)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
