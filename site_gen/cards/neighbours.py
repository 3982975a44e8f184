"""Previous and next: the papers of an edition by title, its sessions in the programme's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from site_gen.cards.cards import cards
from site_gen.cards.parts import Titled
from site_gen.site import Key, Site


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and after a page; None at the ends."""

    previous: Titled | None
    next: Titled | None


def neighbours(site: Site, key: Key) -> Neighbours:
    """The neighbours of a paper's or session's page."""
    around = _around(site)
    return Neighbours(_titled(site, around.before.get(key)), _titled(site, around.after.get(key)))


@dataclass(frozen=True, slots=True)
class _Around:
    before: dict[Key, Key]
    after: dict[Key, Key]


@lru_cache(maxsize=1)
def _around(site: Site) -> _Around:
    pairs = [pair for listed in _lists(site) for pair in pairwise(listed)]
    return _Around({second: first for first, second in pairs}, dict(pairs))


def _lists(site: Site) -> Iterator[list[Key]]:
    for edition_id, edition in site.catalogue.editions.items():
        yield [("paper", edition_id, paper) for paper in edition.papers]
        yield [("session", edition_id, session) for session in edition.sessions]


def _titled(site: Site, key: Key | None) -> Titled | None:
    if key is None:
        return None
    kind, edition, entity = key
    if kind == "paper":
        return cards(site).paper_title(edition, entity)
    return cards(site).session_title(edition, entity)
