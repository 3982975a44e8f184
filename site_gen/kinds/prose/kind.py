"""Pages of the organisers' own words, of the series or of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.prose_pages import in_order
from site_gen.content import paths
from site_gen.site import Catalogue, Kind, Site
from site_gen.site.subjects import ProseOf


def _subjects(contents: Catalogue) -> Iterator[ProseOf]:
    yield from (ProseOf("", page.id) for page in in_order(contents.series.pages))
    for edition_id, edition in contents.editions.items():
        yield from (ProseOf(edition_id, page.id) for page in in_order(edition.conference.pages))


def _label(site: Site, subject: ProseOf) -> str:
    page = site.catalogue.prose_page(subject.edition, subject.page)
    return "" if page.part_of else page.title


def _whole(contents: Catalogue, subject: ProseOf) -> ProseOf | None:
    whole = contents.prose_page(subject.edition, subject.page).part_of
    return ProseOf(subject.edition, whole) if whole else None


PROSE = Kind(
    name="prose",
    subject=ProseOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/{subject.page}/".lstrip("/"),
    template="prose.html",
    markdown="prose.md",
    has_share_card=True,
    section=_whole,
    menu=_label,
    ids=lambda _, subject: (subject.page, paths.page(subject.edition, subject.page)),
    titles=lambda contents, subject: (contents.prose_page(subject.edition, subject.page).title,),
    has_origins=True,
    written=lambda subject: ("pages", subject.edition, subject.page, "title"),
)
