"""How two sessions of one id differ."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.changes.draft import Draft
from site_gen.changes.programme import Block
from site_gen.changes.sentences import ended, quoted, when, where
from site_gen.conference import ChangeKind

CALLED_OFF = ("cancelled", "withdrawn")


def session_drafts(old: Block, new: Block) -> Iterator[Draft]:
    """What changed in a session itself."""
    if old.title != new.title:
        yield _about(new, "retitled", f"{quoted(old.title)} is now called {quoted(new.title)}", new.title)
    if new.status in CALLED_OFF:
        if old.status != new.status:
            yield _about(new, "cancelled", f"{quoted(new.title)} is {new.status}", new.status, note=new.note)
        return
    place = _place_draft(old, new)
    if place:
        yield place
    elif old.status != new.status:
        yield from _status_drafts(new)


def new_session(new: Block) -> Draft:
    """A session that was not published before."""
    room = f" {where(new.room)}" if new.room else ""
    return _about(new, "added", f"New: {quoted(new.title)}, {when(new)}{room}")


def gone_session(old: Block) -> Draft:
    """A session that is not in the programme any more; there is no page to lead to."""
    return Draft("cancelled", ended(f"{quoted(old.title)} is no longer in the programme", None), (old.id,))


def _place_draft(old: Block, new: Block) -> Draft | None:
    """Another time or room."""
    note = new.note if old.status != new.status else None
    facts = (new.date, new.start, new.end, new.room, *([new.end_date] if new.end_date else []))
    if _span(old) != _span(new):
        now, before = when(new), when(old)
        if old.room != new.room:
            now, before = f"{now} {where(new.room)}", f"{before} {where(old.room)}"
        sentence = f"{quoted(new.title)} is now {now} (it was {before})"
        return _about(new, "moved", sentence, *facts, note=note)
    if old.room != new.room:
        sentence = f"{quoted(new.title)} is now {where(new.room)} (it was {where(old.room)})"
        return _about(new, "room", sentence, *facts, note=note)
    return None


def _span(block: Block) -> tuple[str | None, ...]:
    return block.date, block.start, block.end, block.end_date


def _status_drafts(new: Block) -> Iterator[Draft]:
    match new.status:
        case "late":
            yield _about(new, "late", f"{quoted(new.title)} is late", new.status, new.note, note=new.note)
        case "moved":
            yield _about(new, "moved", f"{quoted(new.title)} has moved", new.status, note=new.note)
        case _:
            yield _about(new, "other", f"{quoted(new.title)} takes place as planned", new.status)


def _about(
    block: Block, what: ChangeKind, sentence: str, *facts: str | None, note: str | None = None
) -> Draft:
    return Draft(what, ended(sentence, note), facts, session=block.id)
