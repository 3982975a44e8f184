"""What the head of a page tells programs: what kind of thing it is, its other forms, its citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_gen.cards.parts import Html, Named
from site_gen.frame.linked_data import linked_data
from site_gen.frame.scholar import Tag, citation_tags
from site_gen.frame.share_cards import SharePicture, share_picture
from site_gen.site import Export, Key, Site

_OPEN_GRAPH_TYPES: Mapping[str, str] = {"paper": "article", "author": "profile"}


# Exports whose key has not the kind of the page that they are another form of.
_EQUALS: Mapping[tuple[str, str], Key] = {
    ("conference-json", "edition"): ("conference-json",),
    ("schedule-xml", "schedule"): ("schedule-xml",),
    ("schedule-json", "schedule"): ("schedule-json",),
    ("calendar", "schedule"): ("calendar", "edition"),
    ("csv", "schedule"): ("csv", "sessions"),
    ("authors-json", "authors"): ("authors-json",),
    ("bibtex", "edition"): ("bibtex", "papers"),
    ("ris", "edition"): ("ris", "papers"),
    ("csl-json", "edition"): ("csl-json", "papers"),
}


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same as a page, or more of it, in another format."""

    type: str
    title: str
    route: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself to programs; `type` is Open Graph's, `linked_data` is JSON-LD."""

    type: str
    citation: tuple[Tag, ...]
    alternates: tuple[Alternate, ...]
    linked_data: Html | None
    picture: SharePicture | None


def metadata(site: Site, key: Key, trail: Sequence[Named], here: str) -> Metadata:
    """The metadata of the page of this key, which has this trail and title."""
    return Metadata(
        type=_OPEN_GRAPH_TYPES.get(key[0], "website"),
        citation=citation_tags(site, key) if key[0] == "paper" else (),
        alternates=tuple(_alternates(site, key)),
        linked_data=linked_data(site, key, trail, here),
        picture=share_picture(site, key),
    )


def _alternates(site: Site, key: Key) -> Iterator[Alternate]:
    """The exports that lie beside a page, and those of its edition that are of the same."""
    for export in _exports(site):
        kind = _EQUALS.get((export.name, key[0]), (export.name, key[0]))
        route = site.addresses.get((*kind, *key[1:]))
        if route is not None:
            yield Alternate(export.media_type, export.title or export.name, route)


@lru_cache(maxsize=1)
def _exports(site: Site) -> tuple[Export, ...]:
    """The exports that have a file, in the order of their register."""
    return tuple({file.export.name: file.export for file in site.files}.values())
