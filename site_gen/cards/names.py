"""Names of authors and editors in the parts that bibliographies ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.conference import Author, Authorship, Editor
from site_gen.conference.family_names import family_in, family_name
from site_gen.conference.people import People
from site_gen.markup.characters import plain_line
from site_gen.text import fold
from site_gen.text.unspaced import is_unspaced
from site_gen.values import dataclass

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A printed name; `family` is empty where the family name is at neither end of it, and of a body."""

    whole: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    is_body: bool = False


def person_name(people: People, printed: Authorship | Editor) -> PersonName | None:
    """The name as it may be published, in its parts; None where it is missing."""
    shown = plain_line(people.shown_name(printed) or "")
    return parted_name(shown, family_of(people, printed)) if shown else None


def family_of(people: People, printed: Authorship | Editor) -> str:
    """The family name behind a name that is not missing; never one that is hidden."""
    shown = people.shown_name(printed) or ""
    if printed.family and shown == printed.name:
        return printed.family
    author = people.authors.get(people.id_of(printed) or "")
    return family_name(author) if author else family_in(shown)


def is_body(author: Author) -> bool:
    """Whether an author is a group, of whose name no word is a family name."""
    return parted_name(author.name, family_name(author)).is_body


@lru_cache(maxsize=16_384)  # most stand in several bylines, and in as many formats
def parted_name(whole: str, family: str) -> PersonName:
    """A name in its parts, with the family name last ("Ada Lovelace") or first ("Li Na")."""
    parts, family_parts = whole.split(), fold(family).split()
    end, length = _before_suffix(parts), len(family_parts)
    suffix = " ".join(parts[end:])
    if 1 < length == len(parts):  # a body ("The ATLAS Collaboration"), of which no word is a family name
        return PersonName(whole, is_body=True)
    if 0 < length <= end and _folded(parts[end - length : end]) == family_parts:
        return PersonName(whole, _bare(parts[end - length : end]), " ".join(parts[: end - length]), suffix)
    if 0 < length <= end and _folded(parts[:length]) == family_parts:
        return PersonName(whole, _bare(parts[:length]), " ".join(parts[length:end]), suffix)
    if family and whole != family and whole.startswith(family) and is_unspaced(whole):
        return PersonName(whole, family, whole.removeprefix(family).strip())
    return PersonName(whole)


def _before_suffix(parts: list[str]) -> int:
    """Where the words end that come before "Jr." and its kin."""
    end = len(parts)
    while end > 1 and _SUFFIX.fullmatch(parts[end - 1]):
        end -= 1
    return end


def _folded(parts: list[str]) -> list[str]:
    return fold(_bare(parts)).split()


def _bare(parts: list[str]) -> str:
    return " ".join(parts).rstrip(",")
