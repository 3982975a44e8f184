"""Projects that earlier versions made: each builds in this one, and none of its addresses is lost.

A folder of `projects/` is named by the month of its version. It is not changed when the program is; a new
version that writes other files gets a folder of its own.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_gen.app.ingestion import ingest_documents
from site_gen.build import build
from site_gen.problems import ProblemLog
from site_gen.publish import published_manifest
from tests.rendering import PROJECT

PROJECTS = sorted((PROJECT / "tests" / "projects").iterdir())


MACHINE_OWNED = ("schema", "provenance", "ingest-report.yaml")


def files_of(project: Path) -> dict[str, str]:
    """The content that people edit in a project."""
    files = (file for file in (project / "content").rglob("*") if file.is_file())
    texts = {file.relative_to(project): file.read_text(encoding="utf-8") for file in files}
    return {
        path.as_posix(): text
        for path, text in texts.items()
        if not any(part in MACHINE_OWNED for part in path.parts)
    }


@pytest.mark.parametrize("saved", PROJECTS, ids=[project.name for project in PROJECTS])
def test_a_project_of_an_earlier_version_keeps_its_content_and_its_addresses(
    saved: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(saved, project)
    problems = ProblemLog()
    ingest_documents(project, problems)
    assert files_of(project) == files_of(saved)
    assert build(project, project / "_site", problems, jobs=1)
    assert problems.errors == []
    made = {entry.path for entry in published_manifest(str(project / "_site")).entries}
    lost = set((saved / "addresses.txt").read_text(encoding="utf-8").split()) - made
    assert sorted(lost) == []
