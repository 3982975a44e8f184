"""Planned outputs: every output of a build is known before anything is written, with what asked for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from site_gen.problems import Place, ProblemLog
from site_gen.publish.manifest import MANIFEST
from site_gen.text import DEVICE_NAMES
from site_gen.values import dataclass

_LONGEST_NAME = 255  # bytes in one component, on every file system in use
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"|?*]')  # Windows refuses the printable ones
_NO_DEVICE = rf"(?!(?:{'|'.join(sorted(DEVICE_NAMES))})(?:[./]|$))"
_PLAIN = re.compile(rf"(?:{_NO_DEVICE}[a-z0-9_-]+/)*{_NO_DEVICE}[a-z0-9_-]+(?:\.[a-z0-9-]+)*")  # nearly all


@dataclass(frozen=True, slots=True)
class PlannedOutput:
    """One output that a build will make: its path inside the output folder, and what asked for it."""

    path: str
    source: Place


@dataclass(frozen=True, slots=True)
class PlannedOutputs:
    """All outputs of a build; `owners` and `folders` are keyed by `same_name`."""

    paths: frozenset[str]
    owners: dict[str, PlannedOutput]
    folders: frozenset[str]


def check_outputs(outputs: Iterable[PlannedOutput], problems: ProblemLog) -> PlannedOutputs:
    """Note every unsafe name, and every two outputs that need one place."""
    listed = list(outputs)
    for output in listed:
        if reason := _unsafe(output.path):
            problems.error("unsafe-path", f"the output path '{output.path}' {reason}", output.source)
    owners = _owners(listed, problems)
    folders = folders_of(owners)
    for folder in sorted(folders & owners.keys()):
        _note_folder(owners, folder, problems)
    return PlannedOutputs(frozenset([output.path for output in listed]), owners, frozenset(folders))


def same_name(path: str) -> str:
    """The form in which two paths are one on a file system that ignores case or composition."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def parent_of(path: str) -> str:
    """The folder of a path; "" is the output folder itself."""
    return path.rpartition("/")[0]


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that files at these paths need, without the output folder itself."""
    folders: set[str] = set()
    for path in paths:
        folder = parent_of(path)
        while folder and folder not in folders:
            folders.add(folder)
            folder = parent_of(folder)
    return folders


def _owners(outputs: list[PlannedOutput], problems: ProblemLog) -> dict[str, PlannedOutput]:
    owners: dict[str, PlannedOutput] = {}
    for output in outputs:
        first = owners.setdefault(same_name(output.path), output)
        if first is not output:
            _note_collision(first, output, problems)
    return owners


def _note_collision(first: PlannedOutput, second: PlannedOutput, problems: ProblemLog) -> None:
    problems.error(
        "path-collision",
        f"two outputs have one path: '{first.path}' of {first.source} and '{second.path}' of {second.source}",
        second.source,
        hint="give one another id or take it away; case does not tell two paths apart on every system",
    )


def _note_folder(owners: dict[str, PlannedOutput], folder: str, problems: ProblemLog) -> None:
    file = owners[folder]
    inside = next(owners[path] for path in sorted(owners) if path.startswith(folder + "/"))
    problems.error(
        "path-collision",
        f"the output '{file.path}' of {file.source} stands where '{inside.path}' of {inside.source} "
        "needs a folder",
        inside.source,
        hint="give one of them another id",
    )


def _unsafe(path: str) -> str:
    """Why a path cannot be published; empty where it can."""
    first, _, _ = path.partition("/")
    if len(path) <= _LONGEST_NAME and _PLAIN.fullmatch(path):
        return "" if first != MANIFEST else "is kept for the manifest"
    if same_name(first) == MANIFEST:
        return "is kept for the manifest"
    if not path or path.startswith("/") or "\\" in path:
        return "must be inside the output folder, with '/' between folders"
    reasons = (_unsafe_name(name) for name in path.split("/"))
    return next((reason for reason in reasons if reason), "")


def _unsafe_name(name: str) -> str:
    if name in ("", ".", ".."):
        return "must not hold empty, '.' or '..' parts"
    if _FORBIDDEN.search(name):
        return "holds a character that is not allowed in file names everywhere"
    if name.endswith((".", " ")) or name.startswith(" "):
        return "has a part that begins or ends with a space, or ends with a dot"
    if name.split(".")[0].rstrip().lower() in DEVICE_NAMES:
        return "holds a name that Windows keeps for a device"
    if len(name.encode()) > _LONGEST_NAME:
        return f"has a part of more than {_LONGEST_NAME} bytes"
    return ""
