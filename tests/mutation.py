"""python -m tests.mutation [--room NAME] [--mutants N] [--seed N]: faults in our code, and who sees them.

In each room some places are taken by chance: a comparison, a sign, a number, a condition or an order becomes
another one, and the tests of the room run in a process of its own. What none sees is printed with its line.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).parent.parent
SECONDS = 120  # of CPU; a fault that makes a loop endless is seen so

# Folder of a room → the files of tests that hold it, and what of them takes too long here.
ROOMS: Mapping[str, tuple[Sequence[str], str]] = {
    "conference": (
        ("content_loading", "drafts", "hidden_later", "identifiers", "model", "names_of_people", "nights",
         "people", "stated_times"),
        "none",
    ),
    "ingest/link": (
        ("linker", "homonyms", "ingest_again", "source_ids", "paper_ids", "refused_papers",
         "corrected_export", "stated_times", "same_sessions", "contradictions", "named_papers",
         "list_beside"),
        "thousands or hash_seed or after_any",
    ),
    "publish": (
        ("publish", "publish_faults", "check"),
        "killed or twenty or full_disk or read_only or waited or waits or outlives",
    ),
    "exports/calendar": (("calendars", "clock_changes"), "hash_seed"),
    "exports/frab": (
        ("schedule_exchange", "exchanged_schedules", "clock_changes", "round_trip", "stated_times"),
        "none",
    ),
}  # fmt: skip
_SWAPPED: Mapping[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A fault at a line of a module."""

    path: Path
    line: int
    what: str
    code: CodeType


def mutants_of(path: Path) -> Iterator[Callable[[], Mutant]]:
    """Every fault that is put into a module; a call makes it."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    decorators = (each for node in ast.walk(tree) for each in getattr(node, "decorator_list", ()))
    left_out = {node for each in decorators for node in ast.walk(each)}
    for number, node in enumerate(ast.walk(tree)):
        if _fault(node) is not None and node not in left_out:
            yield partial(_made, path, text, number)


def _made(path: Path, text: str, number: int) -> Mutant:
    tree = ast.parse(text)
    node = next(node for at, node in enumerate(ast.walk(tree)) if at == number)
    before = ast.unparse(node)
    apply = _fault(node)
    assert apply
    apply()
    ast.fix_missing_locations(tree)
    what = f"{before[:60]}  →  {ast.unparse(node)[:60]}"
    return Mutant(path, getattr(node, "lineno", 0), what, compile(tree, str(path), "exec"))


def _fault(node: ast.AST) -> Callable[[], None] | None:
    """What makes a node another one; None where nothing does."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _SWAPPED:
            return partial(_change, node, ops=[_SWAPPED[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in _SWAPPED:
            return partial(_change, node, op=_SWAPPED[type(op)]())
        case ast.If(test=test) | ast.IfExp(test=test):
            return partial(_change, node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Constant(value=value) if isinstance(value, int):
            return partial(_change, node, value=not value if isinstance(value, bool) else value + 1)
        case ast.Call(func=ast.Name(id="min" | "max" as name)):
            return partial(_change, node, func=ast.Name("max" if name == "min" else "min", ast.Load()))
        case ast.Call(func=ast.Name(id="sorted")):
            return partial(_change, node, func=ast.Name("list", ast.Load()), keywords=[])
    return None


def _change(node: ast.AST, **fields: object) -> None:
    for name, value in fields.items():
        setattr(node, name, value)


class _Loader(SourceFileLoader):
    """Loads a module with a fault in it."""

    def __init__(self, mutant: Mutant) -> None:
        name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        super().__init__(name, str(mutant.path))
        self._code = mutant.code

    def get_code(self, _fullname: str) -> CodeType:
        return self._code


class _Finder(MetaPathFinder):
    """Finds that module, and no other."""

    def __init__(self, mutant: Mutant) -> None:
        self._loader = _Loader(mutant)

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != self._loader.name:
            return None
        return spec_from_file_location(fullname, self._loader.path, loader=self._loader)


def is_seen(mutant: Mutant | None, tests: Sequence[str], without: str) -> bool:
    """Whether a test fails with a fault."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        if mutant:
            sys.meta_path.insert(0, _Finder(mutant))
        files = [str(ROOT / f"tests/test_{name}.py") for name in tests]
        options = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not browser", "-k", f"not ({without})"]
        os._exit(int(pytest.main([*files, *options]) != pytest.ExitCode.OK))
    return os.waitpid(child, 0)[1] != 0


def main() -> int:
    """Try the rooms, and print the share that is seen; 1 where a test fails without a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--room", choices=ROOMS)
    parser.add_argument("--mutants", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for room in [options.room] if options.room else ROOMS:
        tests, without = ROOMS[room]
        if is_seen(None, tests, without):
            print(f"{room}: its tests fail without a fault")
            return 1
        files = sorted((ROOT / "site_gen" / room).rglob("*.py"))
        every = [make for file in files for make in mutants_of(file)]
        chosen = random.Random(options.seed).sample(every, min(options.mutants, len(every)))
        seen = 0
        for mutant in (make() for make in chosen):
            if is_seen(mutant, tests, without):
                seen += 1
            else:
                place = mutant.path.relative_to(ROOT)
                print(f"  {place}:{mutant.line}: {mutant.what}", flush=True)
        print(
            f"{room}: {seen} of {len(chosen)} faults seen ({seen / len(chosen):.0%}), of {len(every)}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
