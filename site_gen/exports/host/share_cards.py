"""`card.png` beside a page: the picture for those who share it, 1200×630, where site.yaml asks for `cards`.

It is named in the page's head by its full address: without a base URL there is none. A card is drawn
once, and again only when what it shows changes (`Site.card_cache`).
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.shortened import shortened
from site_gen.frame.share_cards import share_card
from site_gen.graphics import drawn, lacking_fonts, missing_packages
from site_gen.problems import ExitStatus, Locate, ProblemLog, Stop
from site_gen.site import Export, Naming, Site, Subject

_LONGEST_TEXT = 60


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
    for package, text in lacking_fonts(_texts(site)).items():
        what = f"cards leave out what no font here has the letters of, as “{shortened(text, _LONGEST_TEXT)}”"
        hint = f"install {package} where Plenary runs, as with pip: pip install {package}"
        problems.warning("cards-without-letters", what, place, hint)


def _texts(site: Site) -> Iterator[str]:
    """What cards may say: words of the interface, and titles."""
    yield from (site.locale.words.papers, site.catalogue.series.title)
    for edition in site.catalogue.editions.values():
        yield edition.conference.title
        yield from (paper.title or "" for paper in edition.papers.values())
        yield from (session.title or "" for session in edition.sessions.values())


def _files(site: Site) -> Iterator[Naming]:
    if not site.catalogue.series.cards or not site.base_url:
        return
    for page in site.pages:
        if page.kind.has_share_card:
            yield page.subject, f"{page.route}card.png"


def _body(site: Site, subject: Subject) -> bytes:
    # Each page has a folder of its own in the cache, so that a card which changed replaces the old one.
    folder = site.card_cache / site.address(subject) if site.card_cache else None
    return drawn(share_card(site, subject), folder)


SHARE_CARDS = Export(
    name="share-card",
    files=_files,
    body=_body,
    media_type="image/png",
    takes_long=True,
    is_alternate=False,
    specification="https://ogp.me/",
)
