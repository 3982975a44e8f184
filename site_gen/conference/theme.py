"""How the site looks, where it shall not look as it does by itself."""

from __future__ import annotations

from site_gen.conference.scalars import Colour, Flag, FontFamilies, FontWeight, Id, Line, StaticFile
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font that the site brings along, under the name of a family."""

    family: Line
    """The name by which `serif` or `sans` call it."""
    file: StaticFile
    """The file in static/, as fonts/inter.woff2."""
    weight: FontWeight | None = None
    """The weight, as 400, or two of them for a range, as 100 900."""
    italic: Flag = False
    """yes: it is the italic of its family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The looks. What is absent follows from what is given, else is that of the built-in theme."""

    name: Id | None = None
    """The shape of pages: journal, billboard, or your own in static/css/themes/."""
    css: StaticFile | None = None
    """A style sheet of your own, as css/ours.css; it comes last, and what it says holds."""
    accent: Colour | None = None
    """The colour of links, as "#0a5c4a"; others follow from it."""
    accent_dark: Colour | None = None
    """The colour of links on dark pages; without it one that can be read there is made of `accent`."""
    band: Colour | None = None
    """The ground of the masthead; without it that follows from `accent`."""
    band_dark: Colour | None = None
    """The ground of the masthead on dark pages; without it `band` serves there too."""
    on_band: Colour | None = None
    """The colour of text in the masthead; without it black or white, whichever is read better."""
    serif: FontFamilies | None = None
    """The type of what authors wrote: font families parted by commas, the first one there is used."""
    sans: FontFamilies | None = None
    """The type of all the rest: font families parted by commas, the first one there is used."""
    fonts: tuple[FontFile, ...] = ()
    """Fonts that the site brings along."""


THEMES = "css/themes/"
"""The folder in static/ that has the themes."""


def theme_file(name: str) -> str:
    """The style sheet of a theme by its name in static/."""
    return f"{THEMES}{name}.css"
