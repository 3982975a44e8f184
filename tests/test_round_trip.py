"""Our own exports read back as source documents: the same facts, as far as each format carries them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from site_gen import markup
from site_gen.conference import (
    Authorship,
    Conference,
    Editor,
    Link,
    Paper,
    Participant,
    Room,
    Series,
    Session,
    Slot,
)
from site_gen.content import Content
from site_gen.exports.frab import events as frab_events
from site_gen.exports.frab import schedule as frab_schedule
from site_gen.ingest import ingest
from site_gen.ingest.formats.frab import own, schedule
from site_gen.problems import ProblemLog
from site_gen.site import Site
from tests.rendering import planned, real_site

TREES = Paper(
    id="trees",
    title="Trees: 100% of $x^2$, {all} & more",
    authors=(
        Authorship(name="José Núñez"),
        Authorship(missing="one"),
        Authorship(name="泽浩 刘"),
        Authorship(name="Ludwig van Beethoven Jr."),
    ),
    abstract='We grow; fast.\n\n=2 paragraphs, "quoted".',
    links=(
        Link(rel="pdf", url="https://x.example/trees.pdf"),
        Link(rel="code", url="https://github.com/x/y"),
    ),
    pages="1–9",
    doi="10.1000/trees",
    keywords=("wood", "leaf & root"),
    licence="MIT",
    erratum="Table 2: read “oak”.",
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
            Slot(title="A talk", start=time(9, 20), end=time(9, 40), people=(Participant(name="Eva Eff"),)),
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
            Participant(name="Eva Eff"),
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
            issn="1234-5679",
            isbn="978-1-57586-990-1",
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
    bodies = {file.route: file.export.body(site, file.key) for file in site.files}
    sources = project / "content" / "sources"
    sources.mkdir(parents=True)
    (project / "content" / "site.yaml").write_text("title: Fresh\n")
    for file in files:
        (sources / f"{edition}-{file}").write_bytes(bodies[f"{edition}/{file}"])
    problems = ProblemLog()
    ingest(project, problems)
    assert [str(problem) for problem in problems.errors] == []
    series = Content(project).series(problems)
    assert series
    (conference,) = series.conferences
    assert conference.id == edition
    return conference


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
    names = [(site.catalogue.people.shown_name(each), each.missing) for each in paper.authors]
    return replace(
        paper, id="", authors=tuple(Authorship(name=name, missing=missing) for name, missing in names)
    )


def with_one_missing(paper: Paper) -> tuple[Authorship, ...]:
    return tuple(replace(each, missing=each.missing and "one") for each in paper.authors)


# What each format carries of an edition


def in_bibtex(conference: Conference) -> Conference:
    """Papers: title, byline, abstract in one plain paragraph, pages, DOI, keywords, publisher's page.

    Names that are missing, wherever they are, are "and others" at the end. The proceedings have a title,
    which is else the edition's.
    """
    conference = replace(conference, proceedings=conference.proceedings or conference.title)
    return replace(conference, sessions=(), papers=tuple(map(paper_in_bibtex, conference.papers)))


def paper_in_bibtex(paper: Paper) -> Paper:
    known = tuple(each for each in paper.authors if not each.missing)
    others = (Authorship(missing="others"),) if len(known) < len(paper.authors) else ()
    of_doi = (Link(rel="doi", url=f"https://doi.org/{paper.doi}"),) if paper.doi else ()
    return replace(
        paper,
        authors=known + others,
        abstract=paper.abstract and paper.abstract.replace("\n\n", " "),
        note=None,
        erratum=None,
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
    """Papers whole, but for why a name is missing; sessions with their papers in order, then their talks.

    Of people in sessions their names and roles; of slots no times, rooms or people. Of the proceedings the
    licence.
    """
    return replace(
        without_proceedings(conference),
        licence=conference.licence,
        papers=tuple(replace(paper, authors=with_one_missing(paper)) for paper in conference.papers),
        sessions=tuple(
            replace(
                session,
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

    Of such a session it does not say when it ends, nor whether a room is its own or its slots'. Of a
    paper: title without markup, byline, abstract, links, language. Links are told before files. A session
    of slots has a language only where one of them is no paper, which else has the session's.
    """
    timed = [session for session in conference.sessions if session.date and session.start]
    sessions = tuple(map(session_in_schedule, timed))
    told = {slot.paper for session in sessions for slot in session.slots}
    return replace(
        without_proceedings(conference),
        papers=tuple(paper_in_schedule(paper, timed) for paper in conference.papers if paper.id in told),
        sessions=sessions,
    )


def session_in_schedule(session: Session) -> Session:
    slots = session.slots if all(slot.start for slot in session.slots) else ()
    rooms = tuple(replace(slot, room=slot.room or session.room) for slot in slots)
    return replace(
        session, slots=rooms, end=None if slots else session.end, room=None if slots else session.room
    )


def paper_in_schedule(paper: Paper, sessions: Sequence[Session]) -> Paper:
    of_session = [each.language for each in sessions for slot in each.slots if slot.paper == paper.id]
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
        language=paper.language or next(filter(None, of_session), None),
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
    expected = carried(site.catalogue.editions[edition].conference)
    if carried is in_bibtex:
        again, expected = without_markup(again), without_markup(expected)
    assert whole(again, site) == whole(expected, site)


def test_tables_and_bibtex_together_give_each_paper_once(tmp_path: Path) -> None:
    again = read_back(planned(SMALL), "2026", ("papers.csv", "sessions.csv", "papers.bib"), tmp_path)
    assert [paper.title for paper in again.papers] == [UNTITLED.title, OWLS.title, TREES.title]
    assert [len(session.slots) for session in again.sessions] == [0, 3, 3, 0, 0, 0]


def test_what_our_schedules_say_of_what_they_do_not_know_is_known_to_their_reader() -> None:
    assert (
        frab_events.END_NOT_KNOWN,
        frab_schedule.NO_ROOM,
        read_schedule_generator(),
    ) == (own.END_NOT_KNOWN, own.NO_ROOM, schedule.OURS)


def read_schedule_generator() -> str:
    site = planned(SMALL)
    (body,) = (file.export.body(site, file.key) for file in site.files if file.route == "2026/schedule.json")
    name = json.loads(body)["generator"]["name"]
    assert isinstance(name, str)
    return name
