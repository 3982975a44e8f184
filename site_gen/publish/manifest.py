"""The manifest: which files of the published folder are ours, with size and sha256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TypeGuard

from site_gen.values import dataclass

MANIFEST = "build-manifest.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the published site; `path` is inside the output folder, `sha256` in hexadecimal."""

    path: str
    size: int
    sha256: str

    def difference(self, body: bytes) -> str:
        """How these bytes differ from the file that was built; empty where they do not."""
        if len(body) != self.size:
            return f"this is not the file that was built: {len(body)} bytes instead of {self.size}"
        if hashlib.sha256(body).hexdigest() != self.sha256:
            return "this is not the file that was built: its bytes differ (sha256)"
        return ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of ours in a published folder but the manifest itself, ordered by path."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Manifest:
        """The manifest of these files."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.path)))

    def to_bytes(self) -> bytes:
        """Deterministic JSON, one line a file so that two of them can be compared by eye."""
        # No path needs an escape: planned outputs refuse quotes, backslashes and control characters.
        lines = ",\n".join(
            [f'"{entry.path}":{{"sha256":"{entry.sha256}","size":{entry.size}}}' for entry in self.entries]
        )
        return f'{{"version":1,"files":{{\n{lines}\n}}}}\n'.encode()

    @classmethod
    def parse(cls, content: bytes) -> Manifest | None:
        """Read a manifest back; None where the content is not one of ours."""
        import json  # late: a build that finds its own state never reads the JSON

        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            return None
        if not isinstance(document, dict) or document.get("version") != 1:
            return None
        files = document.get("files")
        if not isinstance(files, dict):
            return None
        entries = [_entry(path, about) for path, about in files.items()]
        return cls.of(entry for entry in entries if entry) if all(entries) else None


def _entry(path: str, about: object) -> Entry | None:
    if not isinstance(about, dict) or not _stays_inside(path):
        return None
    size, sha256 = about.get("size"), about.get("sha256")
    if not isinstance(size, int) or not _is_sha256(sha256):
        return None
    return Entry(path, size, sha256)


def _stays_inside(path: str) -> bool:
    """A manifest that anybody may have edited never makes us remove a file elsewhere."""
    return path != MANIFEST and "\0" not in path and not {"", ".", ".."} & set(path.split("/"))


def _is_sha256(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None
