"""A change of the programme as its page and its feed tell it."""

from __future__ import annotations

from site_gen.cards.cards import cards, title_of
from site_gen.cards.parts import Label, Titled
from site_gen.conference import Change
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """A change; `id` is its anchor, `targets` are the pages that it is about."""

    id: str
    what: str
    kind: str
    text: Label
    targets: tuple[Titled, ...]


def change_card(site: Site, edition: str, change: Change) -> ChangeCard:
    """A change with the titles of what it is about."""
    paper = cards(site).paper_title(edition, change.paper) if change.paper else None
    session = cards(site).session_title(edition, change.session) if change.session else None
    return ChangeCard(
        id=f"change-{change.id}",
        what=change.what,
        kind=site.locale.words.change_kinds[change.what],
        text=title_of(change.text),
        targets=tuple(target for target in (paper, session) if target),
    )
