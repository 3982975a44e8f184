"""Days that feeds give – of announcements, changes, corrections, versions – and that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.conference import Paper
from site_gen.problems import Locate, ProblemLog
from site_gen.site import Edition, Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class _Dated:
    """Something that has a day, which may be unknown; `steps` lead to its place in content."""

    day: date | None
    what: str
    steps: tuple[str | int, ...]


def note_future_dates(site: Site, locate: Locate, today: date, problems: ProblemLog) -> None:
    """Note each published day that lies after `today`: a build has no clock and takes what content says."""
    for edition in site.catalogue.editions.values():
        for dated in _all_dated(edition):
            if dated.day and dated.day > today:
                what = f"{dated.what} is dated {dated.day}, which is still to come"
                hint = "feeds give this day at once: mend its year, or wait until then"
                problems.warning("future-date", what, locate(*dated.steps), hint)


def _all_dated(edition: Edition) -> Iterator[_Dated]:
    conference = edition.conference
    for at, news in enumerate(conference.announcements):
        place = ("conference", conference.id, "", "announcements", at, "date")
        yield _Dated(news.date, f"the announcement '{news.title}'", place)
    for change in edition.changes:
        yield _Dated(change.date, f"the change '{change.id}'", ("changes", conference.id, change.id, "date"))
    for paper in edition.papers.values():
        yield from _of_paper(paper, ("papers", conference.id, paper.id))


def _of_paper(paper: Paper, steps: tuple[str, str, str]) -> Iterator[_Dated]:
    yield _Dated(paper.corrected, f"the correction of '{paper.id}'", (*steps, "corrected"))
    for at, each in enumerate(paper.revisions):
        yield _Dated(each.date, f"version {each.version} of '{paper.id}'", (*steps, "revisions", at, "date"))
