"""A walk of random edits from the first project on: each step is built and compared, up to a difference."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.edits.damage import SORTS, Damage
from tests.edits.edits import random_edit
from tests.edits.oracle import Options, Oracle
from tests.edits.project import FILES, Edit, Files, after

_ARGUMENTS = (("--strict",), ("--base-url", "https://other.example/deep/"), ("--single-file",))


@dataclass(frozen=True)
class Step:
    """Some edits, the files after them, and how these are built."""

    edits: tuple[Edit, ...]
    files: Files
    options: Options

    def __str__(self) -> str:
        return "\n".join([*(f"  {edit.what}" for edit in self.edits), f"  {self.options}"])


@dataclass(frozen=True)
class Taken:
    """A step that was taken: whether its content was right, and what differs from a build from nothing."""

    step: Step
    valid: bool
    differences: list[str]


def walk(seed: int, steps: int, folder: Path) -> Iterator[Taken]:
    """Take steps in an empty folder, in which the projects of the last one stay."""
    choice = _choose_steps(random.Random(seed))
    step = next(choice)
    with Oracle(folder) as oracle:
        for _ in range(steps):
            differences = oracle.step(step.files, step.options)
            yield Taken(step, oracle.valid, differences)
            if differences:
                return
            step = choice.send(oracle.valid)


def _choose_steps(chance: random.Random) -> Generator[Step, bool, None]:
    """Steps without end, several edits each, with ways back; it is sent whether the last one was right."""
    files, earlier = FILES, [FILES]
    yield Step((), files, Options())
    while True:
        edits = []
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            edit = _back(chance, files, earlier) if chance.random() < 0.15 else random_edit(chance, files)
            files = after(files, edit)
            edits.append(edit)
        was_valid = yield Step(tuple(edits), files, _options(chance))
        if was_valid:
            earlier = [FILES, *earlier[-3:], files]
        elif chance.random() < 0.85:
            back = _to(files, earlier[-1], "back to what was right")
            files = earlier[-1]
            yield Step((back,), files, _options(chance))


def _back(chance: random.Random, files: Files, earlier: list[Files]) -> Edit:
    """All files, or one of them, as they were earlier."""
    edit = _to(files, chance.choice(earlier), "back to what was earlier")
    if edit.files and chance.random() < 0.5:
        path = chance.choice(sorted(edit.files))
        return Edit(f"{path}: as it was earlier", {path: edit.files[path]})
    return edit


def _to(files: Files, wanted: Files, what: str) -> Edit:
    paths = sorted(files.keys() | wanted.keys())
    return Edit(what, {path: wanted.get(path) for path in paths if files.get(path) != wanted.get(path)})


def _options(chance: random.Random) -> Options:
    return Options(
        arguments=chance.choice(_ARGUMENTS) if chance.random() < 0.15 else (),
        jobs=chance.choice((1, 4)),
        mode=chance.choice(("fresh", "lasting")),
        kill_after=chance.uniform(0.02, 1.5) if chance.random() < 0.1 else None,
        damage=Damage(chance.choice(SORTS), chance.random()) if chance.random() < 0.1 else None,
    )
