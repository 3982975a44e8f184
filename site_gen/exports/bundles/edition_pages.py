"""Which pages somebody needs who takes an edition along whole."""

from __future__ import annotations

from site_gen.site import Page, Site

_LEFT_OUT = frozenset(["booklet", "labels", "redirect"])  # they say all again for print, or nothing


def editions_of(site: Site, page: Page) -> list[str]:
    """The editions that a page is of: a person's, those of their papers; none for one of the series."""
    editions, name = site.catalogue.editions, page.kind.name
    if name == "author":
        wrote = {each.edition for each in site.catalogue.people.papers.get(page.key[1], ())}
        return [edition for edition in editions if edition in wrote]
    return [edition for edition in page.key[1:2] if edition in editions and name not in _LEFT_OUT]
