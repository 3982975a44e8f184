"""What copied programmes have in common: sessions and talks as lines below the line that begins them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from site_gen.conference import Participant
from site_gen.ingest.reading.entries.numbered_papers import numbers_in
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock
from site_gen.ingest.reading.texts.labels import label_of, without_label
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.days import read_time
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.ingest.records import Document, Fact, PartialDay
from site_gen.problems import ProblemLog

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_CEREMONY = re.compile(
    r"\b(?:welcome|opening|clos(?:e|ing)|remarks|introduction|awards?|discussion|wrap[- ]?up|q ?& ?a|invited"
    r"|meeting)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TalkDraft:
    """The line with a talk's time, and the lines below it."""

    time: SourceLine
    lines: list[SourceLine] = field(default_factory=list)


@dataclass(slots=True)
class SessionDraft:
    """The line that begins a session, its day, the lines below it, and its talks."""

    heading: SourceLine
    day: Fact[PartialDay] | None
    lines: list[SourceLine] = field(default_factory=list)
    talks: list[TalkDraft] = field(default_factory=list)


def drafts_of(
    lines: Sequence[SourceLine],
    days: Mapping[int, Fact[PartialDay]],
    *,
    session: re.Pattern[str],
    talk: re.Pattern[str],
    of_page: re.Pattern[str],
) -> tuple[list[SourceLine], list[SessionDraft]]:
    """The lines that no session has, as those above the first, and the sessions with what stands below them.

    The patterns are of whole lines that begin a session or a talk, and of the page's own.
    """
    head: list[SourceLine] = []
    drafts: list[SessionDraft] = []
    day: Fact[PartialDay] | None = None
    below = head
    for line in lines:
        if line.number in days:
            day, below = days[line.number], head
            head.append(line)
        elif session.fullmatch(line.text):
            drafts.append(SessionDraft(line, day))
            below = drafts[-1].lines
        elif drafts and below is not head and talk.fullmatch(line.text):
            drafts[-1].talks.append(TalkDraft(line))
            below = drafts[-1].talks[-1].lines
        elif line.text:
            (head if of_page.fullmatch(line.text) else below).append(line)
    return head, drafts


@dataclass(slots=True)
class BlockTalk:
    """A talk to be: its title, who stands below it, and its text.

    `settled` are the names above those, below which their institution stands.
    """

    title: SourceLine | None = None
    names: list[PrintedName] = field(default_factory=list)
    byline: SourceLine | None = None
    texts: list[SourceLine] = field(default_factory=list)
    speakers: list[Participant] = field(default_factory=list)
    settled: list[PrintedName] = field(default_factory=list)
    room: SourceLine | None = None

    @property
    def people_below(self) -> list[PrintedName]:
        """Everybody who stands below it."""
        return [*self.settled, *self.names]


@dataclass(slots=True)
class BlockSession(BlockTalk):
    """A session to be; `talks` stand below it without times of their own."""

    people: list[Participant] = field(default_factory=list)
    track: SourceLine | None = None
    talks: list[BlockTalk] = field(default_factory=list)

    @property
    def is_invited(self) -> bool:
        """Whether it is called an invited talk."""
        return self.title is not None and kind_of_words(self.title.text) == "invited-talk"

    def is_over(self, label: str, shorts: list[SourceLine], rooms: int) -> bool:
        """Whether a label is of the next session, whose title is the last of the lines above it.

        Of two lines above the first of several rooms the upper one is the title of all that take place then.
        """
        if label == "room" and rooms > 1 and len(shorts) > 1 and not (self.title or self.talks):
            self.title = shorts.pop(0)
            return True
        is_next = label == "room" and self.room is not None
        return bool(shorts) and label != "speakers" and (bool(self.talks) or is_next)

    def hold_itself(self) -> None:
        """Make a talk of what it is called and who stands below it, the first of its own."""
        self.talks.insert(0, BlockTalk(self.title, self.names, self.byline, self.texts, [], self.settled))
        self.names, self.texts, self.settled = [], [], []

    def take_text(self, line: SourceLine, below: BlockTalk) -> None:
        """Take a running text below a talk, or a line that names papers by number: "Papers: 12, 17"."""
        if numbers_in(line.text):
            self.talks.append(BlockTalk(line))
        else:
            below.texts.append(line)

    def chair_in_title(self) -> SourceLine | None:
        """Who leads it, as brackets behind the title say, which is without them then; None where none do."""
        title, behind = without_label(self.title) if self.title else (None, None)
        label = label_of(behind) if behind else None
        if label is None or label[0] != "chair":
            return None
        self.title = title
        return label[1]

    @property
    def begins_with_talk(self) -> bool:
        """Whether title and authors are those of a talk, as those of the others stand below them likewise."""
        title = self.title.text if self.title else ""
        is_alike = all(talk.title and talk.byline for talk in self.talks) and self.byline is not None
        is_session = is_section(title) or kind_of_words(title) != "other"
        return bool(title and self.talks and is_alike and not is_session)


def side_by_side(lines: Sequence[SourceLine], is_room: Callable[[SourceLine], bool]) -> list[BlockSession]:
    """Sessions that take place at once, where lines are titles, each with its room below; else none."""
    titles, rooms = lines[::2], lines[1::2]
    are_paired = len(titles) == len(rooms) > 1 and all(map(is_room, rooms))
    if not are_paired or any(map(is_room, titles)):
        return []
    return [BlockSession(title=title, room=room) for title, room in zip(titles, rooms, strict=True)]


def add_titles(
    found: list[BlockSession], lines: Sequence[SourceLine], is_room: Callable[[SourceLine], bool]
) -> None:
    """Add sessions of which only titles stand there, each perhaps with its room below."""
    for line in lines:
        if found[-1].title and found[-1].room is None and is_room(line):
            found[-1].room = line
        elif found[-1].title is None:
            found[-1].title = line
        else:
            found.append(BlockSession(title=line))


def may_be_paper(session: BlockSession) -> bool:
    """Whether a title with people below it, and nothing else, can be a paper: no panel, no welcome."""
    title = session.title.text if session.title else ""
    is_talk = kind_of_words(title) != "other" or _CEREMONY.search(title) is not None
    return bool(title and session.names) and not (session.talks or session.speakers or is_talk)


def time_fact(
    document: Document, printed: str, line: SourceLine, problems: ProblemLog, end: str | None = None
) -> Fact[time] | None:
    """The time that is printed in a line; None, after noting it, where there is no such time.

    `end` is the end of its range: the half of the day stands there alone in "1:30-3:00pm".
    """
    place = document.place_of(line)
    try:
        return Fact(read_time(printed, end), place)
    except ValueError as error:
        problems.error("bad-time", str(error), place, hint="times are written as 09:00")
        return None


def times_of(
    document: Document, block: TimedBlock, problems: ProblemLog
) -> tuple[Fact[time] | None, Fact[time] | None]:
    """Start and end of a block; None where nothing tells them, or there is no such time."""
    start, end = block.start, block.end
    return (
        time_fact(document, start, block.line, problems, end) if start else None,
        time_fact(document, end, block.line, problems) if end else None,
    )


def bare_room(line: SourceLine) -> SourceLine:
    """The line of a room without brackets around all of it: "(Room 1.08)"."""
    match = _IN_BRACKETS.fullmatch(line.text)
    return replace(line, text=match[1]) if match else line
