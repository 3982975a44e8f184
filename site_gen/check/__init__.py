"""Check: is the published folder what the build made, does every link lead somewhere, is content right?"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import field
from datetime import date
from pathlib import Path

from site_gen.check.dates import note_future_dates
from site_gen.check.exports import check_exports
from site_gen.check.findings import Findings
from site_gen.check.folder import Folder, open_folder
from site_gen.check.ledger import ended_addresses, note_vanished
from site_gen.check.left_out import note_missing_pdfs, note_unscheduled
from site_gen.check.links import Addresses, LinkCheck
from site_gen.check.origins import Origins
from site_gen.check.page import PageFacts, read_html, structure_faults
from site_gen.check.page_cache import PageCache
from site_gen.check.pictures import Pictures
from site_gen.check.renamed import Read, renamed
from site_gen.check.succession import note_succeeded
from site_gen.conference import Allowed
from site_gen.content import Content
from site_gen.planning import plan_site
from site_gen.problems import Place, ProblemLog
from site_gen.publish import MANIFEST, Entry, NotPublished, published_file, published_manifest
from site_gen.site import Site
from site_gen.values import dataclass

__all__ = [
    "Checked",
    "Read",
    "check",
    "ended_addresses",
    "note_succeeded",
    "note_vanished",
    "published_manifest",
    "renamed",
]

_READ = (".json", ".xml", ".bib")
_PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked. `links` lead inside the site, `external` ones elsewhere and were only counted;
    `foreign` files are not listed in the manifest."""

    files: int
    pages: int
    links: int
    external: int
    foreign: int


def check(
    project: Path, out: Path, problems: ProblemLog, against: str | None = None, *, today: date | None = None
) -> Checked:
    """Check the content of a project and its published folder `out`; what is wrong is told.

    A problem of a built page has its place inside `out`, or in content where it is written there.
    `against` is a published folder or address: an address of it that is gone, or shows somebody else,
    is an error. Days that feeds give are held against `today`, the latest that has begun anywhere; None
    passes them over. Raises Stop where there is nothing to check or to compare with.
    """
    folder = open_folder(out)
    published = published_manifest(against) if against else None
    site = plan_site(project, problems)
    if site:
        note_missing_pdfs(site, problems)
        note_unscheduled(site, problems)
        if today:
            note_future_dates(site, Content(project).locate, today, problems)
    reading = _read(project, folder, site, problems)
    reading.report(problems)
    reading.pictures.report(project, folder.path, problems)
    _report_foreign_pages(folder, problems)
    if published and against:
        ended = ended_addresses(site.catalogue.series if site else None)
        paths = [entry.path for entry in published.entries]
        moved = renamed(paths, _reader(against), reading.exports.get)
        note_vanished(published, folder.manifest, reading.redirects.__contains__, problems, ended, moved)
        note_succeeded(paths, _reader(against), reading.exports.get, problems)
    return Checked(
        files=len(folder.manifest.entries),
        pages=len(reading.ids),
        links=reading.links.internal,
        external=reading.links.external,
        foreign=len(folder.foreign),
    )


def _report_foreign_pages(folder: Folder, problems: ProblemLog) -> None:
    for path in sorted(folder.foreign):
        if path.endswith((".html", ".htm")):
            hint = "delete it; or to publish it with the site, put it into static/root/"
            problems.warning("foreign-page", "no build made this page", Place(path), hint)


def _reader(against: str) -> Callable[[str], bytes | None]:
    def read(path: str) -> bytes | None:
        try:
            return published_file(against, path)
        except NotPublished:
            return None

    return read


@dataclass(slots=True)
class _Reading:
    """What was read of the folder, page after page; of a page only its anchors are kept."""

    project: Path
    pages: PageCache
    findings: Findings
    links: LinkCheck
    pictures: Pictures
    ids: dict[str, Set[str]] = field(default_factory=dict)
    redirects: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=lambda: {"404.html"})
    exports: dict[str, bytes] = field(default_factory=dict)

    def take(self, entry: Entry, body: bytes, problems: ProblemLog) -> None:
        """Read one file."""
        path = entry.path
        if path.endswith(_READ):
            self.exports[path] = body
        elif path.endswith(_PAGE):
            try:
                self._page(path, self.pages.facts(entry.sha256, body))
            except UnicodeDecodeError:
                problems.error("not-utf8", "the page is not UTF-8", Place(path), "build again")

    def report(self, problems: ProblemLog) -> None:
        """Report what was found, now that all is read."""
        self.links.resolve(self.ids)
        self.findings.report(problems)
        self.pages.save()
        pages = self.ids.keys() - self.redirects
        check_exports(self.exports, pages, pages - self.unlisted, self.links.addresses, problems)

    def _page(self, path: str, facts: PageFacts) -> None:
        self.ids[path] = frozenset(facts.ids)
        if facts.is_redirect:
            self.redirects.add(path)
        if facts.is_unlisted or self._is_static(path) or self._stands_elsewhere(path, facts.canonical):
            self.unlisted.add(path)
        faults = facts.faults if self._is_static(path) else [*facts.faults, *structure_faults(facts)]
        for fault in faults:
            self.findings.note(fault.code, fault.what, Place(path, fault.line))
        self.links.follow(path, facts)
        self.pictures.take(path, facts)

    def _stands_elsewhere(self, path: str, canonical: str) -> bool:
        """Whether a page names another one as that which it shows, as the home of an only edition does."""
        route = self.links.addresses.inside(canonical) if canonical else None
        return route is not None and self.links.addresses.file(route) not in (path, None)

    def _is_static(self, path: str) -> bool:
        """Whether a page is a file that the organisers publish as it is."""
        return (self.project / "static" / "root" / path).is_file()


def _read(project: Path, folder: Folder, site: Site | None, problems: ProblemLog) -> _Reading:
    entries = folder.manifest.entries
    files = frozenset({entry.path for entry in entries} | folder.foreign | {MANIFEST})
    findings = Findings(Origins.of(project, site))
    allowed = site.catalogue.series.allow if site else Allowed()
    links = LinkCheck(Addresses(files, _base_url(folder, site)), findings, allowed)
    reading = _Reading(project, PageCache(project), findings, links, Pictures(links.addresses))
    reading.pages.read_ahead(
        (each.sha256, folder.path / each.path) for each in entries if each.path.endswith(_PAGE)
    )
    for entry, body in folder.contents(problems):
        reading.take(entry, body, problems)
    return reading


def _base_url(folder: Folder, site: Site | None) -> str | None:
    """Where the site lives: what a page that every site has says, for it may be built for another place than
    content names; else what its home says, which may be that of its only edition; else what content says."""
    for page in ("data/", ""):
        try:
            text = (folder.path / page / "index.html").read_text(encoding="utf-8", errors="replace")
        except OSError:  # that it is missing is told when the files are read
            continue
        address = read_html(text).canonical
        if address.endswith(f"/{page}"):
            return address.removesuffix(page)
    return site.base_url if site else None
