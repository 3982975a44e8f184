"""Partials that many pages show of one value, rendered once for all pages of a depth."""

from __future__ import annotations

from collections.abc import Callable

from jinja2.runtime import Macro
from markupsafe import Markup


def once() -> Callable[[Macro, object], Markup]:
    """A function that renders a partial for a value once, however many pages of a depth show it."""
    # The value is kept beside its HTML: as long as it lives no other value has its identity.
    rendered: dict[tuple[str, int], tuple[object, Markup]] = {}

    def rendered_once(partial: Macro, value: object) -> Markup:
        key = (partial.name, id(value))
        if key not in rendered:
            rendered[key] = (value, Markup(partial(value)))
        return rendered[key][1]

    return rendered_once
