"""What an edition has in content before its documents are assembled."""

from __future__ import annotations

from site_gen.conference import Conference
from site_gen.values import dataclass

EXTENDED = ("tracks", "rooms", "volumes")
"""The lists of a conference that documents add to."""


@dataclass(frozen=True, slots=True)
class Held:
    """The conference in content; `closed` are its lists that an editor wrote: nothing is added to them."""

    conference: Conference
    closed: frozenset[str] = frozenset()
