"""Cards: what lists show of a paper, session or name. Each is made once, however many lists hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from site_gen import markup
from site_gen.cards.names import is_body
from site_gen.cards.parts import (
    DaySessions,
    Label,
    Named,
    NamePart,
    OutLink,
    PaperCard,
    Passage,
    Person,
    SessionCard,
    SlotCard,
    Titled,
)
from site_gen.cards.session_kinds import called, is_named_by, kind_name
from site_gen.cards.times import clock_moment, day_moment, end_moment
from site_gen.conference import Author, Link, Paper, Participant, Session, Slot
from site_gen.conference.identifiers import Doi, Orcid
from site_gen.conference.people import People
from site_gen.conference.spans import span_of
from site_gen.graph.queries import cached, query
from site_gen.locale import Locale
from site_gen.locale.sentences import untitled_paper
from site_gen.site import Edition, Site
from site_gen.site.events import slot_names
from site_gen.site.subjects import AwardsOf, DayOf, EditionOf, PaperOf, PersonOf, RoomOf, SessionOf
from site_gen.text import fold


def cards(site: Site) -> Cards:
    """The cards of a site."""
    return Cards(site)


class Cards:
    """The cards of one site: each is a query of it."""

    def __init__(self, site: Site) -> None:
        """Nothing is made yet."""
        self._site = site
        self._locale = site.locale
        self._people: People = site.catalogue.people

    def edition(self, edition: str) -> Edition:
        """The edition of this id."""
        return self._site.catalogue.editions[edition]

    def paper(self, edition: str, paper: str) -> PaperCard:
        """The card of a paper."""
        return _paper_card(self._site, edition, paper)

    def session(self, edition: str, session: str) -> SessionCard:
        """The card of a session."""
        return _session_card(self._site, edition, session)

    def slots(self, edition: str, session: Session) -> tuple[SlotCard, ...]:
        """The slots of a session in order, empty ones too."""
        return _slot_cards(self._site, edition, session.id)

    def byline(self, paper: Paper) -> tuple[NamePart, ...]:
        """The names of a paper in order; a missing one says so."""
        return tuple(
            self._name(self._people.shown_name(authorship), self._people.id_of(authorship),
                       authorship.missing or "one", self._locale.joined(authorship.affiliations))
            for authorship in paper.authors
        )  # fmt: skip

    def people(self, participants: Iterable[Participant]) -> tuple[Person, ...]:
        """People with their roles; somebody who has no page is a name alone."""
        roles = self._locale.words.roles
        return tuple(
            Person(name, self.person_route(self._people.id_of(participant)), roles[participant.role],
                   participant.affiliation or "", _homepage(participant),
                   participant.role)
            for participant in participants
            if (name := self._people.shown_name(participant))
        )  # fmt: skip

    def person_route(self, author: str | None) -> str | None:
        """The route of a person's page, None for somebody without one."""
        return self._site.address(PersonOf(author)) if author in self._people.authors and author else None

    def room(self, edition: str, name: str | None) -> Named | None:
        """A room by its name, linked where it has a page."""
        if name is None:
            return None
        room = self.edition(edition).rooms.get(name)
        return Named(name, self._site.address(RoomOf(edition, room.id)) if room else None)

    def paper_title(self, edition: str, paper: str) -> Titled:
        """The title of a paper with its route."""
        card = self.paper(edition, paper)
        return Titled(card.title, card.route)

    def session_title(self, edition: str, session: str) -> Titled:
        """The title of a session with its route."""
        card = self.session(edition, session)
        return Titled(card.title, card.route)

    def by_day(self, edition: str, sessions: Iterable[Session]) -> tuple[DaySessions, ...]:
        """Sessions, which are in the programme's order, under their days; those without a day last."""
        days: dict[date | None, list[SessionCard]] = {}
        found = self.edition(edition)
        for session in sessions:
            days.setdefault(found.day_of(session), []).append(self.session(edition, session.id))
        return tuple(self._day(edition, day, tuple(found)) for day, found in days.items())

    def edition_name(self, edition: str) -> Named:
        """An edition with its route."""
        return Named(self.edition(edition).conference.title, self._site.address(EditionOf(edition)))

    def new_slot(self, edition: str, session: Session, slot: Slot, name: str, position: int) -> SlotCard:
        """The card of a slot, made anew."""
        # A slot shows the title and byline of its paper where it has no title of its own.
        paper = self.paper(edition, slot.paper) if slot.paper else None
        of_paper = paper.title if paper else _stand_in(self._locale.words.empty_slot)
        title = title_of(slot.title, session.language) if slot.title else of_paper
        zone, span = self._site.catalogue.time_zone(edition), span_of(session, slot)
        day = self.edition(edition).day_of(session)
        return SlotCard(
            position=position,
            is_whole=len(session.slots) == 1 and title.plain == session_title(self._locale, session).plain,
            title=title,
            route=paper.route if paper else None,
            star=paper.route if paper else self._talk(edition, session, slot, name),
            is_empty=slot.is_empty,
            start=clock_moment(self._locale, span.day, slot.start, zone, day) if slot.start else None,
            end=end_moment(self._locale, span, zone, day),
            byline=paper.byline if paper else (),
            people=self.people(slot.people),
            awards=paper.awards if paper else (),
            room=self.room(edition, slot.room),
            type=called(slot.type),
            board=slot.board or "",
            state=paper.state if paper and slot.status == "scheduled" else slot.status,
            status=self._locale.words.statuses[slot.status] or (paper.status if paper else ""),
            note=slot.note or "",
            links=links_of(self._locale, slot.links),
            description=Passage.of(slot.description),
        )

    def _talk(self, edition: str, session: Session, slot: Slot, name: str) -> str:
        return "" if slot.is_empty else f"{self._site.address(SessionOf(edition, session.id))}#{name}"

    def _day(self, edition: str, day: date | None, sessions: tuple[SessionCard, ...]) -> DaySessions:
        if day is None:
            return DaySessions(None, None, sessions)
        return DaySessions(day_moment(self._locale, day), self._site.address(DayOf(edition, day)), sessions)

    def _name(self, name: str | None, author: str | None, missing: str, affiliation: str) -> NamePart:
        if name is None:
            return NamePart("", None, self._locale.words.missing_names[missing], affiliation)
        known = self._people.authors.get(author or "")
        return NamePart(name, self.person_route(author), "", affiliation, bool(known and is_body(known)))

    def new_paper(self, edition: str, paper_id: str) -> PaperCard:
        """The card of a paper, made anew."""
        found = self.edition(edition)
        paper = found.papers[paper_id]
        byline = self.byline(paper)
        return PaperCard(
            title=_paper_title(self._locale, paper, byline),
            route=self._site.address(PaperOf(edition, paper_id)),
            byline=byline,
            awards=tuple(
                Named(award.name, f"{self._site.address(AwardsOf(edition))}#{award.id}")
                for award in found.awards.get(paper_id, ())
            ),
            state=paper.status,
            status=self._locale.words.withdrawn if paper.status == "withdrawn" else "",
        )

    def new_session(self, edition: str, session_id: str) -> SessionCard:
        """The card of a session, made anew."""
        found = self.edition(edition)
        session, zone = found.sessions[session_id], self._site.catalogue.time_zone(edition)
        day, whole = found.day_of(session), found.sessions.get(session.part_of or "")
        kind, words = kind_name(self._locale, session), self._locale.words
        title = session_title(self._locale, session)
        attendance = words.attendances[session.attendance] if session.attendance else ""
        label = "" if is_named_by(self._locale, kind, title.plain) else kind
        return SessionCard(
            title=title,
            route=self._site.address(SessionOf(edition, session_id)),
            kind=session.kind,
            kind_name=" · ".join(filter(None, (kind, attendance))),
            label=" · ".join(filter(None, (label, attendance))),
            day=day_moment(self._locale, day) if day else None,
            start=clock_moment(self._locale, session.date, session.start, zone, day)
            if session.start
            else None,
            end=end_moment(self._locale, span_of(session), zone, day),
            room=self.room(edition, session.room),
            other_rooms=tuple(filter(None, (self.room(edition, each) for each in session.other_rooms))),
            access=found.access_of(session),
            attendance=session.attendance or found.conference.attendance or "",
            track=session.track or "",
            rooms=tuple(found.rooms[name].id for name in session.every_room if name in found.rooms),
            people=self.people(session.people),
            state=session.status,
            status=self._locale.words.statuses[session.status],
            note=session.note or "",
            contents=_contents(self._locale, session),
            part_of=session_title(self._locale, whole).plain if whole else "",
        )


