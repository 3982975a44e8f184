"""Which bibliographies there are: of every kind of page that lists papers, beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.site import Naming, Page, Site, Subject
from site_gen.site.subjects import EditionOf, PaperOf, PapersOf, VolumeOf

_OF_EACH_PAPER = "bib"


def bibliographies(suffix: str) -> Callable[[Site], Iterator[Naming]]:
    """What names the files of an export, each beside the page of what it lists.

    Where there is no paper there is no file, but for editions and the series. Unless content asks for all
    exports, only those of a volume and the BibTeX of a paper are files among those of a single paper,
    session, volume or author: the page makes the others.
    """

    def files(site: Site) -> Iterator[Naming]:
        are_all_files = site.catalogue.series.exports == "all"
        for page in site.pages:
            is_file = page.kind.bibliography or are_all_files or _is_always_file(page.subject, suffix)
            if is_file and (page.kind.bibliography or site.papers(page.subject)):
                yield page.subject, f"{_stem(page)}.{suffix}"

    return files


def _is_always_file(subject: Subject, suffix: str) -> bool:
    return isinstance(subject, VolumeOf) or (isinstance(subject, PaperOf) and suffix == _OF_EACH_PAPER)


def _stem(page: Page) -> str:
    """The route of a bibliography but for the ending: beside the page, under the page's own name."""
    folder, name = page.route, page.route.rstrip("/").rpartition("/")[2]
    if page.kind.bibliography:
        folder, name = f"{page.subject.edition}/".lstrip("/"), page.kind.bibliography
    return folder + name


def listing_papers(subject: Subject) -> Subject:
    """Whose bibliography the page of a subject names: that of an edition is of its papers."""
    return PapersOf(subject.edition) if isinstance(subject, EditionOf) else subject


def has_abstracts(subject: Subject) -> bool:
    """Whether a bibliography carries abstracts: that of a paper and that of an edition.

    The others repeat the papers many times over, and would be several times the size of the site.
    """
    return isinstance(subject, PaperOf | PapersOf)
