"""A person over all editions."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind, Listed, Site
from site_gen.site.subjects import AuthorsIndex, PersonOf


def _subjects(contents: Catalogue) -> Iterator[tuple[PersonOf, Place]]:
    for author in contents.people.authors:
        yield PersonOf(author), contents.locate("authors", "", author)


def _titles(contents: Catalogue, subject: PersonOf) -> Iterator[str]:
    author = contents.people.authors[subject.person]
    yield from (author.name, *author.aliases, *(former.name for former in author.former_names))


def _editions(site: Site, subject: PersonOf) -> list[str]:
    """Those of the person's papers."""
    wrote = {each.edition for each in site.catalogue.people.papers.get(subject.person, ())}
    return [edition for edition in site.catalogue.editions if edition in wrote]


def _has_source(site: Site, subject: PersonOf) -> bool:
    """Whether authors.yaml tells of this person, as of some people."""
    return any(author.id == subject.person for author in site.catalogue.series.authors)


def _papers(contents: Catalogue, subject: PersonOf) -> Iterator[Listed]:
    yield from ((each.edition, each.paper.id) for each in contents.people.papers.get(subject.person, ()))


AUTHOR = Kind(
    name="author",
    subject=PersonOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"authors/{subject.person}/",
    template="author.html",
    markdown="author.md",
    has_share_card=True,
    open_graph_type="profile",
    section=lambda _: AuthorsIndex(),
    ids=lambda _, subject: (subject.person,),
    titles=_titles,
    papers=_papers,
    written=lambda subject: ("authors", "", subject.person),
    editions=_editions,
    pack="people",
    has_source=_has_source,
    is_one_of_many=True,
)
