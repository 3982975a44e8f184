"""Views whose facts are made when a form asks for them: a search row needs few of what a page shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, cast, overload

from site_gen.site import Site
from site_gen.site.subjects import Subject

S = TypeVar("S", bound=Subject)
T = TypeVar("T")


class LazyView(Generic[S]):
    """A view of one subject of a site."""

    def __init__(self, site: Site, subject: S) -> None:
        """Nothing is made yet."""
        self._site = site
        self._subject = subject
        self._number = site.graph.place("view", (subject,))


class fact(Generic[T]):  # noqa: N801  # it is used like a property
    """A fact of a lazy view: made when it is first asked for, then kept.

    Jinja takes an AttributeError for a name that is not there, and would show nothing: where a mistake of
    ours raises one while the fact is made, it is a RuntimeError to those who ask.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        """It has the name of the function that makes it."""
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, view: None, kind: type) -> Self: ...
    @overload
    def __get__(self, view: object, kind: type) -> T: ...
    def __get__(self, view: object | None, kind: type) -> T | Self:
        if view is None:
            return self
        lazy = cast(LazyView[Any], view)
        try:
            made = lazy._site.graph.reading(lazy._number, lambda: self._make(view))
        except AttributeError as error:
            raise RuntimeError(f"'{self._name}' of a {kind.__name__} cannot be made: {error}") from error
        vars(view)[self._name] = made  # where it is found from now on, before this is asked
        return made
