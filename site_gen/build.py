"""content/ → the published folder: load, plan, render, publish, in that order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from site_gen.assets import Assets, collect, themed
from site_gen.cards.prose_pages import note_broken_links
from site_gen.conference.people import gather
from site_gen.conference.rules import validate, validate_static_files
from site_gen.content import CachedFiles, Content, ContentCache, paper_files, paths
from site_gen.exports import EXPORTS, POST_BUILD_EXPORTS, require_cards
from site_gen.graph.fingerprints import tool
from site_gen.graph.store import load_cache, save_cache
from site_gen.graphics import Size, size_of
from site_gen.kinds import KINDS
from site_gen.markup import TEXT_CACHE
from site_gen.problems import Place, ProblemLog
from site_gen.publish import Entry, PlannedOutput, Publication, Published
from site_gen.render import BrokenTemplate, MarkdownTemplates, Renderer, Templates
from site_gen.site import File, Page, PostBuildFile, Site, Subject, catalogue, file_route, plan
from site_gen.workers import share_out

PORTIONS_WORTH_A_PROCESS = 500
FILES_LIKE_A_PAGE = 6  # so many files of exports take about the time of one page
CARDS_A_RUN = 16  # each takes some 30 ms: twice in a second the progress is told

_CARD_CACHE = ".plenary/cards"

Progress = Callable[[int, int], None]
"""Is told after some cards how many are drawn, and of how many."""

_Portion = tuple[Page | File, ...]
_Made = tuple[list[tuple[str, str, int, str]], list[tuple[str, int, str]], dict[str, str]]
"""Of pages, and what shows their views, file, digest, size and sha256; of other exports file, size and
sha256; texts that served."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a build was asked for."""

    project: Path
    out: Path
    clean: bool
    jobs: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was published: what it holds, and what publishing did."""

    editions: int
    papers: int
    pages: tuple[Page, ...]
    published: Published


def build(
    project: Path,
    out: Path,
    problems: ProblemLog,
    *,
    base_url: str | None = None,
    strict: bool = False,
    clean: bool = False,
    jobs: int = 2,
    asked_for: Sequence[str] = (),
    reading: Callable[[], CachedFiles] = dict,
    with_cards: bool = True,
    progress: Progress = lambda _drawn, _of: None,
) -> Built | None:
    """Build the site of a project into `out`; None, with `out` as it was, where there is an error.

    With `strict` a warning is an error. With `clean` content is read and pages are rendered again. At most
    `jobs` processes work. `asked_for` are the options of post-build exports that are not always made.
    `reading` gives what another process read of content meanwhile. `with_cards` draws them where site.yaml
    asks for it, and `progress` is told how far that is. Raises Stop for what is no matter of content.
    """
    assets = collect(project, problems)
    templates = Templates(project)
    if (project / paths.SITE).exists():  # a folder without content stays as it is
        templates.compile()
    content = Content(project, ContentCache.of(project, clean=clean))
    content.cache.merge(reading())
    TEXT_CACHE.begin(project / ".plenary" / "texts", tool())
    site = plan_site(
        project, problems, base_url, assets, content, asked_for, templates, with_cards=with_cards
    )
    content.cache.save()
    if site:
        require_cards(site, content.locate, problems)
    if site is None or problems.errors or (strict and problems.warnings):
        return None
    assets = themed(assets, site.catalogue.series.theme)
    wanted = _Wanted(project, out, clean, jobs, progress)
    published = _publish(site, Renderer(templates, site, assets), assets, problems, wanted)
    if published is None:
        return None
    editions = [edition.conference for edition in site.catalogue.editions.values()]
    return Built(len(editions), sum(len(edition.papers) for edition in editions), site.pages, published)


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
        _sizes(assets), MarkdownTemplates(templates or Templates(project)),
    )  # fmt: skip
    note_broken_links(site, problems)
    return site


def _sizes(assets: Assets) -> dict[str, Size]:
    """The size of every picture among static files, by its published path."""
    found = ((asset.path, size_of(asset.file)) for asset in assets.files.values())
    return {path: size for path, size in found if size}


def _publish(
    site: Site, renderer: Renderer, assets: Assets, problems: ProblemLog, wanted: _Wanted
) -> Published | None:
    cache = _OutputCache(wanted.project, clean=wanted.clean)
    with Publication.open(
        wanted.project, wanted.out, _planned_outputs(site, assets), problems
    ) as publication:

        def make(run: Sequence[_Portion]) -> _Made:
            return _make(run, site, renderer, publication, cache)

        entries: list[Entry] = []
        try:
            made = _share_out(site, make, wanted)
        except BrokenTemplate as broken:
            problems.extend([broken.problem])
            return None
        for known, files, texts in made:
            TEXT_CACHE.merge(texts)
            entries += (cache.entry(*fields) for fields in known)
            entries += (Entry(*fields) for fields in files)
        entries += (publication.put(asset.path, asset.body) for asset in assets.files.values())
        entries += _copied(site, wanted.project, publication, cache)
        entries += _post_build(site.post_build_files, site, entries, publication, cache)
        published = publication.commit(entries)
    cache.save()
    TEXT_CACHE.save()
    return published


def _share_out(site: Site, make: Callable[[Sequence[_Portion]], _Made], wanted: _Wanted) -> list[_Made]:
    """Make all pages and exports; cards last, for they take longest."""
    portions, processes = _portions(site), min(wanted.jobs, os.cpu_count() or 1)
    # A small site is made by one: forking costs more than it gains.
    made = share_out(portions, make, processes if len(portions) >= PORTIONS_WORTH_A_PROCESS else 1)
    cards: list[_Portion] = [(file,) for file in site.files if file.export.takes_long]

    def progress(drawn: int) -> None:
        wanted.progress(drawn, len(cards))

    return made + share_out(cards, make, processes, longest_run=CARDS_A_RUN, progress=progress)


def _copied(site: Site, project: Path, publication: Publication, cache: _OutputCache) -> Iterator[Entry]:
    """Publish the files of papers as they are; one that is as it was is not read."""
    for file in site.paper_files:
        source, route = project / paths.files(file.edition) / file.name, file_route(file)
        found = source.stat()
        digest = f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
        entry = publication.keep(route, cache.sha256(route, digest))
        entry = entry or publication.put_file(route, source)
        yield cache.entry(route, digest, entry.size, entry.sha256)


def _post_build(
    files: Sequence[PostBuildFile],
    site: Site,
    entries: Sequence[Entry],
    publication: Publication,
    cache: _OutputCache,
) -> Iterator[Entry]:
    """Make the post-build exports of what is finished; one that would read the same as before is kept."""
    outputs = {entry.path: entry for entry in entries}  # and the post-build ones that were made before
    for file in files:
        reads = tuple(file.export.reads(site, file.subject, outputs))
        digest = hashlib.sha256(repr((file.subject, reads)).encode()).hexdigest()
        entry = publication.keep(file.route, cache.sha256(file.route, digest))
        entry = entry or publication.put(file.route, file.export.body(file.subject, reads, publication.read))
        outputs[file.route] = entry
        yield cache.entry(file.route, digest, entry.size, entry.sha256)


def _portions(site: Site) -> list[_Portion]:
    """Pages and exports in portions of one size, in order: what shares most work stays together.

    What shows the view of a page is made right after it, while the view is kept.
    """
    of_views: dict[Subject, list[File]] = {}
    for file in site.files:
        if file.export.shows_view:
            of_views.setdefault(file.subject, []).append(file)
    files = [file for file in site.files if not file.export.shows_view and not file.export.takes_long]
    size = FILES_LIKE_A_PAGE
    runs = (tuple(files[start : start + size]) for start in range(0, len(files), size))
    return [*((page, *of_views.get(page.subject, ())) for page in site.pages), *runs]


def _make(
    run: Sequence[_Portion], site: Site, renderer: Renderer, publication: Publication, cache: _OutputCache
) -> _Made:
    """Put outputs into the staged site; the answer is plain, for this may run in another process."""
    known: list[tuple[str, str, int, str]] = []
    files: list[tuple[str, int, str]] = []
    digest = ""  # that of the latest page: the files that show its view come right after it

    def put(route: str, digest: str, body: Callable[[], bytes]) -> None:
        entry = publication.keep(route, cache.sha256(route, digest)) or publication.put(route, body())
        known.append((route, digest, entry.size, entry.sha256))

    for output in chain.from_iterable(run):
        if isinstance(output, Page):
            shown = renderer.shown(output)
            digest = renderer.digest(output, shown)
            put(output.file, digest, partial(renderer.page, output, shown))
        elif output.export.shows_view:
            made_of = renderer.digest_beside(digest)
            put(output.route, made_of, partial(output.export.body, site, output.subject))
        else:
            made = publication.put(output.route, output.export.body(site, output.subject))
            files.append((made.path, made.size, made.sha256))
    return known, files, TEXT_CACHE.used()


def _planned_outputs(site: Site, assets: Assets) -> Iterator[PlannedOutput]:
    for page in site.pages:
        yield PlannedOutput(page.file, page.source)
    files: tuple[File | PostBuildFile, ...] = (*site.files, *site.post_build_files)
    for file in files:
        yield PlannedOutput(file.route, file.source)
    for copied in site.paper_files:
        yield PlannedOutput(file_route(copied), Place(f"{paths.files(copied.edition)}/{copied.name}"))
    for asset in assets.files.values():
        yield PlannedOutput(asset.path, asset.source)


class _OutputCache:
    """What every page and copy was made of in the last build: the digest of its parts and of its bytes."""

    def __init__(self, project: Path, *, clean: bool) -> None:
        self._file = project / ".plenary" / "rendered"
        self._before: dict[str, tuple[str, str]] = {} if clean else load_cache(self._file, tool()) or {}
        self._now: dict[str, tuple[str, str]] = {}

    def sha256(self, file: str, digest: str) -> str:
        """The digest of a page's bytes if it was made of the same; else empty."""
        before = self._before.get(file, ("", ""))
        return before[1] if before[0] == digest else ""

    def entry(self, file: str, digest: str, size: int, sha256: str) -> Entry:
        """The entry of a page, noting what it is made of now."""
        self._now[file] = (digest, sha256)
        return Entry(file, size, sha256)

    def save(self) -> None:
        """Keep what was noted, for the next build."""
        if self._now != self._before:
            save_cache(self._file, tool(), self._now)
