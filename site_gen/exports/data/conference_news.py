"""What conference.json tells of an edition beside papers and programme: news, volumes, those who make it."""

from __future__ import annotations

from site_gen.cards.prose_pages import in_order
from site_gen.cards.targets import destination
from site_gen.conference import (
    Announcement,
    Change,
    Committee,
    Deadline,
    Editor,
    Hero,
    Member,
    Sponsor,
    Volume,
)
from site_gen.markup import safe_url
from site_gen.site import Edition, Site
from site_gen.site.subjects import ProseOf, VolumeOf
from site_gen.text.json_text import Json


def news(site: Site, edition: Edition) -> dict[str, Json]:
    """Deadlines, announcements and approved changes in the order of the content, pages in the menu's."""
    conference = edition.conference
    return {
        "deadlines": [_deadline(site, conference.id, each) for each in conference.deadlines],
        "announcements": [_announcement(site, conference.id, each) for each in conference.announcements],
        "changes": [_change(each) for each in edition.changes],
        "pages": [
            {"id": each.id, "url": site.address(ProseOf(conference.id, each.id)), "title": each.title}
            for each in in_order(conference.pages)
        ],
    }


def makers(site: Site, edition: Edition) -> dict[str, Json]:
    """Editors, committees and sponsors, in the order of the organisers' lists."""
    conference = edition.conference
    return {
        "editors": [_organiser(site, each) for each in conference.editors],
        "committees": [_committee(site, each) for each in conference.committees],
        "sponsors": [_sponsor(site, each) for each in conference.sponsors],
    }


def volume_facts(site: Site, edition: str, volume: Volume) -> Json:
    """What is known of a volume by itself, and not of the edition."""
    return {
        "id": volume.id,
        "url": site.address(VolumeOf(edition, volume.id)),
        "title": volume.title,
        "number": volume.number,
        "editors": [_organiser(site, each) for each in volume.editors],
        "isbn": str(volume.isbn) if volume.isbn else None,
        "doi": str(volume.doi) if volume.doi else None,
        "publisher": volume.publisher,
        "front_matter": safe_url(volume.front_matter) if volume.front_matter else None,
    }


def _deadline(site: Site, edition: str, deadline: Deadline) -> Json:
    return {
        "name": deadline.name,
        "date": deadline.date.isoformat(),
        "time": f"{deadline.time:%H:%M}" if deadline.time else None,
        "zone": deadline.zone or site.catalogue.time_zone(edition),
        "note": deadline.note,
        "link": _target(site, edition, deadline.link),
    }


def _announcement(site: Site, edition: str, announcement: Announcement) -> Json:
    return {
        "date": announcement.date.isoformat(),
        "title": announcement.title,
        "text": announcement.text,
        "link": _target(site, edition, announcement.link),
    }


def _change(change: Change) -> Json:
    return {
        "id": change.id,
        "date": change.date.isoformat() if change.date else None,
        "what": change.what,
        "session": change.session,
        "paper": change.paper,
        "text": change.text,
    }


def _committee(site: Site, committee: Committee) -> Json:
    members: list[Json] = [{**_organiser(site, each), "role": each.role} for each in committee.members]
    return {"name": committee.name, "members": members}


def _organiser(site: Site, printed: Member | Editor) -> dict[str, Json]:
    people = site.catalogue.people
    person = people.id_of(printed)
    return {
        "id": person if person in people.authors else None,
        "name": people.shown_name(printed),
        "affiliation": printed.affiliation,
        "homepage": safe_url(printed.homepage) if printed.homepage else None,
    }


def _sponsor(site: Site, sponsor: Sponsor) -> Json:
    return {
        "name": sponsor.name,
        "tier": sponsor.tier,
        "url": safe_url(sponsor.url) if sponsor.url else None,
        "logo": site.static.get(sponsor.logo or ""),
        "logo_dark": site.static.get(sponsor.logo_dark or ""),
        "alt": sponsor.alt,
    }


def hero(site: Site, shown: Hero | None) -> Json:
    """The picture of an edition by its address; None where it has none of its own."""
    if shown is None:
        return None
    return {"picture": site.static.get(shown.picture), "alt": shown.alt, "credit": shown.credit}


def _target(site: Site, edition: str, target: str | None) -> str | None:
    return destination(site, edition, target) if target else None
