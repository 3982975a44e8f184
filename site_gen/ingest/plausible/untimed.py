"""Talks that were read as sessions: they stand below a session, and no time is theirs."""

from __future__ import annotations

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Reading, SessionRecord

_FEWEST = 2  # below sessions


def untimed_below_sessions(reading: Reading) -> Doubt:
    """What has nothing but a title, below a session that has a time and no talks."""
    below: list[SessionRecord] = []
    above: SessionRecord | None = None
    for each in sorted(reading.sessions, key=lambda session: session.place):
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
