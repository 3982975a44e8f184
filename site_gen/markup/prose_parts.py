"""What a page of Markdown is made into."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from site_gen.values import dataclass

Address = Callable[[str], str | None]
"""Where a target without scheme leads; None where there is nothing."""
Measure = Callable[[str], tuple[int, int] | None]
"""The width and height of a picture by its address; None where they are not known."""

Larger = Callable[[str], str]
"""The same picture for denser screens, as `srcset` takes it, by its address; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level in the HTML (2 to 6), its anchor without "#", its text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link or image of a page that leads nowhere, or nowhere safe: its target, and its line from 1."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A page made of Markdown: its HTML, its headings in order, and the links that lead nowhere."""

    html: Markup
    headings: tuple[Heading, ...]
    broken: tuple[BrokenLink, ...]
