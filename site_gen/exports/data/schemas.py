"""`data/*.schema.json`: what stands in conference.json and authors.json (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from site_gen.conference import ChangeKind, FileKind, LinkRel, Phase, Role, SessionKind, Status
from site_gen.conference.programme import Attendance
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import DataPage, PartOf
from site_gen.text.json_text import Json, json_text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "integer"}
_ADDRESS: Json = {"type": "string", "description": "relative to the root of the site"}
_DAY: dict[str, Json] = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_OTHER_DAY: dict[str, Json] = {
    **_DAY,
    "description": "null where it is that of the session or of its beginning",
}
_CLOCK: dict[str, Json] = {
    "type": ["string", "null"],
    "pattern": r"^\d{2}:\d{2}$",
    "description": "in the time zone of the edition; floating where that is null",
}


def _files(site: Site) -> Iterator[Naming]:
    contents = site.catalogue
    for name in _SCHEMAS:
        yield PartOf(DataPage(), name), f"data/{name}.schema.json", contents.locate("series")


def _body(_site: Site, subject: Subject) -> bytes:
    return json_text(_SCHEMAS[subject.name if isinstance(subject, PartOf) else ""])


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Json) -> Json:
    return {"type": "array", "items": schema}


def _form(pattern: str, description: str) -> Json:
    """A text of one form, null where it is not known."""
    return {"type": ["string", "null"], "pattern": pattern, "description": description}


def _one_of(words: tuple[str, ...]) -> Json:
    return {"enum": [*words]}


def _object(description: str, properties: dict[str, Json]) -> dict[str, Json]:
    """An object that has all of these properties; further ones may come with later versions."""
    return {
        "type": "object",
        "description": description,
        "properties": {**properties},
        "required": [*properties],
    }


_DOI = _form(r"^10\.[^A-Z]+/[^A-Z]+$", "a DOI without an address before it, in lower case")
_ORCID = _form(r"^(\d{4}-){3}\d{3}[\dX]$", "an ORCID iD without an address before it")
_ISSN = _form(r"^\d{4}-\d{3}[\dX]$", "an ISSN")
_ISBN = _form(r"^(97[89]\d{10}|\d{9}[\dX])$", "an ISBN without hyphens")
_PAGES = _form(r"^\S", "as 12–34 with an en dash, one page, or the number of an article")
_LINKS = _list(
    _object(
        "a link; its type says what is there",
        {"rel": _one_of(get_args(LinkRel)), "url": _TEXT, "title": _or_null(_TEXT)},
    )
)
_NAMED = _object(
    "a name as printed; id is that of a person in authors.json",
    {"id": _TEXT, "name": _TEXT, "affiliations": _list(_TEXT)},
)
_MISSING = _object(
    'a name that the sources show to be missing, or several of them: "and others" at the end',
    {"id": {"type": "null"}, "name": {"type": "null"}, "missing": _one_of(("one", "others"))},
)
_PEOPLE = _list(
    _object(
        "a person with a role; id is null for somebody who has no page",
        {
            "id": _or_null(_TEXT),
            "name": _or_null(_TEXT),
            "role": _one_of(get_args(Role)),
            "affiliation": _or_null(_TEXT),
            "homepage": _or_null(_TEXT),
            "picture": _or_null(_ADDRESS),
            "alt": {"type": ["string", "null"], "description": "what the picture shows"},
            "biography": _or_null(_TEXT),
        },
    )
)
_ORGANISER: dict[str, Json] = {
    "id": _or_null(_TEXT),
    "name": _or_null(_TEXT),
    "affiliation": _or_null(_TEXT),
    "homepage": _or_null(_TEXT),
}
_LICENCE: Json = {"type": ["string", "null"], "description": "an id of SPDX, or the address of its text"}
_LANGUAGE: Json = {"type": ["string", "null"], "description": "a tag of BCP 47; null where it is the site's"}
_TARGET: Json = {"type": ["string", "null"], "description": "an address, relative to the root of the site"}
_PAPER = _object(
    "a paper",
    {
        "id": _TEXT,
        "url": _ADDRESS,
        "title": {"type": ["string", "null"], "description": "with its Markdown and TeX; null if not known"},
        "authors": {"type": "array", "items": {"anyOf": [_NAMED, _MISSING]}},
        "abstract": {"type": ["string", "null"], "description": "a blank line parts paragraphs"},
        "abstract_complete": {"type": ["boolean", "null"], "description": "false where sources cut it"},
        "awards": _list(_TEXT),
        "sessions": _list(_TEXT),
        "links": _LINKS,
        "status": _one_of(("published", "withdrawn")),
        "pages": _PAGES,
        "doi": _DOI,
        "licence": _LICENCE,
        "language": _LANGUAGE,
        "files": _list(
            _object("a file of the paper", {"kind": _one_of(get_args(FileKind)), "url": _ADDRESS})
        ),
        "keywords": _list(_TEXT),
        "note": _or_null(_TEXT),
        "erratum": _or_null(_TEXT),
        "corrected": _DAY,
        "revisions": _list(
            _object(
                "a version of the paper",
                {"version": _TEXT, "date": _DAY, "note": _or_null(_TEXT), "url": _or_null(_TEXT)},
            )
        ),
        "citation_key": {"type": "string", "description": "unique over the series"},
    },
)
_SLOT = _object(
    "a place in a session; paper and title are null where nothing is known of what it holds",
    {
        "paper": _or_null(_TEXT),
        "title": _or_null(_TEXT),
        "start": _CLOCK,
        "status": _one_of(get_args(Status)),
        "date": _OTHER_DAY,
        "end": _CLOCK,
        "end_date": _OTHER_DAY,
        "room": {"type": ["string", "null"], "description": "where it is not the session's"},
        "board": _or_null(_TEXT),
        "guid": _or_null(_TEXT),
        "note": _or_null(_TEXT),
        "people": _PEOPLE,
        "links": _LINKS,
        "description": _or_null(_TEXT),
    },
)
_SESSION = _object(
    "a titled block of the programme",
    {
        "id": _TEXT,
        "url": _ADDRESS,
        "title": _or_null(_TEXT),
        "kind": _one_of(get_args(SessionKind)),
        "status": _one_of(get_args(Status)),
        "date": _DAY,
        "start": _CLOCK,
        "end": _CLOCK,
        "end_date": _OTHER_DAY,
        "room": _or_null(_TEXT),
        "other_rooms": _list(_TEXT),
        "attendance": _or_null(_one_of(get_args(Attendance))),
        "people": _PEOPLE,
        "description": _or_null(_TEXT),
        "slots": _list(_SLOT),
        "track": _or_null(_TEXT),
        "language": _LANGUAGE,
        "part_of": {"type": ["string", "null"], "description": "the session that this one belongs to"},
        "note": _or_null(_TEXT),
        "links": _LINKS,
        "guid": {"type": ["string", "null"], "description": "what the system it came from calls it"},
        "number": {"type": ["integer", "null"], "description": "its number in that system"},
    },
)
_MEMBER = _object(
    "a member of a committee; the role is in the committee's own words",
    {**_ORGANISER, "role": _or_null(_TEXT)},
)
_SPONSOR = _object(
    "a sponsor; the logos are addresses relative to the root of the site",
    {
        "name": _TEXT,
        "tier": _TEXT,
        "url": _or_null(_TEXT),
        "logo": _or_null(_TEXT),
        "logo_dark": _or_null(_TEXT),
        "alt": _or_null(_TEXT),
    },
)
_DEADLINE = _object(
    "until when something must be done",
    {
        "name": _TEXT,
        "date": _DAY,
        "time": _CLOCK,
        "zone": {"type": ["string", "null"], "description": "AoE, or a name of the IANA database"},
        "note": _or_null(_TEXT),
        "link": _TARGET,
    },
)
_ANNOUNCEMENT = _object(
    "news of the organisers; the text is Markdown",
    {"date": _DAY, "title": _TEXT, "text": _or_null(_TEXT), "link": _TARGET},
)
_CHANGE = _object(
    "a change of the published programme",
    {
        "id": _TEXT,
        "date": _DAY,
        "what": _one_of(get_args(ChangeKind)),
        "session": _or_null(_TEXT),
        "paper": _or_null(_TEXT),
        "text": _TEXT,
    },
)
_CONFERENCE = _object(
    "One edition of the conference. What is not known is null or an empty list.",
    {
        "version": {"type": "integer", "description": "another one when a member changes or goes away"},
        "id": _TEXT,
        "title": _TEXT,
        "year": _or_null(_NUMBER),
        "time_zone": {
            "type": ["string", "null"],
            "description": "a name of the IANA database, or an offset",
        },
        "papers": _list(_PAPER),
        "sessions": _list(_SESSION),
        "awards": _list(
            _object("an award with its papers", {"id": _TEXT, "name": _TEXT, "papers": _list(_TEXT)})
        ),
        "url": _ADDRESS,
        "first_day": _DAY,
        "last_day": _DAY,
        "day_change": {**_CLOCK, "description": "until when a night belongs to the evening before"},
        "attendance": _or_null(_one_of(get_args(Attendance))),
        "venue": _or_null(_TEXT),
        "location": _or_null(_TEXT),
        "website": _or_null(_TEXT),
        "phase": _or_null(_one_of(get_args(Phase))),
        "description": _or_null(_TEXT),
        "proceedings": _or_null(_TEXT),
        "volume": _or_null(_TEXT),
        "publisher": _or_null(_TEXT),
        "issn": _ISSN,
        "isbn": _ISBN,
        "licence": _LICENCE,
        "links": _LINKS,
        "rooms": _list(
            _object("a room", {"id": _TEXT, "url": _ADDRESS, "name": _TEXT, "note": _or_null(_TEXT)})
        ),
        "tracks": _list(_object("a track", {"id": _TEXT, "url": _ADDRESS, "name": _TEXT})),
        "editors": _list(_object("an editor of the proceedings", _ORGANISER)),
        "committees": _list(_object("a committee", {"name": _TEXT, "members": _list(_MEMBER)})),
        "sponsors": _list(_SPONSOR),
        "deadlines": _list(_DEADLINE),
        "announcements": _list(_ANNOUNCEMENT),
        "changes": _list(_CHANGE),
        "pages": _list(_object("a page of prose", {"id": _TEXT, "url": _ADDRESS, "title": _TEXT})),
    },
)
_AUTHOR = _object(
    "a person over all editions",
    {
        "id": _TEXT,
        "url": _ADDRESS,
        "name": _TEXT,
        "aliases": _list(_TEXT),
        "papers": _list(_object("a paper", {"edition": _TEXT, "id": _TEXT})),
        "family": {"type": ["string", "null"], "description": "where it is not the last word of the name"},
        "orcid": _ORCID,
        "homepage": _or_null(_TEXT),
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
