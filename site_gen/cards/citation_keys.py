"""The key of each paper in a bibliography, unique over the series."""

from __future__ import annotations

import re
from collections import defaultdict

from site_gen.cards.names import family_of
from site_gen.conference import Conference
from site_gen.graph.queries import cached_table
from site_gen.site import Edition, Site
from site_gen.text import slug_words
from site_gen.values import dataclass

_WORDS = 3
# Words of a title that tell little: a key takes the first ones after them.
_SMALL_WORD = re.compile(
    r"an?|and|are|as|at|by|can|do|for|from|how|in|is|it|of|on|or|the|towards?|to|using|via|what|when|why|with"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a key is made of: family name with year, and the words that may follow."""

    stem: str
    words: tuple[str, ...]

    def key(self, length: int) -> str:
        return self.stem + "".join(self.words[:length])


@cached_table
def citation_keys(site: Site) -> dict[tuple[str, str], str]:
    """The key of each paper: family name, year, three words ("barham2022pathwaysasynchronousdistributed").

    The words are those of the paper's id, which never changes, and there are three of them so that a
    paper that comes later does not change the key of an earlier one. Papers that even so would share
    a key all take further words: nothing depends on their order.
    """
    waiting = {place: _parts(site, *place) for place in _papers(site)}
    keys: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    length = _WORDS
    while waiting:
        for key, places in sorted(_shared(waiting, length).items()):
            if len(places) == 1 and key not in taken:
                keys[places[0]] = key
            elif all(length >= len(waiting[place].words) for place in places):
                keys.update({place: f"{key}:{place[0]}:{place[1]}" for place in places})
        taken.update(keys.values())
        waiting = {place: parts for place, parts in waiting.items() if place not in keys}
        length += 1
    return keys


def _papers(site: Site) -> list[tuple[str, str]]:
    editions = site.catalogue.editions
    return [(edition, paper) for edition in editions for paper in editions[edition].papers]


def _shared(waiting: dict[tuple[str, str], _Parts], length: int) -> dict[str, list[tuple[str, str]]]:
    """Which papers would have each key of so many words."""
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place, parts in waiting.items():
        places[parts.key(length)].append(place)
    return places


def _parts(site: Site, edition_id: str, paper_id: str) -> _Parts:
    edition: Edition = site.catalogue.editions[edition_id]
    named = [each for each in edition.papers[paper_id].authors if site.catalogue.people.shown_name(each)]
    family = slug_words(family_of(site.catalogue.people, named[0])) if named else ["anonymous"]
    words = slug_words(paper_id)
    distinctive = [word for word in words if not _SMALL_WORD.fullmatch(word) and word not in family]
    return _Parts("".join(family) + _year(edition.conference), tuple(distinctive or words))


def _year(conference: Conference) -> str:
    return str(conference.year) if conference.year else "".join(slug_words(conference.id))
