"""`check` names pictures that are far larger than pages show them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tests.command import in_project as ran
from tests.test_only_what_was_meant import EDITION, write

SESSIONS = """- id: keynote
  title: Why Owls
  kind: invited-talk
  date: 2027-05-03
  people:
    - name: Ada Abel
      role: speaker
      picture: people/ada.png
"""


def png(width: int, weight: int) -> bytes:
    """The begin of a picture of this width, and as many bytes."""
    header = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return head + bytes(weight)


def test_a_portrait_of_thousands_of_pixels_is_named(tmp_path: Path) -> None:
    files = {"content/site.yaml": "title: Owls\ntime_zone: UTC\n", "content/2027/conference.yaml": EDITION}
    project = write(tmp_path, {**files, "content/2027/sessions.yaml": SESSIONS})
    picture = project / "static/people/ada.png"
    picture.parent.mkdir(parents=True)
    for width, weight, reports in ((4000, 3_800_000, 1), (4000, 20_000, 0), (600, 3_800_000, 0)):
        picture.write_bytes(png(width, weight))
        assert ran(project, "build")[0] == 0
        status, output = ran(project, "check")
        assert (status, output.count("[large-picture]")) == (0, reports), output
        if reports:
            assert (
                "static/people/ada.png: warning: this picture of 3.8 MB is 4000 pixels wide, and shown at "
                "168 at most [large-picture]\n"
                "    hint: save it 336 pixels wide, or say in site.yaml: pictures: resize\n"
            ) in output
