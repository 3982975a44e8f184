"""content/ → the plan: every page and export that will be published, with its route."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from site_gen.assets import Asset, Assets, collect, themed
from site_gen.assets.pictures import require_resizing, with_sizes
from site_gen.cards.broken_links import note_broken_links
from site_gen.conference import PaperFile, Series
from site_gen.conference.differences import differ_in_texts, name_alike
from site_gen.conference.drafts import with_drafts_marked, without_drafts
from site_gen.conference.people import People, gather
from site_gen.conference.rules import validate, validate_static_files
from site_gen.content import Content, ContentCache, finish_writing, paper_files, paths
from site_gen.exports import EXPORTS, POST_BUILD_EXPORTS
from site_gen.graph.tables import Fields, Table, raw
from site_gen.graphics import Size, size_of
from site_gen.kinds import KINDS
from site_gen.locale import Locale
from site_gen.problems import Place, ProblemLog
from site_gen.publish import PlannedOutput
from site_gen.render import MarkdownTemplates, Renderer, Templates
from site_gen.site import (
    Catalogue,
    File,
    MarkdownTexts,
    Page,
    PostBuildFile,
    Site,
    catalogue,
    file_route,
    plan,
)
from site_gen.site.interface import interface
from site_gen.site.outputs import Outputs
from site_gen.values import dataclass

K = TypeVar("K")
V = TypeVar("V")

_CARD_CACHE = ".plenary/cards"
_PICTURES = ".plenary/pictures"


Planned: TypeAlias = Page | File | PostBuildFile | PaperFile | Asset
"""What a file of the site is made of."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan is made of. It `is_sound` where nothing had to be said of people and of names of outputs,
    which would have to be said again."""

    series: Series
    people: People
    files: tuple[PaperFile, ...]
    assets: Assets
    templates: Templates
    locale: Locale
    is_sound: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a project will publish, and what renders its pages; `has_same_outputs` as the plan before it."""

    site: Site
    assets: Assets
    renderer: Renderer
    content: Content
    basis: Basis
    has_same_outputs: bool

    @property
    def outputs(self) -> Iterator[tuple[PlannedOutput, Planned]]:
        """Every file that will be published, with the content that asked for it, and what it is made of."""
        for page in self.site.pages:
            yield PlannedOutput(page.file, page.source), page
        files: tuple[File | PostBuildFile, ...] = (*self.site.files, *self.site.post_build_files)
        for file in files:
            yield PlannedOutput(file.route, file.source), file
        for copied in self.site.paper_files:
            source = Place(f"{paths.files(copied.edition)}/{copied.name}")
            yield PlannedOutput(file_route(copied), source), copied
        for asset in self.assets.files.values():
            yield PlannedOutput(asset.path, asset.source), asset


def plan_site(project: Path, problems: ProblemLog, base_url: str | None = None) -> Site | None:
    """The site of a project, of which nothing will be made; None where content is wrong."""
    planned = plan_project(project, problems, base_url)
    return planned.site if planned else None


def compiled(project: Path) -> Templates:
    """The templates of a project that will make a site; a folder without content stays as it is."""
    templates = Templates(project)
    if (project / paths.SITE).exists():
        templates.compile()
    return templates


def plan_project(
    project: Path,
    problems: ProblemLog,
    base_url: str | None = None,
    read: Callable[[], ContentCache] | None = None,
    templates: Templates | None = None,
    asked_for: Sequence[str] = (),
    *,
    collected: Callable[[Path, ProblemLog], Assets] = collect,
    is_preview: bool = False,
    before: Plan | None = None,
) -> Plan | None:
    """Everything that the content of a project will publish; None where content is wrong.

    `read` gives what is known of its files, when static files are there; `templates` are those that were
    compiled, `collected` gives the static files. A preview has no cards, and shows drafts. Of the plan
    `before`, which was made in the same way, stands what an edit of papers leaves as it was.
    """
    finish_writing(project)
    assets, templates = collected(project, problems), templates or Templates(project)
    content = Content(project, read() if read else ContentCache.of(project))
    series = content.draft(problems)
    is_right = not problems.errors
    validate(series, content.locate, problems)
    validate_static_files(series, assets.names, content.locate, problems)
    files = [file for each in series.conferences for file in paper_files(project, each, problems)]
    locale = interface(series, content.locate, problems)
    if not is_right:
        return None
    if is_preview:
        series = with_drafts_marked(replace(series, cards=False), locale.words.preview.draft)
    else:
        series = without_drafts(series)
        published = {(each.id, paper.id) for each in series.conferences for paper in each.papers}
        files = [file for file in files if (file.edition, file.paper) in published]
    was, found = before.basis if before and before.basis.is_sound else None, ProblemLog()
    names_stand = was and name_alike(was.series, series)
    people = was.people if was and names_stand else gather(series, content.locate, found)
    basis = Basis(series, people, tuple(files), assets, templates, locale)
    contents = catalogue(series, people, content.source, locale.order)
    if series.pictures == "resize" and not is_preview:
        require_resizing(content.locate)
        assets = with_sizes(assets, series, project / _PICTURES, problems)
    sizes, assets = _sizes(assets), themed(assets, series.theme)
    markdown = MarkdownTemplates(templates, contents.graph)
    has_same_outputs = bool(was and names_stand and _names_outputs_alike(was, basis))
    if before and has_same_outputs:
        site = _named_as(before.site, contents, base_url, markdown)
    else:
        post_build = [each for each in POST_BUILD_EXPORTS if not each.option or each.option in asked_for]
        site = plan(
            contents, KINDS, EXPORTS, found, base_url, assets.paths, files, post_build,
            project / _CARD_CACHE, sizes, markdown, locale, _larger(assets),
        )  # fmt: skip
    problems.extend(found.all)
    note_broken_links(site, content.locate, problems)
    basis = replace(basis, is_sound=not found.all)
    return Plan(site, assets, Renderer(templates, site, assets), content, basis, has_same_outputs)


def _names_outputs_alike(was: Basis, now: Basis) -> bool:
    """Whether all pages and exports of a plan are those of another: only texts of papers were edited."""
    return (
        was.assets is now.assets
        and was.templates is now.templates
        and (was.files, was.locale) == (now.files, now.locale)
        and differ_in_texts(was.series, now.series)
    )


def _named_as(site: Site, contents: Catalogue, base_url: str | None, texts: MarkdownTexts) -> Site:
    """The site of other content of which all pages and exports are called as those of `site`."""
    contents, graph = contents.at(base_url) if base_url else contents, contents.graph

    def same(part: Mapping[K, V]) -> Mapping[K, V]:
        return cast(Table[K, V], part).on(graph)

    return replace(
        site,
        catalogue=contents,
        graph=graph,
        outputs=cast(Outputs, Fields(graph, "outputs", raw(site.outputs))),
        routes=same(site.routes),
        sources=same(site.sources),
        static=same(site.static),
        sizes=same(site.sizes),
        larger=same(site.larger),
        file_routes=same(site.file_routes),
        published=same(site.published),
        markdown_texts=texts,
    )


def _sizes(assets: Assets) -> dict[str, Size]:
    """The size of every picture among static files, by its published path."""
    plain = (asset for asset in assets.files.values() if asset.path not in assets.sizes)
    found = ((asset.path, size_of(asset.file)) for asset in plain)
    return {**{path: size for path, size in found if size}, **assets.sizes}


def _larger(assets: Assets) -> dict[str, tuple[str, str]]:
    """The path of the same picture for denser screens, and how dense, by the path of a picture."""
    larger = assets.larger.items()
    return {assets.files[name].path: (each.path, each.density) for name, each in larger}
