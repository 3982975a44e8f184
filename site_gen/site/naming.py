"""Which subjects a kind has and which files an export has, in the usual cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from site_gen.site import Catalogue, Edition, Naming, Site, Subject
from site_gen.site.subjects import EditionOf, SeriesHome

S = TypeVar("S", bound=Subject)
K = TypeVar("K")

Where: TypeAlias = Callable[[Catalogue, Edition], object]
"""Tells of which editions there is something to say."""


def _everywhere(_contents: Catalogue, _edition: Edition) -> bool:
    return True


def one_of_series(of: Callable[[], S]) -> Callable[[Catalogue], Iterator[S]]:
    """Names one subject, of the whole site."""
    return lambda _contents: iter((of(),))


def one_of_editions(of: Callable[[str], S], where: Where = _everywhere) -> Callable[[Catalogue], Iterator[S]]:
    """Names a subject of each edition `where` there is something to say."""
    return lambda contents: (
        of(edition_id) for edition_id, edition in contents.editions.items() if where(contents, edition)
    )


def each_of_editions(
    of: Callable[[str, K], S], ids: Callable[[Edition], Iterable[K]]
) -> Callable[[Catalogue], Iterator[S]]:
    """Names several subjects of each edition, by their `ids` in it."""
    return lambda contents: (
        of(edition_id, each) for edition_id, edition in contents.editions.items() for each in ids(edition)
    )


def of_series(route: str, of: Callable[[], Subject] = SeriesHome) -> Callable[[Site], Iterator[Naming]]:
    """Names one file, of the whole site."""
    return lambda _site: iter(((of(), route),))


def of_editions(
    name: str, where: Where = _everywhere, of: Callable[[str], Subject] = EditionOf
) -> Callable[[Site], Iterator[Naming]]:
    """Names a file in the folder of each edition `where` there is something to say."""
    subjects = one_of_editions(of, where)
    return lambda site: ((subject, f"{subject.edition}/{name}") for subject in subjects(site.catalogue))


def with_papers(_contents: Catalogue, edition: Edition) -> bool:
    """Whether an edition has papers."""
    return bool(edition.papers)
