"""All papers of an edition."""

from __future__ import annotations

from site_gen.site import Catalogue, Kind, Listed, Site
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import PapersOf


def _menu(site: Site, subject: PapersOf) -> str:
    """An edition that still calls for papers has none to lead to."""
    edition = site.catalogue.editions[subject.edition]
    return site.locale.words.papers if edition.papers or edition.conference.phase != "call" else ""


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
