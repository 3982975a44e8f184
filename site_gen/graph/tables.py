"""The model as queries read it: each part of it notes for itself that it was read."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from site_gen.graph.nodes import ABSENT, digest_of
from site_gen.graph.notes import Graph

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")

_ORDER = "order"
_ALL = "all"


class Table(Mapping[K, V]):
    """A mapping that notes which of its keys are read, there or not, and who reads all of them.

    `resolve` makes what a reader gets of what is held, reading other tables: then the digest is that of
    what is held, or of what is `digested` of it, and those note the rest.
    """

    def __init__(
        self,
        graph: Graph,
        name: str,
        held: Mapping[K, Any],
        resolve: Callable[[Any], V] | None = None,
        digested: Callable[[Any], object] | None = None,
    ) -> None:
        """The part of the model with this name."""
        self._graph, self._name, self._held, self._resolve = graph, name, held, resolve
        self._digested = digested or _itself
        self._numbers: dict[K, int] = {}
        self._whole: dict[str, int] = {}
        graph.join(name, self)

    def on(self, graph: Graph) -> Table[K, V]:
        """The same part of the model of another graph; of what resolves nothing."""
        return Table(graph, self._name, self._held)

    def __getitem__(self, key: K) -> V:
        self._note(key)
        value: V = self._read(self._held[key])
        return value

    def get(self, key: K, default: Any = None) -> Any:
        """The value of a key, else the default."""
        self._note(key)
        return self._read(self._held[key]) if key in self._held else default

    def __contains__(self, key: object) -> bool:
        self._note(key)  # type: ignore[arg-type]  # what is no key of it is not there either
        return key in self._held

    def __iter__(self) -> Iterator[K]:
        self._note_whole(_ORDER)
        return iter(self._held)

    def __len__(self) -> int:
        self._note_whole(_ORDER)
        return len(self._held)

    def values(self) -> Any:
        """All values, in order."""
        self._note_whole(_ALL)
        return [self._read(held) for held in self._held.values()] if self._resolve else self._held.values()

    def items(self) -> Any:
        """All keys and values, in order."""
        self._note_whole(_ALL)
        if self._resolve is None:
            return self._held.items()
        return [(key, self._read(held)) for key, held in self._held.items()]

    def digests(self, wanted: Callable[[str], int | None]) -> Iterator[tuple[int, bytes]]:
        """The digest of every entry that is wanted, of the keys and of all."""
        name = self._name
        for key, held in self._held.items():
            number = wanted(f"{name}[{key!r}]")
            if number is not None:
                yield number, digest_of(self._digested(held))
        for what in (_ORDER, _ALL):
            number = wanted(f"{name}.{what}")
            if number is not None:
                yield number, self._digest_of_whole(what)

    def digest(self) -> bytes:
        """The digest of all."""
        return self._digest_of_whole(_ALL)

    def noted_leaves(self, is_wanted: Callable[[int], bool]) -> Iterator[tuple[int, bytes]]:
        """The same for what was read here, by number; of a key that is not there what says so."""
        for key, number in self._numbers.items():
            if is_wanted(number):
                yield number, digest_of(self._digested(self._held[key])) if key in self._held else ABSENT
        for what, number in self._whole.items():
            if is_wanted(number):
                yield number, self._digest_of_whole(what)

    def changed_leaves(self, before: Table[K, V]) -> Iterator[tuple[int, bytes]]:
        """The digest of what may be another one than it was in `before`, whose numbers become these."""
        self._numbers, self._whole = before._numbers, before._whole
        was, now = before._held, self._held
        if was is now:
            return iter(())
        has_same_keys = list(was) == list(now)
        if has_same_keys and (
            _is_written_alike(was, now) or all(map(self._is_same_entry, was.values(), now.values()))
        ):
            return iter(())
        changed = {
            number
            for key, number in self._numbers.items()
            if key not in was or key not in now or not self._is_same_entry(was[key], now[key])
        }
        return self.noted_leaves({*changed, *self._whole.values()}.__contains__)

    def _is_same_entry(self, was: Any, now: Any) -> bool:
        return was is now or _is_same(self._digested(was), self._digested(now))

    def _digest_of_whole(self, what: str) -> bytes:
        if what == _ORDER:
            return digest_of(list(self._held))
        return digest_of([(key, self._digested(held)) for key, held in self._held.items()])

    def _read(self, held: Any) -> Any:
        return held if self._resolve is None else self._resolve(held)

    def _note(self, key: K) -> None:
        frame = self._graph.frame
        if frame is None:
            return
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._graph.leaf(f"{self._name}[{key!r}]")
        frame[number] = None

    def _note_whole(self, what: str) -> None:
        frame = self._graph.frame
        if frame is None:
            return
        number = self._whole.get(what)
        if number is None:
            number = self._whole[what] = self._graph.leaf(f"{self._name}.{what}")
        frame[number] = None


def _itself(held: Any) -> object:
    return held


class Small(Table[K, V]):
    """A table of few keys in which many are looked for: who reads any depends on all."""

    def _note(self, _key: K) -> None:
        self._note_whole(_ALL)


class Fields:
    """An entity that notes which of its fields are read; those that note for themselves are passed on."""

    def __init__(self, graph: Graph, name: str, entity: Any) -> None:
        """The part of the model with this name."""
        self._graph, self._name, self._entity = graph, name, entity
        self._numbers: dict[str, int] = {}
        graph.join(name, self)

    def __getattr__(self, field: str) -> Any:
        value = getattr(self._entity, field)
        frame = self._graph.frame
        if frame is None or isinstance(value, (Table, Fields)) or callable(value):
            return value
        number = self._numbers.get(field)
        if number is None:
            number = self._numbers[field] = self._graph.leaf(f"{self._name}.{field}")
        frame[number] = None
        return value

    def digests(self, wanted: Callable[[str], int | None]) -> Iterator[tuple[int, bytes]]:
        """The digest of every field that is wanted."""
        for field in dir(self._entity):
            number = None if field.startswith("_") else wanted(f"{self._name}.{field}")
            if number is not None:
                yield number, digest_of(getattr(self._entity, field))

    def digest(self) -> bytes:
        """None: few fields are read of what may hold all of the model."""
        return b""

    def noted_leaves(self, is_wanted: Callable[[int], bool]) -> Iterator[tuple[int, bytes]]:
        """The same for those that were read here, by number."""
        for field, number in self._numbers.items():
            if is_wanted(number):
                yield number, digest_of(getattr(self._entity, field))

    def changed_leaves(self, before: Fields) -> Iterator[tuple[int, bytes]]:
        """The digest of what may be another one than it was in `before`, whose numbers become these."""
        self._numbers = before._numbers
        was, now = before._entity, self._entity
        changed = {
            number
            for field, number in self._numbers.items()
            if not _is_same(getattr(was, field), getattr(now, field))
        }
        return self.noted_leaves(changed.__contains__)


def _is_same(one: object, other: object) -> bool:
    """Whether two values are known to have one digest, without making it."""
    kind = type(one)
    if one is other or kind is not type(other):
        return one is other
    if kind is date or issubclass(kind, str | int):
        return one == other
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(_is_same, one.values(), other.values()))
    fields = getattr(kind, "__dataclass_fields__", None)  # of a value that is written with all of them
    return fields is not None and all(_is_same(getattr(one, name), getattr(other, name)) for name in fields)


def _is_written_alike(was: Mapping[Any, Any], now: Mapping[Any, Any]) -> bool:
    """Whether values of nothing but text, numbers and what holds these are the same, all at once."""
    try:
        one, other = (marshal.dumps([*each.values()], 0) for each in (was, now))  # 0: by value alone
    except ValueError:  # there is something else among them
        return False
    return one == other


def raw(entity: T) -> T:
    """An entity itself, of which reading is not noted."""
    return entity._entity if isinstance(entity, Fields) else entity
