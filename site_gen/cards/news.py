"""What an edition tells: its deadlines in their order, its announcements newest first."""

from __future__ import annotations

from datetime import time

from site_gen import markup
from site_gen.cards.cards import title_of
from site_gen.cards.parts import Label, Passage
from site_gen.cards.targets import address_of, densifier, measurer, resolver
from site_gen.cards.times import Moment, day_moment, deadline_moment
from site_gen.conference import Announcement, Deadline
from site_gen.site import Site
from site_gen.site.subjects import EditionOf
from site_gen.text import slug
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline; `address` leads to more about it."""

    name: str
    moment: Moment
    note: str
    address: str | None


@dataclass(frozen=True, slots=True)
class News:
    """An announcement; `id` is its anchor."""

    id: str
    title: Label
    day: Moment
    passage: Passage | None
    address: str | None


def deadlines(site: Site, edition: str) -> tuple[DeadlineLine, ...]:
    """The deadlines of an edition for its home, the earliest first."""
    listed = site.catalogue.editions[edition].conference.deadlines
    return tuple(_deadline(site, edition, each) for each in sorted(listed, key=_order))


def announcements(site: Site, edition: str) -> tuple[News, ...]:
    """The announcements of an edition for its home, the newest first."""
    listed = site.catalogue.editions[edition].conference.announcements
    newest = sorted(listed, key=lambda each: each.date, reverse=True)
    return tuple(_news(site, edition, each) for each in newest)


def anchor_of(announcement: Announcement) -> str:
    """Where an announcement stands on the home of its edition."""
    return f"news-{announcement.date}-{slug(announcement.title)}".rstrip("-")


def _order(deadline: Deadline) -> tuple[str, time]:
    clock = deadline.time or time.max
    return deadline.date.isoformat(), clock.replace(tzinfo=None)


def _deadline(site: Site, edition: str, deadline: Deadline) -> DeadlineLine:
    zone = deadline.zone or site.catalogue.time_zone(edition)
    return DeadlineLine(
        name=deadline.name,
        moment=deadline_moment(site.locale, deadline.date, deadline.time, zone),
        note=deadline.note or "",
        address=address_of(site, EditionOf(edition), deadline.link),
    )


def _news(site: Site, edition: str, announcement: Announcement) -> News:
    home, text = EditionOf(edition), announcement.text
    return News(
        id=anchor_of(announcement),
        title=title_of(announcement.title),
        day=day_moment(site.locale, announcement.date),
        passage=Passage(
            markup.prose(text, resolver(site, home), measurer(site, home), densifier(site, home)).html, text
        )
        if text
        else None,
        address=address_of(site, home, announcement.link),
    )
