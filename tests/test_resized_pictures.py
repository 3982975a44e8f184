"""`pictures: resize`: what pages show is as wide as they show it, and says nothing of its camera."""

from __future__ import annotations

import re
import struct
import sys
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image

from site_gen.assets import collect
from site_gen.build import build
from site_gen.graphics.resizing import NotResized, resized
from site_gen.planning import plan_project
from site_gen.problems import ProblemLog, Stop

WIDE = 2200


def photo(file: Path, width: int, height: int, *, turned: bool = False) -> None:
    """A JPEG as a phone takes it: with the place, and maybe lying on its side."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6 if turned else 1
    exif[0x010E] = "Secret garden"
    exif.get_ifd(0x8825)[1] = "N"
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, "JPEG", exif=exif, comment=b"Secret garden")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    texts = {
        "content/site.yaml": "title: S\npictures: resize\n",
        "content/2026/conference.yaml": "title: S 2026\nhero: {picture: img/hall.jpg, alt: A hall}\n"
        "sponsors: [{name: Oak, tier: Gold, logo: img/oak.png}]\n",
        "content/2026/sessions.yaml": "- id: talk\n  title: Talk\n  kind: invited-talk\n  people:\n"
        "  - {name: Ada, role: speaker, picture: img/ada.jpg, alt: Ada}\n",
        "content/2026/papers/p.yaml": "title: P\n",
        "content/2026/pages/travel.md": "---\ntitle: Travel\n---\n![Way](img/way.png) and "
        "[![Plan](img/plan.png)](img/plan.png) ![Odd](img/odd.png)\n",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    photo(folder / "static/img/hall.jpg", WIDE, 600)
    photo(folder / "static/img/ada.jpg", 1000, 500, turned=True)
    Image.new("RGBA", (300, 100), (9, 9, 9, 90)).save(folder / "static/img/oak.png")
    Image.new("P", (120, 60)).save(folder / "static/img/way.png")
    Image.new("RGB", (WIDE, 600)).save(folder / "static/img/plan.png")
    (folder / "static/img/odd.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    return folder


def test_pictures_are_as_wide_as_pages_show_them_and_twice_that(project: Path, tmp_path: Path) -> None:
    problems = ProblemLog()
    assert build(project, tmp_path / "out", problems)
    assert [(str(each.place), each.what) for each in problems.warnings if each.code != "no-time-zone"] == [
        ("static/img/odd.png", "this picture stays as it is: it cannot be read as a picture")
    ]
    found = {
        re.sub(r"\.[0-9a-f]{8}", "", path.name): Image.open(BytesIO(path.read_bytes()))
        for path in sorted((tmp_path / "out/assets/img").iterdir())
        if path.stem[:3] != "odd"
    }
    assert {name: picture.size for name, picture in found.items()} == {
        "ada.jpg": (336, 672), "ada@2x.jpg": (500, 1000),
        "hall.jpg": (960, 262), "hall@2x.jpg": (1920, 524),
        "oak.png": (256, 85), "oak@2x.png": (300, 100),
        "plan.png": (WIDE, 600), "way.png": (120, 60),
    }  # fmt: skip
    assert [name for name, picture in found.items() if picture.getexif() or "comment" in picture.info] == []
    assert found["oak.png"].mode == "RGBA"
    home = (tmp_path / "out/2026/index.html").read_text()
    assert re.sub(r"\.[0-9a-f]{8}", "", "".join(re.findall(r'<img class="hero[^>]+', home))) == (
        '<img class="hero-picture" src="../assets/img/hall.jpg" srcset="../assets/img/hall@2x.jpg 2x"'
        ' alt="A hall" width="960" height="262" decoding="async" fetchpriority="high"'
    )
    page = (tmp_path / "out/2026/travel/index.html").read_text()
    assert re.sub(r"\.[0-9a-f]{8}", "", "".join(re.findall(r"<img [^>]+way[^>]+", page))) == (
        '<img src="../../assets/img/way.png" alt="Way" width="120" height="60" loading="lazy"'
    )
    speaker = (tmp_path / "out/2026/sessions/talk/index.html").read_text()
    assert "ada@2x" in speaker and " 1.488x" in speaker


def test_the_same_picture_makes_the_same_bytes_and_is_kept(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", 400, 300)
    first = resized(tmp_path / "a.jpg", 100, tmp_path / "kept")
    assert (first.width, first.height) == (100, 75)
    [cached] = (tmp_path / "kept").iterdir()
    assert cached.read_bytes() == first.body == resized(tmp_path / "a.jpg", 100, tmp_path / "other").body
    cached.write_bytes(resized(tmp_path / "a.jpg", 50, tmp_path / "other").body)
    assert resized(tmp_path / "a.jpg", 100, tmp_path / "kept").width == 50


@pytest.mark.parametrize(("width", "height"), [(10_000, 9_500), (20_000, 20_000)])
def test_what_has_more_pixels_than_memory_stays_as_it_is(tmp_path: Path, width: int, height: int) -> None:
    Image.new("L", (1, 1)).save(tmp_path / "wall.png")
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    small = (tmp_path / "wall.png").read_bytes()
    wall = small[:12] + header + struct.pack(">I", crc32(header)) + small[33:]
    (tmp_path / "wall.png").write_bytes(wall)
    with pytest.raises(NotResized, match=f"it has {width} × {height} pixels"):
        resized(tmp_path / "wall.png", 960, tmp_path / "kept")


def test_what_moves_stays_as_it_is(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), (each, 0, 0)) for each in (0, 250)]
    frames[0].save(tmp_path / "a.png", save_all=True, append_images=frames[1:])
    with pytest.raises(NotResized, match="it moves"):
        resized(tmp_path / "a.png", 4, tmp_path)


def test_without_pillow_it_says_how_to_get_it_and_the_preview_needs_none(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(Stop, match="asks for pictures in other sizes") as stopped:
        plan_project(project, ProblemLog())
    assert "make pictures" in stopped.value.hint
    plan = plan_project(project, ProblemLog(), is_preview=True)
    assert plan and plan.assets.files["img/ada.jpg"] == collect(project, ProblemLog()).files["img/ada.jpg"]
