"""What one build keeps in .plenary/ for the next: plain values, sealed, so that nothing torn is believed."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

_SEAL = 32  # bytes
_LENGTH = 8  # bytes
_PIECE = 1 << 20  # bytes


def load_cache(file: Path, code: str) -> Any:
    """The value that was kept; None where there is none, where it is torn, and where other code kept it."""
    values = load_values(file, code)
    return values[0] if values else None


def load_values(file: Path, code: str) -> list[Any] | None:
    """The same for values that were kept one after the other."""
    try:
        with file.open("rb") as opened:
            seal, digest = opened.read(_SEAL), _begun(code)
            while held := opened.read(_PIECE):
                digest.update(held)
            if digest.digest() != seal:
                return None
            opened.seek(_SEAL)
            return list(_values(opened))
    except OSError:
        return None


def save_cache(file: Path, code: str, value: Any) -> None:
    """Keep a value of text, numbers, bytes, lists, tuples and dicts; `code` tells who can read it."""
    save_values(file, code, [value])


def save_values(file: Path, code: str, values: Iterable[Any]) -> None:
    """Keep several, so that the bytes of one at a time are in memory."""
    file.parent.mkdir(exist_ok=True)
    partial, digest = file.with_name(f"{file.name}.partial"), _begun(code)
    with partial.open("wb") as opened:
        opened.write(bytes(_SEAL))
        for value in values:
            held = marshal.dumps(value)
            for piece in (len(held).to_bytes(_LENGTH), held):
                digest.update(piece)
                opened.write(piece)
        opened.seek(0)
        opened.write(digest.digest())
    with suppress(FileNotFoundError):  # another build has just put its own there
        partial.replace(file)


def _values(opened: BinaryIO) -> Iterator[Any]:
    while length := opened.read(_LENGTH):
        yield marshal.loads(opened.read(int.from_bytes(length)))


def seal_of(file: Path) -> str:
    """What tells a file that was kept from any other."""
    with file.open("rb") as opened:
        return opened.read(_SEAL).hex()


def _begun(code: str) -> Digest:
    return hashlib.sha256(f"{code}\n".encode())  # which processors are made for
