"""A page of the organisers' own words."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.parts import Html
from site_gen.cards.prose_pages import markdown, marked_up
from site_gen.site import About, CardTexts, Forms, Site
from site_gen.site.subjects import ProseOf
from site_gen.text import squeeze


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose; `headings` are those of its second level."""

    about: About
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


FORMS = Forms(_view, share_card=lambda view: CardTexts(view.whole, view.title))
