"""The schedule of an edition: its days with their sessions in short."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.days import DayChip, day_chips
from site_gen.cards.filters import Choices, filters
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.parts import DaySessions, Named
from site_gen.cards.times import zone_words
from site_gen.locale.sentences import count_of
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import ScheduleOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """The days of an edition; sessions without a day come last. `chips` lead to the pages of the days."""

    about: About
    edition: Named
    count: str
    zone: str
    chips: tuple[DayChip, ...]
    now: NowBar | None
    filters: tuple[Choices, ...]
    days: tuple[DaySessions, ...]


def _view(site: Site, subject: ScheduleOf) -> ScheduleView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    count, title = site.locale.count("session", len(edition.sessions)), edition.conference.title
    days = cards(site).by_day(edition_id, edition.sessions.values())
    return ScheduleView(
        about=About(site.locale.words.schedule, count_of(site.locale, count, title)),
        edition=cards(site).edition_name(subject.edition),
        count=count,
        zone=zone_words(site.locale, site.catalogue.time_zone(edition_id), edition.days),
        chips=day_chips(site, edition),
        now=now_bar(site, edition_id),
        filters=filters(site.locale, edition, (card for day in days for card in day.sessions)),
        days=days,
    )


FORMS = Forms(_view)
