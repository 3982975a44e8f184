"""The awards of all editions."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import AwardHistory, AwardOf


def _subjects(contents: Catalogue) -> Iterator[AwardHistory]:
    if any(edition.conference.awards for edition in contents.editions.values()):
        yield AwardHistory()


AWARD_HISTORY = Kind(
    name="award-history",
    subject=AwardHistory,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "awards/",
    template="award-history.html",
    markdown="award-history.md",
    menu=lambda site, _: site.locale.words.awards,
    gathers=lambda contents, _: (
        AwardOf(edition, each.id)
        for edition, found in contents.editions.items()
        for each in found.conference.awards
    ),
    has_source=lambda *_: False,
    series_names=("awards",),
)
