"""conference.json as this program writes it: an edition with its papers, sessions and awards, all by ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from site_gen.conference import Authorship, Link, Participant
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.programme import CALLED_OFF
from site_gen.conference.scalars import read_clock, read_day
from site_gen.ingest.reading.content_ids import KINDS, RELS, ROLES
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.json_papers import JsonPapers
from site_gen.ingest.reading.moments import Span, days_between, session_at, slot_at
from site_gen.ingest.reading.placed_json import JsonObject, listed, plain_text, read_objects
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
from site_gen.problems import ProblemLog

_NOT_TAKEN = ("part_of", "note", "status")
_OURS = re.compile(r'"citation_key"\s*:|"abstract_complete"\s*:|"slots"\s*:\s*\[')


def recognise(text: str) -> int:
    """How surely a text is such a file: no other program writes these keys."""
    is_ours = text.lstrip().startswith("{") and '"papers"' in text and '"sessions"' in text
    return 99 if is_ours and '"awards"' in text and '"time_zone"' in text and _OURS.search(text) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the papers, sessions and awards that stand; what was withdrawn or called off is counted."""
    root = next(iter(read_objects(document, "", problems)), None)
    if root is None:
        return Reading(document=document, format=OWN_JSON)
    reader = _Reader(document, JsonPapers(document, problems), _awards(root), _names(root, "tracks"))
    standing = [paper for paper in root.objects("papers") if reader.stands(paper)]
    reader.known.update({plain_text(paper.members.get("id")): paper for paper in standing})
    sessions = tuple(reader.session(each) for each in root.objects("sessions") if reader.stands(each))
    shown = {
        slot.paper.submission.value
        for session in sessions
        for slot in session.slots
        if slot.paper and slot.paper.submission
    }
    papers = tuple(
        reader.paper(paper) for paper in standing if plain_text(paper.members.get("id")) not in shown
    )
    return Reading(
        document=document,
        format=OWN_JSON,
        papers=papers,
        sessions=sessions,
        edition=reader.line(root, "id") if papers or root.objects("sessions") else None,
        conference=ConferenceRecord(
            title=reader.line(root, "title"), time_zone=reader.line(root, "time_zone")
        ),
        proceedings=ProceedingsRecord(
            proceedings=reader.line(root, "proceedings"),
            volume=reader.line(root, "volume"),
            publisher=reader.line(root, "publisher"),
        ),
        not_imported=reader.papers.private.counts,
        not_taken=reader.papers.private.not_taken,
        has_decisions=True,
    )


def _awards(root: JsonObject) -> Mapping[str, str]:
    """The name of the award that each paper got, by the paper's id."""
    return {
        plain_text(paper): plain_text(award.members.get("name"))
        for award in reversed(root.objects("awards"))
        for paper in listed(award.members.get("papers"))
    }


