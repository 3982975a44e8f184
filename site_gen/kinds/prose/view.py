"""A page of the organisers' own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.parts import Html
from site_gen.cards.prose_pages import markdown, marked_up
from site_gen.site import About, CardTexts, Forms, SearchRow, Site
from site_gen.site.subjects import ProseOf
from site_gen.text import squeeze

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose; `headings` are those of its second level."""

    about: About
    route: str
    whole: str
    title: str
    html: Html
    markdown: str
    headings: tuple[markup.Heading, ...]


def _view(site: Site, subject: ProseOf) -> ProseView:
    page = site.catalogue.prose_page(subject.edition, subject.page)
    made = marked_up(site, subject)
    editions, series = site.catalogue.editions, site.catalogue.series
    whole = editions[subject.edition].conference.title if subject.edition else series.title
    return ProseView(
        about=About(page.title, _first_words(page.markdown)),
        route=site.address(subject),
        whole=whole,
        title=page.title,
        html=made.html,
        markdown=markdown(site, subject),
        headings=tuple(heading for heading in made.headings if heading.level == 2),
    )


def _first_words(markdown: str) -> str:
    """The first paragraph that is not a heading."""
    parts = (squeeze(part) for part in markdown.split("\n\n"))
    return next((part for part in parts if part and not part.startswith("#")), "")


def _search_rows(view: ProseView) -> Iterator[SearchRow]:
    yield SearchRow("page", view.route, view.title, markup.plain(_LINK_TARGET.sub("]", view.markdown)))


FORMS = Forms(
    _view,
    share_card=lambda view: CardTexts(view.whole, view.title),
    search_rows=_search_rows,
)
