"""An event of a schedule, with everything that the frab format says of one."""

from __future__ import annotations

import re
from datetime import timedelta

from site_gen.cards.cards import cards
from site_gen.conference import Link
from site_gen.conference.programme import NOT_RECORDED
from site_gen.exports.frab.people import SchedulePerson, people_of
from site_gen.exports.frab.times import Timed
from site_gen.locale import Locale
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event, schedule_guid
from site_gen.text import slug, slug_words
from site_gen.values import dataclass
from site_gen.writers.event_texts import (
    event_details,
    event_note,
    event_title,
    plain_paragraphs,
    session_title,
)
from site_gen.writers.links import absolute_links, event_address

# What the schema knows as the type of a link, and of an attachment.
_LINKS = {
    "code": "web",
    "doi": "article",
    "paper": "article",
    "register": "web",
    "stream": "media",
    "video": "media",
    "website": "web",
}
_ATTACHMENTS = {"pdf": "paper", "poster": "related", "slides": "slides"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an attachment; `type` is a word of the schema."""

    type: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ScheduleEvent:
    """A session or slot. `end` is None where no source gives it; then `duration` is a stop-gap.

    `date`, with its offset, and `end` are ISO 8601, `start` is HH:MM, `duration` too, or D:HH:MM.
    `subtitle` is the title of the whole that the event is a part of. `logo` is the address of a picture
    of the event, None without one, as is `url` without a base URL. `is_recorded` is False where content says
    that it is not.
    """

    guid: str
    number: int
    room: str
    title: str
    subtitle: str
    type: str
    language: str
    date: str
    start: str
    end: str | None
    duration: str
    slug: str
    track: str
    abstract: str
    description: str
    people: tuple[SchedulePerson, ...]
    links: tuple[Reference, ...]
    attachments: tuple[Reference, ...]
    logo: str | None
    url: str | None
    is_recorded: bool


def schedule_event(site: Site, timed: Timed, number: int, room: str) -> ScheduleEvent:
    """What is known of an event."""
    event = timed.event
    title = event_title(site, event)
    track = site.catalogue.editions[event.edition].tracks.get(event.session.track or "")
    links, people = _links(site, event), people_of(site, event)
    return ScheduleEvent(
        guid=schedule_guid(event),
        number=number,
        room=room,
        title=title,
        subtitle=_subtitle(site, event),
        type=plain_line((event.slot and event.slot.type) or event.session.type or event.session.kind),
        language=_language(site, event),
        date=timed.start.isoformat(),
        start=f"{timed.start:%H:%M}",
        end=timed.end.isoformat() if timed.end else None,
        duration=_written_duration(timed.duration),
        slug="-".join(part for part in (acronym(site, event.edition), str(number), slug(title)) if part),
        track=plain_line(track.name) if track else "",
        abstract=_abstract(site, event),
        description=_description(site, timed, people),
        people=people,
        links=_references(site.locale, links, _LINKS),
        attachments=_references(site.locale, links, _ATTACHMENTS),
        logo=next((link.url for link in absolute_links(site.locale, links) if link.rel == "logo"), None),
        url=event_address(site, event),
        is_recorded=NOT_RECORDED not in (event.session.note, event.slot and event.slot.note),
    )


def acronym(site: Site, edition: str) -> str:
    """The short name that the schema wants, four letters at least: its own, or of series and edition."""
    stated = site.catalogue.editions[edition].conference.acronym
    if stated:
        return stated
    series, own = "".join(slug_words(site.catalogue.series.title)), re.sub("[^a-z0-9]", "", edition)
    return (series if series.endswith(own) else series + own).ljust(4, "_")


def _language(site: Site, event: Event) -> str:
    """The language of an event: of its paper, its session, or the site."""
    papers = site.catalogue.editions[event.edition].papers
    paper = papers.get(event.slot.paper or "") if event.slot else None
    return (paper and paper.language) or event.session.language or site.catalogue.series.language


def _subtitle(site: Site, event: Event) -> str:
    if event.slot:
        return session_title(site, event)
    return plain_line(cards(site).session(event.edition, event.session.id).part_of)


def _abstract(site: Site, event: Event) -> str:
    if event.slot is None:
        return plain_paragraphs(event.session.description)
    papers = site.catalogue.editions[event.edition].papers
    of_paper = papers[event.slot.paper].abstract if event.slot.paper else None
    return plain_paragraphs(event.slot.description or of_paper)


def _description(site: Site, timed: Timed, people: tuple[SchedulePerson, ...]) -> str:
    event = timed.event
    details = event_details(site, event, speakers={each.name for each in people})
    end = "" if timed.end else site.locale.words.phrases.end_not_known
    return "\n\n".join(part for part in (event_note(site, event), details, end) if part)


def _links(site: Site, event: Event) -> tuple[Link, ...]:
    """The links of a session and its slots; of a slot its own and those of its paper."""
    if event.slot is None:
        return (*event.session.links, *(link for slot in event.session.slots for link in slot.links))
    papers = site.catalogue.editions[event.edition].papers
    return (*event.slot.links, *(papers[event.slot.paper].links if event.slot.paper else ()))


def _references(locale: Locale, links: tuple[Link, ...], types: dict[str, str]) -> tuple[Reference, ...]:
    return tuple(
        Reference(types[link.rel], link.label, link.url)
        for link in absolute_links(locale, links)
        if link.rel in types
    )


def _written_duration(duration: timedelta) -> str:
    """HH:MM, from a day on D:HH:MM as pretalx writes it: HH beyond 23 makes apps drop the whole file."""
    minutes = int(duration.total_seconds()) // 60
    days, hours = divmod(minutes // 60, 24)
    return f"{f'{days}:' if days else ''}{hours:02}:{minutes % 60:02}"
