"""How the site looks, where it shall not look as it does by itself."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.conference.scalars import Colour, Flag, FontFamilies, FontWeight, Line, StaticFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font that the site brings along, under the name of a family. `weight` may be a range ("100 900")."""

    family: Line
    file: StaticFile
    weight: FontWeight | None = None
    italic: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours and type. What is absent follows from what is given, else is that of the built-in theme.

    `accent` is the colour of links, `band` the ground of the masthead with text in `on_band`; the two of
    `…_dark` are those of dark pages. `serif` is the type of what authors wrote, `sans` that of the rest.
    """

    accent: Colour | None = None
    accent_dark: Colour | None = None
    band: Colour | None = None
    band_dark: Colour | None = None
    on_band: Colour | None = None
    serif: FontFamilies | None = None
    sans: FontFamilies | None = None
    fonts: tuple[FontFile, ...] = ()
