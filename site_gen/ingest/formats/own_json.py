"""conference.json as this program writes it: an edition with its papers, sessions and awards, all by ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date, time
from typing import get_args

from site_gen.conference import Attendance, Authorship, Link, Participant, Room, Status, Track
from site_gen.conference.identifiers import Doi, Isbn, Issn
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.programme import SessionAccess
from site_gen.conference.scalars import read_clock, read_day
from site_gen.ingest.reading.metadata.content_ids import KINDS, RELS, ROLES, STATUSES
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.objects.choices import choice, choices
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.own_conference import listed_as, others_of
from site_gen.ingest.reading.objects.own_revisions import day_fact, revisions_fact
from site_gen.ingest.reading.objects.own_volumes import editors_of, volumes_of
from site_gen.ingest.reading.objects.placed_json import JsonObject, listed, plain_text, read_objects
from site_gen.ingest.reading.times.moments import Span, days_between, session_at, slot_at
from site_gen.ingest.records import (
    ConferenceRecord,
    Document,
    Fact,
    PaperRecord,
    PartialDay,
    ProceedingsRecord,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_OURS = re.compile(r'"citation_key"\s*:|"abstract_complete"\s*:|"slots"\s*:\s*\[')


def recognise(text: str) -> int:
    """How surely a text is such a file: no other program writes these keys."""
    is_ours = text.lstrip().startswith("{") and '"papers"' in text and '"sessions"' in text
    return 99 if is_ours and '"awards"' in text and '"time_zone"' in text and _OURS.search(text) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read papers, sessions and awards; what was withdrawn or called off stays marked."""
    root = next(iter(read_objects(document, "", problems)), None)
    if root is None:
        return Reading(document=document, format=OWN_JSON)
    tracks = {each.text_of("id"): each.text_of("name") for each in root.objects("tracks")}
    reader = _Reader(document, JsonPapers(document, problems), _awards(root), tracks)
    listed_papers = root.objects("papers")
    reader.known.update({paper.text_of("id"): paper for paper in listed_papers})
    reader.places.update({each.text_of("id"): each.place for each in root.objects("sessions")})
    sessions = tuple(map(reader.session, root.objects("sessions")))
    shown = {
        slot.paper.submission.value
        for session in sessions
        for slot in session.slots
        if slot.paper and slot.paper.submission
    }
    papers = tuple(reader.paper(paper) for paper in listed_papers if paper.text_of("id") not in shown)
    return Reading(
        document=document,
        format=OWN_JSON,
        papers=(*papers, *(record for paper in listed_papers for record in reader.other_awards(paper))),
        sessions=sessions,
        edition=reader.line(root, "id") if papers or root.objects("sessions") else None,
        conference=reader.conference(root),
        volumes=volumes_of(root, problems),
        proceedings=reader.proceedings(root),
        not_imported=reader.papers.private.counts,
        not_taken=reader.papers.private.not_taken,
        has_decisions=True,
    )


