"""Programmes of conf.researchr.org, copied: intervals alone, a session below, talks with their length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from site_gen.conference import Participant
from site_gen.ingest.formats.programmes.drafts import SessionDraft, TalkDraft, drafts_of, time_fact
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.people.trailing_affiliations import TrailingAffiliations
from site_gen.ingest.reading.texts.lines import SourceLine, line_fact, source_lines, stated_edition
from site_gen.ingest.reading.times.day_headings import days_by_line
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_SURE = 98
_INTERVAL = re.compile(r"(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)")
_TIME = re.compile(r"\d{1,2}:\d\d")
_LENGTH = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m(?:in)?)?")
_CHAIRS = re.compile(r"(?:session )?chairs?(?:\(s\))?\s*:\s*(.+)", re.IGNORECASE)
_ZONE = re.compile(r"displayed time ?zone\s*:.*", re.IGNORECASE)
_LINK = re.compile(
    r"(?:(?:doi|pre-?print|link to publication|media attached|file attached|authorizer link|video|slides|pdf)"
    r"\s*)+",
    re.IGNORECASE,
)
_ROOM = re.compile(r"(.+)\sat\s([^\s].{0,80})")


def recognise(text: str) -> int:
    """How surely a text is such a programme: intervals alone, and lengths of talks or the time zone shown."""
    lines = [raw.strip() for raw in text[:400_000].split("\n")]
    intervals = sum(_INTERVAL.fullmatch(line) is not None for line in lines)
    lengths = sum(_is_length(line) for line in lines)
    return _SURE if intervals and (lengths or any(_ZONE.fullmatch(line) for line in lines)) else 0


def _is_length(text: str) -> bool:
    return bool(text) and _LENGTH.fullmatch(text) is not None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its talks; a byline only where names are surely told from institutions."""
    lines = source_lines(document)
    days = days_by_line(document, lines)
    head, drafts = drafts_of(lines, days, session=_INTERVAL, talk=_TIME, of_page=_ZONE)
    reader = _Reader(document, drafts, problems)
    sessions = tuple(reader.session(draft) for draft in drafts)
    left = reader.tracks_left(drafts, sessions)
    return Reading(
        document=document,
        format=RESEARCHR,
        sessions=sessions,
        edition=stated_edition(document, head) or printed_year(sessions),
        passed_over=passed_facts(document, head),
        not_taken={"tracks of talks": left} if left else {},
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the lines of a talk are; what is not there is None."""

    title: SourceLine | None = None
    track: SourceLine | None = None
    byline: SourceLine | None = None
    minutes: int = 0


class _Reader:
    """Makes the records of one page; the tracks are what recurs below its titles."""

    def __init__(self, document: Document, drafts: Sequence[SessionDraft], problems: ProblemLog) -> None:
        self._document = document
        self._problems = problems
        self._raw = document.text.split("\n")
        below = [self._below(talk) for draft in drafts for talk in draft.talks]
        often = Counter(lines[0].text for lines in below if lines)
        headers = " / ".join(line.text for draft in drafts for line in draft.lines)
        self._tracks = {text for text, count in often.items() if text in headers or count > 1}
        # Where most titles have their track below them, so has one whose track stands nowhere else.
        several = [lines for lines in below if len(lines) > 1]
        self._has_tracks = 2 * sum(lines[0].text in self._tracks for lines in several) >= len(several) > 0
        parts = [self._parts(talk) for draft in drafts for talk in draft.talks]
        chairs = [match[1] for d in drafts for line in d.lines if (match := _CHAIRS.fullmatch(line.text))]
        self._people = TrailingAffiliations([*(p.byline.text for p in parts if p.byline), *chairs])

    def session(self, draft: SessionDraft) -> SessionRecord:
        """The session of an interval and what stands below it."""
        match = _INTERVAL.fullmatch(draft.heading.text)
        header = next((line for line in draft.lines if not _CHAIRS.fullmatch(line.text)), None)
        title, room, tracks = self._header(header) if header else (None, None, ())
        if room is None and header:
            others = (line for line in draft.lines if line is not header and not _CHAIRS.fullmatch(line.text))
            room = next((found for line in others if (found := self._header(line)[1])), None)
        kind = kind_of_words(title.value) if title else "other"
        place = self._document.place_of(draft.heading)
        return SessionRecord(
            place=place,
            kind=Fact(kind, title.place) if title and kind != "other" else None,
            title=title,
            day=draft.day,
            start=time_fact(self._document, match[1], draft.heading, self._problems, match[2])
            if match
            else None,
            end=time_fact(self._document, match[2], draft.heading, self._problems) if match else None,
            room=room,
            track=self._track(draft, header, tracks),
            people=self._chairs(draft.lines),
            slots=tuple(self._slot(talk) for talk in draft.talks),
        )

    def tracks_left(self, drafts: Sequence[SessionDraft], sessions: Sequence[SessionRecord]) -> int:
        """How many talks are of a track that is not that of their whole session."""
        return sum(
            parts.track is not None and not (session.track and session.track.value == parts.track.text)
            for draft, session in zip(drafts, sessions, strict=True)
            for parts in map(self._parts, draft.talks)
        )

    def _track(self, draft: SessionDraft, header: SourceLine | None, ends: Sequence[str]) -> Fact[str] | None:
        """The track of a session: that of all its talks, or the only one that its header ends in."""
        below = [parts.track for parts in map(self._parts, draft.talks)]
        if None not in below and len({line.text for line in below if line}) == 1:
            return next(line_fact(self._document, line) for line in below if line)
        return Fact(ends[0], self._document.place_of(header)) if header and len(ends) == 1 else None

    def _header(self, line: SourceLine) -> tuple[Fact[str], Fact[str] | None, Sequence[str]]:
        """Title, room and tracks of "Testing 1 Research Track / Journal-first Papers at Main Hall"."""
        match = _ROOM.fullmatch(line.text)
        text = match[1] if match else line.text
        title, tracks = self._tracks_apart(text.strip())
        fact = line_fact(self._document, replace(line, text=title))
        if match is None:
            return fact, None, tracks
        room = replace(line, text=match[2], column=line.column + match.start(2))
        return fact, line_fact(self._document, room), tracks

    def _tracks_apart(self, text: str) -> tuple[str, Sequence[str]]:
        """A header without the tracks that it ends in, and these, the last one first."""
        ends: list[str] = []
        longest_first = sorted(self._tracks, key=len, reverse=True)
        while track := next((each for each in longest_first if text.endswith(each) and text != each), ""):
            text = text.removesuffix(track).rstrip(" /")
            ends.append(track)
        return text, ends

    def _chairs(self, lines: Sequence[SourceLine]) -> Fact[tuple[Participant, ...]] | None:
        for line in lines:
            match = _CHAIRS.fullmatch(line.text)
            names = self._names(match[1], line) if match else None
            if names:
                return Fact(participants(names, "chair"), self._document.place_of(line))
        return None

    def _names(self, text: str, line: SourceLine) -> list[PrintedName] | None:
        """The names of a line; where they are not surely told from institutions, it is reported."""
        if "(" in text:
            return split_authors(text, line.number, PrivateValues())
        names = self._people.names(text, line.number)
        if names is None:
            what = "names and institutions of this line are not surely told apart: it is not read"
            hint = "save the page as HTML, or part them: Ann Lee (MIT), Bob Roe (ETH)"
            place = self._document.place_of(line)
            self._problems.warning("unread-byline", what, place, hint, text[:60])
        return names

    def _slot(self, talk: TalkDraft) -> SlotRecord:
        parts = self._parts(talk)
        place = self._document.place_of(talk.time)
        start = time_fact(self._document, talk.time.text, talk.time, self._problems)
        names = self._names(parts.byline.text, parts.byline) if parts.byline else None
        title = line_fact(self._document, parts.title) if parts.title else None
        end = _after(start, parts.minutes)
        is_invited = kind_of_words(" ".join(line.text for line in talk.lines[:2])) == "invited-talk"
        if is_invited or parts.byline is None:
            speakers = participants(names or (), "speaker")
            people = Fact(speakers, place) if speakers else None
            return SlotRecord(place=place, title=title, start=start, end=end, people=people)
        authors = authors_fact(self._document, names, self._problems) if names else None
        paper = PaperRecord(place=place, title=title, authors=authors) if title else None
        return SlotRecord(place=place, paper=paper, start=start, end=end)

    def _below(self, talk: TalkDraft) -> list[SourceLine]:
        """The lines below a talk's title, which a tab shows, or else stands below the talk's type."""
        index = self._title_index(talk)
        lines = talk.lines[index + 1 :] if index is not None else []
        return [line for line in lines if not _LINK.fullmatch(line.text)]

    def _title_index(self, talk: TalkDraft) -> int | None:
        for index, line in enumerate(talk.lines):
            if self._raw[line.number - 1].startswith("\t"):
                return index
        lengths = [index for index, line in enumerate(talk.lines) if _is_length(line.text)]
        index = lengths[0] + 2 if lengths else 0
        return index if index < len(talk.lines) else None

    def _parts(self, talk: TalkDraft) -> _Parts:
        index = self._title_index(talk)
        if index is None:
            return _Parts()
        below = self._below(talk)
        is_track = below and (below[0].text in self._tracks or (self._has_tracks and len(below) > 1))
        track = below[0] if is_track else None
        byline = next((line for line in below if line is not track), None)
        length = next((match for line in talk.lines if (match := _LENGTH.fullmatch(line.text))), None)
        minutes = 60 * int(length[1] or 0) + int(length[2] or 0) if length else 0
        return _Parts(talk.lines[index], track, byline, minutes)


def _after(start: Fact[time] | None, minutes: int) -> Fact[time] | None:
    """The end of a talk of that length; None where it is not known, or after midnight."""
    if start is None or not minutes:
        return None
    begin = datetime(2000, 1, 1, start.value.hour, start.value.minute)
    end = begin + timedelta(minutes=minutes)
    return Fact(end.time(), start.place) if end.day == begin.day else None


RESEARCHR = SourceFormat(
    name="researchr", title="programme of researchr", recognise=recognise, read=read,
    surest=_SURE, shape="lines",
)  # fmt: skip
