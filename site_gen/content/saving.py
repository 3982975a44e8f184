"""Texts → files: only what differs is written, each file complete or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_gen.problems import ExitStatus, Stop


def write_files(project: Path, files: Mapping[str, str | None]) -> list[str]:
    """Bring files of a project to these texts; None removes one. Returns the paths that changed.

    A file that is right already keeps its modification time. Raises Stop where the disk refuses.
    """
    changed = [path for path, text in files.items() if _differs(project / path, text)]
    for path in changed:
        text = files[path]
        try:
            if text is None:
                (project / path).unlink()
            else:
                _write(project / path, text)
        except OSError as error:
            raise Stop(ExitStatus.ENVIRONMENT, f"cannot write {path}: {error.strerror}") from None
    return changed


def _differs(path: Path, text: str | None) -> bool:
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        return text is not None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path.name}: {error.strerror}") from None
    return text is None or held != text.encode()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(text.encode())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