def _awards(root: JsonObject) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The ids and names of the awards that each paper got, by the paper's id."""
    awards: dict[str, tuple[tuple[str, str], ...]] = {}
    for award in root.objects("awards"):
        own = award.text_of("id"), award.text_of("name")
        for paper in map(plain_text, listed(award.members.get("papers"))):
            awards[paper] = (*awards.get(paper, ()), own)
    return awards


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the objects of one file; `awards` are ids and names by papers, `tracks` names by ids.

    `known` are the papers by their ids: one that a slot shows stands there whole. `places` are of sessions.
    """

    document: Document
    papers: JsonPapers
    awards: Mapping[str, tuple[tuple[str, str], ...]]
    tracks: Mapping[str, str]
    known: dict[str, JsonObject] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def conference(self, root: JsonObject) -> ConferenceRecord:
        """What the file says of the edition."""
        return ConferenceRecord(
            title=self.line(root, "title"),
            acronym=self.line(root, "acronym"),
            location=self.line(root, "location"),
            venue=self.line(root, "venue"),
            first_day=self.date(root, "first_day"),
            last_day=self.date(root, "last_day"),
            time_zone=self.line(root, "time_zone"),
            day_change=self.clock(root, "day_change"),
            rooms=listed_as(root, "rooms", Room, self.papers.problems),
            tracks=listed_as(root, "tracks", Track, self.papers.problems),
            others=others_of(root, self.papers),
        )

    def proceedings(self, root: JsonObject) -> ProceedingsRecord:
        """What the file says of the proceedings as a whole."""
        return ProceedingsRecord(
            proceedings=self.line(root, "proceedings"),
            volume=self.line(root, "volume"),
            publisher=self.line(root, "publisher"),
            issn=identifier_fact(Issn, self.line(root, "issn"), self.papers.problems),
            isbn=identifier_fact(Isbn, self.line(root, "isbn"), self.papers.problems),
            licence=self.line(root, "licence"),
            editors=editors_of(root),
        )

    def paper(self, item: JsonObject) -> PaperRecord:
        """The paper of an object."""
        is_withdrawn = item.text_of("status") == "withdrawn"
        award_id, award = next(iter(self.awards.get(item.text_of("id"), ())), ("", ""))
        return PaperRecord(
            place=item.place,
            title=self.line(item, "title"),
            authors=self._authors(item),
            abstract=self._paragraphs(item, "abstract"),
            award=Fact(award, item.place) if award else None,
            award_id=award_id,
            links=self._links(item),
            volume=self.line(item, "volume"),
            pages=identifier_fact(PageRange, self.line(item, "pages"), self.papers.problems),
            doi=identifier_fact(Doi, self.line(item, "doi"), self.papers.problems),
            keywords=self.papers.words(item.members.get("keywords"), item.place_of("keywords")),
            licence=self.line(item, "licence"),
            language=self.line(item, "language"),
            note=self.line(item, "note"),
            erratum=self.line(item, "erratum"),
            corrected=day_fact(item, "corrected"),
            revisions=revisions_fact(item),
            submission=self.line(item, "id"),
            status=Fact("withdrawn", item.place_of("status")) if is_withdrawn else None,
            own_id=item.text_of("id"),
        )

    def other_awards(self, item: JsonObject) -> Iterator[PaperRecord]:
        """A record for each further award of a paper."""
        for own, name in self.awards.get(item.text_of("id"), ())[1:]:
            yield replace(self.paper(item), award=Fact(name, item.place), award_id=own)

    def session(self, item: JsonObject) -> SessionRecord:
        """The session of an object."""
        kind = KINDS.get(item.text_of("kind"), "other")
        track = self.tracks.get(item.text_of("track"))
        when = self._when(item, None)
        session = SessionRecord(
            place=item.place,
            kind=Fact(kind, item.place_of("kind")),
            type=self.line(item, "type"),
            title=self.line(item, "title"),
            track=Fact(track, item.place_of("track")) if track else None,
            room=self.line(item, "room"),
            people=self._people(item),
            description=self._paragraphs(item, "description"),
            links=self._links(item),
            other_rooms=self.papers.words(item.members.get("other_rooms"), item.place_of("other_rooms")),
            access=choices(item, "access", get_args(SessionAccess)),
            attendance=choice(item, "attendance", get_args(Attendance)),
            language=self.line(item, "language"),
            slots=tuple(self._slot(slot, when.day) for slot in item.objects("slots")),
            part_of=self.places.get(item.text_of("part_of")),
            guid=self.line(item, "guid"),
            number=self._number(item),
            status=self._status(item),
            note=self.line(item, "note"),
            own_id=item.text_of("id"),
        )
        return session_at(session, when)

    def _slot(self, item: JsonObject, day: Fact[PartialDay] | None) -> SlotRecord:
        paper = self.known.get(item.text_of("paper"))
        record = replace(self.paper(paper), place=item.place) if paper else None
        slot = SlotRecord(
            place=item.place,
            paper=record,
            title=self.line(item, "title"),
            type=self.line(item, "type"),
            room=self.line(item, "room"),
            board=self.line(item, "board"),
            people=self._people(item),
            description=self._paragraphs(item, "description"),
            guid=self.line(item, "guid"),
            status=self._status(item),
            note=self.line(item, "note"),
        )
        return slot_at(slot, self._when(item, day), day)

    def _number(self, item: JsonObject) -> Fact[int] | None:
        number = item.text_of("number")
        return Fact(int(number), item.place_of("number")) if number.isdecimal() else None

    def _status(self, item: JsonObject) -> Fact[Status] | None:
        status = STATUSES.get(item.text_of("status"), "scheduled")
        return Fact(status, item.place_of("status")) if status != "scheduled" else None

    def _when(self, item: JsonObject, of_session: Fact[PartialDay] | None) -> Span:
        """When it takes place; a slot is on the day of its session where it names none."""
        day = self._day(item, "date") or of_session
        later = days_between(day, self._day(item, "end_date"))
        return Span(day, self.clock(item, "start"), self.clock(item, "end"), later)

    def line(self, item: JsonObject, key: str) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        return self.papers.line(item.members.get(key), item.place_of(key))

    def _paragraphs(self, item: JsonObject, key: str) -> Fact[str] | None:
        return self.papers.paragraphs(item.members.get(key), item.place_of(key))

    def clock(self, item: JsonObject, key: str) -> Fact[time] | None:
        """A time of the day; None where there is none."""
        fact = self.line(item, key)
        try:
            return Fact(read_clock(fact.value), fact.place) if fact else None
        except ValueError as error:
            self.papers.problems.error("bad-time", str(error), item.place_of(key), "write it as 08:45")
            return None

    def date(self, item: JsonObject, key: str) -> Fact[date] | None:
        """A day of the calendar; None where there is none."""
        day = self._day(item, key)
        found = day.value.in_year(day.value.year or 0) if day else None
        return Fact(found, day.place) if day and found else None

    def _day(self, item: JsonObject, key: str) -> Fact[PartialDay] | None:
        fact = self.line(item, key)
        try:
            day: date | None = read_day(fact.value) if fact else None
        except ValueError as error:
            self.papers.problems.error("bad-day", str(error), item.place_of(key), "write it as 2026-08-29")
            return None
        return Fact(PartialDay(day.day, day.month, day.year), fact.place) if day and fact else None

    def _authors(self, item: JsonObject) -> Fact[tuple[Authorship, ...]] | None:
        authors = tuple(_author(each) for each in item.objects("authors"))
        return Fact(authors, item.place_of("authors")) if authors else None

    def _people(self, item: JsonObject) -> Fact[tuple[Participant, ...]] | None:
        people = tuple(
            Participant(
                name=name,
                role=ROLES.get(each.text_of("role"), "speaker"),
                affiliation=each.text_of("affiliation") or None,
                homepage=each.text_of("homepage") or None,
                biography=each.text_of("biography") or None,
                guid=each.text_of("guid") or None,
                number=number.value if (number := self._number(each)) else None,
            )
            for each in item.objects("people")
            if (name := each.text_of("name"))
        )
        return Fact(people, item.place_of("people")) if people else None

    def _links(self, item: JsonObject) -> Fact[tuple[Link, ...]] | None:
        typed = [(RELS.get(each.text_of("rel")), each) for each in item.objects("links")]
        links = tuple(
            Link(rel=rel, url=url, title=each.text_of("title") or None)
            for rel, each in typed
            if rel and (url := each.text_of("url")).startswith(("https://", "http://"))
        )
        return Fact(links, item.place_of("links")) if links else None


def _author(item: JsonObject) -> Authorship:
    if not (name := item.text_of("name")):
        return Authorship(missing="one" if item.members.get("missing") == "one" else "others")
    affiliations = (plain_text(each) for each in listed(item.members.get("affiliations")))
    family = item.text_of("family") or None
    return Authorship(name=name, family=family, affiliations=tuple(each for each in affiliations if each))


OWN_JSON = SourceFormat(
    name="own-json", title="conference.json of Plenary", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_own=True,
)  # fmt: skip
