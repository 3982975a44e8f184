"""The one thing that a reader of an edition's home most likely comes to do, by its phase."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.cards.cards import links_of
from site_gen.conference import Link, LinkRel, Phase
from site_gen.site import Edition, Site
from site_gen.site.subjects import PapersOf, ScheduleOf
from site_gen.values import dataclass

# What is done at another address, the first that is linked; else it is read here.
_ELSEWHERE: Mapping[Phase, tuple[LinkRel, ...]] = {
    "call": ("submit", "register"),
    "accepted": ("register",),
    "programme": ("register",),
}


@dataclass(frozen=True, slots=True)
class Action:
    """What the home calls for: at the `url` of another site, or at a `route` of this one."""

    label: str
    url: str
    route: str


def action(site: Site, edition: Edition, links: tuple[Link, ...]) -> Action | None:
    """What an edition calls for; None while there is nothing to do."""
    phase = edition.conference.phase
    wanted = _ELSEWHERE.get(phase, ()) if phase else ()
    found = sorted((link for link in links if link.rel in wanted), key=lambda link: wanted.index(link.rel))
    for link in links_of(site.locale, found):
        return Action(link.label, link.url, "")
    if phase in ("programme", "live"):
        label = site.locale.words.see_now if phase == "live" else site.locale.words.schedule
        subject: ScheduleOf | PapersOf = ScheduleOf(edition.conference.id)
    else:
        label, subject = site.locale.words.read_papers, PapersOf(edition.conference.id)
    has_any = bool(edition.sessions if isinstance(subject, ScheduleOf) else edition.papers)
    return Action(label, "", site.address(subject)) if has_any else None
