"""Pages of the organisers' own words, as menus list them and as they are marked up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen import markup
from site_gen.cards.parts import Named
from site_gen.cards.targets import densifier, measurer, resolver
from site_gen.conference import ProsePage
from site_gen.markup.characters import clean
from site_gen.markup.inert import inert
from site_gen.markup.urls import has_scheme
from site_gen.site import Site
from site_gen.site.subjects import ProseOf
from site_gen.text import squeeze
from site_gen.values import dataclass

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TARGET = re.compile(r"(?<=\]\()[^\s()<>]+(?=[\s)])")


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page in a list of pages, with its first sentences in plain text."""

    page: Named
    about: str


def page_cards(site: Site, edition: str, whole: str | None) -> tuple[PageCard, ...]:
    """The pages that are part of `whole`, or of none, as menus list them; edition "" is the series."""
    pages = site.catalogue.editions[edition].conference.pages if edition else site.catalogue.series.pages
    return tuple(
        PageCard(Named(page.title, site.address(ProseOf(edition, page.id))), first_words(page.markdown))
        for page in in_order(pages)
        if page.part_of == whole
    )


def first_words(markdown: str) -> str:
    """The first paragraph that is not a heading, in plain text."""
    parts = (squeeze(part) for part in markdown.split("\n\n"))
    return plain_words(next((part for part in parts if part and not part.startswith("#")), ""))


def plain_words(markdown: str) -> str:
    """The words of a page in plain text, without the targets of its links."""
    return markup.plain(_LINK.sub(r"\1", markdown))


def in_order(pages: Iterable[ProsePage]) -> list[ProsePage]:
    """Pages as menus list them: by their order, then those without one by title."""
    return sorted(pages, key=lambda page: (page.order is None, page.order or 0, page.title, page.id))


def marked_up(site: Site, subject: ProseOf) -> markup.Prose:
    """The words of a page as HTML, with its links as the page has them."""
    page = site.catalogue.prose_page(subject.edition, subject.page)
    return markup.prose(
        page.markdown, resolver(site, subject), measurer(site, subject), densifier(site, subject)
    )


def markdown(site: Site, subject: ProseOf) -> str:
    """The words of a page as they are written, with its links as the page has them and tags as text."""
    resolve, words = (
        resolver(site, subject),
        site.catalogue.prose_page(subject.edition, subject.page).markdown,
    )

    def settled(found: re.Match[str]) -> str:
        target = found[0]
        is_elsewhere = has_scheme(target) or target.startswith(("#", "//"))
        return target if is_elsewhere else resolve(target) or target

    return _TARGET.sub(settled, inert(clean(words)))
