"""Columns that say one thing in several languages: "title_en" and "title_ja"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from site_gen.text.language_names import LANGUAGE_NAMES, THREE_LETTERS

_LONGEST = 60  # characters of a column's name
# "paper_id" and "paper_no" are in no language.
_TAGS = (frozenset(THREE_LETTERS.values()) | {"cn", "jp", "kr"}) - {"id", "no"}
_SUFFIX = re.compile(r"(?P<base>.*?\w)[\s_.(\[-]+(?P<language>[^\W\d_]{2,10})[)\]]?", re.IGNORECASE)


def in_one_language(header: Sequence[str]) -> list[str]:
    """The names of columns; of "title_en" and "title_ja" the one in English, or else the first, is the title.

    The others keep their names: nobody knows them, and they are told as not taken.
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for index, name in enumerate(header):
        match = _SUFFIX.fullmatch(name.strip()) if len(name) < _LONGEST else None
        language = match["language"].lower() if match else ""
        if match and (language in _TAGS or language in LANGUAGE_NAMES):
            found[match["base"].lower()].setdefault(LANGUAGE_NAMES.get(language, language), index)
    several = {base: languages for base, languages in found.items() if len(languages) > 1}
    if not several:
        return list(header)
    first = next(iter(next(iter(several.values()))))
    chosen = "en" if any("en" in languages for languages in several.values()) else first
    plain = {name.strip().lower() for name in header}
    bases = {
        languages[chosen]: base
        for base, languages in found.items()
        if chosen in languages and base not in plain
    }
    return [bases.get(index, name) for index, name in enumerate(header)]
