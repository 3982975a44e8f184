"""The files of a paper that are published beside its page: PDF, slides, posters, supplements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import get_args

from site_gen.cards.cards import links_of
from site_gen.cards.parts import Named
from site_gen.conference import FileKind, PaperFile
from site_gen.graph.queries import table
from site_gen.site import Site, file_route

_ORDER: tuple[FileKind, ...] = get_args(FileKind)


def paper_files(site: Site, edition: str, paper: str) -> tuple[Named, ...]:
    """The files of a paper in words, its PDF first."""
    found = files_of_paper(site, edition, paper)
    return tuple(Named(site.locale.words.paper_files[each.kind], file_route(each)) for each in found)


def files_of_paper(site: Site, edition: str, paper: str) -> tuple[PaperFile, ...]:
    """The files of a paper, its PDF first."""
    return _files(site).get((edition, paper), ())


def pdf_address(site: Site, edition: str, paper: str) -> str | None:
    """The full address of a paper's PDF: the one beside its page, else one that content links to.

    None where there is neither, and where the address of this site is not known.
    """
    own = next((each for each in files_of_paper(site, edition, paper) if each.kind == "pdf"), None)
    if own and (address := site.absolute(file_route(own))):
        return address
    links = links_of(site.locale, site.catalogue.editions[edition].papers[paper].links)
    return next((link.url for link in links if link.rel == "pdf" and link.url.startswith("http")), None)


@table
def _files(site: Site) -> Mapping[tuple[str, str], tuple[PaperFile, ...]]:
    """The files of each paper by edition and id, in the order in which a page shows them."""
    found: dict[tuple[str, str], list[PaperFile]] = defaultdict(list)
    for each in sorted(site.paper_files, key=lambda each: (_ORDER.index(each.kind), each.name)):
        found[each.edition, each.paper].append(each)
    return {paper: tuple(files) for paper, files in found.items()}
