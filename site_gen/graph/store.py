"""What one build keeps in .plenary/ for the next: plain values, sealed, so that nothing torn is believed."""

from __future__ import annotations

import hashlib
import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any

_SEAL = 32  # bytes


def load_cache(file: Path, code: str) -> Any:
    """The value that was kept; None where there is none, where it is torn, and where other code kept it."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    held = memoryview(content)[_SEAL:]
    return marshal.loads(held) if content[:_SEAL] == _seal(held, code) else None


def save_cache(file: Path, code: str, value: Any) -> None:
    """Keep a value of text, numbers, bytes, lists, tuples and dicts; `code` tells who can read it."""
    file.parent.mkdir(exist_ok=True)
    held = marshal.dumps(value)
    partial = file.with_name(f"{file.name}.partial")
    with partial.open("wb") as opened:
        opened.write(_seal(held, code))
        opened.write(held)
    with suppress(FileNotFoundError):  # another build has just put its own there
        partial.replace(file)


def seal_of(file: Path) -> str:
    """What tells a file that was kept from any other."""
    with file.open("rb") as opened:
        return opened.read(_SEAL).hex()


def _seal(held: bytes | memoryview, code: str) -> bytes:
    digest = hashlib.sha256(f"{code}\n".encode())  # which processors are made for
    digest.update(held)
    return digest.digest()
