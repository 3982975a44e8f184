"""`card.png` beside a page: the picture for those who share it, 1200×630, where site.yaml asks for `cards`.

It is named in the page's head by its full address: without a base URL there is none. A card is drawn
once, and again only when what it shows changes (`Site.card_cache`).
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.frame.share_cards import share_card
from site_gen.graphics import drawn, missing_packages
from site_gen.problems import ExitStatus, Locate, Place, ProblemLog, Stop
from site_gen.site import Catalogue, Export, Key, Site


def require_cards(site: Site, locate: Locate, problems: ProblemLog) -> None:
    """Raise Stop where cards are asked for and cannot be drawn; without an address none would be named."""
    if not site.catalogue.series.cards:
        return
    place = locate("series", "", "", "cards")
    if missing := missing_packages():
        what = f"{place} asks for cards, and what draws them is not installed: {', '.join(missing)}"
        hint = "run: make cards    (with pip: pip install 'plenary[cards]'); or write `cards: no`"
        raise Stop(ExitStatus.ENVIRONMENT, what, hint)
    if not site.base_url:
        what = "no card is drawn: pages name them by the full address of the site, which is not known"
        problems.warning(
            "cards-without-address", what, place, "write here base_url: https://…, or --base-url"
        )


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    if not contents.series.cards or not contents.series.base_url:
        return
    for page, folder, source in _pages(contents):
        yield ("share-card", *page), f"{folder}card.png", source


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    """The pages that have a card of their own, each with its folder and what it is made of."""
    locate = contents.locate
    yield ("home",), "", locate("series")
    for prose in contents.series.pages:
        yield ("prose", "", prose.id), f"{prose.id}/", locate("pages", "", prose.id)
    for author in contents.people.authors:
        yield ("author", author), f"authors/{author}/", locate("authors", "", author)
    for edition_id, edition in contents.editions.items():
        yield ("edition", edition_id), f"{edition_id}/", locate("conference", edition_id)
        for prose in edition.conference.pages:
            place = locate("pages", edition_id, prose.id)
            yield ("prose", edition_id, prose.id), f"{edition_id}/{prose.id}/", place
        for paper in edition.papers:
            place = locate("papers", edition_id, paper)
            yield ("paper", edition_id, paper), f"{edition_id}/papers/{paper}/", place
        for session in edition.sessions:
            place = locate("sessions", edition_id, session)
            yield ("session", edition_id, session), f"{edition_id}/sessions/{session}/", place


def _body(site: Site, key: Key) -> bytes:
    # Each page has a folder of its own in the cache, so that a card which changed replaces the old one.
    folder = site.card_cache / site.addresses[key].rpartition("/")[0] if site.card_cache else None
    return drawn(share_card(site, key[1:]), folder)


SHARE_CARDS = Export(
    name="share-card",
    files=_files,
    body=_body,
    title="Cards",
    description="The picture of a page for those who share it, 1200 by 630 pixels.",
    media_type="image/png",
    takes_long=True,
)
