"""Explain: where every fact of a page, paper or person came from, with file and line."""

from __future__ import annotations

from pathlib import Path

from site_gen.build import plan_site
from site_gen.content import Content
from site_gen.explain.evidence import Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.explain.papers import explain_paper
from site_gen.explain.people import explain_person
from site_gen.explain.programme import (
    explain_award,
    explain_awards,
    explain_room,
    explain_session,
    explain_sessions,
    explain_track,
)
from site_gen.explain.series import (
    explain_authors,
    explain_award_history,
    explain_edition,
    explain_papers,
    explain_prose,
    explain_redirect,
    explain_series,
)
from site_gen.explain.subjects import find
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.site import Key

__all__ = ["Explanation", "Fact", "explain"]


def explain(project: Path, what: str, problems: ProblemLog) -> Explanation | None:
    """Explain what an id, an address, a content file, a name or a title means.

    None where content is wrong, after telling what. Raises Stop where nothing or more than one thing
    is called so.
    """
    site = plan_site(project, problems)
    if site is None:
        return None
    return _explained(Project(Content(project), site, problems), find(site, project, what))


def _explained(project: Project, key: Key) -> Explanation:  # noqa: C901  # a table of the kinds of pages
    match key:
        case ("paper", edition, paper):
            return explain_paper(project, edition, paper)
        case ("author", person):
            return explain_person(project, person)
        case ("session", edition, session):
            return explain_session(project, edition, session)
        case ("award", edition, award):
            return explain_award(project, edition, award)
        case ("awards", edition):
            return explain_awards(project, edition)
        case ("award-history",):
            return explain_award_history(project)
        case ("schedule", edition):
            return explain_sessions(project, edition)
        case ("day", edition, day):
            return explain_sessions(project, edition, day)
        case ("room", edition, room):
            return explain_room(project, edition, room)
        case ("track", edition, track):
            return explain_track(project, edition, track)
        case ("edition", edition):
            return explain_edition(project, edition)
        case ("papers", edition):
            return explain_papers(project, edition)
        case ("authors",):
            return explain_authors(project)
        case ("prose", edition, page):
            return explain_prose(project, edition, page)
        case ("redirect", old, new):
            return explain_redirect(project, old, new)
        case ("home",):
            return explain_series(project)
    raise Stop(ExitStatus.USAGE, f"a page of the tool's own has nothing to explain: {'/'.join(key)}")
