"""Sessions that are parts of the page, rooms that are addresses, days that a heading contradicts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.metadata.rooms import NUMBERED_ROOM, names_room
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.texts.lines import source_lines
from site_gen.ingest.reading.times.day_headings import days_by_line, heading_day
from site_gen.ingest.reading.times.days import find_when, match_times
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.reading.titles.speakers_first import with_speakers_first
from site_gen.ingest.records import Fact, PartialDay, Reading, SessionRecord, SlotRecord

_SEVERAL = re.compile(r"[,;]|\band\b")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S+\.\w|//")
_QUOTED = re.compile(r"[\"“„«].+[\"”“»],\s")  # what people stand behind
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{[{%].*[}%]\}")
_CLOSING = re.compile(r"</(?:em|i|b|strong|span|a|p|div|td)>", re.IGNORECASE)
_LABELLED = re.compile(r"[,;|]\s+[^\W\d_]+\s?[:：]\s")  # "Aula, Chair: Ann Lee"
_ROOM = re.compile(r"rooms? [A-Z]?\d{1,4}[A-Z]?(?:\s?[/&,]\s?[A-Z]?\d{1,4}[A-Z]?)*", re.IGNORECASE)
_MARKED = re.compile(r"\w\*\*|\*\*\s")  # "Room 4** — Ann Lee"
_NUMBER = re.compile(r"[#\d\s.,:;/–-]+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STEP, _FEWEST_STARTS, _LEAP_YEAR = 5, 3, 2024  # minutes between the times that programmes have; starts
_LONGEST_WAIT = timedelta(hours=1)  # from one session to the next
_LONGEST_ROOM, _LONGEST_TITLE = 120, 300
_PAGE_TITLE = re.compile(
    r"(?:full |detailed |conference )?program(?:me)?(?: for\b.*)?|schedule|days?:?", re.IGNORECASE
)
_CODE = re.compile(r"(?:paper )?[A-Z][A-Za-z]{1,4}\d{1,2}\.\d{1,2}", re.IGNORECASE)  # "WeA1.1", no title
# What no session is called like, as a whole.
_NO_SESSIONS = {
    "the code of a talk": _CODE, "a number": _NUMBER, "a room": _ROOM, "a heading of the page": _PAGE_TITLE,
    "a line in the marks of the page": re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__)"),
}  # fmt: skip
_NUMBERED = re.compile(rf"\b{NUMBERED_ROOM}(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r"\d|\s[A-Z]$")  # "the hall a few" is none
_IN_ROOM = re.compile(
    r"\b(?:in|im|en|dans|nel\w*|na|no|at)(?: (?:the|der|dem|la|le|el))?(?P<room>(?: [A-ZÀ-Þ\d][\w.-]*){1,4})"
)


def strange_rooms(reading: Reading) -> Doubt:
    """Rooms that are addresses of the web, or texts."""
    rooms = [fact for fact in _rooms(reading) if fact]
    found = [
        Finding(f"the room {shown(room.value)} is {_no_room(room.value)}", room.place)
        for room in rooms
        if _no_room(room.value)
    ]
    return doubt(
        "implausible-room", found, len(rooms), "name the room, or leave it out; an address is a link"
    )


def _rooms(reading: Reading) -> Iterator[Fact[str] | None]:
    for session in reading.sessions:
        yield session.room
        yield from (slot.room for slot in session.slots)


def _no_room(room: str) -> str:
    if _ADDRESS.search(room):
        return "an address"
    if _TAG.search(room):
        return "a tag of the page"
    if _MARKED.search(room):
        return "more than it, with a mark of the page"
    if room.startswith(("**", "# ", "## ", "### ")):
        return "a heading"
    if _QUOTED.match(room):
        return "a title"
    if _LABELLED.search(room) or " |" in room:
        return "more than one value"
    return "a text" if len(room) > _LONGEST_ROOM or "\n" in room else ""


def strange_sessions(reading: Reading) -> Doubt:
    """Sessions whose title is a day, a title of the page, an address or a text."""
    titles = [session.title for session in reading.sessions if session.title]
    found = [
        Finding(f"the session {shown(title.value)} is {_no_session(title.value)}", title.place)
        for title in titles
        if _no_session(title.value)
    ]
    hint = "part the headings of days and of the page from the sessions below them"
    if any("tag of the page" in finding.what for finding in found):
        hint = "copy the text of the page as a browser shows it, without its tags"
    if any("marks of the page" in finding.what for finding in found):
        hint = (
            "write times at the beginning of lines, as '09:00 - 10:30 Session 1', without a label before them"
        )
    return doubt("implausible-session", found, len(titles), hint)


def _no_session(title: str) -> str:
    if len(title) > _LONGEST_TITLE or "\n" in title:
        return "longer than a title"
    if _TAG.fullmatch(title) or _BREAK.search(title) or _CLOSING.search(title):
        return "a tag of the page"
    if title.startswith((";", "|", ",")):
        return "a row of a table"
    if title.startswith(("http://", "https://", "www.")):
        return "an address"
    if match_times(title):
        return "a time"
    if not any(map(str.isalnum, title)) and title.isascii():
        return "a mark of the page"
    if heading_day(title) or typed_day(title):
        return "the heading of a day"
    if title.startswith("(") and title.find(")") == len(title) - 1:
        return "words in brackets"
    return next((what for what, pattern in _NO_SESSIONS.items() if pattern.fullmatch(title)), "")


def people_as_sessions(reading: Reading) -> Doubt:
    """Sessions that are called by several people: a byline above or below a title was read as one."""
    named = with_speakers_first(reading)
    titles = [session.title for session in named.sessions if session.title]
    found = [
        Finding(f"the session {shown(title.value)} is the names of people", title.place)
        for title in titles
        if _SEVERAL.search(_IN_BRACKETS.sub("", title.value)) and people_share(title.value) == 1
    ]
    if not reading.format.is_of_lines and 2 * len(found) < len(titles):
        found = []  # a key or a column holds the titles, and these are in capitals
    hint = "write the names behind the title in its line, or a label before them: 'Speakers: …'"
    return doubt("implausible-session", found, len(titles), hint)


def rooms_in_prose(reading: Reading) -> Doubt:
    """Lines that are not read and tell where something takes place, where no session is read in a room:
    "We meet in room B.07 at 9".
    """
    held: tuple[SessionRecord | SlotRecord, ...] = (*reading.sessions, *reading.every_slot())
    is_placed = not held or any(each.room for each in held)
    found = [
        Finding(f"this line tells of {shown(room)}, and nothing is read in a room", line.place)
        for line in (() if is_placed or reading.format.is_own else reading.passed_over)
        if (room := _room_in(line.value))
    ]
    hint = "write it behind the day, or below a time, as 'Room: …'"
    return doubt("unread-line", found, len(found), hint, are_possible=True)


def _room_in(line: str) -> str:
    """The room that a sentence tells of; nothing for others."""
    numbered = next((each[0] for each in _NUMBERED.finditer(line) if _COUNTED.search(each[0])), "")
    named = (match["room"].strip() for match in _IN_ROOM.finditer(line))
    return (numbered or next(filter(names_room, named), "")).rstrip(".")


def kinds_as_sessions(reading: Reading) -> Doubt:
    """Sessions of a page that are called like several others: a column of kinds was read as their titles."""
    titled = [session for session in reading.sessions if session.title and session.slots]
    often = Counter(session.title.value for session in titled if session.title)
    found = [
        Finding(f"the session {shown(session.title.value)} is called like others", session.title.place)
        for session in titled
        if session.title and often[session.title.value] >= _FEWEST_STARTS
    ]
    if reading.format.shape != "programme" or 2 * len(found) < len(titled):
        found = []
    hint = "say what each is in its title, or give the table as CSV with a column of titles"
    return doubt("implausible-session", found, len(titled), hint)


def sessions_of_nothing(reading: Reading) -> Doubt:
    """Sessions that have a time and say nothing: what stands below each time was not read."""
    found = [
        Finding("a time with nothing that takes place then", session.start.place)
        for session in reading.sessions
        if session.start and not (session.title or session.kind or session.slots or session.people)
        and not (session.description or session.room)
    ]  # fmt: skip
    if len(found) < _FEWEST_STARTS or 2 * len(found) < len(reading.sessions):
        found = []
    hint = "write what takes place then behind each time, or in the line below it"
    return doubt("implausible-session", found, len(reading.sessions), hint)


def logged_times(reading: Reading) -> Doubt:
    """Starts that are moments of a log, as of submissions: a programme has round times, or goes on."""
    facts = [session.start for session in reading.sessions if session.start]
    starts = [moment for session in reading.sessions if (moment := _moment(session))]
    has_more = any(session.end or session.room for session in reading.sessions)
    odd = sum(moment.minute % _STEP > 0 for moment in starts)
    follow = sum(timedelta() <= later - moment <= _LONGEST_WAIT for moment, later in pairwise(starts))
    is_log = len(starts) >= _FEWEST_STARTS and 2 * odd > len(starts) and 2 * follow < len(starts)
    found = [
        Finding(f"{fact.value:%H:%M} is the moment of an entry, not the start of a session", fact.place)
        for fact in facts
        if is_log and not has_more
    ]
    hint = "if these are times of submissions, take them out of the document; else write ends or rooms too"
    return doubt("implausible-time", found, len(facts), hint)


def _moment(session: SessionRecord) -> datetime | None:
    """When a session begins, in a year with every day where none is told; None where day or time is not."""
    day = session.day.value.in_year(_LEAP_YEAR) if session.day and session.day.value.month else None
    return datetime.combine(day or date.min, session.start.value) if session.start else None


def contradicted_days(reading: Reading) -> Doubt:
    """Sessions on another day than the heading says that stands last above them.

    In a list of objects a day above may be that of anything, but one that nothing was read of is told.
    """
    document = reading.document
    days = days_by_line(document, source_lines(document)) if reading.sessions else {}
    headings = sorted(days.values(), key=lambda fact: fact.place)
    places = [heading.place for heading in headings]
    found, total = [], 0
    for session in reading.sessions:
        above = bisect_right(places, session.place) - 1
        if above < 0:
            continue
        total += 1
        place, day = headings[above].place, headings[above].value
        title = session.title.value if session.title else "without a title"
        if session.day is None and session.start:
            what = f"the session {shown(title)} is read without a day"
            found.append(Finding(f"{what}, but line {place.line} says {_printed(day)}", session.place))
        elif not reading.format.is_ordered or session.day is None or session.day.place >= place:
            continue
        elif not _agree(session.day.value, day):
            what = f"the session {shown(title)} is read as on {_printed(session.day.value)}"
            found.append(Finding(f"{what}, but line {place.line} says {_printed(day)}", session.place))
    hint = "write the day above each day's sessions, as '## Monday, 8 April 2024'"
    return doubt("implausible-day", found, total, hint)


def missed_days(reading: Reading) -> Doubt:
    """Days that lines name between sessions which are all on another one: headings not understood."""
    days = {
        (day.day, day.month) for session in reading.sessions if session.day for day in [session.day.value]
    }
    numbers = [session.place.line for session in reading.sessions]
    found = []
    if reading.format.shape == "programme" and len(days) == 1 and len(numbers) >= _FEWEST_STARTS:
        for line in source_lines(reading.document)[min(numbers) : max(numbers)]:
            when = find_when(line.text) if len(line.text) < _LONGEST_ROOM else None
            day = when.day if when and not when.start else None
            if day and day.weekday is not None and day.day and (day.day, day.month) not in days:
                what = f"this line names {_printed(day)}, and all sessions are read as on another day"
                found.append(Finding(what, reading.document.place(line.number)))
    hint = "write the day above each day's sessions, as '## Monday, 8 April 2024'"
    return doubt("implausible-day", found, len(found), hint)


def _agree(left: PartialDay, right: PartialDay) -> bool:
    return (left.day, left.month) == (right.day, right.month)


def _printed(day: PartialDay) -> str:
    return f"{day.day}/{day.month}" + (f"/{day.year}" if day.year else "")
