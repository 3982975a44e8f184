"""Drafts: what an organiser has written and not published yet, as an award before its ceremony."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Any, TypeVar

from site_gen.conference import Award, Conference, Paper, ProsePage, Series, Session, Slot

T = TypeVar("T", Paper, Session, Award, ProsePage)


def without_drafts(series: Series) -> Series:
    """A series as it is published: of a draft nothing is left, nor of what belongs to it.

    The slot of a drafted paper is empty, with its time and place. What is `part_of` a draft, and a change
    that is about one, is left out as well.
    """
    conferences = tuple(map(_without_drafts, series.conferences))
    return replace(series, conferences=conferences, pages=_published_pages(series.pages))


def with_drafts_marked(series: Series, mark: str) -> Series:
    """A series with all drafts, whose titles say what they are: `mark` is a pattern with `{title}`."""

    def marked(drafts: tuple[T, ...], field: str = "title") -> tuple[T, ...]:
        return tuple(_titled(each, field, mark) if each.draft else each for each in drafts)

    def conference(each: Conference) -> Conference:
        return replace(
            each,
            papers=marked(each.papers),
            sessions=marked(each.sessions),
            awards=marked(each.awards, "name"),
            pages=marked(each.pages),
        )

    return replace(series, conferences=tuple(map(conference, series.conferences)), pages=marked(series.pages))


def _titled(draft: T, field: str, mark: str) -> T:
    titled: dict[str, Any] = {field: mark.format(title=getattr(draft, field) or "").strip(" :")}
    return replace(draft, **titled)


def _without_drafts(conference: Conference) -> Conference:
    papers = {paper.id for paper in conference.papers if paper.draft}
    sessions = _drafted_with_parts(conference.sessions)
    return replace(
        conference,
        papers=tuple(paper for paper in conference.papers if paper.id not in papers),
        sessions=tuple(
            replace(session, slots=tuple(_without_paper(slot, papers) for slot in session.slots))
            for session in conference.sessions
            if session.id not in sessions
        ),
        awards=tuple(
            replace(award, papers=tuple(paper for paper in award.papers if paper not in papers))
            for award in conference.awards
            if not award.draft
        ),
        changes=tuple(
            change
            for change in conference.changes
            if change.paper not in papers and change.session not in sessions
        ),
        pages=_published_pages(conference.pages),
    )


def _without_paper(slot: Slot, papers: Set[str]) -> Slot:
    if slot.paper not in papers:
        return slot
    return Slot(
        date=slot.date,
        start=slot.start,
        end=slot.end,
        end_date=slot.end_date,
        room=slot.room,
        board=slot.board,
    )


def _drafted_with_parts(parts: tuple[Session, ...] | tuple[ProsePage, ...]) -> Set[str]:
    """The ids of drafts, and of what is part of one at any remove."""
    found = {part.id for part in parts if part.draft}
    before = -1
    while len(found) != before:
        before = len(found)
        found |= {part.id for part in parts if part.part_of in found}
    return found


def _published_pages(pages: tuple[ProsePage, ...]) -> tuple[ProsePage, ...]:
    drafted = _drafted_with_parts(pages)
    return tuple(page for page in pages if page.id not in drafted)
