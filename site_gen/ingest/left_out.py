"""What an error in one document forbids: its own part of content, and neither that of the others nor all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from site_gen.content import Content, paths
from site_gen.content.paths import document_file
from site_gen.ingest.documents import Source, document_paths
from site_gen.ingest.records import Reading
from site_gen.problems import ExitStatus, Problem, ProblemLog, Stop

# Errors that leave a value or a record out of content and touch no other …
_OF_CELLS_TEXT = """
bad-day bad-time bad-duration ragged-row unread-entry broken-entry duplicate-field duplicate-key
"""
_OF_CELLS = frozenset(_OF_CELLS_TEXT.split())
_MOST = 0.3  # of the records: where more are wrong, a column or the layout is misread
# … and days that no calendar has, in whatever document.
_OF_DAYS = frozenset(["no-such-day", "weekday-contradiction"])


def unread(
    sources: Sequence[Source], errors: Sequence[Problem], documents: Collection[str]
) -> frozenset[str]:
    """The documents that are not read, or so wrongly that nothing of them may be believed.

    `errors` are those of reading. Of a document that says which papers are accepted one wrong row may be
    a paper that must not be published.
    """
    readings = {source.reading.document.path: source.reading for source in sources}
    of_cells = Counter(error.place.file for error in errors if error.code in _OF_CELLS)
    found = {file for file, count in of_cells.items() if count > max(1, _MOST * _size(readings.get(file)))}
    for error in errors:
        reading = readings.get(error.place.file)
        is_left_out = reading and not reading.format.hangs_together and not reading.has_decisions
        if document_file(error.place.file) in documents and not (is_left_out and error.code in _OF_CELLS):
            found.add(error.place.file)
    return frozenset(found)


def _size(reading: Reading | None) -> int:
    """How many records a reading holds."""
    if reading is None:
        return 0
    return len(reading.sessions) + sum(1 for _ in reading.every_paper())


def partial(errors: Sequence[Problem], read: Collection[str]) -> frozenset[str]:
    """The documents among those that are read of which something is left out."""
    return frozenset(
        error.place.file
        for error in errors
        if error.place.file in read and error.code in _OF_CELLS | _OF_DAYS
    )


def forbidding(
    errors: Sequence[Problem], sources: Sequence[Source], unread: Collection[str]
) -> list[Problem]:
    """The errors that forbid that anything is written."""
    decided = {source.reading.document.path for source in sources if source.reading.has_decisions}
    read = {source.reading.document.path for source in sources} - set(unread)
    harmless = [
        error
        for error in errors
        if (error.place.file in unread and error.place.file not in decided)
        or (error.place.file in read and error.code in _OF_CELLS | _OF_DAYS)
    ]
    return [error for error in errors if error not in harmless] if read else list(errors)


def report_unknown_files(limits: frozenset[str], content: Content) -> None:
    """Stop where a document that is named on the command line is none."""
    present = document_paths(content.project, ProblemLog())
    for file in sorted(limits.difference(present)):
        hint = f"source documents lie in {paths.SOURCE_DOCUMENTS}/"
        raise Stop(ExitStatus.USAGE, f"{file} is not a source document", hint)
