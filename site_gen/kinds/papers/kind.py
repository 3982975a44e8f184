"""All papers of an edition."""

from __future__ import annotations

from site_gen.site import Catalogue, Kind, Listed, Site
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import PapersOf


def _menu(site: Site, subject: PapersOf) -> str:
    """An edition that still calls for papers, or has talks alone, has none to lead to."""
    edition = site.catalogue.editions[subject.edition]
    has_none = edition.conference.phase == "call" or edition.sessions
    return "" if has_none and not edition.papers else site.locale.words.papers


def _papers(contents: Catalogue, subject: PapersOf) -> list[Listed]:
    return [(subject.edition, paper) for paper in sorted(contents.editions[subject.edition].papers)]


PAPERS = Kind(
    name="papers",
    subject=PapersOf,
    package=__package__,
    subjects=one_of_editions(PapersOf),
    route=lambda subject: f"{subject.edition}/papers/",
    template="papers.html",
    markdown="papers.md",
    menu=_menu,
    papers=_papers,
    bibliography="papers",
    pack="papers",
    edition_names=("papers",),
)
