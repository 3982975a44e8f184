"""Which bibliographies there are: of a paper, a session, an author, an edition and the series."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, Site

Naming = tuple[Key, str, Place]
Reference = tuple[str, str]
"""A paper, by its edition and id."""


def bibliographies(name: str, suffix: str) -> Callable[[Catalogue], Iterator[Naming]]:
    """What names the files of an export, each beside the page of what it lists.

    Its key is the export's name and the key of that page. Where there is no paper there is no file,
    but for editions and the series.
    """

    def files(contents: Catalogue) -> Iterator[Naming]:
        yield (name, "home"), f"papers.{suffix}", contents.locate("series")
        for edition_id, edition in contents.editions.items():
            yield from _of_edition(contents, edition_id, edition)
        for author, papers in contents.people.papers.items():
            if papers:
                place = contents.locate("authors", "", author)
                yield (name, "author", author), f"authors/{author}/{author}.{suffix}", place

    def _of_edition(contents: Catalogue, edition_id: str, edition: Edition) -> Iterator[Naming]:
        place = contents.locate("conference", edition_id)
        yield (name, "papers", edition_id), f"{edition_id}/papers.{suffix}", place
        for paper in edition.papers:
            place = contents.locate("papers", edition_id, paper)
            yield (name, "paper", edition_id, paper), f"{edition_id}/papers/{paper}/{paper}.{suffix}", place
        for session in edition.sessions.values():
            if any(slot.paper for slot in session.slots):
                place = contents.locate("sessions", edition_id, session.id)
                route = f"{edition_id}/sessions/{session.id}/{session.id}.{suffix}"
                yield (name, "session", edition_id, session.id), route, place

    return files


def listed_papers(site: Site, key: Key) -> tuple[Reference, ...]:
    """The papers of a bibliography: by id within their editions, those of a session in its order."""
    kind, *rest = key[1:]
    if kind == "paper":
        return ((rest[0], rest[1]),)
    if kind == "author":
        return tuple((each.edition, each.paper.id) for each in site.catalogue.people.papers[rest[0]])
    if kind == "session":
        slots = site.catalogue.editions[rest[0]].sessions[rest[1]].slots
        return tuple((rest[0], paper) for paper in dict.fromkeys(slot.paper for slot in slots) if paper)
    editions = rest or list(site.catalogue.editions)
    return tuple((each, paper) for each in editions for paper in sorted(site.catalogue.editions[each].papers))


def has_abstracts(key: Key) -> bool:
    """Whether a bibliography carries abstracts: that of a paper and that of an edition.

    The others repeat the papers many times over, and would be several times the size of the site.
    """
    return key[1] in ("paper", "papers")
