"""Zones that a text states for its times: "All times are in UTC+2", or behind each: "09:00 - 10:00 CEST".

Letters behind times are a zone where nearly all times have them, and else words of titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.times.lettered_times import are_regular
from site_gen.ingest.reading.times.printed_zones import LETTERS, PRINTED, zone_of
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text.zone_names import is_valid_zone, spelled_zone
from site_gen.values import replace

_TIMES = (
    r"(?:all\s+)?times?(?:\s?zone)?|timezone|(?:alle\s+)?(?:uhr)?zeiten|zeitzone"
    r"|horaires|heures|horarios|orari"
)
_STATED = re.compile(
    rf"\b(?i:{_TIMES})\b(?:\s+(?i:are|is|given|shown|listed|displayed|in|the|conference|local|sind|sont|en))*"
    rf"\s*+[:=(–-]?\s*+(?P<zone>{PRINTED})(?![\w/+-])"
)
# Letters are words too ("the time in MT systems"): said of all times, and nothing but a remark behind them.
_ALL_IN_LETTERS = re.compile(
    r"(?:\b(?i:all\s+times?|times\s+(?:are|is|shown|given|listed|in)|time\s?zone|alle\s+(?:uhr)?zeiten|zeitzone)\b"
    r"(?:\s+(?i:are|is|given|shown|listed|displayed|in|the|conference|local|sind))*\s*+[:=(–-]?\s*+"
    rf"|\b(?i:time)\s*[:(]\s*)(?P<zone>{LETTERS})\b(?=\s*(?:$|[^\w\s]|time\b|unless\b))"
)
_SPELLED = re.compile(
    r"\b(?i:all\s+times?|times\s+(?:are|is|shown|given|listed|in)|time\s?zone)\b"
    r"(?:\s+(?i:are|is|given|shown|listed|displayed|in|the|conference|local))*"
    r"\s*[:=(–-]?\s*(?P<zone>[A-Z][A-Za-z .]{2,40}?)"
    r"(?i:\s+local)?\s+(?i:time)\b"
)
# researchr's "Displayed time zone: Amsterdam, Berlin, …", Indico's "Europe/Zurich timezone".
_TOWN = re.compile(
    r"\b(?i:time\s?zone)\s*:\s*(?:\(GMT[+-][\d:]+\)\s*)?"
    r"(?P<zone>[A-Z][A-Za-z. ]{2,30}?)(?:,|\s+change\b|\s*$)"
    r"|\b(?i:displayed|shown)\b.*\(GMT[+-][\d:]+\)\s*(?P<named>[A-Z][A-Za-z. ]{2,30}?)(?:,|\.\s|\.?$)"
)
# What states a zone in words has one of these; most lines have none.
_OF_TIMES = re.compile(r"time|zeit|horaires|heures|orari|displayed|shown")
_ZONE_BEFORE = re.compile(rf"(?P<zone>{PRINTED})\s+(?i:time\s?zone)\b")
_US = re.compile(r"\b(?P<zone>Eastern|Central|Mountain|Pacific) Time \(US (?:&|and) Canada\)")
_HEADING = re.compile(
    rf"(?:(?P<open>[(\[])\s*|[,|:–—-]\s*|\bin\s+)(?P<zone>{PRINTED})\s*[)\]]?(?:\s*\([^()]*\))?[.:]?\W*$"
)
_OF_PROGRAMME = re.compile(
    r"\b(?:program(?:me)?|schedule|agenda|timetable|programm|zeitplan)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\d(?:\s?[apAP]\.?[mM]\.?)?"
    rf"(?:\s*(?:(?P<open>\()\s*|\s)(?P<zone>{PRINTED})|(?P<glued>{LETTERS}))(?![\w/+-])"
)
_LONGEST = 400  # characters of a line that is looked at
_HEADING_LIMIT = 120
_SHORT = 2  # letters that are words of titles too: PT, MT


def with_stated_zone(reading: Reading, document: Document, problems: ProblemLog) -> Reading:
    """The sessions with the zone that stands behind their times, else with that which the text states.

    A document that gives any time a zone itself is left as it is.
    """
    timed = [each for each in reading.sessions if each.start]
    if not timed or any(each.zone for each in reading.sessions):
        return reading
    lines = document.text.split("\n")
    stated = _stated(document, lines, problems)
    behind = _behind(document, lines, timed)
    sessions = tuple(_with_zone(each, behind, stated) for each in reading.sessions)
    return replace(reading, sessions=sessions)


def _stated(document: Document, lines: list[str], problems: ProblemLog) -> Fact[str] | None:
    """The one zone that lines state; None where they state none, or several."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        for zone in _of_line(line[:_LONGEST]):
            found.setdefault(zone, number)
    places = document.place
    if len(found) > 1:
        what = f"the lines name several time zones for the times: {', '.join(found)}; none of them is used"
        hint = "leave the one that holds, or write time_zone: of the place into conference.yaml"
        problems.warning("several-zones", what, places(list(found.values())[1]), hint)
        return None
    return next((Fact(zone, places(number)) for zone, number in found.items()), None)


def _of_line(line: str) -> Iterator[str]:
    """The zone that a line states for all times; nothing where it states none."""
    zone = _in_words(line) if _OF_TIMES.search(line.lower()) else None
    if zone is None and len(line) <= _HEADING_LIMIT and (heading := _HEADING.search(line)):
        when = find_when(line)
        is_sure = heading["open"] or len(heading["zone"]) > _SHORT
        if is_sure and (_OF_PROGRAMME.search(line) or (when and not when.start)):
            zone = zone_of(heading["zone"])
    if zone:
        yield zone


def _in_words(line: str) -> str | None:
    """The zone that the words of a line state for all times; None where they state none."""
    zone = _sure(_STATED.search(line) or _ZONE_BEFORE.search(line))
    if zone is None and (us := _US.search(line)):
        zone = spelled_zone(us["zone"])
    if zone is None and (town := _TOWN.search(line)):
        zone = spelled_zone(town["zone"] or town["named"])
    if zone is None and (letters := _ALL_IN_LETTERS.search(line)):
        zone = zone_of(letters["zone"])
    if zone is None and (spelled := _SPELLED.search(line)):
        zone = spelled_zone(spelled["zone"])
    return zone


def _sure(match: re.Match[str] | None) -> str | None:
    """The zone of a match; None for letters that several places have."""
    zone = zone_of(match["zone"]) if match else None
    return zone if zone and is_valid_zone(zone) else None


def _behind(document: Document, lines: list[str], timed: list[SessionRecord]) -> Mapping[Place, Fact[str]]:
    """The zones behind times, by the places of their lines; letters only where nearly all times have them."""
    places = {replace(each.start.place, column=0) for each in timed if each.start}
    found: dict[Place, Fact[str]] = {}
    letters: dict[Place, str] = {}
    for place in places:
        line = lines[place.line - 1][:_LONGEST] if 0 < place.line <= len(lines) else ""
        match = _BEHIND.search(line) if place.file == document.path else None
        printed = match["zone"] or match["glued"] if match else ""
        if match and (zone := zone_of(printed)):
            found[place] = Fact(zone, place)
            if printed.isalpha() and not match["open"]:
                letters[place] = printed
    if letters and not are_regular([*letters.values()], len(places)):
        return {place: fact for place, fact in found.items() if place not in letters}
    return found


def _with_zone(
    session: SessionRecord, behind: Mapping[Place, Fact[str]], stated: Fact[str] | None
) -> SessionRecord:
    if session.start is None:
        return session
    found = behind.get(replace(session.start.place, column=0), stated)
    return replace(session, zone=found) if found else session
