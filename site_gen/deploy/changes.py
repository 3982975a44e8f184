"""What a deployment would change at a target, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.deploy.target_state import TargetState
from site_gen.deploy.tree import Tree
from site_gen.publish.planned_outputs import folders_of
from site_gen.text import counted
from site_gen.values import dataclass

_ASSETS = "assets/"
_LISTED = 20  # paths of one kind


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths that a deployment adds, changes and removes, each sorted.

    `unclean` tells that the target needs a deployment even where no path changes: one broke off, or the
    manifest is not the tree's.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unclean: bool

    @property
    def steps(self) -> Iterator[tuple[str, ...]]:
        """What to put in which order, so that no page ever refers to what is not there yet."""
        yield tuple(path for path in self.added if path.startswith(_ASSETS))
        yield tuple(path for path in self.added if not path.startswith(_ASSETS))
        yield self.changed

    @property
    def in_the_way(self) -> tuple[str, ...]:
        """What must be removed first: a file where a folder must go, or the other way round."""
        wanted = {*self.added, *self.changed}
        needed = folders_of(wanted)
        return tuple(path for path in self.removed if path in needed or folders_of([path]) & wanted)

    @property
    def last_steps(self) -> Iterator[tuple[str, ...]]:
        """What to remove last in which order, so that no page refers to what is no longer there."""
        obsolete = sorted({*self.removed} - {*self.in_the_way})
        yield tuple(path for path in obsolete if not path.startswith(_ASSETS))
        yield tuple(path for path in obsolete if path.startswith(_ASSETS))

    @property
    def summary(self) -> str:
        """How many files, in words: "3 files to add, 1 to remove"."""
        numbers = [(len(paths), verb) for verb, paths in self._kinds if paths]
        if not numbers:
            return "its manifest to renew" if self.unclean else "nothing to change"
        (first, verb), *others = numbers
        return ", ".join([f"{counted(first, 'file')} to {verb}", *(f"{n} to {each}" for n, each in others)])

    @property
    def listing(self) -> Iterator[str]:
        """A line for each path, of each kind as many as fit on a screen."""
        for verb, paths in self._kinds:
            yield from (f"{verb:<7} {path}" for path in paths[:_LISTED])
            if len(paths) > _LISTED:
                yield f"{verb:<7} … and {len(paths) - _LISTED} more"

    @property
    def _kinds(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return ("add", self.added), ("change", self.changed), ("remove", self.removed)

    def __bool__(self) -> bool:
        return self.unclean or any((self.added, self.changed, self.removed))


def changes_of(tree: Tree, state: TargetState) -> Changes:
    """What publishing a tree would change at a target."""
    wanted = tree.paths
    return Changes(
        added=tuple(sorted(wanted - state.files)),
        changed=tuple(sorted((wanted & state.files) - state.same)),
        removed=tuple(sorted((state.ours - wanted) & state.files)),
        unclean=state.pending is not None or state.published != tree.manifest,
    )
