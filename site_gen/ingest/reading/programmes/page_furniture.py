"""Words of a page that stand below the authors of its talks, above their texts: "Available Media"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.texts.lines import SourceLine

_FEWEST = 2  # talks that have the same words below
_LONGEST = 4  # words


def words_above_texts(
    lines: Sequence[SourceLine],
    is_byline: Callable[[SourceLine], bool],
    is_text: Callable[[SourceLine], bool],
) -> frozenset[str]:
    """The short lines that stand above texts wherever they are, mostly right below authors, and name no room.

    Who gives a talk may stand there too, but nobody gives several.
    """
    often = Counter(line.text for line in lines if len(line.text.split()) <= _LONGEST)
    above_texts = Counter(line.text for line, below in pairwise(lines) if is_text(below))
    below_authors = Counter(line.text for above, line in pairwise(lines) if is_byline(above))
    return frozenset(
        text for text, count in often.items()
        if count >= _FEWEST and above_texts[text] == count and 2 * below_authors[text] >= count
        and not names_room(text)
    )  # fmt: skip
