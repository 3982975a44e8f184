"""The theme of a site as a style sheet: it re-assigns tokens, in their layer, so that print keeps its own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from site_gen.conference import FontFile, Theme
from site_gen.graphics.colours import ink_on, readable_on

PAPER = "#ffffff"
"""The ground of a page where it is light, as in tokens.css."""

_BAND, _BAND_DARK = "#0a4a3d", "#0b3a30"  # as in tokens.css
_WHITE, _BLACK = "#ffffff", "#000000"
_SURFACE, _DARK_SURFACE = "#eff3f2", "#182024"  # as in tokens.css: of two grounds the harder one


def theme_sheet(theme: Theme, paths: Mapping[str, str], sheet: str) -> str:
    """The style sheet of a theme for the end of the published one at `sheet`; empty where it changes nothing.

    `paths` tells where a static file is published.
    """
    light, dark = dict(_light(theme)), dict(_dark(theme))
    rules = [_rule(":root", light)] if light else []
    rules += [f"@media (prefers-color-scheme: dark) {{\n{_rule(':root', dark)}\n}}"] if dark else []
    layer = "@layer tokens {\n@media screen {\n" + "\n".join(rules) + "\n}\n}\n" if rules else ""
    type_ = _rule(":root", dict(_type(theme)))
    fonts = "".join(_face(font, paths, sheet) for font in theme.fonts)
    return fonts + layer + (f"@layer tokens {{\n{type_}\n}}\n" if theme.serif or theme.sans else "")


def bands(theme: Theme) -> tuple[str, str]:
    """The ground of the masthead on a light and on a dark page."""
    return _own_band(theme) or _BAND, _own_band_dark(theme) or _BAND_DARK


def _own_band(theme: Theme) -> str | None:
    return theme.band or theme.accent


def _own_band_dark(theme: Theme) -> str | None:
    return theme.band_dark or theme.band or theme.accent


def _light(theme: Theme) -> Iterator[tuple[str, str]]:
    if theme.accent:
        accent = readable_on(_SURFACE, theme.accent, _BLACK)
        yield "--accent", accent
        yield "--kind-oral", accent
    yield from _band(theme, _own_band(theme))


def _dark(theme: Theme) -> Iterator[tuple[str, str]]:
    accent = theme.accent_dark or (theme.accent and readable_on(_DARK_SURFACE, theme.accent, _WHITE))
    if accent:
        yield "--accent", accent
        yield "--kind-oral", accent
    yield from _band(theme, _own_band_dark(theme))


def _band(theme: Theme, band: str | None) -> Iterator[tuple[str, str]]:
    """The ground of the masthead and the text on it: white or black where nobody said which."""
    on_band = theme.on_band or (band and ink_on(band))
    if band:
        yield "--band", band
    if on_band:
        yield "--on-band", on_band
        yield "--band-mark", on_band


def _type(theme: Theme) -> Iterator[tuple[str, str]]:
    if theme.serif:
        yield "--font-serif", theme.serif
    if theme.sans:
        yield "--font-sans", theme.sans


def _face(font: FontFile, paths: Mapping[str, str], sheet: str) -> str:
    """A font of the site's own; one whose file is not there is told elsewhere, and left out."""
    if font.file not in paths:
        return ""
    face = {
        "font-family": '"' + "".join(each for each in font.family if each not in '"\\\n') + '"',
        "src": f'url("{posixpath.relpath(paths[font.file], posixpath.dirname(sheet))}")',
        "font-weight": font.weight or "400",
        "font-style": "italic" if font.italic else "normal",
        "font-display": "swap",
    }
    return _rule("@font-face", face) + "\n"


def _rule(selector: str, declarations: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in declarations.items())
    return f"{selector} {{\n{lines}}}"
