"""Explain: where every fact of a page, paper or person came from, with file and line."""

from __future__ import annotations

from pathlib import Path

from site_gen.content import Content
from site_gen.explain.other_files import explain_file
from site_gen.explain.participants import explain_participant
from site_gen.explain.problem_codes import find_code
from site_gen.explain.subjects import find, numbered, spellings
from site_gen.origins.facts import Explanation
from site_gen.origins.project import Project, origins_of
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog, Stop

__all__ = ["explain", "find_code"]


def explain(folder: Path, what: str, problems: ProblemLog) -> Explanation | None:
    """Explain what an id, an address, a content file, a name, a title or the number of a submission means.

    A file of no page, and who has no page, are told as such.

    None where content is wrong, after telling what. Raises Stop where nothing or more than one thing
    is called so.
    """
    site = plan_site(folder, problems)
    if site is None:
        return None
    project = Project(Content(folder), site, problems)
    subject = numbered(project, what)
    if subject is None:
        try:
            subject = find(site, folder, what)
        except Stop:
            for route in spellings(what, folder, site.base_url):
                if of_file := explain_file(site, folder, route):
                    return of_file
            if person := explain_participant(project, what.strip()):
                return person
            raise
    origins = origins_of(site.kind_of(subject))
    return Explanation(origins.heading(site, subject), tuple(origins.facts(project, subject)))
