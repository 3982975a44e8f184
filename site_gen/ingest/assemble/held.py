"""What an edition has in content before its documents are assembled."""

from __future__ import annotations

from site_gen.conference import Conference
from site_gen.values import dataclass

EXTENDED = ("tracks", "rooms", "volumes")
"""The lists of a conference that documents add to."""
COMPARED = ("acronym", "day_change")
"""What no page shows, so that nobody sees there which of several documents counts."""


@dataclass(frozen=True, slots=True)
class Held:
    """The conference in content; `closed` are its fields that an editor wrote: its lists stay as they are."""

    conference: Conference
    closed: frozenset[str] = frozenset()
