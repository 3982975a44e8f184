"""Values that are made once for a site, by what makes them and for what."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Asked(Protocol):
    """What holds the values that were made for it."""

    @property
    def memo(self) -> dict[Any, Any]: ...


A = TypeVar("A", bound=Asked)
P = ParamSpec("P")
T = TypeVar("T")


def query(make: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
    """A function of a site and of a key, which is asked for one key once; given by position.

    Its value must not be changed by those who get it, unless it is itself a store of what was made so far.
    """

    @wraps(make)
    def ask(asked: A, /, *key: P.args, **named: P.kwargs) -> T:
        place, memo = (make, key), asked.memo
        if place not in memo:
            memo[place] = make(asked, *key, **named)
        value: T = memo[place]
        return value

    return ask
