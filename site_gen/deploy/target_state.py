"""What stands at a target before we publish there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from site_gen.deploy.tree import Tree
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST, Manifest, PlannedOutput, says_what_is_where
from site_gen.publish.foreign import blocked_output
from site_gen.publish.planned_outputs import check_outputs
from site_gen.values import dataclass

# Where a folder cannot be replaced as a whole, this one inside it holds unfinished files and the list of
# what is being put there: after a break the next deployment knows them for ours.
WORK = ".plenary-deploy"
PENDING = f"{WORK}/pending.json"


@dataclass(frozen=True, slots=True)
class TargetState:
    """What stands at a target.

    `published` is the manifest of the site there, None where there is none. `pending` lists what a
    deployment that broke off began to put there, None where none did. `files` are the paths of everything
    else than these two, `same` those at which the very bytes of the tree lie. `version` is what the
    target calls this state, empty where it has no name. `exports` are the published files that say what the
    addresses there show.
    """

    published: Manifest | None = None
    pending: Manifest | None = None
    files: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    version: str = ""
    exports: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def ours(self) -> frozenset[str]:
        """The paths that deployments of ours put there."""
        manifests = [each for each in (self.published, self.pending) if each]
        return frozenset(entry.path for each in manifests for entry in each.entries)


def note_foreign(tree: Tree, state: TargetState, root: str, problems: ProblemLog) -> None:
    """Report every file at the target that is not ours and stands where one of the tree must go.

    One that has the very bytes of ours is no obstacle: nothing is lost.
    """
    planned = check_outputs([PlannedOutput(path, Place(path)) for path in tree.paths], ProblemLog())
    for path in sorted(state.files - state.ours - state.same):
        if output := blocked_output(path, planned):
            what = f"'{output.path}' would replace {root}/{path}, which no deployment of ours put there"
            hint = "move it away or delete it, if the site is to stand there"
            problems.error("foreign-file", what, output.source, hint)


def published_exports(published: Manifest | None, read: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The exports of a published site that say what its addresses show, as far as they can be read."""
    paths: Iterable[str] = (entry.path for entry in published.entries) if published else ()
    found = {path: read(path) for path in paths if says_what_is_where(path)}
    return {path: body for path, body in found.items() if body is not None}


def read_manifest(content: bytes | None, title: str) -> Manifest | None:
    """The manifest that is published at a target; None where there is none.

    Raises Stop where it is not one of ours: then nothing there can be told apart.
    """
    if content is None:
        return None
    manifest = Manifest.parse(content)
    if manifest is None:
        hint = "move that file away, or choose another target"
        raise Stop(ExitStatus.USAGE, f"the {MANIFEST} of {title} is not one of ours", hint)
    return manifest


def pending_manifest(content: bytes | None, *, begun: bool) -> Manifest | None:
    """What a deployment that broke off wrote down; the empty manifest where it had only begun to write."""
    if content is None:
        return Manifest.of(()) if begun else None
    return Manifest.parse(content) or Manifest.of(())
