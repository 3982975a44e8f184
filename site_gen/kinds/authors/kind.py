"""Everybody who has a page, by family name."""

from __future__ import annotations

from site_gen.cards.roles import name_of_index
from site_gen.content import paths
from site_gen.site import Kind
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import AuthorsIndex, PersonOf

AUTHORS = Kind(
    name="authors",
    subject=AuthorsIndex,
    package=__package__,
    subjects=one_of_series(AuthorsIndex),
    made_of="authors",
    route=lambda _: "authors/",
    template="authors.html",
    markdown="authors.md",
    menu=lambda site, _: name_of_index(site),
    ids=lambda *_: (paths.AUTHORS,),
    gathers=lambda contents, _: (PersonOf(author.id) for author in contents.series.authors),
    pack="people",
    in_all_packs=True,
    has_source=lambda *_: False,
    series_names=("authors",),
)
