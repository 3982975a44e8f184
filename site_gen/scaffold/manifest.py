"""What of a project is still an example: a digest of each as `new` wrote it; what was edited is none.

The manifest lies in content/, hidden, and lists whole files by their path and parts of content files
as "path#name", grouped by what real content takes their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from site_gen.content import read_yaml, write_mapping
from site_gen.problems import Place, ProblemLog
from site_gen.scaffold.parts import Part, parts, text_digest
from site_gen.values import dataclass

MANIFEST = "content/.example.yaml"

Group = Literal["papers", "sessions", "awards", "words"]
"""What an example goes with; `words` are texts and names that no source brings."""

_HEAD = "Written by `new`: what is an example as long as nobody edits it, and goes when real content comes."
_LISTS = ("sessions.yaml", "awards.yaml")
_EDITION = "conference.yaml"
_ASKED_FOR = ("title", "first_day", "time_zone")
_OF_PROGRAMME = ("last_day", "phase", "rooms", "tracks")


@dataclass(frozen=True, slots=True)
class Example:
    """An example that nobody edited: its file, or a part of it."""

    group: Group
    file: str
    name: str
    line: int

    @property
    def key(self) -> str:
        """What the manifest calls it."""
        return f"{self.file}#{self.name}" if self.name else self.file

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.file, self.line)


Manifest = dict[Group, dict[str, str]]


def manifest_text(files: Mapping[str, str]) -> str:
    """The manifest of example files as they are written."""
    manifest: Manifest = {"papers": {}, "sessions": {}, "awards": {}, "words": {}}
    for file, text in sorted(files.items()):
        for name, digest in _named(file, text):
            manifest[_group(file, name)][f"{file}#{name}" if name else file] = digest
    return written(manifest)


def written(manifest: Manifest) -> str:
    """The text of a manifest; empty groups are left out."""
    return write_mapping({group: {**held} for group, held in manifest.items() if held}, _HEAD)


def load(project: Path) -> Manifest:
    """The manifest of a project; empty groups where there is none, or where somebody broke it."""
    text = text_of(project, MANIFEST)
    held = read_yaml(text, MANIFEST, ProblemLog()) if text else None
    groups = held if isinstance(held, dict) else {}
    manifest: Manifest = {"papers": {}, "sessions": {}, "awards": {}, "words": {}}
    for group, listed in manifest.items():
        found = groups.get(group)
        if isinstance(found, dict):
            listed.update((key, digest) for key, digest in found.items() if isinstance(digest, str))
    return manifest


def examples_left(project: Path) -> list[Example]:
    """What of a project is still an example, by place."""
    found: list[Example] = []
    texts: dict[str, Sequence[Part]] = {}
    for group, listed in load(project).items():
        for key, digest in listed.items():
            file, _, name = key.partition("#")
            text = text_of(project, file)
            if text is None:
                continue
            if not name:
                found += [Example(group, file, "", 0)] if text_digest(text) == digest else []
                continue
            of_file = texts.setdefault(file, parts(text))
            same = [part for part in of_file if part.name == name and part.digest == digest]
            found += [Example(group, file, name, part.start + 1) for part in same]
    return sorted(found, key=lambda example: (example.place, example.name))


def text_of(project: Path, file: str) -> str | None:
    """The text of a file of the project; None where there is none.

    What is not UTF-8 is no example, whatever it says.
    """
    path = project / file
    if not path.resolve().is_relative_to(project.resolve()):
        return None
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def _named(file: str, text: str) -> Iterator[tuple[str, str]]:
    """The parts of a file that are examples of their own, or the file itself, under no name."""
    if not file.endswith((*_LISTS, _EDITION)):
        yield "", text_digest(text)
        return
    for part in parts(text):
        if not (file.endswith(_EDITION) and part.name in _ASKED_FOR):
            yield part.name, part.digest


def _group(file: str, name: str) -> Group:
    if "/papers/" in file:
        return "papers"
    if file.endswith("sessions.yaml") or "/people/" in file:
        return "sessions"
    if file.endswith("awards.yaml"):
        return "awards"
    return "sessions" if file.endswith(_EDITION) and name in _OF_PROGRAMME else "words"
