"""iCalendar (RFC 5545): every event of a calendar is a session; nothing of those who attend is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from site_gen.conference import Link, LinkRel, SessionKind, Status
from site_gen.conference.scalars import read_paragraphs, read_url
from site_gen.ingest.reading.columns.private_values import ADDRESS_TAKEN_OUT, PrivateValues
from site_gen.ingest.reading.metadata.rooms import location_of
from site_gen.ingest.reading.people.described_people import people_of_description
from site_gen.ingest.reading.texts.rich_text import markdown_of
from site_gen.ingest.reading.times.calendar_repeats import day_of, repeated_days
from site_gen.ingest.reading.times.calendar_times import CalendarTimes, Event, Property, unescaped
from site_gen.ingest.reading.times.calendar_zones import CalendarZone, calendar_zone
from site_gen.ingest.reading.times.moments import session_at
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import (
    ConferenceRecord,
    Document,
    Fact,
    PartialDay,
    Reading,
    SessionRecord,
    SourceFormat,
)  # fmt: skip
from site_gen.problems import ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(?P<value>.*)'
)
_OF_CALENDAR = {"X-WR-CALDESC", "X-WR-CALNAME"}
_ZONES = ("X-WR-TIMEZONE", "TIMEZONE-ID", "VTIMEZONE")  # the last as a line, as home-made calendars have it
_NOT_TAKEN = ("ATTACH", "COMMENT", "IMAGE", "RESOURCES", "GEO")  # what else is for readers
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))')


def recognise(text: str) -> int:
    """How surely a text is a calendar."""
    return 99 if text.lstrip()[:200].upper().startswith("BEGIN:VCALENDAR") else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every event that takes place; one that repeats by day or week is read as often."""
    head, events, zones = _components(document, problems)
    shown = next((head[name] for name in _ZONES if name in head), None)
    reader = _Reader(document, problems, CalendarTimes(events, zones, problems))
    described = [event for event in events if reader.is_shown(event)]
    replaced = [event for event in described if "RECURRENCE-ID" in event]
    sessions = tuple(each for event in described for each in reader.sessions(event, replaced))
    for name in sorted(_OF_CALENDAR & head.keys()):
        reader.private.leave(name)
    return Reading(
        document=document,
        format=ICALENDAR,
        sessions=sessions,
        edition=printed_year(sessions),
        conference=ConferenceRecord(time_zone=_zone(shown)),
        not_imported=reader.private.counts,
        not_taken=reader.private.not_taken,
    )


def _components(
    document: Document, problems: ProblemLog
) -> tuple[Event, list[Event], dict[str, CalendarZone]]:
    """What a calendar says of itself, its events, without what stands inside them (alarms), and its zones."""
    head: dict[str, Property] = {}
    events: list[dict[str, Property]] = []
    zones: list[list[dict[str, str]]] = []
    inside: list[str] = []
    place = document.place(1)
    for number, line in _unfolded(document.text):
        match, place = _LINE.fullmatch(line), document.place(number)
        if match is None:
            problems.error("broken-calendar", "this is no line of a calendar", place, "export it again")
            continue
        name, value = match["name"].upper(), match["value"]
        if name == "BEGIN":
            inside.append(value.strip().upper())
            events += [{}] if inside[-1] == "VEVENT" else []
            zones += [[{}]] if inside[-1] == "VTIMEZONE" else []
            if inside[-2:-1] == ["VTIMEZONE"]:
                zones[-1].append({})
        elif name == "END":
            inside = inside[:-1]
        elif inside[-1:] == ["VEVENT"]:
            _take(events[-1], name, Property(value, _parameters(match["parameters"]), place))
        elif "VTIMEZONE" in inside:
            held = zones[-1][-1 if inside[-1] != "VTIMEZONE" else 0]
            held[name] = f"{held[name]},{value}" if name == "RDATE" and name in held else value.strip()
        elif len(inside) == 1:
            head.setdefault(name, Property(value, {}, place))
    if inside:
        problems.error("broken-calendar", "the calendar breaks off inside an entry", place, "export it again")
    named = {unescaped(lines[0].get("TZID", "")): calendar_zone(lines[0], lines[1:]) for lines in zones}
    return head, list(events), {name: each for name, each in named.items() if each}


def _take(event: dict[str, Property], name: str, found: Property) -> None:
    """Note a line of an event: the first of a name, but all days and categories that it lists."""
    if name in ("EXDATE", "RDATE", "CATEGORIES") and name in event:
        found = replace(found, value=f"{event.pop(name).value},{found.value}")
    event.setdefault(name, found)


def _zone(shown: Property | None) -> Fact[str] | None:
    """The zone that a calendar is shown in."""
    name = shown.value.strip() if shown else ""
    return Fact(name, shown.place) if shown and name else None


