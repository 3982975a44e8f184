"""What one build keeps in .plenary/ for the next: plain values, sealed, so that nothing torn is believed."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

_SEAL = 32  # bytes
_LENGTH = 8  # bytes
_PIECE = 1 << 18  # bytes


class Section(NamedTuple):
    """A part of a file: its bytes lie there until somebody takes them out."""

    whole: bytes | mmap
    start: int
    end: int

    @property
    def taken_out(self) -> bytes:
        """The bytes."""
        return self.whole[self.start : self.end]


def load_cache(file: Path, code: str) -> Any:
    """The value that was cached; None without one, where it is torn, and where other code wrote it."""
    sections = open_sections(file, code)
    return marshal.loads(sections[0].taken_out) if sections else None


def save_cache(file: Path, code: str, value: Any) -> None:
    """Keep a value of text, numbers, bytes, lists, tuples and dicts; `code` tells who can read it."""
    save_sections(file, code, [[marshal.dumps(value)]])


def open_sections(file: Path, code: str) -> Sequence[Section] | None:
    """The sections that were cached, which stay in the file until somebody looks at them; None as above."""
    try:
        with file.open("rb") as opened:
            seal, digest = opened.read(_SEAL), _begun(code)
            while held := opened.read(_PIECE):
                digest.update(held)
            if digest.digest() != seal:
                return None
            whole = mmap(opened.fileno(), 0, access=ACCESS_READ)
    except OSError:
        return None
    lengths = marshal.loads(whole[-int.from_bytes(whole[-_LENGTH:]) :])
    sections, start = [], _SEAL
    for length in lengths:
        sections.append(Section(whole, start, start + length))
        start += length
    return sections


def save_sections(file: Path, code: str, sections: Iterable[Iterable[bytes]]) -> None:
    """Keep sections, each given in pieces, so that one of these at a time is in memory."""
    file.parent.mkdir(exist_ok=True)
    partial, digest, lengths = file.with_name(f"{file.name}.partial"), _begun(code), []
    with partial.open("wb") as opened:

        def write(pieces: Iterable[bytes]) -> int:
            length = 0
            for piece in pieces:
                digest.update(piece)
                length += opened.write(piece)
            return length

        opened.write(bytes(_SEAL))
        for pieces in sections:
            lengths.append(write(pieces))
        ends = marshal.dumps(lengths)
        write([ends, (len(ends) + _LENGTH).to_bytes(_LENGTH)])
        opened.seek(0)
        opened.write(digest.digest())
    with suppress(FileNotFoundError):  # another build has just put its own there
        partial.replace(file)


def seal_of(file: Path) -> str:
    """What tells a cached file from any other."""
    with file.open("rb") as opened:
        return opened.read(_SEAL).hex()


def _begun(code: str) -> Digest:
    return hashlib.sha256(f"{code}\n".encode())  # which processors are made for
