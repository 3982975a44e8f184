"""What pages may load from elsewhere, where a site wants maps, films or a registration."""

from __future__ import annotations

from site_gen.conference.scalars import Host
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Hosts by what comes from them; all else a page loads from its own site alone."""

    frame: tuple[Host, ...] = ()
    """Hosts of pages in a frame: maps, films."""
    image: tuple[Host, ...] = ()
    """Hosts of pictures."""
    media: tuple[Host, ...] = ()
    """Hosts of films and sounds."""
    script: tuple[Host, ...] = ()
    """Hosts of scripts."""
    style: tuple[Host, ...] = ()
    """Hosts of style sheets."""
    font: tuple[Host, ...] = ()
    """Hosts of fonts."""
    connect: tuple[Host, ...] = ()
    """Hosts that scripts may ask."""
    form: tuple[Host, ...] = ()
    """Hosts that forms may be sent to, as that of a registration."""