def _names(root: JsonObject, key: str) -> Mapping[str, str]:
    found = root.objects(key)
    return {plain_text(each.members.get("id")): plain_text(each.members.get("name")) for each in found}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the objects of one file; `awards` by papers and `tracks` by their ids are names.

    `known` are the papers by their ids: one that a slot shows stands there whole.
    """

    document: Document
    papers: JsonPapers
    awards: Mapping[str, str]
    tracks: Mapping[str, str]
    known: dict[str, JsonObject] = field(default_factory=dict)

    def stands(self, item: JsonObject) -> bool:
        """Whether a paper or session was neither withdrawn nor called off."""
        status = plain_text(item.members.get("status"))
        is_gone = status in CALLED_OFF
        self.papers.private.count(f"{status} rows", is_gone)
        return not is_gone

    def paper(self, item: JsonObject) -> PaperRecord:
        """The paper of an object."""
        award = self.awards.get(plain_text(item.members.get("id")))
        return PaperRecord(
            place=item.place,
            title=self.line(item, "title"),
            authors=self._authors(item),
            abstract=self._paragraphs(item, "abstract"),
            award=Fact(award, item.place) if award else None,
            links=self._links(item),
            pages=identifier_fact(PageRange, self.line(item, "pages"), self.papers.problems),
            doi=identifier_fact(Doi, self.line(item, "doi"), self.papers.problems),
            keywords=self.papers.words(item.members.get("keywords"), item.place_of("keywords")),
            licence=self.line(item, "licence"),
            language=self.line(item, "language"),
            note=self.line(item, "note"),
            erratum=self.line(item, "erratum"),
            submission=self.line(item, "id"),
        )

    def session(self, item: JsonObject) -> SessionRecord:
        """The session of an object."""
        for key in _NOT_TAKEN:
            if plain_text(item.members.get(key)) not in ("", "scheduled"):
                self.papers.private.pass_over(key, 1)
        kind = KINDS.get(plain_text(item.members.get("kind")), "other")
        track = self.tracks.get(plain_text(item.members.get("track")))
        when = self._when(item, None)
        session = SessionRecord(
            place=item.place,
            kind=Fact(kind, item.place_of("kind")),
            title=self.line(item, "title"),
            track=Fact(track, item.place_of("track")) if track else None,
            room=self.line(item, "room"),
            people=self._people(item),
            description=self._paragraphs(item, "description"),
            links=self._links(item),
            language=self.line(item, "language"),
            slots=tuple(self._slot(slot, when.day) for slot in item.objects("slots")),
        )
        return session_at(session, when)

    def _slot(self, item: JsonObject, day: Fact[PartialDay] | None) -> SlotRecord:
        paper = self.known.get(plain_text(item.members.get("paper")))
        record = replace(self.paper(paper), place=item.place) if paper else None
        slot = SlotRecord(
            place=item.place,
            paper=record,
            title=self.line(item, "title"),
            room=self.line(item, "room"),
            board=self.line(item, "board"),
            people=self._people(item),
            description=self._paragraphs(item, "description"),
        )
        return slot_at(slot, self._when(item, day), day)

    def _when(self, item: JsonObject, of_session: Fact[PartialDay] | None) -> Span:
        """When it takes place; a slot is on the day of its session where it names none."""
        day = self._day(item, "date") or of_session
        later = days_between(day, self._day(item, "end_date"))
        return Span(day, self._clock(item, "start"), self._clock(item, "end"), later)

    def line(self, item: JsonObject, key: str) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        return self.papers.line(item.members.get(key), item.place_of(key))

    def _paragraphs(self, item: JsonObject, key: str) -> Fact[str] | None:
        return self.papers.paragraphs(item.members.get(key), item.place_of(key))

    def _clock(self, item: JsonObject, key: str) -> Fact[time] | None:
        fact = self.line(item, key)
        try:
            return Fact(read_clock(fact.value), fact.place) if fact else None
        except ValueError as error:
            self.papers.problems.error("bad-time", str(error), item.place_of(key), "write it as 08:45")
            return None

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
                role=ROLES.get(plain_text(each.members.get("role")), "speaker"),
                affiliation=plain_text(each.members.get("affiliation")) or None,
            )
            for each in item.objects("people")
            if (name := plain_text(each.members.get("name")))
        )
        return Fact(people, item.place_of("people")) if people else None

    def _links(self, item: JsonObject) -> Fact[tuple[Link, ...]] | None:
        links = tuple(_links(item.objects("links")))
        return Fact(links, item.place_of("links")) if links else None


def _author(item: JsonObject) -> Authorship:
    name = plain_text(item.members.get("name"))
    if not name:
        return Authorship(missing="one" if item.members.get("missing") == "one" else "others")
    affiliations = (plain_text(each) for each in listed(item.members.get("affiliations")))
    family = plain_text(item.members.get("family")) or None
    return Authorship(name=name, family=family, affiliations=tuple(each for each in affiliations if each))


def _links(items: list[JsonObject]) -> Iterator[Link]:
    for item in items:
        url, rel = plain_text(item.members.get("url")), plain_text(item.members.get("rel"))
        if url.startswith(("https://", "http://")) and rel in RELS:
            yield Link(rel=RELS[rel], url=url, title=plain_text(item.members.get("title")) or None)


OWN_JSON = SourceFormat(
    name="own-json", title="conference.json of Plenary", recognise=recognise, read=read,
    is_published=True, is_ordered=False, leaves_out=True,
)  # fmt: skip
