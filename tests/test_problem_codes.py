"""Every code that a problem carries stands in the table of `explain` and of the manual, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from site_gen.explain.problem_codes import find_code, problem_codes
from tests.rendering import PROJECT

# Words of no code that calls of a same name take.
OTHER = re.compile(r"^$|[^a-z0-9-]")
# What makes a code of a kind: `report_unknown("room", …)` is "unknown-room".
OF_KIND = ("report_unknown", "_unknown")
# Codes that are put together, by how they begin.
MADE = {
    "unknown-": set[str](),  # found by OF_KIND
    "kept-": {"kept-conflict", "kept-deleted", "kept-edited", "kept-made-by-hand"},
    "cut-": {"cut-name", "cut-title"},
}


def nodes() -> list[ast.AST]:
    """Every call, function and class of the program; asked for in the test alone, for that takes seconds."""
    found: list[ast.AST] = []
    for path in sorted((PROJECT / "site_gen").rglob("*.py")):
        walked = ast.walk(ast.parse(path.read_text("utf-8")))
        found += (node for node in walked if isinstance(node, ast.Call | ast.FunctionDef | ast.ClassDef))
    return found


def takers(asked: list[ast.AST]) -> dict[str, set[int]]:
    """The functions and classes that take a code, with the positions at which calls give it."""
    found: dict[str, set[int]] = {"Problem": {1}, "_warn": {0}, "_report": {0}, "report": {0}, "doubt": {0}}
    for node in asked:
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if "code" in names:
                found.setdefault(node.name, set()).add(names.index("code"))
        elif isinstance(node, ast.ClassDef):
            for name, position in _of_class(node):
                found.setdefault(name, set()).add(position)
    return found


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, int]]:
    fields = [each.target.id for each in node.body
              if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]  # fmt: skip
    if "code" in fields:
        yield node.name, fields.index("code")
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            names = [argument.arg for argument in each.args.args[1:]]
            if "code" in names:
                yield node.name, names.index("code")


def given(asked: list[ast.AST], positions: dict[str, set[int]]) -> Iterator[str]:
    """The codes that the calls give."""
    for node in asked:
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for position in positions.get(name, ()):
            yield from _constants(node, position)
        if name in OF_KIND:
            yield from (f"unknown-{kind}" for kind in _constants(node, 0))


def _constants(call: ast.Call, position: int) -> Iterator[str]:
    value = call.args[position] if position < len(call.args) else None
    if isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.Constant):
        begin = str(value.values[0].value)
        if not OTHER.search(begin):
            yield from MADE[begin]
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and not OTHER.search(value.value):
        yield value.value


def test_every_code_has_a_meaning_and_a_cure() -> None:
    asked = nodes()
    codes = set(given(asked, takers(asked)))
    assert len(codes) > 100
    assert sorted(codes - problem_codes().keys()) == []
    assert sorted(problem_codes().keys() - codes) == []
    text = (PROJECT / "site_gen" / "explain" / "problems.md").read_text("utf-8")
    assert (
        "".join(f"## {each.code}\n{each.meaning}\n{each.cure}\n\n" for each in problem_codes().values())
        == text + "\n"
    )
    assert list(problem_codes()) == sorted(problem_codes())


def test_a_code_is_found_with_its_brackets_too() -> None:
    assert find_code("[no-alt]") == find_code("no-alt") == problem_codes()["no-alt"]
    assert find_code("ada-lovelace") is None
    assert str(find_code("[not-utf8]")).startswith("not-utf8: ")
    assert str(find_code("no-alt")) == (
        "no-alt: A picture has no words for those who do not see it.\nSay with `alt:` what it shows."
    )
