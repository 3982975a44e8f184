"""`data/*.schema.json`: what stands in conference.json and authors.json (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from site_gen.conference import ChangeKind, FileKind, Phase, Role, SessionKind, Status
from site_gen.conference.programme import Attendance, RoomAccess, SessionAccess
from site_gen.exports.data.schema_parts import (
    ADDRESS,
    CLOCK,
    DAY,
    LINKS,
    MISSING,
    NAMED,
    NUMBER,
    OTHER_DAY,
    TEXT,
    form,
    list_of,
    object_of,
    one_of,
    or_null,
)
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import DataPage, PartOf
from site_gen.text.json_text import Json, json_text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _files(_site: Site) -> Iterator[Naming]:
    yield from ((PartOf(DataPage(), name), f"data/{name}.schema.json") for name in _SCHEMAS)


def _body(_site: Site, subject: Subject) -> bytes:
    return json_text(_SCHEMAS[subject.name if isinstance(subject, PartOf) else ""])


_DOI = form(r"^10\.[^A-Z]+/[^A-Z]+$", "a DOI without an address before it, in lower case")
_ORCID = form(r"^(\d{4}-){3}\d{3}[\dX]$", "an ORCID iD without an address before it")
_ISSN = form(r"^\d{4}-\d{3}[\dX]$", "an ISSN")
_ISBN = form(r"^(97[89]\d{10}|\d{9}[\dX])$", "an ISBN without hyphens")
_PAGES = form(r"^\S", "as 12–34 with an en dash, one page, or the number of an article")
_PEOPLE = list_of(
    object_of(
        "a person with a role; id is null for somebody who has no page",
        {
            "id": or_null(TEXT),
            "name": or_null(TEXT),
            "role": one_of(get_args(Role)),
            "affiliation": or_null(TEXT),
            "homepage": or_null(TEXT),
            "picture": or_null(ADDRESS),
            "alt": {"type": ["string", "null"], "description": "what the picture shows"},
            "biography": or_null(TEXT),
        },
    )
)
_ORGANISER: dict[str, Json] = {
    "id": or_null(TEXT),
    "name": or_null(TEXT),
    "affiliation": or_null(TEXT),
    "homepage": or_null(TEXT),
}
_LICENCE: Json = {"type": ["string", "null"], "description": "an id of SPDX, or the address of its text"}
_LANGUAGE: Json = {"type": ["string", "null"], "description": "a tag of BCP 47; null where it is the site's"}
_TARGET: Json = {"type": ["string", "null"], "description": "an address, relative to the root of the site"}
_PAPER = object_of(
    "a paper",
    {
        "id": TEXT,
        "url": ADDRESS,
        "title": {"type": ["string", "null"], "description": "with its Markdown and TeX; null if not known"},
        "authors": {"type": "array", "items": {"anyOf": [NAMED, MISSING]}},
        "abstract": {"type": ["string", "null"], "description": "a blank line parts paragraphs"},
        "abstract_complete": {"type": ["boolean", "null"], "description": "false where sources cut it"},
        "awards": list_of(TEXT),
        "sessions": list_of(TEXT),
        "links": LINKS,
        "status": one_of(("published", "withdrawn")),
        "pages": _PAGES,
        "doi": _DOI,
        "licence": _LICENCE,
        "language": _LANGUAGE,
        "files": list_of(
            object_of("a file of the paper", {"kind": one_of(get_args(FileKind)), "url": ADDRESS})
        ),
        "keywords": list_of(TEXT),
        "note": or_null(TEXT),
        "erratum": or_null(TEXT),
        "corrected": DAY,
        "revisions": list_of(
            object_of(
                "a version of the paper",
                {"version": TEXT, "date": DAY, "note": or_null(TEXT), "url": or_null(TEXT)},
            )
        ),
        "citation_key": {"type": "string", "description": "unique over the series"},
    },
    {"volume": {"type": ["string", "null"], "description": "the one that it is in, if there are several"}},
)
_SLOT = object_of(
    "a place in a session; paper and title are null where nothing is known of what it holds",
    {
        "paper": or_null(TEXT),
        "title": or_null(TEXT),
        "start": CLOCK,
        "status": one_of(get_args(Status)),
        "date": OTHER_DAY,
        "end": CLOCK,
        "end_date": OTHER_DAY,
        "room": {"type": ["string", "null"], "description": "where it is not the session's"},
        "board": or_null(TEXT),
        "guid": or_null(TEXT),
        "note": or_null(TEXT),
        "people": _PEOPLE,
        "links": LINKS,
        "description": or_null(TEXT),
    },
)
_SESSION = object_of(
    "a titled block of the programme",
    {
        "id": TEXT,
        "url": ADDRESS,
        "title": or_null(TEXT),
        "kind": one_of(get_args(SessionKind)),
        "status": one_of(get_args(Status)),
        "date": DAY,
        "start": CLOCK,
        "end": CLOCK,
        "end_date": OTHER_DAY,
        "room": or_null(TEXT),
        "other_rooms": list_of(TEXT),
        "access": list_of(one_of(get_args(SessionAccess))),
        "attendance": or_null(one_of(get_args(Attendance))),
        "people": _PEOPLE,
        "description": or_null(TEXT),
        "slots": list_of(_SLOT),
        "track": or_null(TEXT),
        "language": _LANGUAGE,
        "part_of": {"type": ["string", "null"], "description": "the session that this one belongs to"},
        "note": or_null(TEXT),
        "links": LINKS,
        "guid": {"type": ["string", "null"], "description": "what the system it came from calls it"},
        "number": {"type": ["integer", "null"], "description": "its number in that system"},
    },
)
_MEMBER = object_of(
    "a member of a committee; the role is in the committee's own words",
    {**_ORGANISER, "role": or_null(TEXT)},
)
_SPONSOR = object_of(
    "a sponsor; the logos are addresses relative to the root of the site",
    {
        "name": TEXT,
        "tier": TEXT,
        "url": or_null(TEXT),
        "logo": or_null(TEXT),
        "logo_dark": or_null(TEXT),
        "alt": or_null(TEXT),
    },
)
_DEADLINE = object_of(
    "until when something must be done",
    {
        "name": TEXT,
        "date": DAY,
        "time": CLOCK,
        "zone": {"type": ["string", "null"], "description": "AoE, or a name of the IANA database"},
        "note": or_null(TEXT),
        "link": _TARGET,
    },
)
_ANNOUNCEMENT = object_of(
    "news of the organisers; the text is Markdown",
    {"date": DAY, "title": TEXT, "text": or_null(TEXT), "link": _TARGET},
)
_CHANGE = object_of(
    "a change of the published programme",
    {
        "id": TEXT,
        "date": DAY,
        "what": one_of(get_args(ChangeKind)),
        "session": or_null(TEXT),
        "paper": or_null(TEXT),
        "text": TEXT,
    },
)
_HERO = object_of(
    "the picture of the edition", {"picture": or_null(ADDRESS), "alt": or_null(TEXT), "credit": or_null(TEXT)}
)
_VOLUME = object_of(
    "a volume of the proceedings; what is null or empty is as the edition says it, but for ISBN and DOI",
    {
        "id": TEXT,
        "url": ADDRESS,
        "title": TEXT,
        "number": or_null(TEXT),
        "editors": list_of(object_of("an editor of the volume", _ORGANISER)),
        "isbn": _ISBN,
        "doi": _DOI,
        "publisher": or_null(TEXT),
        "front_matter": or_null(TEXT),
    },
)
_CONFERENCE = object_of(
    "One edition of the conference. What is not known is null or an empty list.",
    {
        "version": {"type": "integer", "description": "another one when a member changes or goes away"},
        "id": TEXT,
        "title": TEXT,
        "year": or_null(NUMBER),
        "time_zone": {
            "type": ["string", "null"],
            "description": "a name of the IANA database, or an offset",
        },
        "papers": list_of(_PAPER),
        "sessions": list_of(_SESSION),
        "awards": list_of(
            object_of("an award with its papers", {"id": TEXT, "name": TEXT, "papers": list_of(TEXT)})
        ),
        "url": ADDRESS,
        "first_day": DAY,
        "last_day": DAY,
        "day_change": {**CLOCK, "description": "until when a night belongs to the evening before"},
        "attendance": or_null(one_of(get_args(Attendance))),
        "venue": or_null(TEXT),
        "address": or_null(TEXT),
        "location": or_null(TEXT),
        "website": or_null(TEXT),
        "phase": or_null(one_of(get_args(Phase))),
        "description": or_null(TEXT),
        "hero": or_null(_HERO),
        "proceedings": or_null(TEXT),
        "volume": or_null(TEXT),
        "publisher": or_null(TEXT),
        "issn": _ISSN,
        "isbn": _ISBN,
        "licence": _LICENCE,
        "links": LINKS,
        "rooms": list_of(
            object_of(
                "a room",
                {
                    "id": TEXT,
                    "url": ADDRESS,
                    "name": TEXT,
                    "note": or_null(TEXT),
                    "access": list_of(one_of(get_args(RoomAccess))),
                },
            )
        ),
        "tracks": list_of(object_of("a track", {"id": TEXT, "url": ADDRESS, "name": TEXT})),
        "editors": list_of(object_of("an editor of the proceedings", _ORGANISER)),
        "committees": list_of(object_of("a committee", {"name": TEXT, "members": list_of(_MEMBER)})),
        "sponsors": list_of(_SPONSOR),
        "deadlines": list_of(_DEADLINE),
        "announcements": list_of(_ANNOUNCEMENT),
        "changes": list_of(_CHANGE),
        "pages": list_of(object_of("a page of prose", {"id": TEXT, "url": ADDRESS, "title": TEXT})),
    },
    {"volumes": list_of(_VOLUME)},
)
_AUTHOR = object_of(
    "a person over all editions",
    {
        "id": TEXT,
        "url": ADDRESS,
        "name": TEXT,
        "aliases": list_of(TEXT),
        "papers": list_of(object_of("a paper", {"edition": TEXT, "id": TEXT})),
        "family": {"type": ["string", "null"], "description": "where it is not the last word of the name"},
        "orcid": _ORCID,
        "homepage": or_null(TEXT),
    },
)
_SCHEMAS: dict[str, Json] = {
    "conference": {"$schema": _DIALECT, "title": "conference.json", **_CONFERENCE},
    "authors": {"$schema": _DIALECT, "title": "authors.json", "type": "array", "items": _AUTHOR},
}

SCHEMAS = Export(
    name="schema",
    files=_files,
    body=_body,
    media_type="application/schema+json",
    specification="https://json-schema.org/specification",
)
