"""In what a series differs from what it was: what was made of all the rest of it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter

from site_gen.conference.conference import Conference
from site_gen.conference.papers import Paper
from site_gen.conference.series import Series

_all_but_text: Callable[[Paper], object] = attrgetter(
    *(field.name for field in fields(Paper) if field.name != "abstract")
)
_names: Callable[[Paper], object] = attrgetter("id", "authors")


def differ_in_texts(before: Series, now: Series) -> bool:
    """Whether two series are equal but for what abstracts say: there are the same ones."""
    return _are_alike(before, now, lambda paper: (_all_but_text(paper), bool(paper.abstract)))


def name_alike(before: Series, now: Series) -> bool:
    """Whether two series are equal but for what papers say of themselves: ids and bylines are the same."""
    return _are_alike(before, now, _names)


def _are_alike(before: Series, now: Series, alike: Callable[[Paper], object]) -> bool:
    """Whether two series are equal, their papers in this alone."""

    def is_alike(one: Conference, other: Conference) -> bool:
        return (
            replace(one, papers=()) == replace(other, papers=())
            and len(one.papers) == len(other.papers)
            and all(
                paper is another or alike(paper) == alike(another)
                for paper, another in zip(one.papers, other.papers, strict=True)
            )
        )

    return (
        replace(before, conferences=()) == replace(now, conferences=())
        and len(before.conferences) == len(now.conferences)
        and all(map(is_alike, before.conferences, now.conferences))
    )
