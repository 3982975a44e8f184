"""Everybody who has a page, by family name."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import AuthorsIndex, PersonOf


def _subjects(contents: Catalogue) -> Iterator[tuple[AuthorsIndex, Place]]:
    yield AuthorsIndex(), contents.locate("authors")


AUTHORS = Kind(
    name="authors",
    subject=AuthorsIndex,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "authors/",
    template="authors.html",
    markdown="authors.md",
    menu=lambda site, _: site.locale.words.authors if site.catalogue.people.authors else "",
    ids=lambda *_: (paths.AUTHORS,),
    gathers=lambda contents, _: (PersonOf(author.id) for author in contents.series.authors),
    pack="people",
    in_all_packs=True,
    has_source=lambda *_: False,
    series_names=("authors",),
)
