"""What the head of a home shows beside its words: a picture, else a pattern."""

from __future__ import annotations

from site_gen.conference import Hero
from site_gen.graphics.seats import Seats, seats
from site_gen.site import Site
from site_gen.values import dataclass

# Of a name in the largest letters, on three lines beside the picture.
_LONGEST_NAME, _LONGEST_WORD = 30, 11


@dataclass(frozen=True, slots=True)
class HeroPicture:
    """A picture by the name of its static file, and the path at which that is published.

    `alt` and `credit` may be empty; `size` is its width and height, None where not known.
    """

    file: str
    path: str
    alt: str
    credit: str
    size: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class HeroArt:
    """The picture of a home; where it has none, the pattern that is drawn for its name.

    `is_beside_long` where the name, or a word of it, is too long for the largest letters.
    """

    picture: HeroPicture | None
    pattern: Seats | None
    is_beside_long: bool


def hero_art(site: Site, hero: Hero | None, name: str) -> HeroArt:
    """What the home of this name shows."""
    if hero is None:
        return HeroArt(None, seats(name), _is_long(name))
    path = site.static.get(hero.picture, "")
    size = site.sizes.get(path)
    picture = HeroPicture(hero.picture, path, hero.alt or "", hero.credit or "", size)
    return HeroArt(picture, None, _is_long(name))


def _is_long(name: str) -> bool:
    return len(name) > _LONGEST_NAME or any(
        len(word) > _LONGEST_WORD for word in name.replace("-", " ").split()
    )
