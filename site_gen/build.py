"""content/ → the published folder: load, plan, render, publish, in that order."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_gen.assets import Assets, collect
from site_gen.content import Content
from site_gen.exports import EXPORTS
from site_gen.pages import PAGE_KINDS
from site_gen.people import gather
from site_gen.problems import ProblemLog
from site_gen.publish import Claim, Entry, Publication, Published
from site_gen.render import BrokenTemplate, Renderer
from site_gen.site import Page, Site, catalogue, plan
from site_gen.validate import validate

Progress = Callable[[int, int], None]
"""Told after some outputs how many are done, of how many."""


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
    progress: Progress | None = None,
) -> Built | None:
    """Build the site of a project into `out`; None, with `out` as it was, where there is an error.

    With `strict` a warning is an error. With `clean` every page is rendered again. Raises Stop for
    what is no matter of content.
    """
    site = plan_site(project, problems, base_url)
    assets = collect(project, problems)
    if site is None or problems.errors or (strict and problems.warnings):
        return None
    published = _publish(project, out, site, assets, problems, _Memory(project, forget=clean), progress)
    if published is None:
        return None
    editions = [edition.conference for edition in site.catalogue.editions.values()]
    return Built(len(editions), sum(len(edition.papers) for edition in editions), published)


def plan_site(project: Path, problems: ProblemLog, base_url: str | None = None) -> Site | None:
    """Everything that the content of a project will publish; None where content is wrong."""
    content = Content(project)
    series = content.series(problems)
    if series is None:
        return None
    validate(series, content.locate, problems)
    people = gather(series, content.locate, problems)
    return plan(catalogue(series, people, content.source), PAGE_KINDS, EXPORTS, problems, base_url)


def _publish(
    project: Path,
    out: Path,
    site: Site,
    assets: Assets,
    problems: ProblemLog,
    memory: _Memory,
    progress: Progress | None,
) -> Published | None:
    renderer = Renderer(project, site, assets)
    claims = list(_claims(site, assets))
    with Publication.open(project, out, claims, problems) as publication:
        entries: list[Entry] = []
        try:
            for entry in _outputs(site, assets, renderer, publication, memory):
                entries.append(entry)
                if progress and len(entries) % 100 == 0:
                    progress(len(entries), len(claims))
        except BrokenTemplate as broken:
            problems.extend([broken.problem])
            return None
        published = publication.commit(entries)
    memory.save()
    return published


def _claims(site: Site, assets: Assets) -> Iterator[Claim]:
    for page in site.pages:
        yield Claim(page.file, page.source)
    for file in site.files:
        yield Claim(file.route, file.source)
    for asset in assets.files.values():
        yield Claim(asset.path, asset.source)


def _outputs(
    site: Site, assets: Assets, renderer: Renderer, publication: Publication, memory: _Memory
) -> Iterator[Entry]:
    """Make every output that is not as it was."""
    for page in site.pages:
        yield _page(page, renderer, publication, memory)
    for file in site.files:
        yield publication.put(file.route, file.export.body(site, file.key))
    for asset in assets.files.values():
        yield publication.put(asset.path, asset.body)


def _page(page: Page, renderer: Renderer, publication: Publication, memory: _Memory) -> Entry:
    digest = renderer.digest(page)
    entry = publication.keep(page.file, memory.sha256(page.file, digest))
    if entry is None:
        entry = publication.put(page.file, renderer.page(page))
    memory.remember(page.file, digest, entry.sha256)
    return entry


class _Memory:
    """What every page was made of in the last build: the digest of its parts and of its bytes."""

    def __init__(self, project: Path, *, forget: bool) -> None:
        self._file = project / ".plenary" / "rendered"
        self._before: dict[str, tuple[str, str]] = {} if forget else self._load()
        self._now: dict[str, tuple[str, str]] = {}

    def _load(self) -> dict[str, tuple[str, str]]:
        try:
            held = marshal.loads(self._file.read_bytes())
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return held if isinstance(held, dict) else {}

    def sha256(self, file: str, digest: str) -> str:
        """The digest of a page's bytes if it was made of the same; else empty."""
        before = self._before.get(file, ("", ""))
        return before[1] if before[0] == digest else ""

    def remember(self, file: str, digest: str, sha256: str) -> None:
        """Note what a page is made of now."""
        self._now[file] = (digest, sha256)

    def save(self) -> None:
        """Keep what was noted, for the next build."""
        if self._now != self._before:
            self._file.write_bytes(marshal.dumps(self._now))
