"""The site before any rendering: every page and export with its route, and the look-ups they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Protocol, cast
from urllib.parse import urlsplit

from site_gen.conference import PaperFile
from site_gen.graph.notes import Graph
from site_gen.graph.tables import Fields, Table
from site_gen.locale import ENGLISH, Locale, locale_of
from site_gen.problems import Place, ProblemLog
from site_gen.site.catalogue import Appearance, Catalogue, Edition, catalogue
from site_gen.site.exports import Export, File, Linked, Naming, Output, PostBuildExport, PostBuildFile
from site_gen.site.outputs import (
    About,
    Absolute,
    AnyKind,
    CardTexts,
    Forms,
    Kind,
    Listed,
    Node,
    Outputs,
    Page,
    View,
)
from site_gen.site.search_rows import SearchDay, SearchPerson, SearchPlace, SearchRow
from site_gen.site.subjects import PartOf, Subject
from site_gen.values import dataclass

__all__ = [
    "About",
    "Absolute",
    "AnyKind",
    "Appearance",
    "CardTexts",
    "Catalogue",
    "Edition",
    "Export",
    "File",
    "Forms",
    "Kind", "Listed",
    "MarkdownTexts",
    "Naming",
    "Node",
    "Output",
    "Page",
    "PostBuildExport",
    "PostBuildFile",
    "SearchDay",
    "SearchPerson",
    "SearchPlace",
    "SearchRow",
    "Site",
    "Subject",
    "View",
    "catalogue",
    "file_route",
    "link_from",
    "plan",
    "series_names",
]  # fmt: skip


class MarkdownTexts(Protocol):
    """What makes the Markdown version of a page, or a part of it without the title."""

    def text(self, site: Site, subject: Subject, up: str, part: str = "") -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """All that will be published; compared by identity. What is read of it is noted in its `graph`.

    `kinds` are in their order, by what their pages are of.
    `routes` tells the route of every page by its subject, `file_routes` that of every export's file by the
    subject and the export's name, `static` the published path of every static file by its name, `sizes` the
    width and height of a picture by its path, `larger` the path and density of the same one for denser
    screens; `published` has every route there is, and of a page that has Markdown whether it has. `sources`
    tells the content file of every page, `exports` has those that have
    files by name. `base_url` ends in "/"; it is None where nobody said where the
    site will live. `card_cache` is the folder that keeps what is drawn from one build to the next; None where
    nothing is kept. `markdown_texts` are None where
    nobody asks for any. `locale` has the words.
    """

    catalogue: Catalogue
    graph: Graph
    kinds: Mapping[type[Subject], AnyKind]
    outputs: Outputs
    routes: Mapping[Subject, str]
    file_routes: Mapping[Subject, Mapping[str, str]] = field(default_factory=dict)
    published: Mapping[str, bool] = field(default_factory=dict)
    base_url: str | None = None
    static: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    larger: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    sources: Mapping[Subject, str] = field(default_factory=dict)
    exports: Mapping[str, Export] = field(default_factory=dict)
    card_cache: Path | None = None
    markdown_texts: MarkdownTexts | None = None
    locale: Locale = ENGLISH

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return self.outputs.pages

    @property
    def files(self) -> tuple[File, ...]:
        """All files of exports."""
        return self.outputs.files

    @property
    def post_build_files(self) -> tuple[PostBuildFile, ...]:
        """All files of post-build exports."""
        return self.outputs.post_build_files

    @property
    def paper_files(self) -> tuple[PaperFile, ...]:
        """All files of papers that are published as they are."""
        return self.outputs.paper_files

    def address(self, subject: Subject) -> str:
        """The route of a page that exists; raises KeyError for one that does not."""
        return self.routes[subject]

    def file_address(self, export: Linked | Export | PostBuildExport, subject: Subject) -> str:
        """The route of an export's file that exists; raises KeyError for one that does not."""
        return self.file_routes[subject][export if isinstance(export, str) else export.name]

    def find_file(self, export: Linked, subject: Subject) -> str | None:
        """The route of an export's file, None where there is none."""
        return self.file_routes.get(subject, {}).get(export)

    def kind_of(self, subject: Subject) -> AnyKind:
        """The kind of the pages of such a subject; raises KeyError where it has none."""
        return self.kinds[type(subject)]

    def view(self, subject: Subject) -> View:
        """The facts of a subject that has a page; the latest ones are kept, for each has several forms."""
        make = self.kind_of(subject).forms.view
        view: View = self.graph.view(self.graph.place("view", (subject,)), lambda: make(self, subject))
        return view

    def shown(self, subject: Subject) -> Subject:
        """The subject of which the page of this one shows everything; most show themselves."""
        return self.kind_of(subject).shows(self.catalogue, subject)

    def papers(self, subject: Subject) -> tuple[Listed, ...]:
        """The papers of the bibliography of a page, in its order; empty where it lists none."""
        return tuple(self.kind_of(subject).papers(self.catalogue, subject))

    def markdown(self, subject: Subject, up: str, part: str = "") -> str:
        """The Markdown version of a page whose kind has one, or a part of it without the title, as a file
        says it from which `up` leads to the root of the site."""
        if self.markdown_texts is None:
            raise ValueError("nothing makes Markdown for this site")
        return self.markdown_texts.text(self, subject, up, part)

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


