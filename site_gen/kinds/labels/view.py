"""`/<edition>/labels/`: a label for each poster board, to print and to cut, with a QR code.

The code is that of the address of the paper's page, drawn by a script; without a base URL there is none. A
talk without a paper has its session's address.
"""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Label, SessionCard, SlotCard
from site_gen.conference import Session
from site_gen.kinds.labels.kind import with_boards
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import LabelsOf
from site_gen.text import natural_key
from site_gen.values import dataclass

_LARGE = 6  # characters that fit beside the code in the largest letters


@dataclass(frozen=True, slots=True)
class BoardLabel:
    """The label of a board; `address` is the full one of the page that tells more, None if not known.

    `is_long` where the board's name is too long for the largest letters.
    """

    board: str
    is_long: bool
    title: Label
    names: str
    address: str | None


@dataclass(frozen=True, slots=True)
class SessionLabels:
    """The labels of a session, in the order of its boards."""

    card: SessionCard
    labels: tuple[BoardLabel, ...]


@dataclass(frozen=True, slots=True)
class LabelsView:
    """The labels of an edition; `has_codes` where the site knows its own address."""

    about: About
    title: str
    has_codes: bool
    sessions: tuple[SessionLabels, ...]


def _view(site: Site, subject: LabelsOf) -> LabelsView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    return LabelsView(
        about=About(site.locale.words.my.labels),
        title=edition.conference.title,
        has_codes=site.base_url is not None,
        sessions=tuple(_session(site, edition_id, session) for session in with_boards(edition)),
    )


def _session(site: Site, edition: str, session: Session) -> SessionLabels:
    card = cards(site).session(edition, session.id)
    slots = [slot for slot in cards(site).slots(edition, session) if slot.board and not slot.is_empty]
    slots.sort(key=lambda slot: natural_key(slot.board))
    return SessionLabels(card, tuple(_label(site, slot, card) for slot in slots))


def _label(site: Site, slot: SlotCard, session: SessionCard) -> BoardLabel:
    names = [part.name or part.missing for part in slot.byline] or [person.name for person in slot.people]
    address = site.absolute(slot.route or session.route)
    is_long = len(slot.board) > _LARGE
    return BoardLabel(slot.board, is_long, slot.title, site.locale.joined(names), address)


FORMS = Forms(_view)
