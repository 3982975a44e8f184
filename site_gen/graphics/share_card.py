"""The picture of a page for those who share it: its title on the colours of the masthead."""

from __future__ import annotations

from html import escape

from site_gen.graphics.typesetting import INTER, broken, cut, is_shown
from site_gen.values import dataclass

WIDTH, HEIGHT = 1200, 630

_MARGIN, _INNER = 80, 1040
_LEFT, _RIGHT = f'x="{_MARGIN}"', f'x="{WIDTH - _MARGIN}" text-anchor="end"'
_BOLD, _PLAIN = 700, 400
_LEADING = 1.16
_LINES_OF_TITLE = {76: 3, 66: 3, 56: 4, 48: 5}  # by size: what leaves room for two lines below
_SMALL, _LINES_BELOW, _LEADING_BELOW = 32, 2, 1.4


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What stands on a card: the name of the whole, the page's title, and a line or two about it.

    `title` and `about` may be empty. `ground`, `ink` and `mark` are colours as #0a4a3d. `is_rtl`
    where the title runs from right to left: then all lines begin at the right.
    """

    whole: str
    title: str
    about: str
    ground: str
    ink: str
    mark: str
    is_rtl: bool = False

    @property
    def words(self) -> str:
        """What the card says, for those who do not see it."""
        return ". ".join(each for each in (self.title, self.about, self.whole) if each)


def svg(card: ShareCard) -> str:
    """The card as SVG. A text of which the font lacks a character is left out, for boxes tell nothing."""
    whole, title, about = (text if is_shown(text) else "" for text in (card.whole, card.title, card.about))
    size, lines = _fitted(title or whole)
    below = cut(broken(about, _INNER, _SMALL, _PLAIN), _LINES_BELOW, _INNER, _SMALL, _PLAIN)
    bottom = HEIGHT - _MARGIN - (len(below) - 1) * _SMALL * _LEADING_BELOW
    side = _RIGHT if card.is_rtl else _LEFT
    if card.is_rtl:
        lines, below, [whole] = map(_to_left, (lines, below, [whole]))
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{card.ground}"/>',
        f'<rect width="{WIDTH}" height="14" fill="{card.mark}"/>',
        *_lines([whole] if title and whole else [], 124, _SMALL, _PLAIN, _LEADING_BELOW, side),
        *_lines(lines, 160 + size, size, _BOLD, _LEADING, side),
        *_lines(below, bottom, _SMALL, _PLAIN, _LEADING_BELOW, side),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' font-family="{INTER.family}" fill="{card.ink}">{"".join(parts)}</svg>'
    )


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size in which a title has few enough lines, and those; else the smallest, cut."""
    for size, number in _LINES_OF_TITLE.items():
        lines = broken(title, _INNER, size, _BOLD)
        if len(lines) <= number:
            break
    return size, cut(lines, number, _INNER, size, _BOLD)


def _to_left(lines: list[str]) -> list[str]:
    """Lines that run from right to left, whatever stands in them: the drawing takes them to run right."""
    return [f"\u2067{line}\u2069" if line else "" for line in lines]


def _lines(lines: list[str], baseline: float, size: int, weight: int, leading: float, side: str) -> list[str]:
    return [
        f'<text {side} y="{baseline + number * size * leading:.1f}" font-size="{size}"'
        f' font-weight="{weight}">{escape(line, quote=False)}</text>'
        for number, line in enumerate(lines)
    ]
