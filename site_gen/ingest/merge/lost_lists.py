"""Lists of content that went as a whole: an error that asks, for it may have been no deletion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from site_gen.content import Content, paths
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted

_LISTS: Mapping[str, Literal["session", "award"]] = {"sessions": "session", "awards": "award"}


def report_lost_lists(
    content: Content, recorded: Mapping[str, Iterable[tuple[str, str]]], problems: ProblemLog
) -> None:
    """Report every file that ingest wrote entities into and that is not there any more.

    `recorded` has the kind and id of all that ingest wrote, by edition. One that holds [] says itself
    that nothing shall be in it.
    """
    for edition, entities in recorded.items():
        kinds = [kind for kind, _ in entities]
        for kind, noun in _LISTS.items():
            file = paths.file_of(kind, edition)
            if kind in kinds and content.text(file, ProblemLog()) is None:
                what = f"the file is gone, and {counted(kinds.count(kind), noun)} with it"
                problems.error(
                    "lost-file", what, Place(file), "bring it back; if all shall go, write [] in it"
                )
