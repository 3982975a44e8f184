"""The programme of one day: every session with its slots, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, PageKind, Site
from site_gen.views.cards import cards
from site_gen.views.frame import Head, head
from site_gen.views.parts import Named, SessionCard, SlotCard
from site_gen.views.times import Moment, day_moment, zone_words
from site_gen.wording import WORDS


@dataclass(frozen=True, slots=True)
class SessionOfDay:
    """A session with its slots."""

    card: SessionCard
    slots: tuple[SlotCard, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of an edition; `days` lists all of them, the present one without a route."""

    head: Head
    day: Moment
    zone: str
    days: tuple[Named, ...]
    sessions: tuple[SessionOfDay, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for day in edition.days:
            first = edition.on_day[day][0].id
            route = f"{edition_id}/schedule/{day.isoformat()}/"
            yield ("day", edition_id, day.isoformat()), route, contents.locate("sessions", edition_id, first)


def _view(site: Site, key: Key) -> DayView:
    _, edition_id, iso = key
    edition, day = site.catalogue.editions[edition_id], date.fromisoformat(iso)
    title = day_moment(day)
    description = f"{WORDS.programme}: {title.text}, {edition.conference.title}."
    return DayView(
        head=head(site, key, title.text, edition_id, ("schedule", edition_id), description),
        day=title,
        zone=zone_words(cards(site).zone(edition_id), (day,)),
        days=_days(site, edition, day),
        sessions=tuple(
            SessionOfDay(cards(site).session(edition_id, each.id), cards(site).slots(edition_id, each))
            for each in edition.on_day[day]
        ),
    )


def _days(site: Site, edition: Edition, present: date) -> tuple[Named, ...]:
    routes = {day: site.address("day", edition.conference.id, day.isoformat()) for day in edition.days}
    return tuple(
        Named(day_moment(day).text, None if day == present else route) for day, route in routes.items()
    )


DAY = PageKind("day", "day.html", _pages, _view)