@cached
def _paper_card(site: Site, edition: str, paper: str) -> PaperCard:
    return cards(site).new_paper(edition, paper)


@query
def _session_card(site: Site, edition: str, session: str) -> SessionCard:
    return cards(site).new_session(edition, session)


@query
def _slot_cards(site: Site, edition: str, session_id: str) -> tuple[SlotCard, ...]:
    session = site.catalogue.editions[edition].sessions[session_id]
    named = enumerate(zip(session.slots, slot_names(session), strict=True), start=1)
    return tuple(cards(site).new_slot(edition, session, slot, name, at) for at, (slot, name) in named)


def _homepage(printed: Participant) -> str | None:
    return markup.safe_url(printed.homepage) if printed.homepage else None


def title_of(text: str, language: str | None = None) -> Label:
    """A title that is known; its language is given where that is not the page's."""
    html = markup.inline(text)
    if language:
        html = Markup('<span lang="{}">{}</span>').format(language, html)
    return Label(html, markup.plain(text))


def session_title(locale: Locale, session: Session) -> Label:
    """The title of a session, or what stands in for it."""
    if session.title:
        return title_of(session.title, session.language)
    return _stand_in(locale.words.phrases.untitled_sessions[session.kind])


def links_of(locale: Locale, links: Iterable[Link]) -> tuple[OutLink, ...]:
    """Links with their words; one that is not safe to follow is left out."""
    return tuple(
        OutLink(link.rel, link.title or locale.words.link_kinds[link.rel], url)
        for link in links
        if (url := markup.safe_url(link.url))
    )


