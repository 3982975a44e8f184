"""Frozen values that cost less: they are equal, written and put away as those of the standard library."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from site_gen.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Owl:
    name: str
    eggs: int = 0
    seen: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Barn:
    owls: tuple[Owl, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Counted:
    owls: tuple[Owl, ...]
    number: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", len(self.owls))


@dataclass(frozen=True, slots=True, eq=False)
class Nest:
    eggs: int


@dataclass(frozen=True, slots=True)
class Hedge:
    birds: list[str] = field(default_factory=list)
    length: int = field(default=3, kw_only=True)
    seen: dict[str, int] = field(default_factory=dict, init=False, repr=False)
    depth: int = field(default=1, init=False)


@dataclass(frozen=True, slots=True)
class Folded:
    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Folded) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())


def test_values_are_equal_where_all_that_is_compared_of_them_is() -> None:
    assert Owl("Tyto", 3, seen="today") == Owl("Tyto", 3, seen="never")
    assert hash(Owl("Tyto", 3, seen="today")) == hash(Owl("Tyto", 3, seen="never"))
    assert {Barn((Owl("Tyto"),)): "red"}[Barn((Owl("Tyto"),))] == "red"
    assert Owl("Tyto", 3) != Owl("Tyto", 4)
    assert Nothing() == Nothing()
    others: list[object] = [Nothing(), (), "Barn(owls=())"]
    assert Barn(()) not in others


def test_a_value_may_be_compared_in_its_own_way() -> None:
    nest = Nest(3)
    assert nest == nest
    assert nest != Nest(3)
    assert Folded("Tyto") == Folded("TYTO")
    assert len({Folded("Tyto"), Folded("TYTO")}) == 1


@pytest.mark.parametrize("made", [dataclass, dataclasses.dataclass])
def test_values_are_written_and_copied_alike(made: Callable[..., Any]) -> None:
    owl = made(frozen=True)(type("Owl", (), {"__annotations__": {"name": str, "eggs": int}, "eggs": 0}))
    assert repr(owl("Tyto")).endswith("Owl(name='Tyto', eggs=0)")
    assert replace(owl("Tyto"), eggs=2) == owl("Tyto", 2)
    assert dataclasses.asdict(owl("Tyto", 2)) == {"name": "Tyto", "eggs": 2}


def test_values_are_made_alike_whatever_is_given() -> None:
    birds = ["wren"]
    hedge, other = Hedge(birds, length=4), Hedge()
    assert (repr(hedge), hedge.birds is birds) == ("Hedge(birds=['wren'], length=4, depth=1)", True)
    assert (other.birds, other.length, other.seen, other.seen is hedge.seen) == ([], 3, {}, False)
    with pytest.raises(TypeError):
        Hedge(birds, 4)  # type: ignore[call-arg]  # it is given by name


def test_a_field_may_be_set_once_the_others_are() -> None:
    counted = Counted((Owl("Ada"),))
    assert (counted.number, repr(counted)) == (1, f"Counted(owls=({Owl('Ada')!r},), number=1)")


def test_values_are_put_away_and_taken_out() -> None:
    barn = Barn((Owl("Tyto", 3, seen="today"),))
    again = pickle.loads(pickle.dumps(barn))
    assert (again, again.owls[0].seen) == (barn, "today")


def test_a_value_with_other_fields_is_another_and_with_those_that_it_has_itself() -> None:
    name, eggs = "Tyto", 3
    owl = Owl(name, eggs)
    assert replace(owl, name=name, eggs=eggs) is owl
    assert replace(owl, name="Strix") == Owl("Strix", 3)
    assert owl == Owl("Tyto", 3)
