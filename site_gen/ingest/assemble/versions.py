"""Two versions of one document side by side: nobody means both, and nobody sees which one counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import PurePosixPath

from site_gen.conference import Paper, Session
from site_gen.content.paths import SOURCES, document_file
from site_gen.ingest.assemble.assembled import AssembledEntity
from site_gen.ingest.records import Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

# What people and programs add to the name of a file that they save once more.
_MARK = re.compile(
    r"(?:copy of|kopie von|copie de|copia de?|copia di)"
    r"|[([]?(?:v|ver|version|rev|stand)?[ ._-]?\d[\d._-]*[)\]]?"
    r"|\b(?:copy|kopie|copie|copia|final|finale?|definitiv[eoa]?|new|neu|nouveau|nuevo|nuovo|novo|old|alt"
    r"|corrected|korrigiert|latest|updated?|draft|entwurf|revised|rev|backup)\b"
)
_FEWEST, _MOST_OF = 3, 0.6  # entities, and their share, that two versions have in common


def report_versions(
    readings: Sequence[Reading],
    entities: Iterable[AssembledEntity[Paper] | AssembledEntity[Session]],
    problems: ProblemLog,
) -> None:
    """Warn of each document that is another version of one that counts before it."""
    held: Counter[str] = Counter()
    shared: Counter[tuple[str, ...]] = Counter()
    for entity in entities:
        files = {document_file(place.file) for place in entity.places}
        held.update(files)
        shared.update(pair for pair in combinations(sorted(files), 2))
    order = {document_file(each.document.path): each.document.precedence for each in readings}
    for (one, other), number in sorted(shared.items()):
        least = min(held[one], held[other])
        if number >= max(_FEWEST, _MOST_OF * least) and _are_versions(one, other):
            first, second = sorted((one, other), key=order.__getitem__)
            what = f"this looks like another version of {first}, which counts: they share {number} entries"
            hint = f"take the old one out, or write for it into {SOURCES}: ignore: yes"
            problems.warning("two-versions", what, Place(second), hint)


def _are_versions(one: str, other: str) -> bool:
    """Whether two files are called the same but for what tells versions apart."""
    suffixes = {PurePosixPath(each).suffix.lower() for each in (one, other)}
    return len(suffixes) == 1 and bool(_stem(one)) and _stem(one) == _stem(other)


def _stem(path: str) -> str:
    """What a file is called, without what tells its versions apart."""
    return "".join(filter(str.isalnum, _MARK.sub(" ", fold(PurePosixPath(path).stem).replace("_", " "))))
