"""What axe finds wrong for readers with disabilities, in light and in dark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that the scheme of colours can change; the first scheme is held against every rule.
_RULES_OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Only ids and elements leave the browser: the whole report of a page is megabytes.
_ASK = """([rules, off]) => axe.run({
    runOnly: rules,
    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
    resultTypes: ["violations"],
    preload: false, // all style sheets once more and how long films last, which no rule here needs
  })
  .then(found => found.violations.flatMap(each => each.nodes.map(node => [each.id, node.html])))"""

Scheme = Literal["light", "dark"]
Fault = tuple[Scheme, str, str]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")


def faults_of_access(page: Page, schemes: Sequence[Scheme] = SCHEMES) -> list[Fault]:
    """Each fault of a page as it stands: the scheme of colours, the rule and the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[Fault] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        rules = _RULES if scheme == SCHEMES[0] else _RULES_OF_COLOURS
        found += [(scheme, rule, element) for rule, element in page.evaluate(_ASK, [rules, []])]
    return found


def faults_but_of_colours(page: Page) -> list[tuple[str, str]]:
    """Each fault that words, direction and width can cause: the rule and the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found = page.evaluate(_ASK, [_RULES, _RULES_OF_COLOURS["values"]])
    return [(rule, element) for rule, element in found]


def is_wide(page: Page) -> bool:
    """Whether a page is wider than its window."""
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return bool(page.evaluate(wide))


@cache
def _axe() -> str:
    # Late, for it is slow to import.
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has no types

    return str(AXE_SCRIPT)
