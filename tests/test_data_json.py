"""The published JSON Schemas hold for what is published."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from jsonschema import (  # type: ignore[import-untyped]  # the package has no types
    Draft202012Validator,
    ValidationError,
)

from site_gen.conference import (
    Announcement,
    Authorship,
    Award,
    Change,
    Committee,
    Conference,
    Deadline,
    Editor,
    Link,
    Member,
    Paper,
    PaperFile,
    Participant,
    ProsePage,
    Room,
    Series,
    Session,
    Slot,
    Sponsor,
    Track,
)
from site_gen.conference.identifiers import Doi
from tests.rendering import exported, real_site

BO = Participant(name="Bo", homepage="https://bo.example/", picture="bo.png", alt="Bo", biography="He *was*.")
EVERYTHING = Series(
    title="S",
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            first_day=date(2022, 8, 29),
            website="https://example.org/",
            licence="CC-BY-4.0",
            editors=(Editor(name="Ada", affiliation="X"),),
            committees=(
                Committee(
                    name="Programme",
                    members=(Member(name="Cy", role="Chair", homepage="https://cy.example/"),),
                ),
            ),
            sponsors=(Sponsor(name="Acme", tier="Gold", url="javascript:1", logo="acme.svg"),),
            deadlines=(
                Deadline(
                    name="Papers",
                    date=date(2022, 3, 1),
                    time=time(23, 59),
                    zone="AoE",
                    note="Strict.",
                    link="call.md",
                ),
            ),
            announcements=(
                Announcement(
                    date=date(2022, 2, 1), title="Hello", text="*All* of you.", link="https://x.example/"
                ),
            ),
            changes=(
                Change(id="c", date=date(2022, 8, 1), what="room", session="s", text="It is in A."),
                Change(id="d", text="A draft.", draft=True),
            ),
            pages=(ProsePage(id="call", title="Call", markdown="Come."),),
            rooms=(Room(id="a", name="A", note="Upstairs"),),
            tracks=(Track(id="t", name="T"),),
            papers=(
                Paper(
                    id="p",
                    title="P",
                    authors=(
                        Authorship(name="Ada", affiliations=("X", "Y")),
                        Authorship(missing="others"),
                    ),
                    doi=Doi.read("10.1000/x"),
                    licence="CC0-1.0",
                    links=(Link(rel="pdf", url="p.pdf", title="Paper"), Link(rel="code", url="javascript:1")),
                ),
            ),
            sessions=(
                Session(
                    id="s",
                    track="t",
                    date=date(2022, 8, 29),
                    start=time(9),
                    slots=(
                        Slot(paper="p", end=time(10), board="7", people=(BO,)),
                        Slot(),
                    ),
                ),
            ),
            awards=(Award(id="best", name="Best", papers=("p",)),),
        ),
        Conference(id="empty", title="Empty"),
    ),
)
STATIC = {"bo.png": "assets/bo.1.png", "acme.svg": "assets/acme.2.svg"}
SLIDES = PaperFile(edition="2022", paper="p", kind="slides", name="p-slides.pdf")
FILES = exported(EVERYTHING, static=STATIC, paper_files=(SLIDES,))


def schema(name: str) -> Draft202012Validator:
    """The published schema of this name, itself checked."""
    found = json.loads(FILES[f"data/{name}.schema.json"])
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def test_what_is_published_is_valid() -> None:
    for edition in ("2022", "empty"):
        schema("conference").validate(json.loads(FILES[f"{edition}/conference.json"]))
    schema("authors").validate(json.loads(FILES["authors.json"]))


def test_the_real_site_is_valid_and_names_every_paper_once() -> None:
    site = real_site()
    bodies = {
        file.route: file.export.body(site, file.subject) for file in site.files if file.route[-5:] == ".json"
    }
    papers = []
    for route, body in bodies.items():
        if route.endswith("/conference.json"):
            schema("conference").validate(json.loads(body))
            papers += [paper["citation_key"] for paper in json.loads(body)["papers"]]
    schema("authors").validate(json.loads(bodies["authors.json"]))
    assert len(papers) == len(set(papers)) == 87


def test_the_schema_refuses_what_the_contract_does_not_allow() -> None:
    conference = json.loads(FILES["2022/conference.json"])
    for broken in (
        {**conference, "year": "2022"},
        {key: value for key, value in conference.items() if key != "awards"},
        {**conference, "papers": [{**conference["papers"][0], "status": "lost"}]},
    ):
        with pytest.raises(ValidationError):
            schema("conference").validate(broken)


def test_a_slot_and_a_byline_tell_all_that_is_known() -> None:
    conference = json.loads(FILES["2022/conference.json"])
    assert conference["papers"][0]["authors"] == [
        {"id": "ada", "name": "Ada", "affiliations": ["X", "Y"]},
        {"id": None, "name": None, "missing": "others"},
    ]
    assert conference["papers"][0]["links"] == [{"rel": "pdf", "url": "p.pdf", "title": "Paper"}]
    assert conference["sessions"][0]["slots"][0] == {
        "paper": "p",
        "title": "P",
        "start": None,
        "status": "scheduled",
        "type": None,
        "date": None,
        "end": "10:00",
        "end_date": None,
        "room": None,
        "board": "7",
        "guid": None,
        "note": None,
        "people": [
            {
                "id": "bo",
                "name": "Bo",
                "role": "speaker",
                "affiliation": None,
                "homepage": "https://bo.example/",
                "picture": "assets/bo.1.png",
                "alt": "Bo",
                "biography": "He *was*.",
                "guid": None,
                "number": None,
            }
        ],
        "links": [],
        "description": None,
    }


def test_an_edition_tells_its_news_and_who_makes_it() -> None:
    conference = json.loads(FILES["2022/conference.json"])
    named = ("editors", "committees", "sponsors", "deadlines", "announcements", "changes", "pages", "licence")
    assert {name: conference[name] for name in named} == {
        "editors": [{"id": "ada", "name": "Ada", "affiliation": "X", "homepage": None}],
        "committees": [
            {
                "name": "Programme",
                "members": [
                    {
                        "id": None,
                        "name": "Cy",
                        "affiliation": None,
                        "homepage": "https://cy.example/",
                        "role": "Chair",
                    }
                ],
            }
        ],
        "sponsors": [
            {
                "name": "Acme",
                "tier": "Gold",
                "url": None,
                "logo": "assets/acme.2.svg",
                "logo_dark": None,
                "alt": None,
            }
        ],
        "deadlines": [
            {
                "name": "Papers",
                "date": "2022-03-01",
                "time": "23:59",
                "zone": "AoE",
                "note": "Strict.",
                "link": "2022/call/",
            }
        ],
        "announcements": [
            {"date": "2022-02-01", "title": "Hello", "text": "*All* of you.", "link": "https://x.example/"}
        ],
        "changes": [
            {
                "id": "c",
                "date": "2022-08-01",
                "what": "room",
                "session": "s",
                "paper": None,
                "text": "It is in A.",
            }
        ],
        "pages": [{"id": "call", "url": "2022/call/", "title": "Call"}],
        "licence": "CC-BY-4.0",
    }
    assert conference["papers"][0]["licence"] == "CC0-1.0"
    assert conference["papers"][0]["files"] == [{"kind": "slides", "url": "2022/papers/p/p-slides.pdf"}]


def test_what_is_in_a_language_of_its_own_says_so() -> None:
    paper = Paper(id="p", title="Réseaux", language="fr")
    session = Session(id="s", title="Vorträge", language="de")
    conference = Conference(id="e", title="E", papers=(paper,), sessions=(session,))
    found = json.loads(exported(Series(title="S", conferences=(conference,)))["e/conference.json"])
    assert (found["papers"][0]["language"], found["sessions"][0]["language"]) == ("fr", "de")
