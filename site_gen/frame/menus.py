"""The menus of a site: what each kind says of its place in them, in the order of the kinds."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.graph.queries import query
from site_gen.site import Page, Site, Subject
from site_gen.site.subjects import EditionOf, SeriesHome
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of a menu. `current` is "page" on that very page, "true" on one below it, else empty."""

    label: str
    route: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Menus:
    """The menus of a page: of the whole site and, inside an edition, of that; one value for all
    pages of a section."""

    site: tuple[MenuItem, ...]
    edition: Named | None
    of_edition: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class _Entries:
    """The labels of the pages that stand in menus, those of the series under the edition "", and at the
    foot of every page."""

    menus: Mapping[str, Mapping[Subject, str]]
    foot: Mapping[Subject, str]

    def label(self, subject: Subject | None) -> str:
        """The label of a page, empty for one that is in no menu."""
        return self.menus.get(subject.edition, {}).get(subject, "") if subject else ""


def menus_of(site: Site, page: Page) -> Menus:
    """The menus as a page shows them, which is marked in them or lies below what is."""
    subject, entries = page.subject, _entries(site)
    if entries.label(subject):
        return _menus(site, subject, "page", subject.edition)
    return _menus(site, _section(site, page), "true", subject.edition)


def edition_menu(site: Site, edition: str) -> tuple[MenuItem, ...]:
    """The menu of an edition for pages outside it: without the entry of its home."""
    return _menus(site, None, "", edition).of_edition[1:]


def series_menu(site: Site) -> tuple[MenuItem, ...]:
    """The menu of the series, for pages that list what there is."""
    return _menus(site, None, "", "").site


def trail_of(site: Site, page: Page) -> tuple[Named, ...]:
    """The pages above one, from the home of the series, above which there is none."""
    if page.route == site.address(SeriesHome()):
        return ()
    within = "" if isinstance(page.subject, EditionOf) else page.subject.edition
    return _trail(site, within, _section(site, page))


def foot_of(site: Site) -> tuple[Named, ...]:
    """The menu of the series and what else stands at the foot of every page."""
    entries = _entries(site)
    listed = {**entries.menus.get("", {}), **entries.foot}
    return tuple(Named(label, site.address(subject)) for subject, label in listed.items())


@query
def _entries(site: Site) -> _Entries:
    menus: dict[str, dict[Subject, str]] = {}
    foot: dict[Subject, str] = {}
    for page in site.pages:
        label = page.kind.menu(site, page.subject)
        if label:
            entries = foot if page.kind.in_foot else menus.setdefault(page.subject.edition, {})
            entries[page.subject] = label
    return _Entries(menus, foot)


def _section(site: Site, page: Page) -> Subject | None:
    """The page that one lies below, where that is in a menu."""
    section = page.kind.section(site.catalogue, page.subject)
    return section if _entries(site).label(section) else None


@query
def _menus(site: Site, here: Subject | None, current: str, edition: str) -> Menus:
    entries = _entries(site).menus

    def items(of: str) -> tuple[MenuItem, ...]:
        return tuple(
            MenuItem(label, site.address(subject), current if subject == here else "")
            for subject, label in entries.get(of, {}).items()
        )

    if not edition:
        return Menus(items(""), None, ())
    return Menus(items(""), cards(site).edition_name(edition), items(edition))


@query
def _trail(site: Site, edition: str, section: Subject | None) -> tuple[Named, ...]:
    series = Named(site.catalogue.series.title, site.address(SeriesHome()))
    within = (cards(site).edition_name(edition),) if edition else ()
    label = _entries(site).label(section)
    return (series, *within, *((Named(label, site.address(section)),) if section else ()))
