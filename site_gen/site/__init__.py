"""The site before any rendering: every page and export with its route, and the look-ups they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from site_gen.conference import PaperFile
from site_gen.locale import ENGLISH, Locale, locale_of
from site_gen.problems import Place, ProblemLog
from site_gen.site.catalogue import Appearance, Catalogue, Edition, catalogue

__all__ = [
    "EDITION_NAMES", "SERIES_NAMES", "Appearance", "Catalogue", "Edition", "Export", "File", "Key",
    "Output", "Page", "PageKind", "PostBuildExport", "PostBuildFile", "Site", "catalogue", "file_route",
    "link_from", "plan",
]  # fmt: skip

Key = tuple[str, ...]
"""What a page or export is of: its kind, then the edition's id and the entity's, where it has them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `route` is its path inside the site ("2022/papers/x/", "404.html", "" for home)."""

    kind: PageKind
    key: Key
    route: str
    source: Place

    @property
    def file(self) -> str:
        """The file that is served at the route."""
        return self.route if self.route.endswith(".html") else self.route + "index.html"


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: which pages there are, and what the template of one shows.

    `pages` names each page as (key, route, source); `view` makes the frozen value that `template`
    marks up, of nothing but the site's facts.
    """

    name: str
    template: str
    pages: Callable[[Catalogue], Iterable[tuple[Key, str, Place]]]
    view: Callable[[Site, Key], object]


@dataclass(frozen=True, slots=True)
class Export:
    """A machine-readable file: `files` names each as (key, route, source), `body` makes its bytes.

    The key of a file begins with `name`; where the file lies beside a page, that page's key follows.
    `title`, `description` and `media_type` are what a list of all exports says of it. One whose files take
    as long as pages or longer, for they are drawn, `takes_long`.
    """

    name: str
    files: Callable[[Catalogue], Iterable[tuple[Key, str, Place]]]
    body: Callable[[Site, Key], bytes]
    title: str = ""
    description: str = ""
    media_type: str = ""
    takes_long: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export."""

    export: Export
    key: Key
    route: str
    source: Place


class Output(Protocol):
    """A finished file of the site: `path` is inside the output folder, `sha256` in hexadecimal."""

    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PostBuildExport:
    """A file made of the finished output: of sizes and digests, or of all pages. No page shows what it knows.

    `files` names each as (key, route, source). `reads` picks what one is made of, in its order, out of all
    outputs by path; `body` makes its bytes of nothing but these and what `read` finds in them, so that
    what would be made of the same is not made again. `option` is the option of `build` that asks for
    it; empty where it is always made. `title`, `description` and `media_type` are what a list of all
    exports says of it; one without a title is for the site's own scripts.
    """

    name: str
    files: Callable[[Catalogue], Iterable[tuple[Key, str, Place]]]
    reads: Callable[[Site, Key, Mapping[str, Output]], Iterable[Output]]
    body: Callable[[Key, Sequence[Output], Callable[[str], bytes]], bytes]
    option: str = ""
    title: str = ""
    description: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class PostBuildFile:
    """One file of a post-build export."""

    export: PostBuildExport
    key: Key
    route: str
    source: Place


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """All that will be published; compared by identity, so that what is made of it can be cached.

    `addresses` tells the route of every page, export and post-build export by its key, `static` the published
    path of every static file by its name, `sizes` the width and height of a picture by its path.
    `base_url` ends in "/"; it is None where nobody said where the site will live. `card_cache` is the folder
    that keeps what is drawn from one build to the next; None where nothing is kept. `locale` has the words.
    """

    catalogue: Catalogue
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    addresses: Mapping[Key, str]
    base_url: str | None = None
    static: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    paper_files: tuple[PaperFile, ...] = ()
    post_build_files: tuple[PostBuildFile, ...] = ()
    card_cache: Path | None = None
    locale: Locale = ENGLISH

    def address(self, *key: str) -> str:
        """The route of a page or export that exists; raises KeyError for one that does not."""
        return self.addresses[key]

    def absolute(self, route: str) -> str | None:
        """The full address of a route; None where the base URL is not known."""
        return None if self.base_url is None else self.base_url + route

    @property
    def base_path(self) -> str:
        """The path of the base URL, "/" where it is not known."""
        return urlsplit(self.base_url or "/").path or "/"


def file_route(file: PaperFile) -> str:
    """Where a file of a paper is published: beside its page, under its own name."""
    return f"{file.edition}/papers/{file.paper}/{file.name}"


def link_from(here: str, route: str) -> str:
    """The relative link from the page at one route to another route, right under any sub-path."""
    return "../" * here.count("/") + route or "./"


SERIES_NAMES = frozenset(
    ["authors", "awards", "figures", "search", "my", "data", "assets", "offline", "report"]
)
EDITION_NAMES = frozenset([
    "schedule", "sessions", "papers", "booklet", "awards", "rooms", "tracks", "changes", "committees",
    "figures", "map", "labels",
])  # fmt: skip


def plan(
    contents: Catalogue,
    page_kinds: Sequence[PageKind],
    exports: Sequence[Export],
    problems: ProblemLog,
    base_url: str | None = None,
    static: Mapping[str, str] | None = None,
    paper_files: Iterable[PaperFile] = (),
    post_build_exports: Sequence[PostBuildExport] = (),
    card_cache: Path | None = None,
    sizes: Mapping[str, tuple[int, int]] | None = None,
    locale: Locale | None = None,
) -> Site:
    """Name every page and export of a site; nothing is rendered yet.

    `base_url` and `locale` stand in for those of the series, everywhere.
    """
    if base_url:
        contents = replace(contents, series=replace(contents.series, base_url=base_url))
    _refuse_reserved_names(contents, problems)
    pages = tuple(Page(kind, *each) for kind in page_kinds for each in kind.pages(contents))
    files = tuple(File(export, *each) for export in exports for each in export.files(contents))
    post_build = tuple(
        PostBuildFile(export, *each) for export in post_build_exports for each in export.files(contents)
    )
    named: tuple[Page | File | PostBuildFile, ...] = (*pages, *files, *post_build)
    base = contents.series.base_url
    return Site(
        catalogue=contents,
        pages=pages,
        files=files,
        addresses={each.key: each.route for each in named},
        base_url=base.rstrip("/") + "/" if base else None,
        static=static or {},
        paper_files=tuple(paper_files),
        post_build_files=post_build,
        card_cache=card_cache,
        sizes=sizes or {},
        locale=locale or locale_of(contents.series.language),
    )


def _refuse_reserved_names(contents: Catalogue, problems: ProblemLog) -> None:
    hint = "choose another id: this name is an address of its own"
    for page in contents.series.pages:
        if page.id in SERIES_NAMES or page.id in contents.editions:
            problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                           contents.locate("pages", "", page.id), hint)  # fmt: skip
    for edition_id, edition in contents.editions.items():
        if edition_id in SERIES_NAMES:
            problems.error("reserved-name", f"an edition cannot be named '{edition_id}'",
                           contents.locate("conference", edition_id), hint)  # fmt: skip
        for page in edition.conference.pages:
            if page.id in EDITION_NAMES:
                problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                               contents.locate("pages", edition_id, page.id), hint)  # fmt: skip
