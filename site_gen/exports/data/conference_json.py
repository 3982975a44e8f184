"""`<edition>/conference.json`: everything about an edition.

Papers are in the order of their ids, sessions in that of the programme (by day and start), awards
and news as in the content. What is not known is null or an empty list; a name that a byline misses has
null for id and name, and tells whether one is missing or all others. Kinds, roles, links and states are ids,
never words of the interface.
"""

from __future__ import annotations

from site_gen.cards.citation_keys import citation_keys
from site_gen.cards.paper_files import files_of_paper
from site_gen.conference import (
    Authorship,
    Award,
    Conference,
    Paper,
    Participant,
    Revision,
    Room,
    Session,
    Slot,
    Track,
)
from site_gen.exports.data.conference_news import (
    PICTURE,
    VOLUME,
    makers,
    makers_and_news_schemas,
    news,
    picture,
    volume_facts,
)
from site_gen.exports.data.members import Members
from site_gen.exports.data.schema_parts import (
    ADDRESS,
    CLOCK,
    FILE,
    MISSING,
    NAMED,
    OTHER_DAY,
    TEXT,
    list_of,
    object_of,
    or_null,
    text,
)
from site_gen.graph.queries import fragment
from site_gen.site import Edition, Export, Site, Subject, file_route
from site_gen.site.naming import of_editions
from site_gen.site.subjects import EditionOf, PaperOf, RoomOf, SessionOf, TrackOf
from site_gen.text.json_text import Json, json_object, written

VERSION = 1  # another one when a member changes its meaning or goes away

_ROOM = Members("a room", Room, ("id", "url", "name", "note", "access", "guid"), {"url": ADDRESS})
_TRACK = Members("a track", Track, ("id", "url", "name"), {"url": ADDRESS})
_AWARD = Members("an award with its papers", Award, ("id", "name", "papers"))
_REVISION = Members("a version of the paper", Revision, ("version", "date", "note", "url"))
_PAPER = Members(
    "a paper",
    Paper,
    (
        "id", "url", "title", "authors", "abstract", "abstract_complete", "awards", "sessions", "links",
        "status", "pages", "doi", "licence", "language", "files", "keywords", "note", "erratum", "corrected",
        "revisions", "citation_key", "volume",
    ),
    {
        "url": ADDRESS,
        "title": text("with its Markdown and TeX; null if not known"),
        "authors": list_of({"anyOf": [NAMED, MISSING]}),
        "abstract": text("a blank line parts paragraphs"),
        "abstract_complete": {"type": ["boolean", "null"], "description": "false where sources cut it"},
        "awards": list_of(TEXT),
        "sessions": list_of(TEXT),
        "files": list_of(FILE),
        "revisions": lambda: list_of(_REVISION.schema),
        "citation_key": {"type": "string", "description": "unique over the series"},
        "volume": text("the one that it is in, if there are several"),
    },
    maybe=("volume",),
)  # fmt: skip
_PERSON = Members(
    "a person with a role; id is null for somebody who has no page",
    Participant,
    ("id", "name", "role", "affiliation", "homepage", "picture", "alt", "biography", "guid", "number"),
    {
        "id": or_null(TEXT),
        "name": or_null(TEXT),
        "picture": or_null(ADDRESS),
        "alt": text("what the picture shows"),
    },
)
_SLOT = Members(
    "a place in a session; paper and title are null where nothing is known of what it holds",
    Slot,
    (
        "paper", "title", "start", "status", "type", "date", "end", "end_date", "room", "board", "guid",
        "note", "people", "links", "description",
    ),
    {
        "date": OTHER_DAY,
        "end_date": OTHER_DAY,
        "room": text("where it is not the session's"),
        "people": lambda: list_of(_PERSON.schema),
    },
)  # fmt: skip
_SESSION = Members(
    "a titled block of the programme",
    Session,
    (
        "id", "url", "title", "kind", "type", "status", "date", "start", "end", "end_date", "room",
        "other_rooms", "attendance", "access", "people", "description", "slots", "track", "language",
        "part_of", "note", "links", "guid", "number",
    ),
    {
        "url": ADDRESS,
        "end_date": OTHER_DAY,
        "people": lambda: list_of(_PERSON.schema),
        "slots": lambda: list_of(_SLOT.schema),
        "part_of": text("the session that this one belongs to"),
        "guid": text("what the system it came from calls it"),
        "number": {"type": ["integer", "null"], "description": "its number in that system"},
    },
)  # fmt: skip
_HEAD = Members(
    "",
    Conference,
    ("version", "id", "title", "year", "time_zone"),
    {
        "version": {"type": "integer", "description": "another one when a member changes or goes away"},
        "time_zone": text("a name of the IANA database, or an offset"),
    },
)
_FACTS = Members(
    "",
    Conference,
    (
        "url", "acronym", "first_day", "last_day", "day_change", "attendance", "venue", "address", "location",
        "website", "phase", "description", "hero", "proceedings", "volume", "publisher", "issn", "isbn",
        "licence", "links", "rooms", "tracks",
    ),
    {
        "url": ADDRESS,
        "day_change": {**CLOCK, "description": "until when a night belongs to the evening before"},
        "hero": lambda: or_null(PICTURE.schema),
        "rooms": lambda: list_of(_ROOM.schema),
        "tracks": lambda: list_of(_TRACK.schema),
    },
)  # fmt: skip


