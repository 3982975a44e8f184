"""Explains what is above papers and sessions: the series, its editions, lists, prose pages, redirects."""

from __future__ import annotations

from site_gen.content import paths
from site_gen.explain.evidence import BY_HAND, Evidence, Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.explain.programme import explain_awards
from site_gen.problems import Place
from site_gen.site import Subject
from site_gen.text import counted

_ELSEWHERE = ("authors", "conferences", "pages", "papers", "sessions", "awards", "rooms", "tracks", "year")


def explain_series(project: Project) -> Explanation:
    """Where the facts of the whole site came from."""
    catalogue = project.site.catalogue
    evidence = project.evidence("series", "", "", catalogue.series)
    facts = [*evidence.rest(_ELSEWHERE)]
    for edition in catalogue.editions.values():
        own = edition.conference
        facts.append(Fact("edition", f"{own.id}: {own.title}", Place(paths.conference(own.id))))
    return Explanation(f"series {catalogue.series.title}", tuple(facts))


def explain_edition(project: Project, edition: str) -> Explanation:
    """Where the facts of an edition came from."""
    conference = project.site.catalogue.editions[edition].conference
    evidence = project.evidence("conference", edition, edition, conference)
    written = project.content.mapping(paths.conference(edition), project.problems) or {}
    facts = [Fact("id", edition, Place(f"{paths.CONTENT}/{edition}"), remark="the name of its folder")]
    facts += [_edition_fact(evidence, field, written) for field in evidence.fields if field not in _ELSEWHERE]
    if conference.year:
        remark = "" if "year" in written else "derived: the edition's id"
        place = evidence.place("year") if "year" in written else None
        facts.append(Fact("year", str(conference.year), place, remark=remark))
    for kind in ("papers", "sessions", "awards"):
        number = len(getattr(conference, kind))
        where = paths.file_of(kind, edition, "*")
        facts.append(
            Fact(kind, str(number), Place(where) if number else None, remark="explain one by its id")
        )
    return Explanation(f"edition {edition}", tuple(facts))


def _edition_fact(evidence: Evidence, field: str, written: dict[str, object] | object) -> Fact:
    if isinstance(written, dict) and field not in written:
        return Fact(
            field, str(evidence.fields[field]), remark="derived: the series' title and the edition's id"
        )
    return evidence.fact(field)


def explain_papers(project: Project, edition: str) -> Explanation:
    """Where the titles of an edition's papers came from."""
    papers = project.site.catalogue.editions[edition].papers
    facts = []
    for paper in papers.values():
        evidence = project.evidence("papers", edition, paper.id, paper)
        title = evidence.fact("title")
        place = title.place or evidence.place()
        facts.append(Fact(f"paper {edition}/{paper.id}", title.value, place, title.sources, title.remark))
    return Explanation(f"papers of {edition}: {counted(len(facts), 'paper')}", tuple(facts))


def explain_authors(project: Project) -> Explanation:
    """Who is in authors.yaml; everybody else is derived from bylines."""
    catalogue = project.site.catalogue
    entries = catalogue.series.authors
    facts = [
        Fact(f"person {each.id}", each.name, project.content.locate("authors", "", each.id))
        for each in entries
    ]
    others = len(catalogue.people.authors) - len(entries)
    facts.append(
        Fact("others", counted(others, "person", "people"), remark="derived: names as printed in bylines")
    )
    return Explanation("authors", tuple(facts))


def explain_award_history(project: Project) -> Explanation:
    """Where the awards of all editions came from."""
    facts: list[Fact] = []
    for edition in project.site.catalogue.editions:
        facts += explain_awards(project, edition).facts
    return Explanation("awards of all editions", tuple(facts))


def explain_prose(project: Project, edition: str, page: str) -> Explanation:
    """Where a page of prose came from."""
    found = project.site.catalogue.prose_page(edition, page)
    file = paths.page(edition, page)
    facts = (Fact("title", found.title, Place(file, 1), remark=BY_HAND),
             Fact("text", found.markdown, Place(file, found.line), remark=BY_HAND))  # fmt: skip
    return Explanation(f"page {edition}/{page}" if edition else f"page {page}", facts)


def explain_redirect(project: Project, old: str, new: str) -> Explanation:
    """Why an address leads to another one."""
    for position, redirect in enumerate(project.site.catalogue.series.redirects):
        if redirect.old.strip("/") == old.strip("/"):
            place = project.content.locate("series", "", "", "redirects", position)
            return Explanation(f"redirect {old}", (Fact("leads to", new, place, remark=BY_HAND),))
    person = new.strip("/").rpartition("/")[2]
    place = project.content.locate("authors", "", person, "aliases")
    return Explanation(f"redirect {old}", (Fact("leads to", new, place, remark="derived: an alias"),))


def explain_page(project: Project, subject: Subject) -> Explanation:
    """What a page is that only gathers what others say, and the content that it is made of."""
    page = next(each for each in project.site.pages if each.subject == subject)
    view = project.site.view(subject)
    facts = [
        Fact("kind", page.kind.name, remark="a page of the tool's own: it gathers what other pages say"),
        Fact("title", view.about.title, remark="derived: the words of the interface"),
        Fact(
            "address",
            f"/{page.route}",
            remark="derived: its kind" + (" and edition" if subject.edition else ""),
        ),
        Fact("made of", page.source.file, page.source),
    ]
    if view.about.description:
        facts.append(Fact("shows", view.about.description, remark="derived"))
    return Explanation(f"page /{page.route}", tuple(facts))
