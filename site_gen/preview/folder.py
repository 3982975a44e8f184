"""The published folder as a visitor sees it: which file or page answers an address."""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from site_gen.locale import ENGLISH

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


def file_at(out: Path, address: str) -> Path | None:
    """The file at the path of a URL, still percent-encoded; None where there is none.

    What has a dot in front and what lies outside of the folder, by ".." or through a link, is not there.
    """
    names = _names(address)
    if names is None:
        return None
    try:
        root = out.resolve()
        file = root.joinpath(*names).resolve()
        seen = file.is_relative_to(root) and not _hidden(file.relative_to(root).parts)
        return file if seen and file.is_file() else None
    except OSError:  # a name that is too long, a folder that may not be read
        return None


def page_at(out: Path, address: str) -> Page:
    """The page at the path of a URL; in its stead the one for what is not found, or for a site to come."""
    html = _read(file_at(out, address))
    if html is not None and address != _NOT_FOUND_PAGE:
        return Page(200, html, _version(out, address, html))
    if file_at(out, "/") is None:
        return Page(503, _WAITING, _version(out, address, _WAITING))
    missing, html = html is None, _not_found(out)
    return Page(404 if missing else 200, html, _version(out, address, html))


def _not_found(out: Path) -> bytes:
    """The page for what is not found, with its links as they must be here."""
    html = _read(file_at(out, _NOT_FOUND_PAGE)) or _NOT_FOUND
    base = _BASE.search(html)
    return html.replace(b'="' + base[1], b'="/') if base else html


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


def _version(out: Path, address: str, html: bytes) -> str:
    """A digest that changes with the page and with every style sheet, script and picture it links to."""
    digest = hashlib.sha256(html)
    for link in dict.fromkeys(b"".join(found) for found in _LINKED.findall(html)):
        path = re.split(rb"[?#]", link)[0].decode(errors="replace")
        if posixpath.splitext(path)[1] in _LOADED and ":" not in path:
            loaded = _read(file_at(out, urljoin(address, path)))
            digest.update(hashlib.sha256(loaded or b"").digest())
    return digest.hexdigest()
