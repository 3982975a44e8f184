"""One implausible value, and all that one rule found in a reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.ingest.reading.columns.private_values import without_addresses
from site_gen.ingest.records import Reading
from site_gen.problems import Place
from site_gen.values import dataclass

# Up to this share of all values, a strange one is an oddity of the document, not a fault in reading it.
ODDITIES = 0.05
FEW = 4  # among so many values, one strange one is an oddity too


@dataclass(frozen=True, slots=True)
class Finding:
    """A value that cannot be what it was read as: what it is, what is wrong with it, and where it stands."""

    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Doubt:
    """What one rule found: its code, the findings, out of how many values, and what to do about it.

    `are_possible` holds where each of the values can be right, however many there are.
    """

    code: str
    findings: tuple[Finding, ...]
    total: int
    hint: str
    are_possible: bool = False

    @property
    def is_systematic(self) -> bool:
        """Whether so many values are strange that the layout was misread."""
        is_oddity = len(self.findings) == 1 and self.total >= FEW
        return not (is_oddity or self.are_possible) and len(self.findings) > ODDITIES * self.total


Rule = Callable[[Reading], Doubt]


def doubt(
    code: str, findings: Sequence[Finding], total: int, hint: str, *, are_possible: bool = False
) -> Doubt:
    """What a rule found, in the document's order."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.place))
    return Doubt(code, ordered, total, hint, are_possible)


def shown(text: str) -> str:
    """The beginning of a value, for a message: without addresses, for reports are kept and passed on."""
    line = " ".join(without_addresses(text).split())
    return f"'{line}'" if len(line) <= 70 else f"'{line[:67]}…'"
