"""What the head of a page tells programs: what kind of thing it is, its other forms, its citation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from site_gen.cards.parts import Html, Named
from site_gen.frame.menus import trail_of
from site_gen.frame.share_cards import SharePicture, share_picture
from site_gen.graph.queries import query
from site_gen.site import Node, Page, Site, Subject, View
from site_gen.site.exports import words_of
from site_gen.site.subjects import EditionOf, SeriesHome
from site_gen.text.json_text import Json
from site_gen.values import dataclass

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same as a page, or more of it, in another format."""

    type: str
    title: str
    route: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself to programs; `type` is Open Graph's, `linked_data` is JSON-LD."""

    type: str
    citation: tuple[tuple[str, str], ...]
    alternates: tuple[Alternate, ...]
    linked_data: Html | None
    picture: SharePicture | None


def metadata(site: Site, page: Page, view: View) -> Metadata:
    """The metadata of a page with this view."""
    forms = page.kind.forms
    return Metadata(
        type=page.kind.open_graph_type,
        citation=tuple(forms.citation_tags(view)) if forms.citation_tags else (),
        alternates=tuple(_alternates(site, page.subject)),
        linked_data=_linked_data(site, page, view),
        picture=share_picture(site, page.subject),
    )


def _alternates(site: Site, subject: Subject) -> Iterator[Alternate]:
    """The exports of what a page is of."""
    own = site.file_routes.get(subject, {})
    for name in _exports(site):
        export = site.exports[name]
        of = export.of_page(subject)
        routes = own if of is subject else site.file_routes.get(of, {})
        if name in routes:
            yield Alternate(export.media_type, words_of(export, site.locale).title, routes[name])


@query
def _exports(site: Site) -> tuple[str, ...]:
    """The exports that say the same as a page, by their names, in the order of their register."""
    return tuple({file.export.name: None for file in site.files if file.export.is_alternate})


def _linked_data(site: Site, page: Page, view: View) -> Html | None:
    """What a page is about and the way to it, as JSON; None where there is neither."""
    form, trail = page.kind.forms.linked_data, trail_of(site, page)
    graph: list[Json] = [form(view, site.absolute)] if form else []
    if trail:
        graph.append(_breadcrumb(site, (*trail, Named(view.about.title, page.route))))
    if isinstance(page.subject, EditionOf) and page.route == site.address(SeriesHome()):
        graph += _of_series(site)
    if not graph:
        return None
    whole = {"@context": "https://schema.org", "@graph": _known(graph)}
    # For "</script>" would end it, and "<!--" hide the rest.
    return Markup(_WRITER.encode(whole).replace("<", "\\u003c"))


def _of_series(site: Site) -> Iterator[Json]:
    """What the home of the series says of that, where it shows an edition."""
    form = site.kind_of(SeriesHome()).forms.linked_data
    if form:
        yield form(site.view(SeriesHome()), site.absolute)


def _known(found: Json) -> Json:
    """A node, or a list of them, without the members that are empty; a node always has its type."""
    if isinstance(found, dict):
        return {name: _known(each) if isinstance(each, dict | list) else each
                for name, each in found.items() if each}  # fmt: skip
    return [_known(each) for each in found] if isinstance(found, list) else found


def _breadcrumb(site: Site, trail: Sequence[Named]) -> Node:
    steps: list[Json] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": step.name,
            "item": None if step.route is None else site.absolute(step.route),
        }
        for position, step in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
