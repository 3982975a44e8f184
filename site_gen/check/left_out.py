"""What an edition leaves out: papers without a session or PDF, and the link from a talk to its paper."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Conference, Paper
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.site import Edition, Site
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


def note_missing_pdfs(site: Site, problems: ProblemLog) -> None:
    """Note, once for an edition that has some PDFs, which of its papers have none, here or elsewhere."""
    for edition_id, edition in site.catalogue.editions.items():
        here = {file.paper for file in site.paper_files if (file.edition, file.kind) == (edition_id, "pdf")}
        linked = {paper for paper, each in edition.papers.items() if _has_link(each)}
        lacking = [paper for paper in _published(edition) if paper not in here | linked]
        if lacking and here | linked:
            what = f"{len(lacking)} of {len(edition.papers)} papers have no PDF: {first_of(lacking, _NAMED)}"
            hint = f"put <paper>.pdf into content/{edition_id}/files, or a link of type pdf into the paper"
            folder = "files" if here else "papers"
            problems.warning("no-pdf", what, Place(f"content/{edition_id}/{folder}"), hint)


def _published(edition: Edition) -> Iterator[str]:
    return (paper.id for paper in edition.papers.values() if paper.status != "withdrawn")


def _has_link(paper: Paper) -> bool:
    return any(link.rel == "pdf" for link in paper.links)
