"""Bylines with institutions and no sign before them: "Ann Lee ETH Zurich, Bob Roe University of Zurich"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from site_gen.ingest.reading.people.names import PrintedName, is_person

# What an institution begins with; "University" alone is the end of a longer name.
_INSTITUTION = re.compile(r"(?:Universi\w+|Univ\.?|Institut\w*|Tech\w*|École|Ecole|Politecnico)\s\S.*")
_ACRONYM = re.compile(r"[A-Z]{2,}[A-Za-z]*(?:\s.*)?")
_INITIAL = re.compile(r"[A-Z]\.(?:-?[A-Z]\.)*|van|von|de|der|den|da|di|el|al|bin|la|le", re.IGNORECASE)
_LONGEST = 5  # words of a name


class TrailingAffiliations:
    """Tells names from institutions by what recurs: an institution follows the names of several people."""

    def __init__(self, bylines: Iterable[str]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        chunks = [chunk.split() for byline in bylines for chunk in byline.split(",")]
        for words in chunks:
            for size in range(2, min(_LONGEST, len(words) - 1) + 1):
                self._names[" ".join(words[size:])].add(" ".join(words[:size]))
        self._have_institutions = 2 * sum(len(words) == 2 for words in chunks) < len(chunks)

    def names(self, byline: str, line: int) -> list[PrintedName] | None:
        """The names of a byline; None where one of them is not surely told from its institution."""
        found: list[PrintedName] = []
        for words in (chunk.split() for chunk in byline.split(",") if chunk.strip()):
            if found and not _begins_as_name(words):
                where = ", ".join([*found[-1].affiliations, " ".join(words)])
                found[-1] = PrintedName(found[-1].name, line, affiliations=(where,))
                continue
            size = self._size(words, is_first=not found)
            if size is None:
                return None
            institution = " ".join(words[size:])
            affiliations = (institution,) if institution else ()
            found.append(PrintedName(" ".join(words[:size]), line, affiliations=affiliations))
        return found or None

    def _size(self, words: list[str], *, is_first: bool) -> int | None:
        """How many words are the name; None where that is not sure ("Bob Roe" may be "United Kingdom")."""
        if len(words) == 2:
            return 2 if is_first or not self._have_institutions else None
        least = 2 + (len(words) > 2 and _INITIAL.fullmatch(words[1]) is not None)
        sizes = range(least, min(_LONGEST, len(words)) + 1)
        return next((size for size in sizes if self._is_institution(" ".join(words[size:]))), None)

    def _is_institution(self, text: str) -> bool:
        is_named = _INSTITUTION.fullmatch(text) or _ACRONYM.fullmatch(text)
        return is_named is not None or len(self._names.get(text, ())) > 1


def _begins_as_name(words: list[str]) -> bool:
    """Whether words can begin a person's name: else they go on with the institution before."""
    return len(words) > 1 and any(is_person(" ".join(words[:size])) for size in (2, 3))
