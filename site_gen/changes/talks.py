"""How the talks of a programme differ: what is in which session, when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from site_gen.changes.draft import Draft
from site_gen.changes.programme import Block, Programme, Talk
from site_gen.changes.sentences import Sentences, with_note
from site_gen.changes.sessions import status_kind
from site_gen.conference import ChangeKind
from site_gen.conference.programme import CALLED_OFF
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class TalkComparison:
    """The talks of two programmes; `_was_in` and `_is_in` tell the session of each paper."""

    old: Programme
    new: Programme
    say: Sentences
    _was_in: Mapping[str, Block] = field(init=False)
    _is_in: Mapping[str, Block] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_was_in", _sessions_of_papers(self.old))
        object.__setattr__(self, "_is_in", _sessions_of_papers(self.new))

    def drafts(self, session: str) -> Iterator[Draft]:
        """What changed in the talks of a session of the new programme.

        What is called off as a whole says nothing of its talks, nor does a session that is new.
        """
        new, old = self.new.sessions[session], self.old.sessions.get(session)
        if new.status in CALLED_OFF:
            return
        before, after = _keyed(old) if old else {}, _keyed(new)
        renamed = _renamed(old, new) if old else {}
        for key, talk in after.items():
            if key in before:
                yield from _talk_drafts(new, before[key], talk, self.say)
            elif key in renamed:
                sentence = self.say.renamed(renamed[key].title, talk.title)
                yield _about(new, talk, "retitled", sentence, talk.title)
            else:
                yield from self._arrived(new, talk, is_new_session=old is None)
        gone = before.keys() - after.keys() - {_key(talk) for talk in renamed.values()}
        yield from (draft for key in before if key in gone for draft in self._left(new, before[key]))

    def _arrived(self, new: Block, talk: Talk, *, is_new_session: bool) -> Iterator[Draft]:
        """A talk that was not in this session; of a paper that is new the paper's own draft tells."""
        came_from = self._was_in.get(talk.paper or "")
        if came_from and not self._is_still_in(came_from.id, talk):
            yield _about(new, talk, "moved", self._moved(talk, came_from, new), new.id)
        elif not is_new_session and (talk.paper is None or talk.paper in self.old.papers):
            yield _about(new, talk, "added", self._put(self.say.words.new_talk, talk, new), talk.title)

    def _moved(self, talk: Talk, before: Block, session: Block) -> str:
        """Where a talk has gone; between two of one title that is told by their times, or by their rooms."""
        if before.title != session.title or not session.title:
            return self._put(self.say.words.moved_between, talk, session, before)
        if (before.date, before.start) != (session.date, session.start):
            return self.say.now(talk.title, self.say.when(session), self.say.when(before))
        was_in = self.say.where(before.room) if before.room else ""
        return self.say.now(talk.title, self.say.where(talk.room or session.room), was_in)

    def _left(self, new: Block, talk: Talk) -> Iterator[Draft]:
        """A talk that is not in this session any more, unless its new place or its paper's end tells so."""
        if talk.paper and (talk.paper in self._is_in or talk.paper not in self.new.papers):
            return
        text = self._put(self.say.words.gone_talk, talk, new)
        yield Draft("cancelled", text, (talk.title,), session=new.id, paper=talk.paper)

    def _put(self, sentence: str, talk: Talk, session: Block, before: Block | None = None) -> str:
        quoted = self.say.quoted
        titles = {"title": talk.title, "session": session.title, "before": before.title if before else None}
        return sentence.format(**{name: quoted(title) for name, title in titles.items()})

    def _is_still_in(self, session: str, talk: Talk) -> bool:
        block = self.new.sessions.get(session)
        return block is not None and any(each.paper == talk.paper for each in block.talks)


def _talk_drafts(new: Block, before: Talk, after: Talk, say: Sentences) -> Iterator[Draft]:
    note = after.note if before.status != after.status else None
    if after.status in CALLED_OFF:
        if before.status != after.status:
            sentence = say.stands(after.title, after.status)
            yield _about(new, after, "cancelled", sentence, after.status, note=note)
    elif before.start != after.start and after.start:
        sentence = say.now(after.title, say.words.at_time.format(time=after.start), before.start or "")
        yield _about(new, after, "moved", sentence, after.start, note=note)
    elif before.room != after.room:
        sentence = say.now(after.title, say.where(after.room or new.room), "")
        yield _about(new, after, "room", sentence, after.room, note=note)
    elif before.status != after.status:
        yield _status_draft(new, after, say)


def _status_draft(new: Block, talk: Talk, say: Sentences) -> Draft:
    kind, sentence = status_kind(talk.status), say.stands(talk.title, talk.status)
    facts = (talk.status, talk.note) if kind == "late" else (talk.status,)
    return _about(new, talk, kind, sentence, *facts, note=None if kind == "other" else talk.note)


def _about(
    block: Block, talk: Talk, what: ChangeKind, sentence: str, *facts: str | None, note: str | None = None
) -> Draft:
    about = () if talk.paper else (talk.title,)
    return Draft(what, with_note(sentence, note), (*facts, *about), session=block.id, paper=talk.paper)


def _keyed(block: Block) -> dict[str, Talk]:
    """The talks of a session by what they are known by; empty slots are not among them."""
    return {_key(talk): talk for talk in block.talks if talk.paper or talk.title}


def _key(talk: Talk) -> str:
    return f"paper {talk.paper}" if talk.paper else f"title {talk.title}"


def _renamed(old: Block, new: Block) -> dict[str, Talk]:
    """Talks without a paper whose title alone changed, by the key of the new one."""
    before, after = _keyed(old), _keyed(new)
    gone = {place: talk for place, talk in _places(old) if _key(talk) not in after}
    return {
        _key(talk): gone[place] for place, talk in _places(new) if place in gone and _key(talk) not in before
    }


def _places(block: Block) -> Iterator[tuple[str | int, Talk]]:
    """The talks without a paper by the time of their start; by their number where that is not known."""
    for number, talk in enumerate(block.talks):
        if talk.paper is None and talk.title:
            yield talk.start or number, talk


def _sessions_of_papers(programme: Programme) -> dict[str, Block]:
    return {talk.paper: block for block in programme.sessions.values() for talk in block.talks if talk.paper}
