"""A fault at a few writing system calls of ingest, build, deploy and fetch; `make sweep` tries all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sweep.subjects import SUBJECTS, Subject
from tests.sweep.sweep import swept
from tests.sweep.tracing import IS_POSSIBLE

# A whole site writes hundreds of files, by the same calls as a small one.
FEW = [subject for subject in SUBJECTS if "whole" not in subject.name]


@pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux on x86-64")
@pytest.mark.parametrize("subject", FEW, ids=lambda subject: subject.name.replace(" ", "-"))
def test_after_a_fault_all_is_old_or_new_and_the_next_run_needs_no_help(
    subject: Subject, tmp_path: Path
) -> None:
    sort = subject.name.split()[0]
    if sort == "rsync" and shutil.which(sort) is None:
        pytest.skip("the program rsync is not installed")
    share = {"ingest": 97, "branch": 199, "rsync": 149}.get(sort, 61)
    found = [f"{fault}: {wrong}" for fault, _, wrong in swept(subject, tmp_path, share, first=7) if wrong]
    assert found == []
