"""The sessions and talks that the lines below a time are, whoever told the blocks apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_gen.conference.programme import slots_hold
from site_gen.ingest.formats.programmes.drafts import (
    BlockSession,
    BlockTalk,
    add_titles,
    bare_room,
    may_be_paper,
    side_by_side,
    times_of,
)
from site_gen.ingest.reading.entries.numbered_papers import numbers_in
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, line_fact, text_fact
from site_gen.ingest.reading.texts.marked_text import count_links, plain
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.reading.titles.title_links import LINKS
from site_gen.ingest.records import Document, Fact, PaperRecord, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.values import dataclass, replace

_QUOTED = re.compile(r"[\"“„«]\s*+([^\"“”„«»]+?)\s*[\"”“»]")
_INVITED = re.compile(
    r"(?:invited|keynote|plenary)\b[^:]{0,20}:|(?:\w+ ){0,2}(?:q ?& ?a|remarks|welcome|discussion)$",
    re.IGNORECASE,
)
_PAIR, _HALF_NAMED = 2, 0.5
_LENGTH = re.compile(r"\s+(?:\d{1,2}h(?:\s?\d{1,2}m?)?|\d{1,3}\s?(?:m|min|'|’))$")


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Makes the records of one page; without ends anywhere, several events may begin at one time."""

    document: Document
    problems: ProblemLog
    page: PageLines
    has_ends: bool

    def sessions_of(self, blocks: Sequence[TimedBlock]) -> Iterator[SessionRecord]:
        """The sessions of a page. If most that somebody stands below have several people, they are papers."""
        separated = [self._separated(block) for block in blocks]
        named = [each for found in separated for each in found if may_be_paper(each)]
        several = [each for each in named if len(each.people_below) > 1]
        for paper in named if len(several) > 1 and 2 * len(several) >= len(named) else ():
            paper.hold_itself()
        for block, found in zip(blocks, separated, strict=True):
            yield from self._sessions(block, found)

    def _sessions(self, block: TimedBlock, found: Sequence[BlockSession]) -> Iterator[SessionRecord]:
        """The sessions found below a time, one or several side by side, then those inside."""
        inside = [talk for talk in block.talks if self._holds_talks(talk)]
        for number, session in enumerate(found):
            slots = [self._slot(talk, session) for talk in session.talks]
            if number == 0:
                slots += [self._slot(BlockTalk(item), session) for item in block.items]
            if number == len(found) - 1:
                slots += [self._timed_slot(talk, session) for talk in block.talks if talk not in inside]
            yield self._record(block, session, slots)
        for talk in inside:
            yield from self._sessions(talk, self._separated(talk))

    def _holds_talks(self, block: TimedBlock) -> bool:
        """Whether what stands inside a session is one of its own: several talks below one time."""
        lines = [line for line in (block.title, *block.lines) if line and not label_of(line)]
        titled = [
            line
            for above, line in pairwise(lines)
            if self.page.is_byline(line)
            and not (self.page.is_byline(above) or self.page.are_institutions(above))
        ]
        return bool(block.items or block.talks) or len(titled) > 1

    def _record(self, block: TimedBlock, session: BlockSession, slots: Sequence[SlotRecord]) -> SessionRecord:
        if chair := session.chair_in_title():
            session.people += participants(self.page.labelled(chair), "chair")
        title, place = self._title(session.title), self.document.place_of(block.line)
        start, end = times_of(self.document, block, self.problems)
        kind = kind_of_words(session.title.text) if session.title else "other"
        below = participants(session.people_below, "speaker")
        people = tuple(dict.fromkeys((*session.people, *session.speakers, *below)))
        return SessionRecord(
            place=place if title is None else title.place,
            kind=Fact(kind, place) if kind != "other" else None,
            title=title,
            day=block.day,
            start=start,
            end=end,
            room=self._fact(bare_room(session.room)) if session.room else None,
            track=self._fact(session.track) if session.track else None,
            people=Fact(people, place) if people else None,
            description=text_fact(self.document, session.texts),
            slots=tuple(slots),
        )

    def _title(self, line: SourceLine | None) -> Fact[str] | None:
        self.page.private.pass_over(LINKS, count_links(line.text) if line else 0)
        return self._fact(line) if line else None

    def _fact(self, line: SourceLine) -> Fact[str]:
        text = _LENGTH.sub("", self.page.without_badges(plain(line.text)))
        quoted = _QUOTED.fullmatch(text)
        return line_fact(self.document, replace(line, text=quoted[1] if quoted else text))

    def _slot(self, talk: BlockTalk, session: BlockSession) -> SlotRecord:
        """A talk's slot: a paper where authors stand below it, unless the session holds no papers."""
        title = self._title(talk.title)
        place = title.place if title else self.document.place(1)
        kind = kind_of_words(session.title.text) if session.title else "other"
        is_talk = slots_hold(kind) == "talks" or (title and _INVITED.match(title.value))
        people = (*talk.speakers, *participants(talk.people_below if is_talk else (), "speaker"))
        text = text_fact(self.document, talk.texts)
        room = self._fact(bare_room(talk.room)) if talk.room else None
        own = Fact(people, place) if people else None
        if is_talk or not talk.names:
            return SlotRecord(place=place, title=title, people=own, description=text, room=room)
        authors = authors_fact(self.document, talk.people_below, self.problems)
        paper = PaperRecord(place=place, title=title, authors=authors, abstract=text)
        return SlotRecord(place=place, paper=paper, room=room, people=own)

    def _timed_slot(self, block: TimedBlock, session: BlockSession) -> SlotRecord:
        own = self._separated(block)
        talk: BlockTalk = own[0]
        if own[0].talks and not own[0].names:  # its title and authors read as those of a talk inside it
            talk = own[0].talks[0]
        elif own[0].people:
            talk.speakers = [*talk.speakers, *own[0].people]
        slot = self._slot(talk, session)
        start, end = times_of(self.document, block, self.problems)
        room = self._fact(bare_room(own[0].room)) if own[0].room else None
        return replace(slot, start=start, end=end, room=room)

    def _separated(self, block: TimedBlock) -> list[BlockSession]:
        """The sessions and talks that the lines below a time are."""
        title, room = self.page.without_room(block.title)
        if title and block.label:
            title = replace(title, text=f"{block.label}: {title.text}")
        found = [BlockSession(title=title, room=room)]
        shorts: list[SourceLine] = []
        below: BlockTalk = found[0]
        lines = iter(self.page.content(block.lines))
        has_institution = False  # the institution of the names above
        rooms = block.room_count
        for line in lines:
            label = label_of(line)
            if label and found[-1].is_over(label[0], shorts, rooms):
                below = self._next(found, shorts)
            if label:
                self._take_label(found, shorts, below, label, lines)
            elif numbers_in(line.text) or self.page.is_text(line):
                self._head(found[-1], shorts)
                found[-1].take_text(line, below)
            elif self.page.is_byline(line) and (shorts or (below.title and not below.names)):
                below, has_institution = self._take_byline(found, shorts, line), False
            elif below.byline and not shorts and self.page.are_institutions(line):
                below.names = self.page.with_institutions(below.names, line)
                has_institution = True
            elif has_institution and not shorts and people_share(line.text) == 1:  # the next ones, of another
                below.settled += below.names
                below.names, below.byline = self.page.names(line), line
            else:
                shorts.append(line)
        self._finish(found, shorts)
        is_first_of_list = block.is_list and found[0].names
        if is_first_of_list or (block.title is None and len(found) == 1 and found[0].begins_with_talk):
            found[0].hold_itself()
            found[0].title = None
        self._take_tail(found[0], block.tail or [])
        return found

    def _next(self, found: list[BlockSession], shorts: list[SourceLine]) -> BlockSession:
        """Begin the next session side by side, whose heading stands above."""
        found.append(BlockSession(title=shorts.pop()))
        self._rest(found[-1], shorts)
        return found[-1]

    def _head(self, session: BlockSession, shorts: list[SourceLine]) -> None:
        """Take lines above a label or a text: the title, then the room."""
        if session.title is None and shorts:
            session.title = shorts.pop(0)
        if not session.talks:
            self._rest(session, shorts)

    def _rest(self, session: BlockSession, shorts: list[SourceLine]) -> None:
        """Take lines that are neither titles nor people: a track, a room; others are reported."""
        for line in shorts:
            if session.room is None and self.page.is_room(line):
                session.room = line
            else:
                self._report(line)
        shorts.clear()

    def _take_byline(
        self, found: list[BlockSession], shorts: list[SourceLine], line: SourceLine
    ) -> BlockTalk:
        """A byline is of the line above it: of a talk, or of the session where nothing else is above."""
        session, names = found[-1], self.page.names(line)
        is_below_title = len(shorts) > 1 or (session.title is not None and not session.talks)
        room = shorts.pop() if shorts and is_below_title and self.page.is_room(shorts[-1]) else None
        session.room = session.room or (room if not shorts else None)
        if not shorts or (session.title is None and len(shorts) == 1 and not session.talks):
            session.title = session.title or (shorts.pop() if shorts else None)
            own = self.page.of_one(line, names) if session.is_invited else names
            session.names, session.byline = own, line
            return session
        title = shorts.pop()
        self._take_room(session, shorts)
        if session.talks and len(shorts) == _PAIR and people_share(shorts[1].text) >= _HALF_NAMED:
            above, byline = shorts  # as the others stand; one of its names is an unusual one
            session.talks.append(BlockTalk(above, self.page.names(byline), byline))
            shorts.clear()
        if session.title is None:
            self._head(session, shorts)
        elif shorts and session.talks:
            session = self._next(found, shorts)
        else:
            self._rest(session, shorts)
        own = self.page.of_one(line, names) if session.is_invited else names
        session.talks.append(BlockTalk(title, own, line, room=room))
        return session.talks[-1]

    def _take_room(self, session: BlockSession, shorts: list[SourceLine]) -> None:
        """Take the room that stands below the authors of a talk."""
        talk = session.talks[-1] if session.talks else None
        if talk and talk.names and not talk.room and shorts and self.page.is_room(shorts[0]):
            talk.room = shorts.pop(0)

    def _take_label(
        self,
        found: list[BlockSession],
        shorts: list[SourceLine],
        below: BlockTalk,
        label: tuple[str, SourceLine],
        lines: Iterator[SourceLine],
    ) -> None:
        kind, value = label
        if kind == "track" and (found[-1].title or found[-1].talks):
            found.append(BlockSession())
        session = found[-1]
        if kind != "track":
            self._head(session, shorts)
        match kind:
            case "track":
                session.track = value
            case "room":
                session.room = value if value.text else None
            case "chair" if session.title and kind_of_words(session.title.text) == "break":
                self._report(value)  # of what follows, if of anything
            case "chair":
                session.people += participants(self.page.labelled(value), "chair") if value.text else ()
            case "speaker":
                below.speakers += participants(self.page.labelled(value), "speaker")
            case "speakers":
                below.speakers += participants(self.page.listed(lines), "speaker")

    def _finish(self, found: list[BlockSession], shorts: list[SourceLine]) -> None:
        """Take the lines below which nothing more stands: sessions side by side, or parts of the last one."""
        session = found[-1]
        if any(talk.room for talk in session.talks):
            self._take_room(session, shorts)
        heads_list = session.title is not None and len(shorts) % 2 == 1  # its title is the first of several
        lines = [session.title, *shorts] if session.title and heads_list else shorts
        beside = [] if session.talks or session.room else side_by_side(lines, self.page.is_room)
        if beside:
            if heads_list or session.title is None:
                found.pop()
            found += beside
            return
        if session.talks or self.has_ends:
            self._head(session, shorts)
            self._rest(session, shorts)
            return
        add_titles(found, shorts, self.page.is_room)

    def _take_tail(self, session: BlockSession, tail: Sequence[SourceLine]) -> None:
        """What stands below the time once more: the room, and what sort of session it is."""
        content = list(self.page.content(tail))
        if content and session.room is None:
            session.room = content.pop(0)
        self.page.private.pass_over("sorts of sessions", len(content))

    def _report(self, line: SourceLine) -> None:
        what = "nothing tells what this line is: it is not read"
        hint = 'write "Location: …" or "Speaker: …" before it, or take it out'
        place = self.document.place_of(line)
        self.problems.warning("unread-line", what, place, hint, line.text[:60])
