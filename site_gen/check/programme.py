"""What a programme leaves out: papers in no session, and talks that name a paper without being its slot."""

from __future__ import annotations

from site_gen.conference import Conference
from site_gen.problems import Locate, ProblemLog
from site_gen.site import Site
from site_gen.text import counted, first_of, fold

_NAMED = 5  # papers that are named one by one
_FEWEST = 3  # words of a title; a shorter one may be said without meaning the paper


def note_unscheduled(site: Site, problems: ProblemLog) -> None:
    """Note the papers that are in no session where others are, and talks that are called as papers are."""
    for conference in site.catalogue.series.conferences:
        shown = {slot.paper for session in conference.sessions for slot in session.slots}
        papers = {paper.id: paper for paper in conference.papers if paper.status != "withdrawn"}
        left = [paper for paper in papers if paper not in shown]
        if left and shown - {None}:
            what = f"{counted(len(left), 'paper')} of {len(papers)} in no session: {first_of(left, _NAMED)}"
            place = site.catalogue.locate("conference", conference.id)
            hint = "give each a slot in a session: paper: <id>"
            problems.warning("unscheduled", what, place, hint)
        _note_unlinked(conference, site.catalogue.locate, problems)


def _note_unlinked(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    """A talk that has the title of a paper is most often the paper."""
    titles = {fold(paper.title): paper.id for paper in conference.papers if paper.title}
    for session in conference.sessions:
        talks = [slot.title for slot in session.slots if not slot.paper]
        for title in talks if session.slots else [session.title]:
            paper = titles.get(fold(title or ""))
            if title and paper and len(title.split()) >= _FEWEST:
                what = f"'{title}' is the title of the paper '{paper}', which is not linked here"
                place = locate("sessions", conference.id, session.id)
                problems.warning("talk-of-paper", what, place, f"its slot says paper: {paper}")
