"""main_calendar.json of Mini-Conf: the events of a conference with their moments, often in UTC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from site_gen.conference import Link, Participant, Role, SessionKind, Status
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import JsonObject, plain_text, read_objects
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.tables.programme_status import status_in
from site_gen.ingest.reading.texts.marked_text import plain, split_breaks
from site_gen.ingest.reading.texts.rich_text import markdown_of
from site_gen.ingest.reading.times.moments import read_moment, session_at, span
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SourceFormat
from site_gen.problems import Place, ProblemLog

_HEAD = 60_000
_READ = (
    "title", "start", "end", "location", "link", "body", "category", "calendarId", "status", "state",
    "day", "id", "uid", "UID", "color", "raw",
)  # fmt: skip
_KINDS = ("type", "calendarId")
_ROOMS = ("room", "venue")
_PEOPLE: tuple[tuple[Role, tuple[str, ...]], ...] = (
    ("chair", ("chair", "chairs", "moderator", "moderators", "host", "hosts")),
    ("speaker", ("speaker", "speakers", "presenter", "presenters")),
)
_EVENT = re.compile(r'"start"\s*:\s*"\d{4}-\d\d-\d\d')


def recognise(text: str) -> int:
    """How surely a text is a calendar of Mini-Conf."""
    head = text[:_HEAD].lstrip()
    is_calendar = head.startswith("[") and '"title"' in head and _EVENT.search(head)
    return 96 if is_calendar and ('"calendarId"' in head or '"category"' in head) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every event as a session; one that shows a session's posters is known by that session's name."""
    events = read_objects(document, "", problems)
    papers = JsonPapers(document, problems)
    sessions = tuple(_session(papers, event) for event in events if event.members.get("title"))
    known = {*_READ, *_KINDS, *_ROOMS, *(key for _, keys in _PEOPLE for key in keys)}
    for event in events:
        papers.count_others(event, known)
    return Reading(
        document=document,
        format=MINICONF_CALENDAR,
        sessions=sessions,
        edition=printed_year(sessions),
        not_imported=papers.private.counts,
        not_taken=papers.private.not_taken,
    )


def _session(papers: JsonPapers, event: JsonObject) -> SessionRecord:
    members, offsets = event.members, event.offsets

    def place(key: str) -> Place:
        return event.text.place(offsets[key]) if key in offsets else event.place

    moments = [read_moment(plain_text(members.get(key))) for key in ("start", "end")]
    when = span(moments[0], moments[1], place("start"))
    if moments[0] is None:
        what = f"'{plain_text(members.get('start'))[:40]}' is no moment"
        papers.problems.error("bad-time", what, place("start"), "write it as 2020-04-29T11:00:00+00:00")
    printed, below = _title_of(plain_text(members.get("title")))
    title = papers.line(printed, place("title"))
    names = split_authors(below, place("title").line, papers.private) if are_people(below) else []
    people = (*participants(names, "speaker"), *_people(papers, event))
    text = markdown_of(plain_text(members.get("body")))
    address = plain_text(members.get("link")) or plain_text(members.get("location"))
    location = plain_text(members.get("location"))
    own_room = next((room for key in _ROOMS if (room := papers.line(members.get(key), place(key)))), None)
    is_room = location and not re.match(r"https?://|[\w./-]+\.html", location)
    shown = parse_qs(urlsplit(address).query).get("session") if _is_address(address) else None
    kind = _kind(title.value if title else "", *(plain_text(members.get(key)) for key in _KINDS))
    return session_at(
        SessionRecord(
            place=event.place,
            kind=Fact(kind, place("title")) if kind != "other" else None,
            title=title,
            room=own_room or (papers.line(location, place("location")) if is_room else None),
            links=_links(address, place("link")),
            code=Fact(shown[0], place("link")) if shown else None,
            description=papers.paragraphs(text if names else f"{below}\n\n{text}".strip(), place("body")),
            people=Fact(people, place("title") if names else event.place) if people else None,
            status=_status(event),
        ),
        when,
    )


def _people(papers: JsonPapers, event: JsonObject) -> Iterator[Participant]:
    """Those whom keys name by their role."""
    for role, keys in _PEOPLE:
        for key in keys:
            place = event.text.place(event.offsets[key]) if key in event.offsets else event.place
            yield from participants(papers.names(event.members.get(key), place), role)


def _title_of(printed: str) -> tuple[str, str]:
    """A title of one line, and what stands below it: "Trees <br/> <i>Ann Lee and Bob Roe</i>"."""
    if "<" not in printed:
        return printed, ""
    first, *others = [plain(part) for part in split_breaks(printed)] or [""]
    return first, " ".join(others)


def _status(event: JsonObject) -> Fact[Status] | None:
    """What became of an event, where it says more than that it takes place."""
    offsets = event.offsets
    for key in ("status", "state"):
        if status := status_in(event.text_of(key)):
            return Fact(status, event.text.place(offsets[key]))
    return None


def _kind(title: str, *others: str) -> SessionKind:
    """The kind that the title tells, else the type or the calendar that the event stands in ("poster")."""
    kinds = (kind_of_words(title), *map(kind_of, others))
    return next((kind for kind in kinds if kind != "other"), "other")


def _is_address(text: str) -> bool:
    try:
        urlsplit(text)
    except ValueError:
        return False
    return bool(text)


def _links(address: str, place: Place) -> Fact[tuple[Link, ...]] | None:
    """The link of an event, where it leads out of the site that the calendar was made for."""
    if not address.startswith(("https://", "http://")):
        return None
    try:
        return Fact((Link(rel="website", url=read_url(address)),), place)
    except ValueError:
        return None


MINICONF_CALENDAR = SourceFormat(
    name="miniconf-calendar", title="calendar of Mini-Conf", recognise=recognise, read=read
)
