"""EasyChair Smart Program, copied: days, sessions with chair and location, talks with their authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import time

from site_gen.conference import Participant, Role, SessionKind
from site_gen.conference.programme import slots_hold
from site_gen.ingest.formats.programmes.drafts import SessionDraft, TalkDraft, time_fact
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    line_fact,
    source_lines,
    stated_edition,
    text_fact,
)
from site_gen.ingest.reading.times.day_headings import days_by_line, is_titled
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.badges import recurring, without
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_SURE = 97
_SESSION = re.compile(r"(\d{1,2}:\d\d)\s?[-–]\s?(\d{1,2}:\d\d)[ \t]*(?=\S)(?!\d)(.+)")
_TIME = re.compile(r"\d{1,2}:\d\d")
_CHAIR = re.compile(r"(?:(?:session )?chair|moderator)s?\s*:\s*(.*)", re.IGNORECASE)
_ROOM = re.compile(r"(?:location|room|venue)s?\s*:\s*(.*)", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:speaker|presenter)s?\s*:\s*(.*)", re.IGNORECASE)
_UNKNOWN_LABEL = re.compile(r"[^\W\d_][\w ]{1,20}:(?!//)")
_LABEL = re.compile(r"(?:discussant|moderator|organi[sz]er|keyword|topic|contact)s?:.*", re.IGNORECASE)
_ABSTRACT = re.compile(r"abstract\s*[.:]\s*(.*)", re.IGNORECASE | re.DOTALL)
_LINKS = re.compile(
    r"(?:\s*\(\s*(?:abstract|pdf|paper|slides?|video|poster|pre-?print|link|code)\s*\))+$", re.IGNORECASE
)
_NO_NUMBER = re.compile(r"session\s+:\s*", re.IGNORECASE)
_FOOT = re.compile(r"disclaimer\b.*|.*powered by easychair.*|copyright ©.*", re.IGNORECASE)


def recognise(text: str) -> int:
    """How surely a text is such a programme: intervals with a title, and times alone or labels below."""
    lines = [line for line in (raw.strip() for raw in text[:400_000].split("\n")) if line]
    sessions = sum(_SESSION.fullmatch(line) is not None for line in lines)
    talks = sum(_TIME.fullmatch(line) is not None for line in lines)
    labels = sum(any(each.fullmatch(line) for each in (_CHAIR, _ROOM, _SPEAKER)) for line in lines)
    headings = sum("FOR" in line.split() and is_titled(line) for line in lines)
    return _SURE if sessions and (talks or headings) and (labels or headings) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session; its talks are papers, but for those of an invited talk, a tutorial or a panel."""
    lines = source_lines(document)
    head, drafts, passed = _drafts(lines, days_by_line(document, lines))
    titles = [title.text for draft in drafts for talk in draft.talks if (title := _parts(talk.lines)[0])]
    reader = _Reader(document, problems, recurring(titles))
    sessions = tuple(reader.session(draft) for draft in drafts)
    short = [replace(line, text=line.text[:60]) for line in head]
    return Reading(
        document=document,
        format=SMART_PROGRAM,
        sessions=sessions,
        edition=printed_year(sessions) or stated_edition(document, short),
        passed_over=passed_facts(document, [*head, *passed]),
        not_imported=reader.private.counts,
    )


