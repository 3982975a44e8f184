"""Drafts: what an organiser has written and not published yet, as an award before its ceremony."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from site_gen.conference import Conference, ProsePage, Series, Session, Slot


def without_drafts(series: Series) -> Series:
    """A series as it is published: of a draft nothing is left, nor of what belongs to it.

    The slot of a drafted paper is empty, with its time and place. What is `part_of` a draft, and a change
    that is about one, is left out as well.
    """
    conferences = tuple(map(_without_drafts, series.conferences))
    return replace(series, conferences=conferences, pages=_published_pages(series.pages))


def with_drafts_marked(series: Series, mark: str) -> Series:
    """A series with all drafts, whose titles say what they are: `mark` is a pattern with `{title}`."""

    def marked(title: str | None) -> str:
        return mark.format(title=title or "").strip(" :")

    def page(each: ProsePage) -> ProsePage:
        return replace(each, title=marked(each.title)) if each.draft else each

    def conference(each: Conference) -> Conference:
        return replace(
            each,
            papers=tuple(replace(one, title=marked(one.title)) if one.draft else one for one in each.papers),
            sessions=tuple(
                replace(one, title=marked(one.title)) if one.draft else one for one in each.sessions
            ),
            awards=tuple(replace(one, name=marked(one.name)) if one.draft else one for one in each.awards),
            pages=tuple(map(page, each.pages)),
        )

    return replace(
        series, conferences=tuple(map(conference, series.conferences)), pages=tuple(map(page, series.pages))
    )


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
