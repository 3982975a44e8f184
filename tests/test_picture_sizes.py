"""Pictures have their width and height in the page, so that nothing moves when they come."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.build import build
from site_gen.graphics import size_of
from site_gen.problems import ProblemLog
from tests.rendering import PROJECT


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int, orientation: int = 1, order: str = ">") -> bytes:
    """The begin of a JPEG with Exif, a comment, then its frame."""
    magic = b"MM\0*" if order == ">" else b"II*\0"
    tiff = magic + struct.pack(f"{order}IHHHIHH", 8, 1, 0x0112, 3, 1, orientation, 0)
    exif, comment = b"Exif\0\0" + tiff, b"a comment"
    frame = struct.pack(">BHH", 8, height, width) + b"\x03"
    parts = ((0xE1, exif), (0xFE, comment), (0xC2, frame))
    segments = (struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in parts)
    return b"\xff\xd8" + b"".join(segments)


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("name", "body", "size"),
    [
        ("a.png", png(1200, 630), (1200, 630)),
        ("a.gif", b"GIF89a" + struct.pack("<HH", 7, 9), (7, 9)),
        ("a.JPG", jpeg(640, 480), (640, 480)),
        ("a.jpeg", jpeg(640, 480, orientation=6), (480, 640)),
        ("a.jpeg", jpeg(640, 480, orientation=8, order="<"), (480, 640)),
        ("a.webp", webp(b"VP8X", b"\0\0\0\0" + b"\x7f\x02\0" + b"\xdf\x01\0"), (640, 480)),
        ("a.webp", webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14)), (640, 480)),
        ("a.webp", webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)), (640, 480)),
        ("a.svg", b"<?xml version='1.0'?>\n<svg width=\"12.4px\" height='6'>", (12, 6)),
        ("a.svg", b'<svg viewBox="0 0 300 150.4" width="100%">', (300, 150)),
        ("a.svg", b'<svg viewBox="0,0,30,15">', (30, 15)),
        ("a.svg", b"<svg>", None),
        ("a.png", b"\x89PNG\r\n\x1a\n", None),
        ("a.png", png(0, 5), None),
        ("a.jpg", b"\xff\xd8\xff", None),
        ("a.jpg", b"not a picture", None),
        ("a.txt", png(1, 1), None),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_file(
    tmp_path: Path, name: str, body: bytes, size: tuple[int, int] | None
) -> None:
    file = tmp_path / name
    file.write_bytes(body)
    assert size_of(file) == size


def test_the_default_card_is_as_large_as_cards_are() -> None:
    assert size_of(PROJECT / "static" / "card.png") == (1200, 630)


def test_logos_and_pictures_of_pages_tell_their_size(tmp_path: Path) -> None:
    files: dict[str, bytes] = {
        "content/site.yaml": b"title: S\nlogo: s.svg\n",
        "content/2022/conference.yaml": b"title: S 2022\nsponsors:\n"
        b"  - {name: Acme, tier: Gold, logo: acme.png, logo_dark: dark.png}\n"
        b"  - {name: Odd, tier: Gold, logo: odd.svg}\n",
        "content/2022/pages/travel.md": b"---\ntitle: Travel\n---\n![Map](img/map.png)\n",
        "static/s.svg": b'<svg viewBox="0 0 40 20">',
        "static/odd.svg": b"<svg>",
        "static/acme.png": png(300, 100),
        "static/dark.png": png(302, 101),
        "static/img/map.png": png(800, 600),
    }
    for name, body in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(body)
    problems = ProblemLog()
    assert build(tmp_path, tmp_path / "_site", problems)
    page = LexborHTMLParser((tmp_path / "_site/2022/travel/index.html").read_text(encoding="utf-8"))
    pictures = page.css("picture source, img")
    shown = [(node.tag, node.attributes.get("width"), node.attributes.get("height")) for node in pictures]
    assert shown == [
        ("img", "40", "20"),
        ("img", "800", "600"),
        ("source", "302", "101"),
        ("img", "300", "100"),
        ("img", None, None),
    ]