def conference_schema() -> dict[str, Json]:
    """The schema of the whole document."""
    return object_of(
        "One edition of the conference. What is not known is null or an empty list.",
        {
            **_HEAD.schemas,
            "papers": list_of(_PAPER.schema),
            "sessions": list_of(_SESSION.schema),
            "awards": list_of(_AWARD.schema),
            **_FACTS.schemas,
            **makers_and_news_schemas(),
        },
        {"volumes": list_of(VOLUME.schema)},
    )


def _body(site: Site, subject: Subject) -> bytes:
    edition = site.catalogue.editions[subject.edition]
    conference = edition.conference
    return json_object(
        _HEAD.of(conference, version=VERSION, time_zone=site.catalogue.time_zone(conference.id)),
        {
            "papers": (_paper_line(site, conference.id, each) for each in sorted(edition.papers)),
            "sessions": (_session_line(site, conference.id, each) for each in edition.sessions),
            "awards": (written(_AWARD.of(award)) for award in conference.awards),
        },
        _facts(site, edition),
    )


@fragment
def _paper_line(site: Site, edition_id: str, paper: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return written(_paper(site, edition, edition.papers[paper]))


@fragment
def _session_line(site: Site, edition_id: str, session: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return written(_session(site, edition, edition.sessions[session]))


def _facts(site: Site, edition: Edition) -> dict[str, Json]:
    """What is known of an edition beside its papers and programme."""
    conference, of = edition.conference, edition.conference.id
    volumes = [volume_facts(site, of, each) for each in edition.volumes.values()]
    return {
        **_FACTS.of(
            conference,
            url=site.address(EditionOf(of)),
            hero=picture(site, conference.hero),
            rooms=[_ROOM.of(each, url=site.address(RoomOf(of, each.id))) for each in edition.rooms.values()],
            tracks=[
                _TRACK.of(each, url=site.address(TrackOf(of, each.id))) for each in edition.tracks.values()
            ],
        ),
        **({"volumes": volumes} if volumes else {}),
        **makers(site, edition),
        **news(site, edition),
    }


def _paper(site: Site, edition: Edition, paper: Paper) -> Json:
    of = edition.conference.id
    appearances = edition.appearances.get(paper.id, ())
    files = files_of_paper(site, of, paper.id)
    return _PAPER.of(
        paper,
        url=site.address(PaperOf(of, paper.id)),
        authors=[_author(site, authorship) for authorship in paper.authors],
        abstract_complete=paper.abstract_complete,
        awards=[award.id for award in edition.awards.get(paper.id, ())],
        sessions=list(dict.fromkeys(each.session.id for each in appearances)),
        licence=paper.licence or edition.conference.licence,
        files=[{"kind": each.kind, "url": file_route(each)} for each in files],
        revisions=[_REVISION.of(each) for each in paper.revisions],
        citation_key=citation_keys(site)[of, paper.id],
        **({"volume": paper.volume} if edition.volumes else {}),
    )


def _author(site: Site, authorship: Authorship) -> Json:
    people = site.catalogue.people
    name = people.shown_name(authorship)
    if name is None:
        return {"id": None, "name": None, "missing": authorship.missing or "one"}
    return {"id": people.id_of(authorship), "name": name, "affiliations": [*authorship.affiliations]}


def _session(site: Site, edition: Edition, session: Session) -> Json:
    return _SESSION.of(
        session,
        url=site.address(SessionOf(edition.conference.id, session.id)),
        people=[_person(site, participant) for participant in session.people],
        slots=[_slot(site, edition, slot) for slot in session.slots],
    )


def _slot(site: Site, edition: Edition, slot: Slot) -> Json:
    of_paper = edition.papers[slot.paper].title if slot.paper else None
    people = [_person(site, participant) for participant in slot.people]
    return _SLOT.of(slot, title=slot.title or of_paper, people=people)


def _person(site: Site, participant: Participant) -> Json:
    people = site.catalogue.people
    person = people.id_of(participant)
    return _PERSON.of(
        participant,
        id=person if person in people.authors else None,
        name=people.shown_name(participant),
        picture=site.static.get(participant.picture or ""),
    )


CONFERENCE_JSON = Export(
    name="conference-json",
    files=of_editions("conference.json"),
    body=_body,
    media_type="application/json",
    specification="https://www.rfc-editor.org/rfc/rfc8259",
    is_archived=True,
)
