"""Explains what is above papers and sessions: the series, its editions, lists, prose pages, redirects."""

from __future__ import annotations

from site_gen.content import paths
from site_gen.explain.evidence import BY_HAND, Evidence, Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.problems import Place
from site_gen.site import Subject
from site_gen.site.subjects import PaperOf, RedirectOf, SeriesHome

_ELSEWHERE = (
    "authors", "conferences", "pages", "papers", "sessions", "awards", "rooms", "tracks",
    "volumes", "year",
)  # fmt: skip


def explain_series(project: Project) -> Explanation:
    """Where the facts of the whole site came from."""
    catalogue = project.site.catalogue
    evidence = project.evidence("series", "", "", catalogue.series)
    editions = project.site.kind_of(SeriesHome()).gathers(catalogue, SeriesHome())
    facts = (*evidence.rest(_ELSEWHERE), *map(project.line, editions))
    return Explanation(f"series {catalogue.series.title}", facts)


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


def explain_prose(project: Project, edition: str, page: str) -> Explanation:
    """Where a page of prose came from."""
    found = project.site.catalogue.prose_page(edition, page)
    file = paths.page(edition, page)
    facts = (Fact("title", found.title, Place(file, 1), remark=BY_HAND),
             Fact("text", found.markdown, Place(file, found.line), remark=BY_HAND))  # fmt: skip
    return Explanation(f"page {edition}/{page}" if edition else f"page {page}", facts)


def explain_redirect(project: Project, redirect: RedirectOf) -> Explanation:
    """Why an address leads to another one."""
    if redirect.person:
        place, remark = project.content.locate("authors", "", redirect.person, "aliases"), "derived: an alias"
    else:
        all_old = [each.old.strip("/") for each in project.site.catalogue.series.redirects]
        position = all_old.index(redirect.old.strip("/"))
        place, remark = project.content.locate("series", "", "", "redirects", position), BY_HAND
    return Explanation(f"redirect {redirect.old}", (Fact("leads to", redirect.new, place, remark=remark),))


def explain_page(project: Project, subject: Subject) -> Explanation:
    """What a page is that only gathers what others say, the content that it is made of, and these others."""
    kind, contents = project.site.kind_of(subject), project.site.catalogue
    others = (*kind.gathers(contents, subject), *(PaperOf(*each) for each in kind.papers(contents, subject)))
    page = next(each for each in project.site.pages if each.subject == subject)
    view = project.site.view(subject)
    facts = [
        Fact("kind", page.kind.name, remark="a page of the tool's own: it gathers what other pages say"),
        _title(project, kind.written(subject), view.about.title),
        Fact(
            "address",
            f"/{page.route}",
            remark="derived: its kind" + (" and edition" if subject.edition else ""),
        ),
        Fact("made of", page.source.file, page.source),
    ]
    if view.about.description:
        facts.append(Fact("shows", view.about.description, remark="derived"))
    return Explanation(f"page /{page.route}", (*facts, *map(project.line, others)))


def _title(project: Project, written: tuple[str, ...], title: str) -> Fact:
    """What a page is called: as content says at the place at which it is edited, or by others alone."""
    if not written:
        return Fact("title", title, remark="derived: the words of the interface")
    place = project.content.locate(*written)
    return Fact("title", title, place) if place.line else Fact("title", title, remark="derived: named below")
