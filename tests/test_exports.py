"""The machine-readable files, whole."""

from __future__ import annotations

import json
from datetime import date, time

from site_gen.conference import (
    Author,
    Authorship,
    Award,
    Conference,
    FormerName,
    Link,
    Paper,
    Participant,
    Series,
    Session,
    Slot,
)
from tests.rendering import by, exported

PAPER = Paper(
    id="data-movement",
    title="Data “Movement” & <more>",
    authors=(*by("Andrei Ivanov"), Authorship(missing="one"), Authorship(missing="others")),
    abstract="One line.\n\nAnother, cut…",
    links=(Link(rel="pdf", url="https://example.org/a.pdf"), Link(rel="code", url="javascript:alert(1)")),
)
UNTITLED = Paper(id="untitled", authors=by("Zoë Gómez"))
ORAL = Session(
    id="oral",
    title="Oral",
    kind="oral",
    date=date(2022, 8, 29),
    start=time(8, 45),
    end=time(10),
    room="Hall A",
    people=(Participant(name="andrei ivanov", role="chair"), Participant(name="Stranger")),
    description="Welcome.",
    slots=(
        Slot(paper="data-movement", start=time(9)),
        Slot(status="cancelled"),
        Slot(title="Remarks"),
        Slot(paper="untitled"),
    ),
)
LATER = Session(id="a-later-one", kind="social", date=date(2022, 8, 29), start=time(17))
SERIES = Series(
    title="S",
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            time_zone="America/Los_Angeles",
            papers=(PAPER, UNTITLED),
            sessions=(LATER, ORAL),
            awards=(Award(id="best", name="Best Paper", papers=("data-movement",)),),
        ),
    ),
)


NOTHING_KNOWN: dict[str, object] = {
    "acronym": None,
    "first_day": None,
    "last_day": None,
    "day_change": None,
    "attendance": None,
    "venue": None,
    "address": None,
    "location": None,
    "website": None,
    "phase": None,
    "description": None,
    "hero": None,
    "proceedings": None,
    "volume": None,
    "publisher": None,
    "issn": None,
    "isbn": None,
    "licence": None,
    "links": [],
}
NOTHING_STATED: dict[str, object] = {
    "editors": [],
    "committees": [],
    "sponsors": [],
    "deadlines": [],
    "announcements": [],
    "changes": [],
    "pages": [],
}
OF_PERSON: dict[str, object] = {
    "affiliation": None,
    "homepage": None,
    "picture": None,
    "alt": None,
    "biography": None,
    "guid": None,
    "number": None,
}
OF_PAPER: dict[str, object] = {
    "status": "published",
    "pages": None,
    "doi": None,
    "licence": None,
    "language": None,
    "files": [],
    "keywords": [],
    "note": None,
    "erratum": None,
    "corrected": None,
    "revisions": [],
}
OF_PLACE: dict[str, object] = {"other_rooms": [], "attendance": None, "access": []}
OF_SESSION: dict[str, object] = {
    "track": None, "language": None, "part_of": None, "note": None, "links": [],
    "guid": None, "number": None,
}  # fmt: skip
OF_SLOT: dict[str, object] = {
    "type": None,
    "date": None,
    "end": None,
    "end_date": None,
    "room": None,
    "board": None,
    "guid": None,
    "note": None,
    "people": [],
    "links": [],
    "description": None,
}


