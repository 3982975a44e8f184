"""The committees of an edition."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import CommitteesOf

COMMITTEES = Kind(
    name="committees",
    subject=CommitteesOf,
    package=__package__,
    subjects=one_of_editions(CommitteesOf, lambda _, edition: edition.conference.committees),
    route=lambda subject: f"{subject.edition}/committees/",
    template="committees.html",
    markdown="committees.md",
    menu=lambda site, _: site.locale.words.committees,
    results=lambda locale: {"committees": (locale.words.committees, locale.words.committees)},
    edition_names=("committees",),
)
