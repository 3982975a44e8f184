"""Values that are made once for a site and a key, each noting what it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from importlib import import_module
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

from site_gen.graph.nodes import Worth
from site_gen.graph.notes import Graph


class Asked(Protocol):
    """What queries are asked of."""

    @property
    def graph(self) -> Graph: ...


A = TypeVar("A", bound=Asked)
K = TypeVar("K")
P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")

_QUERIES: dict[str, Callable[..., Any]] = {}


def query(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A function of a site and of a key (given by position), of ids and plain values, made for each key once.

    Its value is of frozen parts that are told apart by their text: where a change leaves it equal, nothing
    that reads it is made anew.
    """
    return _asked(make, "digest")


def fragment(make: Callable[Concatenate[A, P], str]) -> Callable[Concatenate[A, P], str]:
    """A query that makes a part of large files: its text is cached from build to build, so that where one of
    a thousand parts changed the others are joined as they were."""
    return _asked(make, "text")


def cached(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A query of which the value itself is cached from build to build, for to make a thousand takes long."""
    return _asked(make, "value")


def stored(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A cached query of which the value does not stay in memory in a first build, where few ask twice."""
    return _asked(make, "stored")


def latest(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A resource that is kept as a view is, as long as it is one of the latest."""
    name = _name(make)

    @wraps(make)
    def ask(asked: A, /, *key: P.args, **named: P.kwargs) -> T:
        graph = asked.graph
        return graph.view(graph.place(name, key), lambda: make(asked, *key, **named))

    return ask


def resource(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A function whose value is kept as a query's is, but has no text: who reads it reads what it read.

    As any other it must not hold the site, which may be another one when the value still stands.
    """
    return _asked(make, "")


def table(make: Callable[[A], Mapping[K, T]]) -> Callable[[A], Entries[K, T]]:
    """A function of a site that makes a mapping, of which each reader depends on the entries it looks up."""
    return _table(make, resource(make))


def cached_table(make: Callable[[A], Mapping[K, T]]) -> Callable[[A], Entries[K, T]]:
    """A table of which the whole is cached from build to build, for to make it takes long."""
    return _table(make, cached(make))


def _table(
    make: Callable[[A], Mapping[K, T]], whole: Callable[[A], Mapping[K, T]]
) -> Callable[[A], Entries[K, T]]:
    name = _name(make)
    _QUERIES[f"{name}[]"] = whole

    @wraps(make)
    def ask(asked: A) -> Entries[K, T]:
        return Entries(asked, name)

    return ask


class Entries(Generic[K, T]):
    """The entries of a table."""

    __slots__ = ("_asked", "_name")

    def __init__(self, asked: Asked, name: str) -> None:
        self._asked, self._name = asked, name

    def __getitem__(self, key: K) -> T:
        found = self._find(key)
        if not found:
            raise KeyError(key)
        return found[0]

    @overload
    def get(self, key: K) -> T | None: ...
    @overload
    def get(self, key: K, default: D) -> T | D: ...
    def get(self, key: K, default: D | None = None) -> T | D | None:
        """The value of a key, else the default."""
        found = self._find(key)
        return found[0] if found else default

    def __contains__(self, key: K) -> bool:
        return bool(self._find(key))

    def _find(self, key: K) -> tuple[T, ...]:
        if self._asked.graph.is_noting:
            noted: tuple[T, ...] = _entry(self._asked, self._name, key)
            return noted
        whole: Mapping[K, T] = _query(f"{self._name}[]")(self._asked)
        return (whole[key],) if key in whole else ()

    def __iter__(self) -> Iterator[K]:
        return iter(_keys(self._asked, self._name))


def remade(asked: Asked, name: str, key: tuple[Any, ...]) -> object:
    """The value of the query of this name for a key."""
    return _query(name)(asked, *key)


def _query(name: str) -> Callable[..., Any]:
    """A query by its name; its module may not be imported yet."""
    if name not in _QUERIES:
        import_module(name.partition(":")[0])
    return _QUERIES[name]


def _asked(make: Callable[Concatenate[A, P], T], worth: Worth) -> Callable[Concatenate[A, P], T]:
    name = _name(make)

    @wraps(make)
    def ask(asked: A, /, *key: P.args, **named: P.kwargs) -> T:
        graph = asked.graph
        number = graph.places[name].get(key)
        if number is None:
            number = graph.place(name, key)
        frame = graph.frame
        if frame is not None:
            frame[number] = None
        try:
            value: T = graph.values[number]
        except KeyError:
            value = graph.evaluate(number, lambda: make(asked, *key, **named), worth)
        return value

    _QUERIES[name] = ask
    return ask


def _name(make: Callable[..., Any]) -> str:
    return f"{make.__module__}:{make.__qualname__}"


@query
def _entry(asked: Asked, of: str, key: Any) -> tuple[Any, ...]:
    """The value of one key of a table, in a tuple; an empty one where it has none."""
    whole = _query(f"{of}[]")(asked)
    return (whole[key],) if key in whole else ()


@query
def _keys(asked: Asked, of: str) -> tuple[Any, ...]:
    return tuple(_query(f"{of}[]")(asked))
