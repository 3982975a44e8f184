"""content/ → the published folder: load, plan, make what changed, publish, in that order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path

from site_gen.cards.cards import cards
from site_gen.cards.related import papers_by_words
from site_gen.content import CachedFiles, ContentCache, paths
from site_gen.exports import require_cards
from site_gen.graph.fingerprints import tool
from site_gen.graph.graph_cache import GraphCache
from site_gen.graph.nodes import Delta, digest_of
from site_gen.graph.queries import remade
from site_gen.graph.store import load_cache, save_cache
from site_gen.markup import TEXT_CACHE
from site_gen.planning import Plan, compiled, plan_project
from site_gen.problems import ProblemLog
from site_gen.publish import Entry, Publication, Published
from site_gen.render import BrokenTemplate
from site_gen.site import File, Page, PostBuildFile, Site, Subject, file_route
from site_gen.values import dataclass
from site_gen.workers import share_out

PAGES_WORTH_A_PROCESS = 500
PORTIONS_WORTH_A_PROCESS = 500
FILES_LIKE_A_PAGE = 6  # so many files of exports take about the time of one page
CARDS_A_RUN = 16  # each takes some 30 ms: twice in a second the progress is told

Progress = Callable[[int, int], None]
"""Is told after some cards how many are drawn, and of how many."""

_Portion = tuple[Page | File, ...]
_Made = tuple[list[tuple[str, int, str]], Delta | None, dict[str, str]]
"""Of outputs file, size and sha256; what was noted of them; texts that served."""


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
    progress: Progress = lambda _drawn, _of: None,
) -> Built | None:
    """Build the site of a project into `out`; None, with `out` as it was, where there is an error.

    With `strict` a warning is an error. With `clean` content is read and pages are rendered again. At most
    `jobs` processes work. `asked_for` are the options of post-build exports that are not always made.
    `reading` gives what another process read of content meanwhile. `progress` is told how many cards are
    drawn. Raises Stop for what is no matter of content.
    """
    cache, templates = ContentCache.of(project, clean=clean), compiled(project)

    def read() -> ContentCache:
        cache.merge(reading())
        TEXT_CACHE.begin(project / ".plenary" / "texts", tool())
        return cache

    plan = plan_project(project, problems, base_url, read, templates, asked_for)
    cache.save()
    cache.close()
    if plan:
        require_cards(plan.site, plan.content.locate, problems)
    if plan is None or problems.errors or (strict and problems.warnings):
        return None
    published = _publish(plan, problems, _Wanted(project, out, clean, jobs, progress))
    if published is None:
        return None
    site = plan.site
    editions = [edition.conference for edition in site.catalogue.editions.values()]
    return Built(len(editions), sum(len(edition.papers) for edition in editions), published)


def _publish(plan: Plan, problems: ProblemLog, wanted: _Wanted) -> Published | None:
    site, cache = plan.site, _OutputCache(wanted.project, clean=wanted.clean)
    graph, caching = site.graph, GraphCache(wanted.project, code_of(site))
    outputs = (output for output, _ in plan.outputs)
    with Publication.open(wanted.project, wanted.out, outputs, problems) as publication:
        graph.begin(partial(remade, site), (None if wanted.clean else caching.load()) or caching.begun())
        entries = list(_standing(site, publication))

        def make(run: Sequence[_Portion]) -> _Made:
            return _make(run, plan, publication)

        try:
            made = _share_out(site, {entry.path for entry in entries}, make, wanted)
        except BrokenTemplate as broken:
            problems.extend([broken.problem])
            return None
        for files, notes, texts in made:
            TEXT_CACHE.merge(texts)
            entries += (Entry(*fields) for fields in files)
            if notes:
                graph.merge(notes)
        entries += (publication.put(asset.path, asset.body) for asset in plan.assets.files.values())
        entries += _copied(site, wanted.project, publication, cache)
        entries += _post_build(site.post_build_files, site, entries, publication, cache)
        published = publication.commit(entries)
    cache.save()
    TEXT_CACHE.save(with_others=graph.is_of_before)
    if graph.has_news:
        caching.save(graph.end(map(name_of, _outputs(site))))
    return published


def code_of(site: Site) -> str:
    """What everything is made by that the graph does not note: our code, and what a whole site is in."""
    return digest_of((tool(), site.base_url, site.locale)).hex()


def _standing(site: Site, publication: Publication) -> Iterator[Entry]:
    """The outputs that would be made of the same as before, and that are there."""
    for output in _outputs(site):
        sha256 = site.graph.standing(name_of(output))
        entry = publication.keep(output.file, sha256) if sha256 else None
        if entry:
            yield entry


def _share_out(
    site: Site, standing: set[str], make: Callable[[Sequence[_Portion]], _Made], wanted: _Wanted
) -> list[_Made]:
    """Make all other pages and exports; cards last, for they take longest."""
    pages = [page for page in site.pages if page.file not in standing]
    files = [file for file in site.files if file.file not in standing]
    is_edit = site.graph.is_of_before
    portions = _portions(pages, files, 1 if is_edit else FILES_LIKE_A_PAGE)
    processes = min(wanted.jobs, os.cpu_count() or 1)
    # A small site, and few files, are made by one: forking costs more than it gains.
    is_much = len(site.pages) >= PAGES_WORTH_A_PROCESS and len(portions) >= PORTIONS_WORTH_A_PROCESS
    sharing = processes if is_much else 1
    if sharing > 1 and not is_edit:
        _make_shared(site)
    made = share_out(portions, make, sharing)
    drawings: list[_Portion] = [(file,) for file in files if file.export.takes_long]

    def progress(drawn: int) -> None:
        wanted.progress(drawn, len(drawings))

    return made + share_out(drawings, make, processes, longest_run=CARDS_A_RUN, progress=progress)


def _make_shared(site: Site) -> None:
    """Make what all processes need, before they are forked."""
    if site.catalogue.series.related_papers:
        papers_by_words(site)
    for edition_id, edition in site.catalogue.editions.items():
        for paper in edition.papers:
            cards(site).paper(edition_id, paper)


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


def _portions(pages: Sequence[Page], files: Sequence[File], size: int) -> list[_Portion]:
    """Pages and exports in portions, in order, at most `size` exports in one: what shares most work stays
    together.

    What shows the view of a page is made right after it, while the view is kept. Exports of a whole come
    first: made last, in one process, they would leave the others idle.
    """
    of_views: dict[Subject, list[File]] = {}
    for file in files:
        if file.export.shows_view:
            of_views.setdefault(file.subject, []).append(file)
    portions: list[_Portion] = [(page, *of_views.pop(page.subject, ())) for page in pages]
    portions += map(tuple, of_views.values())
    others = [file for file in files if not file.export.shows_view and not file.export.takes_long]
    return [tuple(others[start : start + size]) for start in range(0, len(others), size)] + portions


def _make(run: Sequence[_Portion], plan: Plan, publication: Publication) -> _Made:
    """Put outputs into the staged site; the answer is plain, for this may run in another process."""
    made: list[tuple[str, int, str]] = []
    graph = plan.site.graph
    for output in chain.from_iterable(run):
        put = partial(_put, output, plan, publication)
        entry = graph.output(name_of(output), put, attrgetter("sha256"))
        made.append((entry.path, entry.size, entry.sha256))
    return made, graph.delta(), TEXT_CACHE.used()


def _put(output: Page | File, plan: Plan, publication: Publication) -> Entry:
    return publication.put(output.file, body_of(output, plan))


def body_of(output: Page | File, plan: Plan) -> bytes:
    """The bytes of a page or export. Raises BrokenTemplate and Stop as `Renderer.page`."""
    if isinstance(output, Page):
        return plan.renderer.page(output)
    return output.export.body(plan.site, output.subject)


def _outputs(site: Site) -> Iterator[Page | File]:
    yield from site.pages
    yield from site.files


def name_of(output: Page | File) -> str:
    """What an output is called in the graph: its file, and what makes it."""
    maker = output.kind if isinstance(output, Page) else output.export
    return f"{output.file} {maker!r} {output.subject!r}"


class _OutputCache:
    """What copies and post-build exports were made of in the last build, and the digests of their bytes."""

    def __init__(self, project: Path, *, clean: bool) -> None:
        self._file = project / ".plenary" / "rendered"
        self._before: dict[str, tuple[str, str]] = {} if clean else load_cache(self._file, tool()) or {}
        self._now: dict[str, tuple[str, str]] = {}

    def sha256(self, file: str, digest: str) -> str:
        """The digest of a file's bytes if it was made of the same; else empty."""
        before = self._before.get(file, ("", ""))
        return before[1] if before[0] == digest else ""

    def entry(self, file: str, digest: str, size: int, sha256: str) -> Entry:
        """The entry of a file, noting what it is made of now."""
        self._now[file] = (digest, sha256)
        return Entry(file, size, sha256)

    def save(self) -> None:
        """Keep what was noted, for the next build."""
        if self._now != self._before:
            save_cache(self._file, tool(), self._now)
