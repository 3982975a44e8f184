"""A target, and what is handed to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from site_gen.deploy.changes import Changes
from site_gen.deploy.target_state import TargetState
from site_gen.deploy.tree import Tree
from site_gen.publish import Manifest
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that a target needs to publish.

    `address` is where the site will live, empty where a dry run does not know it. `extras` are files that
    no manifest lists (.nojekyll, CNAME).
    """

    tree: Tree
    state: TargetState
    changes: Changes
    address: str
    extras: dict[str, bytes]

    @property
    def pending(self) -> Manifest:
        """What will be ours at the target if this deployment breaks off: what is, and what it puts there.

        The manifest alone would not do: it is replaced before what it does not list any more is removed.
        """
        manifests = (self.state.pending, self.state.published, self.tree.manifest)
        entries = {entry.path: entry for each in manifests if each for entry in each.entries}
        return Manifest.of(entries.values())

    @property
    def summary(self) -> str:
        """What changes, in words; a new CNAME is named, for it claims a domain."""
        also = [f"{path} {body.decode().strip()}".strip() for path, body in sorted(self.extras.items())]
        return f"{self.changes.summary}, also {' and '.join(also)}" if also else self.changes.summary

    @property
    def listing(self) -> Iterator[str]:
        """A line for each path that changes."""
        yield from self.changes.listing
        yield from (f"{'add':<7} {path}" for path in sorted(self.extras))


class Target(Protocol):
    """A place to publish to."""

    @property
    def title(self) -> str:
        """What it is called in a question: "Branch gh-pages of origin"."""

    @property
    def root(self) -> str:
        """What stands before the path of a file there, without "/" at its end."""

    def proposal(self) -> str:
        """The address that a site there probably has; empty where there is no telling."""

    def look(self, tree: Tree) -> TargetState:
        """See what stands there; nothing changes. Raises Stop where it cannot be reached."""

    def extras(self, state: TargetState, address: str) -> dict[str, bytes]:
        """The files that the target needs beside the site and does not have."""

    def publish(self, delivery: Delivery) -> None:
        """Publish. Raises Stop where it breaks off."""