def _parameters(written: str) -> Mapping[str, str]:
    return {name.upper(): unescaped(quoted or bare) for name, quoted, bare in _PARAMETER.findall(written)}


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with those that go on below them, each with the number of its first line."""
    held, begun = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] in (" ", "\t") and held:
            held += line[1:]
            continue
        if held.strip():
            yield begun, held
        held, begun = line, number
    if held.strip():
        yield begun, held


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the events of one calendar; counts what it leaves out."""

    document: Document
    problems: ProblemLog
    times: CalendarTimes
    private: PrivateValues = field(default_factory=PrivateValues)

    def is_shown(self, event: Event) -> bool:
        """Whether an entry is an event, and not only for those whose calendar it is."""
        is_private = "CLASS" in event and event["CLASS"].value.strip().upper() in ("PRIVATE", "CONFIDENTIAL")
        self.private.count("private rows", is_private)
        return not is_private and ("SUMMARY" in event or "DTSTART" in event)

    def sessions(self, event: Event, replaced: Sequence[Event]) -> Iterator[SessionRecord]:
        """The session that an event is, once for each time that it takes place.

        What is `replaced` by an event of its own stands there. The id is that of the first one: no other has
        one of its own.
        """
        session = self.session(event)
        repeats = "RECURRENCE-ID" not in event and ("RRULE" in event or "RDATE" in event)
        if not repeats or session.day is None:
            yield session
            return
        zone, uid = session.zone.value if session.zone else None, event.get("UID")
        others = [each for each in replaced if uid and "UID" in each and each["UID"].text == uid.text]
        gone = [day for each in others if (day := day_of(each["RECURRENCE-ID"], zone))]
        are_ranges = any("RANGE" in each["RECURRENCE-ID"].parameters for each in others)
        days = None if are_ranges else repeated_days(event, zone, gone)
        if days is None:
            what = "this event repeats without an end, or not by day or week at one hour"
            what += ": only its first time is read"
            place = (event.get("RRULE") or event.get("RDATE") or event["DTSTART"]).place
            self.problems.warning("repeats", what, place, "write the others by hand")
            yield session
            return
        for number, day in enumerate(days):
            on = Fact(PartialDay(day.day, day.month, day.year), session.day.place)
            # Records are told apart by their places.
            place = replace(session.place, column=number)
            yield replace(session, place=place, day=on, guid=None if number else session.guid)

    def session(self, event: Event) -> SessionRecord:
        """The session that an event is, the first time."""
        place = next(iter(event.values())).place if event else self.document.place(1)
        for name in ("ATTENDEE", "ORGANIZER", "CONTACT"):
            if name in event:
                self.private.cell("contact", name, event[name].text)
        for name in _NOT_TAKEN:
            if name in event:
                self.private.leave(name)
        if "STATUS" in event and event["STATUS"].value.strip().upper() == "TENTATIVE":
            self.private.leave("STATUS:TENTATIVE")
        title, when = self._line(event.get("SUMMARY")), self.times.span(event)
        location = location_of(self._line(event.get("LOCATION")))
        described = people_of_description(self._described(event.get("DESCRIPTION")), self.private)
        if "other" in (named := _kinds(event.get("CATEGORIES"))):
            self.private.leave("CATEGORIES")
        kind = next((kind for kind in named if kind != "other"), kind_of_words(title.value if title else ""))
        return session_at(
            SessionRecord(
                place=place,
                kind=Fact(kind, (event.get("CATEGORIES") or event["SUMMARY"]).place)
                if kind != "other"
                else None,
                title=title,
                room=location.room,
                people=described.people,
                description=_paragraphs(described.text),
                links=_with_links(
                    self._links(event.get("URL"), "website"),
                    self._links(event.get("CONFERENCE"), "stream"),
                    Fact(location.links, event["LOCATION"].place) if location.links else None,
                ),
                guid=_uid(event),
                status=_status(event.get("STATUS")),
            ),
            when,
        )

    def _line(self, found: Property | None) -> Fact[str] | None:
        return self.private.line(found.text, found.place) if found else None

    def _described(self, found: Property | None) -> Fact[str] | None:
        """A description, in which a line end may part names; HTML in it is read as Markdown."""
        text = self.private.without_addresses(found.text, ADDRESS_TAKEN_OUT) if found else ""
        text = markdown_of(text).strip()
        return Fact(text, found.place) if found and text else None

    def _links(self, found: Property | None, rel: LinkRel) -> Fact[tuple[Link, ...]] | None:
        if found is None or not found.value.startswith(("https://", "http://")):
            return None
        try:
            return Fact((Link(rel=rel, url=read_url(found.value.strip())),), found.place)
        except ValueError as error:
            self.problems.warning("bad-address", str(error), found.place, "the link is left out")
            return None


def _uid(event: Event) -> Fact[str] | None:
    """The id of an event; one time of an event that repeats has none of its own."""
    uid = None if "RECURRENCE-ID" in event else event.get("UID")
    text = squeeze(uid.text) if uid else ""
    return Fact(text, uid.place) if uid and text else None


def _status(found: Property | None) -> Fact[Status] | None:
    is_cancelled = found is not None and found.value.strip().upper() == "CANCELLED"
    return Fact("cancelled", found.place) if found and is_cancelled else None


def _paragraphs(fact: Fact[str] | None) -> Fact[str] | None:
    text = read_paragraphs(fact.value) if fact else ""
    return Fact(text, fact.place) if fact and text else None


def _with_links(*facts: Fact[tuple[Link, ...]] | None) -> Fact[tuple[Link, ...]] | None:
    """The links of an event: its page, where it is held online, those in the stead of a room; each once."""
    stated = [fact for fact in facts if fact]
    links = {link.url: link for fact in reversed(stated) for link in reversed(fact.value)}
    return Fact(tuple(reversed(links.values())), stated[0].place) if stated else None


def _kinds(categories: Property | None) -> list[SessionKind]:
    """The kind that each category names, "other" for one that names none."""
    return (
        [kind_of(name.strip()) for name in categories.text.split(",") if name.strip()] if categories else []
    )


ICALENDAR = SourceFormat(name="icalendar", title="iCalendar", recognise=recognise, read=read)
