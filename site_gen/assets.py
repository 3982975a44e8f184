"""Static files: the project's over the built-in ones, under names that change with their content.

`static/site.css` becomes one file: its `@import url("css/x.css") layer(x);` lines are replaced by
the files they name. What lies in `static/css/` is published only that way. What lies in `static/root/` is
published at the root of the site under its own name (favicon.ico, robots.txt, .well-known/…).
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.problems import Place, ProblemLog

_ROOT = "root/"
_CSS_PARTS = "css/"
_IGNORED = frozenset([".DS_Store", "Thumbs.db", ".gitkeep"])
_ADDRESS = re.compile(
    r"""(?P<imports>@import\s+)?url\(\s*["']?(?P<target>[^"')]+)["']?\s*\)"""
    r"""(?(imports)\s*(?:layer\((?P<layer>[\w.-]+)\))?\s*;)"""
)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#|/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file: its name in static/, its path in the site, and where it lies.

    `text` is what a style sheet has become; None for a file that is published as it is.
    """

    name: str
    path: str
    file: Path
    text: bytes | None = field(default=None, repr=False)

    @property
    def body(self) -> bytes:
        """The bytes to publish."""
        return self.file.read_bytes() if self.text is None else self.text

    @property
    def source(self) -> Place:
        """The file in the project, or the built-in one, that it is made of."""
        return Place(f"static/{self.name}")


@dataclass(frozen=True, slots=True)
class Assets:
    """All static files that are published, by name, sorted."""

    files: Mapping[str, Asset]

    @property
    def paths(self) -> dict[str, str]:
        """The path in the site of each file by its name; a file of root/ has its published name."""
        return {name.removeprefix(_ROOT): asset.path for name, asset in self.files.items()}


def built_in(folder: str) -> Path:
    """A folder of ours ("templates", "static"): inside the package in a wheel, beside it in a clone."""
    package = Path(__file__).parent
    packed = package / "_builtin" / folder
    return packed if packed.is_dir() else package.parent / folder


def collect(project: Path, problems: ProblemLog) -> Assets:
    """Find and fingerprint the static files of a project; what is wrong is noted and left out."""
    found: dict[str, Path] = {}
    if (project / "static").resolve() != built_in("static").resolve():
        found |= _walk(built_in("static"), None, problems)
    found |= _walk(project / "static", project, problems)
    assets: dict[str, Asset] = {}
    sheets = [name for name in sorted(found) if name.endswith(".css") and not name.startswith(_ROOT)]
    for name in sorted(found.keys() - {*sheets}):
        assets[name] = _fingerprinted(name, found[name])
    for name in sheets:
        if not name.startswith(_CSS_PARTS):
            text = _Bundle(found, assets, problems).text(name)
            assets[name] = _fingerprinted(name, found[name], text.encode())
    return Assets(dict(sorted(assets.items())))


def _walk(folder: Path, project: Path | None, problems: ProblemLog) -> Iterator[tuple[str, Path]]:
    """The files of a folder by name; links that leave the project are noted and left out."""
    for parent, folders, files in os.walk(folder):
        for name in sorted([*files, *(each for each in folders if Path(parent, each).is_symlink())]):
            path = Path(parent, name)
            inside = path.relative_to(folder).as_posix()
            if name in _IGNORED or name.endswith("~"):
                continue
            if project and path.is_symlink() and (path.is_dir() or not _is_inside(path, project)):
                _note_link(inside, path, problems)
            elif path.is_file():
                yield inside, path


def _is_inside(path: Path, project: Path) -> bool:
    return path.resolve().is_relative_to(project.resolve())


def _note_link(name: str, path: Path, problems: ProblemLog) -> None:
    what = "a linked folder is not followed" if path.is_dir() else "this link leaves the project"
    problems.error("link-outside", what, Place(f"static/{name}"), hint="put a copy there instead")


def _fingerprinted(name: str, file: Path, text: bytes | None = None) -> Asset:
    if name.startswith(_ROOT):
        return Asset(name, name.removeprefix(_ROOT), file, text)
    stem, extension = posixpath.splitext(name)
    return Asset(name, f"assets/{stem}.{_digest(file, text)}{extension}", file, text)


def _digest(file: Path, text: bytes | None) -> str:
    if text is not None:
        return hashlib.sha256(text).hexdigest()[:8]
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Joins style sheets; `files` are all static files, `assets` those that have their path already."""

    files: Mapping[str, Path]
    assets: Mapping[str, Asset]
    problems: ProblemLog

    def text(self, name: str, importers: tuple[str, ...] = ()) -> str:
        """A style sheet with what it imports, its addresses pointing to published files."""
        chain = (*importers, name)

        def replaced(found: re.Match[str]) -> str:
            return self._imported(found, chain) if found["imports"] else self._address(found, chain)

        return _ADDRESS.sub(replaced, self.files[name].read_text(encoding="utf-8"))

    def _imported(self, found: re.Match[str], chain: tuple[str, ...]) -> str:
        part = _beside(chain[-1], found["target"])
        if part not in self.files or part in chain:
            self._note(found, chain[-1], f"there is no style sheet '{found['target']}' to import here")
            return ""
        text = self.text(part, chain).strip()
        return f"@layer {found['layer']} {{\n{text}\n}}" if found["layer"] else text

    def _address(self, found: re.Match[str], chain: tuple[str, ...]) -> str:
        """The address of a file as the published style sheet needs it; one elsewhere stays."""
        target, mark, fragment = found["target"].partition("#")
        if _ELSEWHERE.match(found["target"]):
            return found[0]
        asset = self.assets.get(_beside(chain[-1], target))
        if asset is None:
            self._note(found, chain[-1], f"there is no file '{found['target']}'")
            return found[0]
        folder = posixpath.dirname(f"assets/{chain[0]}")
        return f'url("{posixpath.relpath(asset.path, folder)}{mark}{fragment}")'

    def _note(self, found: re.Match[str], name: str, what: str) -> None:
        line = found.string.count("\n", 0, found.start()) + 1
        self.problems.error("no-asset", what, Place(f"static/{name}", line))


def _beside(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
