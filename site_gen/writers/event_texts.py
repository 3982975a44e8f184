"""Events in plain words, for programs that show no markup."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator

from site_gen import markup
from site_gen.cards.cards import cards
from site_gen.cards.parts import Person, SlotCard
from site_gen.locale import Locale
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\((https?://[^\s()<>]+)\)")


def plain_paragraphs(text: str | None) -> str:
    """Paragraphs without their markup, parted by an empty line; empty where there are none.

    A link is its text with its address in brackets, for such a program shows nothing to follow.
    """
    written = _LINK.sub(r"\1 (\2)", text or "")
    return "\n\n".join(markup.plain(paragraph) for paragraph in written.split("\n\n"))


def event_title(site: Site, event: Event) -> str:
    """The title of a session or slot, or what stands in for it."""
    if event.slot:
        return plain_line(_slot_card(site, event).title.plain)
    return session_title(site, event)


def session_title(site: Site, event: Event) -> str:
    """The title of the session that an event is, or is a slot of."""
    return plain_line(cards(site).session(event.edition, event.session.id).title.plain)


def event_note(site: Site, event: Event) -> str:
    """What changed, in words: "Cancelled. The speaker is ill"; empty where nothing did."""
    notes = [each.note for each in (event.slot, event.session) if each and each.note]
    status = site.locale.words.statuses[event.status]
    return ". ".join(part for part in (status, *map(plain_line, dict.fromkeys(notes))) if part)


def event_details(
    site: Site, event: Event, most_slots: int = sys.maxsize, speakers: Collection[str] = ()
) -> str:
    """Who takes part and what a session holds, a line each; of more slots than these only the number.

    Speakers who stand beside the text have no line of their own if it would say no more than their names.
    """
    lines = (
        _slot_details(site, event, speakers)
        if event.slot
        else _session_details(site, event, most_slots, speakers)
    )
    return "\n".join(line for line in lines if line)


def _slot_details(site: Site, event: Event, speakers: Collection[str]) -> Iterator[str]:
    card = _slot_card(site, event)
    yield _names(card)
    yield from _people(card.people, speakers)
    yield plain_line(card.type)
    yield f"{site.locale.words.board}: {plain_line(card.board)}" if card.board else ""
    yield f"{site.locale.words.part_of}: {session_title(site, event)}"
    yield from _people(cards(site).people(event.session.people))


def _session_details(site: Site, event: Event, most_slots: int, speakers: Collection[str]) -> Iterator[str]:
    card = cards(site).session(event.edition, event.session.id)
    yield f"{site.locale.words.part_of}: {plain_line(card.part_of)}" if card.part_of else ""
    yield from _people(card.people, speakers)
    if len(event.session.slots) > most_slots:
        yield card.contents
    else:
        yield from (_slot_line(site.locale, each) for each in cards(site).slots(event.edition, event.session))


def _slot_card(site: Site, event: Event) -> SlotCard:
    return cards(site).slots(event.edition, event.session)[event.position]


def _slot_line(locale: Locale, card: SlotCard) -> str:
    """A slot of a session: "09:00 Data Movement — A. Ivanov, N. Dryden (Moved)"."""
    start = f"{card.start.marked} " if card.start else ""
    title = locale.words.empty_slot if card.is_empty else plain_line(card.title.plain)
    people = "; ".join(_people(card.people)) if card.byline else ", ".join(map(_person, card.people))
    names = "; ".join(part for part in (_names(card), people) if part)
    text = f"{start}{title}{f' — {names}' if names else ''}"
    return f"- {text} ({card.status})" if card.status else f"- {text}"


def _names(card: SlotCard) -> str:
    return ", ".join(plain_line(part.name) if part.name else part.missing for part in card.byline)


def _people(people: Iterable[Person], speakers: Collection[str] = ()) -> Iterator[str]:
    for person in people:
        line = _person(person)
        if person.role_id != "speaker" or line not in speakers:
            yield f"{person.role}: {line}"


def _person(person: Person) -> str:
    name = plain_line(person.name)
    return f"{name} ({plain_line(person.affiliation)})" if person.affiliation else name
