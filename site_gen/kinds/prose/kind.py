"""Pages of the organisers' own words, of the series or of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.news import broken_links
from site_gen.cards.parts import Html
from site_gen.cards.targets import measurer, resolver
from site_gen.conference import ProsePage
from site_gen.frame.head import Head, head
from site_gen.problems import Place, ProblemLog
from site_gen.site import Catalogue, Key, PageKind, Site
from site_gen.text import squeeze


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose; `headings` are those of its second level."""

    head: Head
    title: str
    html: Html
    headings: tuple[markup.Heading, ...]


def note_broken_links(site: Site, problems: ProblemLog) -> None:
    """Note every link of a prose page, and of an edition's news, that leads nowhere."""
    for page in site.pages:
        if page.kind is PROSE:
            prose = site.catalogue.prose_page(*page.key[1:])
            for link in _made(site, page.key, prose).broken:
                what = f"the link '{link.target}' leads nowhere"
                problems.error("broken-link", what, Place(page.source.file, prose.line + link.line - 1))
    for edition in site.catalogue.editions:
        for broken in broken_links(site, edition):
            what = f"the link '{broken.target}' of '{broken.title}' leads nowhere"
            problems.error("broken-link", what, site.catalogue.locate("conference", edition))


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for page in contents.series.pages:
        yield ("prose", "", page.id), f"{page.id}/", contents.locate("pages", "", page.id)
    for edition_id, edition in contents.editions.items():
        for page in edition.conference.pages:
            place = contents.locate("pages", edition_id, page.id)
            yield ("prose", edition_id, page.id), f"{edition_id}/{page.id}/", place


def _view(site: Site, key: Key) -> ProseView:
    page = site.catalogue.prose_page(*key[1:])
    made = _made(site, key, page)
    return ProseView(
        head=head(site, key, page.title, key[1], description=_first_words(page.markdown)),
        title=page.title,
        html=made.html,
        headings=tuple(heading for heading in made.headings if heading.level == 2),
    )


def _first_words(markdown: str) -> str:
    """The first paragraph that is not a heading."""
    parts = (squeeze(part) for part in markdown.split("\n\n"))
    return next((part for part in parts if part and not part.startswith("#")), "")


def _made(site: Site, key: Key, page: ProsePage) -> markup.Prose:
    return markup.prose(page.markdown, resolver(site, key, key[1]), measurer(site, key))


PROSE = PageKind("prose", "prose.html", _pages, _view)
