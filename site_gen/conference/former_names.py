"""Former names that are hidden: by whom, and which ids and addresses would print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen.conference.series import Author
from site_gen.text import fold, slug


def hidden_names(authors: Iterable[Author]) -> dict[str, str]:
    """The hidden names that nobody goes by, folded, with the name that the person prefers."""
    listed = list(authors)
    shown = {fold(author.name) for author in listed}
    return {
        fold(former.name): author.name
        for author in listed
        for former in author.former_names
        if former.hidden and fold(former.name) not in shown
    }


def hidden_slugs(authors: Iterable[Author]) -> frozenset[str]:
    """What addresses would write for the hidden names."""
    return frozenset(filter(None, (slug(name, limit=100) for name in hidden_names(authors))))


def holds_slug(name: str, part: str) -> bool:
    """Whether an id or the name of a file is made of a slug, alone or among other words."""
    return re.search(rf"(?<![a-z0-9]){re.escape(part)}(?![a-z0-9])", name) is not None
