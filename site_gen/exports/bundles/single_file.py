"""`<edition>/<edition>-offline.html`: a whole edition in one file, for an e-mail, a USB stick, an archive.

It holds every page of the edition and of its authors, its style and its pictures; links between them lead
inside the file, all others to the site, where that is known. Nothing is asked of anybody, and it needs no
script. `build --single-file` makes it.
"""

from __future__ import annotations

import hashlib
import mimetypes
import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape

from site_gen.exports.bundles.inlined import Parts, Surroundings, parts_of
from site_gen.exports.bundles.packs import editions_of
from site_gen.site import Naming, Output, PostBuildExport, Site, Subject
from site_gen.site.subjects import EditionOf
from site_gen.text.direction import runs_right_to_left

_SHEET = re.compile(r"assets/site\.[0-9a-f]{8}\.css")
_IN_SHEET = re.compile(r'url\("?(?!data:)([^")#]+)[^)]*\)')
_TYPES = {".svg": "image/svg+xml", ".webp": "image/webp", ".avif": "image/avif", ".woff2": "font/woff2"}


def _files(site: Site) -> Iterator[Naming]:
    for edition in site.catalogue.editions:
        yield EditionOf(edition), f"{edition}/{edition}-offline.html"


def _reads(site: Site, subject: Subject, outputs: Mapping[str, Output]) -> Iterator[Output]:
    """The edition's pages, its home first, those of its authors, and all assets that a page may show."""
    pages = [page for page in site.pages if subject.edition in editions_of(site, page)]
    yield from (
        outputs[page.file] for page in sorted(pages, key=lambda page: not isinstance(page.subject, EditionOf))
    )
    yield from (
        output
        for path, output in outputs.items()
        if path.startswith("assets/") and not path.endswith((".js", ".pdf"))
    )


def _body(_subject: Subject, reads: Sequence[Output], read: Callable[[str], bytes]) -> bytes:
    pages = {
        output.path.removesuffix("index.html"): output.path
        for output in reads
        if not output.path.startswith("assets/")
    }
    sheet = next(output.path for output in reads if _SHEET.fullmatch(output.path))
    assets = frozenset(output.path for output in reads if output.path.startswith("assets/"))

    @cache
    def picture(path: str) -> str | None:
        return _as_data(path, read(path)) if path in assets else None

    home, *others = pages
    first = read(pages[home]).decode()
    anchors = {route: route.rstrip("/") for route in pages}
    surroundings = Surroundings(anchors, picture, _base_url(first, home))
    opening = parts_of(first, home, surroundings, is_first=True)
    sections = [_section(anchors[home], opening)]
    for route in others:
        parts = parts_of(read(pages[route]).decode(), route, surroundings, is_first=False)
        sections.append(_section(anchors[route], parts))
    style = _style(read(sheet).decode(), sheet, picture)
    return _document(opening, style, anchors[home], sections).encode()


def _base_url(html: str, route: str) -> str | None:
    """Where the site lives: the home of the edition tells its full address, where that is known."""
    found = re.search(r'<link rel="canonical" href="([^"]+)">', html)
    return found[1].removesuffix(route) if found else None


def _as_data(path: str, body: bytes) -> str:
    suffix = posixpath.splitext(path)[1]
    kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"data:{kind};base64,{b64encode(body).decode()}"


def _style(sheet: str, path: str, picture: Callable[[str], str | None]) -> str:
    """The style sheet with what it loads inside it, on one line: the validator of the W3C takes the digest
    of a longer text for a wrong one."""

    def replaced(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
        return f'url("{picture(target) or "data:,"}")'

    return _IN_SHEET.sub(replaced, " ".join(sheet.split()))


def _section(anchor: str, parts: Parts) -> str:
    return f'<div class="{parts.classes}" id="{escape(anchor)}">{"".join(parts.main)}</div>\n'


def _document(opening: Parts, style: str, home: str, sections: Sequence[str]) -> str:
    sum_of_style = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{sum_of_style}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    canonical = f'<link rel="canonical" href="{escape(opening.canonical)}">\n' if opening.canonical else ""
    direction = ' dir="rtl"' if runs_right_to_left(opening.language) else ""
    skip = "".join(opening.skip_link).replace('href="#content"', f'href="#{home}"')
    return (
        f'<!doctype html>\n<html{direction} lang="{escape(opening.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        f"<title>{opening.title}</title>\n"
        f'<meta name="description" content="{escape(opening.description)}">\n{canonical}'
        f'<style>{style}</style>\n</head>\n<body class="edition-file">\n'
        f"{skip}\n{''.join(opening.masthead)}\n<main>\n{''.join(sections)}</main>\n</body>\n</html>\n"
    )


SINGLE_FILE = PostBuildExport(
    name="single-file",
    files=_files,
    reads=_reads,
    body=_body,
    option="single-file",
    is_listed=True,
    media_type="text/html",
)
