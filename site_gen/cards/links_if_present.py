"""Links to pages of the site, as far as it has them."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.cards.parts import Named
from site_gen.site import Site, Subject


def links_if_present(site: Site, labels: Mapping[Subject, str]) -> tuple[Named, ...]:
    """The pages of these subjects that there are, in this order, each under its label."""
    return tuple(
        Named(label, site.address(subject)) for subject, label in labels.items() if subject in site.routes
    )
