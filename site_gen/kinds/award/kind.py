"""An award of an edition, which stands on the page of its awards."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Award
from site_gen.site import Catalogue, Kind
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import AwardOf


def award_of(contents: Catalogue, subject: AwardOf) -> Award:
    """The award that a subject is."""
    awards = contents.editions[subject.edition].conference.awards
    return next(each for each in awards if each.id == subject.award)


def _ids(_contents: Catalogue, subject: AwardOf) -> Iterator[str]:
    yield from (
        subject.award,
        f"{subject.edition}/{subject.award}",
        f"{subject.edition}/awards/{subject.award}",
    )


AWARD = Kind(
    name="award",
    subject=AwardOf,
    package=__package__,
    subjects=each_of_editions(AwardOf, lambda edition: [each.id for each in edition.conference.awards]),
    route=lambda subject: f"{subject.edition}/awards/#{subject.award}",
    template="",
    ids=_ids,
    titles=lambda contents, subject: (award_of(contents, subject).name,),
    written=lambda subject: ("awards", subject.edition, subject.award),
    has_origins=True,
)
