"""Rules for what is told of a conference: its changes, and pictures that not everybody sees."""

from __future__ import annotations

from site_gen.conference import Conference
from site_gen.conference.participants import all_participants
from site_gen.conference.rules.references import report_unknown
from site_gen.problems import Locate, ProblemLog
from site_gen.text import counted


def validate_news(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    """Hold the rules of changes and pictures against a conference."""
    _changes(conference, locate, problems)
    _drafts(conference, locate, problems)
    for steps, person in all_participants(conference):
        if person.picture and not person.alt:
            what = f"the picture of {person.name} has no text for those who do not see it"
            place = locate(*steps, "picture")
            problems.warning("no-alt", what, place, "say with `alt:` what it shows")


def _changes(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    sessions = {session.id for session in conference.sessions}
    papers = {paper.id for paper in conference.papers}
    for change in conference.changes:
        if change.session and change.session not in sessions:
            place = locate("changes", conference.id, change.id, "session")
            report_unknown("session", change.session, sessions, place, problems)
        if change.paper and change.paper not in papers:
            place = locate("changes", conference.id, change.id, "paper")
            report_unknown("paper", change.paper, papers, place, problems)
        if change.date is None and not change.draft:
            what = f"the change '{change.id}' has no date"
            place = locate("changes", conference.id, change.id)
            problems.error("missing-key", what, place, "add `date:`, the day on which it was told")


def _drafts(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    drafts = [change for change in conference.changes if change.draft]
    for change in drafts[:1]:
        what = f"{counted(len(drafts), 'drafted change')} not shown on the site"
        hint = "approve each by taking its line `draft: yes` away, or take the whole change away"
        problems.warning("draft", what, locate("changes", conference.id, change.id, "draft"), hint)
