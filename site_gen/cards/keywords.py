"""Keywords that papers of an edition share: by these one finds further ones."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from site_gen.cards.parts import Named
from site_gen.conference import Paper
from site_gen.graph.queries import table
from site_gen.site import Site
from site_gen.site.subjects import PapersOf
from site_gen.text import fold


@table
def shared_keywords(site: Site) -> Mapping[tuple[str, str], str]:
    """Each keyword of more than one paper, as the first of them writes it, by edition and folded form."""
    first: dict[tuple[str, str], str] = {}
    found: dict[tuple[str, str], str] = {}
    for edition_id, edition in site.catalogue.editions.items():
        for paper in edition.papers.values():
            for folded, keyword in {fold(each): each for each in paper.keywords}.items():
                key = (edition_id, folded)
                if key in first:
                    found[key] = first[key]
                first.setdefault(key, keyword)
    return found


def keyword_links(site: Site, edition: str, paper: Paper) -> tuple[Named, ...]:
    """The keywords of a paper; one that other papers have too leads to all of them in the index."""
    shared, index = shared_keywords(site), site.address(PapersOf(edition))
    found = ((keyword, shared.get((edition, fold(keyword)))) for keyword in paper.keywords)
    return tuple(
        Named(keyword, f"{index}?keyword={quote(known, safe='')}" if known else None)
        for keyword, known in found
    )
