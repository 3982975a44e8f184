"""Links that organisers write and that lead nowhere: in prose pages, news and redirects."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.prose_pages import marked_up
from site_gen.cards.targets import address_of, is_published, resolver
from site_gen.conference import Announcement, Deadline
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.site import Site
from site_gen.site.subjects import EditionOf, ProseOf

_Broken = tuple[str, Place]
"""What is wrong, and where it is written."""


def note_broken_links(site: Site, locate: Locate, problems: ProblemLog) -> None:
    """Note every link of a prose page, of an edition's news, and of a redirect that leads nowhere."""
    for what, place in (*_of_pages(site), *_of_news(site, locate), *_of_redirects(site, locate)):
        problems.error("broken-link", what, place)


def _of_pages(site: Site) -> Iterator[_Broken]:
    for page in site.pages:
        if isinstance(page.subject, ProseOf):
            prose = site.catalogue.prose_page(page.subject.edition, page.subject.page)
            for link in marked_up(site, page.subject).broken:
                place = Place(page.source.file, prose.line + link.line - 1)
                yield f"the link '{link.target}' leads nowhere", place


def _of_news(site: Site, locate: Locate) -> Iterator[_Broken]:
    for edition, each in site.catalogue.editions.items():
        home = EditionOf(edition)
        items: list[tuple[str, int, Deadline | Announcement]] = [
            *(("deadlines", *item) for item in enumerate(each.conference.deadlines)),
            *(("announcements", *item) for item in enumerate(each.conference.announcements)),
        ]
        for key, position, item in items:
            title = item.name if isinstance(item, Deadline) else item.title
            for target in _broken_targets(site, home, item):
                what = f"the link '{target}' of '{title}' leads nowhere"
                yield what, locate("conference", edition, "", key, position)


def _broken_targets(site: Site, home: EditionOf, item: Deadline | Announcement) -> Iterator[str]:
    if item.link and address_of(site, home, item.link) is None:
        yield item.link
    if isinstance(item, Announcement):
        yield from (link.target for link in markup.prose(item.text or "", resolver(site, home)).broken)


def _of_redirects(site: Site, locate: Locate) -> Iterator[_Broken]:
    for position, redirect in enumerate(site.catalogue.series.redirects):
        if not is_published(site, redirect.new):
            what = f"the redirect of '{redirect.old}' leads to '{redirect.new}', where no page is"
            yield what, locate("series", "", "", "redirects", position)
