"""The booklet of an edition: every abstract on one page."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import BookletOf, PapersOf

_MOST_PAPERS = 1_000
"""An edition with more has none: nobody prints a thousand pages, and no phone shows them."""


BOOKLET = Kind(
    name="booklet",
    subject=BookletOf,
    package=__package__,
    subjects=one_of_editions(BookletOf, lambda _, edition: 0 < len(edition.papers) <= _MOST_PAPERS),
    route=lambda subject: f"{subject.edition}/booklet/",
    template="booklet.html",
    section=lambda _, subject: PapersOf(subject.edition),
    pack="",
    is_in_sitemap=False,
    edition_names=("booklet",),
)
