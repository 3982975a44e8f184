"""A page of the organisers' own words."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.parts import Html
from site_gen.cards.prose_pages import PageCard, first_words, markdown, marked_up, page_cards, plain_words
from site_gen.site import About, CardTexts, Forms, SearchRow, Site
from site_gen.site.subjects import ProseOf
from site_gen.values import dataclass

_SEVERAL = 3  # headings that are worth a list


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose; `contents` are its headings where there are several, `parts` the pages that are part
    of it."""

    about: About
    route: str
    whole: str
    title: str
    html: Html
    markdown: str
    contents: tuple[markup.Heading, ...]
    parts: tuple[PageCard, ...]


def _view(site: Site, subject: ProseOf) -> ProseView:
    page = site.catalogue.prose_page(subject.edition, subject.page)
    made = marked_up(site, subject)
    headings = tuple(heading for heading in made.headings if heading.level == 2)
    editions, series = site.catalogue.editions, site.catalogue.series
    whole = editions[subject.edition].conference.title if subject.edition else series.title
    return ProseView(
        about=About(page.title, first_words(page.markdown)),
        route=site.address(subject),
        whole=whole,
        title=page.title,
        html=made.html,
        markdown=markdown(site, subject),
        contents=headings if len(headings) >= _SEVERAL else (),
        parts=page_cards(site, subject.edition, subject.page),
    )


def _search_rows(view: ProseView) -> Iterator[SearchRow]:
    yield SearchRow("page", view.route, view.title, plain_words(view.markdown))


FORMS = Forms(
    _view,
    share_card=lambda view: CardTexts(view.whole, view.title),
    search_rows=_search_rows,
)
