"""What has lost its time: talks read as sessions, and the programme that was read as a list of papers."""

from __future__ import annotations

import re

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Fact, Reading, SessionRecord

_FEWEST = 2  # below sessions
_INTERVAL = re.compile(r"\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\s*[-–—]\s*\d{1,2}[:.]\d\d\b", re.IGNORECASE)


def untimed_below_sessions(reading: Reading) -> Doubt:
    """What has nothing but a title, below a session that has a time and no talks."""
    below: list[SessionRecord] = []
    above: SessionRecord | None = None
    for each in sorted(reading.sessions, key=lambda session: session.place):
        if above and each.people and not (each.start or each.slots):
            continue  # a part of the session above, with its chair
        if each.start or each.slots or each.people or each.description or each.status or not each.title:
            is_bare = each.start is not None and not each.slots
            above = each if is_bare and each.title and is_section(each.title.value) else None
        elif above:
            below.append(each)
    found = [
        Finding(f"{shown(each.title.value)} has no time, and the session above no talks", each.place)
        for each in below
        if each.title and len(below) >= _FEWEST
    ]
    hint = "give talks columns for title and authors, and one for their session"
    return doubt("no-time", found, len(reading.sessions), hint)


def passed_times(reading: Reading) -> tuple[Fact[str], ...]:
    """The lines that a page passes over though they say when something takes place."""
    return tuple(each for each in reading.passed_over if _INTERVAL.search(each.value))


def programme_as_list(reading: Reading) -> Doubt:
    """The times of a page that was read as a list of papers, where they are more than these."""
    passed = passed_times(reading) if reading.format.shape == "lines" and reading.papers else ()
    are_more = len(passed) > len(reading.papers)
    found = [
        Finding(f"{shown(each.value)} says when something takes place: this is no list of papers", each.place)
        for each in passed
        if are_more
    ]
    hint = "write each time at the beginning of its line, as '09:00 - 10:30 Session 1', and the day above"
    return doubt("unread-line", found, len(found), hint)
