"""Archives that came with a mail: their members, unless these unfold to far more than was sent."""

from __future__ import annotations

import zipfile
import zlib

_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_HARMLESS = 2_000_000  # bytes, to which anything may unfold
_MOST = 100  # times its size: tables of a spreadsheet, which repeat themselves, unfold to twenty times it

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError, RuntimeError)
"""What reading a broken archive raises; that a password is asked for is a RuntimeError."""


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a member unfolds to more than anybody would write."""
    return member.file_size > max(_HARMLESS, _MOST * member.compress_size)


def beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """At most so many first bytes of a member. Raises one of BROKEN where they cannot be read."""
    if member.compress_type not in _USUAL or is_bomb(member):
        raise ValueError(member.filename)
    with archive.open(member) as opened:
        return opened.read(most)
