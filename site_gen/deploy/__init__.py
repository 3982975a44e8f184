"""Deploy: the built site goes to a branch, a folder or by rsync, whole, and nothing of others is touched."""

from __future__ import annotations

from pathlib import Path

from site_gen.content import write_files
from site_gen.content.paths import SITE
from site_gen.deploy.address import checked_address, known_address, save_redirects, site_with_address
from site_gen.deploy.changes import Changes, changes_of
from site_gen.deploy.delivery import Delivery, Target
from site_gen.deploy.prompts import Prompts
from site_gen.deploy.target_state import TargetState, note_foreign
from site_gen.deploy.targets import target_of
from site_gen.deploy.tracking import tracked_files
from site_gen.deploy.tree import Tree, open_tree
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST
from site_gen.publish.lock import Lock
from site_gen.text import counted
from site_gen.values import dataclass

__all__ = ["Changes", "Deployed", "Prompts", "deploy", "save_redirects", "tracked_files"]

_PATIENCE = 10.0  # seconds that a build may take to end


@dataclass(frozen=True, slots=True)
class Deployed:
    """What a deployment changed, or would change; `done` tells whether it did.

    `listing` names the paths, as many as fit on a screen; `closing` says in one line how it ended.
    """

    changes: Changes
    done: bool
    listing: tuple[str, ...]
    closing: str


def deploy(
    project: Path,
    out: Path,
    problems: ProblemLog,
    prompts: Prompts,
    *,
    target: str = "",
    base_url: str | None = None,
    dry_run: bool = False,
) -> Deployed | None:
    """Build the site into `out`, publish it at a target; None, with the target as it was, after an error.

    `base_url` stands in for the address that site.yaml names, and is kept there if it names none and the
    site was published. A dry run changes nothing. Raises Stop for what is no matter of content.
    """
    if not dry_run:
        prompts.require_answers()
    place = target_of(project, out, target)
    known = known_address(project)
    address = checked_address(base_url) if base_url else known
    if not address and dry_run:
        prompts.log("Where the site will live is not known yet: deploying asks for it")
    if not dry_run:
        address = address or checked_address(prompts.asked_address(place.proposal()))
        if not known:
            site_with_address(project, address)  # a Stop comes before anything is done
        prompts.log(f"Building the site for {address}")
    # What was built before may be older than content, or built for another address.
    build_for = address if address != known else ""
    tree = open_tree(out, problems) if prompts.rebuild(build_for) else None
    if tree is None:
        return None
    prompts.log(f"Looking at {place.title}")
    state = place.look(tree)
    if not dry_run and _is_redirected(tree, state, prompts):
        tree = open_tree(out, problems) if prompts.rebuild(build_for) else None
        if tree is None:
            return None
        state = place.look(tree)
    prompts.review()
    _note_address(known, address, problems)
    _note_state(place, tree, state, prompts, problems)
    if problems.errors:
        return None
    delivery = _delivery(place, tree, state, address)
    return _listed(place, delivery) if dry_run else _published(project, place, delivery, prompts, problems)


def _is_redirected(tree: Tree, state: TargetState, prompts: Prompts) -> bool:
    """Whether redirects were written for what is called otherwise at the target."""
    published = [entry.path for entry in state.published.entries] if state.published else []
    return prompts.redirect_renamed(
        published, state.exports.get, lambda path: tree.read(path) if path in tree.paths else None
    )


def _note_address(known: str, address: str, problems: ProblemLog) -> None:
    """Report an address that is not the one of site.yaml, which the next deployment takes again."""
    if known and address != known:
        what = f"the site is built for {address}, but base_url says {known}"
        problems.warning("other-address", what, Place(SITE), f"without --base-url it is built for {known}")


def _note_state(
    place: Target, tree: Tree, state: TargetState, prompts: Prompts, problems: ProblemLog
) -> None:
    """Report what forbids to publish over what stands at the target."""
    note_foreign(tree, state, place.root, problems)
    if state.published:
        prompts.note_vanished(state.published, tree.manifest, tree.is_redirect, problems)
        prompts.note_succeeded(state.exports.keys() & tree.paths, state.exports.get, tree.read, problems)


def _delivery(place: Target, tree: Tree, state: TargetState, address: str) -> Delivery:
    extras = place.extras(state, address)
    wanted = {path: body for path, body in extras.items() if path not in tree.paths}
    return Delivery(tree, state, changes_of(tree, state), address, wanted)


def _published(
    project: Path, place: Target, delivery: Delivery, prompts: Prompts, problems: ProblemLog
) -> Deployed:
    """Publish, if anything changes and the user agrees."""
    if not delivery.changes and not delivery.extras:
        return _listed(place, delivery)
    found = f"{counted(len(problems.errors), 'error')}, {counted(len(problems.warnings), 'warning')}"
    if not prompts.agrees(f"{found}. {place.title}: {delivery.summary}. Publish? [y/N]"):
        return _ended(delivery, "Nothing was published")
    lock = Lock.acquire(project.resolve() / ".plenary" / "lock", _PATIENCE)
    try:
        _require_unchanged(delivery.tree)
        prompts.log(f"Publishing to {place.title}")
        place.publish(delivery)
    finally:
        lock.release()
    _keep(project, delivery.address, prompts)
    return _ended(delivery, f"{place.title}: {delivery.summary}: done → {delivery.address}", done=True)


def _require_unchanged(tree: Tree) -> None:
    """While the user was asked, another build may have ended."""
    if tree.read(MANIFEST) != tree.manifest.to_bytes():
        message = "the site was built again meanwhile; nothing was published"
        raise Stop(ExitStatus.ENVIRONMENT, message, "run deploy again")


def _keep(project: Path, address: str, prompts: Prompts) -> None:
    """Write the address of the published site into site.yaml, if that names none."""
    if known_address(project):
        return
    write_files(project, {SITE: site_with_address(project, address)})
    prompts.log(f"Written into {SITE}: base_url: {address}")
    prompts.rebuild("")  # the very bytes again: else what was built counts as older than content


def _listed(place: Target, delivery: Delivery) -> Deployed:
    return _ended(delivery, f"{place.title}: {delivery.summary}. Nothing was published")


def _ended(delivery: Delivery, closing: str, *, done: bool = False) -> Deployed:
    return Deployed(delivery.changes, done, tuple(delivery.listing), closing)
