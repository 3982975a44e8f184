"""Pages of the organisers' own words, of the series or of an edition."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from site_gen import markup
from site_gen.model import ProsePage
from site_gen.problems import Place, ProblemLog
from site_gen.site import Catalogue, Key, PageKind, Site, link_from
from site_gen.text import squeeze
from site_gen.views.frame import Head, head
from site_gen.views.parts import Html


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose; `headings` are those of its second level."""

    head: Head
    title: str
    html: Html
    headings: tuple[markup.Heading, ...]


def note_broken_links(site: Site, problems: ProblemLog) -> None:
    """Note every link of a prose page that leads nowhere, with its file and line."""
    for page in site.pages:
        if page.kind is PROSE:
            prose = _find(site, page.key)
            for link in _made(site, page.key, prose).broken:
                what = f"the link '{link.target}' leads nowhere"
                problems.error("broken-link", what, Place(page.source.file, prose.line + link.line - 1))


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for page in contents.series.pages:
        yield ("prose", "", page.id), f"{page.id}/", contents.locate("pages", "", page.id)
    for edition_id, edition in contents.editions.items():
        for page in edition.conference.pages:
            place = contents.locate("pages", edition_id, page.id)
            yield ("prose", edition_id, page.id), f"{edition_id}/{page.id}/", place


def _view(site: Site, key: Key) -> ProseView:
    page = _find(site, key)
    made = _made(site, key, page)
    return ProseView(
        head=head(site, key, page.title, key[1], description=_first_words(page.markdown)),
        title=page.title,
        html=made.html,
        headings=tuple(heading for heading in made.headings if heading.level == 2),
    )


def _find(site: Site, key: Key) -> ProsePage:
    _, edition, page_id = key
    contents = site.catalogue
    pages = contents.editions[edition].conference.pages if edition else contents.series.pages
    return next(page for page in pages if page.id == page_id)


def _first_words(markdown: str) -> str:
    """The first paragraph that is not a heading."""
    parts = (squeeze(part) for part in markdown.split("\n\n"))
    return next((part for part in parts if part and not part.startswith("#")), "")


def _made(site: Site, key: Key, page: ProsePage) -> markup.Prose:
    here, edition = site.addresses[key], key[1]

    def resolve(target: str) -> str | None:
        route = _route(site, edition, target)
        return None if route is None else link_from(here, route)

    return markup.prose(page.markdown, resolve)


def _route(site: Site, edition: str, target: str) -> str | None:
    """The route of a link inside the site, written from the edition or from the root; None for no page.

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
    routes = _routes(site)
    return next((route for route in (path, f"{path}/") if route in routes), None)


@lru_cache(maxsize=1)
def _routes(site: Site) -> frozenset[str]:
    return frozenset(site.addresses.values())


PROSE = PageKind("prose", "prose.html", _pages, _view)
