"""Zones that a text states for its times: "All times are in UTC+2", or behind each: "09:00 - 10:00 UTC".

Letters such as CEST are passed over: people print them for the time of the place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from site_gen.ingest.reading.printed_zones import PRINTED, zone_of
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord
from site_gen.problems import Place
from site_gen.text.zone_names import can_be_kept

_TIMES = (
    r"(?:all\s+)?times?(?:\s?zone)?|timezone|(?:alle\s+)?(?:uhr)?zeiten|zeitzone"
    r"|horaires|heures|horarios|orari"
)
_STATED = re.compile(
    rf"\b(?i:{_TIMES})\b(?:\s+(?i:are|is|given|shown|listed|displayed|in|the|conference|local|sind|sont|en))*"
    rf"\s*[:=(–-]?\s*(?P<zone>{PRINTED})(?![\w/+-])"
)
_BEHIND = re.compile(rf"\d(?:\s?[ap]\.?m\.?)?\s*(?:\(\s*|\s)(?P<zone>{PRINTED})(?![\w/+-])")
_LONGEST = 400  # characters of a line that is looked at


def with_stated_zone(reading: Reading, document: Document) -> Reading:
    """The sessions with the zone that stands behind their times, else with that which the text states.

    A document that gives any time a zone itself is left as it is.
    """
    timed = [each for each in reading.sessions if each.start]
    if not timed or any(each.zone for each in reading.sessions):
        return reading
    lines = document.text.split("\n")
    stated = _stated(document, lines)
    printed = {document.place(number): line for number, line in enumerate(lines, 1)}
    sessions = tuple(_with_zone(each, printed, stated) for each in reading.sessions)
    return replace(reading, sessions=sessions)


def _stated(document: Document, lines: list[str]) -> Fact[str] | None:
    """The one zone that lines state; None where they state none, or several."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        match = _STATED.search(line[:_LONGEST])
        zone = _sure(match)
        if zone:
            found.setdefault(zone, number)
    if len(found) != 1:
        return None
    ((zone, number),) = found.items()
    return Fact(zone, document.place(number))


def _sure(match: re.Match[str] | None) -> str | None:
    """The zone of a match; None for letters that several places have."""
    zone = zone_of(match["zone"]) if match else None
    return zone if zone and can_be_kept(zone) else None


def _with_zone(
    session: SessionRecord, printed: Mapping[Place, str], stated: Fact[str] | None
) -> SessionRecord:
    if session.start is None:
        return session
    place = replace(session.start.place, column=0)
    match = _BEHIND.search(printed.get(place, "")[:_LONGEST])
    zone = _sure(match)
    found = Fact(zone, place) if zone else stated
    return replace(session, zone=found) if found else session
