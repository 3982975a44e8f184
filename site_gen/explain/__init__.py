"""Explain: where every fact of a page, paper or person came from, with file and line."""

from __future__ import annotations

from pathlib import Path

from site_gen.content import Content
from site_gen.explain.evidence import Project
from site_gen.explain.explanation import Explanation, Fact
from site_gen.explain.papers import explain_paper
from site_gen.explain.people import explain_person
from site_gen.explain.problem_codes import find_code
from site_gen.explain.programme import (
    explain_award,
    explain_session,
)
from site_gen.explain.series import (
    explain_edition,
    explain_page,
    explain_prose,
    explain_redirect,
    explain_series,
)
from site_gen.explain.subjects import find, submission
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from site_gen.site import Subject
from site_gen.site.subjects import (
    AwardOf,
    EditionOf,
    PaperOf,
    PersonOf,
    ProseOf,
    RedirectOf,
    SeriesHome,
    SessionOf,
)  # fmt: skip

__all__ = ["Explanation", "Fact", "explain", "find_code"]


def explain(project: Path, what: str, problems: ProblemLog) -> Explanation | None:
    """Explain what an id, an address, a content file, a name, a title or the number of a submission means.

    None where content is wrong, after telling what. Raises Stop where nothing or more than one thing
    is called so.
    """
    site = plan_site(project, problems)
    if site is None:
        return None
    content = Content(project)
    subject = submission(content, site, what, problems) or find(site, project, what)
    return _explained(Project(content, site, problems), subject)


def _explained(project: Project, subject: Subject) -> Explanation:
    match subject:
        case PaperOf(edition, paper):
            return explain_paper(project, edition, paper)
        case PersonOf(person):
            return explain_person(project, person)
        case SessionOf(edition, session):
            return explain_session(project, edition, session)
        case AwardOf(edition, award):
            return explain_award(project, edition, award)
        case EditionOf(edition):
            return explain_edition(project, edition)
        case ProseOf(edition, page):
            return explain_prose(project, edition, page)
        case RedirectOf():
            return explain_redirect(project, subject)
        case SeriesHome():
            return explain_series(project)
    return explain_page(project, subject)
