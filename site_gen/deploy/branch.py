"""A branch of a git remote as a target: one push, so that it is the whole old site or the whole new one.

The history stays small without losing anybody's work: a commit of ours takes the place of the last one,
if that is ours too; commits of others stay beneath it. A commit for each deployment would grow a repository
by every page of every build, and a branch without any history would throw away what others did there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from site_gen.content.paths import SITE
from site_gen.deploy.address import domain_of, proposal_of
from site_gen.deploy.delivery import Delivery
from site_gen.deploy.git import Checkout
from site_gen.deploy.programs import Ended
from site_gen.deploy.target_state import TargetState, published_exports, read_manifest
from site_gen.deploy.tree import Tree
from site_gen.problems import ExitStatus, Stop
from site_gen.publish import MANIFEST
from site_gen.text import counted
from site_gen.values import dataclass

_PLAIN_FILE = "100644"
_NO_JEKYLL = ".nojekyll"
_CNAME = "CNAME"
_OURS = "Plenary-Manifest: "
_READ = (
    "--no-tags",
    "--no-write-fetch-head",
    "--no-auto-maintenance",
    "--no-recurse-submodules",
    "--refmap=",
)
_PUSH = ("--porcelain", "--no-verify", "--recurse-submodules=no")
_MEANWHILE = ("stale info", "fetch first", "cannot lock ref", "failed to update ref", "failed to lock")


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """A branch of a remote, which need not exist yet."""

    checkout: Checkout
    remote: str
    branch: str

    @property
    def title(self) -> str:
        return f"Branch {self.branch} of {self.remote}"

    @property
    def root(self) -> str:
        return f"{self.remote}/{self.branch}"

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self.branch}"

    @property
    def _source(self) -> str:
        """What to read: the place that is pushed to, where that is another one."""
        return self.checkout.setting(f"remote.{self.remote}.pushurl") or self.remote

    def proposal(self) -> str:
        return proposal_of(self.checkout.line("remote", "get-url", "--push", self.remote))

    def look(self, tree: Tree) -> TargetState:
        version = self._version()
        if not version:
            return TargetState()
        self._fetch(version)
        listing = self.checkout.ask(f"cannot read {self.title}", "ls-tree", "-r", "-z", version)
        there = dict(_entries(listing))
        published = read_manifest(self._blob(version, MANIFEST), self.title)
        self._refuse_sources(there)
        return TargetState(
            published=published,
            exports=published_exports(published, lambda path: self._blob(version, path)),
            files=frozenset(there.keys() - {MANIFEST}),
            same=frozenset(self._same(tree, there)),
            version=version,
        )

    def _blob(self, version: str, path: str) -> bytes | None:
        """The bytes of a file of the branch; None where it has none."""
        found = self.checkout.try_("cat-file", "blob", f"{version}:{path}")
        return None if found.status else found.output

    def extras(self, state: TargetState, address: str) -> dict[str, bytes]:
        """.nojekyll, for GitHub leaves out files with "_" else; CNAME for a domain of one's own."""
        domain = domain_of(address)
        extras = {_NO_JEKYLL: b""} | ({_CNAME: f"{domain}\n".encode()} if domain else {})
        return {path: body for path, body in extras.items() if path not in state.files}

    def publish(self, delivery: Delivery) -> None:
        commit = self._commit(delivery)
        lease = f"--force-with-lease={self._ref}:{delivery.state.version}"
        ended = self.checkout.try_("push", *_PUSH, lease, self.remote, f"{commit}:{self._ref}")
        if ended.status:
            raise self._rejected(ended)

    def _version(self) -> str:
        """The commit that the branch is at; empty where there is no such branch."""
        listing = self.checkout.ask(f"cannot reach {self.remote}", "ls-remote", self._source, self._ref)
        found = (line.split("\t") for line in listing.decode().splitlines())
        return next((commit for commit, ref in found if ref == self._ref), "")

    def _fetch(self, version: str) -> None:
        """Have the objects of the branch; no ref of the checkout changes."""
        if self.checkout.try_("cat-file", "-e", f"{version}^{{tree}}").status:
            self.checkout.ask(f"cannot read {self.title}", "fetch", *_READ, self._source, self._ref)

    def _same(self, tree: Tree, there: dict[str, tuple[str, str]]) -> Iterator[str]:
        paths = sorted(tree.paths & there.keys())
        hashes = self.checkout.hashes((tree.folder / path for path in paths), keep=False)
        for path, name in zip(paths, hashes, strict=True):
            if there[path] == (_PLAIN_FILE, name):
                yield path

    def _refuse_sources(self, there: Iterable[str]) -> None:
        if SITE in there:
            hint = "name a branch for the site alone, for instance gh-pages"
            raise Stop(ExitStatus.USAGE, f"{self.title} holds the sources of a site ({SITE})", hint)

    def _commit(self, delivery: Delivery) -> str:
        with TemporaryDirectory(prefix="plenary-") as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            checkout = self.checkout.with_settings(index | self.checkout.identity())
            if delivery.state.version:
                checkout.ask("git cannot read the branch", "read-tree", delivery.state.version)
            given = "".join(f"{line}\0" for line in self._index_lines(delivery)).encode()
            checkout.ask("git cannot write", "update-index", "-z", "--index-info", given=given)
            tree = checkout.ask("git cannot write", "write-tree").decode().strip()
            parents = [f"-p{parent}" for parent in self._beneath(delivery.state.version)]
            message = _message(delivery.tree).encode()
            return (
                checkout.ask("git cannot commit", "commit-tree", tree, *parents, given=message)
                .decode()
                .strip()
            )

    def _index_lines(self, delivery: Delivery) -> Iterator[str]:
        """What becomes of which path, removals first."""
        changes, tree = delivery.changes, delivery.tree
        nothing = "0" * len(delivery.state.version or "0" * 40)
        yield from (f"0 {nothing}\t{path}" for path in changes.removed)
        paths = [*changes.added, *changes.changed]
        hashes = self.checkout.hashes((tree.folder / path for path in paths), keep=True)
        yield from (f"{_PLAIN_FILE} {name}\t{path}" for path, name in zip(paths, hashes, strict=True))
        for path, body in {**delivery.extras, MANIFEST: tree.manifest.to_bytes()}.items():
            yield f"{_PLAIN_FILE} {self.checkout.keep(body)}\t{path}"

    def _beneath(self, version: str) -> list[str]:
        """The commits that the next one stands on: the last one, or if that is ours, what it stands on."""
        if not version:
            return []
        # Not by `log`: it would not show parents that a shallow clone has cut off.
        text = self.checkout.ask("git cannot read the branch", "cat-file", "commit", version)
        head, _, message = text.decode("utf-8", "replace").partition("\n\n")
        if not any(line.startswith(_OURS) for line in message.splitlines()):
            return [version]
        return [line.removeprefix("parent ") for line in head.splitlines() if line.startswith("parent ")]

    def _rejected(self, ended: Ended) -> Stop:
        """Why a push did not succeed; the branch is as it was."""
        lines = ended.output.decode("utf-8", "replace").splitlines()
        reason = next((line.rpartition("\t")[2] for line in lines if line.startswith("!")), "")
        if any(each in reason for each in _MEANWHILE):
            message = f"somebody else pushed to {self.root} meanwhile; nothing changed"
            return Stop(ExitStatus.ENVIRONMENT, message, "run deploy again: it starts from what is there now")
        if reason:
            hint = "the branch must allow forced pushes: its history is kept to one commit of ours"
            answer = f" ({ended.complaint})" if ended.complaint.startswith("remote: ") else ""
            message = f"{self.remote} refuses the push to {self.branch}: {reason}{answer}; the old site stays"
            return Stop(ExitStatus.ENVIRONMENT, message, hint)
        return Stop(
            ExitStatus.ENVIRONMENT, f"cannot reach {self.remote}: {ended.complaint}; the old site stays"
        )


def _message(tree: Tree) -> str:
    sha256 = hashlib.sha256(tree.manifest.to_bytes()).hexdigest()
    return f"Publish the site: {counted(len(tree.paths), 'file')}\n\n{_OURS}{sha256}\n"


def _entries(listing: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    """Path, mode and name of every entry that ls-tree lists."""
    for line in listing.decode("utf-8", "surrogateescape").split("\0"):
        if line:
            about, _, path = line.partition("\t")
            mode, _, name = about.split()
            yield path, (mode, name)
