"""iCalendar (RFC 5545): every event of a calendar is a session; nothing of those who attend is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from site_gen.conference import Link, SessionKind, Status
from site_gen.conference.scalars import read_paragraphs, read_url
from site_gen.ingest.reading.described_people import people_of_description
from site_gen.ingest.reading.moments import Moment, Span, span
from site_gen.ingest.reading.paper_rows import ADDRESS_TAKEN_OUT
from site_gen.ingest.reading.private_values import PrivateValues
from site_gen.ingest.reading.rich_text import markdown_of
from site_gen.ingest.reading.rooms import location_of
from site_gen.ingest.reading.session_days import printed_year
from site_gen.ingest.reading.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze
from site_gen.text.zones import zone

_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(?P<value>.*)'
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))')
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?")
_DURATION = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?")
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a calendar: its value as written, its parameters in capitals, and its place."""

    value: str
    parameters: Mapping[str, str]
    place: Place

    @property
    def text(self) -> str:
        """The value as a text, without the signs that escape."""
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)


Event = Mapping[str, Property]


def recognise(text: str) -> int:
    """How surely a text is a calendar."""
    return 99 if text.lstrip()[:200].upper().startswith("BEGIN:VCALENDAR") else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every event that takes place; one that repeats is read once, with a warning."""
    head, events = _components(document, problems)
    shown = head.get("X-WR-TIMEZONE")
    reader = _Reader(document, problems, shown.value.strip() if shown else "")
    described = [event for event in events if "SUMMARY" in event or "DTSTART" in event]
    sessions = tuple(reader.session(event) for event in described)
    return Reading(
        document=document,
        format=ICALENDAR,
        sessions=sessions,
        edition=printed_year(sessions),
        not_imported=reader.private.counts,
    )


def _components(document: Document, problems: ProblemLog) -> tuple[Event, list[Event]]:
    """What a calendar says of itself, and its events, without what stands inside them (alarms)."""
    head: dict[str, Property] = {}
    events: list[dict[str, Property]] = []
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
        elif name == "END":
            inside = inside[:-1]
        elif inside[-1:] == ["VEVENT"]:
            events[-1].setdefault(name, Property(value, _parameters(match["parameters"]), place))
        elif len(inside) == 1:
            head.setdefault(name, Property(value, {}, place))
    if inside:
        problems.error("broken-calendar", "the calendar breaks off inside an entry", place, "export it again")
    return head, list(events)


def _parameters(written: str) -> Mapping[str, str]:
    return {name.upper(): quoted or bare for name, quoted, bare in _PARAMETER.findall(written)}


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
    """Reads the events of one calendar, in the zone that it shows them in; counts what it leaves out."""

    document: Document
    problems: ProblemLog
    zone: str
    private: PrivateValues = field(default_factory=PrivateValues)

    def session(self, event: Event) -> SessionRecord:
        """The session that an event is."""
        place = next(iter(event.values())).place if event else self.document.place(1)
        for name in ("ATTENDEE", "ORGANIZER", "CONTACT"):
            if name in event:
                self.private.cell("contact", name, event[name].text)
        title, when = self._line(event.get("SUMMARY")), self._when(event)
        location = location_of(self._line(event.get("LOCATION")))
        described = people_of_description(self._described(event.get("DESCRIPTION")), self.private)
        kind = _kind(event.get("CATEGORIES"), title.value if title else "")
        return SessionRecord(
            place=place,
            kind=Fact(kind, (event.get("CATEGORIES") or event["SUMMARY"]).place) if kind != "other" else None,
            title=title,
            day=when.day,
            start=when.start,
            end=when.end,
            zone=when.zone,
            room=location.room,
            people=described.people,
            description=_paragraphs(described.text),
            links=_with_links(self._links(event.get("URL")), location.links, event.get("LOCATION")),
            guid=_uid(event),
            status=_status(event.get("STATUS")),
        )

    def _line(self, found: Property | None) -> Fact[str] | None:
        text = squeeze(self.private.without_addresses(found.text, ADDRESS_TAKEN_OUT)) if found else ""
        return Fact(text, found.place) if found and text else None

    def _described(self, found: Property | None) -> Fact[str] | None:
        """A description, in which a line end may part names; HTML in it is read as Markdown."""
        text = self.private.without_addresses(found.text, ADDRESS_TAKEN_OUT) if found else ""
        text = markdown_of(text).strip()
        return Fact(text, found.place) if found and text else None

    def _links(self, found: Property | None) -> Fact[tuple[Link, ...]] | None:
        if found is None or not found.value.startswith(("https://", "http://")):
            return None
        try:
            return Fact((Link(rel="website", url=read_url(found.value.strip())),), found.place)
        except ValueError as error:
            self.problems.warning("bad-address", str(error), found.place, "the link is left out")
            return None

    def _when(self, event: Event) -> Span:
        found = event.get("DTSTART")
        start = self._moment(found)
        if found is None:
            return Span()
        if start is None:
            what = f"'{found.value[:40]}' is no moment"
            self.problems.error("bad-time", what, found.place, "it is written as 20260829T084500")
            return Span()
        if "RRULE" in event:
            what = "this event repeats: only its first time is read"
            self.problems.warning("repeats", what, event["RRULE"].place, "write the others by hand")
        end = self._moment(event.get("DTEND")) or _after(start, event.get("DURATION"))
        return span(start, end, found.place)

    def _moment(self, found: Property | None) -> Moment | None:
        """The moment of a property; one in UTC as the calendar shows it."""
        moment = _moment(found)
        if moment is None or moment.clock is None or moment.zone != "UTC" or not self.zone:
            return moment
        try:
            shown = datetime.combine(moment.day, moment.clock, UTC).astimezone(zone(self.zone))
        except (ZoneInfoNotFoundError, OverflowError):
            return moment
        return Moment(shown.date(), shown.time(), self.zone)


def _uid(event: Event) -> Fact[str] | None:
    """The id of an event; one time of an event that repeats has none of its own."""
    uid = None if "RECURRENCE-ID" in event else event.get("UID")
    return Fact(uid.text.strip(), uid.place) if uid and uid.text.strip() else None


def _status(found: Property | None) -> Fact[Status] | None:
    is_cancelled = found is not None and found.value.strip().upper() == "CANCELLED"
    return Fact("cancelled", found.place) if found and is_cancelled else None


def _paragraphs(fact: Fact[str] | None) -> Fact[str] | None:
    text = read_paragraphs(fact.value) if fact else ""
    return Fact(text, fact.place) if fact and text else None


def _with_links(
    own: Fact[tuple[Link, ...]] | None, others: tuple[Link, ...], location: Property | None
) -> Fact[tuple[Link, ...]] | None:
    """The link of an event and those that stand for its room, each address once."""
    links = {link.url: link for link in (*(own.value if own else ()), *others)}
    place = own.place if own else location.place if location else None
    return Fact(tuple(links.values()), place) if links and place else None


def _moment(found: Property | None) -> Moment | None:
    """The moment of a property: a day, a local time, one in a zone or in UTC."""
    match = _MOMENT.fullmatch(found.value.strip()) if found else None
    if found is None or match is None:
        return None
    try:
        moment = datetime(int(match[1]), int(match[2]), int(match[3]), int(match[4] or 0), int(match[5] or 0))
    except ValueError:
        return None
    zone_name = "UTC" if match[6] else found.parameters.get("TZID")
    return Moment(moment.date(), moment.time() if match[4] else None, zone_name if match[4] else None)


def _after(start: Moment, duration: Property | None) -> Moment | None:
    match = _DURATION.fullmatch(duration.value.strip()) if duration else None
    if match is None or start.clock is None:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    end = datetime.combine(start.day, start.clock) + length
    return Moment(end.date(), end.time(), start.zone)


def _kind(categories: Property | None, title: str) -> SessionKind:
    """The kind that a category names, else a word of the title."""
    named: Sequence[str] = categories.text.split(",") if categories else ()
    kinds = (kind_of(name.strip()) for name in named)
    return next((kind for kind in kinds if kind != "other"), kind_of_words(title))


ICALENDAR = SourceFormat(name="icalendar", title="iCalendar", recognise=recognise, read=read)
