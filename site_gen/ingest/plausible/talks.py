"""Invited talks whose titles end in what may be a name, where nobody is told to speak."""

from __future__ import annotations

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.entries.speaker_tails import untold
from site_gen.ingest.records import Reading


def speakers_in_titles(reading: Reading) -> Doubt:
    """The talks whose title seems to name who speaks, so that nobody is read."""
    if reading.format.is_own or reading.format.is_published:
        return doubt("doubtful-name", (), 0, "")
    found = [
        Finding(f"{shown(title.value)} is read as a title: nobody is told to speak", title.place)
        for title, _ in untold(reading)
    ]
    hint = "if it ends in who speaks, write a line below it, or a column of its own: 'Speaker: Ann Lee'"
    return doubt("doubtful-name", found, len(found), hint, are_possible=True)
