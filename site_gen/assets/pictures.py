"""The pictures of a site in the sizes that pages show, where site.yaml says `pictures: resize`."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from site_gen.assets import Assets, Larger
from site_gen.assets.asset import ROOT, fingerprinted
from site_gen.conference import Series
from site_gen.conference.participants import all_participants
from site_gen.graphics.resizing import NotResized, can_resize, resized
from site_gen.problems import ExitStatus, Locate, ProblemLog, Stop

# How wide a picture is shown at most, in CSS pixels, by what it is of.
PORTRAIT, LOGO, HERO, IN_TEXT = 336, 256, 960, 800
_DENSE = 2  # pixels of a screen for one of CSS
_KINDS = (".jpg", ".jpeg", ".png")
_TARGET = re.compile(r"\]\(\s*<?/?([^)\s>]+)")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?/?([^)\s>]+)")


def require_resizing(locate: Locate) -> None:
    """Raise Stop where other sizes are asked for and nothing can make them."""
    if not can_resize():
        place = locate("series", "", "", "pictures")
        what = f"{place} asks for pictures in other sizes, and what makes them is not installed: pillow"
        hint = "run: make pictures    (with pip: pip install 'plenary[pictures]'); or take the line away"
        raise Stop(ExitStatus.ENVIRONMENT, what, hint)


def with_sizes(assets: Assets, series: Series, folder: Path, problems: ProblemLog) -> Assets:
    """The static files with each picture that pages show at the width at which they do, and at twice that.

    What was made is kept in the folder. A picture of which no other size can be made stays as it is, with a
    warning.
    """
    files, larger, sizes = dict(assets.files), dict(assets.larger), dict(assets.sizes)
    for name, shown in sorted(_shown(series, assets).items()):
        asset, dense = assets.files[name], _dense_name(name)
        if asset.text is not None or dense in assets.files:
            continue
        try:
            own = resized(asset.file, shown, folder)
            twice = resized(asset.file, shown * _DENSE, folder)
        except NotResized as reason:
            what = f"this picture stays as it is: {reason}"
            problems.warning("picture-as-it-is", what, asset.source, "save it anew as JPEG or PNG")
            continue
        files[name] = fingerprinted(name, asset.file, own.body)
        sizes[files[name].path] = own.width, own.height
        if twice.width > own.width:
            files[dense] = fingerprinted(dense, asset.file, twice.body)
            sizes[files[dense].path] = twice.width, twice.height
            larger[name] = Larger(files[dense].path, f"{round(twice.width / own.width, 3):g}x")
    return replace(assets, files=dict(sorted(files.items())), larger=larger, sizes=sizes)


def _dense_name(name: str) -> str:
    stem, ending = posixpath.splitext(name)
    return f"{stem}@{_DENSE}x{ending}"


def _shown(series: Series, assets: Assets) -> Mapping[str, int]:
    """The widest place of each picture that pages show. One that a text leads to as well stays whole."""
    texts = list(_texts(series))
    whole = {name for text in texts for name in _leads_to(text)}
    found: dict[str, int] = {}
    in_texts = ((name, IN_TEXT) for text in texts for name in _IMAGE.findall(text))
    for name, width in (*_named(series), *in_texts):
        is_picture = name.lower().endswith(_KINDS) and not name.startswith(ROOT)
        if is_picture and name in assets.files and name not in whole:
            found[name] = max(width, found.get(name, 0))
    return found


def _leads_to(text: str) -> Counter[str]:
    """The targets of links, without those of pictures that are shown."""
    return Counter(_TARGET.findall(text)) - Counter(_IMAGE.findall(text))


def _texts(series: Series) -> Iterator[str]:
    yield from (page.markdown for page in series.pages)
    for conference in series.conferences:
        yield from (page.markdown for page in conference.pages)
        yield from (each.text for each in conference.announcements if each.text)


def _named(series: Series) -> Iterator[tuple[str, int]]:
    """The names of static files with the width at which a place shows them."""
    yield from ((logo, LOGO) for logo in (series.logo, series.logo_dark) if logo)
    for conference in series.conferences:
        if conference.hero:
            yield conference.hero.picture, HERO
        for sponsor in conference.sponsors:
            yield from ((logo, LOGO) for logo in (sponsor.logo, sponsor.logo_dark) if logo)
        yield from ((each.picture, PORTRAIT) for _, each in all_participants(conference) if each.picture)
