"""Links: where each one leads inside the published folder, and whether that is there."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import field
from fnmatch import fnmatchcase
from urllib.parse import unquote, urlsplit

from site_gen.check.findings import Findings
from site_gen.check.page import Link, PageFacts
from site_gen.conference import Allowed
from site_gen.content.paths import SITE
from site_gen.problems import Place
from site_gen.values import dataclass

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a published folder.

    `files` are those that can be linked to. `base_url` ends in "/"; it is None where the site does
    not tell where it lives.
    """

    files: Set[str]
    base_url: str | None

    def file(self, route: str) -> str | None:
        """The file that is served at a route; None where there is none."""
        if not route or route.endswith("/"):
            route += "index.html"
        elif route not in self.files:
            route += "/index.html"  # hosts lead from a folder's name to its page
        return route if route in self.files else None

    def inside(self, url: str) -> str | None:
        """What follows the base URL in a full address of this site; None for one elsewhere."""
        if self.base_url is None or not f"{url}/".startswith(self.base_url):
            return None
        return url[len(self.base_url) :]

    def route(self, here: str, path: str) -> str | None:
        """The route that a path names on the page `here`; None for one outside the site."""
        path = unquote(path)
        if path.startswith("/"):
            base_path = urlsplit(self.base_url or "/").path
            return path.removeprefix(base_path) if path.startswith(base_path) else None
        folders = here.split("/")[:-1]
        while path.startswith("../"):
            if not folders:
                return None
            folders.pop()
            path = path[3:]
        path = path.removeprefix("./")
        joined = "/".join([*folders, path])
        return _normal(joined) if "./" in joined or joined.endswith(("/.", "/..", "//")) else joined


def _normal(path: str) -> str | None:
    """A path without "." and ".."; None where it leads out of the folder."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    ending = "/" if path.endswith(("/.", "/..")) else ""
    return "/".join(parts) + ending


@dataclass(slots=True)
class LinkCheck:
    """Follows the links of one page after another; anchors are settled when all pages are known."""

    addresses: Addresses
    findings: Findings
    allowed: Allowed = field(default_factory=Allowed)
    internal: int = 0
    external: int = 0
    _anchors: dict[tuple[str, str], list[tuple[Place, str]]] = field(default_factory=dict)

    def follow(self, here: str, facts: PageFacts) -> None:
        """Follow every link of a page."""
        for link in facts.links:
            url = self.addresses.inside(link.url)
            if url is not None:
                self._internal(here, "", url, link)
            elif _SCHEME.match(link.url):
                self._elsewhere(here, link)
            else:
                self._internal(here, here, link.url, link)

    def resolve(self, ids: dict[str, Set[str]]) -> None:
        """Report the anchors that their page does not have. `ids` are those of every page by its file."""
        for (target, anchor), places in self._anchors.items():
            if target in ids and anchor not in ids[target]:
                address = target.removesuffix("index.html") + "#" + anchor
                what = f"a link leads to '{address}', where no element has this id"
                for place, url in places:
                    self.findings.note("missing-anchor", what, place, url)

    def _elsewhere(self, here: str, link: Link) -> None:
        scheme = link.url.partition(":")[0].lower()
        place = Place(here, link.line)
        if scheme == "javascript":
            self.findings.note("inline-script", "a javascript: address", place, link.url)
        elif (link.loads and scheme != "data") or (link.kind == "form" and scheme not in ("mailto", "data")):
            self._loaded(link, place)
        elif scheme in ("http", "https") or link.url.startswith("//"):
            self.external += 1

    def _loaded(self, link: Link, place: Place) -> None:
        """What comes from another host, or is sent there, must be allowed: each page says what is."""
        host = f"https://{urlsplit(link.url).netloc.lower()}"
        allowed: Sequence[str] = getattr(self.allowed, link.kind) if link.kind else ()
        if any(fnmatchcase(host, each) for each in allowed):
            self.external += 1
            return
        done = "is sent to" if link.kind == "form" else "loads"
        subject = "a form" if link.kind == "form" else "the page"
        what = f"{subject} {done} '{link.url[:100]}', which is not of this site: browsers block it"
        if link.kind:
            what += f"; to allow it, write into {SITE} allow: {{{link.kind}: [{host}]}}"
        self.findings.note("third-party-load", what, place, link.url)

    def _internal(self, here: str, start: str, url: str, link: Link) -> None:
        """Follow a link inside the site, written from the page `start` (empty for the root)."""
        self.internal += 1
        path, _, fragment = url.partition("#")
        path = path.partition("?")[0]
        route = self.addresses.route(start, path) if path or not start else start
        target = None if route is None else self.addresses.file(route)
        if target is None:
            out = f"the link '{url}' leads out of the site"
            what = out if route is None else f"a link leads to '{route}', where the site has no file"
            self.findings.note("broken-link", what, Place(here, link.line), link.url)
        elif fragment and fragment != "top" and not fragment.startswith(":~:"):
            places = self._anchors.setdefault((target, unquote(fragment)), [])
            if len(places) < 20:
                places.append((Place(here, link.line), link.url))
