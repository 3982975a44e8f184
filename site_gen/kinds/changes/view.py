"""What changed in the programme of an edition since it was published, by day."""

from __future__ import annotations

from datetime import date

from site_gen.cards.cards import cards
from site_gen.cards.changes import ChangeCard, change_card
from site_gen.cards.parts import Named
from site_gen.cards.times import Moment, day_moment
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import ChangesOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ChangesOfDay:
    """The changes that were told on one day."""

    day: Moment
    changes: tuple[ChangeCard, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The approved changes of an edition, the newest day first; `feed` is the route of their feed."""

    about: About
    edition: Named
    days: tuple[ChangesOfDay, ...]
    feed: str


def _view(site: Site, subject: ChangesOf) -> ChangesView:
    conference = site.catalogue.editions[subject.edition].conference
    return ChangesView(
        about=About(site.locale.words.changes, f"{site.locale.words.changes}: {conference.title}."),
        edition=cards(site).edition_name(subject.edition),
        days=_days(site, subject.edition),
        feed=site.file_address("changes-feed", subject),
    )


def _days(site: Site, edition: str) -> tuple[ChangesOfDay, ...]:
    days: dict[date, list[ChangeCard]] = {}
    for change in site.catalogue.editions[edition].changes:
        if change.date:
            days.setdefault(change.date, []).append(change_card(site, edition, change))
    newest = sorted(days, reverse=True)
    return tuple(ChangesOfDay(day_moment(site.locale, day), tuple(days[day])) for day in newest)


FORMS = Forms(_view)
