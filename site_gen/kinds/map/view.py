"""The map of an edition's papers: dots in groups that speak of the same, and the groups as lists."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt

from site_gen.analysis import DOT, Disc, arranged, clusters, likeness
from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, Titled
from site_gen.cards.related import profiles, shown
from site_gen.graph.queries import cached
from site_gen.kinds.map.kind import published
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import FiguresOf, MapOf, PapersOf
from site_gen.values import dataclass

_MOST_LINKED = 2000  # dots that are links: more would weigh megabytes, and none could be hit
_READ_WHOLE = 100  # papers whose lists are all open: those of more are folded under their topics

_MARGIN = 12
_FONT = 20  # the size of labels on a small map
_LETTER, _LINE = 0.56, 1.1  # the width of a letter and the height of a line, in parts of that size
_BELOW = 8  # a label
_LONGEST_LINE = 14  # letters, where there is a space to break at


@dataclass(frozen=True, slots=True)
class Dot:
    """A paper on the map; without a route where there are too many for links."""

    x: int
    y: int
    title: str
    route: str | None
    has_award: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label, at its place."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that speak of the same: the disc that holds their dots, with its label, and their list.

    `id` is the anchor of its heading, `list_id` that of the list, which a link to it opens.
    """

    number: str
    id: str
    list_id: str
    name: str
    count: str
    x: int
    y: int
    radius: int
    label: tuple[Line, ...]
    dots: tuple[Dot, ...]
    papers: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of an edition.

    `box` is the view box of the drawing, `dot` the radius of a dot in it, `font` the size of labels,
    and `number_font` that of the numbers which stand in for them on small screens. `is_folded` where there
    are so many papers that a list is opened by its heading, or by its disc.
    """

    about: About
    edition: Named
    box: str
    dot: int
    font: int
    number_font: int
    groups: tuple[Group, ...]
    more: tuple[Named, ...]
    has_awards: bool
    is_folded: bool


def _view(site: Site, subject: MapOf) -> MapView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    groups = tuple(
        _group(site, edition, number, laid)
        for number, laid in enumerate(_laid_out(site, edition_id), start=1)
    )
    description = site.locale.words.phrases.map_of.format(title=edition.conference.title)
    return MapView(
        about=About(site.locale.words.map, description),
        edition=cards(site).edition_name(edition_id),
        box=_box(groups),
        dot=DOT,
        font=_font(edition),
        number_font=2 * _font(edition),
        groups=groups,
        more=(
            Named(site.locale.words.papers, site.address(PapersOf(edition_id))),
            Named(site.locale.words.figures, site.address(FiguresOf(edition_id))),
        ),
        has_awards=any(dot.has_award for group in groups for dot in group.dots),
        is_folded=sum(len(group.papers) for group in groups) > _READ_WHOLE,
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """Papers that speak of the same, the lines of their label, and the disc that holds them."""

    name: tuple[str, ...]
    papers: tuple[str, ...]
    lines: tuple[str, ...]
    disc: Disc


@cached
def _laid_out(site: Site, edition_id: str) -> tuple[_Laid, ...]:
    """The groups of an edition at their places."""
    edition = site.catalogue.editions[edition_id]
    papers, font = published(edition), _font(edition)
    found = clusters([profiles(site)[edition_id, paper] for paper in papers])
    names = [tuple(shown(site, term) for term in each.terms) for each in found]
    labels = [
        _lines(site.locale.number(number), name, site.locale.words.map_others)
        for number, name in enumerate(names, start=1)
    ]
    discs = arranged(
        [len(each.members) for each in found],
        [_room(lines, font) for lines in labels],
        lambda one, other: likeness(found[one].centre, found[other].centre),
    )
    return tuple(
        _Laid(name, tuple(papers[each] for each in cluster.members), lines, disc)
        for name, lines, disc, cluster in zip(names, labels, discs, found, strict=True)
    )


def _lines(number: str, name: Sequence[str], others: str) -> tuple[str, ...]:
    """The label of a group: its number and what says most of it, broken into short lines."""
    lines = [number]
    for word in (name[0] if name else others).split():
        joined = f"{lines[-1]} {word}"
        if len(joined) <= _LONGEST_LINE:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def _font(edition: Edition) -> int:
    """The size of labels: on a map of more papers all is smaller, and they are not."""
    return _FONT + max(isqrt(len(edition.papers)) - 6, 0) // 2


def _room(lines: Sequence[str], font: int) -> tuple[int, int]:
    """The width and height of a label."""
    return round(font * _LETTER * max(map(len, lines))), round(font * _LINE * len(lines)) + _BELOW


def _group(site: Site, edition: Edition, number: int, laid: _Laid) -> Group:
    disc, papers = laid.disc, laid.papers
    top = min((dot.y for dot in disc.dots), default=disc.centre.y) - DOT
    line = round(_font(edition) * _LINE)
    base = top - _BELOW - line * len(laid.lines) + line // 2
    return Group(
        number=site.locale.number(number),
        id=f"group-{number}",
        list_id=f"papers-{number}",
        name=site.locale.joined(laid.name) or site.locale.words.map_others,
        count=site.locale.count("paper", len(papers)),
        x=disc.centre.x,
        y=disc.centre.y,
        radius=disc.radius,
        label=tuple(Line(text, base + line * place) for place, text in enumerate(laid.lines)),
        dots=tuple(
            _dot(site, edition, paper, place.x, place.y)
            for paper, place in zip(papers, disc.dots, strict=True)
        ),
        papers=tuple(cards(site).paper_title(edition.conference.id, paper) for paper in papers),
    )


def _dot(site: Site, edition: Edition, paper: str, x: int, y: int) -> Dot:
    card = cards(site).paper(edition.conference.id, paper)
    is_linked = len(edition.papers) <= _MOST_LINKED
    title, route = (card.title.plain, card.route) if is_linked else ("", None)
    return Dot(x, y, title, route, has_award=bool(card.awards))


def _box(groups: Sequence[Group]) -> str:
    """The part of the plane that holds all discs: "left top width height"."""
    left = min(group.x - group.radius for group in groups) - _MARGIN
    top = min(group.y - group.radius for group in groups) - _MARGIN
    right = max(group.x + group.radius for group in groups) + _MARGIN
    bottom = max(group.y + group.radius for group in groups) + _MARGIN
    return f"{left} {top} {right - left} {bottom - top}"


FORMS = Forms(_view)
