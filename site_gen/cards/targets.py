"""Links that organisers write into content: to routes, Markdown files, static files and other sites."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from site_gen import markup
from site_gen.site import Site, Subject, link_from

_ELSEWHERE = re.compile(r"[^/?#]*:")


def resolver(site: Site, here: Subject) -> Callable[[str], str | None]:
    """What makes the address of a target without scheme, for the page of a subject.

    Targets are written from its edition or from the root.
    """
    route = site.address(here)

    def resolve(target: str) -> str | None:
        found = _route(site, here.edition, target)
        return None if found is None else link_from(route, found)

    return resolve


def measurer(site: Site, here: Subject) -> Callable[[str], tuple[int, int] | None]:
    """What tells the size of a picture by its address as the page of a subject has it."""
    folder = posixpath.dirname(site.address(here))

    def measure(address: str) -> tuple[int, int] | None:
        return site.sizes.get(posixpath.normpath(posixpath.join(folder, address)))

    return measure


def densifier(site: Site, here: Subject) -> Callable[[str], str]:
    """What tells the picture for denser screens, as `srcset` takes it, by the address of a picture.

    Addresses are as the page of a subject has them; the text is empty where there is no such picture.
    """
    route = site.address(here)

    def larger(address: str) -> str:
        found = site.larger.get(posixpath.normpath(posixpath.join(posixpath.dirname(route), address)))
        return f"{quote(link_from(route, found[0]), safe='/@')} {found[1]}" if found else ""

    return larger


def address_of(site: Site, here: Subject, target: str | None) -> str | None:
    """The address of a link that stands alone; None where there is none or it leads nowhere."""
    if not target:
        return None
    found = destination(site, here.edition, target)
    return found if found is None or _ELSEWHERE.match(found) else link_from(site.address(here), found)


def destination(site: Site, edition: str, target: str) -> str | None:
    """Where a link leads: a route of the site, or an address elsewhere; None where it leads nowhere."""
    if _ELSEWHERE.match(target):
        return markup.safe_url(target)
    return _route(site, edition, target)


def is_published(site: Site, route: str) -> bool:
    """Whether a page or file is published at a route; "/" may lack at its end, and stand before it."""
    path = route.lstrip("/")
    return _published(site, path) in (path, f"{path}/")


def _route(site: Site, edition: str, target: str) -> str | None:
    """The route of a link inside the site; None for no page.

    Understood are routes ("papers/x/"), Markdown files ("call.md") and static files ("img/map.png").
    """
    parts = urlsplit(target)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    bases = [""] if parts.path.startswith("/") else [edition, "", posixpath.join(edition, "pages")]
    for base in bases:
        path = posixpath.normpath(posixpath.join(base, parts.path.lstrip("/"))).lstrip("./")
        found = _published(site, path.removesuffix(".md"))
        if found is not None:
            return found + fragment
    return None


def _published(site: Site, path: str) -> str | None:
    if path in site.static:
        return site.static[path]
    return next((route for route in (path, f"{path}/") if route in site.published), None)
