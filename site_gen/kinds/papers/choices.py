"""By what the papers of an edition can be chosen: what some of them have, and not all."""

from __future__ import annotations

from site_gen.cards.cards import cards, session_title, title_of
from site_gen.cards.filters import Choice, filters
from site_gen.cards.keywords import shared_keywords
from site_gen.cards.paper_files import files_of_paper
from site_gen.conference import Paper
from site_gen.site import Edition, Site
from site_gen.text import fold, sort_key
from site_gen.values import dataclass

_MATERIALS = ("code", "video", "slides", "poster", "pdf")


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """A session with papers; `track` is empty where it is in none."""

    id: str
    name: str
    kind: str
    track: str


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """What papers can be chosen by. A group that parts nothing is empty."""

    keywords: tuple[str, ...]
    tracks: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    sessions: tuple[SessionChoice, ...]
    awards: tuple[Choice, ...]
    materials: tuple[Choice, ...]
    volumes: tuple[Choice, ...]


def paper_choices(site: Site, edition: Edition) -> PaperChoices:
    """The choices among the papers of an edition."""
    edition_id = edition.conference.id
    held = [session for session in edition.sessions.values() if any(slot.paper for slot in session.slots)]
    groups = filters(site.locale, edition, (cards(site).session(edition_id, each.id) for each in held))
    parting = {group.name: group.choices for group in groups}
    shared = shared_keywords(site)
    keywords = {shared[key] for key in shared if key[0] == edition_id}
    awards = [award for award in edition.conference.awards if award.papers]
    return PaperChoices(
        keywords=tuple(sorted(keywords, key=sort_key)),
        tracks=parting.get("track", ()),
        kinds=parting.get("kind", ()),
        sessions=tuple(
            SessionChoice(each.id, session_title(site.locale, each).plain, each.kind, each.track or "")
            for each in held
        ),
        awards=tuple(Choice(award.id, title_of(award.name).plain) for award in awards),
        materials=_materials(site, edition),
        volumes=_volumes(edition),
    )


def _volumes(edition: Edition) -> tuple[Choice, ...]:
    """The volumes with papers, where there are several."""
    held = [each for each in edition.volumes.values() if edition.in_volume.get(each.id)]
    return tuple(Choice(each.id, title_of(each.title).plain) for each in held) if len(held) > 1 else ()


def _materials(site: Site, edition: Edition) -> tuple[Choice, ...]:
    """The kinds of material that come with some papers and not with all."""
    edition_id = edition.conference.id
    had = [materials_of(site, edition_id, paper) for paper in edition.papers.values()]
    return tuple(
        Choice(name, site.locale.words.link_kinds[name])
        for name in _MATERIALS
        if 0 < sum(name in each for each in had) < len(had)
    )


def materials_of(site: Site, edition: str, paper: Paper) -> tuple[str, ...]:
    """What comes with a paper, linked or as a file of the site."""
    rels = {link.rel for link in paper.links} | {
        each.kind for each in files_of_paper(site, edition, paper.id)
    }
    return tuple(name for name in _MATERIALS if name in rels)


def keywords_of(site: Site, edition: str, paper: Paper) -> tuple[str, ...]:
    """Those of its keywords that lead to further papers."""
    shared = shared_keywords(site)
    return tuple(shared[key] for word in paper.keywords if (key := (edition, fold(word))) in shared)
