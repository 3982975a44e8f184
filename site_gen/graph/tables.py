"""The model as queries read it: each part of it notes for itself that it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from site_gen.graph.nodes import digest_of
from site_gen.graph.notes import Graph

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")

_ORDER = "order"
_ALL = "all"


class Table(Mapping[K, V]):
    """A mapping that notes which of its keys are read, there or not, and who reads all of them.

    `resolve` makes what a reader gets of what is held, reading other tables: then the digest is that of
    what is held, and those note the rest.
    """

    def __init__(
        self, graph: Graph, name: str, held: Mapping[K, Any], resolve: Callable[[Any], V] | None = None
    ) -> None:
        """The part of the model with this name."""
        self._graph, self._name, self._held, self._resolve = graph, name, held, resolve
        self._numbers: dict[K | str, int] = {}
        graph.join(name, self)

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
                yield number, digest_of(held)
        number = wanted(f"{name}.{_ORDER}")
        if number is not None:
            yield number, digest_of(list(self._held))
        number = wanted(f"{name}.{_ALL}")
        if number is not None:
            yield number, digest_of(list(self._held.items()))

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
        if self._graph.frame is not None:
            self._graph.frame[self._graph.leaf(f"{self._name}.{what}")] = None


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


def raw(entity: T) -> T:
    """An entity itself, of which reading is not noted."""
    return entity._entity if isinstance(entity, Fields) else entity
