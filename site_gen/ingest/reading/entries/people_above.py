"""Lists of papers whose authors stand above their titles, with an abstract below each or without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.texts.lines import SourceLine, begins_abstract

_LIST_HEADING = re.compile(
    r"^#|\b(?:accepted|list of|papers|talks|posters|abstracts|contributions|presentations)\b.{0,30}$",
    re.IGNORECASE,
)


def above_titles(bylines: list[int], lines: Sequence[SourceLine]) -> Sequence[int]:
    """The bylines of a page that begins with one, below a heading or none, each above its title; else none.

    A title between them may look like names.
    """
    first = bylines[0] if bylines else 0
    places = range(first, len(lines), 2)
    above = [line for line in lines[:first] if any(map(str.isalnum, line.text))]
    if above and not _LIST_HEADING.search(above[-1].text):
        return ()
    are_all = set(places) <= set(bylines) and len(lines) - first == 2 * len(places)
    if are_all and 3 * len(places) > 2 * len(bylines):
        return places
    return _above_abstracts(bylines, lines)


def _above_abstracts(bylines: list[int], lines: Sequence[SourceLine]) -> Sequence[int]:
    """The bylines two lines above each abstract of a page, if it has no others; else none."""
    abstracts = [at for at, line in enumerate(lines) if begins_abstract(line.text)]
    places = [at - 2 for at in abstracts]
    others = set(bylines) - set(places)
    is_all = (
        bylines[:1] == places[:1] and set(places) <= set(bylines) and others <= {at - 1 for at in abstracts}
    )
    return places if len(places) > 1 and is_all else ()
