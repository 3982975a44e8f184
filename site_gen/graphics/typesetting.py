"""Texts broken into lines of a known width, in the fonts that cards are set in.

The first comes with the extra `cards`, so that the same text makes the same picture on every machine. Those
of other scripts serve where they are installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from site_gen.values import dataclass

_MORE = "…"


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its family, the package that brings it, and the characters that it is there for."""

    family: str
    package: str
    file: str
    script: str

    @property
    def path(self) -> Path | None:
        """Its file; None where the package is not installed."""
        found = find_spec(self.package.replace("-", "_"))
        return Path(found.origin).parent / self.file if found and found.origin else None


_NOTO = {
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Devanagari": "\u0900-\u097f",
    "Khmer": "\u1780-\u17ff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Thai": "\u0e00-\u0e7f",
}


# Of a Japanese or Korean text, which holds Han too, the package is that of its own letters: the later one.
_PYLOPDF = (
    Font("Noto Sans Hebrew", "pylopdf-fonts-he", "NotoSansHebrew-Variable.ttf", "\u0590-\u05ff"),
    Font("Noto Sans SC", "pylopdf-fonts-zh-cn", "NotoSansSC-Regular.otf", "\u3400-\u9fff\uf900-\ufaff"),
    Font("Noto Sans JP", "pylopdf-fonts-jp", "NotoSansJP-Regular.otf", "\u3040-\u30ff"),
    Font("Noto Sans KR", "pylopdf-fonts-ko", "NotoSansKR-Regular.otf", "\u1100-\u11ff\uac00-\ud7af"),
)


def _noto(name: str, script: str) -> Font:
    package = f"fontpkg-noto-sans-{name.lower()}"
    return Font(f"Noto Sans {name}", package, f"files/NotoSans{name}[wdth,wght].ttf", script)


INTER = Font("Inter", "fontpkg-inter", "files/Inter[opsz,wght].ttf", "")
FONTS = (INTER, *(_noto(name, script) for name, script in _NOTO.items()), *_PYLOPDF)


@cache
def font_files() -> dict[str, Path]:
    """The fonts that are installed: of each package the file, in the order in which they serve."""
    return {font.package: path for font in FONTS if (path := font.path)}


def lacking_fonts(texts: Iterable[str]) -> dict[str, str]:
    """The packages of fonts that would show what no installed one does, each with a text that needs it."""
    missing = [font for font in FONTS if font.script and font.package not in font_files()]
    found: dict[str, str] = {}
    for text in texts:
        if text.isascii():
            continue
        needed = [font for font in missing if re.search(f"[{font.script}]", text)]
        if needed and not is_shown(text):
            found.setdefault(needed[-1].package, text)
    return found


def is_shown(text: str) -> bool:
    """Whether the fonts have every character of a text."""
    return all(map(_face(400).has, text))


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
    """The fonts in one weight: how wide each character is in the first that has it, in parts of the size."""

    def __init__(self, weight: int) -> None:
        self._fonts = [_Font(path, weight) for path in font_files().values()]
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        return sum(self._width(character) for character in text)

    def has(self, character: str) -> bool:
        return any(ord(character) in font.characters for font in self._fonts)

    def _width(self, character: str) -> float:
        if character not in self._widths:
            having = (font for font in self._fonts if ord(character) in font.characters)
            self._widths[character] = next(having, self._fonts[0]).width(character)
        return self._widths[character]


class _Font:
    """A font in one weight: its characters, with their widths in parts of its size."""

    def __init__(self, path: Path, weight: int) -> None:
        # Of the extra, slow to import, and without types.
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        font = TTFont(path, lazy=True)
        self._glyphs, self._unit = font.getGlyphSet(location={"wght": weight}), font["head"].unitsPerEm
        self.characters: dict[int, str] = font.getBestCmap()

    def width(self, character: str) -> float:
        glyph = self.characters.get(ord(character), ".notdef")
        return float(self._glyphs[glyph].width / self._unit)


@cache
def _face(weight: int) -> _Face:
    return _Face(weight)
