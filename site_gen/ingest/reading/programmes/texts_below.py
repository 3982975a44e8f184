"""Texts below a closing or a pause that are none of its own: abstracts of talks below a programme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.ceremony_speakers import CEREMONY
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog
from site_gen.text import counted


def without_texts_of_others(
    blocks: Sequence[TimedBlock], page: PageLines, document: Document, problems: ProblemLog
) -> list[SourceLine]:
    """Take what stands below another heading there out of the blocks, with all that follows, and tell it."""
    taken: list[SourceLine] = []
    for block in blocks:
        title = block.title or next(iter(block.lines), None)
        if title is None or not (kind_of_words(title.text) in PAUSES or CEREMONY.search(title.text)):
            continue
        kept = list(takewhile(lambda line: not page.is_text(line), block.lines))
        heads = [line for line in kept if line != title and not (label_of(line) or page.is_room(line))]
        if not heads or len(kept) == len(block.lines):
            continue
        first = block.lines.index(heads[0])
        rest, block.lines = block.lines[first:], block.lines[:first]
        taken += rest
        what = (
            f"{counted(len(rest), 'line')} from here on are none of what takes place last: they are not read"
        )
        hint = "give a list of talks with their abstracts as a document of its own"
        problems.warning("unread-line", what, document.place_of(rest[0]), hint, rest[0].text[:60])
    return taken
