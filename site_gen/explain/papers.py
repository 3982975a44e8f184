"""Explains a paper: its fields, byline, awards, and places in the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Authorship, Paper
from site_gen.explain.evidence import Evidence, Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.site.subjects import PaperOf

_SHOWN = ("title", "authors", "abstract")
MADE_ONCE = "derived: made once from the first title; it never changes"


def explain_paper(project: Project, edition: str, paper_id: str) -> Explanation:
    """Where the facts of a paper came from."""
    paper = project.site.catalogue.editions[edition].papers[paper_id]
    evidence = project.evidence("papers", edition, paper_id, paper)
    address = f"/{project.site.address(PaperOf(edition, paper_id))}"
    facts = [
        Fact("id", paper_id, evidence.place(), remark=f"{MADE_ONCE}; the name of its file"),
        Fact("address", address, remark="derived: edition and id"),
        evidence.fact("title"),
        *_byline(project, evidence, paper),
        evidence.fact("abstract", remark="cut: it ends in …" if paper.abstract_complete is False else ""),
        *evidence.rest(_SHOWN),
        *_awards(project, edition, paper_id),
        *_appearances(project, edition, paper_id),
    ]
    return Explanation(f"paper {edition}/{paper_id}", tuple(facts))


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


def _awards(project: Project, edition: str, paper: str) -> Iterator[Fact]:
    for award in project.site.catalogue.editions[edition].awards.get(paper, ()):
        evidence = project.evidence("awards", edition, award.id, award)
        position = award.papers.index(paper)
        sources = evidence.source_of("papers", position, len(award.papers))
        yield Fact(
            "award", award.name, evidence.place("papers", position), sources, evidence.remark("papers")
        )


def _appearances(project: Project, edition: str, paper: str) -> Iterator[Fact]:
    for appearance in project.site.catalogue.editions[edition].appearances.get(paper, ()):
        session, number = appearance.session, len(appearance.session.slots)
        evidence = project.evidence("sessions", edition, session.id, session)
        value = f"{session.title or session.id}, slot {appearance.position} of {number}"
        place = evidence.place("slots", appearance.position - 1)
        sources = evidence.source_of("slots", appearance.position - 1, number)
        yield Fact("session", value, place, sources, evidence.remark_of_slot(appearance.position - 1))
