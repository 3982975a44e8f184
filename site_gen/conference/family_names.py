"""The family names that people are listed under."""

from __future__ import annotations

from site_gen.conference import Author
from site_gen.text import fold

_BODIES = frozenset(
    ["alliance", "association", "collaboration", "committee", "consortium", "foundation", "gmbh", "group",
     "inc", "initiative", "ltd", "network", "organisation", "organization", "project", "society", "team"]
)  # fmt: skip


def family_name(author: Author) -> str:
    """The name an author is listed under: what a source or entry tells, else what the name itself does."""
    return author.family or family_in(author.name)


def family_in(name: str) -> str:
    """The last word of a name without "Jr." and its kin; all of that of a body ("CMS Collaboration")."""
    parts = name.split() or [name]
    while len(parts) > 1 and fold(parts[-1]).strip(".") in ("jr", "sr", "ii", "iii", "iv"):
        parts.pop()
    return name if fold(parts[-1]).strip(".") in _BODIES else parts[-1].strip(",") or name
