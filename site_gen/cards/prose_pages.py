"""Pages of the organisers' own words, as menus list them and as they are marked up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen import markup
from site_gen.cards.news import broken_links
from site_gen.cards.targets import measurer, resolver
from site_gen.conference import ProsePage
from site_gen.markup.characters import clean
from site_gen.markup.urls import has_scheme
from site_gen.problems import Place, ProblemLog
from site_gen.site import Site
from site_gen.site.subjects import ProseOf

_TARGET = re.compile(r"(?<=\]\()[^\s()<>]+(?=[\s)])")


def in_order(pages: Iterable[ProsePage]) -> list[ProsePage]:
    """Pages as menus list them: by their order, then those without one by title."""
    return sorted(pages, key=lambda page: (page.order is None, page.order or 0, page.title, page.id))


def marked_up(site: Site, subject: ProseOf) -> markup.Prose:
    """The words of a page as HTML, with its links as the page has them."""
    page = site.catalogue.prose_page(subject.edition, subject.page)
    return markup.prose(page.markdown, resolver(site, subject), measurer(site, subject))


def markdown(site: Site, subject: ProseOf) -> str:
    """The words of a page as they are written, with its links as the page has them."""
    resolve, words = (
        resolver(site, subject),
        site.catalogue.prose_page(subject.edition, subject.page).markdown,
    )

    def settled(found: re.Match[str]) -> str:
        target = found[0]
        is_elsewhere = has_scheme(target) or target.startswith(("#", "//"))
        return target if is_elsewhere else resolve(target) or target

    return _TARGET.sub(settled, clean(words))


def note_broken_links(site: Site, problems: ProblemLog) -> None:
    """Note every link of a prose page, and of an edition's news, that leads nowhere."""
    for page in site.pages:
        if isinstance(page.subject, ProseOf):
            prose = site.catalogue.prose_page(page.subject.edition, page.subject.page)
            for link in marked_up(site, page.subject).broken:
                what = f"the link '{link.target}' leads nowhere"
                problems.error("broken-link", what, Place(page.source.file, prose.line + link.line - 1))
    for edition in site.catalogue.editions:
        for broken in broken_links(site, edition):
            what = f"the link '{broken.target}' of '{broken.title}' leads nowhere"
            problems.error("broken-link", what, site.catalogue.locate("conference", edition))
