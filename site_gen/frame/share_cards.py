"""What a page shows where somebody shares it: the card that is drawn of it, else the site's own picture."""

from __future__ import annotations

from site_gen.graph.queries import query
from site_gen.graphics import ShareCard
from site_gen.graphics.colours import ink_on
from site_gen.markup.characters import plain_line
from site_gen.site import Site, Subject
from site_gen.site.subjects import EditionOf, SeriesHome
from site_gen.text.direction import begins_right_to_left, runs_right_to_left
from site_gen.values import dataclass

DEFAULT = "card.png"
"""The static file that stands for the site where no card is drawn: 1200×630."""

# The colours of the masthead, as the style sheet has them by itself.
_GROUND, _INK, _MARK = "#0a4a3d", "#ffffff", "#f2c14e"


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture by its full address; `alt` is what it says. Only of a drawn one the size is known."""

    address: str
    alt: str
    is_drawn: bool


def share_picture(site: Site, subject: Subject) -> SharePicture | None:
    """The card of a page, of its edition or of the home; else the site's picture, None where it has none."""
    for of in (subject, EditionOf(subject.edition), SeriesHome()):
        route = site.find_file("share-card", of)
        if route and (address := site.absolute(route)):
            return SharePicture(address, share_card(site, of).words, is_drawn=True)
    path = site.static.get(DEFAULT)
    address = site.absolute(path) if path else None
    return SharePicture(address, site.catalogue.series.title, is_drawn=False) if address else None


@query
def share_card(site: Site, subject: Subject) -> ShareCard:
    """The card of a subject whose kind has one."""
    forms = site.kind_of(subject).forms
    if forms.share_card is None:
        raise ValueError(f"there is no card of {subject}")
    texts = forms.share_card(site.view(subject))
    whole, title, about = map(plain_line, (texts.whole, texts.title, texts.about))
    is_rtl = begins_right_to_left(title or whole, is_rtl=runs_right_to_left(site.catalogue.series.language))
    return ShareCard(whole, title, about, *_colours(site), is_rtl=is_rtl)


def _colours(site: Site) -> tuple[str, str, str]:
    theme = site.catalogue.series.theme
    ground = theme.band or theme.accent
    if ground is None:
        return _GROUND, theme.on_band or _INK, theme.on_band or _MARK
    ink = theme.on_band or ink_on(ground)
    return ground, ink, ink
