"""Views and heads whose facts are made when a form asks for them: a search row needs few of a page's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, cast, overload

from site_gen.site import Site
from site_gen.site.subjects import Subject

S = TypeVar("S", bound=Subject)
T = TypeVar("T")


class Lazy:
    """What has facts that are made when they are asked for."""

    def _reading(self, make: Callable[[], T]) -> T:
        """Make a fact: whoever asks for it first notes what it reads."""
        return make()


class LazyView(Lazy, Generic[S]):
    """A view of one subject of a site."""

    def __init__(self, site: Site, subject: S) -> None:
        """Nothing is made yet."""
        self._site = site
        self._subject = subject
        self._number = site.graph.place("view", (subject,))

    def _reading(self, make: Callable[[], T]) -> T:
        return self._site.graph.reading(self._number, make)


class fact(Generic[T]):  # noqa: N801  # it is used like a property
    """A fact of something lazy: made when it is first asked for, then kept.

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
        try:
            made = cast(Lazy, view)._reading(lambda: self._make(view))
        except AttributeError as error:
            raise RuntimeError(f"'{self._name}' of a {kind.__name__} cannot be made: {error}") from error
        vars(view)[self._name] = made  # where it is found from now on, before this is asked
        return made
