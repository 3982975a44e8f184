"""Pages as linked data (JSON-LD with the words of schema.org): papers, sessions, people, editions.

What is not known is left out. Addresses and identifiers are absolute or absent. Names are those that
the pages show, so that a name which is hidden there is hidden here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from site_gen import markup
from site_gen.cards.cards import cards, open_aliases, orcid_link
from site_gen.cards.licences import licence_link
from site_gen.cards.organisers import organisers
from site_gen.cards.paper_files import pdf_address
from site_gen.cards.parts import Html, Named, NamePart, Person
from site_gen.cards.references import Reference, plain_abstract, reference
from site_gen.conference import Conference, Session, Status
from site_gen.frame.scholar import published_on
from site_gen.site import Key, Site
from site_gen.text.json_text import Json

Node = dict[str, Json]
"""A node of the graph; what is empty in it is left out when it is written."""

_STATUSES: Mapping[Status, str] = {
    "scheduled": "EventScheduled",
    "moved": "EventRescheduled",
    "late": "EventScheduled",
    "cancelled": "EventCancelled",
    "withdrawn": "EventCancelled",
}


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def linked_data(site: Site, key: Key, trail: Sequence[Named], here: str) -> Html | None:
    """What the page of this key is about and the way to it, as JSON; None where there is neither."""
    about = _ABOUT.get(key[0])
    graph: list[Json] = [about(site, key)] if about else []
    if trail:
        graph.append(_breadcrumb(site, (*trail, Named(here, site.addresses[key]))))
    if not graph:
        return None
    whole = {"@context": "https://schema.org", "@graph": _known(graph)}
    return Markup(
        _WRITER.encode(whole).replace("<", "\\u003c")
    )  # for "</script>" would end it, and "<!--" hide the rest


def _known(node: Json) -> Json:
    """A node, or a list of them, without the members that are empty; a node always has its type."""
    if isinstance(node, dict):
        return {name: _known(each) if isinstance(each, dict | list) else each
                for name, each in node.items() if each}  # fmt: skip
    return [_known(each) for each in node] if isinstance(node, list) else node


def _node(site: Site, kind: str, route: str | None) -> Node:
    """The begin of a node; what it is of has a page at the route."""
    address = None if route is None else site.absolute(route)
    return {"@type": kind, "@id": address, "url": address}


def _breadcrumb(site: Site, trail: Sequence[Named]) -> Node:
    steps: list[Json] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": step.name,
            "item": None if step.route is None else site.absolute(step.route),
        }
        for position, step in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _series(site: Site, _key: Key) -> Node:
    series = site.catalogue.series
    description = markup.plain(series.description) if series.description else None
    return _node(site, "WebSite", "") | {"name": series.title, "description": description}


def _edition(site: Site, key: Key) -> Node:
    conference = site.catalogue.editions[key[1]].conference
    description = markup.plain(conference.description) if conference.description else None
    return _conference(site, key[1]) | {"description": description, "sameAs": _elsewhere(conference.website)}


def _conference(site: Site, edition: str) -> Node:
    conference = site.catalogue.editions[edition].conference
    return _node(site, "Event", site.address("edition", edition)) | {
        "name": conference.title,
        "startDate": conference.first_day.isoformat() if conference.first_day else None,
        "endDate": conference.last_day.isoformat() if conference.last_day else None,
        "location": _place(conference, None),
    }


def _elsewhere(*addresses: str | None) -> list[Json]:
    """The addresses that are safe to follow and mean the same everywhere."""
    safe = [markup.safe_url(address) for address in addresses if address]
    return [*dict.fromkeys(address for address in safe if address and address.startswith("http"))]


def _place(conference: Conference, room: str | None) -> Node | None:
    """A room of the venue, else the venue, else the town."""
    name = room or conference.venue or conference.location
    if name is None:
        return None
    venue: Json = {"@type": "Place", "name": conference.venue} if room and conference.venue else None
    return {"@type": "Place", "name": name, "address": conference.location, "containedInPlace": venue}


def _session(site: Site, key: Key) -> Node:
    _, edition_id, session_id = key
    edition = site.catalogue.editions[edition_id]
    session, card = edition.sessions[session_id], cards(site).session(edition_id, session_id)
    day = session.date.isoformat() if session.date else None
    roles = site.locale.words.roles
    makers = (roles["chair"], roles["organiser"])  # the others are heard in it
    return _node(site, "Event", card.route) | {
        "name": card.title.plain,
        "description": markup.plain(session.description) if session.description else None,
        "eventStatus": f"https://schema.org/{_STATUSES[session.status]}",
        "startDate": card.start.machine if day and card.start else day,
        "endDate": card.end.machine if day and card.end else None,
        "location": _place(edition.conference, session.room),
        "superEvent": _whole(site, edition_id, session),
        "organizer": [_person(site, each) for each in card.people if each.role in makers],
        "performer": [_person(site, each) for each in card.people if each.role not in makers],
        "workFeatured": _works(site, edition_id, session),
    }


def _whole(site: Site, edition: str, session: Session) -> Node:
    """What a session is part of: another session, else the conference."""
    if session.part_of is None:
        return _conference(site, edition)
    card = cards(site).session(edition, session.part_of)
    return _node(site, "Event", card.route) | {"name": card.title.plain}


def _works(site: Site, edition: str, session: Session) -> list[Json]:
    found = [cards(site).paper(edition, slot.paper) for slot in session.slots if slot.paper]
    return [_node(site, "ScholarlyArticle", card.route) | {"name": card.title.plain} for card in found]


def _paper(site: Site, key: Key) -> Node:
    _, edition_id, paper_id = key
    edition, card = site.catalogue.editions[edition_id], cards(site).paper(edition_id, paper_id)
    found, day = reference(site, edition_id, paper_id), published_on(edition, paper_id)
    year = str(found.year) if found.year else None
    return _node(site, "ScholarlyArticle", card.route) | {
        "name": card.title.plain,
        "author": [_person(site, part) for part in card.byline if part.name],
        "abstract": plain_abstract(site, edition_id, paper_id),
        "inLanguage": edition.papers[paper_id].language,
        "isPartOf": _volume(site, edition.conference, found),
        "license": licence_link(found.licence).url if found.licence else None,
        "datePublished": day.isoformat() if day else year,
        "pagination": str(found.pages or ""),
        "keywords": [*found.keywords],
        "award": [award.name for award in card.awards],
        "creativeWorkStatus": card.status,
        "encoding": _pdf(pdf_address(site, edition_id, paper_id)),
        "sameAs": _elsewhere(found.url if found.doi else "", found.link),
    }


def _volume(site: Site, conference: Conference, found: Reference) -> Node:
    editors: list[Json] = [_person(site, each) for each in organisers(site, conference.editors)]
    publisher: Json = {"@type": "Organization", "name": found.publisher} if found.publisher else None
    volume: Node = {"@type": "PublicationVolume", "name": found.book, "volumeNumber": found.volume}
    return volume | {"editor": editors, "publisher": publisher}


def _pdf(address: str | None) -> Node | None:
    if address is None:
        return None
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/pdf"}


def _person(site: Site, shown: NamePart | Person) -> Node:
    affiliation: Json = {"@type": "Organization", "name": shown.affiliation} if shown.affiliation else None
    return _node(site, "Person", shown.route) | {"name": shown.name, "affiliation": affiliation}


def _author(site: Site, key: Key) -> Node:
    author = site.catalogue.people.authors[key[1]]
    record = orcid_link(author.orcid).url if author.orcid else None
    return _node(site, "Person", site.addresses[key]) | {
        "name": author.name,
        "alternateName": [*open_aliases(site.catalogue.people, author)],
        "sameAs": _elsewhere(author.homepage, record),
    }


_ABOUT: Mapping[str, Callable[[Site, Key], Node]] = {
    "home": _series,
    "edition": _edition,
    "session": _session,
    "paper": _paper,
    "author": _author,
}
