"""Where a page went that moved."""

from __future__ import annotations

from site_gen.site import About, Forms, Site
from site_gen.site.subjects import RedirectOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where a page went: its route, and its full address where the base URL is known."""

    about: About
    route: str
    canonical: str | None


def _view(site: Site, subject: RedirectOf) -> RedirectView:
    return RedirectView(About(""), subject.new, site.absolute(subject.new))


FORMS = Forms(_view)
