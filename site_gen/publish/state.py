"""What the last publication left behind: the live tree, and the previous tree that it was exchanged with."""

from __future__ import annotations

import hashlib
import marshal
from pathlib import Path

from site_gen.publish.manifest import Manifest
from site_gen.publish.planned_outputs import folders_of
from site_gen.publish.tree import Tree
from site_gen.values import dataclass

_FORMAT = 1
_DIGEST = 32
_UNKNOWN = (0, 0)


@dataclass(frozen=True, slots=True)
class State:
    """Both trees; the previous tree is empty where none can be relied on.

    `exact` is False where the live manifest is not the one that this state was written for.
    """

    live: Tree
    previous: Tree
    exact: bool = True

    def to_bytes(self) -> bytes:
        """marshal, because it loads ten times as fast as JSON; its digest tells a torn file."""
        trees = [(tree.files, tree.folders, tree.foreign) for tree in (self.live, self.previous)]
        body = marshal.dumps((_FORMAT, *trees))
        return hashlib.sha256(body).digest() + body


def load_state(file: Path) -> State | None:
    """Read a state back; None where it is missing, torn or of another version."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    body = memoryview(content)[_DIGEST:]
    if hashlib.sha256(body).digest() != content[:_DIGEST]:
        return None
    form, *trees = marshal.loads(body)
    if form != _FORMAT:
        return None
    live, previous = (Tree(*tree) for tree in trees)
    return State(live, previous)


def state_of_manifest(content: bytes) -> State | None:
    """Begin again from a manifest: the files it lists are ours, their times and inodes are not known.

    None where the content is no manifest.
    """
    manifest = Manifest.parse(content)
    if manifest is None:
        return None
    files = {entry.path: (entry.sha256, entry.size, 0, 0) for entry in manifest.entries}
    return State(Tree(files, dict.fromkeys(sorted(folders_of(files)), _UNKNOWN)), Tree(), exact=False)
