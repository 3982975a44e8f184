"""Pure functions on text: squeeze, fold, slug, sort key. They know nothing of conferences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from site_gen.text.folding import fold, fold_long, latin

__all__ = [
    "DEVICE_NAMES",
    "counted",
    "first_of",
    "fold",
    "fold_long",
    "is_readable_name",
    "is_safe_name",
    "join_slug",
    "latin",
    "natural_key",
    "slug",
    "slug_words",
    "sort_key",
    "squeeze",
    "words",
]

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SAFE_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"(\d+)")
_LONG = 200  # characters: longer than titles and names are

# Names that Windows keeps for devices: a file of that name cannot be unpacked there.
DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)


def squeeze(text: str) -> str:
    """Text in NFC with every run of white space as one space, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order; punctuation between them is dropped."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall((fold if len(text) < _LONG else fold_long)(text))


def slug_words(text: str) -> list[str]:
    """The words that a slug of this text is made of; none where the text has no letter or digit."""
    return [word for word in _NOT_SLUG.split(latin(text.replace("'", "").replace("’", "")).lower()) if word]


def join_slug(slug_parts: list[str], limit: int = 60) -> str:
    """Join words with hyphens up to `limit` characters, cut at a word (inside only the first one)."""
    slug = slug_parts[0][:limit] if slug_parts else ""
    for part in slug_parts[1:]:
        if len(slug) + 1 + len(part) > limit:
            break
        slug += "-" + part
    return slug


def slug(text: str, limit: int = 60) -> str:
    """The text as a name for a path: a–z, 0–9 and hyphens; empty where it has no letter or digit."""
    return join_slug(slug_words(text), limit)


def is_safe_name(name: str) -> bool:
    """Whether a name can be a folder on every system: lower case, no device name, at most 120 long."""
    if not _SAFE_NAME.fullmatch(name) or len(name) > 120:
        return False
    return name.split(".")[0] not in DEVICE_NAMES and ".." not in name


def is_readable_name(name: str) -> bool:
    """Whether the name of a file is text: what is not UTF-8 comes from the system as lone surrogates."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


@cache
def sort_key(text: str) -> tuple[str, str]:
    """Orders text as a reader would look it up: Latin letters first, case and accents do not count."""
    return (" ".join(_WORD.findall(latin(fold(text)).lower())), text)


def natural_key(text: str) -> list[tuple[int, str]]:
    """Orders by the value of numbers, whatever stands around them: A2 before A10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(text)]


def first_of(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are: "a, b and 14 more"."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 paper", "2 papers"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
