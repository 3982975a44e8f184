"""The awards of an edition."""

from __future__ import annotations

from site_gen.content import paths
from site_gen.site import Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import AwardOf, AwardsOf

AWARDS = Kind(
    name="awards",
    subject=AwardsOf,
    package=__package__,
    subjects=one_of_editions(AwardsOf, lambda _, edition: edition.conference.awards),
    made_of="awards",
    route=lambda subject: f"{subject.edition}/awards/",
    template="awards.html",
    markdown="awards.md",
    menu=lambda site, _: site.locale.words.awards,
    ids=lambda _, subject: (paths.awards(subject.edition),),
    gathers=lambda contents, subject: (
        AwardOf(subject.edition, each.id) for each in contents.editions[subject.edition].conference.awards
    ),
    edition_names=("awards",),
)
