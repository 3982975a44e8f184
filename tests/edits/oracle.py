"""The oracle: whatever was edited, killed or damaged, a build gives what a build from nothing gives, and so
does the preview, which stays in memory all the while."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from site_gen.preview import ResidentSite
from site_gen.problems import ProblemLog, Stop
from site_gen.publish.manifest import MANIFEST
from tests.edits.damage import Damage
from tests.edits.project import Files

Mode = Literal["fresh", "lasting"]
PROJECT = Path(__file__).parents[2]
PARTS = 4


@dataclass(frozen=True)
class Surroundings:
    """Where a build happens, which must not count for a byte."""

    environment: dict[str, str]
    umask: int


HERE = Surroundings({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, 0o077)
ELSEWHERE = Surroundings({"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"}, 0o022)


@dataclass(frozen=True)
class Options:
    """How a project is built; those of `arguments` count for its bytes, the others must not."""

    arguments: tuple[str, ...] = ()
    jobs: int = 1
    mode: Mode = "fresh"
    kill_after: float | None = None
    damage: Damage | None = None

    def __str__(self) -> str:
        before = [f"after one killed at {self.kill_after:.3f} s"] if self.kill_after else []
        before += [str(self.damage)] if self.damage else []
        how = ", ".join([self.mode, *before])
        return f"build {' '.join([*self.arguments, '--jobs', str(self.jobs)])} ({how})"


class Builder:
    """A process that builds."""

    def __init__(self, mode: Mode, where: Surroundings) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.edits.builder", mode], cwd=PROJECT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env={**os.environ, **where.environment}, umask=where.umask,
        )  # fmt: skip

    def build(self, project: Path, options: Options, kill_after: float | None = None) -> tuple[int, str]:
        """Build a project: the exit status, and what was said of problems."""
        arguments = ["build", "--project", str(project), *options.arguments, "--jobs", str(options.jobs)]
        assert self._process.stdin and self._process.stdout
        print(json.dumps([arguments, kill_after]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, "the builder ended"
        status, problems = json.loads(answer)
        return status, problems.replace(str(project), "PROJECT")

    def end(self) -> None:
        """End the process."""
        self._process.communicate()


@dataclass
class Oracle:
    """A project in `folder` that is edited and built again and again, each time beside one from nothing; that
    one is built in other surroundings."""

    folder: Path
    files: Files = field(default_factory=dict)
    valid: bool = True
    _builders: dict[tuple[Mode, int], Builder] = field(default_factory=dict)
    _resident: ResidentSite | None = None
    _steps: int = 0

    @property
    def project(self) -> Path:
        """The project that is edited."""
        return self.folder / "edited"

    @property
    def anew(self) -> Path:
        """The same project, in which nothing was ever built before."""
        return self.folder / "anew"

    def __enter__(self) -> Oracle:
        return self

    def __exit__(self, *_: object) -> None:
        for builder in self._builders.values():
            builder.end()

    def step(self, files: Files, options: Options) -> list[str]:
        """Bring the project to these files and build it; the differences to a build from nothing."""
        write(self.project, self.files, files)
        self.files = files
        if options.damage:
            options.damage.do(self.project)
        if options.kill_after:
            self._builder("fresh").build(self.project, options, options.kill_after)
        before = published(self.project)
        status, problems = self._builder(options.mode).build(self.project, options)
        shutil.rmtree(self.anew, ignore_errors=True)
        write(self.anew, {}, files)
        status_anew, problems_anew = self._builder("fresh", ELSEWHERE).build(
            self.anew, Options(options.arguments)
        )
        self.valid = status_anew == 0
        expected = published(self.anew) if self.valid else before
        differences = [f"exit status: {status}, from nothing {status_anew}"] if status != status_anew else []
        if problems != problems_anew:
            differences.append(f"problems:\n{problems}\nfrom nothing:\n{problems_anew}")
        if status_anew not in (0, 1, 2):
            differences.append(f"an exit status of no content: {problems_anew}")
        differences += different(published(self.project), expected)
        has_drafts = any(b"draft:" in body for path, body in files.items() if path.startswith("content/"))
        if options.arguments or has_drafts or any(path.endswith("card.png") for path in expected):
            return differences  # the preview is of no other address, draws no cards, and shows drafts
        return differences + self._looked_at(expected)

    def _looked_at(self, expected: dict[str, bytes]) -> list[str]:
        """How what is looked at in the preview, another part of the files at each step, differs."""
        resident = self._resident = self._resident or ResidentSite(self.project, self.folder / "preview")
        try:
            is_right = resident.plan(ProblemLog())
        except Stop:
            is_right = False
        if is_right and not self.valid:  # a template may be broken: then a page tells that
            broken = (path for path in sorted(expected) if not resident.make(path, ProblemLog()))
            return [] if next(broken, None) else ["the preview shows what cannot be built"]
        if self.valid and not is_right:
            return ["the preview holds the content to be wrong"]
        self._steps += 1
        paths = [path for path in sorted(expected) if path != MANIFEST][self._steps % PARTS :: PARTS]
        for path in paths if self.valid else ():
            problems = ProblemLog()
            assert resident.make(path, problems), f"{path}: {problems.all}"
        made = {path: (resident.folder / path).read_bytes() for path in paths} if self.valid else {}
        return different(made, {path: expected[path] for path in made})

    def _builder(self, mode: Mode, where: Surroundings = HERE) -> Builder:
        if (mode, where.umask) not in self._builders:
            self._builders[mode, where.umask] = Builder(mode, where)
        return self._builders[mode, where.umask]


def write(folder: Path, before: Files, files: Files) -> None:
    """Bring a folder from some files to others; a file that stays is not touched."""
    for name in before.keys() - files.keys():
        (folder / name).unlink()
        _remove_empty(folder, (folder / name).parent)
    for name, body in files.items():
        if before.get(name) != body:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(body)


def _remove_empty(project: Path, folder: Path) -> None:
    while folder != project and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def published(project: Path) -> dict[str, bytes]:
    """The bytes of every file of a published site."""
    site = project / "_site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def different(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """What differs between two trees, with the first bytes that do."""
    return [
        f"{path}: {_first_difference(found.get(path), expected.get(path))}"
        for path in sorted(found.keys() | expected.keys())
        if found.get(path) != expected.get(path)
    ]


def _first_difference(found: bytes | None, expected: bytes | None) -> str:
    if found is None or expected is None:
        return "is missing" if found is None else "should not be there"
    at = next((n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), -1)
    start = max(0, at - 40)
    return f"{found[start : at + 40]!r} instead of {expected[start : at + 40]!r}"
