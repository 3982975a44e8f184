"""The published folder as a visitor sees it: which file or page answers an address."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urljoin

from site_gen.locale import ENGLISH
from site_gen.preview.rebuild import attempt
from site_gen.problems import Problem, ProblemLog
from site_gen.values import dataclass

_WORDS = ENGLISH.words.preview  # no site says its language yet
_NOT_FOUND_PAGE = "/404.html"
_BARE_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</html>
"""
_WAITING = _BARE_PAGE.format(title=_WORDS.no_site, text=_WORDS.waiting).encode()
_NOT_FOUND = _BARE_PAGE.format(title=ENGLISH.words.not_found_title, text=ENGLISH.words.not_found).encode()
_LINKED = re.compile(rb"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LOADED = (".css", ".js", ".mjs", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
# 404.html, which a host shows at any depth, links from the path that the site will have there.
_BASE = re.compile(rb"""(?:href|src)="(/(?:[^"/]+/)*?)assets/""")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to show: its status, its HTML, and a digest of it and of the files that it loads."""

    status: int
    html: bytes
    version: str


class Files(Protocol):
    """The files of a site, which lie in `folder` once they were made."""

    @property
    def folder(self) -> Path: ...

    def is_made(self, path: str) -> bool:
        """Whether there is nothing to make of this path in the site."""

    def make(self, path: str, problems: ProblemLog) -> bool:
        """Make the file at a path; False, or what it raises, where that cannot be, with the reasons."""


class NotMadeError(Exception):
    """A file must be made first, which takes its time."""


class Folder:
    """The site as a visitor sees it: files by the path of their URL, still percent-encoded.

    Each is made when it is needed; with `only_made` NotMadeError is raised instead. `failed` are the
    problems of those that could not be made.
    """

    def __init__(
        self, files: Files, failed: dict[str, Sequence[Problem]], *, only_made: bool = False
    ) -> None:
        self._files, self._failed, self._only_made = files, failed, only_made

    def file(self, address: str) -> Path | None:
        """The file at an address; None where there is none.

        What has a dot in front and what lies outside of the folder, by ".." or through a link, is not there.
        """
        names = _names(address)
        if names is None:
            return None
        self._make("/".join(names))
        try:
            root = self._files.folder.resolve()
            file = root.joinpath(*names).resolve()
            seen = file.is_relative_to(root) and not _hidden(file.relative_to(root).parts)
            return file if seen and file.is_file() else None
        except OSError:  # a name that is too long, a folder that may not be read
            return None

    def _make(self, path: str) -> None:
        if self._files.is_made(path):
            return
        if self._only_made:
            raise NotMadeError
        if path not in self._failed:
            outcome = attempt(partial(self._files.make, path))
            if not outcome.good:
                self._failed[path] = outcome.obstacles

    def _has_failed(self, address: str) -> bool:
        return "/".join(_names(address) or ()) in self._failed

    def has(self, address: str) -> bool:
        """Whether there is a page at the address of a folder."""
        return self.file(f"{address}/") is not None

    def page(self, address: str) -> Page:
        """The page at an address; in its stead the one for what is not found, or for a site to come."""
        html = _read(self.file(address))
        if html is not None and address != _NOT_FOUND_PAGE:
            return Page(200, html, self._version(address, html))
        if self._has_failed(address) or self.file("/") is None:
            return Page(503, _WAITING, self._version(address, _WAITING))
        missing, html = html is None, self._not_found()
        return Page(404 if missing else 200, html, self._version(address, html))

    def _not_found(self) -> bytes:
        """The page for what is not found, with its links as they must be here."""
        html = _read(self.file(_NOT_FOUND_PAGE)) or _NOT_FOUND
        base = _BASE.search(html)
        return html.replace(b'="' + base[1], b'="/') if base else html

    def _version(self, address: str, html: bytes) -> str:
        """A digest that changes with the page and with every style sheet, script and picture it links to."""
        digest, within = hashlib.sha256(html), f"/{address.lstrip('/')}"  # "//[" would be a host
        for link in dict.fromkeys(b"".join(found) for found in _LINKED.findall(html)):
            path = re.split(rb"[?#]", link)[0].decode(errors="replace")
            if posixpath.splitext(path)[1] in _LOADED and ":" not in path:
                loaded = _read(self.file(urljoin(within, path)))
                digest.update(hashlib.sha256(loaded or b"").digest())
        return digest.hexdigest()


def _names(address: str) -> list[str] | None:
    """The names that lead to the file; None for an address that no site has."""
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return None
    names = path.removeprefix("/").split("/")
    if not names[-1]:
        names[-1] = "index.html"
    strange = any(not name or "\\" in name or "\0" in name or ":" in name for name in names)
    return None if strange or _hidden(names) else names


def _hidden(names: list[str] | tuple[str, ...]) -> bool:
    return any(name.startswith(".") for name in names)


def _read(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:  # the site was exchanged since
        return None
