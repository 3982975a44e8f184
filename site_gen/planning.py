"""content/ → the Site: every page and export that will be published, with its route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from site_gen.assets import Assets, collect, themed
from site_gen.cards.prose_pages import note_broken_links
from site_gen.conference.people import gather
from site_gen.conference.rules import validate, validate_static_files
from site_gen.content import Content, ContentCache, paper_files, paths
from site_gen.exports import EXPORTS, POST_BUILD_EXPORTS
from site_gen.graphics import Size, size_of
from site_gen.kinds import KINDS
from site_gen.problems import Place, ProblemLog
from site_gen.publish import PlannedOutput
from site_gen.render import MarkdownTemplates, Templates
from site_gen.site import File, PostBuildFile, Site, catalogue, file_route, plan

_CARD_CACHE = ".plenary/cards"


def plan_site(
    project: Path,
    problems: ProblemLog,
    base_url: str | None = None,
    assets: Assets | None = None,
    content: Content | None = None,
    asked_for: Sequence[str] = (),
    templates: Templates | None = None,
    *,
    with_cards: bool = True,
) -> Site | None:
    """Everything that the content of a project will publish; None where content is wrong.

    Without `assets` the static files are collected first; `content` is that of the project. Unless
    `with_cards` none is planned, whatever site.yaml asks.
    """
    assets = assets or collect(project, problems)
    content = content or Content(project, ContentCache.of(project))
    series = content.draft(problems)
    is_right = not problems.errors
    validate(series, content.locate, problems)
    validate_static_files(series, assets.paths, content.locate, problems)
    files = [file for each in series.conferences for file in paper_files(project, each, problems)]
    if not is_right:
        return None
    people = gather(series, content.locate, problems)
    contents = catalogue(replace(series, cards=series.cards and with_cards), people, content.source)
    static = themed(assets, series.theme).paths
    post_build = [export for export in POST_BUILD_EXPORTS if not export.option or export.option in asked_for]
    site = plan(
        contents, KINDS, EXPORTS, problems, base_url, static, files, post_build, project / _CARD_CACHE,
        _sizes(assets), MarkdownTemplates(templates or Templates(project), contents.graph),
    )  # fmt: skip
    note_broken_links(site, problems)
    return site


def _sizes(assets: Assets) -> dict[str, Size]:
    """The size of every picture among static files, by its published path."""
    found = ((asset.path, size_of(asset.file)) for asset in assets.files.values())
    return {path: size for path, size in found if size}


def planned_outputs(site: Site, assets: Assets) -> Iterator[PlannedOutput]:
    """Every file that will be published, with the content that asked for it."""
    for page in site.pages:
        yield PlannedOutput(page.file, page.source)
    files: tuple[File | PostBuildFile, ...] = (*site.files, *site.post_build_files)
    for file in files:
        yield PlannedOutput(file.route, file.source)
    for copied in site.paper_files:
        yield PlannedOutput(file_route(copied), Place(f"{paths.files(copied.edition)}/{copied.name}"))
    for asset in assets.files.values():
        yield PlannedOutput(asset.path, asset.source)
