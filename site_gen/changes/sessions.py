"""How two sessions of one id differ."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.changes.draft import Draft
from site_gen.changes.programme import Block
from site_gen.changes.sentences import Sentences, with_note
from site_gen.conference import ChangeKind
from site_gen.conference.programme import CALLED_OFF


def session_drafts(old: Block, new: Block, say: Sentences) -> Iterator[Draft]:
    """What changed in a session itself."""
    if old.title != new.title:
        yield _about(new, "retitled", say.renamed(old.title, new.title), new.title)
    if new.status in CALLED_OFF:
        if old.status != new.status:
            yield _about(new, "cancelled", say.stands(new.title, new.status), new.status, note=new.note)
        return
    place = _place_draft(old, new, say)
    if place:
        yield place
    elif old.status != new.status:
        yield _status_draft(new, say)


def new_session(new: Block, say: Sentences) -> Draft:
    """A session that was not published before."""
    place = f"{say.when(new)} {say.where(new.room)}" if new.room else say.when(new)
    return _about(new, "added", say.words.new_session.format(title=say.quoted(new.title), place=place))


def gone_session(old: Block, say: Sentences) -> Draft:
    """A session that is not in the programme any more; there is no page to lead to."""
    return Draft("cancelled", say.words.gone_session.format(title=say.quoted(old.title)), (old.id,))


def _place_draft(old: Block, new: Block, say: Sentences) -> Draft | None:
    """Another time or room."""
    note = new.note if old.status != new.status else None
    facts = (new.date, new.start, new.end, new.room, *([new.end_date] if new.end_date else []))
    if _span(old) != _span(new):
        now, before = say.when(new), say.when(old)
        if old.room != new.room:
            now, before = f"{now} {say.where(new.room)}", f"{before} {say.where(old.room)}"
        return _about(new, "moved", say.now(new.title, now, before), *facts, note=note)
    if old.room != new.room:
        sentence = say.now(new.title, say.where(new.room), say.where(old.room))
        return _about(new, "room", sentence, *facts, note=note)
    return None


def _span(block: Block) -> tuple[str | None, ...]:
    return block.date, block.start, block.end, block.end_date


def _status_draft(new: Block, say: Sentences) -> Draft:
    kind, sentence = status_kind(new.status), say.stands(new.title, new.status)
    facts = (new.status, new.note) if kind == "late" else (new.status,)
    return _about(new, kind, sentence, *facts, note=None if kind == "other" else new.note)


def status_kind(status: str) -> ChangeKind:
    """What a change is that a state alone shows."""
    return "late" if status == "late" else "moved" if status == "moved" else "other"


def _about(
    block: Block, what: ChangeKind, sentence: str, *facts: str | None, note: str | None = None
) -> Draft:
    return Draft(what, with_note(sentence, note), facts, session=block.id)
