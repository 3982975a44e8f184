"""Addresses that end without a redirect: those that hold a former name which is hidden now."""

from __future__ import annotations

from collections.abc import Callable

from site_gen.conference import Series
from site_gen.conference.former_names import hidden_slugs, holds_slug

IsEnded = Callable[[str], bool]
"""Whether an address was made of a name that is hidden now."""


def ended_addresses(series: Series | None) -> IsEnded:
    """The addresses that may vanish: nothing may lead from them to the person."""
    slugs = hidden_slugs(series.authors) if series else frozenset()
    return lambda path: any(holds_slug(part, slug) for part in path.split("/") for slug in slugs)
