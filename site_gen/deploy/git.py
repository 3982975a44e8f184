"""The project's git checkout, of which only remotes, objects and settings are used."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from site_gen.content.paths import SITE
from site_gen.deploy.programs import Ended, run
from site_gen.problems import ExitStatus, Stop
from site_gen.values import dataclass

_NOBODY = {"NAME": "Plenary", "EMAIL": "plenary@localhost"}


@dataclass(frozen=True, slots=True)
class Checkout:
    """The git checkout that a project lies in; its working files, index and HEAD are never touched."""

    project: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Path) -> Checkout:
        """Raises Stop where the project is in no checkout, or only lies about in one of something else."""
        checkout = cls(project)
        ended = checkout.try_("rev-parse", "--show-toplevel")
        if ended.status:
            hint = "`git init` and `git remote add origin URL` make one; a folder is named ./folder"
            raise Stop(ExitStatus.ENVIRONMENT, f"{project} is not in a git checkout: {ended.complaint}", hint)
        top = Path(os.fsdecode(ended.output.rstrip(b"\n")))
        if not top.samefile(project) and checkout.try_("ls-files", "--error-unmatch", SITE).status:
            hint = f"`git init` in {project} makes one of its own"
            raise Stop(ExitStatus.ENVIRONMENT, f"the git checkout {top} is not this project's", hint)
        return checkout

    def with_settings(self, settings: Mapping[str, str]) -> Checkout:
        """The same checkout, with variables of the environment for git."""
        return Checkout(self.project, {**self.settings, **settings})

    def try_(self, *arguments: str, given: bytes = b"") -> Ended:
        """Run git and say how it ended."""
        return run(["git", *arguments], self.project, given, self.settings)

    def ask(self, what: str, *arguments: str, given: bytes = b"") -> bytes:
        """Run git. Raises Stop, with `what` in front of git's complaint, where it fails."""
        ended = self.try_(*arguments, given=given)
        if ended.status:
            raise Stop(ExitStatus.ENVIRONMENT, f"{what}: {ended.complaint}")
        return ended.output

    def line(self, *arguments: str) -> str:
        """The one line that git answers; empty where it fails."""
        ended = self.try_(*arguments)
        return "" if ended.status else ended.output.decode("utf-8", "replace").strip()

    @property
    def remotes(self) -> list[str]:
        """The names of the remotes."""
        return self.line("remote").splitlines()

    def setting(self, name: str) -> str:
        """A setting of git; empty where it is not set."""
        return self.line("config", "--get", name)

    def hashes(self, files: Iterable[Path], *, keep: bool) -> list[str]:
        """What git calls the bytes of these files; with `keep` they become objects."""
        names = "".join(f"{file}\n" for file in files).encode()
        options = ["--no-filters", "--stdin-paths", *(["-w"] if keep else [])]
        return self.ask("git cannot read the site", "hash-object", *options, given=names).decode().split()

    def keep(self, body: bytes) -> str:
        """Make an object of these bytes."""
        return self.ask("git cannot write", "hash-object", "-w", "--stdin", given=body).decode().strip()

    def identity(self) -> dict[str, str]:
        """Who a commit is by: the user, and Plenary for what the user never told git.

        Never what git would guess, for that holds the names of the account and of the machine.
        """
        found = {}
        for what, nobody in _NOBODY.items():
            configured = self.setting(f"user.{what.lower()}") or nobody
            for role in ("AUTHOR", "COMMITTER"):
                name = f"GIT_{role}_{what}"
                own = self.setting(f"{role.lower()}.{what.lower()}")
                found[name] = os.environ.get(name) or own or configured
        return found
