"""Partials and links that many pages show, made once for all pages of a depth."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from jinja2.runtime import Macro
from markupsafe import Markup

from site_gen.graph.nodes import Reads
from site_gen.graph.notes import Graph

Link: TypeAlias = Callable[[str, str | None], Markup]
"""What makes a link of a label, and of a route where there is one."""

_MOST = 20_000
"""So many are kept at most: what pages show that are made one after the other."""


def once(graph: Graph) -> Callable[[Macro, object], Markup]:
    """A function that renders a partial for a value once, however many pages of a depth show it.

    What it read meanwhile is read by each of them.
    """
    # The value is kept beside its HTML: as long as it lives no other value has its identity.
    rendered: dict[tuple[str, int], tuple[object, Markup, Reads]] = {}

    def rendered_once(partial: Macro, value: object) -> Markup:
        key = (partial.name, id(value))
        if key not in rendered:
            if len(rendered) >= _MOST:
                rendered.clear()
            rendered[key] = (value, *graph.aside(lambda: Markup(partial(value))))
        _, html, reads = rendered[key]
        graph.also(reads)
        return html

    return rendered_once


def once_for_all(graph: Graph, link: Link) -> Link:
    """A function that makes each link once; what it read meanwhile is read by whoever shows it."""
    made: dict[tuple[str, str | None], tuple[Markup, Reads]] = {}

    def made_once(label: str, route: str | None) -> Markup:
        found = made.get((label, route))
        if found is None:
            if len(made) >= _MOST:
                made.clear()
            found = made[label, route] = graph.aside(lambda: link(label, route))
        html, reads = found
        graph.also(reads)
        return html

    return made_once
