"""The page that a host shows where there is none."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import NotFoundPage
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Ways on from an address that leads nowhere."""

    about: About
    title: str
    editions: tuple[Named, ...]


def _view(site: Site, _subject: NotFoundPage) -> NotFoundView:
    return NotFoundView(
        about=About(site.locale.words.not_found_title),
        title=site.locale.words.not_found_title,
        editions=tuple(cards(site).edition_name(edition) for edition in site.catalogue.editions),
    )


FORMS = Forms(_view)
