"""A person over all editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.cards.roles import people_with_role
from site_gen.conference import Authorship, Participant
from site_gen.site import Catalogue, Edition, Kind, Listed, Site
from site_gen.site.events import Event, SessionEvents
from site_gen.site.subjects import AuthorsIndex, PersonOf


def _titles(contents: Catalogue, subject: PersonOf) -> Iterator[str]:
    author = contents.people.authors[subject.person]
    yield from (author.name, *author.aliases, *(former.name for former in author.former_names))


def _editions(site: Site, subject: PersonOf) -> list[str]:
    """Those of the person's papers."""
    wrote = {each.edition for each in site.catalogue.people.papers.get(subject.person, ())}
    return [edition for edition in site.catalogue.editions if edition in wrote]


def _has_source(site: Site, subject: PersonOf) -> bool:
    """Whether authors.yaml tells of this person, as of some people."""
    return subject.person in site.catalogue.declared


def _has_markdown(site: Site, subject: PersonOf) -> bool:
    """Whether there is more to say than one byline does, which the index of authors names."""
    wrote = len(site.catalogue.people.papers.get(subject.person, ()))
    return wrote != 1 or _has_source(site, subject) or subject.person in people_with_role(site)


def _papers(contents: Catalogue, subject: PersonOf) -> Iterator[Listed]:
    yield from ((each.edition, each.paper) for each in contents.people.papers.get(subject.person, ()))


def _events(
    contents: Catalogue, edition: Edition, session: SessionEvents
) -> Iterator[tuple[PersonOf, Event]]:
    """Who takes part in what: in the session, or in a slot with its paper or talk."""
    for event in session.in_calendars:
        yield from _takes_part(contents, session.session.people, event)
    for position, slot in enumerate(session.session.slots):
        of_slot = session.of_slot(position)
        if of_slot:
            # Files are named of wrong content too: a slot may have a paper that nobody has.
            paper = edition.papers.get(slot.paper or "")
            yield from _takes_part(contents, (*slot.people, *(paper.authors if paper else ())), of_slot)


def _takes_part(
    contents: Catalogue, named: Iterable[Participant | Authorship], event: Event
) -> Iterator[tuple[PersonOf, Event]]:
    yield from ((PersonOf(who), event) for each in named if (who := contents.people.id_of(each)))


AUTHOR = Kind(
    name="author",
    subject=PersonOf,
    package=__package__,
    subjects=lambda contents: map(PersonOf, contents.people.authors),
    route=lambda subject: f"authors/{subject.person}/",
    events=_events,
    template="author.html",
    markdown="author.md",
    has_markdown=_has_markdown,
    has_share_card=True,
    open_graph_type="profile",
    section=lambda *_: AuthorsIndex(),
    ids=lambda _, subject: (subject.person,),
    titles=_titles,
    has_origins=True,
    papers=_papers,
    written=lambda subject: ("authors", "", subject.person),
    editions=_editions,
    pack="people",
    has_source=_has_source,
    is_one_of_many=True,
)
