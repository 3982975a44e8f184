"""Who makes a conference: its committees, the editors of its proceedings, its sponsors."""

from __future__ import annotations

from site_gen.conference.scalars import Id, Line, StaticFile, Url
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """Somebody who pays for a conference, in return for a tier of thanks."""

    name: Line
    """The name as the sponsor writes it."""
    tier: Line
    """The tier in your own words, as "Gold"; tiers stand in the order in which they come first."""
    url: Url | None = None
    """The sponsor's website."""
    logo: StaticFile | None = None
    """The logo; without it the name is shown."""
    logo_dark: StaticFile | None = None
    """The logo for light text on a dark ground; without it the logo serves there too."""
    alt: Line | None = None
    """The text for the logo, where the name does not do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a committee."""

    name: Line
    """The name as printed."""
    role: Line | None = None
    """The role in the committee's own words, as "General chair"; left out for a plain member."""
    author: Id | None = None
    """The id of the person, where several people have this name."""
    affiliation: Line | None = None
    """The institution at the time of the conference."""
    homepage: Url | None = None
    """The person's own page, linked where the site has no page of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody who edited the proceedings; need not be an author."""

    name: Line
    """The name as printed."""
    family: Line | None = None
    """The family name, where it is not the last word of the name."""
    author: Id | None = None
    """The id of the person, where several people have this name."""
    affiliation: Line | None = None
    """The institution at the time of the conference."""
    homepage: Url | None = None
    """The person's own page, linked where the site has no page of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee and its members."""

    name: Line
    """What it is called, as "Programme committee"."""
    members: tuple[Member, ...] = ()
    """Its members in the order in which they are shown; a name may stand without its key."""
