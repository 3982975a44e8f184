"""Who makes a conference: its committees, the editors of its proceedings, its sponsors."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.conference.scalars import Id, Line, StaticFile, Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """Somebody who pays for a conference, in return for a tier of thanks ("Gold").

    `logo_dark` is for pages of light text on a dark ground; `alt` is the text for the logo where the
    name does not do.
    """

    name: Line
    tier: Line
    url: Url | None = None
    logo: StaticFile | None = None
    logo_dark: StaticFile | None = None
    alt: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a committee; `role` is in the committee's own words ("General chair")."""

    name: Line
    role: Line | None = None
    author: Id | None = None
    affiliation: Line | None = None
    homepage: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody who edited the proceedings; need not be an author.

    `family` is the family name where it is not the last word of the name.
    """

    name: Line
    family: Line | None = None
    author: Id | None = None
    affiliation: Line | None = None
    homepage: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee and its members, in the order of the organisers' list."""

    name: Line
    members: tuple[Member, ...] = ()
