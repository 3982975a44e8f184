"""A few inputs that nobody would write; `make fuzz` tries thousands."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.inputs import CONTENT, inputs
from tests.fuzz.trial import Finding, tried


def test_no_mutated_document_breaks_what_reads_it(tmp_path: Path) -> None:
    assert _findings(inputs_of=62, tmp_path=tmp_path) == []


def test_no_mutated_content_file_breaks_what_loads_it(tmp_path: Path) -> None:
    assert _findings(inputs_of=50, tmp_path=tmp_path, only=CONTENT) == []


def _findings(inputs_of: int, tmp_path: Path, only: str = "") -> list[Finding]:
    tries = tried(inputs(inputs_of, seed=1, only=only), tmp_path, ingested=31, built=1000)
    return [finding for _, finding in tries if finding]