def plan(
    contents: Catalogue,
    kinds: Sequence[AnyKind],
    exports: Sequence[Export],
    problems: ProblemLog,
    base_url: str | None = None,
    static: Mapping[str, str] | None = None,
    paper_files: Iterable[PaperFile] = (),
    post_build_exports: Sequence[PostBuildExport] = (),
    card_cache: Path | None = None,
    sizes: Mapping[str, tuple[int, int]] | None = None,
    markdown_texts: MarkdownTexts | None = None,
    locale: Locale | None = None,
    larger: Mapping[str, tuple[str, str]] | None = None,
) -> Site:
    """Name every page and export of a site; nothing is rendered yet.

    `base_url` and `locale` stand in for those of the series, everywhere.
    """
    if base_url:
        contents = contents.at(base_url)
    graph = contents.graph
    _refuse_reserved_names(contents, kinds, problems)
    pages = tuple(page for kind in kinds if kind.has_pages for page in _pages(contents, kind))
    sources = {page.subject: page.source for page in pages}
    base = contents.series.base_url
    named = Outputs(pages, (), (), tuple(paper_files))
    site = Site(
        catalogue=contents,
        graph=graph,
        kinds={kind.subject: kind for kind in kinds},
        outputs=_outputs(graph, named),
        routes=Table(graph, "routes", {page.subject: page.route for page in pages}),
        sources=Table(graph, "sources", {subject: source.file for subject, source in sources.items()}),
        base_url=base.rstrip("/") + "/" if base else None,
        static=Table(graph, "static", static or {}),
        sizes=Table(graph, "sizes", sizes or {}),
        larger=Table(graph, "larger", larger or {}),
        card_cache=card_cache,
        markdown_texts=markdown_texts,
        locale=locale or locale_of(contents.series.language, contents.series.digits),
    )

    def source(subject: Subject) -> Place:
        if isinstance(subject, PartOf):
            return source(subject.whole)
        return sources.get(subject) or site.kind_of(subject).source(contents, subject)

    files = tuple(
        File(export, subject, route, source(subject))
        for export in exports
        for subject, route in export.files(site)
    )
    post_build = tuple(
        PostBuildFile(export, subject, route, source(subject))
        for export in post_build_exports
        for subject, route in export.files(site)
    )
    exported: tuple[File | PostBuildFile, ...] = (*files, *post_build)
    file_routes: dict[Subject, dict[str, str]] = {}
    for each in exported:
        file_routes.setdefault(each.subject, {})[each.export.name] = each.route
    published = dict.fromkeys((each.route for each in exported), False)
    published |= {page.route: "markdown" in file_routes.get(page.subject, {}) for page in pages}
    return replace(
        site,
        outputs=_outputs(graph, replace(named, files=files, post_build_files=post_build)),
        file_routes=Table(graph, "files", file_routes),
        published=Table(graph, "published", published),
        exports={file.export.name: file.export for file in files},
    )


def _outputs(graph: Graph, outputs: Outputs) -> Outputs:
    return cast(Outputs, Fields(graph, "outputs", outputs))


def _pages(contents: Catalogue, kind: AnyKind) -> Iterable[Page]:
    return (
        Page(kind, subject, kind.route(subject), kind.source(contents, subject))
        for subject in kind.subjects(contents)
    )


def series_names(kinds: Sequence[AnyKind]) -> frozenset[str]:
    """The names beside which no edition or prose page of the series may be."""
    return frozenset([*_OTHER_NAMES, *(name for kind in kinds for name in kind.series_names)])


def _refuse_reserved_names(contents: Catalogue, kinds: Sequence[AnyKind], problems: ProblemLog) -> None:
    hint = "choose another id: this name is an address of its own"
    of_series = series_names(kinds)
    of_editions = {name for kind in kinds for name in kind.edition_names}
    for page in contents.series.pages:
        if page.id in of_series or page.id in contents.editions:
            problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                           contents.locate("pages", "", page.id), hint)  # fmt: skip
    for edition_id, edition in contents.editions.items():
        if edition_id in of_series:
            problems.error("reserved-name", f"an edition cannot be named '{edition_id}'",
                           contents.locate("conference", edition_id), hint)  # fmt: skip
        for page in edition.conference.pages:
            if page.id in of_editions:
                problems.error("reserved-name", f"a page cannot be named '{page.id}'",
                               contents.locate("pages", edition_id, page.id), hint)  # fmt: skip


_OTHER_NAMES = ("assets", "report")  # the folder of the static files, and a page of the preview
