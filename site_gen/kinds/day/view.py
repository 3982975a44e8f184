"""The programme of one day: every session with its slots, in order; as a list and as a grid of rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from site_gen.cards.cards import cards
from site_gen.cards.days import DayChip, day_chips
from site_gen.cards.filters import Choices, filters
from site_gen.cards.folds import Fold, block_fold, parts_fold, slots_fold
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.parts import Named, SessionCard, SlotCard
from site_gen.cards.times import Moment, clock_moment, day_moment, end_moment, zone_words
from site_gen.conference import Session
from site_gen.conference.spans import span_of
from site_gen.kinds.day.plan import Beside, DayPlan, RoomColumn, day_plan
from site_gen.locale.sentences import programme_of
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import DayOf
from site_gen.values import dataclass

_DENSE_DAY = 100  # sessions of a day whose rows stand side by side where there is room
_SHORT_DAY = 40  # slots of a day that is read as a whole, nothing of it folded


@dataclass(frozen=True, slots=True)
class SessionOfDay:
    """A session with its slots and with its parts of this day, and what folds them.

    `at` is its place in the grid, that of a part inside its whole; it is empty for one that stands there
    without a time of its own, or meets others. `beside` is "band" where
    it stands across all rooms, "elsewhere" where it is in none of those that have a column.
    """

    card: SessionCard
    slots: tuple[SlotCard, ...]
    fold: Fold | None
    parts: tuple[SessionOfDay, ...]
    parts_fold: Fold | None
    at: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class TimeBlock:
    """What begins at one time; `start` is None for sessions whose time no source gives. `fold` is what
    narrow windows fold of a day of hundreds of sessions, None where they fold nothing."""

    start: Moment | None
    at: str
    fold: Fold | None
    sessions: tuple[SessionOfDay, ...]


@dataclass(frozen=True, slots=True)
class StillOn:
    """A session of an earlier day that is not over; its times are marked as seen from this day."""

    card: SessionCard
    start: Moment | None
    end: Moment | None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of an edition; `days` lists all of several. `rooms` head the columns of the grid; without any
    there is no grid. `is_dense` where there are so many sessions that each has little room.
    """

    about: About
    edition: Named
    day: Moment
    zone: str
    now: NowBar | None
    days: tuple[DayChip, ...]
    filters: tuple[Choices, ...]
    rooms: tuple[RoomColumn, ...]
    still_on: tuple[StillOn, ...]
    blocks: tuple[TimeBlock, ...]
    is_dense: bool


def _view(site: Site, subject: DayOf) -> DayView:
    edition_id, day = subject.edition, subject.day
    edition = site.catalogue.editions[edition_id]
    title, zone = day_moment(site.locale, day), site.catalogue.time_zone(edition_id)
    description = programme_of(site.locale, title.text, edition.conference.title)
    whole = [each for each in edition.on_day.get(day, ()) if _whole(edition, each, day) is None]
    parts = _parts(edition, day)
    plan = day_plan(edition, day, whole, parts, zone, site.locale.words.elsewhere)
    return DayView(
        about=About(title.text, description),
        edition=cards(site).edition_name(subject.edition),
        day=title,
        zone=zone_words(site.locale, zone, (day,)),
        now=now_bar(site, edition_id),
        days=day_chips(site, edition, day),
        filters=filters(
            site.locale,
            edition,
            (cards(site).session(edition_id, each.id) for each in edition.on_day.get(day, ())),
        ),
        rooms=plan.rooms,
        still_on=tuple(_still_on(site, edition, day, each) for each in edition.still_on.get(day, ())),
        blocks=tuple(_blocks(site, edition, day, whole, parts, plan)),
        is_dense=len(whole) > _DENSE_DAY,
    )


def _whole(edition: Edition, session: Session, day: date) -> Session | None:
    """The session of the same day that holds this one as a part, directly or not."""
    found = None
    seen = {session.id}
    while (above := edition.sessions.get(session.part_of or "")) and above.id not in seen:
        seen.add(above.id)
        session = above
        if edition.day_of(above) == day:
            found = above
    return found


def _still_on(site: Site, edition: Edition, day: date, session: Session) -> StillOn:
    edition_id, span = edition.conference.id, span_of(session)
    zone = site.catalogue.time_zone(edition_id)
    return StillOn(
        card=cards(site).session(edition_id, session.id),
        start=clock_moment(site.locale, span.day, span.start, zone, day) if span.start else None,
        end=end_moment(site.locale, span, zone, day),
    )


def _parts(edition: Edition, day: date) -> dict[str, list[Session]]:
    """The sessions of a day that stand inside others, by the ids of those."""
    parts: dict[str, list[Session]] = {}
    for each in edition.on_day.get(day, ()):
        if holder := _whole(edition, each, day):
            parts.setdefault(holder.id, []).append(each)
    return parts


def _blocks(
    site: Site,
    edition: Edition,
    day: date,
    whole: Sequence[Session],
    parts: Mapping[str, Sequence[Session]],
    plan: DayPlan,
) -> Iterator[TimeBlock]:
    """The sessions by their starts, in order, in one block by their rooms.

    Those without a start follow those of the time before them.
    """
    made = _sessions(site, edition, day, whole, parts, plan)
    rooms = {name: position for position, name in enumerate(edition.rooms)}
    blocks: dict[str, list[Session]] = {}
    time = ""
    for session in whole:
        start = made[session.id].card.start
        time = start.machine if start else f"{time.rstrip('?')}?"
        blocks.setdefault(time, []).append(session)
    for block in blocks.values():
        ordered = sorted(block, key=lambda each: rooms.get(each.room or "", len(rooms)))
        held = tuple(made[each.id] for each in ordered)
        fold = block_fold(site.locale, block, edition.tracks) if len(whole) > _DENSE_DAY else None
        yield TimeBlock(held[0].card.start, plan.time_of(block), fold, held)


def _sessions(
    site: Site,
    edition: Edition,
    day: date,
    whole: Sequence[Session],
    parts: Mapping[str, Sequence[Session]],
    plan: DayPlan,
) -> Mapping[str, SessionOfDay]:
    """The sessions by their ids, each with its parts."""
    is_short = sum(len(each.slots) for each in edition.on_day.get(day, ())) <= _SHORT_DAY

    def made(session: Session) -> SessionOfDay:
        held = tuple(made(each) for each in parts.get(session.id, ()))
        return SessionOfDay(
            card=cards(site).session(edition.conference.id, session.id),
            slots=cards(site).slots(edition.conference.id, session),
            fold=slots_fold(site.locale, session, is_short),
            parts=held,
            parts_fold=parts_fold(site.locale, len(held)),
            at=plan.sessions.get(session.id, ""),
            beside=plan.beside(session.id),
        )

    return {each.id: made(each) for each in whole}


FORMS = Forms(_view)
