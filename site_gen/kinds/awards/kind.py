"""The awards of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import AwardOf, AwardsOf


def _subjects(contents: Catalogue) -> Iterator[tuple[AwardsOf, Place]]:
    for edition_id, edition in contents.editions.items():
        for award in edition.conference.awards[:1]:
            yield AwardsOf(edition_id), contents.locate("awards", edition_id, award.id)


AWARDS = Kind(
    name="awards",
    subject=AwardsOf,
    package=__package__,
    subjects=_subjects,
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
