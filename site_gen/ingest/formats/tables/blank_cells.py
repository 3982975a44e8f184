"""Whether blank cells of a programme stand for the cell above, as merged ones do, or for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from site_gen.ingest.formats.tables.programme_row import ProgrammeRow
from site_gen.text import fold
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class BlankCells:
    """Where row after row with a time says one day, or one session, again, a blank is not the one above."""

    repeats_days: bool
    repeats_sessions: bool

    @classmethod
    def of(cls, rows: Sequence[ProgrammeRow]) -> BlankCells:
        """What the rows with times of a programme show."""
        timed = [row for row in rows if row.when.start or row.when.session_start]
        return cls(
            _repeats([row.when.day.value if row.when.day else None for row in timed]),
            _repeats([fold(row.title.value) if row.title else None for row in timed if row.slot]),
        )

    def place_nowhere(self, row: ProgrammeRow) -> bool:
        """Whether a row that says neither when nor where is in no session, and on no day, of those above."""
        when = row.when
        says_when = when.day or when.start or when.session_start or when.has_wrong_day or when.has_wrong_time
        if says_when or row.room or row.is_heading or row.only_names_people:
            return False
        return self.repeats_days if row.slot is None else row.title is None and self.repeats_sessions


def _repeats(values: Iterable[object]) -> bool:
    """Whether every row says a value, and one says again what the one above says."""
    said = list(values)
    return None not in said and any(above == below for above, below in pairwise(said))
