"""Documents of one submission system: those that hold no decisions follow those that do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.records import PaperRecord, Reading

OTHER_SUBMISSIONS = "rows of other submissions"


def accepted_only(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of an edition without papers that another document of their system did not accept.

    A sheet of authors has no decisions and often no titles: what no list names is left out and counted.
    """
    return [_limited(reading, readings) for reading in readings]


def _limited(reading: Reading, readings: Sequence[Reading]) -> Reading:
    accepted = _accepted_numbers(reading, readings)
    if accepted is None:
        return reading
    remaining, left_out = _parted(reading.papers, accepted)
    if not left_out:
        return replace(reading, remark="")
    counts = {**reading.not_imported, OTHER_SUBMISSIONS: len(left_out)}
    remark = "" if accepted else "authors without titles: the list of accepted papers is not here"
    return replace(reading, papers=remaining, refused=left_out, not_imported=counts, remark=remark)


def _parted(
    papers: Sequence[PaperRecord], accepted: frozenset[str]
) -> tuple[tuple[PaperRecord, ...], tuple[PaperRecord, ...]]:
    """The papers whose number is among the accepted ones, and the others."""
    remaining: list[PaperRecord] = []
    left_out: list[PaperRecord] = []
    for paper in papers:
        is_accepted = paper.submission and paper.submission.value in accepted
        (remaining if is_accepted else left_out).append(paper)
    return tuple(remaining), tuple(left_out)


def _accepted_numbers(reading: Reading, readings: Sequence[Reading]) -> frozenset[str] | None:
    """The numbers that a document may give papers of; None where no other document tells."""
    if reading.has_decisions or all(paper.is_mention for paper in reading.papers):
        return None
    others = [other for other in readings if other is not reading and not _is_sheet(other)]
    judges = [other for other in others if other.has_decisions and other.format is reading.format]
    if reading.format.is_system and judges:
        return _numbers(judges)
    return _numbers(others) if _is_sheet(reading) else None


def _is_sheet(reading: Reading) -> bool:
    """Whether a document tells the authors of numbered submissions and nothing else."""
    return bool(reading.papers) and all(
        paper.submission and not (paper.title or paper.abstract) for paper in reading.papers
    )


def _numbers(readings: Sequence[Reading]) -> frozenset[str]:
    return frozenset(
        paper.submission.value for reading in readings for paper in reading.every_paper() if paper.submission
    )
