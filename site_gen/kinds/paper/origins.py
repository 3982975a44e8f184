"""Where a paper comes from: its fields, byline, awards, and places in the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Authorship, Paper
from site_gen.origins.evidence import MADE_ONCE, Evidence
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site import Catalogue
from site_gen.site.subjects import AwardOf, PaperOf, SessionOf

_SHOWN = ("title", "authors", "abstract")


def _paper(contents: Catalogue, subject: PaperOf) -> Paper:
    return contents.editions[subject.edition].papers[subject.paper]


def _facts(project: Project, subject: PaperOf) -> Iterator[Fact]:
    paper, evidence = _paper(project.site.catalogue, subject), project.evidence_of(subject)
    is_cut = paper.abstract_complete is False
    yield Fact("id", subject.paper, evidence.place(), remark=f"{MADE_ONCE}; the name of its file")
    yield Fact("address", f"/{project.site.address(subject)}", remark="derived: edition and id")
    yield evidence.fact("title")
    yield from _byline(project, evidence, paper)
    yield evidence.fact("abstract", remark="cut: it ends in …" if is_cut else "")
    yield from evidence.rest(_SHOWN)
    yield from _awards(project, subject)
    yield from _appearances(project, subject)


def _byline(project: Project, evidence: Evidence, paper: Paper) -> Iterator[Fact]:
    yield evidence.fact("authors", str(len(paper.authors)) if paper.authors else "")
    for position, authorship in enumerate(paper.authors):
        place = evidence.place("authors", position)
        yield Fact(f"author {position + 1}", _name(authorship), place, remark=_person(project, authorship))


def _name(authorship: Authorship) -> str:
    affiliations = f" ({', '.join(authorship.affiliations)})" if authorship.affiliations else ""
    return (authorship.name or "") + affiliations


def _person(project: Project, authorship: Authorship) -> str:
    """Which person a name as printed is."""
    if authorship.missing:
        return (
            "the source shows that names are missing"
            if authorship.missing == "others"
            else "a name is missing"
        )
    person = project.site.catalogue.people.id_of(authorship)
    return f"person authors/{person}" if person else ""


def _awards(project: Project, subject: PaperOf) -> Iterator[Fact]:
    for award in project.site.catalogue.editions[subject.edition].awards.get(subject.paper, ()):
        evidence = project.evidence_of(AwardOf(subject.edition, award.id))
        position = award.papers.index(subject.paper)
        sources = evidence.source_of("papers", position, len(award.papers))
        yield Fact(
            "award", award.name, evidence.place("papers", position), sources, evidence.remark("papers")
        )


def _appearances(project: Project, subject: PaperOf) -> Iterator[Fact]:
    for appearance in project.site.catalogue.editions[subject.edition].appearances.get(subject.paper, ()):
        session, number = appearance.session, len(appearance.session.slots)
        evidence = project.evidence_of(SessionOf(subject.edition, session.id))
        value = f"{session.title or session.id}, slot {appearance.position} of {number}"
        place = evidence.place("slots", appearance.position - 1)
        sources = evidence.source_of("slots", appearance.position - 1, number)
        yield Fact("session", value, place, sources, evidence.remark_of_slot(appearance.position - 1))


ORIGINS = Origins(
    lambda _, subject: f"paper {subject.edition}/{subject.paper}", _facts, _paper, is_numbered=True
)
