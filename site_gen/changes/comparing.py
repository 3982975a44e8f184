"""Two programmes → drafts of what changed, in the order of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.changes.draft import Draft
from site_gen.changes.programme import Programme, Work
from site_gen.changes.sentences import ended, quoted
from site_gen.changes.sessions import gone_session, new_session, session_drafts
from site_gen.changes.talks import TalkComparison
from site_gen.conference import ChangeKind


def compare(old: Programme, new: Programme) -> list[Draft]:
    """What changed; what was not published at all before, the papers or the programme, is no change."""
    sessions = _sessions(old, new) if old.sessions else ()
    papers = _papers(old, new) if old.papers else ()
    return [*sessions, *papers]


def _sessions(old: Programme, new: Programme) -> Iterator[Draft]:
    talks = TalkComparison(old, new)
    for session in new.sessions.values():
        before = old.sessions.get(session.id)
        if before:
            yield from session_drafts(before, session)
        else:
            yield new_session(session)
        yield from talks.drafts(session.id)
    for session in old.sessions.values():
        if session.id not in new.sessions:
            yield gone_session(session)


def _papers(old: Programme, new: Programme) -> Iterator[Draft]:
    for paper in new.papers.values():
        before = old.papers.get(paper.id)
        if before is None:
            yield _about(paper, "added", f"New paper: {quoted(paper.title)}")
            continue
        if before.title != paper.title:
            sentence = f"{quoted(before.title)} is now titled {quoted(paper.title)}"
            yield _about(paper, "retitled", sentence, paper.title)
        if paper.status == "withdrawn" and before.status not in (None, "withdrawn"):
            yield _about(paper, "cancelled", f"{quoted(paper.title)} is withdrawn", paper.status)
    for paper in old.papers.values():
        if paper.id not in new.papers:
            yield Draft("cancelled", ended(_left(paper, old), None), (paper.id,))


def _left(paper: Work, old: Programme) -> str:
    """That a paper is gone. Its title is not said: it may have left because it was rejected after all."""
    held = (block for block in old.sessions.values() if any(talk.paper == paper.id for talk in block.talks))
    session = next(held, None)
    return f"A paper is no longer {f'in {quoted(session.title)}' if session else 'among the papers'}"


def _about(paper: Work, what: ChangeKind, sentence: str, *facts: str | None) -> Draft:
    note = paper.note if paper.status == "withdrawn" else None
    return Draft(what, ended(sentence, note), facts, paper=paper.id)
