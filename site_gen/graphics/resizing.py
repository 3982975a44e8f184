"""Pictures in the sizes that pages show, with the extra `pictures`: turned as their Exif says, without it.

What a camera notes (where it was, whose it is) is in no published byte; the colour profile stays. Nothing
is made larger. The same file and width make the same bytes, and are kept in a folder by both.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from site_gen.graphics.sizes import size_of
from site_gen.values import dataclass

_PACKAGE, _MODULE = "pillow", "PIL"
_QUALITY = 82
_MOST_PIXELS = 80_000_000
_PLAIN_MODES = ("L", "LA", "RGB", "RGBA", "CMYK")
_CODE = Path(__file__)


@dataclass(frozen=True, slots=True)
class Resized:
    """A picture at a width, with its height, both in pixels."""

    body: bytes
    width: int
    height: int


class NotResized(Exception):
    """A picture of which no other size can be made; the text says why."""


def can_resize() -> bool:
    """Whether what makes other sizes is installed."""
    return find_spec(_MODULE) is not None


def resized(file: Path, width: int, folder: Path) -> Resized:
    """A JPEG or PNG at most so wide, out of the folder if it is there; raises NotResized."""
    source = file.read_bytes()
    key = hashlib.sha256(source + f"\n{width} {_tools()}".encode()).hexdigest()[:32]
    kept = folder / f"{key}{file.suffix.lower()}"
    try:
        body = kept.read_bytes()
    except FileNotFoundError:
        columns, rows = size_of(file) or (0, 0)
        if columns * rows > _MOST_PIXELS:
            raise NotResized(f"it has {columns} × {rows} pixels") from None
        body = _made(source, width)
        folder.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(".partial")
        partial.write_bytes(body)
        partial.replace(kept)
    return Resized(body, *_size(body))


def _made(source: bytes, width: int) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError  # of the extra

    try:
        with Image.open(BytesIO(source), formats=("JPEG", "PNG")) as opened:
            if getattr(opened, "n_frames", 1) > 1:
                raise NotResized("it moves")
            form, profile = opened.format, opened.info.get("icc_profile")
            picture = ImageOps.exif_transpose(opened)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise NotResized("it cannot be read as a picture") from error
    if picture.mode not in _PLAIN_MODES:
        has_alpha = picture.mode == "P" and "transparency" in picture.info
        picture = picture.convert("RGBA" if has_alpha or picture.mode == "PA" else "RGB")
    elif "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.width > width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    picture.info = {}
    kept = BytesIO()
    if form == "JPEG":
        picture.save(kept, "JPEG", quality=_QUALITY, optimize=True, progressive=True, icc_profile=profile)
    else:
        picture.save(kept, "PNG", optimize=True, icc_profile=profile)
    return kept.getvalue()


def _size(body: bytes) -> tuple[int, int]:
    from PIL import Image  # of the extra

    with Image.open(BytesIO(body)) as opened:
        return opened.size


@cache
def _tools() -> str:
    """What the bytes depend on beside the picture: our code, and the package."""
    return f"{hashlib.sha256(_CODE.read_bytes()).hexdigest()} {version(_PACKAGE)}"