def test_conference_json_is_complete_and_in_this_order() -> None:
    written = exported(SERIES)["2022/conference.json"]
    expected = {
        "version": 1,
        "id": "2022",
        "title": "S 2022",
        "year": 2022,
        "time_zone": "America/Los_Angeles",
        "papers": [
            {
                "id": "data-movement",
                "url": "2022/papers/data-movement/",
                "title": "Data “Movement” & <more>",
                "authors": [
                    {"id": "andrei-ivanov", "name": "Andrei Ivanov", "affiliations": []},
                    {"id": None, "name": None, "missing": "one"},
                    {"id": None, "name": None, "missing": "others"},
                ],
                "abstract": "One line.\n\nAnother, cut…",
                "abstract_complete": False,
                "awards": ["best"],
                "sessions": ["oral"],
                "links": [{"rel": "pdf", "url": "https://example.org/a.pdf", "title": None}],
                **OF_PAPER,
                "citation_key": "ivanov2022datamovement",
            },
            {
                "id": "untitled",
                "url": "2022/papers/untitled/",
                "title": None,
                "authors": [{"id": "zoe-gomez", "name": "Zoë Gómez", "affiliations": []}],
                "abstract": None,
                "abstract_complete": None,
                "awards": [],
                "sessions": ["oral"],
                "links": [],
                **OF_PAPER,
                "citation_key": "gomez2022untitled",
            },
        ],
        "sessions": [
            {
                "id": "oral",
                "url": "2022/sessions/oral/",
                "title": "Oral",
                "kind": "oral",
                "type": None,
                "status": "scheduled",
                "date": "2022-08-29",
                "start": "08:45",
                "end": "10:00",
                "end_date": None,
                "room": "Hall A",
                **OF_PLACE,
                "people": [
                    {"id": "andrei-ivanov", "name": "andrei ivanov", "role": "chair", **OF_PERSON},
                    {"id": "stranger", "name": "Stranger", "role": "speaker", **OF_PERSON},
                ],
                "description": "Welcome.",
                "slots": [
                    {
                        "paper": "data-movement",
                        "title": "Data “Movement” & <more>",
                        "start": "09:00",
                        "status": "scheduled",
                        **OF_SLOT,
                    },
                    {"paper": None, "title": None, "start": None, "status": "cancelled", **OF_SLOT},
                    {"paper": None, "title": "Remarks", "start": None, "status": "scheduled", **OF_SLOT},
                    {"paper": "untitled", "title": None, "start": None, "status": "scheduled", **OF_SLOT},
                ],
                **OF_SESSION,
            },
            {
                "id": "a-later-one",
                "url": "2022/sessions/a-later-one/",
                "title": None,
                "kind": "social",
                "type": None,
                "status": "scheduled",
                "date": "2022-08-29",
                "start": "17:00",
                "end": None,
                "end_date": None,
                "room": None,
                **OF_PLACE,
                "people": [],
                "description": None,
                "slots": [],
                **OF_SESSION,
            },
        ],
        "awards": [{"id": "best", "name": "Best Paper", "papers": ["data-movement"]}],
        "url": "2022/",
        **NOTHING_KNOWN,
        "rooms": [
            {
                "id": "hall-a",
                "url": "2022/rooms/hall-a/",
                "name": "Hall A",
                "note": None,
                "access": [],
                "guid": None,
            }
        ],
        "tracks": [],
        **NOTHING_STATED,
    }
    # Compared as text too, for the order of the keys.
    assert json.dumps(json.loads(written)) == json.dumps(expected)
    assert "Zoë Gómez" in written


def test_an_edition_without_anything_has_null_and_empty_lists() -> None:
    written = exported(Series(title="S", conferences=(Conference(id="x", title="X"),)))["x/conference.json"]
    assert json.loads(written) == {
        "version": 1,
        "id": "x",
        "title": "X",
        "year": None,
        "time_zone": None,
        "papers": [],
        "sessions": [],
        "awards": [],
        "url": "x/",
        **NOTHING_KNOWN,
        "rooms": [],
        "tracks": [],
        **NOTHING_STATED,
    }


def test_authors_json_lists_everybody_with_open_aliases_only() -> None:
    gomez = Author(
        id="zoe-gomez",
        name="Zoë Gómez",
        aliases=("Z. Gómez",),
        former_names=(FormerName(name="Zoë Open"), FormerName(name="Zoë Hidden", hidden=True)),
    )
    series = Series(title="S", authors=(gomez,), conferences=SERIES.conferences)
    assert json.loads(exported(series)["authors.json"]) == [
        {
            "id": "andrei-ivanov",
            "url": "authors/andrei-ivanov/",
            "name": "Andrei Ivanov",
            "aliases": [],
            "papers": [{"edition": "2022", "id": "data-movement"}],
            "family": None,
            "orcid": None,
            "homepage": None,
        },
        {
            "id": "stranger",
            "url": "authors/stranger/",
            "name": "Stranger",
            "aliases": [],
            "papers": [],
            "family": None,
            "orcid": None,
            "homepage": None,
        },
        {
            "id": "zoe-gomez",
            "url": "authors/zoe-gomez/",
            "name": "Zoë Gómez",
            "aliases": ["Z. Gómez", "Zoë Open"],
            "papers": [{"edition": "2022", "id": "untitled"}],
            "family": None,
            "orcid": None,
            "homepage": None,
        },
    ]


def test_a_hidden_former_name_is_replaced_by_the_present_one() -> None:
    author = Author(id="new", name="New Name", former_names=(FormerName(name="Old Name", hidden=True),))
    paper = Paper(id="p", title="P", authors=by("Old Name"))
    series = Series(
        title="S", authors=(author,), conferences=(Conference(id="e", title="E", papers=(paper,)),)
    )
    written = exported(series)
    assert json.loads(written["e/conference.json"])["papers"][0]["authors"] == [
        {"id": "new", "name": "New Name", "affiliations": []}
    ]
    assert "Old Name" not in "".join(written.values())


def test_the_sitemap_needs_a_base_url_and_lists_every_page_once() -> None:
    # Of one edition, whose page is that at "/" too.
    assert "sitemap.xml" not in exported(SERIES)
    series = Series(title="S & T", conferences=(Conference(id="2022", title="X"),))
    assert exported(series, base_url="https://example.org/sub")["sitemap.xml"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/sub/2022/</loc></url>\n"
        "<url><loc>https://example.org/sub/2022/papers/</loc></url>\n"
        "<url><loc>https://example.org/sub/authors/</loc></url>\n"
        "<url><loc>https://example.org/sub/data/</loc></url>\n"
        "</urlset>\n"
    )
