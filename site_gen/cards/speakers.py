"""People of the programme as more than names: with a picture and a biography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.cards.cards import cards
from site_gen.cards.parts import Label, Passage, Person, SessionCard
from site_gen.cards.roles import printed_parts
from site_gen.cards.shortened import shortened
from site_gen.conference import Participant, Session
from site_gen.site import Site
from site_gen.values import dataclass

_SHORT_BIOGRAPHY = 220


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody with a picture (the name of a static file) or a biography; each empty where not known."""

    person: Person
    picture: str
    alt: str
    biography: Passage | None
    short: str


@dataclass(frozen=True, slots=True)
class Keynote:
    """An invited talk: a session, or one of several talks in it.

    `within` is the title of its session where the talk has one of its own, else empty. `people` are all but
    those who chair, `speakers` those of them who have a picture or a biography.
    """

    card: SessionCard
    title: Label
    within: str
    people: tuple[Person, ...]
    speakers: tuple[Speaker, ...]


def speakers(site: Site, session: Session) -> tuple[Speaker, ...]:
    """The people of a session and its slots who have a picture or a biography, each once."""
    shown = [each for each in _people(session) if each.picture or each.biography]
    return tuple(_speakers(site, {each.name: each for each in shown}.values()))


def keynotes(site: Site, edition: str) -> tuple[Keynote, ...]:
    """The invited talks of an edition, in the order of the programme; those of its workshops are theirs."""
    return tuple(
        keynote
        for session in site.catalogue.editions[edition].sessions.values()
        if session.kind == "invited-talk" and not session.part_of
        for keynote in _keynotes(site, edition, session)
    )


def _keynotes(site: Site, edition: str, session: Session) -> Iterator[Keynote]:
    card = cards(site).session(edition, session.id)
    known = speakers(site, session)
    talks = [slot for slot in cards(site).slots(edition, session) if not slot.is_empty]
    for title, own in [(slot.title, slot.people) for slot in talks] or [(card.title, ())]:
        people = tuple(each for each in own or card.people if each.role_id != "chair")
        yield Keynote(
            card=card,
            title=title,
            within=card.title.plain if talks and title != card.title else "",
            people=people,
            speakers=tuple(each for each in known if each.person in people),
        )


def speaker(site: Site, person: str) -> Speaker | None:
    """A person as the newest programme shows them that has a picture or a biography; None where none has."""
    shown = (each for each in printed_parts(site, person) if each.picture or each.biography)
    return next(_speakers(site, shown), None)


def _people(session: Session) -> Iterator[Participant]:
    yield from session.people
    for slot in session.slots:
        yield from slot.people


def _speakers(site: Site, participants: Iterable[Participant]) -> Iterator[Speaker]:
    for each in participants:
        biography = each.biography or ""
        for person in cards(site).people([each]):
            yield Speaker(
                person=person,
                picture=each.picture or "",
                alt=each.alt or "",
                biography=Passage.of(biography),
                short=shortened(biography.partition("\n")[0], _SHORT_BIOGRAPHY),
            )
