"""What no document can mean, whatever its format: the gate between reading and linking."""

from __future__ import annotations

from site_gen.ingest.plausible.gate import doubts, read_plausibly
from site_gen.ingest.plausible.unplaced import report_unplaced

__all__ = ["doubts", "read_plausibly", "report_unplaced"]