def open_aliases(people: People, author: Author) -> tuple[str, ...]:
    """The other names of a person that may be published, in the order of the entry."""
    former = [each.name for each in author.former_names if not each.hidden]
    names = dict.fromkeys([*author.aliases, *former])
    return tuple(name for name in names if name != author.name and fold(name) not in people.hidden)


def doi_link(doi: Doi) -> OutLink:
    """A DOI as a link to its resolver."""
    return OutLink("doi", doi.text, doi.url)


def orcid_link(orcid: Orcid) -> OutLink:
    """An ORCID as a link to its record."""
    return OutLink("website", orcid.text, orcid.url)


def _paper_title(locale: Locale, paper: Paper, byline: tuple[NamePart, ...]) -> Label:
    if paper.title:
        return title_of(paper.title, paper.language)
    return _stand_in(untitled_paper(locale, [part.name for part in byline if part.name]))


def _stand_in(text: str) -> Label:
    # Names may hold anything: they are shown literally, never read as markup.
    return Label(Markup('<span class="stand-in">{}</span>').format(text), text, stand_in=True)


def _contents(locale: Locale, session: Session) -> str:
    """What a session holds, in words: "5 papers", "2 slots"; empty where nothing is listed."""
    papers = sum(1 for slot in session.slots if slot.paper)
    if papers == len(session.slots):
        return locale.count("paper", papers) if papers else ""
    return locale.count("slot", len(session.slots))
