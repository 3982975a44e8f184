"""What changed in the programme of an edition since it was published, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.cards.changes import ChangeCard, change_card
from site_gen.cards.times import Moment, day_moment
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class ChangesOfDay:
    """The changes that were told on one day."""

    day: Moment
    changes: tuple[ChangeCard, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The approved changes of an edition, the newest day first; `feed` is the route of their feed."""

    head: Head
    days: tuple[ChangesOfDay, ...]
    feed: str


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.changes:
            yield ("changes", edition_id), f"{edition_id}/changes/", contents.locate("changes", edition_id)


def _view(site: Site, key: Key) -> ChangesView:
    conference = site.catalogue.editions[key[1]].conference
    return ChangesView(
        head=head(
            site,
            key,
            site.locale.words.changes,
            key[1],
            description=f"{site.locale.words.changes}: {conference.title}.",
        ),
        days=_days(site, key[1]),
        feed=site.address("changes-feed", "changes", key[1]),
    )


def _days(site: Site, edition: str) -> tuple[ChangesOfDay, ...]:
    days: dict[date, list[ChangeCard]] = {}
    for change in site.catalogue.editions[edition].changes:
        if change.date:
            days.setdefault(change.date, []).append(change_card(site, edition, change))
    newest = sorted(days, reverse=True)
    return tuple(ChangesOfDay(day_moment(site.locale, day), tuple(days[day])) for day in newest)


CHANGES_PAGE = PageKind("changes", "changes.html", _pages, _view)
