"""Which pages somebody needs who takes an edition along whole."""

from __future__ import annotations

from site_gen.site import Page, Site


def editions_of(site: Site, page: Page) -> list[str]:
    """The editions that a page is of: a person's, those of their papers; none for one of the series, and for
    one that says all again for print, or nothing."""
    return list(page.kind.editions(site, page.subject)) if page.kind.pack else []
