"""Bylines in short: a paper may have thousands of names, and a list of papers has room for some."""

from __future__ import annotations

from site_gen.cards.parts import NamePart
from site_gen.locale import Locale
from site_gen.values import dataclass

MOST_NAMES = 50


@dataclass(frozen=True, slots=True)
class PartedByline:
    """The first names of a byline, those after them, and how many these are in words: "20 others" or ""."""

    first: tuple[NamePart, ...]
    rest: tuple[NamePart, ...]
    others: str


def parted_byline(locale: Locale, byline: tuple[NamePart, ...]) -> PartedByline:
    """A byline as the page of its paper shows it: of very many names the first, then the others."""
    first, rest = byline[:MOST_NAMES], byline[MOST_NAMES:]
    return PartedByline(first, rest, locale.count("other", len(rest)) if rest else "")


def first_names(locale: Locale, byline: tuple[NamePart, ...]) -> tuple[NamePart, ...]:
    """A byline as lists show it: of very many names the first, and in words how many others there are."""
    found = parted_byline(locale, byline)
    return (*found.first, NamePart("", missing=found.others)) if found.rest else byline
