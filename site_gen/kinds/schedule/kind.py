"""The schedule of an edition: its days with their sessions in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.filters import Choices, filters
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.parts import DaySessions
from site_gen.cards.times import zone_words
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """The days of an edition; sessions without a day come last."""

    head: Head
    count: str
    zone: str
    now: NowBar | None
    filters: tuple[Choices, ...]
    days: tuple[DaySessions, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.sessions:
            place = contents.locate("conference", edition_id)
            yield ("schedule", edition_id), f"{edition_id}/schedule/", place


def _view(site: Site, key: Key) -> ScheduleView:
    edition_id = key[1]
    edition = site.catalogue.editions[edition_id]
    count, title = site.locale.count("session", len(edition.sessions)), edition.conference.title
    days = cards(site).by_day(edition_id, edition.sessions.values())
    return ScheduleView(
        head=head(site, key, site.locale.words.schedule, edition_id, description=f"{count} of {title}."),
        count=count,
        zone=zone_words(site.locale, site.catalogue.time_zone(edition_id), edition.days),
        now=now_bar(site, edition_id),
        filters=filters(site.locale, edition, (card for day in days for card in day.sessions)),
        days=days,
    )


SCHEDULE = PageKind("schedule", "schedule.html", _pages, _view)
