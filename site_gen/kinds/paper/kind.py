"""A paper of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference.links import archive_ids
from site_gen.content import paths
from site_gen.site import Catalogue, Kind
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import PaperOf, PapersOf


def _ids(contents: Catalogue, subject: PaperOf) -> Iterator[str]:
    yield from (subject.paper, f"{subject.edition}/{subject.paper}")
    yield from archive_ids(contents.editions[subject.edition].papers[subject.paper].links)
    yield paths.paper(subject.edition, subject.paper)
    yield paths.provenance(subject.edition, "papers", subject.paper)


def _titles(contents: Catalogue, subject: PaperOf) -> Iterator[str]:
    title = contents.editions[subject.edition].papers[subject.paper].title
    if title:
        yield title


PAPER = Kind(
    name="paper",
    subject=PaperOf,
    package=__package__,
    subjects=each_of_editions(PaperOf, lambda edition: edition.papers),
    route=lambda subject: f"{subject.edition}/papers/{subject.paper}/",
    template="paper.html",
    markdown="paper.md",
    has_share_card=True,
    open_graph_type="article",
    section=lambda _, subject: PapersOf(subject.edition),
    ids=_ids,
    titles=_titles,
    has_origins=True,
    papers=lambda _, subject: ((subject.edition, subject.paper),),
    written=lambda subject: ("papers", subject.edition, subject.paper, "title"),
    pack="papers",
    is_one_of_many=True,
)
