"""The width and height of a picture in pixels, read from the begin of its file.

PNG, GIF, JPEG (turned as its Exif says), WebP and SVG are known.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

Size = tuple[int, int]

_KNOWN = frozenset([".png", ".gif", ".jpg", ".jpeg", ".webp", ".svg"])
_HEAD = 256 * 1024  # a JPEG may carry a profile and a preview before its size
_ROOT = re.compile(rb"<svg\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""\s(width|height|viewBox)\s*=\s*["']([^"']*)["']""")
_PIXELS = re.compile(rb"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")

_FRAMES = frozenset([*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)])
_EXIF, _ORIENTATION, _TURNED = 0xE1, 0x0112, (5, 6, 7, 8)


def size_of(file: Path) -> Size | None:
    """The size of a picture; None for what is none, and where the file does not tell."""
    if file.suffix.lower() not in _KNOWN:
        return None
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    try:
        size = _read(head)
    except (struct.error, IndexError, ValueError):
        return None
    return size if size and all(size) else None


def _read(head: bytes) -> Size | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", head, 16)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", head, 6)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    return _svg(head)


def _pair(form: str, head: bytes, offset: int) -> Size:
    first, second = struct.unpack_from(form, head, offset)
    return int(first), int(second)


def _jpeg(head: bytes) -> Size | None:
    turned = False
    for marker, start in _segments(head):
        if marker in _FRAMES:
            height, width = _pair(">HH", head, start + 1)
            return (height, width) if turned else (width, height)
        if marker == _EXIF and head[start : start + 6] == b"Exif\0\0":
            turned = _orientation(head[start + 6 : start + 65536]) in _TURNED
    return None


def _segments(head: bytes) -> Iterator[tuple[int, int]]:
    """The marker of each segment of a JPEG, and where its content begins."""
    position = 2
    while head[position] == 0xFF:
        marker, (length,) = head[position + 1], struct.unpack_from(">H", head, position + 2)
        yield marker, position + 4
        position += 2 + length


def _orientation(tiff: bytes) -> int:
    """The orientation that Exif tells, 1 where it tells none."""
    order = "<" if tiff.startswith(b"II") else ">"
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (entries,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(entries):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * entry)
        if tag == _ORIENTATION:
            return int(value)
    return 1


def _webp(head: bytes) -> Size | None:
    match head[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = _pair("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None


def _svg(head: bytes) -> Size | None:
    """The size of an SVG in pixels, else that of its view box: what matters is how one is to the other."""
    root = _ROOT.search(head)
    if not root:
        return None
    attributes = dict(_ATTRIBUTE.findall(root[0]))
    sides = [_PIXELS.fullmatch(attributes.get(name, b"")) for name in (b"width", b"height")]
    if sides[0] and sides[1]:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    box = attributes.get(b"viewBox", b"").replace(b",", b" ").split()
    return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else None
