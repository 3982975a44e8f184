"""A fault at a few writing system calls of ingest, build and deploy; `make sweep` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sweep.sweep import SUBJECTS, Subject, swept
from tests.sweep.tracing import IS_POSSIBLE

# A whole site writes hundreds of files, by the same calls as a small one.
FEW = [subject for subject in SUBJECTS if "whole" not in subject.name]


@pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux on x86-64")
@pytest.mark.parametrize("subject", FEW, ids=lambda subject: subject.name.replace(" ", "-"))
def test_after_a_fault_all_is_old_or_new_and_the_next_run_needs_no_help(
    subject: Subject, tmp_path: Path
) -> None:
    share = 61 if "ingest" not in subject.name else 97
    found = [f"{fault}: {wrong}" for fault, _, wrong in swept(subject, tmp_path, share, first=7) if wrong]
    assert found == []
