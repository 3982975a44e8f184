"""What the pages about an edition say, in Markdown: its schedule, rooms, tracks, changes, committees, prose.

`up` is the way from the file to the root of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from site_gen.cards.changes import change_card
from site_gen.cards.news import deadlines
from site_gen.cards.organisers import organisers
from site_gen.cards.targets import resolver
from site_gen.cards.times import day_moment
from site_gen.conference import Session
from site_gen.exports.data.twins import Lines, edition_link, paper_items, person_line, session_item
from site_gen.markup.characters import clean
from site_gen.markup.urls import has_scheme
from site_gen.site import Edition, Site
from site_gen.site.subjects import ProseOf
from site_gen.writers.markdown import line, link, quotation

_TARGET = re.compile(r"(?<=\]\()[^\s()<>]+(?=[\s)])")


def schedule_text(site: Site, up: str, edition_id: str) -> Lines:
    """All sessions under their days."""
    return _sessions(site, up, edition_id, site.catalogue.editions[edition_id].sessions.values())


def room_text(site: Site, up: str, edition_id: str, room_id: str) -> tuple[str, Lines]:
    """The name of a room, and what happens in it."""
    edition = site.catalogue.editions[edition_id]
    room = edition.room(room_id)
    note = [*quotation(room.note), ""] if room.note else []
    return room.name, [*note, *_sessions(site, up, edition_id, edition.in_room(room))]


def track_text(site: Site, up: str, edition_id: str, track_id: str) -> tuple[str, Lines]:
    """The name of a track, and its sessions."""
    edition = site.catalogue.editions[edition_id]
    return edition.tracks[track_id].name, _sessions(site, up, edition_id, edition.of_track(track_id))


def changes_text(site: Site, up: str, edition_id: str) -> Lines:
    """The changes of the programme, as the content has them."""
    return [edition_link(site, up, edition_id), "", *_changes(site, up, edition_id)]


def committees_text(site: Site, up: str, edition_id: str) -> Lines:
    """The committees with their members."""
    lines = [edition_link(site, up, edition_id)]
    for committee in site.catalogue.editions[edition_id].conference.committees:
        members = organisers(site, committee.members)
        roles = (f"{line(each.role)}: " if each.role else "" for each in members)
        names = (person_line(up, each) for each in members)
        listed = (f"- {role}{name}" for role, name in zip(roles, names, strict=True))
        lines += ["", f"## {line(committee.name)}", "", *listed]
    return lines


def award_history_text(site: Site, up: str) -> Lines:
    """The awards of all editions."""
    lines: Lines = []
    for edition_id, edition in site.catalogue.editions.items():
        for award in edition.conference.awards:
            heading = f"## {edition_link(site, up, edition_id)}: {line(award.name)}"
            lines += [heading, "", *paper_items(site, up, edition_id, award.papers), ""]
    return lines


def prose_text(site: Site, edition_id: str, page_id: str) -> tuple[str, Lines]:
    """The title of a page of the organisers, and their Markdown with its links as the page has them."""
    page = site.catalogue.prose_page(edition_id, page_id)
    resolve = resolver(site, ProseOf(edition_id, page_id))

    def settled(found: re.Match[str]) -> str:
        target = found[0]
        is_elsewhere = has_scheme(target) or target.startswith(("#", "//"))
        return target if is_elsewhere else resolve(target) or target

    return page.title, _TARGET.sub(settled, clean(page.markdown)).split("\n")


def news_text(site: Site, edition_id: str) -> Lines:
    """The deadlines and announcements of an edition, each under its heading."""
    conference = site.catalogue.editions[edition_id].conference
    lines: Lines = []
    if conference.deadlines:
        dated = deadlines(site, edition_id)
        notes = (f" ({line(each.note)})" if each.note else "" for each in dated)
        listed = (f"- {line(each.name)}: {each.moment.text}" for each in dated)
        joined = (item + note for item, note in zip(listed, notes, strict=True))
        lines += ["", f"## {site.locale.words.deadlines}", "", *joined]
    for news in sorted(conference.announcements, key=lambda each: each.date, reverse=True):
        lines += ["", f"## {day_moment(site.locale, news.date).text}: {line(news.title)}"]
        lines += ["", *quotation(news.text)] if news.text else []
    return lines


def _sessions(site: Site, up: str, edition_id: str, sessions: Iterable[Session]) -> Lines:
    lines = [edition_link(site, up, edition_id)]
    for day, found in groupby(sessions, key=lambda session: session.date):
        heading = ["", f"## {day_moment(site.locale, day).text}"] if day else []
        items = (f"- {session_item(site, up, edition_id, session)}" for session in found)
        lines += [*heading, "", *items]
    return lines


def _changes(site: Site, up: str, edition_id: str) -> Iterator[str]:
    edition: Edition = site.catalogue.editions[edition_id]
    for change in edition.changes:
        card = change_card(site, edition_id, change)
        day = f"{day_moment(site.locale, change.date).text}: " if change.date else ""
        about = (link(line(each.title.plain), f"{up}{each.route}index.md") for each in card.targets)
        yield f"- {day}{card.kind}: {' '.join([line(card.text.plain), *about])}"
