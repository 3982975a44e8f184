"""Ways on: links to pages and files of the site, as far as it has them."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.cards.parts import Named
from site_gen.site import Key, Site


def ways(site: Site, labels: Mapping[Key, str]) -> tuple[Named, ...]:
    """The pages and files of these keys that there are, in this order, each under its label."""
    return tuple(Named(label, site.addresses[key]) for key, label in labels.items() if key in site.addresses)
