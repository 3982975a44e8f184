"""Pictures: the size of any, and those that we draw with the extra `cards`, kept by what they show."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from site_gen.graphics.share_card import HEIGHT, WIDTH, ShareCard, svg
from site_gen.graphics.sizes import Size, size_of
from site_gen.graphics.typesetting import INTER, font_files, lacking_fonts

__all__ = ["HEIGHT", "WIDTH", "ShareCard", "Size", "drawn", "lacking_fonts", "missing_packages", "size_of"]

# The packages of the extra `cards`, and the module of each.
_EXTRA = {"fontpkg-inter": "fontpkg_inter", "fonttools": "fontTools", "resvg-py": "resvg_py"}


def missing_packages() -> list[str]:
    """The packages that draw cards and are not installed."""
    return [package for package, module in _EXTRA.items() if find_spec(module) is None]


def drawn(card: ShareCard, card_cache: Path | None = None) -> bytes:
    """The card as PNG, out of `card_cache` if it is there; this folder is the card's own."""
    if card_cache is None:
        return _drawn(card)
    cached = card_cache / f"{_digest(card)}.png"
    try:
        return cached.read_bytes()
    except FileNotFoundError:
        picture = _drawn(card)
    _save(picture, cached)
    return picture


def _drawn(card: ShareCard) -> bytes:
    import resvg_py  # of the extra

    return resvg_py.svg_to_bytes(
        svg_string=svg(card),
        skip_system_fonts=True,
        font_files=[*map(str, font_files().values())],
        font_family=INTER.family,
    )


def _save(picture: bytes, cached: Path) -> None:
    """Put a picture into the cache in place of what was there."""
    cached.parent.mkdir(parents=True, exist_ok=True)
    for earlier in cached.parent.iterdir():
        if earlier.is_file():  # the caches of the pages below are folders here
            earlier.unlink()
    partial = cached.with_suffix(".partial")
    partial.write_bytes(picture)
    partial.replace(cached)


def _digest(card: ShareCard) -> str:
    return hashlib.sha256(f"{_tools()}\n{card!r}".encode()).hexdigest()[:32]


@cache
def _tools() -> str:
    """What a drawing depends on beside the card: our code, and the packages of the extra."""
    code = (
        hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(Path(__file__).parent.glob("*.py"))
    )
    return " ".join([*code, *(f"{name} {version(name)}" for name in {**_EXTRA, **font_files()})])
