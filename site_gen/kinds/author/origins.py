"""Where a person comes from: name, spellings, and every byline and role with the rule that joined it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Author, Authorship, Participant
from site_gen.conference.family_names import family_name
from site_gen.conference.participants import participants
from site_gen.content.provenance import entity_provenance
from site_gen.origins.evidence import BY_HAND, Evidence
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site.subjects import PaperOf, PersonOf, SessionOf
from site_gen.text import counted, fold

_SHOWN = ("name", "family", "aliases", "former_names")


def _facts(project: Project, subject: PersonOf) -> Iterator[Fact]:
    contents = project.site.catalogue
    author = contents.people.authors[subject.person]
    entry = next((each for each in contents.series.authors if each.id == author.id), None)
    bylines = list(_bylines(project, author))
    yield from _names(project, author, entry, len(bylines))
    yield from _spellings(project, entry) if entry else ()
    yield from bylines
    yield from _roles(project, author)


def _names(project: Project, author: Author, entry: Author | None, bylines: int) -> Iterator[Fact]:
    address = f"/{project.site.address(PersonOf(author.id))}"
    if entry is None:
        yield Fact("id", author.id, remark="derived: the slug of the name")
        yield Fact("address", address, remark="derived: the id")
        yield Fact("name", author.name, remark=f"derived: the best spelling of {counted(bylines, 'byline')}")
    else:
        yield Fact("id", author.id, project.content.locate("authors", "", author.id, "id"))
        yield Fact("address", address, remark="derived: the id")
        yield Fact("name", author.name, project.content.locate("authors", "", author.id, "name"))
    if entry and entry.family:
        yield Fact("family name", entry.family, project.content.locate("authors", "", author.id, "family"))
    elif author.family:
        yield Fact("family name", author.family, remark="derived: a byline tells it")
    else:
        yield Fact("family name", family_name(author), remark="derived: the last word of the name")


def _spellings(project: Project, entry: Author) -> Iterator[Fact]:
    """Aliases and former names, and what else authors.yaml says."""
    provenance = _sourced_aliases(project, entry.id)
    for position, alias in enumerate(entry.aliases):
        place = project.content.locate("authors", "", entry.id, "aliases", position)
        sources = provenance.get(fold(alias), ())
        remark = "two bylines of one paper align there" if sources else BY_HAND
        yield Fact("alias", alias, place, sources, remark)
    for position, former in enumerate(entry.former_names):
        place = project.content.locate("authors", "", entry.id, "former_names", position)
        remark = "hidden: it matches sources and is published nowhere" if former.hidden else BY_HAND
        yield Fact("former name", former.name, place, remark=remark)
    yield from project.evidence("authors", "", entry.id, entry).rest(_SHOWN)


def _sourced_aliases(project: Project, person: str) -> dict[str, tuple[str, ...]]:
    """The source places of each folded alias, over all editions."""
    found: dict[str, tuple[str, ...]] = {}
    for edition in project.site.catalogue.editions:
        provenance = entity_provenance(project.content, edition, "authors", person, project.problems)
        for alias, each in provenance.items():
            found[alias] = (*found.get(alias, ()), *each.places)
    return found


def _bylines(project: Project, author: Author) -> Iterator[Fact]:
    people = project.site.catalogue.people
    for each in people.papers.get(author.id, ()):
        paper = project.site.catalogue.editions[each.edition].papers[each.paper]
        evidence = project.evidence_of(PaperOf(each.edition, each.paper))
        for position, authorship in enumerate(paper.authors):
            if people.id_of(authorship) == author.id:
                name = f"{authorship.name or ''}, author {position + 1} of {len(paper.authors)}"
                yield Fact(
                    f"paper {each.edition}/{each.paper}",
                    name,
                    evidence.place("authors", position),
                    evidence.sources("authors"),
                    _joined(authorship, author, evidence),
                )


def _joined(printed: Authorship | Participant, author: Author, evidence: Evidence | None = None) -> str:
    """The rule by which a name as printed is this person."""
    edited = evidence.remark("authors") if evidence else ""
    return "; ".join(each for each in (_rule(printed, author), edited) if each)


def _rule(printed: Authorship | Participant, author: Author) -> str:
    name = printed.name or ""
    if printed.author:
        return "the content names the person"
    if name == author.name:
        return "the same name"
    if fold(name) == fold(author.name):
        return "the same name but for case, accents or spaces"
    if fold(name) in map(fold, author.aliases):
        return "an alias in authors.yaml"
    return "a former name in authors.yaml"


def _roles(project: Project, author: Author) -> Iterator[Fact]:
    for edition_id, edition in project.site.catalogue.editions.items():
        for session in edition.sessions.values():
            for steps, participant in participants(session):
                if project.site.catalogue.people.id_of(participant) == author.id:
                    evidence = project.evidence_of(SessionOf(edition_id, session.id))
                    yield Fact(
                        f"session {edition_id}/{session.id}",
                        f"{participant.name}, {participant.role}",
                        evidence.place(*steps),
                        evidence.sources(str(steps[0])),
                        _joined(participant, author),
                    )


ORIGINS = Origins(lambda _, subject: f"person authors/{subject.person}", _facts)
