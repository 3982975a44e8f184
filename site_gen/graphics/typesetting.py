"""Texts broken into lines of a known width, in the font that cards are set in.

That font comes with the extra `cards`, so that the same text makes the same picture on every machine.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

FAMILY = "Inter"
_PACKAGE = "fontpkg_inter"
_FILE = "files/Inter[opsz,wght].ttf"
_MORE = "…"


@cache
def font_file() -> Path | None:
    """The font of cards; None without the extra."""
    found = find_spec(_PACKAGE)
    return Path(found.origin).parent / _FILE if found and found.origin else None


def is_shown(text: str) -> bool:
    """Whether the font has every character of a text."""
    return all(ord(each) in _face(400).characters for each in text)


def broken(text: str, width: float, size: float, weight: int) -> list[str]:
    """The lines of a text in a font of this size and weight, none wider than `width`."""
    face, lines, line = _face(weight), [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if face.width(longer) * size <= width:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _pieces(word, width / size, face)
        lines += full
    return [*lines, line] if line else lines


def cut(lines: list[str], number: int, width: float, size: float, weight: int) -> list[str]:
    """The first lines; where there are more, the last one ends in "…" and still fits."""
    if len(lines) <= number:
        return lines
    face, last = _face(weight), lines[number - 1]
    while last and face.width(last + _MORE) * size > width:
        last = last[:-1].rstrip()
    return [*lines[: number - 1], last + _MORE]


def _pieces(word: str, width: float, face: _Face) -> list[str]:
    """A word that may be wider than a line, cut where it must be."""
    pieces = [""]
    for character in word:
        if pieces[-1] and face.width(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


class _Face:
    """The font in one weight: its characters with their widths, in parts of its size."""

    def __init__(self, weight: int) -> None:
        # Of the extra, slow to import, and without types.
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        font = TTFont(font_file(), lazy=True)
        glyphs, unit = font.getGlyphSet(location={"wght": weight}), font["head"].unitsPerEm
        self.characters: dict[int, str] = font.getBestCmap()
        self._glyphs, self._unit = glyphs, unit
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        return sum(self._width(character) for character in text)

    def _width(self, character: str) -> float:
        if character not in self._widths:
            glyph = self.characters.get(ord(character), ".notdef")
            self._widths[character] = self._glyphs[glyph].width / self._unit
        return self._widths[character]


@cache
def _face(weight: int) -> _Face:
    return _Face(weight)