def _drafts(
    lines: Sequence[SourceLine], days: dict[int, Fact[PartialDay]]
) -> tuple[list[SourceLine], list[SessionDraft], list[SourceLine]]:
    """The lines before the first session, the sessions, and the lines of the page after a day's last one."""
    head: list[SourceLine] = []
    passed: list[SourceLine] = []
    drafts: list[SessionDraft] = []
    day: Fact[PartialDay] | None = None
    below = head
    for line in lines:
        if line.number in days:
            day, below = days[line.number], passed if drafts else head
            below.append(line)
        elif _FOOT.fullmatch(line.text):
            below = passed
            below.append(line)
        elif _SESSION.fullmatch(line.text):
            drafts.append(SessionDraft(line, day))
            below = drafts[-1].lines
        elif drafts and below is not passed and _TIME.fullmatch(line.text):
            drafts[-1].talks.append(TalkDraft(line))
            below = drafts[-1].talks[-1].lines
        else:
            below.append(line)
    return head, drafts, passed


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes the records of one page; `shown` are the badges behind its titles."""

    document: Document
    problems: ProblemLog
    shown: frozenset[str]
    private: PrivateValues = field(default_factory=PrivateValues)

    def session(self, draft: SessionDraft) -> SessionRecord:
        """The session of a heading and what stands below it."""
        start, end, title = self._heading(draft.heading)
        chairs, room, rest = self._labelled(draft.lines)
        rest = self._text(rest)
        kind = kind_of_words(title.text)
        is_one = len(draft.talks) == 1 and slots_hold(kind) == "talks" and not any(each.text for each in rest)
        alone = draft.talks[0] if is_one else None
        slots = tuple(self._slot(talk, kind, is_alone=is_one) for talk in draft.talks)
        return SessionRecord(
            place=self.document.place_of(draft.heading),
            kind=Fact(kind, line_fact(self.document, title).place) if kind != "other" else None,
            title=line_fact(self.document, title),
            day=draft.day,
            start=start,
            end=end,
            room=room,
            people=self._people(chairs, "chair"),
            description=text_fact(self.document, _parts(alone.lines)[3] if alone else rest),
            slots=slots,
        )

    def _heading(self, line: SourceLine) -> tuple[Fact[time] | None, Fact[time] | None, SourceLine]:
        match = _SESSION.fullmatch(line.text)
        assert match is not None
        title = match[3].strip()
        bare = _NO_NUMBER.match(title)
        title = title[bare.end() :] or title if bare else title
        column = line.column + line.text.rindex(title)
        return (
            time_fact(self.document, match[1], line, self.problems, match[2]),
            time_fact(self.document, match[2], line, self.problems),
            SourceLine(line.number, title, column),
        )

    def _labelled(
        self, lines: Sequence[SourceLine]
    ) -> tuple[list[SourceLine], Fact[str] | None, list[SourceLine]]:
        """The lines that name chairs, the room, and the rest of what stands above the first talk."""
        chairs: list[SourceLine] = []
        rest: list[SourceLine] = []
        room: Fact[str] | None = None
        below = rest
        for line in lines:
            chair, place = _CHAIR.fullmatch(line.text), _ROOM.fullmatch(line.text)
            if chair:
                below = chairs
                below.append(SourceLine(line.number, chair[1], line.column + chair.start(1)))
            elif place:
                below = rest
                value = SourceLine(line.number, place[1], line.column + place.start(1))
                room = line_fact(self.document, value) if place[1] else room
            else:
                below = below if line.text and ":" not in line.text else rest  # no name holds a colon
                below.append(line)
        return chairs, room, rest

    def _text(self, lines: list[SourceLine]) -> list[SourceLine]:
        """What a session is about: what has a label that nobody knows, and is no sentence, is named."""
        label = next((line for line in lines if _UNKNOWN_LABEL.match(line.text)), None)
        if label is None or any(line.text.endswith((".", "!", "?")) for line in lines):
            return lines
        what = "nobody knows what this line says of the session: it is left out"
        hint = "call what it names CHAIR, LOCATION or SPEAKER, or write a sentence"
        place = self.document.place_of(label)
        self.problems.warning("unread-line", what, place, hint, label.text[:60])
        return []

    def _people(self, lines: Sequence[SourceLine], role: Role) -> Fact[tuple[Participant, ...]] | None:
        filled = [line for line in lines if line.text and line.text.lower() != "unknown"]
        names = [name for line in filled for name in split_authors(line.text, line.number, self.private)]
        people = participants(names, role)
        return Fact(people, line_fact(self.document, filled[0]).place) if people else None

    def _slot(self, talk: TalkDraft, kind: SessionKind, *, is_alone: bool) -> SlotRecord:
        """A talk: a paper, but in a session that holds talks. The text of a lone one is its session's."""
        title_line, byline, speakers, abstract = _parts(talk.lines)
        title = self._title(title_line) if title_line else None
        start = time_fact(self.document, talk.time.text, talk.time, self.problems)
        place = self.document.place_of(talk.time)
        people = self._people(speakers, "speaker")
        if slots_hold(kind) == "talks" or not (byline or abstract):
            people = people or self._people(byline, "speaker")
            text = None if is_alone else text_fact(self.document, abstract)
            return SlotRecord(place=place, title=title, start=start, people=people, description=text)
        names = [name for line in byline for name in split_authors(line.text, line.number, self.private)]
        paper = PaperRecord(
            place=place,
            title=title,
            authors=authors_fact(self.document, names, self.problems) if names else None,
            abstract=text_fact(self.document, abstract),
        )
        return SlotRecord(place=place, paper=paper, start=start, people=people)

    def _title(self, line: SourceLine) -> Fact[str]:
        return line_fact(self.document, replace(line, text=without(line.text, self.shown)))


def _parts(
    lines: Sequence[SourceLine],
) -> tuple[SourceLine | None, list[SourceLine], list[SourceLine], list[SourceLine]]:
    """Title, authors, speakers and abstract of a talk: the title stands last before the labels."""
    head: list[SourceLine] = []
    speakers: list[SourceLine] = []
    abstract: list[SourceLine] = []
    below = head
    for line in lines:
        label, speaker = _ABSTRACT.fullmatch(line.text), _SPEAKER.fullmatch(line.text)
        if below is abstract:
            abstract.append(line)
        elif label and label[1]:
            below = abstract
            below.append(SourceLine(line.number, label[1], line.column + label.start(1)))
        elif speaker:
            below = speakers
            below.append(SourceLine(line.number, speaker[1], line.column + speaker.start(1)))
        elif _LABEL.fullmatch(line.text):
            below = []
        elif line.text:
            below.append(line)
    title = head[-1] if head else None
    if title:
        title = SourceLine(title.number, _LINKS.sub("", title.text), title.column)
    return title, head[:-1], speakers, abstract


SMART_PROGRAM = SourceFormat(
    name="smart-program", title="EasyChair Smart Program", recognise=recognise, read=read,
    surest=_SURE, shape="programme",
)  # fmt: skip
