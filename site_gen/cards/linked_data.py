"""Nodes of linked data (JSON-LD with the words of schema.org) that several kinds of pages share.

What is not known is left out. Addresses and identifiers are absolute or absent. Names are those that
the pages show, so that a name which is hidden there is hidden here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from site_gen import markup
from site_gen.cards.names import parted_name
from site_gen.cards.parts import NamePart, Person
from site_gen.conference import Attendance, Link
from site_gen.conference.family_names import family_in
from site_gen.site import Absolute, Node, Site
from site_gen.site.subjects import EditionOf
from site_gen.text.json_text import Json
from site_gen.values import dataclass

_ATTENDANCE_MODES: Mapping[Attendance, str] = {
    "in-person": "Offline", "online": "Online", "hybrid": "Mixed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What the pages of an edition say of all of it; days are None and texts empty where not known."""

    title: str
    route: str
    first_day: date | None
    last_day: date | None
    venue: str
    address: str
    location: str
    attendance: Attendance | None
    stream: str


def edition_facts(site: Site, edition: str) -> EditionFacts:
    """The facts of an edition."""
    conference = site.catalogue.editions[edition].conference
    return EditionFacts(
        title=conference.title,
        route=site.address(EditionOf(edition)),
        first_day=conference.first_day,
        last_day=conference.last_day,
        venue=conference.venue or "",
        address=conference.address or "",
        location=conference.location or "",
        attendance=conference.attendance,
        stream=stream_of(conference.links),
    )


def stream_of(links: Sequence[Link]) -> str:
    """The address at which something is followed from afar; empty where none is known."""
    streams = (markup.safe_url(link.url) for link in links if link.rel == "stream")
    return next((url for url in streams if url and url.startswith("http")), "")


def node(absolute: Absolute, kind: str, route: str | None) -> Node:
    """The begin of a node; what it is of has a page at the route."""
    address = None if route is None else absolute(route)
    return {"@type": kind, "@id": address, "url": address}


def event_node(absolute: Absolute, edition: EditionFacts) -> Node:
    """An edition as an event."""
    return node(absolute, "Event", edition.route) | {
        "name": edition.title,
        "startDate": edition.first_day.isoformat() if edition.first_day else None,
        "endDate": edition.last_day.isoformat() if edition.last_day else None,
        **attendance_nodes(edition.attendance, [place_node(edition, "")], edition.stream),
    }


def attendance_nodes(attendance: Attendance | None, places: Sequence[Node | None], stream: str) -> Node:
    """Where an event is and how one takes part; one that is online alone claims no venue."""
    found: list[Json] = [] if attendance == "online" else [*filter(None, places)]
    if attendance in ("online", "hybrid") and stream:
        found.append({"@type": "VirtualLocation", "url": stream})
    mode = f"https://schema.org/{_ATTENDANCE_MODES[attendance]}EventAttendanceMode" if attendance else None
    return {"eventAttendanceMode": mode, "location": found[0] if len(found) == 1 else found}


def place_node(edition: EditionFacts, room: str) -> Node | None:
    """A room of the venue, else the venue, else the town."""
    name = room or edition.venue or edition.location
    if not name:
        return None
    venue: Json = {"@type": "Place", "name": edition.venue} if room and edition.venue else None
    address: Json = edition.location
    if edition.address:
        address = {
            "@type": "PostalAddress",
            "streetAddress": edition.address,
            "addressLocality": edition.location,
        }
    return {"@type": "Place", "name": name, "address": address, "containedInPlace": venue}


def person_node(absolute: Absolute, shown: NamePart | Person) -> Node:
    """Somebody in a byline or with a role, a group or a person."""
    affiliation: Json = {"@type": "Organization", "name": shown.affiliation} if shown.affiliation else None
    if isinstance(shown, NamePart):
        is_body = shown.is_body
    else:
        is_body = parted_name(shown.name, family_in(shown.name)).is_body
    return node(absolute, "Organization" if is_body else "Person", shown.route) | {
        "name": shown.name,
        "parentOrganization" if is_body else "affiliation": affiliation,
        "sameAs": elsewhere(shown.homepage) if isinstance(shown, Person) else [],
    }


def elsewhere(*addresses: str | None) -> list[Json]:
    """The addresses that are safe to follow and mean the same everywhere."""
    safe = [markup.safe_url(address) for address in addresses if address]
    return [*dict.fromkeys(address for address in safe if address and address.startswith("http"))]
