"""The page of a session: its slots in order, empty ones too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.linked_data import (
    EditionFacts,
    attendance_nodes,
    edition_facts,
    event_node,
    node,
    person_node,
    place_node,
    stream_of,
)
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.parts import Named, OutLink, Passage, Person, SessionCard, SlotCard
from site_gen.cards.speakers import Speaker, speakers
from site_gen.cards.times import Moment, day_moment, zone_words
from site_gen.conference import Attendance, Session
from site_gen.conference.programme import slots_hold
from site_gen.kinds.session.parallel import parallel
from site_gen.locale import Locale
from site_gen.site import (
    About,
    Absolute,
    CardTexts,
    Forms,
    Node,
    SearchDay,
    SearchPlace,
    SearchRow,
    Site,
)
from site_gen.site.lazy import LazyView, fact
from site_gen.site.subjects import DayOf, SessionOf, TrackOf

_LONG = 40  # slots of a session that stand side by side where there is room
_MOST_PARALLEL = 12  # sessions at the same time that a page lists


class SessionView(LazyView[SessionOf]):
    """A session. `track` and `whole` (what it is part of) are None where there is none.

    `talks` are the slots with a title of their own, which is not that of the session.
    """

    def __init__(self, site: Site, subject: SessionOf) -> None:
        """The session of a site that has it."""
        super().__init__(site, subject)
        self._edition = site.catalogue.editions[subject.edition]
        self._session = self._edition.sessions[subject.session]

    @fact
    def about(self) -> About:
        return About(self.card.title.plain, _description(self._site.locale, self._session, self.card))

    @fact
    def edition(self) -> EditionFacts:
        return edition_facts(self._site, self._subject.edition)

    @fact
    def card(self) -> SessionCard:
        return self._card(self._subject.session)

    @fact
    def day_route(self) -> str | None:
        day = self._edition.day_of(self._session)
        return self._site.address(DayOf(self._subject.edition, day)) if day else None

    @fact
    def morning(self) -> Moment | None:
        """The day by the calendar of what begins in the night after its day of the programme."""
        day = self._session.date
        is_night = day and day != self._edition.day_of(self._session)
        return day_moment(self._site.locale, day) if day and is_night else None

    @fact
    def when(self) -> str:
        return self._site.locale.joined(each.marked for each in (self.card.day, self.card.start) if each)

    @fact
    def zone(self) -> str:
        day, zone = self._session.date, self._site.catalogue.time_zone(self._subject.edition)
        return zone_words(self._site.locale, zone, (day,)) if day and self._session.start else ""

    @fact
    def track(self) -> Named | None:
        track = self._edition.tracks.get(self._session.track or "")
        return (
            Named(track.name, self._site.address(TrackOf(self._subject.edition, track.id))) if track else None
        )

    @fact
    def whole(self) -> SessionCard | None:
        return self._card(self._session.part_of) if self._session.part_of else None

    @fact
    def links(self) -> tuple[OutLink, ...]:
        return links_of(self._site.locale, self._session.links)

    @fact
    def speakers(self) -> tuple[Speaker, ...]:
        return speakers(self._site, self._session)

    @fact
    def attendance(self) -> tuple[Attendance | None, list[Node | None], str]:
        """How one takes part, the places, and the address at which it is followed from afar."""
        rooms = [room.name for room in (self.card.room, *self.card.other_rooms) if room]
        places = [place_node(self.edition, room) for room in rooms or [""]]
        stream = stream_of(self._session.links) or self.edition.stream
        return self._session.attendance or self.edition.attendance, places, stream

    @fact
    def access(self) -> str:
        words = self._site.locale.words
        return self._site.locale.listed([words.accesses[each] for each in self.card.access])

    @fact
    def description(self) -> Passage | None:
        return Passage.of(self._session.description)

    @fact
    def description_text(self) -> str:
        return markup.plain(self._session.description) if self._session.description else ""

    @fact
    def language(self) -> str:
        return self._session.language or ""

    @fact
    def slots(self) -> tuple[SlotCard, ...]:
        return cards(self._site).slots(self._subject.edition, self._session)

    @fact
    def is_long(self) -> bool:
        return len(self.slots) > _LONG

    @fact
    def talks(self) -> tuple[SlotCard, ...]:
        pairs = zip(self._session.slots, self.slots, strict=True)
        return tuple(card for slot, card in pairs if slot.title and slot.title != self._session.title)

    @fact
    def expects_slots(self) -> bool:
        return slots_hold(self._session.kind) == "papers" and not self.parts

    @fact
    def parts(self) -> tuple[SessionCard, ...]:
        """The parts; a room is said of those alone that are in another one."""
        own = self.card.room
        cards = [self._card(part.id) for part in self._edition.parts.get(self._subject.session, ())]
        return tuple(replace(card, room=None) if card.room == own else card for card in cards)

    @fact
    def _together(self) -> tuple[str, ...]:
        """What is at the same time; of more than a page lists first what is of the same track."""
        found = list(parallel(self._site, self._subject.edition, self._session))
        if len(found) > _MOST_PARALLEL:
            found.sort(key=lambda each: each.track != self._session.track)
        return tuple(each.id for each in found)

    @fact
    def parallel(self) -> tuple[SessionCard, ...]:
        return tuple(map(self._card, self._together[:_MOST_PARALLEL]))

    @fact
    def parallel_others(self) -> str:
        """How many more there are at the same time, which the page of the day lists; empty for none."""
        others = len(self._together) - _MOST_PARALLEL
        return self._site.locale.count("other", others) if others > 0 else ""

    @fact
    def neighbours(self) -> Neighbours:
        return neighbours(self._site, self._subject)

    def _card(self, session: str) -> SessionCard:
        return cards(self._site).session(self._subject.edition, session)


def _description(locale: Locale, session: Session, card: SessionCard) -> str:
    day = card.day.text if card.day else ""
    start = card.start.marked if card.start else ""
    when = locale.joined((card.kind_name, day, start))
    return session.description or f"{when}."


_STATUSES: Mapping[str, str] = {
    "scheduled": "EventScheduled",
    "moved": "EventRescheduled",
    "late": "EventScheduled",
    "cancelled": "EventCancelled",
    "withdrawn": "EventCancelled",
}

# The roles of those who make a session; the others are heard in it.
_ORGANISING = ("chair", "organiser")


def _linked_data(view: SessionView, absolute: Absolute) -> Node:
    card = view.card
    day = card.day.machine if card.day else None
    people = dict.fromkeys([*card.people, *(each for slot in view.slots for each in slot.people)])
    return node(absolute, "Event", card.route) | {
        "name": card.title.plain,
        "description": view.description_text,
        "eventStatus": f"https://schema.org/{_STATUSES[card.state]}",
        "startDate": card.start.machine if day and card.start else day,
        "endDate": card.end.machine if day and card.end else None,
        **attendance_nodes(*view.attendance),
        "superEvent": _whole(view, absolute),
        "inLanguage": view.language,
        "organizer": [_person(view, absolute, each) for each in people if each.role_id in _ORGANISING],
        "performer": [_person(view, absolute, each) for each in people if each.role_id not in _ORGANISING],
        "workFeatured": [
            node(absolute, "ScholarlyArticle", slot.route) | {"name": slot.title.plain}
            for slot in view.slots
            if slot.route
        ],
    }


def _person(view: SessionView, absolute: Absolute, person: Person) -> Node:
    """Somebody with a role, and who that is where the page says so."""
    return {**person_node(absolute, person), "description": _biography(view, person)}


def _biography(view: SessionView, person: Person) -> str:
    """What the page says of somebody, as plain text; empty where it does not."""
    found = [each.biography for each in view.speakers if each.person.name == person.name]
    return " ".join(markup.plain(each.text) for each in found if each)


def _whole(view: SessionView, absolute: Absolute) -> Node:
    """What a session is part of: another session, else the conference."""
    if view.whole is None:
        return event_node(absolute, view.edition)
    return node(absolute, "Event", view.whole.route) | {"name": view.whole.title.plain}


def _share_card(view: SessionView) -> CardTexts:
    card = view.card
    room = card.room.name if card.room else ""
    about = " · ".join(part for part in (card.status, card.kind_name, view.when, room) if part)
    return CardTexts(view.edition.title, card.title.plain, about)


def _searched_text(view: SessionView, people: Sequence[Person], *texts: str) -> str:
    """Some texts, and what is said of people beside their names."""
    about = (text for each in people for text in (each.affiliation, _biography(view, each)))
    return " ".join(text for text in (*texts, *about) if text)


def _search_rows(view: SessionView) -> Iterator[SearchRow]:
    """The session, then the talks that have no page of their own."""
    card = view.card
    yield SearchRow(
        "session",
        card.route,
        card.title.plain,
        _searched_text(view, card.people, view.description_text, markup.plain(card.note)),
        names=card.people,
        day=SearchDay(card.day.machine, card.day.text) if card.day else None,
        start=card.start.marked if card.start else "",
        room=card.room.name if card.room else "",
        track=view.track.name if view.track else "",
        label=card.kind_name,
        state=card.status,
    )
    for slot in view.talks:
        yield SearchRow(
            "talk",
            card.route,
            slot.title.plain,
            _searched_text(
                view, slot.people, markup.plain(slot.description.text) if slot.description else "", slot.note
            ),
            names=(*slot.people, *slot.byline),
            places=(SearchPlace(card.route, slot.start.marked if slot.start else "", slot.board),),
            state=slot.status,
        )


FORMS = Forms(SessionView, linked_data=_linked_data, share_card=_share_card, search_rows=_search_rows)
