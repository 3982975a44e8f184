"""Two programmes → drafts of what changed, in the order of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.changes.draft import Draft
from site_gen.changes.programme import Programme, Work
from site_gen.changes.sentences import Sentences, with_note
from site_gen.changes.sessions import gone_session, new_session, session_drafts
from site_gen.changes.talks import TalkComparison
from site_gen.conference import ChangeKind
from site_gen.locale import Locale


def compare(old: Programme, new: Programme, locale: Locale) -> list[Draft]:
    """What changed; what was not published at all before, the papers or the programme, is no change."""
    say = Sentences(locale)
    sessions = _sessions(old, new, say) if old.sessions else ()
    papers = _papers(old, new, say) if old.papers else ()
    return [*sessions, *papers]


def _sessions(old: Programme, new: Programme, say: Sentences) -> Iterator[Draft]:
    talks = TalkComparison(old, new, say)
    for session in new.sessions.values():
        before = old.sessions.get(session.id)
        if before:
            yield from session_drafts(before, session, say)
        else:
            yield new_session(session, say)
        yield from talks.drafts(session.id)
    for session in old.sessions.values():
        if session.id not in new.sessions:
            yield gone_session(session, say)


def _papers(old: Programme, new: Programme, say: Sentences) -> Iterator[Draft]:
    for paper in new.papers.values():
        before = old.papers.get(paper.id)
        if before is None:
            yield _about(paper, "added", say.words.new_paper.format(title=say.quoted(paper.title)))
            continue
        if before.title != paper.title:
            yield _about(paper, "retitled", say.renamed(before.title, paper.title), paper.title)
        if paper.status == "withdrawn" and before.status not in (None, "withdrawn"):
            yield _about(paper, "cancelled", say.stands(paper.title, "withdrawn"), paper.status)
    for paper in old.papers.values():
        if paper.id not in new.papers:
            yield Draft("cancelled", _left(paper, old, say), (paper.id,))


def _left(paper: Work, old: Programme, say: Sentences) -> str:
    """That a paper is gone. Its title is not said: it may have left because it was rejected after all."""
    held = (block for block in old.sessions.values() if any(talk.paper == paper.id for talk in block.talks))
    session = next(held, None)
    if session is None:
        return say.words.gone_paper
    return say.words.gone_paper_of_session.format(session=say.quoted(session.title))


def _about(paper: Work, what: ChangeKind, sentence: str, *facts: str | None) -> Draft:
    note = paper.note if paper.status == "withdrawn" else None
    return Draft(what, with_note(sentence, note), facts, paper=paper.id)
