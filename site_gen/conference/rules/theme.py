"""The theme of a site: its text can be read, and its fonts are there."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Series, Theme
from site_gen.graphics.colours import READABLE, contrast
from site_gen.problems import Locate, ProblemLog

_LIGHT_PAGE, _DARK_PAGE = "#ffffff", "#101518"


def validate_theme(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Warn of colours that too many people cannot read (WCAG 2.2, success criterion 1.4.3)."""
    for name, colour, ground, where in _pairs(series.theme):
        if colour and ground and (ratio := contrast(colour, ground)) < READABLE:
            what = f"{colour} is hard to read on {where} {ground}: contrast {ratio:.1f}, {READABLE} is needed"
            problems.warning("contrast", what, locate("series", "", "", "theme", name))


def _pairs(theme: Theme) -> Iterator[tuple[str, str | None, str | None, str]]:
    """The key of a colour, the colour, its ground, and what that is."""
    yield "accent", theme.accent, _LIGHT_PAGE, "a page of"
    yield "accent_dark", theme.accent_dark, _DARK_PAGE, "a dark page of"
    yield "on_band", theme.on_band, theme.band or theme.accent, "the band of"
    yield "on_band", theme.on_band, theme.band_dark, "the dark band of"
