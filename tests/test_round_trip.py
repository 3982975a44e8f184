"""Our own exports read back as source documents: the same facts, as far as each format carries them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from site_gen import markup
from site_gen.conference import (
    Authorship,
    Award,
    Conference,
    Editor,
    Link,
    Paper,
    Participant,
    Revision,
    Room,
    Series,
    Session,
    Slot,
)
from site_gen.conference.identifiers import Doi, Isbn, Issn
from site_gen.conference.page_ranges import PageRange
from site_gen.content import Content
from site_gen.graph.tables import raw
from site_gen.ingest import ingest
from site_gen.locale import locale_of
from site_gen.problems import ProblemLog
from site_gen.site import Site
from tests.rendering import planned, real_site

TREES = Paper(
    id="trees",
    title="Trees: 100% of $x^2$, {all} & more",
    authors=(
        Authorship(name="José Núñez", affiliations=("A; B | C\\D", "Lab 2")),
        Authorship(missing="one"),
        Authorship(name="泽浩 刘", affiliations=("清华大学",)),
        Authorship(name="Ludwig van Beethoven Jr."),
    ),
    abstract='We grow; fast.\n\n=2 paragraphs, "quoted".',
    links=(
        Link(rel="pdf", url="https://x.example/trees.pdf"),
        Link(rel="code", url="https://github.com/x/y"),
    ),
    pages=PageRange.read("1–9"),
    doi=Doi.read("10.1000/trees"),
    keywords=("wood", "leaf & root"),
    licence="MIT",
    erratum="Table 2: read “oak”.",
    corrected=date(2026, 9, 2),
    revisions=(
        Revision(version="1", url="https://x.example/trees-v1.pdf"),
        Revision(version="2", date=date(2026, 9, 1), note="Table 2 is right."),
    ),
)
OWLS = Paper(
    id="owls",
    title="=Owls at Night",
    authors=(Authorship(name="Ann Bee"), Authorship(name="Cy Dee"), Authorship(missing="others")),
    abstract="They see what others …",
    language="fr",
    note="Shown by a friend.",
)
UNTITLED = Paper(id="bee-we-know", authors=(Authorship(name="Ann Bee"),), abstract="We know little.")
SESSIONS = (
    Session(
        id="registration", title="Registration", kind="registration", date=date(2026, 8, 29), start=time(8)
    ),
    Session(
        id="growth",
        title="Growth, part 1",
        kind="oral",
        date=date(2026, 8, 29),
        start=time(9),
        end=time(10),
        room="Hall A",
        people=(Participant(name="Fay Gee", role="chair"),),
        language="de",
        slots=(
            Slot(paper="trees", start=time(9), end=time(9, 20)),
            Slot(
                title="A talk",
                type="Lightning talk",
                start=time(9, 20),
                end=time(9, 40),
                people=(Participant(name="Eva Eff"),),
            ),
            Slot(paper="owls", start=time(9, 40), end=time(10), room="Hall B"),
        ),
    ),
    Session(
        id="posters",
        title="Posters",
        kind="poster",
        date=date(2026, 8, 29),
        start=time(10),
        end=time(11, 30),
        room="Hall B",
        slots=(Slot(paper="owls"), Slot(paper="trees"), Slot(paper="bee-we-know")),
    ),
    Session(id="lunch", title="Lunch", kind="break", date=date(2026, 8, 29), start=time(12), end=time(13)),
    Session(
        id="keynote",
        title="Why?",
        kind="invited-talk",
        date=date(2026, 8, 30),
        start=time(9),
        end=time(10),
        people=(
            Participant(name="Fay Gee", role="chair"),
            Participant(
                name="Eva Eff",
                affiliation="Lab 3",
                homepage="https://x.example/é",
                biography="She asks.\n\nMuch.",
            ),
            Participant(name="Cy Dee", role="panelist"),
        ),
        description="It is asked.\n\nOften.",
        language="pt-BR",
        links=(Link(rel="video", url="https://x.example/v"),),
    ),
    Session(id="dinner", title="Dinner", kind="social"),
)
SMALL = Series(
    title="Small",
    conferences=(
        Conference(
            id="2026",
            title="Small 2026",
            year=2026,
            time_zone="Europe/Berlin",
            proceedings="Proceedings of {Small} & Tiny",
            volume="4",
            issn=Issn.read("1234-5679"),
            isbn=Isbn.read("978-1-57586-990-2"),
            publisher="Müller & Sons",
            editors=(
                Editor(name="Ada Bee"),
                Editor(name="Ludwig van Beethoven", family="van Beethoven"),
                Editor(name="Plato"),
            ),
            licence="CC-BY-4.0",
            rooms=(Room(id="hall-a", name="Hall A"), Room(id="hall-b", name="Hall B")),
            papers=(TREES, OWLS, UNTITLED),
            sessions=SESSIONS,
        ),
    ),
)


PROCEEDINGS = ("proceedings", "volume", "issn", "isbn", "publisher", "editors", "licence")


def read_back(site: Site, edition: str, files: tuple[str, ...], project: Path) -> Conference:
    """The edition that a project gets from nothing but these exports."""
    return read_documents({file: written(site, f"{edition}/{file}") for file in files}, edition, project)


def written(site: Site, route: str) -> bytes:
    """The bytes of an export."""
    (file,) = (file for file in site.files if file.route == route)
    return file.export.body(site, file.subject)


def read_documents(documents: Mapping[str, bytes], edition: str, project: Path) -> Conference:
    """The edition that a project gets from nothing but these documents."""
    problems = ingested(documents, edition, project)
    assert [str(problem) for problem in problems.errors] == []
    series = Content(project).series(problems)
    assert series
    (conference,) = series.conferences
    assert conference.id == edition
    return conference


def ingested(documents: Mapping[str, bytes], edition: str, project: Path) -> ProblemLog:
    """What the ingest of a project with nothing but these documents reports."""
    sources = project / "content" / "sources"
    sources.mkdir(parents=True)
    (project / "content" / "site.yaml").write_text("title: Fresh\n")
    for name, body in documents.items():
        (sources / f"{edition}-{name}").write_bytes(body)
    problems = ProblemLog()
    ingest(project, problems)
    return problems


def whole(conference: Conference, site: Site) -> tuple[Conference, list[Paper], list[Session]]:
    """What is said of the edition, its papers and its sessions, these without ids, which follow from titles.

    A slot names its paper by its words; a paper has its licence whether it is its own or the edition's.
    """
    papers = {paper.id: shown(paper, site) for paper in conference.papers}
    sessions = [
        replace(
            session,
            id="",
            slots=tuple(
                replace(slot, paper=slot.paper and named(papers[slot.paper])) for slot in session.slots
            ),
        )
        for session in conference.sessions
    ]
    edition = replace(SMALL.conferences[0], **{name: getattr(conference, name) for name in PROCEEDINGS})
    licensed = [replace(paper, licence=paper.licence or conference.licence) for paper in papers.values()]
    return edition, sorted(licensed, key=named), sorted(sessions, key=repr)


def named(paper: Paper) -> str:
    return paper.title or paper.abstract or ""


def shown(paper: Paper, site: Site) -> Paper:
    """A paper with the names that the site shows; family names follow from them."""
    authors = (
        replace(each, name=site.catalogue.people.shown_name(each), family=None, author=None)
        for each in paper.authors
    )
    return replace(paper, id="", authors=tuple(authors))


# What each format carries of an edition


# BibTeX has both parts of a name, and not how they stand: Han names come whole, the family name first.
_OWN_ORDER = {"泽浩 刘": "刘泽浩"}


def in_bibtex(conference: Conference) -> Conference:
    """Papers: title, byline, abstract in one plain paragraph, pages, DOI, keywords, publisher's page.

    Names that are missing, wherever they are, are "and others" at the end. The proceedings have a title,
    which is else the edition's.
    """
    conference = replace(conference, proceedings=conference.proceedings or conference.title)
    return replace(conference, sessions=(), papers=tuple(map(paper_in_bibtex, conference.papers)))


def paper_in_bibtex(paper: Paper) -> Paper:
    known = tuple(
        replace(each, affiliations=(), name=_OWN_ORDER.get(each.name or "", each.name))
        for each in paper.authors
        if not each.missing
    )
    others = (Authorship(missing="others"),) if len(known) < len(paper.authors) else ()
    of_doi = (Link(rel="doi", url=f"https://doi.org/{paper.doi}"),) if paper.doi else ()
    return replace(
        paper,
        authors=known + others,
        abstract=paper.abstract and paper.abstract.replace("\n\n", " "),
        note=None,
        erratum=None,
        revisions=(),
        corrected=None,
        links=(*of_doi, *(link for link in paper.links if link.rel == "paper")),
    )


def without_markup(conference: Conference) -> Conference:
    """LaTeX has no Markdown, and a dash of its own for "--": texts are compared as plain words."""
    papers = (
        replace(
            paper,
            title=paper.title and markup.plain(paper.title),
            abstract=paper.abstract and markup.plain(paper.abstract),
        )
        for paper in conference.papers
    )
    return replace(conference, papers=tuple(papers))


def in_tables(conference: Conference) -> Conference:
    """Papers without their versions; sessions with their papers in order, then their talks.

    Of people in sessions their names and roles; of slots no times, rooms or people. Of the proceedings the
    licence.
    """
    return replace(
        without_proceedings(conference),
        licence=conference.licence,
        papers=tuple(replace(paper, revisions=(), corrected=None) for paper in conference.papers),
        sessions=tuple(
            replace(
                session,
                people=tuple(Participant(name=each.name, role=each.role) for each in session.people),
                slots=(
                    *(Slot(paper=slot.paper) for slot in session.slots if slot.paper),
                    *(Slot(title=slot.title) for slot in session.slots if slot.title),
                ),
            )
            for session in conference.sessions
        ),
    )


def without_proceedings(conference: Conference) -> Conference:
    """An edition of whose proceedings nothing is said."""
    return replace(
        conference,
        proceedings=None, volume=None, issn=None, isbn=None, publisher=None, licence=None, editors=(),
    )  # fmt: skip


def in_schedule(conference: Conference) -> Conference:
    """Sessions with a start; slots, with their papers, of sessions whose slots all have one.

    Of a paper: title without markup, byline, abstract, links, language. Links are told before files.
    """
    timed = [session for session in conference.sessions if session.date and session.start]
    sessions = tuple(map(session_in_schedule, timed))
    scheduled = {slot.paper for session in sessions for slot in session.slots}
    return replace(
        without_proceedings(conference),
        papers=tuple(paper_in_schedule(paper) for paper in conference.papers if paper.id in scheduled),
        sessions=sessions,
    )


def session_in_schedule(session: Session) -> Session:
    return session if all(slot.start for slot in session.slots) else replace(session, slots=())


def paper_in_schedule(paper: Paper) -> Paper:
    links = tuple(sorted(paper.links, key=lambda link: link.rel == "pdf"))
    title = paper.title and markup.plain(paper.title)
    return replace(
        paper,
        title=title,
        links=links,
        pages=None,
        doi=None,
        keywords=(),
        licence=None,
        note=None,
        erratum=None,
        revisions=(),
        corrected=None,
    )


FORMATS: tuple[tuple[tuple[str, ...], Callable[[Conference], Conference]], ...] = (
    (("papers.bib",), in_bibtex),
    (("papers.csv", "sessions.csv"), in_tables),
    (("schedule.json",), in_schedule),
    (("schedule.xml",), in_schedule),
)


@pytest.mark.parametrize(("files", "carried"), FORMATS, ids=[" ".join(files) for files, _ in FORMATS])
@pytest.mark.parametrize("name", ["small", "real"])
def test_an_export_read_back_gives_the_same_facts(
    tmp_path: Path, name: str, files: tuple[str, ...], carried: Callable[[Conference], Conference]
) -> None:
    site, edition = (planned(SMALL), "2026") if name == "small" else (real_site(), "2022")
    again = read_back(site, edition, files, tmp_path)
    expected = carried(raw(site.catalogue.editions[edition].conference))
    if carried is in_bibtex:
        again, expected = without_markup(again), without_markup(expected)
    assert whole(again, site) == whole(expected, site)


def test_tables_and_bibtex_together_give_each_paper_once(tmp_path: Path) -> None:
    again = read_back(planned(SMALL), "2026", ("papers.csv", "sessions.csv", "papers.bib"), tmp_path)
    assert [paper.title for paper in again.papers] == [UNTITLED.title, OWLS.title, TREES.title]
    assert [len(session.slots) for session in again.sessions] == [0, 3, 3, 0, 0, 0]


# A site in another language: every word of the interface is another one


@pytest.mark.parametrize("name", ["schedule.json", "schedule.xml"])
@pytest.mark.parametrize("language", ["de", "ar-EG"])
def test_a_schedule_in_another_language_reads_back_to_the_same_facts(
    tmp_path: Path, language: str, name: str
) -> None:
    locale = locale_of(language)
    site = planned(SMALL, locale=locale)
    document = written(site, f"2026/{name}")
    assert locale.words.no_room.encode() in document
    assert b"Room not given" not in document and b"Part of" not in document
    again = read_documents({name: document}, "2026", tmp_path)
    assert whole(again, site) == whole(in_schedule(SMALL.conferences[0]), site)


@pytest.mark.parametrize(
    "route",
    ["2026/conference.json", "2026/papers.csv", "2026/sessions.csv", "2026/now.json", "authors.json"],
)
def test_files_that_are_read_back_hold_ids_and_no_word_of_a_language(route: str) -> None:
    files = [written(planned(SMALL, locale=locale_of(each)), route) for each in ("en", "de", "ar-EG")]
    assert files[0] == files[1] == files[2]


# A file of ours that was edited, or is of another time


@pytest.mark.parametrize(
    ("facts", "reported"),
    [
        (
            None,
            "this schedule was written by an older Plenary, which gave roles and slots in words only",
        ),
        ({"version": 2}, "this schedule of Plenary is of version 2; known here is 1"),
    ],
)
def test_a_schedule_of_ours_of_another_version_is_refused(
    tmp_path: Path, facts: dict[str, Any] | None, reported: str
) -> None:
    document = json.loads(written(planned(SMALL), "2026/schedule.json"))
    document["schedule"]["plenary"] = facts
    problems = ingested({"schedule.json": json.dumps(document).encode()}, "2026", tmp_path)
    (error,) = problems.errors
    assert str(error).splitlines()[0].partition(" error: ")[2] == f"{reported} [old-schedule]"
    assert (error.place.file, error.place.line) == ("content/sources/2026-schedule.json", 1)


def test_what_was_added_to_a_schedule_of_ours_by_hand_is_read_as_elsewhere(tmp_path: Path) -> None:
    document = json.loads(written(planned(SMALL), "2026/schedule.json"))
    (hall, *_) = document["schedule"]["conference"]["days"][1]["rooms"].values()
    hall[0]["start"], hall[0]["date"] = "09:30", "2026-08-30T09:30:00+02:00"
    hall[0]["links"].append({"type": "article", "title": "Notes", "url": "https://x.example/n"})
    hall.append({**hall[0], "guid": "5b6f5cf1-3b5f-4a8e-8f0c-9d4a2f0c7a11", "title": "Late", "type": "talk"})
    again = read_documents({"schedule.json": json.dumps(document).encode()}, "2026", tmp_path)
    late, keynote = (
        next(session for session in again.sessions if session.title == title) for title in ("Late", "Why?")
    )
    assert (keynote.start, keynote.links) == (
        time(9, 30),
        (
            Link(rel="video", url="https://x.example/v"),
            Link(rel="paper", url="https://x.example/n", title="Notes"),
        ),
    )
    assert (late.start, [person.name for person in late.people]) == (
        time(9, 30),
        ["Fay Gee", "Eva Eff", "Cy Dee"],
    )


def test_an_id_that_is_none_is_reported_and_the_person_stays(tmp_path: Path) -> None:
    document = written(planned(SMALL), "2026/schedule.json").replace(b'"role":"chair"', b'"role":"boss"')
    problems = ingested({"schedule.json": document}, "2026", tmp_path)
    assert [problem.what for problem in problems.warnings if problem.code == "unknown-id"] == [
        "no role 'boss'"
    ] * 2


def test_nights_come_back_from_conference_json(tmp_path: Path) -> None:
    friday, saturday = date(2026, 10, 2), date(2026, 10, 3)
    night = Session(
        id="ctf", title="CTF", kind="workshop", date=friday, start=time(11), end=time(10), end_date=saturday,
        slots=(
            Slot(title="Start", start=time(11), end=time(12)),
            Slot(title="Vigil", start=time(13), end=time(9), end_date=saturday),
            Slot(title="Finale", date=saturday, start=time(9), end=time(10)),
        ),
    )  # fmt: skip
    edition = Conference(id="2026", title="Camp", year=2026, time_zone="Europe/Rome", sessions=(night,))
    site = planned(Series(title="Camp", conferences=(edition,)))
    assert read_back(site, "2026", ("conference.json",), tmp_path).sessions == (night,)


def test_everything_that_a_programme_says_comes_back_from_conference_json(tmp_path: Path) -> None:
    whole = Session(
        id="owl-workshop", title="Owl Workshop", kind="workshop", date=date(2026, 10, 2), start=time(9),
        status="moved", note="Now in the loft", room="Loft", guid="7f1d", number=12,
        people=(
            Participant(
                name="Ann Bee", role="organiser", homepage="https://x.example/a", biography="She owls."
            ),
        ),
    )  # fmt: skip
    part = Session(
        id="owl-talks", title="Owl Talks", kind="oral", date=date(2026, 10, 2), start=time(10),
        part_of="owl-workshop", slots=(Slot(title="Hoots", status="late", note="Ten minutes", guid="9a"),),
    )  # fmt: skip
    papers = (OWLS, replace(TREES, doi=None, erratum=None, revisions=(), corrected=None, licence=None))
    edition = Conference(
        id="2026", title="Camp", year=2026, time_zone="Europe/Rome", day_change=time(4), location="Rome",
        first_day=date(2026, 10, 2), last_day=date(2026, 10, 3), proceedings="Proc. of Camp", volume="3",
        issn=Issn.read("2049-3630"), isbn=Isbn.read("978-3-16-148410-0"), editors=(Editor(name="Cy Dee"),),
        papers=papers, sessions=(whole, part),
        awards=(
            Award(id="best-paper", name="Best Paper", papers=("owls",)),
            Award(id="test-of-time", name="Test of Time", papers=("owls", "trees")),
        ),
    )  # fmt: skip
    back = read_back(
        planned(Series(title="Camp", conferences=(edition,))), "2026", ("conference.json",), tmp_path
    )
    same = "day_change location first_day last_day proceedings volume issn isbn editors sessions"
    assert [getattr(back, name) for name in same.split()] == [getattr(edition, name) for name in same.split()]
    assert [(award.name, len(award.papers)) for award in back.awards] == [
        ("Best Paper", 1),
        ("Test of Time", 2),
    ]
