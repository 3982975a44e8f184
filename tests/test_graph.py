"""The build graph: what is noted, what stands after a change, and where a change ends."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from site_gen.graph.columns import Column, Numbers, Spilled
from site_gen.graph.graph_cache import GraphCache
from site_gen.graph.nodes import CachedGraph, Reads
from site_gen.graph.notes import Graph
from site_gen.graph.queries import fragment, query, remade, resource, table
from site_gen.graph.tables import Fields, Table
from site_gen.workers import share_out

SITE_GEN = Path(__file__).parent.parent / "site_gen"

CACHED = re.compile(r"(functools\.)?(lru_)?cache\b")

MADE: list[str] = []  # what the queries below made, in order


@dataclass(frozen=True)
class Shelf:
    """A model of its own: texts by name, and an owner."""

    texts: Mapping[str, str]
    owner: Owner
    graph: Graph = field(default_factory=Graph)


@dataclass(frozen=True)
class Owner:
    name: str
    town: str = ""


def shelf(texts: Mapping[str, str], cached: CachedGraph | None = None, owner: Owner = Owner("Ada")) -> Shelf:
    """A shelf whose build has begun."""
    graph = Graph()
    noting: Owner = Fields(graph, "v1.5/owner", owner)  # type: ignore[assignment]  # it passes for what it notes
    made = Shelf(Table(graph, "v1.5/texts", texts), noting, graph)
    graph.begin(partial(remade, made), cached)
    MADE.clear()
    return made


@query
def length(asked: Shelf, name: str) -> int:
    MADE.append(f"length of {name}")
    return len(asked.texts[name])


@fragment
def loud(asked: Shelf, name: str) -> str:
    MADE.append(f"loud {name}")
    return asked.texts[name].upper()


@resource
def everything(asked: Shelf) -> list[str]:
    MADE.append("everything")
    return list(asked.texts.values())


@table
def initials(asked: Shelf) -> dict[str, str]:
    MADE.append("initials")
    return {name: text[:1] for name, text in asked.texts.items()}


def sheet(asked: Shelf, name: str) -> str:
    """An output that shows how long a text is, and who owns it."""
    MADE.append(f"sheet of {name}")
    return f"{length(asked, name)} of {asked.owner.name}"


def whole(asked: Shelf) -> str:
    """An output that joins all."""
    MADE.append("whole")
    return " ".join(loud(asked, name) for name in asked.texts)


def first_letter(asked: Shelf) -> str:
    """An output that shows one entry of a table."""
    MADE.append("letter")
    return initials(asked).get("a", "none")


def made(asked: Shelf) -> CachedGraph:
    """Make what does not stand; the answer is what is kept."""
    outputs = {"a": partial(sheet, asked, "a"), "b": partial(sheet, asked, "b"),
               "whole": partial(whole, asked), "letter": partial(first_letter, asked)}  # fmt: skip
    for name, make in outputs.items():
        if not asked.graph.standing(name):
            asked.graph.output(name, make, str)
    return asked.graph.end(outputs)


TEXTS = {"a": "one", "b": "three"}


def test_what_read_nothing_that_changed_stands() -> None:
    cached = made(shelf(TEXTS))
    assert MADE == ["sheet of a", "length of a", "sheet of b", "length of b", "whole", "loud a", "loud b",
                    "letter", "initials"]  # fmt: skip
    before = nodes_of(cached)
    assert nodes_of(made(shelf(TEXTS, cached))) == before
    assert MADE == []


def test_a_change_that_leaves_a_value_equal_ends_there() -> None:
    cached = made(shelf(TEXTS))
    made(shelf({"a": "six", "b": "three"}, cached))
    assert MADE == ["length of a", "loud a", "whole", "initials", "letter"]
    cached = made(shelf({"a": "of", "b": "three"}, made(shelf({"a": "oh", "b": "three"}))))
    assert MADE == ["length of a", "loud a", "whole", "initials"]


def test_a_field_that_nobody_read_changes_nothing() -> None:
    cached = made(shelf(TEXTS))
    made(shelf(TEXTS, cached, Owner("Ada", "Turin")))
    assert MADE == []
    made(shelf(TEXTS, cached, Owner("Bo")))
    assert MADE == ["sheet of a", "length of a", "sheet of b", "length of b"]


def test_a_key_that_comes_or_goes_is_a_change_for_those_who_looked_for_it() -> None:
    cached = made(shelf({"b": "three"} | {"a": "x"}))
    without = shelf({"b": "three"}, cached)
    assert [without.graph.standing(each) != "" for each in ("b", "letter", "whole")] == [True, False, False]
    with pytest.raises(KeyError):
        made(without)


def test_what_was_asked_for_no_more_is_not_believed_later() -> None:
    cached = made(shelf(TEXTS))
    changed = shelf({"a": "sixteen", "b": "three"}, cached)
    for name in ("b", "letter"):
        assert name == "letter" or changed.graph.standing(name)
    cached = changed.graph.end(["b"])
    again = shelf(TEXTS, cached)
    assert (again.graph.standing("b"), again.graph.standing("a"), again.graph.standing("whole")) == (
        "5 of Ada", "", "",
    )  # fmt: skip


def test_what_nobody_reads_any_more_leaves_the_store() -> None:
    cached, sizes = made(shelf(TEXTS)), []
    for number in range(40):
        asked = shelf(TEXTS | {f"c{number}": "more"}, cached)
        cached = made(asked)
        sizes.append(len(cached[0]))
    assert max(sizes[20:]) <= max(sizes[:20])


def test_equal_for_python_is_not_equal_for_the_graph() -> None:
    graph = Graph()
    flags: Table[str, object] = Table(graph, "flags", {"a": 1})
    graph.begin(lambda _name, _key: None)
    graph.output("flag", lambda: str(flags["a"]), str)
    after = Graph()
    Table(after, "flags", {"a": True})
    after.begin(lambda _name, _key: None, graph.end(["flag"]))
    assert after.standing("flag") == ""


def test_a_value_without_digest_changes_with_what_it_read() -> None:
    def listed(asked: Shelf) -> str:
        return ",".join(everything(asked))

    before = shelf(TEXTS)
    before.graph.output("list", partial(listed, before), str)
    cached = before.graph.end(["list"])
    assert shelf(TEXTS, cached).graph.standing("list") == "one,three"
    assert shelf({"a": "one", "b": "four"}, cached).graph.standing("list") == ""


def test_a_part_that_outputs_share_is_read_by_each_of_them() -> None:
    before = shelf(TEXTS)
    shared: list[tuple[str, Reads]] = []

    def line(asked: Shelf) -> str:
        if not shared:
            shared.append(asked.graph.aside(lambda: asked.texts["a"]))
        asked.graph.also(shared[0][1])
        return shared[0][0]

    for name in ("first", "second"):
        before.graph.output(name, partial(line, before), str)
    after = shelf({"a": "six"}, before.graph.end(["first", "second"]))
    assert [after.graph.standing(name) for name in ("first", "second")] == ["", ""]


def test_a_view_made_while_the_model_is_put_together_is_made_again() -> None:
    graph = Graph()
    texts: Table[str, str] = Table(graph, "texts", TEXTS)
    assert graph.view(graph.place("view", ("a",)), lambda: [texts["a"]]) == ["one"]
    graph.begin(lambda _name, _key: None)
    graph.output("page", lambda: graph.view(graph.place("view", ("a",)), lambda: texts["a"]), str)
    after = shelf({"a": "six"}, graph.end(["page"]))
    assert after.graph.standing("page") == ""


def test_a_view_of_which_one_fact_is_asked_again_has_read_what_its_other_facts_read() -> None:
    def fact(asked: Shelf, make: Callable[[], object]) -> str:
        number = asked.graph.place("view", ("a",))
        asked.graph.view(number, lambda: "a view")
        return str(asked.graph.reading(number, make))

    def page(asked: Shelf) -> str:
        return fact(asked, lambda: asked.texts["a"]) + fact(asked, lambda: length(asked, "b"))

    def row(asked: Shelf) -> str:
        return fact(asked, lambda: length(asked, "b")) + asked.texts["c"]

    def built(texts: Mapping[str, str], cached: CachedGraph | None) -> tuple[list[str], CachedGraph]:
        asked, again = shelf(texts, cached), []
        for name, make in (("page", page), ("row", row)):
            if not asked.graph.standing(name):
                asked.graph.output(name, partial(make, asked), str)
                again.append(name)
        return again, asked.graph.end(["page", "row"])

    _, cached = built({"a": "one", "b": "three", "c": "x"}, None)
    again, cached = built({"a": "one", "b": "seven", "c": "y"}, cached)
    assert again == ["row"]
    again, _ = built({"a": "six", "b": "seven", "c": "y"}, cached)
    assert "page" in again


def test_what_other_processes_noted_is_noted_here() -> None:
    asked = shelf({name: name * 3 for name in "abcdefgh"})
    mine = os.getpid()

    def work(names: object) -> tuple[object, int]:
        for name in names:  # type: ignore[attr-defined]  # of a sequence of names
            asked.graph.output(name, partial(sheet, asked, name), str)
        return asked.graph.delta(), os.getpid()

    for delta, process in share_out("abcdefgh", work, 2):
        assert (delta is None) == (process == mine)
        if delta:
            asked.graph.merge(delta)
    cached = asked.graph.end("abcdefgh")
    changed = {name: name * 3 for name in "abcdefgh"} | {"c": "four"}
    after = shelf(changed, cached)
    assert [name for name in "abcdefgh" if not after.graph.standing(name)] == ["c"]


def test_nothing_of_a_site_is_cached_beside_its_graph() -> None:
    noted = {"Site", "Catalogue", "Edition", "Conference", "People"}
    found = [
        f"{path.relative_to(SITE_GEN)}:{function.lineno}"
        for path in sorted(SITE_GEN.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and any(CACHED.match(ast.unparse(each)) for each in function.decorator_list)
        and any(each.annotation and ast.unparse(each.annotation) in noted for each in function.args.args)
    ]
    assert found == []


@query
def egg(asked: Shelf, name: str) -> int:
    return hen(asked, name) + 1


@query
def hen(asked: Shelf, name: str) -> int:
    return egg(asked, name) + 1


def test_a_query_that_reads_itself_says_so_with_the_way_it_took() -> None:
    here = "tests.test_graph:"
    way = f"{here}egg('a',) reads {here}hen('a',) reads {here}egg('a',)"
    with pytest.raises(RecursionError, match=f"^a query reads itself: {re.escape(way)}$"):
        egg(shelf({}), "a")


def cached(values: Sequence[str], touched: Sequence[int] | None = None) -> CachedGraph:
    """A graph of so many nodes, of which 40 were stored first."""
    number = len(values)
    names = [f"n{each}" for each in range(number)]
    others = None if touched is None else [*touched]
    columns = (
        Column(names),
        Column[bytes | None]([b""] * number),
        Column([b"d"] * number),
        Column([b""] * number),
        Column[str | bytes | None](values),
    )
    return CachedGraph(columns, Column([b""] * 40), {"p": b"d"}, 40, others)


def plain(cached: CachedGraph | None) -> object:
    """What is in a graph."""
    return cached and (nodes_of(cached), [*cached.readers], *cached[2:5])


def nodes_of(cached: CachedGraph) -> list[list[object]]:
    """What there is of each node."""
    columns: tuple[Column[Any], ...] = cached.columns
    return [[*column] for column in columns]


def test_few_changes_of_a_graph_are_kept_beside_it(tmp_path: Path) -> None:
    (tmp_path / ".plenary").mkdir()
    whole, changes = tmp_path / ".plenary/graph", tmp_path / ".plenary/graph-changes"
    values = [str(each) for each in range(40)]
    GraphCache(tmp_path, "code").save(cached(values))
    assert plain(GraphCache(tmp_path, "code").load()) == plain(cached(values, []))
    before = whole.read_bytes()
    for touched, edited in (
        ([0], ["one", *values[1:]]),
        ([0, 40], ["two", *values[1:], "new"]),
        ([0], values),
    ):
        graph = GraphCache(tmp_path, "code")
        graph.load()
        graph.save(cached(edited, touched))
        assert (whole.read_bytes(), changes.exists()) == (before, True)
        assert plain(GraphCache(tmp_path, "code").load()) == plain(cached(edited, touched))
    assert GraphCache(tmp_path, "other code").load() is None
    changes.write_bytes(changes.read_bytes()[:-1])
    assert plain(GraphCache(tmp_path, "code").load()) == plain(cached(values, []))
    graph = GraphCache(tmp_path, "code")
    graph.load()
    graph.save(cached([*values[:20], *["other"] * 20], range(20, 40)))
    assert (whole.read_bytes() != before, changes.exists()) == (True, False)


def test_values_lie_in_a_file_without_a_name_until_all_are_stored(tmp_path: Path) -> None:
    values = ["short", "long " * 100, None, b"\0" * 1000, "ä€😀" * 200_000, "", b"", "last " * 100]
    column = Spilled[str | bytes | None](tmp_path)
    for number, value in enumerate(values):
        column.append(None)
        column[number] = value
    assert [*column] == values
    assert [column.holds(number) for number in range(3)] == [True, True, False]
    column[1] = "other " * 100
    assert [*column] == [values[0], "other " * 100, *values[2:]]
    assert [*tmp_path.iterdir()] == []


def test_a_name_is_found_by_its_number_as_long_as_it_is_called_so() -> None:
    names = Column[str]()
    numbers = Numbers(names)
    for number in range(3000):
        names.append(f"n{number}")
        numbers.put(number)
    names[7] = ""
    names[8] = "other"
    numbers.put(8)
    assert [numbers.get(name) for name in ("n0", "n7", "n8", "other", "n2999", "n3000")] == [
        0, None, None, 8, 2999, None,
    ]  # fmt: skip
