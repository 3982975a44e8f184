"""The programme of one day: every session with its slots, in order; as a list and as a grid of rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.cards.cards import cards
from site_gen.cards.filters import Choices, filters
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.parts import Named, SessionCard, SlotCard
from site_gen.cards.times import Moment, clock_moment, day_moment, end_moment, zone_words
from site_gen.conference import Session
from site_gen.conference.spans import span_of
from site_gen.kinds.day.plan import DayPlan, RoomColumn, day_plan
from site_gen.locale.sentences import programme_of
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import DayOf

_MOST_ABREAST = 4
_MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class SessionOfDay:
    """A session with its slots, and its place in the grid."""

    card: SessionCard
    slots: tuple[SlotCard, ...]
    at: str


@dataclass(frozen=True, slots=True)
class TimeBlock:
    """What begins at one time; `start` is None for sessions whose time no source gives."""

    start: Moment | None
    at: str
    sessions: tuple[SessionOfDay, ...]


@dataclass(frozen=True, slots=True)
class StillOn:
    """A session of an earlier day that is not over; its times are marked as seen from this day."""

    card: SessionCard
    start: Moment | None
    end: Moment | None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of an edition; `days` lists all of them, the present one without a route.

    `rooms` head the columns of the grid; without any there is no grid. One that `is_wide` has more of
    them than a window holds; a day that `is_long` has more sessions and slots than is laid out at once.
    """

    about: About
    edition: Named
    day: Moment
    zone: str
    now: NowBar | None
    days: tuple[Named, ...]
    filters: tuple[Choices, ...]
    rooms: tuple[RoomColumn, ...]
    is_wide: bool
    is_long: bool
    still_on: tuple[StillOn, ...]
    blocks: tuple[TimeBlock, ...]


def _view(site: Site, subject: DayOf) -> DayView:
    edition_id, day = subject.edition, subject.day
    edition = site.catalogue.editions[edition_id]
    title, zone = day_moment(site.locale, day), site.catalogue.time_zone(edition_id)
    description = programme_of(site.locale, title.text, edition.conference.title)
    plan = day_plan(edition, day, zone, site.locale.words.no_room)
    blocks = tuple(_blocks(site, edition, day, plan))
    return DayView(
        about=About(title.text, description),
        edition=cards(site).edition_name(subject.edition),
        day=title,
        zone=zone_words(site.locale, zone, (day,)),
        now=now_bar(site, edition_id),
        days=_days(site, edition, day),
        filters=filters(site.locale, edition, (each.card for block in blocks for each in block.sessions)),
        rooms=plan.rooms,
        is_wide=plan.columns > _MOST_ABREAST,
        is_long=sum(1 + len(each.slots) for each in edition.on_day.get(day, ())) > _MOST_AT_ONCE,
        still_on=tuple(_still_on(site, edition, day, each) for each in edition.still_on.get(day, ())),
        blocks=blocks,
    )


def _still_on(site: Site, edition: Edition, day: date, session: Session) -> StillOn:
    edition_id, span = edition.conference.id, span_of(session)
    zone = site.catalogue.time_zone(edition_id)
    return StillOn(
        card=cards(site).session(edition_id, session.id),
        start=clock_moment(site.locale, span.day, span.start, zone, day) if span.start else None,
        end=end_moment(site.locale, span, zone, day),
    )


def _blocks(site: Site, edition: Edition, day: date, plan: DayPlan) -> Iterator[TimeBlock]:
    """The sessions by their starts, in order, in one block by their rooms.

    Those without a start follow those of the time before them.
    """
    edition_id, of = edition.conference.id, cards(site)
    rooms = {name: position for position, name in enumerate(edition.rooms)}
    blocks: dict[str, list[Session]] = {}
    time = ""
    for session in edition.on_day.get(day, ()):
        start = of.session(edition_id, session.id).start
        time = start.machine if start else f"{time.rstrip('?')}?"
        blocks.setdefault(time, []).append(session)
    for block in blocks.values():
        ordered = sorted(block, key=lambda each: rooms.get(each.room or "", len(rooms)))
        first = ordered[0].id
        yield TimeBlock(
            start=of.session(edition_id, first).start,
            at=plan.times[first],
            sessions=tuple(
                SessionOfDay(
                    of.session(edition_id, each.id), of.slots(edition_id, each), plan.sessions[each.id]
                )
                for each in ordered
            ),
        )


def _days(site: Site, edition: Edition, present: date) -> tuple[Named, ...]:
    routes = {day: site.address(DayOf(edition.conference.id, day)) for day in edition.days}
    return tuple(
        Named(day_moment(site.locale, day).text, None if day == present else route)
        for day, route in routes.items()
    )


FORMS = Forms(_view)
